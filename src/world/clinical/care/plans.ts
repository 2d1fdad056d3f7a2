/** Care plans: made after the diagnosis, and made anew about every year at the review. */
import type { Day } from '../../calendar.ts';
import { anniversary } from '../../calendar.ts';
import { field } from '../../fields.ts';
import type { Health, LivedCondition, LivedPlan } from '../health.ts';
import type { Life } from '../life.ts';
import { recordsBegan } from '../records-began.ts';
import { workingDay } from '../working-days.ts';
import { maternityPlan, type PlanSort, planSorts } from './plan-sorts.ts';

export type DraftPlan = Omit<LivedPlan, 'ordinal'>;

const drawn = { has: 0, begins: 1, renewed: 2 };

/** The first plan comes within so many days of the diagnosis; a next one after a year, or somewhat later. */
const firstAfter = 10;
const firstWithin = 80;
const renewedAfter = 350;
const renewedWithin = 70;
const reviewedAfter = 365;

export function plansOf({ life, conditions, pregnancies }: Health): readonly DraftPlan[] {
  const plans: DraftPlan[] = [];
  for (const [n, sort] of planSorts.entries()) {
    const condition = conditions.find((each) => isFor(sort, each));
    if (condition !== undefined && 100 * life.chance(field.care + drawn.has, n) < sort.percent) renew(life, { sort, n, condition, plans });
  }
  for (const { ordinal, recorded, ends } of pregnancies) {
    if (recorded < Math.max(recordsBegan, life.arrival) || recorded >= ends) continue;
    plans.push({ ...maternityPlan, recorded, end: ends, about: [{ kind: 'pregnancy', ordinal }] });
  }
  return plans;
}

const isFor = (sort: PlanSort, { illness, severity }: LivedCondition): boolean =>
  sort.for.includes(illness.sort) && (sort.isForSevere === undefined || severity === 'severe');

interface Renewal {
  readonly sort: PlanSort;
  readonly n: number;
  readonly condition: LivedCondition;
  readonly plans: DraftPlan[];
}

function renew(life: Life, { sort: { sort, title, type, activities, fromAge, isLast }, n, condition, plans }: Renewal): void {
  const last = Math.min(life.end, condition.end ?? Infinity);
  const earliest = Math.max(
    condition.recorded + firstAfter,
    recordsBegan,
    life.arrival,
    fromAge === undefined ? -Infinity : anniversary(life.birth, fromAge),
  );
  let made: Day = workingDay(earliest + Math.floor((isLast ? firstAfter : firstWithin) * life.chance(field.care + drawn.begins, n)));
  const about = [{ kind: 'condition' as const, ordinal: condition.ordinal }];
  for (let count = 0; made <= last; count += 1) {
    const next = isLast
      ? Infinity
      : workingDay(made + renewedAfter + Math.floor(renewedWithin * life.chance(field.care + drawn.renewed, 100 * n + count)));
    const end = next <= last ? next : condition.end;
    plans.push({ sort, title, type, activities, recorded: made, ...(end !== undefined && { end }), review: made + reviewedAfter, about });
    made = next;
  }
}
