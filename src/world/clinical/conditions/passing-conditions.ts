/** The colds, infections, injuries and pains of a life since records began. */
import { type Day, dayOf, year, yearOf } from '../../calendar.ts';
import { at, type Quantiles } from '../../pattern/draws.ts';
import type { Health } from '../health.ts';
import type { Life } from '../life.ts';
import { recordsBegan } from '../records-began.ts';
import { type BySort, draw, type FoundCondition, noticed, severityOf, valueWithin } from './found.ts';
import { type PassingSort, passingSorts, rateBands, seasons } from './passing.ts';

const perThousand = 1_000;
const monthsAYear = 12;
/** In a year, of what comes by age alone. */
const episodesAtMost = 6;
/** Draws of a year, kept apart by their count. */
const drawsAYear = 64;

/** Some come often, most seldom. */
const prone: Quantiles = [
  [0, 0.25],
  [0.3, 0.55],
  [0.6, 0.9],
  [0.85, 1.5],
  [0.96, 2.4],
  [1, 3.6],
];

/** Of a thousand of that sex a year; the table has the rate of both together. */
const rateAt = ({ rates, women, illness: { group } }: PassingSort, band: number, sex: Life['sex']): number => {
  const rate = rates[band] ?? 0;
  if (group === 'women') return sex === 'female' ? rate : 0;
  if (group === 'men') return sex === 'male' ? rate : 0;
  return (2 * rate * (sex === 'female' ? women : 1)) / (1 + women);
};

/** By sex and band, rates added up in the order of the table. */
const sums = { female: summed('female'), male: summed('male') };

function summed(sex: Life['sex']): readonly Float64Array[] {
  return rateBands.map((_, band) => {
    let total = 0;
    return Float64Array.from(passingSorts, (sort) => (total += rateAt(sort, band, sex)));
  });
}

const bandAt = (age: number): number => {
  let band = 0;
  while (band < rateBands.length - 1 && (rateBands[band + 1] ?? 0) <= age) band += 1;
  return band;
};

/** The day of the year, from 0, that a chance falls on. */
const seasonDay = (name: PassingSort['season'], chance: number): number => {
  const months: readonly number[] = seasons[name];
  let left = chance * 100;
  for (let month = 0; month < monthsAYear; month += 1) {
    const share = months[month] ?? 0;
    if (left < share) return ((month + left / share) * 364) / monthsAYear;
    left -= share;
  }
  return 364;
};

const firstYear = 2_010;
const newYears = Array.from({ length: 40 }, (_, n) => dayOf(`${firstYear + n}-01-01`));

/** What is at hand while one life is gone through. */
interface Looking {
  readonly life: Life;
  readonly found: FoundCondition[];
  readonly bySort: BySort;
  readonly began: Day;
  /** The last day of each sort that there was. */
  readonly until: Map<PassingSort, Day>;
}

export function addPassing({ life }: Health, found: FoundCondition[], bySort: BySort): void {
  const looking: Looking = { life, found, bySort, began: Math.max(recordsBegan, life.arrival), until: new Map() };
  const proneness = at(prone, life.chance(draw.proneness));
  const likelier = likelierSorts(bySort);
  const last = yearOf(life.end);
  for (let y = yearOf(looking.began); y <= last; y += 1) {
    const start = newYears[y - firstYear];
    if (start === undefined) return;
    const band = bandAt((start + year / 2 - life.birth) / year);
    const total = sums[life.sex][band];
    if (total === undefined) continue;
    const all = total[total.length - 1] ?? 0;
    const each = Math.min(1, (all * proneness) / perThousand / episodesAtMost);
    for (let n = 0; n < episodesAtMost; n += 1) {
      const key = y * drawsAYear + n;
      if (life.chance(draw.passing, key) >= each) continue;
      const sought = life.chance(draw.passingSort, key) * all;
      const sort = passingSorts[total.findIndex((sum) => sought < sum)];
      if (sort) add(looking, sort, { start, key, usual: rateAt(sort, band, life.sex) });
    }
    for (let n = 0; n < likelier.length; n += 1) {
      const more = likelier[n];
      const key = y * drawsAYear + episodesAtMost + n;
      if (more === undefined || start < more.from) continue;
      const usual = rateAt(more.sort, band, life.sex);
      if (life.chance(draw.passing, key) < ((more.odds - 1) * usual) / perThousand) add(looking, more.sort, { start, key, usual });
    }
  }
}

interface Likelier {
  readonly sort: PassingSort;
  readonly from: Day;
  readonly odds: number;
}

/** What comes oftener to those who have something else. */
function likelierSorts(bySort: BySort): readonly Likelier[] {
  const likelier: Likelier[] = [];
  for (const sort of passingSorts) {
    for (const cause in sort.after) {
      const from = bySort.get(cause)?.onset;
      if (from !== undefined) likelier.push({ sort, from, odds: sort.after[cause] ?? 1 });
    }
  }
  return likelier;
}

/** Unless it cannot be: before there was such a thing, at another age, twice at once. */
function add(
  { life, found, bySort, began, until }: Looking,
  sort: PassingSort,
  { start, key, usual }: { start: Day; key: number; usual: number },
): void {
  const chance = life.chance(draw.passingDay, key);
  const onset = start + Math.floor(seasonDay(sort.season, chance));
  if (onset < Math.max(began, sort.since ?? began) || onset > life.end) return;
  // A birthday may have come since the middle of that year, and with it the age at which there is no such thing.
  const age = (onset - life.birth) / year;
  if (sort.until !== undefined && age >= sort.until) return;
  const rate = rateAt(sort, bandAt(age), life.sex);
  const days = life.chance(draw.passingDays, key);
  if (rate < usual && rate / usual <= days) return;
  if (sort.years && life.chance(draw.passingYear, key) >= at(sort.years, yearOf(onset))) return;
  const before = until.get(sort);
  if (before !== undefined && (sort.once || onset <= before)) return;
  const recorded = noticed(life, onset, { delay: sort.delay, n: key });
  if (recorded === undefined) return;
  const end = Math.max(recorded, onset + Math.floor(valueWithin(sort.days, days)));
  // Of that they die, and do not get over it first.
  if (end >= (bySort.get(sort.illness.sort)?.onset ?? Infinity)) return;
  until.set(sort, end);
  const severity = severityOf(life, sort.severity, key);
  found.push({ illness: sort.illness, onset, recorded, isFatal: false, end, ...(severity && { severity }) });
}
