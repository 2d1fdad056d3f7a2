/** Vaccinations given to a person, by the dated schedule: not all are taken up, and some are late. */
import { type Day, anniversary, dayOf, yearOf } from '../calendar.ts';
import { field } from '../fields.ts';
import { conditions, onset } from './conditions.ts';
import { covid, flu, schedule, type ScheduleRow, type Vaccine, vaccines } from './immunisation-schedule.ts';
import { placedAt, type Happening, type Life } from './life.ts';

/** A code system of this sandbox's own: the abbreviations have no other. */
export const vaccineSystem = 'urn:nhs-api-sandbox:vaccine-type';

const usualDelay = 24;
const longDelay = 120;
const oftenLate = 0.12;
const autumnDays = 75;

export function immunisations(life: Life): readonly Happening[] {
  return [...scheduled(life), ...fluJabs(life), ...covidJabs(life)];
}

function scheduled(life: Life): readonly Happening[] {
  return schedule.flatMap((row, n): readonly Happening[] => {
    if (life.chance(field.uptake, n + 1) >= row.uptake || !isOffered(row, life)) return [];
    // What falls due together is given at one visit.
    const late = life.chance(field.lateness, 1 + (row.weeks ?? 1000 + (row.months ?? 0)));
    const delay = late < oftenLate ? usualDelay + (late / oftenLate) * longDelay : late * usualDelay;
    const day = due(row, life.birth) + Math.floor(delay);
    const offered = day >= dayOf(row.offeredFrom) && (row.offeredTo === undefined || day <= dayOf(row.offeredTo));
    return offered ? [given(life, day, row.vaccine, row.dose)] : [];
  });
}

function isOffered({ only, bornFrom, bornTo }: ScheduleRow, { person }: Life): boolean {
  const { gender, birthDate } = person;
  return (only === undefined || only === gender) && birthDate >= (bornFrom ?? birthDate) && birthDate <= (bornTo ?? birthDate);
}

function due({ weeks, months = 0 }: ScheduleRow, birth: Day): Day {
  if (weeks !== undefined) return birth + 7 * weeks;
  const years = Math.floor(months / 12);
  return anniversary(birth, years) + Math.round((months - 12 * years) * 30.4375);
}

function fluJabs(life: Life): readonly Happening[] {
  const jabs: Happening[] = [];
  const atRiskFrom = Math.min(...conditions.map((condition) => onset(life, condition) ?? Infinity));
  for (let season = Math.max(flu.firstYear, yearOf(life.birth)); season <= yearOf(life.end); season += 1) {
    const day = autumn(life, season, field.flu);
    const age = life.age(day);
    const uptake =
      age >= flu.older
        ? flu.olderUptake
        : age >= flu.child[0] && age <= flu.child[1]
          ? flu.childUptake
          : day > atRiskFrom
            ? flu.atRiskUptake
            : 0;
    if (life.chance(field.uptake, season) < uptake) jabs.push(given(life, day, 'FLU', jabs.length + 1));
  }
  return jabs;
}

function covidJabs(life: Life): readonly Happening[] {
  const start = dayOf(covid.began);
  const age = life.age(start);
  if (age < covid.youngest || life.chance(field.uptake, 1) >= covid.uptake) return [];
  const days = [start + Math.floor((100 - age) * covid.daysPerYearOfAge + life.chance(field.lateness) * 30)];
  days.push((days[0] ?? start) + covid.betweenDoses + Math.floor(life.chance(field.lateness, 1) * 20));
  for (const { year, from, uptake } of covid.autumns) {
    const day = autumn(life, year, field.lateness);
    if (life.age(day) >= from && life.chance(field.uptake, 100 + year) < uptake && day > (days.at(-1) ?? day) + covid.betweenDoses)
      days.push(day);
  }
  return days.map((day, n) => given(life, day, 'COVID', n + 1));
}

function autumn(life: Life, year: number, which: number): Day {
  return dayOf(`${year}-10-01`) + Math.floor(life.chance(which, year) * autumnDays);
}

function given(life: Life, day: Day, vaccine: Vaccine, dose: number): Happening {
  const practice = life.practiceOn(day);
  return {
    kind: 'immunisation',
    day,
    summary: `${vaccines[vaccine]} vaccine, dose ${dose}`,
    code: { system: vaccineSystem, code: vaccine, display: vaccines[vaccine] },
    ...placedAt(practice, practice === undefined ? undefined : life.someoneAt(practice, field.prescriber, yearOf(day))),
  };
}
