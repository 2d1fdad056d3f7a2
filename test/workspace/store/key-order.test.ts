/** Laws of code-point order and of the end of a prefix's range. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterPrefix, compareKeys } from '../../../src/workspace/store/key-order.ts';

const text = fc.string({ unit: 'binary', maxLength: 5 });

test('orders keys as their UTF-8 bytes are ordered', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(Math.sign(compareKeys(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
  );
});

test('places the end of a prefix above every key with that prefix and at most at the next key without it', () => {
  fc.assert(
    fc.property(text, text, (prefix, other) => {
      const end = afterPrefix(prefix);
      const inside = compareKeys(other, prefix) >= 0 && (end === undefined || compareKeys(other, end) < 0);
      expect(inside).toBe(other.startsWith(prefix));
      expect(end === undefined || compareKeys(prefix + other, end) < 0).toBe(true);
    }),
  );
});

test('has no end for a prefix of last code points only', () => {
  expect(afterPrefix('')).toBeUndefined();
  expect(afterPrefix('\u{10ffff}\u{10ffff}')).toBeUndefined();
  expect(afterPrefix('\ud7ff')).toBe('\ue000');
});
