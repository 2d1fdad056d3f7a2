/** Working days: weekends are passed over. */
import { daysAfter } from '../../src/fhir/clinical/england-time.ts';
import type { IsoDate } from '../../src/population.ts';

const isWeekend = (day: IsoDate): boolean => [0, 6].includes(new Date(day).getUTCDay());

/** So many working days after a day. */
export function dayFrom(day: IsoDate, workingDays: number): IsoDate {
  let at = day;
  for (let left = workingDays; left > 0;) {
    at = daysAfter(at, 1);
    if (!isWeekend(at)) left -= 1;
  }
  return at;
}
