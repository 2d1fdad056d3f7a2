/** Ids of exchanges: unguessable, and the same whichever of them is asked for first. */
import { expect, test } from 'vitest';
import { idSequence } from '../../src/workspace/keyed-hash.ts';

test('an id follows from its number and the secret, in whatever order they are asked for', () => {
  const numbers = [0, 1, 15, 16, 17, 255, 256, 271, 272, 511, 512, 5_000];
  const inOrder = idSequence('a secret');
  const ids = numbers.map((n) => inOrder(n));
  for (const order of [numbers.toReversed(), [16, 0, 272, 1, 5_000, 15]]) {
    const ofTheSame = idSequence('a secret');
    for (const n of order) expect(ofTheSame(n)).toBe(ids[numbers.indexOf(n)]);
  }
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
  expect(new Set(ids).size).toBe(ids.length);
  expect(idSequence('another secret')(0)).not.toBe(ids[0]);
});
