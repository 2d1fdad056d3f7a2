/** An event with what its workspaces did, in numbers. */
import type { components } from '../../generated/sandbox-control.types.ts';
import type { Counters, EventFacts, Workspaces } from '../../workspaces/workspaces.ts';
import { announced, countersOf } from '../workspaces/described.ts';
import { listedMembers, membersOf, ofEach } from './members.ts';

type DescribedEvent = components['schemas']['Event'];

const nothing: Counters = { requests: 0, refused: 0, changes: 0, bytes: 0 };

/** As it is listed: none of its workspaces is asked what it did. */
export async function uncountedEvent(workspaces: Workspaces, event: EventFacts): Promise<DescribedEvent> {
  const { counters: _, ...described } = describedNewEvent(event);
  const contracts = await workspaces.events.contracts(event.id);
  return {
    ...described,
    workspaces: (await listedMembers(workspaces, event.id)).length,
    contracts: contracts.map((contract) => contract.name),
  };
}

export async function describedEvent(workspaces: Workspaces, event: EventFacts): Promise<DescribedEvent> {
  const members = await membersOf(workspaces, event.id);
  const counters = await ofEach(members, (member) => member.counters());
  const contracts = await workspaces.events.contracts(event.id);
  return {
    ...describedNewEvent(event),
    workspaces: members.length,
    contracts: contracts.map((contract) => contract.name),
    counters: countersOf(counters.reduce(added, nothing)),
  };
}

/** One that was made a moment ago: there is nothing to be asked of it. */
export function describedNewEvent(event: EventFacts): DescribedEvent {
  const { id, name, workspaces: limit, expires } = event;
  return {
    id,
    name,
    limit,
    workspaces: 0,
    expires: new Date(expires).toISOString(),
    ...announced(event),
    contracts: [],
    counters: countersOf(nothing),
    data: 'synthetic',
  };
}

function added(one: Counters, other: Counters): Counters {
  const lastUsed = Math.max(one.lastUsed ?? -1, other.lastUsed ?? -1);
  return {
    requests: one.requests + other.requests,
    refused: one.refused + other.refused,
    changes: one.changes + other.changes,
    ...(lastUsed >= 0 && { lastUsed }),
    bytes: one.bytes + other.bytes,
  };
}
