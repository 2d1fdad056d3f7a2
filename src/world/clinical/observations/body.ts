/** What is the matter with a body on a day, as far as measurements show it: illnesses and medicines by their effect. */
import type { Day } from '../../calendar.ts';
import { field } from '../../fields.ts';
import type { Health, LivedCondition, LivedCourse, LivedPregnancy } from '../health.ts';
import { type Sign, signsOf } from './signs.ts';
import { type Effect, effectOfMedicine } from './effects.ts';
import { type ObservationSort, observationSorts } from './sorts.ts';

/** An illness from its first signs until its end; `known` is the day of the diagnosis. */
export interface Spell {
  readonly onset: Day;
  readonly known: Day;
  readonly end: Day;
  readonly condition: LivedCondition;
}

export interface Body {
  readonly health: Health;
  /** The last day that anybody asks about: that of the end, or earlier. */
  readonly until: Day;
  /** The spell of an illness that a day falls into: from its first signs to its end. */
  illOn(sign: Sign, day: Day): Spell | undefined;
  /** Every spell of an illness, the earliest first. */
  spells(sign: Sign): readonly Spell[];
  /** The course of a medicine with an effect that goes on that day. */
  takes(effect: Effect, day: Day): LivedCourse | undefined;
  pregnantOn(day: Day): LivedPregnancy | undefined;
  /** Where somebody stands among others in what is measured, for good: in [0, 1). */
  place(sort: ObservationSort): number;
  /** By how much one day differs from another: in [0, 1). */
  chance(sort: ObservationSort, day: Day): number;
}

const none: readonly never[] = [];
/** What is tested in the last days before a diagnosis shows it already, and it takes some months to bring it down. */
export const testedBefore = 45;
export const untilTreated = 80;
const places: ReadonlyMap<ObservationSort, number> = new Map(observationSorts.map((sort, n) => [sort, n]));

export function bodyMeasured(health: Health, until: Day): Body {
  const { life, conditions, courses, pregnancies } = health;
  const spells = new Map<Sign, Spell[]>();
  for (const condition of conditions) {
    const { illness, onset, recorded, end = Infinity } = condition;
    for (const sign of signsOf(illness.sort)) {
      const spell = { onset: Math.min(onset, recorded - testedBefore), known: recorded, end, condition };
      const before = spells.get(sign);
      if (before === undefined) spells.set(sign, [spell]);
      else before.push(spell);
    }
  }
  const taken = new Map<Effect, LivedCourse[]>();
  for (const course of courses) {
    const effect = effectOfMedicine(course.product.sort);
    if (effect === undefined) continue;
    const before = taken.get(effect);
    if (before === undefined) taken.set(effect, [course]);
    else before.push(course);
  }
  const of = (sign: Sign): readonly Spell[] => spells.get(sign) ?? none;
  const draw = (sort: ObservationSort, n: number): number => life.chance(field.result + (places.get(sort) ?? 0), n);
  return {
    health,
    until: Math.min(until, life.end),
    spells: of,
    illOn: (sign, day) => of(sign).find(({ onset, end }) => onset <= day && day <= end),
    takes: (effect, day) => taken.get(effect)?.find(({ start, end = Infinity }) => start <= day && day <= end),
    pregnantOn: (day) => pregnancies.find(({ lastPeriod, ends }) => lastPeriod <= day && day <= ends),
    place: (sort) => draw(sort, 0),
    chance: draw,
  };
}
