/** Rows as lines of JSON, with everything that is stored beside them: what a snapshot is made of, and what a fork is given. */
import { gathered, linesOf } from './store/pieces.ts';
import { isOfSnapshots, type Store, type StoredRow } from './store/store.ts';

/** The first line of a collection says what its entries were made by, where anybody said; each of the others is a row. */
type Line = { readonly collection: string } & ({ readonly definition: string } | StoredRow);

export function* rowLines(store: Store, collections: readonly string[]): Generator<string> {
  for (const collection of collections) {
    const definition = store.definition(collection);
    if (definition !== undefined) yield `${JSON.stringify({ collection, definition } satisfies Line)}\n`;
    for (const { key, position, entries, document } of store.rows(collection))
      yield `${JSON.stringify({ collection, key, position, entries, document } satisfies Line)}\n`;
  }
}

interface ReadRow {
  readonly collection: string;
  /** Undefined where nobody said, or said it on an earlier page. */
  readonly definition: string | undefined;
  readonly row: StoredRow;
}

export function* readLines(lines: Iterable<string>): Generator<ReadRow> {
  const definitions = new Map<string, string>();
  for (const text of lines) {
    const line = JSON.parse(text) as Line; // as `rowLines` wrote it
    const { collection } = line;
    if ('definition' in line) definitions.set(collection, line.definition);
    else {
      const { key, position, entries, document } = line;
      yield { collection, definition: definitions.get(collection), row: { key, position, entries, document } };
    }
  }
}

/** UTF-16 units of a page, unless one row has more: what is handed from one object to another at a time. */
export const pageLength = 1_000_000;

/** What is the workspace's own and a fork is given: its world, settings, clock, rules, applications, contracts and people; neither journals nor snapshots. */
const isGivenOn = (collection: string): boolean =>
  isOfSnapshots(collection) ||
  collection === '~settings' ||
  collection === '~clock' ||
  /^~(?:application|contract|person|world)(?:$|\/)/.test(collection);

/** Everything that a fork of the workspace begins with, to be put into a fresh store page by page, in this order. */
export const copyPages = (store: Store): Iterable<string> => gathered(rowLines(store, store.collections().filter(isGivenOn)), pageLength);

/** Before a workspace is opened over it. */
export function putPage(store: Store, page: string): void {
  store.transaction(() => {
    for (const { collection, definition = store.definition(collection), row } of readLines(linesOf([page])))
      store.putRow(collection, row, definition);
  });
}
