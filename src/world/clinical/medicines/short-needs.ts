/** The short courses of a life: for what passes, for what lasts when it is worse, and now and then for what nobody codes. */
import { type Day, year, yearOf } from '../../calendar.ts';
import { field } from '../../fields.ts';
import { uncoded } from '../coded.ts';
import { seasons } from '../conditions/passing.ts';
import type { Health, LivedCondition } from '../health.ts';
import type { Life } from '../life.ts';
import { recordsBegan } from '../records-began.ts';
import { newYear } from './new-years.ts';
import type { TreatmentNeed } from './treatment-need.ts';
import { remedies, type RemedyName } from './remedies.ts';
import { type Everyday, everyday, everydayAges, forWhatPasses, type Remedies, whenWorse } from './short-courses.ts';
import type { TreatmentChoice } from './treatment.ts';

const draws = {
  passing: field.medicine + 30,
  passingOf: field.medicine + 31,
  worse: field.medicine + 32,
  worseDay: field.medicine + 33,
  worseOf: field.medicine + 34,
  everyday: field.medicine + 35,
  everydaySort: field.medicine + 36,
  everydayDay: field.medicine + 37,
  everydayOf: field.medicine + 38,
  prone: field.medicine + 39,
};

/** Parts of the counts of draws: so many courses for one condition, years of records, and courses of a year. */
const perCondition = 16;
const years = 64;
const perYear = 3;

const firstYear = 2_010;

export function shortNeeds({ life, conditions }: Health): readonly TreatmentNeed[] {
  const found: TreatmentNeed[] = [];
  for (const condition of conditions) {
    addWhenItComes(life, condition, found);
    addWhenItIsWorse(life, condition, found);
  }
  addEveryday(life, found);
  return found;
}

function addWhenItComes(life: Life, condition: LivedCondition, found: TreatmentNeed[]): void {
  const { illness, recorded, ordinal } = condition;
  const courses = forWhatPasses[illness.sort];
  if (courses === undefined || recorded < recordsBegan) return;
  for (const [n, { percent, of }] of courses.entries()) {
    const count = ordinal * perCondition + n;
    if (life.chance(draws.passing, count) * 100 >= percent) continue;
    found.push(shortNeed(recorded, of, life.chance(draws.passingOf, count), { condition }));
  }
}

function addWhenItIsWorse(life: Life, condition: LivedCondition, found: TreatmentNeed[]): void {
  const { illness, recorded, ordinal, severity, end = life.end } = condition;
  const flares = whenWorse[illness.sort];
  if (flares === undefined) return;
  const last = yearOf(Math.min(end, life.end)) - firstYear;
  for (let n = Math.max(0, yearOf(recorded) - firstYear); n <= last; n += 1) {
    const start = newYear(firstYear + n);
    for (const [which, flare] of flares.entries()) {
      const { perThousand, severe = 1, season, of } = flare;
      const count = (ordinal * perCondition + which) * years + n;
      const often = severity === 'severe' ? perThousand * severe : perThousand;
      if (life.chance(draws.worse, count) * 1_000 >= often) continue;
      const day = start + dayInSeason(season, life.chance(draws.worseDay, count));
      if (day <= recorded || day > end) continue;
      const reason = flareReasons.get(flare);
      const about = reason === undefined ? { condition } : { reason };
      for (const remedy of of) found.push(shortNeed(day, remedy, life.chance(draws.worseOf, count), about));
    }
  }
}

const flareReasons = new Map(
  Object.values(whenWorse).flatMap((flares) =>
    flares.flatMap((flare) => (flare.reason === undefined ? [] : [[flare, uncoded(flare.reason)] as const])),
  ),
);

const reasons = new Map(everyday.map((row) => [row, uncoded(row.reason)]));

const rateOf = ({ rates, women }: Everyday, band: number, sex: Life['sex']): number =>
  ((rates[band] ?? 0) * 2 * (sex === 'female' ? women : 1)) / (1 + women);

/** By sex and band, rates added up in the order of the table. */
const sums = { female: summed('female'), male: summed('male') };

function summed(sex: Life['sex']): readonly Float64Array[] {
  return everydayAges.map((_, band) => {
    let total = 0;
    return Float64Array.from(everyday, (row) => (total += rateOf(row, band, sex)));
  });
}

/** Half of people are seen for less than most, a fifth for more. */
const proneness = (life: Life): number => {
  const chance = life.chance(draws.prone);
  return chance < 0.5 ? 0.6 : chance < 0.8 ? 1 : 2;
};

function addEveryday(life: Life, found: TreatmentNeed[]): void {
  const began = Math.max(recordsBegan, life.arrival);
  const often = proneness(life);
  const last = yearOf(life.end) - firstYear;
  for (let n = Math.max(0, yearOf(began) - firstYear); n <= last; n += 1) {
    const start = newYear(firstYear + n);
    const age = (start + year / 2 - life.birth) / year;
    let band = everydayAges.length - 1;
    while ((everydayAges[band] ?? 0) > age && band > 0) band -= 1;
    const total = sums[life.sex][band];
    const all = total?.[everyday.length - 1] ?? 0;
    for (let which = 0; which < perYear; which += 1) {
      const count = n * perYear + which;
      if (life.chance(draws.everyday, count) * 1_000 * perYear >= all * often) continue;
      const sought = life.chance(draws.everydaySort, count) * all;
      const row = everyday[total?.findIndex((sum) => sought < sum) ?? -1];
      if (row === undefined) continue;
      const day = start + dayInSeason(row.season, life.chance(draws.everydayDay, count));
      const reason = reasons.get(row);
      if (day >= began && day <= life.end && reason) found.push(shortNeed(day, row.of, life.chance(draws.everydayOf, count), { reason }));
    }
  }
}

const daysOfMonth = 30.4;

function dayInSeason(season: keyof typeof seasons, chance: number): number {
  const months: readonly number[] = seasons[season];
  let left = chance * 100;
  let month = 0;
  while (month < 11 && left >= (months[month] ?? 0)) {
    left -= months[month] ?? 0;
    month += 1;
  }
  return Math.floor((month + Math.min(1, left / (months[month] ?? 1))) * daysOfMonth);
}

/** Of each list of remedies, for each that may be drawn: it, and after it the others, for those who may not have it. */
const inOrder: ReadonlyMap<Remedies, readonly Drawn[]> = new Map(
  [
    ...Object.values(forWhatPasses).flatMap((courses) => courses.map(({ of }) => of)),
    ...Object.values(whenWorse).flatMap((flares) => flares.flatMap(({ of }) => of)),
    ...everyday.map(({ of }) => of),
  ].map((of) => [of, drawnFrom(of)]),
);

interface Drawn {
  /** Of draws, those below it. */
  readonly below: number;
  readonly choices: readonly TreatmentChoice[];
}

function drawnFrom(of: Remedies): readonly Drawn[] {
  const names = Object.keys(of) as RemedyName[]; // its own members
  const all = names.reduce((sum, name) => sum + (of[name] ?? 0), 0);
  let sum = 0;
  return names.map((name, n) => ({
    below: (sum += (of[name] ?? 0) / all),
    choices: [...names.slice(n), ...names.slice(0, n)].flatMap((each): readonly TreatmentChoice[] => remedies[each]),
  }));
}

function shortNeed(start: Day, of: Remedies, draw: number, about: Pick<TreatmentNeed, 'condition' | 'reason'>): TreatmentNeed {
  const choices = inOrder.get(of)?.find(({ below }) => draw < below)?.choices ?? [];
  return { start, end: Infinity, choices, draw: 0, rise: 1, course: 'acute', days: 7, ...about };
}
