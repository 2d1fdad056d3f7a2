/** An event and all its workspaces, for whoever holds its code. */
import { slugOf } from '../../contract/load.ts';
import type { Problem } from '../../mock/problem.ts';
import type { EventFacts, Tenant, Workspaces } from '../../workspaces/workspaces.ts';
import { notOpened } from '../admission.ts';
import { elsewhere, type Ask, type Behaviours } from '../behaviours.ts';
import { contractText, notBrought, understoodContract, understoodIn } from '../contracts/understood.ts';
import { unspeakable } from '../said-names.ts';
import { describedEvent, uncountedEvent } from './described-event.ts';
import { endEvent, membersOf, ofEach } from './members.ts';

type Ids = 'read-event' | 'change-event' | 'end-event' | 'reset-event' | 'bring-event-contract' | 'remove-event-contract';

export function eventBehaviours(workspaces: Workspaces): Behaviours<Ids> {
  const { events } = workspaces;
  const found = async ({ caller }: Pick<Ask<'read-event'>, 'caller'>): Promise<EventFacts | Problem> =>
    (caller.event === undefined ? undefined : await events.find(caller.event)) ?? notOpened;

  /** Does something to each of its workspaces, after it was found. */
  async function each<T>(
    call: Pick<Ask<'read-event'>, 'caller'>,
    ask: (event: EventFacts, members: readonly Tenant[]) => Promise<T | Problem>,
  ): Promise<T | Problem> {
    const event = await found(call);
    return 'problem' in event ? event : ask(event, await membersOf(workspaces, event.id));
  }

  return {
    'read-event': elsewhere({
      async sends(call: Ask<'read-event'>) {
        const event = await found(call);
        if ('problem' in event) return event;
        return call.query.counters === false ? uncountedEvent(workspaces, event) : describedEvent(workspaces, event);
      },
      turn: (_, { sent }) => ({ status: 200 as const, body: sent }),
    }),
    'change-event': elsewhere({
      sends: (call: Ask<'change-event'>) =>
        each(call, async ({ id }, members) => {
          const { announcement, hours } = call.body;
          const refused = unspeakable({ announcement });
          if (refused) return refused;
          const changed = await events.change(id, {
            ...(announcement !== undefined && { announcement: announcement ?? '' }),
            ...(hours !== undefined && { hours }),
          });
          await ofEach(members, async (member) => {
            if (announcement !== undefined) await member.announce(announcement ?? '');
            if (hours !== undefined) await member.change({ hours });
          });
          return changed ? describedEvent(workspaces, changed) : notOpened;
        }),
      turn: (_, { sent }) => ({ status: 200 as const, body: sent }),
    }),
    'end-event': elsewhere({
      sends: (call: Ask<'end-event'>) => each(call, ({ id }) => endEvent(workspaces, id)),
      turn: () => ({ status: 204 as const }),
    }),
    'reset-event': elsewhere({
      sends: (call: Ask<'reset-event'>) =>
        each(call, async (_, members) => {
          await ofEach(members, (member) => member.reset());
          return { workspaces: members.length };
        }),
      turn: (_, { sent }) => ({ status: 200 as const, body: sent }),
    }),
    'bring-event-contract': elsewhere({
      sends: (call: Ask<'bring-event-contract'>) =>
        each(call, async ({ id }, members) => {
          const text = contractText(call);
          if (typeof text !== 'string') return text;
          const understood = understoodIn(call.path.name, text);
          if ('problem' in understood) return understood;
          const refused = await events.putContract(id, understood.slug, text);
          if (refused) return refused;
          for (const member of members) {
            const problem = await member.bringContract(understood.slug, text);
            if (problem) return inMember(problem, member);
          }
          return understoodContract(understood);
        }),
      turn: (_, { sent }) => ({ status: 200 as const, body: sent }),
    }),
    'remove-event-contract': elsewhere({
      sends: (call: Ask<'remove-event-contract'>) =>
        each(call, async ({ id }, members) => {
          const name = slugOf(call.path.name);
          if (!(await events.contracts(id)).some((shared) => shared.name === name)) return notBrought;
          // From its workspaces first: what is left, should this be cut off, can be removed again.
          await ofEach(members, (member) => member.removeContract(name));
          await events.removeContract(id, name);
          return undefined;
        }),
      turn: () => ({ status: 204 as const }),
    }),
  };
}

/** The others have it: what stands in the way is a matter of this one. */
const inMember = (problem: Problem, { facts }: Tenant): Problem => ({
  ...problem,
  message: `The workspace ${facts.name ?? facts.id} could not take it. ${problem.message}`,
});
