/** When what was taken before records began is first told. */
import type { Day } from '../../calendar.ts';
import type { Life } from '../life.ts';
import { recordsBegan } from '../records-began.ts';

/** Of those who were here when records began; newcomers tell when they register. */
const entered = { within: 700, ofNewcomers: 40 };

/** That day, or one of the first on which it could be entered. */
export function onRecordFrom(life: Life, day: Day, chance: number): Day {
  if (day >= recordsBegan && day >= life.arrival) return day;
  return life.arrival > recordsBegan
    ? life.arrival + Math.floor(chance * entered.ofNewcomers)
    : recordsBegan + Math.floor(chance * entered.within);
}
