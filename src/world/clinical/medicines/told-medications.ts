/** Courses as the record has them. */
import type { MedicationEntry } from '../../../clinical-record.ts';
import { anniversary, isoDate } from '../../calendar.ts';
import type { LivedCourse } from '../health.ts';
import { prescriberOn } from './prescribers.ts';
import { endedBy, type RecordTelling, written } from '../telling.ts';

export const toldMedications = (telling: RecordTelling): readonly MedicationEntry[] =>
  telling.health.courses.filter(({ recorded }) => recorded <= telling.today).map((course) => toldCourse(telling, course));

function toldCourse(telling: RecordTelling, lived: LivedCourse): MedicationEntry {
  const { product, course, dose, quantity, days, start, end, stopped, condition } = lived;
  const begins = written(telling, 'medication', lived);
  const practitioner = prescriberOn(telling, start);
  const reason = lived.reason ?? condition?.illness.what;
  const hasEnded = end !== undefined && end <= telling.today;
  return {
    ...begins,
    ...(practitioner !== undefined && { practitioner }),
    sort: product.sort,
    medicine: product.what,
    form: product.form,
    course,
    dose,
    ...(product.route && { route: product.route }),
    quantity: { value: quantity, unit: product.unit },
    days,
    start: isoDate(start),
    ...endedBy(telling, end),
    ...(hasEnded && stopped !== undefined && { stopped }),
    ...(reason && { reason }),
    for: condition === undefined ? [] : [telling.idOf('condition', condition.ordinal)],
    ...(course === 'repeat' && !hasEnded && { review: isoDate(nextReview(telling, start)) }),
  };
}

/** Repeats are looked at again every year. */
function nextReview({ today, health: { life } }: RecordTelling, start: number): number {
  const years = Math.max(1, life.age(today) - life.age(start));
  const review = anniversary(start, years);
  return review > today ? review : anniversary(start, years + 1);
}
