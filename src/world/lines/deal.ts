/**
 * Quantiles dealt to lines, and back. Each line of the pattern stands in every copy at another of 64 ranks, a step apart, starting
 * somewhere: so over the copies a line takes its surnames (or towns, or shifts) evenly from the whole table, and who in which copy has
 * a given one is arithmetic: the ranks inside its interval, turned back into copies.
 */
import { hash } from '../hash.ts';

export const copyCount = 64;

/** The golden section of 2³²: its multiples never come near each other. */
const golden = 0x9e3779b1;

export interface Deal {
  /** Where a line falls in a copy: a number in [0, 1). */
  quantile(line: number, copy: number): number;
  /** The rank, 0 … 63, of a line in a copy. */
  rank(line: number, copy: number): number;
  /** The quantile of a rank. */
  quantileAt(line: number, rank: number): number;
  /** The copy in which a line has a rank. */
  copyAt(line: number, rank: number): number;
  /** The first rank whose quantile is not below a number; 64 where there is none. The ranks of [from, to) end before that of `to`. */
  firstRank(line: number, from: number): number;
}

/**
 * Deals to `count` lines; `field` and the one after it are the constants of what is dealt. Where few large lines share a table, `turns`
 * says the turn of each: lines whose turns follow each other fall far apart, so that every interval has its share of all of them.
 */
export function deal(seed: number, count: number, field: number, turns?: ArrayLike<number>): Deal {
  const odd = new Uint8Array(count);
  const inverse = new Uint8Array(count);
  const add = new Uint8Array(count);
  const offset = new Float64Array(count);
  const start = hash(seed, 0, field + 1);
  for (let line = 0; line < count; line += 1) {
    const bits = hash(seed, line, field);
    const factor = ((bits >>> 6) & 63) | 1;
    odd[line] = factor;
    inverse[line] = inverseOf(factor);
    add[line] = bits & 63;
    const turn = turns?.[line];
    offset[line] = (turn === undefined ? hash(seed, line, field + 1) : (start + Math.imul(turn, golden)) >>> 0) / 0x100000000;
  }

  function rank(line: number, copy: number): number {
    return (copy * (odd[line] ?? 1) + (add[line] ?? 0)) & 63;
  }

  return {
    rank,
    quantile: (line, copy) => (rank(line, copy) + (offset[line] ?? 0)) / copyCount,
    quantileAt: (line, theRank) => (theRank + (offset[line] ?? 0)) / copyCount,
    copyAt: (line, theRank) => ((theRank - (add[line] ?? 0)) * (inverse[line] ?? 1)) & 63,
    firstRank(line, from) {
      const start = offset[line] ?? 0;
      // Rounding may put the first guess one off, either way; the comparison is the one that a table makes with the quantile.
      let first = Math.min(copyCount, Math.max(0, Math.ceil(from * copyCount - start) - 1));
      while (first < copyCount && (first + start) / copyCount < from) first += 1;
      return first;
    },
  };
}

/** The inverse of an odd number modulo 64: each step doubles the bits that are right, and any odd number is its own inverse modulo 8. */
function inverseOf(odd: number): number {
  return (odd * (2 - odd * odd)) & 63;
}
