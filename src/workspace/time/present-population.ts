/** The population as of the day that it is in a workspace: by its clock, or the day that its settings pin. */
import type { IsoDate, Population } from '../../population.ts';
import { dateInReach, dayAt, isDayInReach } from '../../world/reach.ts';
import type { Settings } from '../settings.ts';
import type { Clock } from './clock.ts';

export interface PresentPopulation {
  now(): Population;
  /** The clock stands on a day that the population does not reach: it is that of the nearest day. */
  isOutOfReach(): boolean;
}

/** The day that it is, as far as the population reaches. */
export const presentDay = (clock: Clock, asOf: Settings['asOf']): IsoDate => (asOf === 'clock' ? dateInReach(dayAt(clock.now())) : asOf);

/** Where the day has not changed since somebody last asked, it costs a comparison. */
export function presentPopulation(
  everybody: Population,
  { clock, settings, made }: { readonly clock: Clock; readonly settings: Settings; readonly made: IsoDate },
): PresentPopulation {
  let day = NaN;
  let asOf: Settings['asOf'] | undefined;
  let view = everybody;
  let isOutOfReach = false;

  function now(): Population {
    const today = dayAt(clock.now());
    if (today === day && settings.asOf === asOf) return view;
    [day, asOf] = [today, settings.asOf];
    isOutOfReach = asOf === 'clock' && !isDayInReach(today);
    view = everybody.on(presentDay(clock, asOf), made);
    return view;
  }

  return {
    now,
    isOutOfReach() {
      now();
      return isOutOfReach;
    },
  };
}
