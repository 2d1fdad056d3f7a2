/** One workspace as whoever may manage it acts on it from outside. */
import type { Problem } from '../../mock/problem.ts';
import { isProblem } from '../../mock/problem.ts';
import { copyPages, putPage } from '../../workspace/row-lines.ts';
import { StoreRefusal } from '../../workspace/store/guarded-store.ts';
import { OtherWorld } from '../../workspace/world-mark.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { endWorkspace } from './end.ts';
import type { WorkspaceFacts } from '../facts.ts';
import { makeFilled } from './fill.ts';
import { mintKey, rotated, rotatedKey } from '../keys/keys.ts';
import { randomSecret } from '../keys/ids.ts';
import { defaultHours, hour, longestHours } from '../limits.ts';
import { mintOne } from '../minting.ts';
import type { LocalPremises } from './local-workspaces.ts';
import { ended } from './until-ended.ts';
import { nothingCounted, type Tenant } from '../workspaces.ts';

export function tenantOf(facts: WorkspaceFacts, premises: LocalPremises): Tenant {
  const { id } = facts;
  const { byDefault, bringing, now, pause, read, within } = premises;

  /** Those of the default workspace stand as they are for as long as the server runs. */
  function change(changes: (held: WorkspaceFacts) => Partial<WorkspaceFacts>): WorkspaceFacts {
    if (id === byDefault.facts.id) throw new StoreRefusal(standing);
    const { workspaces } = read();
    const held = workspaces.find(id);
    const changed = held && workspaces.change(id, changes(held));
    if (!changed) throw new StoreRefusal(ended);
    return changed;
  }

  /** Once others had their turn: whoever asks this of one workspace may ask it of a thousand. */
  async function inTurn<T>(work: (workspace: Workspace) => T): Promise<T> {
    await pause();
    return within(id, work);
  }

  return {
    facts,
    async counters() {
      await pause();
      return unlessOfOtherWorld(() => within(id, (workspace) => workspace.counters()));
    },
    change: async ({ name, hours }) =>
      change(({ event }) => ({
        ...(name !== undefined && { name }),
        ...(hours !== undefined && {
          expires: Math.min(
            now() + Math.min(hours, longestHours) * hour,
            (event === undefined ? undefined : read().events.find(event)?.expires) ?? Infinity,
          ),
        }),
      })),
    async rotateKey(overlap) {
      if (facts.keys.length === 0) throw new StoreRefusal(keyless);
      const { key, hash } = mintKey(id);
      const { keys } = change((held) => ({ keys: rotated(held.keys, hash, { now: now(), overlap }) }));
      return rotatedKey(key, keys);
    },
    reset: () => inTurn((workspace) => workspace.reset()),
    async fork({ name, hours, byOperator }) {
      const { event: eventId } = facts;
      const ask = { count: 1, ...(eventId !== undefined && { event: eventId }), ...(byOperator && { byOperator }) } as const;
      const event = eventId === undefined ? undefined : read().events.find(eventId);
      const own = facts.expires === undefined ? defaultHours * hour : facts.expires - facts.made;
      const lives = hours === undefined ? own : hours * hour;
      const { seed, population } = facts;
      const { clock } = facts;
      const minted = mintOne({ secret: premises.secret(), now: now(), event }, Math.min(lives, longestHours * hour), {
        ...(name !== undefined && { name }),
        secret: randomSecret(),
        seed,
        ...(population !== undefined && { population }),
        clock,
      });
      const made = await makeFilled([minted], premises, {
        refusal: () => read().refusal(ask, now()),
        lay: (store) =>
          within(id, (from) => {
            for (const page of copyPages(from.store)) putPage(store, page);
          }),
      });
      return isProblem(made) ? made : minted;
    },
    async bringContract(name, text) {
      const bring = await bringing();
      return inTurn((workspace) => bring(workspace, name, text));
    },
    removeContract: (name) => inTurn((workspace) => workspace.contracts.delete(name)),
    async announce(text) {
      await pause();
      change(() => ({ announcement: text }));
    },
    async end() {
      await pause();
      if (id === byDefault.facts.id) throw new StoreRefusal(standing);
      endWorkspace(id, premises);
    },
  };
}

export function unlessOfOtherWorld<T>(count: () => T): T | typeof nothingCounted {
  try {
    return count();
  } catch (error) {
    if (error instanceof OtherWorld) return nothingCounted;
    throw error;
  }
}

const standing: Problem = {
  problem: 'conflict',
  message: 'This is the default workspace of a server: it lives as long as its data, and can be reset but neither renamed nor ended.',
};
const keyless: Problem = { problem: 'conflict', message: 'This workspace opens without a key, so there is none to replace.' };
