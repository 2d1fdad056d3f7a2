/** Which world this is, and the days that it reaches. */
import type { IsoDate } from '../population.ts';
import { type Day, dayOf, isoDate } from './calendar.ts';

/** Goes up whenever the people of a seed become others: what was written about those of another version is about nobody here. */
export const worldVersion = 3;

/** Events go back no further than the first day, and nobody is born after the last. */
export const firstDay: IsoDate = '2017-01-01';
export const lastDay: IsoDate = '2040-12-31';

/** Stands for the day that a workspace was made, where nothing is kept that could say so: test people who are an age are that old on it. */
export const statedDay: IsoDate = '2026-01-01';

const [first, last] = [dayOf(firstDay), dayOf(lastDay)];

/** The day of an instant in milliseconds, in UTC. */
export const dayAt = (instant: number): Day => Math.floor(instant / 86_400_000);

export const isDayInReach = (day: Day): boolean => day >= first && day <= last;

/** The date of a day, or the nearest that the population reaches. */
export const dateInReach = (day: Day): IsoDate => isoDate(Math.min(Math.max(day, first), last));

const shape = /^\d{4}-\d\d-\d\d$/;

/** A day of the calendar for which there is a population. */
export const isInReach = (date: string): boolean =>
  shape.test(date) && isoDate(dayOf(date)) === date && date >= firstDay && date <= lastDay;

/** What a day must be, after "must be". */
export const daysInReach = `a day from ${firstDay} to ${lastDay}`;
