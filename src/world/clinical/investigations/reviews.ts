/** Yearly reviews of all that lasts, about the birthday, with blood taken a fortnight before; some are half-yearly besides. */
import { type Day, year } from '../../calendar.ts';
import type { LivedCondition, LivedReview } from '../health.ts';
import type { Body } from '../observations/body.ts';
import { effectOfMedicine } from '../observations/effects.ts';
import { workingDay } from '../working-days.ts';
import { byEffect, byIllness, inEveryReview, pressure, pressureFrom } from './bundles.ts';
import { drawnBy } from './draws.ts';
import { type Bundle, investigatedFrom, occasion, type TestOccasion } from './occasions.ts';

const missed = 0.08;
/** Days either side. */
const shift = 12;
const bloodsBefore = 14;
/** A diagnosis or a new medicine is looked at again sooner, and not in a review. */
const settled = 60;
const halvesAYear = 2;

/** What has to be looked at again and again, from … to. */
interface Need {
  readonly from: Day;
  readonly to: Day;
  readonly condition: LivedCondition | undefined;
  readonly yearly: Bundle | undefined;
  readonly halfYearly: Bundle | undefined;
}

export interface Reviewed {
  readonly reviews: LivedReview[];
  readonly occasions: TestOccasion[];
}

export function reviewsOf(body: Body): Reviewed {
  const { life } = body.health;
  const occasions: TestOccasion[] = [];
  const reviews: LivedReview[] = [];
  const needs = needsOf(body);
  if (needs.length === 0) return { reviews, occasions };
  const begins = investigatedFrom(life);
  const first = Math.floor(((begins - life.birth) / year) * halvesAYear);
  for (let n = first; ; n += 1) {
    const around = life.birth + Math.floor((n * year) / halvesAYear);
    if (around + shift > body.until) return { reviews, occasions };
    const day = workingDay(around + Math.floor(life.chance(drawnBy.reviewShift, n) * 2 * shift) - shift);
    if (day - bloodsBefore < begins || life.chance(drawnBy.reviewAttended, n) < missed) continue;
    const isHalfway = n % halvesAYear === 1;
    let isDue = false;
    const conditions: LivedCondition[] = [];
    for (const { from, to, condition, yearly, halfYearly } of needs) {
      const bundle = isHalfway ? halfYearly : yearly;
      if (day < from || day > to || (isHalfway && bundle === undefined)) continue;
      isDue = true;
      if (bundle !== undefined) note(occasions, day, bundle);
      if (condition !== undefined) conditions.push(condition);
    }
    if (!isDue) continue;
    reviews.push({ day, conditions });
    if (isHalfway) continue;
    occasions.push(occasion(day, inEveryReview));
    if (day - life.birth >= pressureFrom * year) occasions.push(occasion(day, pressure));
  }
}

function needsOf({ health: { conditions, courses } }: Body): Need[] {
  const needs: Need[] = [];
  for (const condition of conditions) {
    const { illness, recorded, end = Infinity } = condition;
    const row = byIllness[illness.sort];
    if (row?.yearly === undefined && !(illness.isLasting && illness.isMajor)) continue;
    const to = row?.years === undefined ? end : Math.min(end, recorded + Math.floor(row.years * year));
    needs.push({ from: recorded + settled, to, condition, yearly: row?.yearly, halfYearly: row?.halfYearly });
  }
  for (const { course, product, start, end = Infinity } of courses) {
    if (course !== 'repeat') continue;
    const effect = effectOfMedicine(product.sort);
    const row = effect && byEffect[effect];
    needs.push({ from: start + settled, to: end, condition: undefined, yearly: row?.yearly, halfYearly: row?.halfYearly });
  }
  return needs;
}

function note(occasions: TestOccasion[], day: Day, bundle: Bundle): void {
  const { measures, panels } = bundle;
  if (panels.length > 0) occasions.push(occasion(day - bloodsBefore, measures.length > 0 ? { measures: noMeasures, panels } : bundle));
  if (measures.length > 0) occasions.push(occasion(day, panels.length > 0 ? { measures, panels: noPanels } : bundle));
}

const [noMeasures, noPanels]: readonly [Bundle['measures'], Bundle['panels']] = [[], []];
