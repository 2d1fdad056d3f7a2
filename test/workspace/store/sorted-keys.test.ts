/** Keys in order, whatever was added and deleted, across blocks small enough to split and vanish. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareKeys } from '../../../src/workspace/store/key-order.ts';
import { sortedKeys } from '../../../src/workspace/store/sorted-keys.ts';

const key = fc.oneof(fc.string({ unit: 'binary', maxLength: 3 }), fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 6 }));

test('equals a sorted array after any history', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.boolean()), { maxLength: 80 }), fc.array(key, { maxLength: 5 }), (steps, ends) => {
      const keys = sortedKeys(4);
      const model: string[] = [];
      for (const [next, adds] of steps) {
        if (adds) {
          keys.add(next);
          model.push(next);
        } else {
          keys.delete(next);
          if (model.includes(next)) model.splice(model.indexOf(next), 1);
        }
      }
      const sorted = [...new Set(model)].toSorted(compareKeys);
      for (const from of ['', ...ends]) {
        expect(keys.under(from)).toEqual(sorted.filter((each) => each.startsWith(from)));
        for (const to of [undefined, ...ends]) {
          const lies = (each: string): boolean => compareKeys(each, from) >= 0 && (to === undefined || compareKeys(each, to) < 0);
          expect([...keys.between(from, to)]).toEqual(sorted.filter(lies));
          expect(keys.count(from, to)).toBe(model.filter(lies).length);
        }
      }
    }),
    { numRuns: 1_000 },
  );
});
