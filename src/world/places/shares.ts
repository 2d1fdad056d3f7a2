/**
 * Which quantiles of a people stand for which place: a table over cells for each people, so that places have their sizes and each people
 * lives where it lives. Turned round, a practice is one interval of quantiles.
 */
import type { Settlements } from './settlements.ts';

/** A people, for where it lives. */
export interface PeopleShare {
  /** NHS ethnic category, A–S. */
  readonly category: string;
  /** Share of everybody; only the proportions matter. */
  readonly share: number;
}

export interface Interval {
  readonly from: number;
  readonly to: number;
}

export interface Shares {
  /** The cell whose interval holds a quantile. */
  cellAt(people: number, quantile: number): number;
  /** Where the interval of a settlement begins, or of the one after the last: 1. */
  settlementFrom(people: number, settlement: number): number;
  /** The interval of the cells from the first to the last. */
  interval(people: number, cells: { readonly first: number; readonly last: number }): Interval;
}

const rounds = 30;
/** Ends of intervals are whole multiples of this, so that differences to quantiles (multiples of 2⁻³⁸) are exact. */
const grain = 2 ** 38;

export function sharesOf({ all, cells }: Settlements, peoples: readonly PeopleShare[]): Shares {
  const inhabited = raked(
    all.map(({ share }) => share),
    proportions(peoples.map(({ share }) => share)),
    (settlement, people) => all[settlement]?.lean(peoples[people]?.category ?? '') ?? 1,
  );
  const firstCells = all.map(({ number }) => cells.findIndex(({ settlement }) => settlement === number));
  const tables = peoples.map((_, people) => {
    const ofPeople = all.map((_settlement, n) => inhabited[n * peoples.length + people] ?? 0);
    const whole = ofPeople.reduce((sum, share) => sum + share, 0);
    const ends = new Float64Array(cells.length);
    let before = 0;
    for (const [n, { settlement, to }] of cells.entries()) {
      const share = (ofPeople[settlement] ?? 0) / whole;
      ends[n] = Math.round((before + share * to) * grain) / grain;
      if (to === 1) before += share;
    }
    ends[cells.length - 1] = 1;
    return ends;
  });
  const starts = (people: number, cell: number): number => (cell === 0 ? 0 : (tables[people]?.[cell - 1] ?? 1));

  return {
    cellAt(people, quantile) {
      const ends = tables[people];
      if (ends === undefined) throw new RangeError(`there is no people ${people}`);
      let low = 0;
      let high = ends.length - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((ends[middle] ?? 1) > quantile) high = middle;
        else low = middle + 1;
      }
      return low;
    },
    settlementFrom: (people, settlement) => starts(people, firstCells[settlement] ?? cells.length),
    interval: (people, { first, last }) => ({ from: starts(people, first), to: starts(people, last + 1) }),
  };
}

function proportions(weights: readonly number[]): readonly number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / whole);
}

/** A table of shares that meets the sums of both its rows and its columns, as near to the leans as that allows (iterative fitting). */
function raked(rows: readonly number[], columns: readonly number[], lean: (row: number, column: number) => number): Float64Array {
  const width = columns.length;
  const table = new Float64Array(rows.length * width);
  for (const [r, row] of rows.entries()) for (const [c, column] of columns.entries()) table[r * width + c] = row * column * lean(r, c);
  for (let round = 0; round < rounds; round += 1) {
    for (const [c, wanted] of columns.entries()) {
      let sum = 0;
      for (let r = 0; r < rows.length; r += 1) sum += table[r * width + c] ?? 0;
      if (sum > 0) for (let r = 0; r < rows.length; r += 1) table[r * width + c] = ((table[r * width + c] ?? 0) * wanted) / sum;
    }
    for (const [r, wanted] of rows.entries()) {
      let sum = 0;
      for (let c = 0; c < width; c += 1) sum += table[r * width + c] ?? 0;
      if (sum > 0) for (let c = 0; c < width; c += 1) table[r * width + c] = ((table[r * width + c] ?? 0) * wanted) / sum;
    }
  }
  return table;
}
