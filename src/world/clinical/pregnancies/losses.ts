/** Pregnancies that end in a miscarriage, or are ended, since records began: fifteen in a hundred of those recognised, and 23 of a thousand women a year. */
import { type Day, year } from '../../calendar.ts';
import { field } from '../../fields.ts';
import { at, type Quantiles } from '../../pattern/draws.ts';
import type { LivedPregnancy } from '../health.ts';
import type { Life } from '../life.ts';
import { recordsBegan } from '../records-began.ts';
import { workingDay } from '../working-days.ts';

/** Of a thousand women a year, by age; some of them are pregnant already. */
const terminations: Quantiles = [
  [14, 0],
  [16, 7],
  [18, 24],
  [20, 40],
  [24, 44],
  [28, 39],
  [33, 32],
  [38, 20],
  [43, 7],
  [48, 0],
];
const miscarriages: Quantiles = [
  [15, 1],
  [20, 5],
  [28, 8.5],
  [34, 10],
  [40, 7],
  [46, 0],
];
/** In the months before a pregnancy that goes well. */
const beforeBirth = 0.09;
/** Days from the last period of such a one to that of the next. */
const toNext = { from: 110, to: 360 };
const weeksOfTermination: Quantiles = [
  [0, 5],
  [0.6, 7.5],
  [0.88, 10],
  [0.98, 16],
  [1, 22],
];
const weeksOfMiscarriage: Quantiles = [
  [0, 5],
  [0.5, 8],
  [0.9, 12],
  [1, 19],
];

type Loss = Omit<LivedPregnancy, 'ordinal'>;
const fertile = { from: 15, to: 46 };
const weekDays = 7;
const term = 280;
/** Days from the first visit to a termination; and after the last period, until somebody who is pregnant comes. */
const arranging = 12;
const missed = 44;
/** Days that lie between two pregnancies. */
const rest = 35;

export function lossesOf(life: Life, births: readonly Pick<LivedPregnancy, 'lastPeriod' | 'ends'>[]): readonly Loss[] {
  const losses: Loss[] = [];
  const first = Math.max(recordsBegan, life.arrival, life.birth + Math.floor(fertile.from * year));
  const last = Math.min(life.end, life.birth + Math.floor(fertile.to * year));
  const isFree = (lastPeriod: Day, ends: Day): boolean =>
    lastPeriod >= first &&
    ends <= last &&
    births.every((birth) => ends + rest < birth.lastPeriod || lastPeriod > birth.ends + rest) &&
    losses.every((loss) => ends + rest < loss.lastPeriod || lastPeriod > loss.ends + rest);
  const add = (how: 'miscarriage' | 'termination', lastPeriod: Day, n: number): void => {
    const chance = life.chance(field.pregnancy + 13, n);
    const lasted = Math.floor(at(how === 'miscarriage' ? weeksOfMiscarriage : weeksOfTermination, chance) * weekDays);
    // What is arranged is done on a working day.
    const ends = how === 'termination' ? workingDay(lastPeriod + lasted) : lastPeriod + lasted;
    if (!isFree(lastPeriod, ends)) return;
    const recorded = how === 'termination' ? Math.min(workingDay(ends - arranging), ends) : workingDay(Math.min(lastPeriod + missed, ends));
    if (recorded > life.end) return;
    const weeks = Math.floor((ends - lastPeriod) / weekDays);
    losses.push({ recorded, lastPeriod, due: lastPeriod + term, ends, how, weeks, isCaesarean: false, isAtHome: false, babies: [] });
  };
  for (const birth of births) {
    const chance = life.chance(field.pregnancy + 10, birth.ends);
    if (chance < beforeBirth)
      add('miscarriage', birth.lastPeriod - toNext.from - Math.floor((chance / beforeBirth) * (toNext.to - toNext.from)), birth.ends);
  }
  let n = 0;
  for (let from = first; from < last; from += 365) {
    n += 1;
    const age = (from - life.birth) / year;
    const chance = life.chance(field.pregnancy + 11, n) * 1_000;
    const ended = at(terminations, age);
    const lost = at(miscarriages, age);
    if (chance >= ended + lost) continue;
    add(chance < ended ? 'termination' : 'miscarriage', from + Math.floor(life.chance(field.pregnancy + 12, n) * 365), n);
  }
  return losses;
}
