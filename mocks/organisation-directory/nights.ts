/**
 * The directory is refreshed at night, about two o'clock: until then it shows the day before. When a record came into it is told as its
 * version and as the instant of that night.
 */
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { IsoDate, Population } from '../../src/population.ts';
import type { RegisterEntry, RegisterPeriods } from '../../src/organisation-register.ts';
import { dateInReach, dayAt } from '../../src/world/reach.ts';

const hour = 3_600_000;
const refreshedBy = 2 * hour;

/** All of it was loaded anew on that night, so nothing that has not changed since came in before. */
const loadedAnew: IsoDate = '2024-03-07';

/** The population of the night that the directory shows. */
export function lastNight({ clock, population, settings }: AnyCall): Population {
  if (settings.asOf !== 'clock') return population;
  const night = dateInReach(dayAt(clock.now() - refreshedBy));
  return night === population.asOf ? population : population.on(night);
}

/** Of the two nights before, which the terminology server keeps. */
export function nightsBefore(night: IsoDate, count: number): readonly IsoDate[] {
  const day = dayAt(Date.parse(`${night}T00:00:00Z`));
  return Array.from({ length: count }, (_, n) => dateInReach(day - 1 - n)).filter((date) => date < night);
}

/** In the ten minutes before two o'clock, each record at its own second. `night` is that which is shown. */
export function refreshedAt(changed: IsoDate, night: IsoDate, id: string): string {
  const day = changed < loadedAnew && loadedAnew <= night ? loadedAnew : changed;
  let seconds = 0;
  for (let i = 0; i < id.length; i++) seconds = (seconds * 31 + id.charCodeAt(i)) % 600;
  return `${day}T01:5${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}Z`;
}

/** One more for each night that changed it. */
export const versionOf = ({ changes }: RegisterEntry): string => String(changes.length);

/** The days that change it: on which it begins, and the first on which it holds no more. */
export function changesOf({ operational, legal }: RegisterPeriods): readonly IsoDate[] {
  return [operational, legal].flatMap((period) =>
    period ? [period.start, ...(period.end === undefined ? [] : [dayAfter(period.end)])] : [],
  );
}

const dayAfter = (date: IsoDate): IsoDate => dateInReach(dayAt(Date.parse(`${date}T00:00:00Z`)) + 1);
