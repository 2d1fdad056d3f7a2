/** The pregnancies of a woman: one for each birth of her children in England, those to come included, and those that ended early. */
import type { Day } from '../../calendar.ts';
import { field } from '../../fields.ts';
import { at, type Quantiles } from '../../pattern/draws.ts';
import type { Health, LivedPregnancy } from '../health.ts';
import type { LifeBirth } from '../life.ts';
import { workingDay } from '../working-days.ts';
import { birthOf } from './births.ts';
import { lossesOf } from './losses.ts';

/** Weeks at the first appointment: 60 % by ten, 6 % after twenty. */
const booking: Quantiles = [
  [0, 5],
  [0.18, 8],
  [0.6, 9.9],
  [0.82, 12],
  [0.94, 20],
  [1, 30],
];
const weekDays = 7;
/** Days after coming to England until somebody is seen. */
const settling = 5;

export function pregnanciesOf({ life }: Health): readonly LivedPregnancy[] {
  if (life.sex === 'male') return [];
  const births: Omit<LivedPregnancy, 'ordinal'>[] = [];
  for (const babies of bornTogether(life.children)) {
    const birth = birthOf(life, babies, births.at(-1));
    if (birth.ends < life.arrival || birth.ends > life.end) continue;
    const booked = Math.max(
      birth.lastPeriod + Math.floor(at(booking, life.chance(field.pregnancy + 4, birth.ends)) * weekDays),
      life.arrival + settling,
    );
    births.push({ ...birth, recorded: Math.min(workingDay(booked), birth.ends) });
  }
  return [...births, ...lossesOf(life, births)]
    .toSorted((a, b) => a.recorded - b.recorded || a.lastPeriod - b.lastPeriod)
    .map((pregnancy, ordinal) => ({ ordinal, ...pregnancy }));
}

function bornTogether(children: readonly LifeBirth[]): readonly (readonly LifeBirth[])[] {
  const byDay = new Map<Day, LifeBirth[]>();
  for (const child of children) {
    const together = byDay.get(child.day);
    if (together === undefined) byDay.set(child.day, [child]);
    else together.push(child);
  }
  return [...byDay.values()];
}
