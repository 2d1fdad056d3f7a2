/** Events as rows of a store, with the contracts that their workspaces share. */
import { piecesIn, putText } from '../../workspace/store/pieces.ts';
import type { Store } from '../../workspace/store/store.ts';
import type { EventFacts } from '../workspaces.ts';

const collection = 'event';
/** One row for each contract, its text in a collection of its own. */
const contracts = 'event-contract';
const contractOf = (id: string, name: string): string => `${id}/${name}`;
const textOf = (key: string): string => `${contracts}/${key}`;

export interface SharedContract {
  readonly name: string;
  readonly text: string;
}

export interface EventRows {
  find(id: string): EventFacts | undefined;
  /** In order of making. */
  list(): readonly EventFacts[];
  count(): number;
  add(facts: EventFacts): void;
  change(id: string, changes: Partial<EventFacts>): EventFacts | undefined;
  /** With its contracts. False where there was none. */
  remove(id: string): boolean;
  contractNames(id: string): readonly string[];
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
  const contractNames = (id: string): readonly string[] =>
    store.list(contracts, contractOf(id, '')).map(([key]) => key.slice(id.length + 1));

  function removeContract(id: string, name: string): boolean {
    const key = contractOf(id, name);
    return store.transaction(() => {
      store.clear([textOf(key)]);
      return store.delete(contracts, key);
    });
  }

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
        for (const name of contractNames(id)) removeContract(id, name);
        return store.delete(collection, id);
      }),
    contractNames,
    contracts: (id) => contractNames(id).map((name) => ({ name, text: [...piecesIn(store, textOf(contractOf(id, name)))].join('') })),
    putContract(id, { name, text }) {
      const key = contractOf(id, name);
      store.transaction(() => {
        putText(store, textOf(key), [text]);
        store.put(contracts, key, '');
      });
    },
    removeContract,
  };
}

const readEvent = (document: string): EventFacts => JSON.parse(document) as EventFacts; // as `put` wrote it
