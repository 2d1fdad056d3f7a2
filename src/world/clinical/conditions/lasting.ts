/**
 * Who comes to have which lasting condition, and when: one chance for each person and sort, looked up in the curve of the sort. What makes it
 * likelier multiplies the odds, so that the age at which the curve is reached is found without any logarithm.
 */
import { type Day, year } from '../../calendar.ts';
import type { Health } from '../health.ts';
import type { Life } from '../life.ts';
import { cancers, withoutRemission } from './cancers.ts';
import { type BySort, daysOf, draw, type FoundCondition, noticed, severityOf, valueWithin } from './found.ts';
import { lastingOfBody } from './lasting-of-body.ts';
import { lastingOfMind } from './lasting-of-mind.ts';
import { type Curve, curveAges, earlierBy, type LastingSort, type FromTo } from './lasting-sort.ts';
import { largestOdds, oddsFor } from './odds.ts';
import { saltOf } from './salt.ts';

export const lastingSorts: readonly LastingSort[] = [...lastingOfBody, ...lastingOfMind, ...cancers];

/** Nobody begins something new later. */
const oldest = 105;
const perThousand = 1_000;
const episodesAtMost = 5;

/** The age at which a curve reaches a chance, at odds times the usual; Infinity where it never does. */
function ageAt(curve: Curve, chance: number, odds: number): number {
  const share = (perThousand * chance) / (chance + odds * (1 - chance));
  let before = 0;
  for (let n = 0; n < curve.length; n += 1) {
    const value = curve[n] ?? 0;
    if (share < value) {
      const age = curveAges[n] ?? 0;
      if (n === 0) return 0;
      const ageBefore = curveAges[n - 1] ?? 0;
      return ageBefore + ((age - ageBefore) * (share - before)) / (value - before);
    }
    before = value;
  }
  return Infinity;
}

/** What is the same for everybody of a sort: most people never have most things, and are done with by one draw. */
interface Sought {
  readonly sort: LastingSort;
  readonly salt: number;
  readonly causes: readonly (readonly [sort: string, odds: number])[];
  /** Draws of the onset with which somebody may have it: those below. */
  readonly female: number;
  readonly male: number;
}

const sought: readonly Sought[] = lastingSorts.map((sort) => ({
  sort,
  salt: saltOf(sort.illness.sort),
  causes: Object.entries(sort.raisedBy ?? {}),
  female: chanceAtMost(sort, sort.women),
  male: chanceAtMost(sort, sort.men),
}));

/** The greatest chance at which `ageAt` finds an age, whatever the odds, and a hair more than that. */
function chanceAtMost(sort: LastingSort, curve: Curve = []): number {
  const reached = Math.max(0, ...curve) * largestOdds(sort);
  return (1.000_001 * reached) / (perThousand - Math.max(0, ...curve) + reached);
}

/** What comes earlier comes at this share of the age at least. */
const earliest = 0.8;
/** Years in which those come down with something who would have had it earlier, had they had the cause. */
const catchingUp = 6;

/** Days from a birth until what no child is born after. */
const recovery = 300;

/** What is at hand while the conditions of one life are found: those so far, and the draws of the sort that is asked about. */
interface Finding {
  readonly life: Life;
  readonly bySort: BySort;
  readonly odds: (sort: LastingSort) => number;
  readonly found: FoundCondition[];
}

function onsetOf(one: Sought, { life, bySort, odds: oddsOf }: Finding): Day | undefined {
  const { sort, salt, causes } = one;
  const chance = life.chance(draw.onset, salt);
  if (chance >= one[life.sex]) return undefined;
  const curve = life.sex === 'female' ? sort.women : sort.men;
  if (curve === undefined) return undefined;
  const earlier = (sort.isEarlier && earlierBy[life.ethnicity]) || 0;
  const reached = (times: number): number => {
    const age = ageAt(curve, chance, times);
    return Math.max(age - earlier, age * earliest);
  };
  let odds = oddsOf(sort);
  let age = reached(odds);
  for (const [cause, times] of causes) {
    const raiser = bySort.get(cause);
    if (raiser === undefined) continue;
    const from = (raiser.onset - life.birth) / year;
    if (from >= age) continue;
    odds *= times;
    const raised = reached(odds);
    age = Math.min(age, raised > from ? raised : from + catchingUp * life.chance(draw.raised, salt));
  }
  return age > oldest ? undefined : life.birth + daysOf(age);
}

/** As long as it is survived: the onset moves towards the end of those who would have lived with it for too long. */
const survived = (life: Life, onset: Day, survival: number, salt: number): Day =>
  Math.max(onset, life.end - daysOf(survival * valueWithin([0.3, 1], life.chance(draw.survival, salt))));

function followed({ follows }: LastingSort, salt: number, { life, bySort }: Finding): Day | undefined {
  if (follows === undefined) return undefined;
  const first = bySort.get(follows.after);
  if (first === undefined || life.chance(draw.follows, salt) * 100 >= follows.percent) return undefined;
  const onset = first.recorded + daysOf(valueWithin(follows.years, life.chance(draw.onset, salt)));
  return first.end !== undefined && onset >= first.end ? undefined : onset;
}

/** All lasting conditions of a life but those that are its death, in the order of the tables. What pregnancies brought may be their cause. */
export function lastingConditions(
  health: Health,
  ofPregnancies: readonly FoundCondition[],
): { readonly found: FoundCondition[]; readonly bySort: BySort } {
  const { life } = health;
  const finding: Finding = { life, bySort: new Map(), odds: oddsFor(health), found: [] };
  const { bySort, found } = finding;
  const afterBirths = (health.pregnancies.at(-1)?.ends ?? -Infinity) + recovery;
  for (const one of ofPregnancies) if (!bySort.has(one.illness.sort)) bySort.set(one.illness.sort, one);
  for (const one of sought) {
    const { sort, salt } = one;
    let onset = sort.follows === undefined ? onsetOf(one, finding) : followed(sort, salt, finding);
    if (onset === undefined) continue;
    if (sort.isAfterBirths) onset = Math.max(onset, afterBirths);
    if (sort.survival !== undefined) onset = survived(life, onset, sort.survival, salt);
    const first = begin(sort, life, onset, salt);
    if (first === undefined || !makeWay(sort, first, bySort)) continue;
    bySort.set(sort.illness.sort, first);
    found.push(first);
    endIt(sort, life, salt, first);
    comeBack(sort, salt, first, finding);
    const before = sort.follows?.endsIt && bySort.get(sort.follows.after);
    if (before) before.end = first.recorded;
  }
  return finding;
}

function begin(sort: LastingSort, life: Life, onset: Day, n: number): FoundCondition | undefined {
  if (onset > life.end) return undefined;
  const recorded = noticed(life, onset, { delay: sort.delay, ...(sort.since !== undefined && { since: sort.since }), n });
  if (recorded === undefined) return undefined;
  const severity = severityOf(life, sort.severity, n);
  return { illness: sort.illness, onset, recorded, isFatal: false, ...(severity && { severity }) };
}

/** Whether there is room for it beside those that it gives way to; those that come later end it. */
function makeWay({ givesWayTo = [] }: LastingSort, found: FoundCondition, bySort: BySort): boolean {
  for (const other of givesWayTo) {
    const stronger = bySort.get(other);
    if (stronger === undefined) continue;
    if (stronger.recorded <= found.recorded) return false;
    found.end = Math.min(found.end ?? Infinity, stronger.recorded);
  }
  return true;
}

/** Days after the diagnosis. */
const remissionAfter: FromTo = [200, 900];
const inRemission = 0.88;

function endIt({ illness, ends }: LastingSort, life: Life, n: number, found: FoundCondition): void {
  if (illness.group === 'cancer' && !withoutRemission.has(illness.sort) && life.chance(draw.ends, n) < inRemission) {
    found.remission = found.recorded + Math.floor(valueWithin(remissionAfter, life.chance(draw.remission, n)));
  }
  if (ends === undefined || life.chance(draw.ends, n) * 100 >= ends.percent) return;
  if (ends.begunBefore !== undefined && found.onset > life.birth + daysOf(ends.begunBefore)) return;
  const end = found.recorded + daysOf(valueWithin(ends.years, life.chance(draw.lasts, n)));
  found.end = Math.min(found.end ?? Infinity, end);
}

/** Years without it, before it comes back. */
const pause: FromTo = [0.7, 7];

function comeBack(sort: LastingSort, salt: number, first: FoundCondition, { life, found }: Finding): void {
  const again = sort.ends?.again;
  if (again === undefined) return;
  let last = first;
  for (let episode = 1; episode < episodesAtMost; episode += 1) {
    const n = salt + episode;
    if (last.end === undefined || life.chance(draw.again, n) * 100 >= again) return;
    const next = begin(sort, life, last.end + daysOf(valueWithin(pause, life.chance(draw.pause, n))), n);
    if (next === undefined) return;
    endIt(sort, life, n, next);
    found.push(next);
    last = next;
  }
}
