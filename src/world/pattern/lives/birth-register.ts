/**
 * How many boys, girls and twins were born in each few years so far, so that chance does not lead far from the rates: where it has led
 * away from them, it leans back.
 */
import type { Day } from '../../calendar.ts';
import type { Draws } from '../draws.ts';
import * as rates from '../england/rates.ts';
import { yearOfDay } from './members.ts';
import { female, male, type Sex } from '../../peoples/people.ts';

/** After so many too many of one sex, or too few twins, the chance of the other is changed by the whole of itself. */
const leaning = { sexes: 14, twins: 2 } as const;
const yearsEach = 3;

export interface BirthRegister {
  isTwins(day: Day, draws: Draws): boolean;
  sexOf(day: Day, draws: Draws): Sex;
}

export function birthRegister(): BirthRegister {
  const boysTooMany: number[] = [];
  const twinsTooMany: number[] = [];
  const periodOf = (day: Day): number => Math.floor(yearOfDay(day) / yearsEach);
  const share = rates.boysPerGirl / (1 + rates.boysPerGirl);
  return {
    isTwins(day, draws) {
      const period = periodOf(day);
      const ahead = twinsTooMany[period] ?? 0;
      const rate = rates.twins / 100;
      const two = draws() < rate * Math.max(0, 1 - ahead / leaning.twins);
      twinsTooMany[period] = ahead + (two ? 1 : 0) - rate;
      return two;
    },
    sexOf(day, draws) {
      const period = periodOf(day);
      const ahead = boysTooMany[period] ?? 0;
      const sex = draws() < share * (1 - ahead / leaning.sexes) ? male : female;
      boysTooMany[period] = ahead + (sex === male ? 1 : 0) - share;
      return sex;
    },
  };
}
