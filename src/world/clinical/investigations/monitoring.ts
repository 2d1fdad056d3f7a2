/** What medicines on repeat make it necessary to look at, apart from reviews. */
import type { LivedCourse } from '../health.ts';
import type { Body } from '../observations/body.ts';
import { effectOfMedicine } from '../observations/effects.ts';
import { byEffect, type Watched } from './bundles.ts';
import { drawnBy } from './draws.ts';
import { occasion, type TestOccasion, workingDayBy, investigatedFrom } from './occasions.ts';

/** Tests before a medicine are back when it is begun. */
const testedBefore = 9;

export function monitoringOf(body: Body): TestOccasion[] {
  const occasions: TestOccasion[] = [];
  for (const course of body.health.courses) {
    if (course.course !== 'repeat') continue;
    const effect = effectOfMedicine(course.product.sort);
    const watched = effect && byEffect[effect];
    if (watched) note(occasions, body, course, watched);
  }
  return occasions;
}

function note(
  occasions: TestOccasion[],
  { until, health: { life } }: Body,
  { ordinal, start, end = Infinity }: LivedCourse,
  { before, after, every }: Watched,
): void {
  const begins = investigatedFrom(life);
  const last = Math.min(until, end);
  if (before !== undefined && start - testedBefore - 4 > begins) occasions.push(occasion(workingDayBy(start - testedBefore), before));
  for (const days of after?.days ?? []) {
    const day = start + days;
    if (after !== undefined && day >= begins && day < last) occasions.push(occasion(day, after.bundle));
  }
  if (every === undefined) return;
  for (let day = Math.max(begins, start + every.days), n = 0; day < last; n += 1) {
    occasions.push(occasion(day, every.bundle));
    day += Math.round(every.days * (0.75 + 0.5 * life.chance(drawnBy.monitored, 1_000 * (ordinal % 1_000) + n)));
  }
}
