import { describe, expect, test } from 'vitest';
import { copyCount, deal } from '../../src/world/lines/deal.ts';

const lines = 500;
const dealt = deal(7, lines, 116);
const copies = Array.from({ length: copyCount }, (_, copy) => copy);

describe('what is dealt to a line', () => {
  test('stands at every rank once over the copies, and the rank leads back to the copy', () => {
    for (let line = 0; line < lines; line += 1) {
      const ranks = copies.map((copy) => dealt.rank(line, copy));
      expect(new Set(ranks).size).toBe(copyCount);
      expect(ranks.map((rank) => dealt.copyAt(line, rank))).toEqual(copies);
    }
  });

  test('is found from an interval as going through all copies finds it', () => {
    const knots = [-0.5, 0, 1e-9, 0.012, 0.25, 1 / 3, 0.5, 0.500_000_1, 0.77, 0.984_375, 1, 1.7];
    for (let line = 0; line < lines; line += 1) {
      const own = dealt.quantile(line, line % copyCount);
      const ends = [...knots, own].toSorted((a, b) => a - b);
      ends.slice(1).forEach((to, n) => {
        const from = ends[n] ?? 0;
        const brute = copies.filter((copy) => dealt.quantile(line, copy) >= from && dealt.quantile(line, copy) < to);
        const found: number[] = [];
        for (let rank = dealt.firstRank(line, from); rank < dealt.firstRank(line, to); rank += 1) found.push(dealt.copyAt(line, rank));
        expect(found.toSorted((a, b) => a - b)).toEqual(brute);
      });
    }
  });

  test('takes evenly from a table: an interval has its share of the copies of all lines', () => {
    let inside = 0;
    for (let line = 0; line < lines; line += 1) inside += dealt.firstRank(line, 0.512) - dealt.firstRank(line, 0.5);
    expect(inside / (lines * copyCount)).toBeCloseTo(0.012, 3);
  });

  test('takes as evenly as can be from a table where lines have turns', () => {
    const few = 60;
    const inTurn = deal(
      7,
      few,
      116,
      Array.from({ length: few }, (_, line) => few - line),
    );
    for (let from = 0; from < 0.99; from += 0.01) {
      let inside = 0;
      for (let line = 0; line < few; line += 1) inside += inTurn.firstRank(line, from + 0.01) - inTurn.firstRank(line, from);
      expect(Math.abs(inside - few * copyCount * 0.01)).toBeLessThan(3);
    }
  });
});
