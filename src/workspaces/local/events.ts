/** Events of one process, as rows of its registry. */
import type { Problem } from '../../mock/problem.ts';
import { mintEventId } from '../keys/ids.ts';
import type { LocalPremises } from './local-workspaces.ts';
import { mintKey } from '../keys/keys.ts';
import { contractsOfEvent, hour, longestHours } from '../limits.ts';
import type { Events } from '../workspaces.ts';

export function eventsAt({ read, write, secret, now }: LocalPremises): Events {
  const endAfter = (hours: number): number => now() + Math.min(hours, longestHours) * hour;
  return {
    async make({ name, workspaces, hours }) {
      const id = mintEventId(secret());
      const { key, hash } = mintKey(id, 'event');
      const facts = { id, name, codeHash: hash, made: now(), workspaces, expires: endAfter(hours) };
      write().events.add(facts);
      return { facts, code: key };
    },
    async find(id) {
      const facts = read().events.find(id);
      return facts && facts.expires > now() ? facts : undefined;
    },
    list: async () => read().events.list(),
    change: async (id, { announcement, hours }) =>
      read().changeEvent(id, {
        ...(announcement !== undefined && { announcement }),
        ...(hours !== undefined && { expires: endAfter(hours) }),
      }),
    contracts: async (id) => read().events.contracts(id),
    async putContract(id, name, text) {
      const { events } = read();
      const names = events.contractNames(id);
      if (!names.includes(name) && names.length >= contractsOfEvent) return tooMany;
      events.putContract(id, { name, text });
      return undefined;
    },
    removeContract: async (id, name) => read().events.removeContract(id, name),
    remove: async (id) => read().events.remove(id),
  };
}

const tooMany: Problem = { problem: 'unprocessable', message: `An event shares at most ${contractsOfEvent} contracts; remove one first.` };
