/**
 * Who comes to have which lasting condition, and when: one chance for each person and sort, looked up in the curve of the sort. What makes it
 * likelier multiplies the odds, so that the age at which the curve is reached is found without any logarithm.
 */
import { type Day, year, yearOf } from '../../calendar.ts';
import { at, type Quantiles } from '../../pattern/draws.ts';
import type { Health } from '../health.ts';
import type { Life } from '../life.ts';
import { everSmoked } from '../lifestyle/smoking.ts';
import { cancers, withoutRemission } from './cancers.ts';
import { daysOf, draw, type Found, noticed, severityOf, within } from './found.ts';
import { lastingOfBody } from './lasting-of-body.ts';
import { lastingOfMind } from './lasting-of-mind.ts';
import { type Curve, curveAges, dispositions, type LastingSort, origins } from './lasting-sort.ts';
import { saltOf } from './salt.ts';

export const lastingSorts: readonly LastingSort[] = [...lastingOfBody, ...lastingOfMind, ...cancers];
const salts = lastingSorts.map(({ illness }) => saltOf(illness.sort));

/** Odds of diabetes by body mass index, against the usual. */
const byBmi: Quantiles = [
  [18, 0.2],
  [22, 0.35],
  [25, 0.6],
  [28, 1],
  [31, 1.7],
  [35, 3],
  [41, 5],
  [50, 6],
];
/** By disposition, against the usual: of most people somewhat less, of few far more. */
const byDisposition: Quantiles = [
  [0, 0.3],
  [0.25, 0.5],
  [0.5, 0.75],
  [0.75, 1.2],
  [0.9, 2],
  [0.97, 3.2],
  [1, 5],
];
const heavy = { units: 28, share: 0.12 };
const weighedAt = 45;
/** Nobody begins something new later. */
const oldest = 105;
const perThousand = 1_000;
const episodesAtMost = 5;

/** What of a person raises or lowers the odds, looked up once. */
interface Causes {
  readonly bmi: number;
  readonly smoked: boolean;
  /** Of those of the same age and sex. */
  readonly shareWhoSmoked: number;
  readonly drinks: boolean;
  readonly born: number;
  disposition(name: (typeof dispositions)[number]): number;
}

function causesOf({ life, lifestyle }: Health): Causes {
  const looked: (number | undefined)[] = [];
  return {
    bmi: at(byBmi, lifestyle.bmi(life.birth + daysOf(weighedAt))),
    smoked: lifestyle.smoking !== undefined,
    shareWhoSmoked: everSmoked(life),
    drinks: lifestyle.alcohol > heavy.units,
    born: yearOf(life.birth),
    disposition(name) {
      const n = dispositions.indexOf(name);
      return (looked[n] ??= at(byDisposition, life.chance(draw.disposition + n)));
    },
  };
}

/** Odds of those with and those without something, that come to 1 over everybody. */
const oddsOf = (has: boolean, odds: number, share: number): number => (has ? odds : 1) / (1 + share * (odds - 1));
const softened = (odds: number, strength: number): number => 1 + strength * (odds - 1);

function oddsFrom(sort: LastingSort, { bmi, smoked, shareWhoSmoked, drinks, born, disposition }: Causes, ethnicity: string): number {
  let odds = 1;
  if (sort.bmi !== undefined) odds *= softened(bmi, sort.bmi);
  if (sort.smoking !== undefined) odds *= oddsOf(smoked, sort.smoking, shareWhoSmoked);
  if (sort.alcohol !== undefined) odds *= oddsOf(drinks, sort.alcohol, heavy.share);
  if (sort.disposition !== undefined) odds *= softened(disposition(sort.disposition[0]), sort.disposition[1]);
  if (sort.cohort !== undefined) odds *= at(sort.cohort, born);
  if (sort.origin !== undefined) {
    const byCategory: Readonly<Record<string, number>> = origins[sort.origin];
    odds *= byCategory[ethnicity] ?? 1;
  }
  return odds;
}

/** The age at which a curve reaches a chance, at odds times the usual; Infinity where it never does. */
function ageAt(curve: Curve, chance: number, odds: number): number {
  const sought = (perThousand * chance) / (chance + odds * (1 - chance));
  let before = 0;
  for (let n = 0; n < curve.length; n += 1) {
    const value = curve[n] ?? 0;
    if (sought < value) {
      const age = curveAges[n] ?? 0;
      if (n === 0) return 0;
      const ageBefore = curveAges[n - 1] ?? 0;
      return ageBefore + ((age - ageBefore) * (sought - before)) / (value - before);
    }
    before = value;
  }
  return Infinity;
}

/** Years in which those come down with something who would have had it earlier, had they had the cause. */
const catchingUp = 6;

/** Conditions so far, the first of each sort. */
export type BySort = Map<string, Found>;

function onsetOf(
  sort: LastingSort,
  { health, causes, salt, so }: { health: Health; causes: Causes; salt: number; so: BySort },
): Day | undefined {
  const { life } = health;
  const curve = life.sex === 'female' ? sort.women : sort.men;
  if (curve === undefined) return undefined;
  const chance = life.chance(draw.onset, salt);
  const most = curve[curve.length - 1] ?? 0;
  // Even with all odds against them, most people never have most things.
  if (chance * perThousand > most * 60 && chance > 0.5) return undefined;
  let odds = oddsFrom(sort, causes, life.ethnicity);
  let age = ageAt(curve, chance, odds);
  for (const cause in sort.raisedBy) {
    const raiser = so.get(cause);
    if (raiser === undefined) continue;
    const from = (raiser.onset - life.birth) / year;
    if (from >= age) continue;
    odds *= sort.raisedBy[cause] ?? 1;
    const raised = ageAt(curve, chance, odds);
    age = Math.min(age, raised > from ? raised : from + catchingUp * life.chance(draw.raised, salt));
  }
  return age > oldest ? undefined : life.birth + daysOf(age);
}

/** As long as it is survived: the onset moves towards the end of those who would have lived with it for too long. */
const survived = (life: Life, onset: Day, survival: number, salt: number): Day =>
  Math.max(onset, life.end - daysOf(survival * within([0.3, 1], life.chance(draw.survival, salt))));

function followed(sort: LastingSort, life: Life, salt: number, so: BySort): Day | undefined {
  if (sort.follows === undefined) return undefined;
  const { after, percent, years } = sort.follows;
  const first = so.get(after);
  const chance = life.chance(draw.follows, salt);
  if (first === undefined || chance * 100 >= percent) return undefined;
  const onset = first.onset + daysOf(within(years, life.chance(draw.onset, salt)));
  return first.end !== undefined && onset >= first.end ? undefined : onset;
}

/** All lasting conditions of a life but those that are its death, in the order of the tables. What pregnancies brought may be their cause. */
export function lastingConditions(health: Health, ofPregnancies: readonly Found[]): { readonly found: Found[]; readonly bySort: BySort } {
  const { life } = health;
  const causes = causesOf(health);
  const found: Found[] = [];
  const bySort: BySort = new Map();
  for (const one of ofPregnancies) if (!bySort.has(one.illness.sort)) bySort.set(one.illness.sort, one);
  for (let n = 0; n < lastingSorts.length; n += 1) {
    const sort = lastingSorts[n];
    if (sort === undefined) continue;
    const salt = salts[n] ?? 0;
    let onset = sort.follows === undefined ? onsetOf(sort, { health, causes, salt, so: bySort }) : followed(sort, life, salt, bySort);
    if (onset === undefined) continue;
    if (sort.survival !== undefined) onset = survived(life, onset, sort.survival, salt);
    const first = begin(sort, life, onset, salt);
    if (first === undefined || !makeWay(sort, first, bySort)) continue;
    bySort.set(sort.illness.sort, first);
    found.push(first);
    endIt(sort, life, salt, first);
    comeBack(sort, life, salt, { first, found });
    const before = sort.follows?.endsIt && bySort.get(sort.follows.after);
    if (before) before.end = first.recorded;
  }
  return { found, bySort };
}

function begin(sort: LastingSort, life: Life, onset: Day, n: number): Found | undefined {
  if (onset > life.end) return undefined;
  const recorded = noticed(life, onset, { delay: sort.delay, ...(sort.since !== undefined && { since: sort.since }), n });
  if (recorded === undefined) return undefined;
  const severity = severityOf(life, sort.severity, n);
  return { illness: sort.illness, onset, recorded, isFatal: false, ...(severity && { severity }) };
}

/** Whether there is room for it beside those that it gives way to; those that come later end it. */
function makeWay({ givesWayTo = [] }: LastingSort, found: Found, so: BySort): boolean {
  for (const other of givesWayTo) {
    const stronger = so.get(other);
    if (stronger === undefined) continue;
    if (stronger.recorded <= found.recorded) return false;
    found.end = Math.min(found.end ?? Infinity, stronger.recorded);
  }
  return true;
}

const remissionAfter = [200, 900] as const;
const inRemission = 0.88;

function endIt({ illness, ends }: LastingSort, life: Life, n: number, found: Found): void {
  if (illness.group === 'cancer' && !withoutRemission.has(illness.sort) && life.chance(draw.ends, n) < inRemission) {
    found.remission = found.recorded + Math.floor(within(remissionAfter, life.chance(draw.remission, n)));
  }
  if (ends === undefined || life.chance(draw.ends, n) * 100 >= ends.percent) return;
  if (ends.begunBefore !== undefined && found.onset > life.birth + daysOf(ends.begunBefore)) return;
  const end = found.recorded + daysOf(within(ends.years, life.chance(draw.lasts, n)));
  found.end = Math.min(found.end ?? Infinity, end);
}

const pause = [0.7, 7] as const;

function comeBack(sort: LastingSort, life: Life, salt: number, { first, found }: { readonly first: Found; readonly found: Found[] }): void {
  const again = sort.ends?.again;
  if (again === undefined) return;
  let last = first;
  for (let episode = 1; episode < episodesAtMost; episode += 1) {
    const n = salt + episode;
    if (last.end === undefined || life.chance(draw.again, n) * 100 >= again) return;
    const next = begin(sort, life, last.end + daysOf(within(pause, life.chance(draw.pause, n))), n);
    if (next === undefined) return;
    endIt(sort, life, n, next);
    found.push(next);
    last = next;
  }
}
