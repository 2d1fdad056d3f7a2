/** Keys in order, whatever was added and deleted, across blocks small enough to split and vanish. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareKeys } from '../../../src/workspace/store/key-order.ts';
import { sortedKeys } from '../../../src/workspace/store/sorted-keys.ts';

const key = fc.oneof(fc.string({ unit: 'binary', maxLength: 3 }), fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 6 }));

test('equals a sorted array after any history', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.boolean()), { maxLength: 80 }), fc.array(key, { maxLength: 5 }), (steps, prefixes) => {
      const keys = sortedKeys(4);
      const model = new Set<string>();
      for (const [next, adds] of steps) {
        if (adds && !model.has(next)) keys.add(next);
        if (!adds) keys.delete(next);
        if (adds) model.add(next);
        else model.delete(next);
      }
      const sorted = [...model].toSorted(compareKeys);
      for (const prefix of ['', ...prefixes]) expect(keys.under(prefix)).toEqual(sorted.filter((each) => each.startsWith(prefix)));
    }),
    { numRuns: 1_000 },
  );
});
