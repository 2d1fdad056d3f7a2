/** What is measured and investigated: for everybody within the laws of a record, and true to who they are. */
import { expect, test } from 'vitest';
import type { ClinicalRecord, ObservationEntry } from '../../../src/clinical-record.ts';
import { createWorld } from '../../../src/world/world.ts';
import { sample } from '../everyone.ts';

const world = createWorld();
const people = sample(world, 300);

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
  const sexes: Readonly<Record<string, string>> = {
    psa: 'male',
    'aorta-diameter': 'male',
    'cervical-screening': 'female',
    mammogram: 'female',
  };
  for (const { person, of } of records) {
    for (const { sort } of of('observation'))
      if (person.gender === 'female' || person.gender === 'male') expect(sexes[sort] ?? person.gender).toBe(person.gender);
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
