/**
 * Person ↔ NHS number: a bijection between 0 … 909,090 and every valid number beginning 999, the range that is never issued.
 * Numbers are ranked by counting the valid ones below (digit by digit), so there are no collisions and no retries.
 */
import type { NhsNumber } from '../population.ts';
import { permutation } from './fields.ts';
import { permutationOf } from './permutation.ts';

const weights = [7, 6, 5, 4, 3, 2] as const;
const free = weights.length;
/** Weighted sum of the leading 999, modulo 11. */
const start = (9 * 10 + 9 * 9 + 9 * 8) % 11;

/** `ways[d][m]`: how many endings of the free digits from d on are valid when the sum so far is m. A sum of 1 has no check digit. */
const ways = countWays();

/** How many valid numbers begin 999. */
export const numbersInRange = ways[0]?.[start] ?? 0;

function countWays(): readonly (readonly number[])[] {
  const table: number[][] = [];
  table[free] = Array.from({ length: 11 }, (_, m) => (m === 1 ? 0 : 1));
  for (let d = free - 1; d >= 0; d -= 1) {
    table[d] = Array.from({ length: 11 }, (_, m) => {
      let sum = 0;
      for (let x = 0; x < 10; x += 1) sum += table[d + 1]?.[(m + x * (weights[d] ?? 0)) % 11] ?? 0;
      return sum;
    });
  }
  return table;
}

function numberAt(rank: number): string {
  let m = start;
  let digits = '999';
  let left = rank;
  for (let d = 0; d < free; d += 1) {
    const row = ways[d + 1] ?? [];
    for (let x = 0; x < 10; x += 1) {
      const next = (m + x * (weights[d] ?? 0)) % 11;
      const count = row[next] ?? 0;
      if (left < count) {
        digits += x;
        m = next;
        break;
      }
      left -= count;
    }
  }
  return digits + ((11 - m) % 11);
}

function rankOf(number: string): number | undefined {
  if (!/^999\d{7}$/.test(number)) return undefined;
  let m = start;
  let rank = 0;
  for (let d = 0; d < free; d += 1) {
    const digit = number.charCodeAt(3 + d) - 48;
    const row = ways[d + 1] ?? [];
    for (let x = 0; x < digit; x += 1) rank += row[(m + x * (weights[d] ?? 0)) % 11] ?? 0;
    m = (m + digit * (weights[d] ?? 0)) % 11;
  }
  return m !== 1 && (11 - m) % 11 === number.charCodeAt(9) - 48 ? rank : undefined;
}

export interface NhsNumbers {
  /** The number of person `index`. */
  of(index: number): NhsNumber;
  /** Whose number it is, nobody's in particular when the population is smaller than the range; undefined when it is not a valid 999 number. */
  index(number: string): number | undefined;
}

export function nhsNumbers(seed: number): NhsNumbers {
  const shuffle = permutationOf(numbersInRange, seed + permutation.numbers);
  return {
    // Ten digits with a right check digit by construction, which is what the brand promises.
    of: (index) => numberAt(shuffle.forward(index)) as NhsNumber,
    index(number) {
      const rank = rankOf(number);
      return rank === undefined ? undefined : shuffle.back(rank);
    },
  };
}
