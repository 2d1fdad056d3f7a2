/** The facts of workspaces as rows of a store, and what is left of those that have ended: their ids and nothing else. */
import { sortableInstant } from '../../workspace/store/sortable-instant.ts';
import type { Store } from '../../workspace/store/store.ts';
import type { WorkspaceFacts } from '../facts.ts';
import type { ListAsked, ListedWorkspaces } from '../workspaces.ts';

const collection = 'workspace';
const ended = 'ended';
const loose = 'loose';

/** Every row has it, so that all can be listed in order of making. */
const all = { name: 'kind', value: 'workspace' };

export interface WorkspaceRows {
  /** Undefined where it has ended or never was; a workspace past its time is found until it is ended. */
  find(id: string): WorkspaceFacts | undefined;
  hasEnded(id: string): boolean;
  /** Throws where the id was used before. */
  add(facts: WorkspaceFacts): void;
  /** What the workspace is now; undefined where there is none. */
  change(id: string, changes: Partial<WorkspaceFacts>): WorkspaceFacts | undefined;
  /** Keeps the id of what is gone, so that it is never used again; of one that its user named, nothing. False where there was none. */
  end(id: string): boolean;
  list(asked: ListAsked): ListedWorkspaces;
  /** Some of those whose time was over at `now`. */
  expired(now: number, limit: number): readonly WorkspaceFacts[];
  count(event?: string): number;
  /** How many of them their users named. */
  countNamed(): number;
  /**
   * Ids whose storage belongs to no workspace: what was begun and not finished, or ended and not yet deleted. Written down before anything
   * is stored under an id, and before a workspace is ended, so that a crash leaves nothing that nobody finds again.
   */
  readonly loose: Loose;
}

export interface Loose {
  add(id: string): void;
  remove(id: string): void;
  ids(): readonly string[];
}

export function workspaceRows(store: Store): WorkspaceRows {
  function find(id: string): WorkspaceFacts | undefined {
    const document = store.get(collection, id);
    return document === undefined ? undefined : read(document);
  }

  function put(facts: WorkspaceFacts): void {
    const { id, event, expires, isOpen } = facts;
    store.put(collection, id, JSON.stringify(facts), [
      all,
      ...(expires === undefined ? [] : [{ name: 'expires', value: sortableInstant(expires) }]),
      ...(event === undefined ? [] : [{ name: 'event', value: event }]),
      ...(isOpen ? [{ name: 'named', value: 'true' }] : []),
    ]);
  }

  return {
    find,
    hasEnded: (id) => store.get(ended, id) !== undefined,
    add(facts) {
      if (store.get(collection, facts.id) !== undefined || store.get(ended, facts.id) !== undefined)
        throw new RangeError('a workspace of this id has been made before');
      store.transaction(() => put(facts));
    },
    change: (id, changes) =>
      store.transaction(() => {
        const facts = find(id);
        if (!facts) return undefined;
        const changed = { ...facts, ...changes };
        put(changed);
        return changed;
      }),
    end: (id) =>
      store.transaction(() => {
        const facts = find(id);
        if (!facts) return false;
        store.delete(collection, id);
        if (!facts.isOpen) store.put(ended, id, '');
        return true;
      }),
    list({ event, after, limit }) {
      const where = event === undefined ? { name: all.name, anyOf: [all.value] } : { name: 'event', anyOf: [event] };
      const from = after === undefined ? {} : { after: positionOf(after) };
      const found = store.find(collection, [where], { ...from, limit: limit + 1 });
      const last = found[limit - 1];
      return {
        workspaces: found.slice(0, limit).map(({ document }) => read(document)),
        ...(found.length > limit && last && { next: String(last.position) }),
      };
    },
    expired: (now, limit) =>
      store.find(collection, [{ name: 'expires', to: sortableInstant(now + 1) }], { limit }).map(({ document }) => read(document)),
    count: (event) => (event === undefined ? store.count(collection) : store.tally(collection, [{ name: 'event', anyOf: [event] }])),
    countNamed: () => store.tally(collection, [{ name: 'named', anyOf: ['true'] }]),
    loose: {
      add: (id) => store.put(loose, id, ''),
      remove(id) {
        store.delete(loose, id);
      },
      ids: () => store.keys(loose),
    },
  };
}

const read = (document: string): WorkspaceFacts => JSON.parse(document) as WorkspaceFacts; // as `put` wrote it

/** Whatever else was asked for comes after everything. */
function positionOf(after: string): number {
  return /^\d{1,15}$/.test(after) ? Number(after) : Number.MAX_SAFE_INTEGER;
}
