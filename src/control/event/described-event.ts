/** An event with what its workspaces did, in numbers. */
import type { components } from '../../generated/sandbox-control.types.ts';
import type { Counters, EventFacts, Workspaces } from '../../workspaces/workspaces.ts';
import { countersOf } from '../workspaces/described.ts';
import { membersOf } from './members.ts';

export async function describedEvent(
  workspaces: Workspaces,
  { id, name, workspaces: limit, expires, announcement }: EventFacts,
): Promise<components['schemas']['Event']> {
  const members = await membersOf(workspaces, id);
  const counters = await Promise.all(members.map((member) => member.counters()));
  const contracts = await workspaces.events.contracts(id);
  return {
    id,
    name,
    limit,
    workspaces: members.length,
    expires: new Date(expires).toISOString(),
    ...(announcement !== undefined && { announcement }),
    contracts: contracts.map((contract) => contract.name),
    counters: countersOf(counters.reduce(added, { requests: 0, refused: 0, changes: 0, bytes: 0 })),
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
