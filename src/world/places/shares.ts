/**
 * Which quantiles of a people stand for which place: a table over cells for each people, so that places have their sizes and each people
 * lives where it lives. Turned round, a practice is one interval of quantiles.
 */
import { firstThat } from '../first-that.ts';
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
  /** The largest share of a people that lives in a settlement. */
  largest(settlement: number): number;
  /** The interval of the cells from the first to the last. */
  interval(people: number, cells: { readonly first: number; readonly last: number }): Interval;
}

const rounds = 12;
/** Ends of intervals are whole multiples of this, so that differences to quantiles (multiples of 2⁻³⁸) are exact. */
const grain = 0x40_0000_0000;

export function sharesOf({ all, cells }: Settlements, peoples: readonly PeopleShare[]): Shares {
  const categories = [...new Set(peoples.map(({ category }) => category))];
  const categoryOf = Uint8Array.from(peoples, ({ category }) => categories.indexOf(category));
  const wanted = categories.map((category) => peoples.reduce((sum, each) => sum + (each.category === category ? each.share : 0), 0));
  const profiles = [...Map.groupBy(all, ({ profile }) => profile).values()];
  const profileOf = new Uint16Array(all.length);
  for (const [n, alike] of profiles.entries()) for (const { number } of alike) profileOf[number] = n;
  const sizes = profiles.map((alike) => alike.reduce((sum, { share }) => sum + share, 0));
  const fitted = raked(sizes, proportions(wanted), (profile, category) => profiles[profile]?.[0]?.lean(categories[category] ?? '') ?? 1);

  /** The first cell of each settlement, and one beyond the last. */
  const firstCells = new Uint16Array(all.length + 1).fill(cells.length);
  for (const [n, { settlement, from }] of cells.entries()) if (from === 0) firstCells[settlement] = n;
  const tables = fitted.map((inProfile) => {
    const ends = new Float64Array(cells.length);
    let before = 0;
    for (let n = 0; n < cells.length; n += 1) {
      const { settlement = 0, to = 1 } = cells[n] ?? {};
      const profile = profileOf[settlement] ?? 0;
      const share = ((inProfile[profile] ?? 0) * (all[settlement]?.share ?? 0)) / (sizes[profile] ?? 1);
      ends[n] = Math.round((before + share * to) * grain) / grain;
      if (to === 1) before += share;
    }
    ends[cells.length - 1] = 1;
    return ends;
  });
  const endsOf = (people: number): Float64Array => {
    const ends = tables[categoryOf[people] ?? categories.length];
    if (ends === undefined) throw new RangeError(`there is no people ${people}`);
    return ends;
  };
  const start = (ends: Float64Array, cell: number): number => (cell === 0 ? 0 : (ends[cell - 1] ?? 1));

  return {
    cellAt(people, quantile) {
      const ends = endsOf(people);
      return firstThat(ends.length - 1, (cell) => (ends[cell] ?? 1) > quantile);
    },
    settlementFrom: (people, settlement) => start(endsOf(people), firstCells[settlement] ?? cells.length),
    largest(settlement) {
      let most = 0;
      for (const ends of tables) {
        most = Math.max(most, start(ends, firstCells[settlement + 1] ?? 0) - start(ends, firstCells[settlement] ?? 0));
      }
      return most;
    },
    interval(people, { first, last }) {
      const ends = endsOf(people);
      return { from: start(ends, first), to: start(ends, last + 1) };
    },
  };
}

function proportions(weights: readonly number[]): readonly number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  // Nobody of a category is none the less somewhere, should one be asked for.
  return weights.map((weight) => Math.max(weight / whole, 1e-9));
}

/**
 * For each column the shares of the rows, such that both rows and columns have the sums they should, as near to the leans as that allows
 * (iterative proportional fitting).
 */
function raked(
  rows: readonly number[],
  columns: readonly number[],
  lean: (row: number, column: number) => number,
): readonly Float64Array[] {
  const table = columns.map((column, c) => Float64Array.from(rows, (row, r) => row * column * lean(r, c)));
  for (let round = 0; round < rounds; round += 1) {
    const sums = new Float64Array(rows.length);
    for (const column of table) for (let r = 0; r < rows.length; r += 1) sums[r] = (sums[r] ?? 0) + (column[r] ?? 0);
    for (const [c, column] of table.entries()) {
      let whole = 0;
      for (let r = 0; r < rows.length; r += 1) whole += column[r] = ((column[r] ?? 0) * (rows[r] ?? 0)) / (sums[r] ?? 1);
      for (let r = 0; r < rows.length; r += 1) column[r] = ((column[r] ?? 0) * (columns[c] ?? 0)) / whole;
    }
  }
  return table.map((column, c) => column.map((share) => share / (columns[c] ?? 1)));
}
