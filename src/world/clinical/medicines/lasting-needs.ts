/** What somebody needs for what they have. */
import { type Day, year } from '../../calendar.ts';
import { field } from '../../fields.ts';
import type { Health, LivedCondition } from '../health.ts';
import { inclinationOf } from './inclination.ts';
import { newYear } from './new-years.ts';
import { onRecordFrom } from './on-record.ts';
import type { TreatmentNeed } from './treatment-need.ts';
import { usualDays } from './supply.ts';
import type { Treatment } from './treatment.ts';
import { treatmentsOfBody } from './treatments-of-body.ts';
import { treatmentsOfMind } from './treatments-of-mind.ts';

const treatments: Readonly<Record<string, readonly Treatment[]>> = { ...treatmentsOfBody, ...treatmentsOfMind };

const none: readonly Treatment[] = [];

/** At most so many treatments for one condition: part of where their draws are. */
const most = 16;

/** Fields of the medicines part, from 20 on. */
const draws = {
  whether: field.medicine + 20,
  which: field.medicine + 21,
  when: field.medicine + 22,
  howLong: field.medicine + 23,
  rise: field.medicine + 24,
};

export function lastingNeeds(health: Health): readonly TreatmentNeed[] {
  const days = usualDays(health.life);
  const inclined = inclinationOf(health.life);
  const found: TreatmentNeed[] = [];
  for (const condition of health.conditions) {
    const list = treatments[condition.illness.sort] ?? none;
    for (let n = 0; n < list.length; n += 1) {
      const treatment = list[n];
      const need = treatment && needFor(health, condition, treatment, { n, days, inclined });
      if (need) found.push(need);
    }
  }
  return found;
}

interface About {
  readonly n: number;
  readonly days: number;
  inclined(chance: number): number;
}

function needFor(health: Health, condition: LivedCondition, treatment: Treatment, { n, days, inclined }: About): TreatmentNeed | undefined {
  const { life } = health;
  const count = condition.ordinal * most + n;
  const { severity } = condition;
  const percent = (severity === 'mild' ? treatment.mild : severity === 'severe' ? treatment.severe : undefined) ?? treatment.percent;
  if (inclined(life.chance(draws.whether, count)) * 100 >= percent) return undefined;
  const [least, longest] = treatment.after ?? [0, 0];
  const delay = Math.floor((least + (longest - least) * life.chance(draws.when, count)) * year);
  const due = Math.max(condition.recorded + delay, introduced(health, treatment, count));
  const start = onRecordFrom(life, due, life.chance(draws.when, count));
  const end = endOf(health, condition, treatment, { start, count });
  if (start > life.end || start > end) return undefined;
  const { who, choices, replaces = false } = treatment;
  if (who !== undefined && !who({ age: life.age(start), day: start, life, health })) return undefined;
  return {
    start,
    end,
    choices,
    draw: life.chance(draws.which, count),
    rise: life.chance(draws.rise, count),
    course: 'repeat',
    days,
    replaces,
    condition,
  };
}

/** Within so many days of the year in which the first of its medicines came, those get it who have waited for it. */
const takenUpWithin = 1_600;

function introduced({ life }: Health, { choices }: Treatment, count: number): Day {
  const first = choices.reduce((least, { since = 0 }) => Math.min(least, since), Infinity);
  return first === 0 ? -Infinity : newYear(first) + Math.floor(life.chance(draws.howLong, count) * takenUpWithin);
}

interface Begun {
  readonly start: Day;
  readonly count: number;
}

/** Half a year after the condition has gone, at the latest. */
function endOf({ life }: Health, { end = Infinity }: LivedCondition, { lasts }: Treatment, { start, count }: Begun): Day {
  if (lasts === undefined) return end + 90;
  const [least, longest] = lasts;
  return Math.min(end + 180, start + Math.floor((least + (longest - least) * life.chance(draws.howLong, count)) * year));
}
