/** Events as rows of a store, with the contracts that their workspaces share. */
import type { Store } from '../workspace/store/store.ts';
import { pieceLength } from './limits.ts';
import type { EventFacts } from './workspaces.ts';

const collection = 'event';
const contracts = 'event-contract';

export interface SharedContract {
  readonly name: string;
  readonly text: string;
}

export interface EventRows {
  find(id: string): EventFacts | undefined;
  list(): readonly EventFacts[];
  count(): number;
  add(facts: EventFacts): void;
  change(id: string, changes: Partial<EventFacts>): EventFacts | undefined;
  /** With its contracts. False where there was none. */
  remove(id: string): boolean;
  contracts(id: string): readonly SharedContract[];
  /** In place of one of the same name. */
  putContract(id: string, contract: SharedContract): void;
  removeContract(id: string, name: string): boolean;
}

export function eventRows(store: Store): EventRows {
  const find = (id: string): EventFacts | undefined => {
    const document = store.get(collection, id);
    return document === undefined ? undefined : readEvent(document);
  };
  const put = (facts: EventFacts): void => store.put(collection, facts.id, JSON.stringify(facts), [{ name: 'kind', value: 'event' }]);

  /** Pieces of texts, of one contract or of all: in order of name, and of a name in order of the text. */
  function pieces(id: string, name?: string): readonly (readonly [key: string, piece: string])[] {
    return store.list(contracts, name === undefined ? `${id}/` : `${id}/${name}/`);
  }

  const removePieces = (those: ReturnType<typeof pieces>): boolean => {
    for (const [key] of those) store.delete(contracts, key);
    return those.length > 0;
  };

  return {
    find,
    list: () =>
      store
        .find(collection, [{ name: 'kind', anyOf: ['event'] }], { limit: store.count(collection) })
        .map(({ document }) => readEvent(document)),
    count: () => store.count(collection),
    add: put,
    change: (id, changes) =>
      store.transaction(() => {
        const facts = find(id);
        if (!facts) return undefined;
        const changed = { ...facts, ...changes };
        put(changed);
        return changed;
      }),
    remove: (id) =>
      store.transaction(() => {
        removePieces(pieces(id));
        return store.delete(collection, id);
      }),
    contracts(id) {
      const texts = new Map<string, string>();
      for (const [key, piece] of pieces(id)) {
        const name = key.slice(id.length + 1, key.lastIndexOf('/'));
        texts.set(name, (texts.get(name) ?? '') + piece);
      }
      return [...texts].map(([name, text]) => ({ name, text }));
    },
    putContract(id, { name, text }) {
      store.transaction(() => {
        removePieces(pieces(id, name));
        for (let i = 0; i === 0 || i * pieceLength < text.length; i++) {
          store.put(contracts, `${id}/${name}/${String(i).padStart(3, '0')}`, text.slice(i * pieceLength, (i + 1) * pieceLength));
        }
      });
    },
    removeContract: (id, name) => store.transaction(() => removePieces(pieces(id, name))),
  };
}

const readEvent = (document: string): EventFacts => JSON.parse(document) as EventFacts; // as `put` wrote it
