/**
 * What happens to organisations on which day, so that on every day that a clock can reach there is something behind and something ahead:
 * each month a pharmacy changes its owner; each year two dental practices become one on 1 April, a branch surgery whose end was told a
 * year before closes on 30 September, and an entry that was made in error is deleted on 11 March.
 */
import type { IsoDate } from '../../../population.ts';
import { dayOf, isoDate } from '../../calendar.ts';
import { firstDay, lastDay } from '../../reach.ts';

const firstYear = Number(firstDay.slice(0, 4));
const lastYear = Number(lastDay.slice(0, 4));

/** The years in which something happens once a year. */
export const years: readonly number[] = Array.from({ length: lastYear - firstYear + 1 }, (_, n) => firstYear + n);
/** As many months as owners change in. */
export const months = years.length * 12;

export const monthStart = (month: number): IsoDate =>
  `${firstYear + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;

export const dayBefore = (date: IsoDate): IsoDate => isoDate(dayOf(date) - 1);
export const dayAfter = (date: IsoDate): IsoDate => isoDate(dayOf(date) + 1);

export const dentistsMerge = (year: number): IsoDate => `${year}-04-01`;
export const branchCloses = (year: number) => ({ closed: `${year}-09-30`, announced: `${year - 1}-10-01` });
export const madeInError = (year: number) => ({ opened: `${year}-03-02`, deleted: `${year}-03-11` });

/** When practices that are no more were taken over by one, and from when on that has their people. */
export const practicesMerged: IsoDate = '2021-10-01';
/** Practices of a board, by their place among its own, that go from the primary care network of another one to that of their own number. */
export const networkMoves: readonly { readonly board: number; readonly practice: number; readonly from: number; readonly on: IsoDate }[] = [
  { board: 0, practice: 2, from: 0, on: '2024-04-01' },
  { board: 1, practice: 2, from: 0, on: '2026-07-01' },
];
