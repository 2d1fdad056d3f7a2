/** What every store must do. Each implementation runs it; `durable` ones must also keep their documents when they are opened again. */
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { Store } from '../../../src/workspace/store/store.ts';

export interface StoreUnderTest {
  /** A new, empty store. */
  open(): Store;
  /** Opens the place of the last `open` again; absent where a store does not outlive its process. */
  reopen?: () => Store;
}

/** Few collections and keys, so that operations meet; keys beyond the basic plane, so that code-point order shows. */
const collections = fc.constantFrom('a', 'b', 'a/b');
const keys = fc.oneof(
  fc.constantFrom('', '1', '10', '2', 'a', 'A', 'á', '\ud7ff', '\ue000', '\uffff', '😀', '😀1', '\u{10ffff}', 'a\0b', '%', '_'),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const documents = fc.oneof(fc.json(), fc.string({ unit: 'binary', maxLength: 20 }));

type Step =
  | { readonly kind: 'put'; readonly collection: string; readonly key: string; readonly document: string }
  | { readonly kind: 'delete'; readonly collection: string; readonly key: string }
  | { readonly kind: 'list'; readonly collection: string; readonly prefix: string }
  | { readonly kind: 'clear' }
  | { readonly kind: 'transaction'; readonly steps: readonly Step[]; readonly fails: boolean };

const { step } = fc.letrec<{ step: Step }>((tie) => ({
  step: fc.oneof(
    { maxDepth: 3 },
    fc.record({ kind: fc.constant('put' as const), collection: collections, key: keys, document: documents }),
    fc.record({ kind: fc.constant('put' as const), collection: collections, key: keys, document: documents }),
    fc.record({ kind: fc.constant('delete' as const), collection: collections, key: keys }),
    fc.record({ kind: fc.constant('list' as const), collection: collections, prefix: keys }),
    fc.record({ kind: fc.constant('clear' as const) }),
    fc.record({ kind: fc.constant('transaction' as const), steps: fc.array(tie('step'), { maxLength: 4 }), fails: fc.boolean() }),
  ),
}));

/** The obvious store: collections as plain maps. */
type Model = Map<string, Map<string, string>>;

const copy = (model: Model): Model => new Map([...model].map(([name, rows]) => [name, new Map(rows)]));

const byCodePoint = (a: string, b: string): number => {
  const [pointsA, pointsB] = [Array.from(a), Array.from(b)].map((characters) => characters.map((c) => c.codePointAt(0) ?? 0));
  const at = (pointsA ?? []).findIndex((point, i) => point !== pointsB?.[i]);
  return at === -1 ? a.length - b.length : (pointsA?.[at] ?? 0) - (pointsB?.[at] ?? -1);
};

const listed = (model: Model, collection: string, prefix: string) =>
  [...(model.get(collection) ?? [])].filter(([key]) => key.startsWith(prefix)).toSorted(([a], [b]) => byCodePoint(a, b));

class Failure extends Error {}

/** Applies one step to the store and gives the model it must now equal, checking every answer on the way. */
function apply(store: Store, model: Model, step: Step): Model {
  switch (step.kind) {
    case 'put': {
      store.put(step.collection, step.key, step.document);
      const after = copy(model);
      after.set(step.collection, new Map(after.get(step.collection)).set(step.key, step.document));
      return after;
    }
    case 'delete': {
      expect(store.delete(step.collection, step.key)).toBe(model.get(step.collection)?.has(step.key) ?? false);
      const after = copy(model);
      after.get(step.collection)?.delete(step.key);
      return after;
    }
    case 'list':
      expect(store.list(step.collection, step.prefix)).toEqual(listed(model, step.collection, step.prefix));
      expect(store.count(step.collection)).toBe(model.get(step.collection)?.size ?? 0);
      return model;
    case 'clear':
      store.clear();
      return new Map();
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
  for (const collection of ['a', 'b', 'a/b']) {
    const rows = listed(model, collection, '');
    expect(store.list(collection)).toEqual(rows);
    expect(store.count(collection)).toBe(rows.length);
    for (const [key, document] of rows) expect(store.get(collection, key)).toBe(document);
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
          store.clear();
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
