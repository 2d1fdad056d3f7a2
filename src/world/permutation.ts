/** A keyed one-to-one shuffle of the numbers below n: a balanced Feistel network, walked until it lands inside the range. */
import { field } from './fields.ts';
import { hash } from './hash.ts';

const rounds = 6;

export interface Permutation {
  forward(x: number): number;
  back(x: number): number;
}

export function permutationOf(n: number, key: number): Permutation {
  let half = 1;
  while (1 << (2 * half) < n) half += 1;
  const mask = (1 << half) - 1;

  function once(x: number): number {
    let left = x >>> half;
    let right = x & mask;
    for (let r = 0; r < rounds; r += 1) {
      const next = left ^ (hash(key, right, field.feistel + r) & mask);
      left = right;
      right = next;
    }
    return (left << half) | right;
  }

  function onceBack(x: number): number {
    let left = x >>> half;
    let right = x & mask;
    for (let r = rounds - 1; r >= 0; r -= 1) {
      const before = right ^ (hash(key, left, field.feistel + r) & mask);
      right = left;
      left = before;
    }
    return (left << half) | right;
  }

  return {
    forward(x) {
      do x = once(x);
      while (x >= n);
      return x;
    },
    back(x) {
      do x = onceBack(x);
      while (x >= n);
      return x;
    },
  };
}
