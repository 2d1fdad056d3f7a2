/** Medicines: who takes what, for how long, and what is prescribed of it. */
import { describe, expect, test } from 'vitest';
import type { ClinicalRecord, MedicationEntry } from '../../../src/clinical-record.ts';
import { mod37Check } from '../../../src/fhir/check-digits.ts';
import { classesOf, classMembers, slotOf } from '../../../src/world/clinical/medicines/classes.ts';
import { medicines } from '../../../src/world/clinical/medicines/medicines.ts';
import { createWorld } from '../../../src/world/world.ts';

const today = '2026-06-15';
const world = createWorld({ asOf: today });

const records: readonly ClinicalRecord[] = Array.from({ length: 700 }, (_, n) => world.at(n * 1_201 + 5)).flatMap(
  ({ nhsNumber }) => world.record(nhsNumber) ?? [],
);
const living = records.filter(({ person }) => person.death === undefined);

const isOn = ({ start, end = '9999' }: MedicationEntry, day: string): boolean => start <= day && day <= end;
const age = ({ person }: ClinicalRecord, day: string): number =>
  Number(day.slice(0, 4)) - Number(person.birthDate.slice(0, 4)) - (day.slice(5) < person.birthDate.slice(5) ? 1 : 0);
const courses = records.flatMap((record) => record.of('medication').map((course) => ({ record, course })));

describe('the table of medicines', () => {
  test('has more than two hundred products, each with a dose and a form', () => {
    expect(medicines.size).toBeGreaterThan(200);
    for (const { dose, form, unit } of medicines.values()) expect([dose.text.length > 5, form, unit]).not.toContain('');
  });

  test('names every medicine that a class is made of', () => {
    const sorts = new Set([...medicines.values()].map(({ sort }) => sort));
    expect(classMembers.filter((sort) => !sorts.has(sort))).toEqual([]);
  });

  test('is used: of seven hundred people somebody has had each of more than a hundred and fifty', () => {
    expect(new Set(courses.map(({ course }) => course.medicine.text)).size).toBeGreaterThan(150);
  });
});

test('nobody takes anything before birth, or after death', () => {
  const wrong = courses.filter(({ record: { person }, course }) => {
    const last = person.death?.date ?? today;
    return course.start < person.birthDate || course.start > last || (course.end ?? last) > last;
  });
  expect(
    wrong.map(({ record: { person }, course }) => [person.birthDate, person.death?.date, course.start, course.end, course.sort]),
  ).toEqual([]);
});

test('nobody takes two of a kind at a time', () => {
  const twice = records.flatMap((record) => {
    const taken = record.of('medication');
    return taken.filter((one, n) =>
      taken.slice(n + 1).some((other) => slotOf(other.sort) === slotOf(one.sort) && isOn(one, other.start) && isOn(other, other.start)),
    );
  });
  expect(twice).toEqual([]);
});

test('nobody takes what they are allergic to', () => {
  const against = courses.filter(({ record, course }) => {
    const classes: readonly string[] = classesOf(course.sort);
    return record.of('allergy').some(({ sort }) => classes.includes(sort));
  });
  expect(against).toEqual([]);
});

test('nothing is prescribed before what it is for is known, nor on a day on which practices are closed', () => {
  for (const { record, course } of courses) {
    const known = new Map(record.of('condition').map(({ id, recorded }) => [id, recorded]));
    for (const id of course.for) expect((known.get(id) ?? '9999') <= course.start).toBe(true);
    expect([0, 6]).not.toContain(new Date(course.start).getUTCDay());
    expect(course.start.slice(5)).not.toMatch(/12-2[56]|01-01/);
  }
});

test.each([
  ['beta-blocker', 'asthma'],
  ['nsaid', 'chronic-kidney-disease-3'],
  ['nsaid', 'atrial-fibrillation'],
])('nobody takes a medicine of the class %s who has %s', (name, sort) => {
  const wrong = courses.filter(({ record, course: { sort: taken, end = today } }) => {
    const classes: readonly string[] = classesOf(taken);
    return classes.includes(name) && record.of('condition').some((condition) => condition.sort === sort && condition.recorded <= end);
  });
  expect(wrong).toEqual([]);
});

test('while she is pregnant a woman takes no contraceptive, no statin and nothing else that would harm the child', () => {
  const harmful: readonly string[] = ['contraceptive', 'statin', 'renin', 'tetracycline', 'nsaid', 'valproate'];
  const wrong = courses.filter(({ record, course }) =>
    record
      .of('pregnancy')
      .some(
        ({ lastPeriod, outcome }) =>
          classesOf(course.sort).some((name) => harmful.includes(name)) &&
          course.start <= (outcome?.on ?? today) &&
          (course.end ?? today) >= lastPeriod,
      ),
  );
  expect(wrong.map(({ course }) => course.sort)).toEqual([]);
});

test('amoxicillin has the form and the strength for the age', () => {
  const given = new Map<string, Set<string>>();
  for (const { record, course } of courses.filter(({ course: { sort } }) => sort === 'amoxicillin')) {
    const years = age(record, course.start);
    const band = years < 1 ? 'under 1' : years < 5 ? '1 to 4' : years < 12 ? '5 to 11' : '12 and over';
    given.set(band, (given.get(band) ?? new Set()).add(`${course.medicine.text}: ${course.dose}`));
  }
  expect(Object.fromEntries([...given].map(([band, doses]) => [band, [...doses]]))).toEqual({
    'under 1': ['Amoxicillin 125mg/5ml oral suspension sugar free: 5ml to be taken three times a day until finished'],
    '1 to 4': ['Amoxicillin 250mg/5ml oral suspension sugar free: 5ml to be taken three times a day until finished'],
    '5 to 11': ['Amoxicillin 250mg/5ml oral suspension sugar free: 10ml to be taken three times a day until finished'],
    '12 and over': ['Amoxicillin 500mg capsules: One to be taken three times a day until finished'],
  });
});

test('children take what is made for children', () => {
  const solid = courses.filter(
    ({ record, course }) =>
      age(record, course.start) < 5 && /capsule|^Tablet|Gastro|Modified/.test(course.form) && course.form !== 'Soluble tablet',
  );
  expect(solid.map(({ course }) => course.medicine.text)).toEqual([]);
});

test.each([
  ['type-1-diabetes', 0.95],
  ['type-2-diabetes', 0.6],
  ['hypothyroidism', 0.9],
  ['atrial-fibrillation', 0.75],
  ['coronary-heart-disease', 0.85],
  ['epilepsy', 0.8],
  ['asthma', 0.85],
  ['heart-failure', 0.85],
])('of those who live with %s at least %f take something for it', (sort, least) => {
  const takes = living.flatMap((record) => {
    const condition = record.of('condition').find((each) => each.sort === sort && each.recorded < '2026-01-01' && each.end === undefined);
    return condition === undefined
      ? []
      : [record.of('medication').some((course) => course.for.includes(condition.id) && isOn(course, today))];
  });
  expect(takes.filter(Boolean).length).toBeGreaterThanOrEqual(Math.floor(least * takes.length));
});

test('what is prescribed is of a course that was taken on that day, and at most four items of one treatment and supply are on a prescription', () => {
  for (const record of records) {
    const byId = new Map(record.of('medication').map((course) => [course.id, course]));
    for (const { medication, recorded, dispensed = recorded } of record.of('issue')) {
      const course = byId.get(medication);
      expect(course && isOn(course, recorded)).toBe(true);
      expect(dispensed >= recorded && dispensed <= today).toBe(true);
    }
    for (const items of Map.groupBy(record.of('issue'), ({ prescription }) => prescription).values()) {
      expect(items.length).toBeLessThanOrEqual(4);
      expect(new Set(items.map(({ recorded, course, days }) => `${recorded} ${course} ${days}`)).size).toBe(1);
    }
    expect(new Set(record.of('issue').map(({ id }) => id)).size).toBe(record.of('issue').length);
  }
});

test('repeats that are authorised ahead count to their number and begin again', () => {
  const batches = records.flatMap((record) => record.of('issue')).filter(({ of }) => of !== undefined);
  expect(batches.length).toBeGreaterThan(100);
  expect(batches.filter(({ number, of = 0, course }) => number < 1 || number > of || course === 'acute')).toEqual([]);
});

test('an issue that is not open any more is that of the record of its own day', () => {
  const earlier = world.on('2026-03-02');
  for (const { person, ...now } of living.slice(0, 150)) {
    const then = earlier.record(person.nhsNumber);
    if (then === undefined) continue;
    const ids = new Set(then.of('issue').map(({ id }) => id));
    expect(now.of('issue').filter(({ id, recorded }) => recorded <= '2026-03-02' && !ids.has(id))).toEqual([]);
    expect(
      now
        .of('medication')
        .filter(({ recorded }) => recorded <= '2026-03-02')
        .map(({ id }) => id),
    ).toEqual(then.of('medication').map(({ id }) => id));
  }
});

test('short ids have the check character that a published one has', () => {
  const checkCharacter = (stem: string): string => mod37Check(stem.replaceAll('-', ''));
  expect(checkCharacter('24F5DA-A83008-7EFE6')).toBe('Z');
  for (const { prescription } of records.flatMap((record) => record.of('issue')).slice(0, 200)) {
    expect(prescription).toMatch(/^[0-9A-F]{6}-[0-9A-Z]{6}-[0-9A-F]{5}[0-9A-Z+]$/);
    expect(checkCharacter(prescription.slice(0, -1))).toBe(prescription.at(-1));
  }
});

test('a prescription is found by its short id, with all that is on it', () => {
  for (const record of living.slice(0, 100)) {
    const groups = Map.groupBy(record.of('issue'), ({ prescription }) => prescription);
    for (const [id, issues] of groups) expect(world.prescription(id)).toEqual({ nhsNumber: record.person.nhsNumber, issues });
  }
  for (const id of ['24F5DA-A83008-7EFE6Z', '000000-000000-00000A', 'no id', '']) expect(world.prescription(id)).toBeUndefined();
});

test('somebody over 65 takes several medicines, a child none', () => {
  const share = (people: readonly ClinicalRecord[], least: number): number =>
    people.filter((record) => record.of('medication').filter((course) => course.course === 'repeat' && isOn(course, today)).length >= least)
      .length / people.length;
  expect(share(living, 1)).toBeGreaterThan(0.35);
  expect(share(living, 1)).toBeLessThan(0.6);
  expect(
    share(
      living.filter((record) => age(record, today) >= 65),
      5,
    ),
  ).toBeGreaterThan(0.25);
  expect(
    share(
      living.filter((record) => age(record, today) < 12),
      1,
    ),
  ).toBeLessThan(0.15);
});
