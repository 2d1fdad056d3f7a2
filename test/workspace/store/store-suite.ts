/** What every store must do. Each implementation runs it; `durable` ones must also keep their documents when they are opened again. */
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { isOverlay, type Condition, type IndexEntry, type Store } from '../../../src/workspace/store/store.ts';

export interface StoreUnderTest {
  /** A new, empty store. */
  open(): Store;
  /** Opens the place of the last `open` again; absent where a store does not outlive its process. */
  reopen?: () => Store;
}

/** Few collections and keys, so that operations meet; keys beyond the basic plane, so that code-point order shows. */
const everyCollection = ['a', 'a/b', 'b', '~own'];
const collections = fc.constantFrom(...everyCollection);
const keys = fc.oneof(
  fc.constantFrom('', '1', '10', '2', 'a', 'A', 'á', '\ud7ff', '\ue000', '\uffff', '😀', '😀1', '\u{10ffff}', 'a\0b', '%', '_'),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const documents = fc.oneof(fc.json(), fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }));

/** Few names and values, so that searches find something; among them values that code points order otherwise than UTF-16 units. */
const names = ['^', 'code', 'date'];
const values = ['', 'a', 'a\0', 'b', '2026', '2026-01', '\uffff', '😀', '%'];

/** What an index of this definition has of a document: a few entries, the same one twice among them. */
function entriesUnder(definition: string, document: string, key: string): readonly IndexEntry[] {
  return Array.from((key + document).slice(0, 5), (character, i) => {
    const n = character.charCodeAt(0) * (definition === 'one' ? 1 : 7) + i;
    return { name: names[n % names.length] ?? '', value: values[n % values.length] ?? '' };
  }).slice(1);
}

const definitions = fc.constantFrom('one', 'another');
const value = fc.constantFrom(...values);
const conditions: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ name: fc.constantFrom(...names), anyOf: fc.array(value, { maxLength: 3 }) }),
  fc.record({ name: fc.constantFrom(...names), anyOf: fc.tuple(value) }),
  fc.record({ name: fc.constantFrom(...names), from: value, to: value }, { requiredKeys: ['name'] }),
);

type Step =
  | { readonly kind: 'put'; readonly collection: string; readonly key: string; readonly document: string }
  | { readonly kind: 'bury'; readonly collection: string; readonly key: string }
  | { readonly kind: 'delete'; readonly collection: string; readonly key: string }
  | { readonly kind: 'list'; readonly collection: string; readonly prefix: string }
  | { readonly kind: 'find'; readonly collection: string; readonly where: readonly Condition[]; readonly limit: number }
  | { readonly kind: 'reindex'; readonly collection: string; readonly definition: string }
  | { readonly kind: 'clear'; readonly collections?: readonly string[] }
  | { readonly kind: 'copy'; readonly collection: string; readonly to: string }
  | { readonly kind: 'transaction'; readonly steps: readonly Step[]; readonly fails: boolean };

const put = fc.record({ kind: fc.constant('put' as const), collection: collections, key: keys, document: documents });
const { step } = fc.letrec<{ step: Step }>((tie) => ({
  step: fc.oneof(
    { maxDepth: 3 },
    put,
    put,
    put,
    fc.record({ kind: fc.constant('bury' as const), collection: collections, key: keys }),
    fc.record({ kind: fc.constant('delete' as const), collection: collections, key: keys }),
    fc.record({ kind: fc.constant('list' as const), collection: collections, prefix: keys }),
    fc.record({
      kind: fc.constant('find' as const),
      collection: collections,
      where: fc.array(conditions, { minLength: 1, maxLength: 3 }),
      limit: fc.integer({ min: 1, max: 4 }),
    }),
    fc.record({ kind: fc.constant('reindex' as const), collection: collections, definition: definitions }),
    fc.record({ kind: fc.constant('clear' as const) }),
    fc.record({ kind: fc.constant('clear' as const), collections: fc.array(collections, { maxLength: 2 }) }),
    fc.record({ kind: fc.constant('copy' as const), collection: collections, to: collections }),
    fc.record({ kind: fc.constant('transaction' as const), steps: fc.array(tie('step'), { maxLength: 4 }), fails: fc.boolean() }),
  ),
}));

/** The obvious store: collections as plain maps, in the order in which their documents were first put. */
interface Rows {
  readonly definition: string;
  readonly documents: ReadonlyMap<string, { readonly document: string; readonly entries: readonly IndexEntry[] }>;
}
type Model = ReadonlyMap<string, Rows>;

const nothing: Rows = { definition: 'one', documents: new Map() };
const rowsOf = (model: Model, collection: string): Rows => model.get(collection) ?? nothing;

const byCodePoint = (a: string, b: string): number => {
  const [pointsA, pointsB] = [Array.from(a), Array.from(b)].map((characters) => characters.map((c) => c.codePointAt(0) ?? 0));
  const at = (pointsA ?? []).findIndex((point, i) => point !== pointsB?.[i]);
  return at === -1 ? a.length - b.length : (pointsA?.[at] ?? 0) - (pointsB?.[at] ?? -1);
};

const listed = (model: Model, collection: string, prefix: string) =>
  [...rowsOf(model, collection).documents]
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, { document }]) => [key, document] as const)
    .toSorted(([a], [b]) => byCodePoint(a, b));

const holds = (condition: Condition, { name, value: held }: IndexEntry): boolean =>
  name === condition.name &&
  ('anyOf' in condition
    ? condition.anyOf.includes(held)
    : byCodePoint(condition.from ?? '', held) <= 0 && (condition.to === undefined || byCodePoint(held, condition.to) < 0));

const foundIn = (model: Model, collection: string, where: readonly Condition[]) =>
  [...rowsOf(model, collection).documents]
    .filter(([, { entries }]) => where.every((condition) => entries.some((entry) => holds(condition, entry))))
    .map(([key, { document }]) => ({ key, document }));

/** Everything that a search gives, page by page. */
function pages(store: Store, collection: string, where: readonly Condition[], limit: number) {
  const found: { readonly key: string; readonly document: string }[] = [];
  let after: number | undefined;
  for (;;) {
    const page = store.find(collection, where, { limit, ...(after === undefined ? {} : { after }) });
    for (const { key, document, position } of page) {
      expect(position > (after ?? 0)).toBe(true);
      after = position;
      found.push({ key, document });
    }
    if (page.length < limit) return found;
  }
}

class Failure extends Error {}

/** Applies one step to the store and gives the model it must now equal, checking every answer on the way. */
function apply(store: Store, model: Model, step: Step): Model {
  switch (step.kind) {
    case 'put': {
      const { definition, documents: before } = rowsOf(model, step.collection);
      const entries = entriesUnder(definition, step.document, step.key);
      store.put(step.collection, step.key, step.document, entries);
      return new Map(model).set(step.collection, {
        definition,
        documents: new Map(before).set(step.key, { document: step.document, entries }),
      });
    }
    case 'bury': {
      const { definition, documents: before } = rowsOf(model, step.collection);
      store.put(step.collection, step.key, '');
      return new Map(model).set(step.collection, { definition, documents: new Map(before).set(step.key, { document: '', entries: [] }) });
    }
    case 'delete': {
      const { definition, documents: before } = rowsOf(model, step.collection);
      expect(store.delete(step.collection, step.key)).toBe(before.has(step.key));
      return new Map(model).set(step.collection, { definition, documents: new Map([...before].filter(([key]) => key !== step.key)) });
    }
    case 'list':
      expect(store.list(step.collection, step.prefix)).toEqual(listed(model, step.collection, step.prefix));
      expect(store.keys(step.collection)).toEqual(listed(model, step.collection, '').map(([key]) => key));
      expect(store.count(step.collection)).toBe(rowsOf(model, step.collection).documents.size);
      return model;
    case 'find': {
      const wanted = foundIn(model, step.collection, step.where);
      expect(pages(store, step.collection, step.where, step.limit)).toEqual(wanted);
      expect(store.tally(step.collection, step.where)).toBe(wanted.length);
      return model;
    }
    case 'reindex': {
      const { definition: before, documents: rows } = rowsOf(model, step.collection);
      // A document that was put without entries had none to make under its first definition either.
      const entriesOf = (document: string, key: string) => (document === '' ? [] : entriesUnder(step.definition, document, key));
      store.reindex(step.collection, step.definition, entriesOf);
      if (before === step.definition) return model;
      const documents = new Map([...rows].map(([key, { document }]) => [key, { document, entries: entriesOf(document, key) }]));
      return new Map(model).set(step.collection, { definition: step.definition, documents });
    }
    case 'clear': {
      store.clear(step.collections);
      const isGone = (name: string) => step.collections?.includes(name) ?? isOverlay(name);
      return new Map(
        [...model].map(([name, { definition, documents }]) => [name, { definition, documents: isGone(name) ? new Map() : documents }]),
      );
    }
    case 'copy': {
      const rows = [...store.rows(step.collection)];
      const definition = store.definition(step.collection);
      store.clear([step.to]);
      for (const row of rows) store.putRow(step.to, row, definition);
      return new Map(model).set(step.to, rowsOf(model, step.collection));
    }
    case 'transaction': {
      let inside = model;
      const work = () => {
        for (const inner of step.steps) inside = apply(store, inside, inner);
        if (step.fails) throw new Failure();
        return 'done';
      };
      if (step.fails) expect(() => store.transaction(work)).toThrow(Failure);
      else expect(store.transaction(work)).toBe('done');
      return step.fails ? model : inside;
    }
  }
}

function expectEqual(store: Store, model: Model): void {
  expect(store.collections()).toEqual(everyCollection.filter((name) => rowsOf(model, name).documents.size > 0));
  for (const collection of everyCollection) {
    const rows = listed(model, collection, '');
    expect([...store.rows(collection)].map(({ key, document }) => [key, document])).toEqual(rows);
    for (const row of store.rows(collection)) expect(store.row(collection, row.key)).toEqual(row);
    expect(store.list(collection)).toEqual(rows);
    expect(store.keys(collection)).toEqual(rows.map(([key]) => key));
    expect(store.count(collection)).toBe(rows.length);
    for (const [key, document] of rows) expect(store.get(collection, key)).toBe(document);
    for (const name of names) {
      for (const where of [[{ name }], [{ name, anyOf: ['a', 'b', '2026'] }], [{ name: 'code', anyOf: ['a'] }, { name }]]) {
        expect(pages(store, collection, where, 3)).toEqual(foundIn(model, collection, where));
      }
    }
  }
}

export function storeSuite(name: string, { open, reopen }: StoreUnderTest): void {
  describe(name, () => {
    let store: Store | undefined;
    const opened = (next: Store): Store => (store = next);
    afterEach(() => {
      store?.close();
      store = undefined;
    });

    test('returns what was put, and nothing for what was not', () => {
      const store = opened(open());
      store.put('patients', '1', '{"id":"1"}');
      store.put('patients', '1', '{"id":"1","version":2}');
      expect(store.get('patients', '1')).toBe('{"id":"1","version":2}');
      expect(store.get('patients', '2')).toBeUndefined();
      expect(store.get('practices', '1')).toBeUndefined();
      expect(store.count('patients')).toBe(1);
      expect(store.count('practices')).toBe(0);
    });

    test('tells whether a delete found something', () => {
      const store = opened(open());
      store.put('patients', '1', 'x');
      expect(store.delete('patients', '1')).toBe(true);
      expect(store.delete('patients', '1')).toBe(false);
      expect(store.delete('practices', '1')).toBe(false);
      expect(store.get('patients', '1')).toBeUndefined();
    });

    test('keeps an empty document apart from no document', () => {
      const store = opened(open());
      store.put('patients', '1', '');
      expect(store.get('patients', '1')).toBe('');
      expect(store.list('patients')).toEqual([['1', '']]);
    });

    test('lists keys in code-point order, not in the order of UTF-16 units', () => {
      const store = opened(open());
      for (const key of ['😀', '\uffff', 'b', '10', '9', 'B']) store.put('c', key, key);
      expect(store.list('c').map(([key]) => key)).toEqual(['10', '9', 'B', 'b', '\uffff', '😀']);
    });

    test('lists by prefix, reading % and _ and the last code point as themselves', () => {
      const store = opened(open());
      for (const key of ['a', 'a%', 'a%b', 'ab', 'a\u{10ffff}', 'a\u{10ffff}z', 'b', '\u{10ffff}']) store.put('c', key, key);
      const keysUnder = (prefix: string) => store.list('c', prefix).map(([key]) => key);
      expect(keysUnder('a%')).toEqual(['a%', 'a%b']);
      expect(keysUnder('a_')).toEqual([]);
      expect(keysUnder('a\u{10ffff}')).toEqual(['a\u{10ffff}', 'a\u{10ffff}z']);
      expect(keysUnder('\u{10ffff}')).toEqual(['\u{10ffff}']);
      expect(keysUnder('')).toHaveLength(8);
    });

    test('gives a list that later writes do not change', () => {
      const store = opened(open());
      for (const key of ['1', '2', '3']) store.put('c', key, 'before');
      const list = store.list('c');
      for (const [key] of list) store.delete('c', key);
      store.put('c', '4', 'after');
      expect(list).toEqual([
        ['1', 'before'],
        ['2', 'before'],
        ['3', 'before'],
      ]);
    });

    const letter = (sender: string, sent: string): readonly IndexEntry[] => [
      { name: '^', value: '' },
      { name: 'sender', value: sender },
      { name: 'sent', value: sent },
    ];
    const all: Condition = { name: '^', anyOf: [''] };
    const keysOf = (found: readonly { readonly key: string }[]) => found.map(({ key }) => key);

    test('finds by an entry, in the order in which documents were first put', () => {
      const store = opened(open());
      store.put('letters', '9', 'nine', letter('Ada', '2026-01-01'));
      store.put('letters', '5', 'five', letter('Bo', '2026-01-02'));
      store.put('letters', '7', 'seven', letter('Ada', '2026-01-03'));
      store.put('letters', '9', 'nine again', letter('Ada', '2026-01-04'));
      store.put('parcels', '1', 'another collection', letter('Ada', '2026-01-01'));
      const found = store.find('letters', [all, { name: 'sender', anyOf: ['Ada'] }], { limit: 10 });
      expect(found).toEqual([
        { key: '9', document: 'nine again', position: 1 },
        { key: '7', document: 'seven', position: 3 },
      ]);
      expect(keysOf(store.find('letters', [all], { limit: 10 }))).toEqual(['9', '5', '7']);
      expect(store.find('letters', [{ name: 'sender', anyOf: ['Cy'] }], { limit: 10 })).toEqual([]);
      expect(store.find('nothing', [all], { limit: 10 })).toEqual([]);
    });

    test('finds by any of several values and by a range whose end is left out', () => {
      const store = opened(open());
      for (const [key, sender, sent] of [
        ['1', 'Ada', '2026-01-01'],
        ['2', 'Bo', '2026-01-02'],
        ['3', 'Cy', '2026-01-02T10:00'],
        ['4', 'Ada', '2026-02-01'],
      ] as const) {
        store.put('letters', key, key, letter(sender, sent));
      }
      const find = (...where: Condition[]) => keysOf(store.find('letters', where, { limit: 10 }));
      expect(find({ name: 'sender', anyOf: ['Cy', 'Ada', 'Ada'] })).toEqual(['1', '3', '4']);
      expect(find({ name: 'sent', from: '2026-01-02', to: '2026-02-01' })).toEqual(['2', '3']);
      expect(find({ name: 'sent', to: '2026-01-02' })).toEqual(['1']);
      expect(find({ name: 'sent', from: '2026-01-02T' })).toEqual(['3', '4']);
      expect(find(all, { name: 'sender', anyOf: ['Ada', 'Bo'] }, { name: 'sent', from: '2026-01-02' })).toEqual(['2', '4']);
    });

    test('goes through everything page by page, whatever is put meanwhile', () => {
      const store = opened(open());
      for (let i = 0; i < 5; i++) store.put('letters', `${9 - i}`, '', letter('Ada', '2026'));
      const first = store.find('letters', [all], { limit: 3 });
      expect(keysOf(first)).toEqual(['9', '8', '7']);
      store.put('letters', '9', 'again', letter('Ada', '2026'));
      store.put('letters', '0', 'new', letter('Ada', '2026'));
      const second = store.find('letters', [all], { limit: 3, after: first.at(-1)?.position ?? 0 });
      expect(keysOf(second)).toEqual(['6', '5', '0']);
      expect(store.find('letters', [all], { limit: 3, after: second.at(-1)?.position ?? 0 })).toEqual([]);
    });

    test('passes over as many as are to be skipped', () => {
      const store = opened(open());
      for (let i = 0; i < 6; i++) store.put('letters', `${i}`, '', letter(i % 2 === 0 ? 'Ada' : 'Bo', '2026'));
      const skipping = (skip: number, ...where: Condition[]) => keysOf(store.find('letters', where, { skip, limit: 2 }));
      expect(skipping(3, all)).toEqual(['3', '4']);
      expect(skipping(5, all)).toEqual(['5']);
      expect(skipping(6, all)).toEqual([]);
      expect(skipping(1, all, { name: 'sender', anyOf: ['Ada'] })).toEqual(['2', '4']);
      expect(skipping(1, all, { name: 'sender', from: 'B' })).toEqual(['3', '5']);
      expect(keysOf(store.find('letters', [all], { after: 2, skip: 1, limit: 2 }))).toEqual(['3', '4']);
    });

    test('finds a document by what it was last put with, and not at all once it has no entries or is gone', () => {
      const store = opened(open());
      const senders = (sender: string) => keysOf(store.find('letters', [{ name: 'sender', anyOf: [sender] }], { limit: 9 }));
      for (const key of ['1', '2', '3']) store.put('letters', key, 'x', letter('Ada', '2026'));
      store.put('letters', '1', 'x', letter('Bo', '2026'));
      store.put('letters', '2', 'deleted');
      expect([senders('Ada'), senders('Bo')]).toEqual([['3'], ['1']]);
      store.delete('letters', '3');
      expect(senders('Ada')).toEqual([]);
      expect([store.count('letters'), store.tally('letters', [all])]).toEqual([2, 1]);
      store.clear();
      expect([senders('Bo'), store.tally('letters', [all])]).toEqual([[], 0]);
    });

    test('counts what it would find, among many as among few', () => {
      const store = opened(open());
      for (let i = 0; i < 300; i++) store.put('letters', `${i}`, 'x', letter(i % 3 === 0 ? 'Ada' : 'Bo', `2026-${i % 12}`));
      const ada: Condition = { name: 'sender', anyOf: ['Ada'] };
      const either: Condition = { name: 'sender', anyOf: ['Ada', 'Bo'] };
      const count = (...where: Condition[]) => store.tally('letters', where);
      expect([count(all), count(all, ada), count(either), count(ada, { name: 'sent', from: '2026-3', to: '2026-4' })]).toEqual([
        300, 100, 300, 25,
      ]);
      store.put('letters', '0', 'x', letter('Bo', '2026-3'));
      store.delete('letters', '3');
      store.put('letters', 'new', 'x', letter('Ada', '2026-3'));
      expect([count(all), count(all, ada), count(either), count(ada, { name: 'sent', from: '2026-3', to: '2026-4' })]).toEqual([
        300, 99, 300, 25,
      ]);
      expect(() =>
        store.transaction(() => {
          for (let i = 0; i < 100; i++) store.put('letters', `${i}`, 'x');
          expect([count(all), count(ada)]).toEqual([201, 67]);
          throw new Failure();
        }),
      ).toThrow(Failure);
      expect([count(all), count(all, ada)]).toEqual([300, 99]);
    });

    test('restores entries and positions in a transaction that throws', () => {
      const store = opened(open());
      store.put('letters', '1', 'x', letter('Ada', '2026'));
      store.put('letters', '2', 'x', letter('Bo', '2026'));
      const before = store.find('letters', [all], { limit: 9 });
      expect(() =>
        store.transaction(() => {
          store.put('letters', '3', 'x', letter('Cy', '2026'));
          store.put('letters', '2', 'y', letter('Cy', '2027'));
          store.delete('letters', '1');
          store.clear();
          store.put('letters', '1', 'y', letter('Cy', '2026'));
          throw new Failure();
        }),
      ).toThrow(Failure);
      expect(store.find('letters', [all], { limit: 9 })).toEqual(before);
      expect(keysOf(store.find('letters', [{ name: 'sender', anyOf: ['Bo'] }], { limit: 9 }))).toEqual(['2']);
      expect(store.find('letters', [{ name: 'sender', anyOf: ['Cy'] }], { limit: 9 })).toEqual([]);
      store.put('letters', '3', 'x', letter('Cy', '2026'));
      expect(store.find('letters', [all], { limit: 9, after: 2 })).toEqual([{ key: '3', document: 'x', position: 3 }]);
    });

    test('makes the entries of what lies there anew when their definition is another, and only then', () => {
      const store = opened(open());
      store.put('letters', '1', 'Ada');
      store.put('letters', '2', 'Bo');
      let made = 0;
      const bySender = (document: string): readonly IndexEntry[] => {
        made++;
        return [{ name: 'sender', value: document }];
      };
      const find = (name: string, value: string) => keysOf(store.find('letters', [{ name, anyOf: [value] }], { limit: 9 }));
      store.reindex('letters', 'sender', bySender);
      store.reindex('letters', 'sender', bySender);
      store.put('letters', '3', 'Bo', [{ name: 'sender', value: 'Bo' }]);
      store.reindex('letters', 'sender', bySender);
      expect(find('sender', 'Bo')).toEqual(['2', '3']);
      expect(made).toBe(2);
      store.reindex('letters', 'initial', (document, key) => [{ name: 'initial', value: document.slice(0, 1) + key }]);
      expect([find('sender', 'Bo'), find('initial', 'B3')]).toEqual([[], ['3']]);
      expect(store.get('letters', '1')).toBe('Ada');
    });

    test('tells the overlay from what is the workspace’s own', () => {
      const store = opened(open());
      for (const name of ['letters', '~settings', 'a/b', '~journal', '\u007f', '😀']) store.put(name, '1', name, letter('Ada', '2026'));
      expect(store.collections()).toEqual(['a/b', 'letters', '~journal', '~settings', '\u007f', '😀']);
      store.clear();
      expect(store.collections()).toEqual(['~journal', '~settings']);
      expect(keysOf(store.find('~journal', [all], { limit: 9 }))).toEqual(['1']);
      store.clear(['~journal', 'nothing here']);
      expect(store.collections()).toEqual(['~settings']);
    });

    test('puts rows back as they lay, found without being indexed anew, and numbers later ones after them', () => {
      const store = opened(open());
      const entriesOf = (document: string) => letter(document, '2026');
      store.reindex('letters', 'by sender', entriesOf);
      for (const [key, sender] of Object.entries({ c: 'Ada', b: 'Bo', a: 'Ada', d: 'Cy' }))
        store.put('letters', key, sender, entriesOf(sender));
      store.delete('letters', 'b');
      store.put('letters', 'gone', '');
      const rows = [...store.rows('letters')];
      expect(rows.map(({ key, position }) => [key, position])).toEqual([
        ['a', 3],
        ['c', 1],
        ['d', 4],
        ['gone', 5],
      ]);
      expect(store.definition('letters')).toBe('by sender');
      store.clear();
      for (const row of rows.toReversed()) store.putRow('letters', row, 'by sender');
      store.reindex('letters', 'by sender', () => {
        throw new Failure('nothing is to be made');
      });
      expect(store.find('letters', [all], { limit: 2 })).toEqual([
        { key: 'c', document: 'Ada', position: 1 },
        { key: 'a', document: 'Ada', position: 3 },
      ]);
      store.put('letters', 'e', 'Ada', entriesOf('Ada'));
      expect(store.find('letters', [{ name: 'sender', anyOf: ['Ada'] }], { limit: 9, after: 3 }).map(({ position }) => position)).toEqual([
        6,
      ]);
    });

    test.each([
      ['of another definition', 'by town'],
      ['of none', undefined],
    ])('makes the entries of a collection anew where rows %s were put back', (_, definition) => {
      const store = opened(open());
      store.reindex('letters', 'by sender', (document) => letter(document, '2026'));
      store.put('letters', '1', 'Ada', letter('Ada', '2026'));
      store.putRow('letters', { key: '2', position: 2, entries: letter('?', '2026'), document: 'Bo' }, definition);
      store.reindex('letters', 'by sender', (document) => letter(document, '2026'));
      expect(keysOf(store.find('letters', [{ name: 'sender', anyOf: ['Bo'] }], { limit: 9 }))).toEqual(['2']);
      expect(keysOf(store.find('letters', [all], { limit: 9 }))).toEqual(['1', '2']);
    });

    test('says when what was known of it in memory is undone, with the changes that are', () => {
      const store = opened(open());
      const undone: string[] = [];
      const change = (name: string) => {
        store.put('c', name, '1');
        store.whenUndone(() => undone.push(name));
      };
      store.transaction(() => change('kept'));
      store.whenUndone(() => undone.push('nothing was open'));
      expect(() =>
        store.transaction(() => {
          change('outer');
          expect(() =>
            store.transaction(() => {
              change('inner');
              throw new Failure();
            }),
          ).toThrow(Failure);
          expect(undone).toEqual(['inner']);
          throw new Failure();
        }),
      ).toThrow(Failure);
      expect(undone).toEqual(['inner', 'outer']);
      expect(store.keys('c')).toEqual(['kept']);
    });

    test('undoes everything in a transaction that throws and passes the error on', () => {
      const store = opened(open());
      store.put('c', 'kept', '1');
      const failure = new Failure('why');
      expect(() =>
        store.transaction(() => {
          store.put('c', 'kept', '2');
          store.put('c', 'new', '1');
          store.delete('c', 'kept');
          store.clear();
          throw failure;
        }),
      ).toThrow(failure);
      expect(store.list('c')).toEqual([['kept', '1']]);
    });

    test('sees its own writes inside a transaction', () => {
      const store = opened(open());
      store.transaction(() => {
        store.put('c', '1', 'x');
        expect(store.get('c', '1')).toBe('x');
        expect(store.list('c')).toEqual([['1', 'x']]);
      });
    });

    test('undoes only the inner changes when an inner failure is caught', () => {
      const store = opened(open());
      store.transaction(() => {
        store.put('c', 'outer', '1');
        expect(() =>
          store.transaction(() => {
            store.put('c', 'inner', '1');
            store.put('c', 'outer', '2');
            throw new Failure();
          }),
        ).toThrow(Failure);
        store.put('c', 'after', '1');
      });
      expect(store.list('c')).toEqual([
        ['after', '1'],
        ['outer', '1'],
      ]);
    });

    test('undoes inner changes that succeeded when the outer transaction fails', () => {
      const store = opened(open());
      expect(() =>
        store.transaction(() => {
          store.transaction(() => store.put('c', 'inner', '1'));
          throw new Failure();
        }),
      ).toThrow(Failure);
      expect(store.list('c')).toEqual([]);
      store.transaction(() => store.put('c', 'next', '1'));
      expect(store.count('c')).toBe(1);
    });

    test('keeps a large document byte for byte', () => {
      const store = opened(open());
      const document = JSON.stringify({ text: 'é😀\0'.repeat(200_000) });
      store.put('c', 'large', document);
      expect(store.get('c', 'large') === document).toBe(true);
    });

    test('equals the obvious store after any history', () => {
      const store = opened(open());
      fc.assert(
        fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
          store.clear(everyCollection);
          // Definitions outlive a clear; collections of the last history begin under theirs.
          for (const collection of everyCollection) store.reindex(collection, 'one', () => []);
          let model: Model = new Map();
          for (const next of steps) model = apply(store, model, next);
          expectEqual(store, model);
        }),
        { numRuns: 150, interruptAfterTimeLimit: 4_000 },
      );
    });

    test.runIf(reopen)('equals the obvious store when it is opened again', () => {
      fc.assert(
        fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
          const store = open();
          let model: Model = new Map();
          try {
            for (const next of steps) model = apply(store, model, next);
          } finally {
            store.close();
          }
          const again = reopen?.();
          try {
            if (again) expectEqual(again, model);
          } finally {
            again?.close();
          }
        }),
        { numRuns: 20, interruptAfterTimeLimit: 4_000 },
      );
    });
  });
}
