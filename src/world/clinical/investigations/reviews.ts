/** Yearly reviews of all that lasts, about the same time of the year, with blood taken a fortnight before; some are half-yearly besides. */
import { type Day, year } from '../../calendar.ts';
import type { LivedCondition, LivedCourse, LivedReview } from '../health.ts';
import type { Body } from '../observations/body.ts';
import { effectOfMedicine } from '../observations/effects.ts';
import { workingDay } from '../working-days.ts';
import { byEffect, byIllness, inEveryReview, pressure, pressureFrom } from './bundles.ts';
import { drawnBy } from './draws.ts';
import { type Bundle, nothing, type TestOccasion, investigatedFrom } from './occasions.ts';

const missed = 0.08;
/** Days either side. */
const shift = 12;
const bloodsBefore = 14;
/** A diagnosis or a new medicine is looked at again sooner, and not in a review. */
const settled = 60;

interface Reviewed {
  readonly reviews: LivedReview[];
  readonly occasions: TestOccasion[];
}

export function reviewsOf({ health }: Body): Reviewed {
  const { life, conditions, courses } = health;
  const lasting = conditions.filter(({ illness }) => illness.isLasting);
  const repeats = courses.filter(({ course }) => course === 'repeat');
  const found: Reviewed = { reviews: [], occasions: [] };
  if (lasting.length + repeats.length === 0) return found;
  const begins = investigatedFrom(life);
  const halfYears = 2;
  const start = begins + Math.floor(life.chance(drawnBy.reviewDay) * year);
  for (let n = 0; ; n += 1) {
    const scattered = start + Math.floor((n * year) / halfYears);
    if (scattered + shift > life.end) return found;
    const isHalfway = n % halfYears === 1;
    const day = workingDay(scattered + Math.floor(life.chance(drawnBy.reviewShift, n) * 2 * shift) - shift);
    if (day < begins || life.chance(drawnBy.reviewAttended, n) < missed) continue;
    const looked = isHalfway ? lasting.filter(({ illness }) => byIllness[illness.sort]?.halfYearly !== undefined) : lasting;
    const now = looked.filter((condition) => isSettled(condition, day));
    const taken = repeats.filter((course) => goesOn(course, day));
    const bundles = [...now.map(({ illness }) => byIllness[illness.sort]), ...taken.map(watchedOf)].flatMap(
      (row) => (isHalfway ? row?.halfYearly : row?.yearly) ?? nothing,
    );
    if (isHalfway ? bundles.length === 0 : now.length + taken.length === 0) continue;
    found.reviews.push({ day, conditions: now, isHalfway });
    if (!isHalfway) bundles.push(inEveryReview);
    if (!isHalfway && life.age(day) >= pressureFrom) bundles.push(pressure);
    note(found.occasions, day, begins, bundles);
  }
}

const watchedOf = ({ product }: LivedCourse) => {
  const effect = effectOfMedicine(product.sort);
  return effect && byEffect[effect];
};

const isSettled = ({ recorded, end = Infinity }: LivedCondition, day: Day): boolean => recorded + settled <= day && day <= end;
const goesOn = ({ start, end = Infinity }: LivedCourse, day: Day): boolean => start + settled <= day && day <= end;

function note(occasions: TestOccasion[], day: Day, begins: Day, bundles: readonly Bundle[]): void {
  const tested = workingDay(day - bloodsBefore);
  for (const { measures, panels } of bundles) {
    if (measures.length > 0) occasions.push({ day, measures, panels: nothing, ill: 0 });
    if (panels.length > 0 && tested >= begins) occasions.push({ day: tested, measures: nothing, panels, ill: 0 });
  }
}
