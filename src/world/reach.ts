/** Which world this is, and the days that it reaches. */
import type { IsoDate } from '../population.ts';
import { type Day, dayOf, isoDate } from './calendar.ts';

/** Goes up whenever the people of a seed become others: what was written about those of another version is about nobody here. */
export const worldVersion = 2;

/** Events go back no further than the first day, and nobody is born after the last. */
export const firstDay: IsoDate = '2017-01-01';
export const lastDay: IsoDate = '2040-12-31';

/** Stands for the day that a workspace was made, where nothing is kept that could say so: test people who are an age are that old on it. */
export const statedDay: IsoDate = '2026-01-01';

const [first, last] = [dayOf(firstDay), dayOf(lastDay)];

/** The same day, or the nearest that the population reaches. */
export const dayInReach = (day: Day): Day => Math.min(Math.max(day, first), last);

const shape = /^\d{4}-\d\d-\d\d$/;

/** A day of the calendar for which there is a population. */
export const isInReach = (date: string): boolean =>
  shape.test(date) && isoDate(dayOf(date)) === date && date >= firstDay && date <= lastDay;

/** What a day must be, after "must be". */
export const daysInReach = `a day from ${firstDay} to ${lastDay}`;
