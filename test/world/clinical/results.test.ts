/** What is measured and investigated: for everybody within the laws of a record, and true to who they are. */
import { expect, test } from 'vitest';
import type { ClinicalRecord, ObservationEntry } from '../../../src/clinical-record.ts';
import { dayOf } from '../../../src/world/calendar.ts';
import { isWorkingDay } from '../../../src/world/clinical/working-days.ts';
import { createWorld } from '../../../src/world/world.ts';
import { sample } from '../everyone.ts';

const world = createWorld();
const people = sample(world, 250);

const records: readonly ClinicalRecord[] = people.flatMap(({ nhsNumber, status }) => {
  const record = status.kind === 'live' ? world.record(nhsNumber) : undefined;
  return record ?? [];
});
const observations: readonly ObservationEntry[] = records.flatMap((record) => record.of('observation'));

test('says of every observation what was found, and by which unit', () => {
  const numbers = observations.flatMap(({ value, parts = [] }) => (value ? [value] : parts.map((part) => part.value)));
  expect(numbers.filter(({ value, unit, ucum }) => !Number.isFinite(value) || !unit || !ucum)).toEqual([]);
  expect(observations.filter(({ value, parts, finding }) => [value, parts, finding].filter(Boolean).length !== 1)).toEqual([]);
});

test('measures between birth or arrival and death or today, in order of time', () => {
  for (const { person, asOf, of } of records) {
    const days = of('observation').map(({ recorded }) => recorded);
    expect(days).toEqual(days.toSorted());
    expect(days.filter((day) => day < person.birthDate || day > (person.death?.date ?? asOf))).toEqual([]);
  }
});

test('puts what a laboratory measured into a report that was asked for before', () => {
  for (const { of } of records) {
    const byId = new Map(of('observation').map((observation) => [observation.id, observation]));
    for (const { id, requested, recorded, observations: members } of of('report')) {
      expect(requested <= recorded).toBe(true);
      expect(members.filter((member) => byId.get(member)?.report !== id || byId.get(member)?.recorded !== recorded)).toEqual([]);
    }
  }
});

test('told of an earlier day is what was recorded by then', () => {
  const then = '2023-05-17';
  for (const now of records) {
    // Whoever came later has none of that day.
    const before = world.on(then).record(now.person.nhsNumber);
    if (before === undefined) continue;
    for (const kind of ['observation', 'report'] as const) {
      expect(before.of(kind).map(({ id }) => id)).toEqual(now.of(kind).flatMap(({ id, recorded }) => (recorded <= then ? [id] : [])));
    }
  }
});

test('knows more than forty kinds of results', () => {
  expect(new Set(observations.map(({ sort }) => sort)).size).toBeGreaterThan(40);
});

test('asks men for what only men have, and women for what only women have', () => {
  const sexes: Readonly<Record<string, string>> = { psa: 'male', 'cervical-screening': 'female', 'fetal-heart': 'female' };
  for (const { person, of } of records) {
    const asked = of('observation').filter(({ sort }) => sexes[sort] !== undefined && sexes[sort] !== person.gender);
    expect(asked).toEqual([]);
  }
});

test('calls a number low or high where it lies beyond its range', () => {
  const misread = observations.filter(({ value, range, interpretation }) => {
    const { low = -Infinity, high = Infinity } = range ?? {};
    const meant =
      value === undefined || range === undefined ? undefined : value.value < low ? 'low' : value.value > high ? 'high' : 'normal';
    return interpretation !== meant;
  });
  expect(misread).toEqual([]);
});

/** Of each condition, the last result of a sort in the weeks up to the diagnosis. Those who brought it from abroad were tested there. */
function atDiagnosis(condition: string, sort: string): readonly number[] {
  return records.flatMap(({ of }) => {
    const found = of('condition').find((each) => each.sort === condition);
    const day = found === undefined ? 0 : dayOf(found.recorded);
    const isJustBefore = (recorded: string): boolean => dayOf(recorded) <= day && day - dayOf(recorded) < 21;
    return of('observation').findLast((each) => each.sort === sort && isJustBefore(each.recorded))?.value?.value ?? [];
  });
}

test('a diagnosis follows from the result that led to it', () => {
  const leading: Readonly<Record<string, readonly [sort: string, from: number, to: number]>> = {
    'type-2-diabetes': ['hba1c', 48, 150],
    'non-diabetic-hyperglycaemia': ['hba1c', 42, 47],
    hypothyroidism: ['tsh', 4.5, 100],
    'chronic-kidney-disease-3': ['egfr', 30, 59],
    'iron-deficiency-anaemia': ['haemoglobin', 60, 129],
    'prostate-cancer': ['psa', 4, 500],
  };
  for (const [condition, [sort, from, to]] of Object.entries(leading)) {
    const values = atDiagnosis(condition, sort);
    expect(values.filter((value) => value < from || value > to)).toEqual([]);
  }
});

test('glucose and kidneys are out of range in those who are known for it alone', () => {
  for (const record of records) {
    const has = (part: string): boolean => record.of('condition').some(({ sort }) => sort.includes(part));
    const numbers = (sort: string): number[] =>
      record.of('observation').flatMap((each) => (each.sort === sort ? (each.value?.value ?? []) : []));
    if (!has('diabetes')) expect(Math.max(0, ...numbers('hba1c'))).toBeLessThan(48);
    if (!has('chronic-kidney-disease')) expect(Math.min(999, ...numbers('egfr'))).toBeGreaterThanOrEqual(60);
  }
});

test('warfarin is watched, and nobody else has it watched', () => {
  for (const { of } of records) {
    const taken = of('medication').filter(({ sort, course }) => sort === 'warfarin' && course === 'repeat');
    const watched = of('observation').filter(({ sort }) => sort === 'inr');
    expect(watched.filter(({ recorded }) => !taken.some(({ start }) => start <= recorded))).toEqual([]);
  }
});

test('blood pressure is as high as in England at each age, and often ends in a nought', () => {
  const systolic = records.flatMap(({ person, of }) => {
    const pressures = of('observation').filter(({ sort }) => sort === 'blood-pressure');
    return pressures.flatMap(({ parts = [], recorded }) => {
      const value = parts[0]?.value.value;
      return value === undefined ? [] : [{ value, age: Number(recorded.slice(0, 4)) - Number(person.birthDate.slice(0, 4)) }];
    });
  });
  const meanOf = (from: number, to: number): number => {
    const those = systolic.filter(({ age }) => from <= age && age < to);
    return those.reduce((sum, { value }) => sum + value, 0) / those.length;
  };
  expect(meanOf(25, 45)).toBeCloseTo(120, -1);
  expect(meanOf(55, 75)).toBeCloseTo(133, -1);
  const noughts = systolic.filter(({ value }) => value % 10 === 0).length / systolic.length;
  expect(noughts).toBeGreaterThan(0.28);
  expect(noughts).toBeLessThan(0.44);
});

test('nobody measures in a practice that is closed', () => {
  for (const { person, of } of records) {
    const practices = new Set(person.registrations.map(({ practice }) => practice));
    const measured = of('observation').filter(
      ({ organisation, report }) => report === undefined && organisation && practices.has(organisation),
    );
    expect(measured.filter(({ recorded }) => !isWorkingDay(dayOf(recorded)))).toEqual([]);
  }
});
