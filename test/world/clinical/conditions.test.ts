/** What people come down with and live with: who, how many, how these go together, and what can never be. */
import { expect, test } from 'vitest';
import type { ConditionEntry } from '../../../src/clinical-record.ts';
import { weekday } from '../../../src/world/clinical/working-days.ts';
import { dayOf } from '../../../src/world/calendar.ts';
import { createWorld } from '../../../src/world/world.ts';

const today = '2026-06-15';
const world = createWorld({ asOf: today });
const later = world.on('2036-06-15');
const records = Array.from({ length: 4_600 }, (_, n) => world.at(n * 7_907 + 31))
  .filter(({ death }) => death === undefined)
  .flatMap(({ nhsNumber }) => world.record(nhsNumber) ?? []);
const ageOf = (birthDate: string): number => (dayOf(today) - dayOf(birthDate)) / 365.25;
const people = records.map((record) => {
  const conditions = record.of('condition');
  const has = new Set(conditions.filter(({ end }) => end === undefined).map(({ sort }) => sort));
  return { person: record.person, age: ageOf(record.person.birthDate), conditions, has };
});
type Someone = (typeof people)[number];

const hasAny = (someone: Someone, sorts: readonly string[]): boolean => sorts.some((sort) => someone.has.has(sort));
const percent = (those: readonly Someone[], sorts: readonly string[]): number =>
  (100 * those.filter((someone) => hasAny(someone, sorts)).length) / those.length;
const diabetes = ['type-1-diabetes', 'type-2-diabetes'];

test.each([
  // Registers of the Quality and Outcomes Framework, the youngest that they count, and of how many in a hundred.
  ['hypertension', ['hypertension'], 0, 15.2],
  ['diabetes', diabetes, 17, 8],
  ['asthma', ['asthma'], 6, 6.5],
  ['depression', ['depression', 'mixed-anxiety-and-depression'], 18, 13.5],
  ['obesity', ['obesity'], 18, 13.5],
  ['non-diabetic hyperglycaemia', ['non-diabetic-hyperglycaemia'], 18, 8.5],
  ['coronary heart disease', ['coronary-heart-disease'], 0, 3],
  ['chronic kidney disease', ['chronic-kidney-disease-3', 'chronic-kidney-disease-4', 'chronic-kidney-disease-5'], 18, 4.6],
  ['atrial fibrillation', ['atrial-fibrillation'], 0, 2.3],
  ['COPD', ['copd'], 0, 1.9],
] as const)('the register of %s is about as long as in England', (_, sorts, from, expected) => {
  const counted = people.filter(({ age }) => age >= from);
  const share = percent(counted, sorts);
  // Four standard errors of so many people, and a tenth.
  const room = 0.1 * expected + 4 * Math.sqrt((expected * (100 - expected)) / counted.length);
  expect(Math.abs(share - expected)).toBeLessThan(room);
});

/** Where a sort may occur: at what age it may begin, and in whom. */
const bounds: readonly (readonly [sorts: RegExp, may: (age: number, gender: string | undefined) => boolean])[] = [
  [/^depression/, (age) => age > 7.9],
  [/^(dementia|prostate-cancer)/, (age) => age > 34],
  [/febrile|croup|nappy|colic/, (age) => age < 7],
  [/prostate|erectile|testicular|balanitis/, (_, gender) => gender !== 'female'],
  [/menopaus|endometri|ovar|postnatal|gestational|vaginal/, (_, gender) => gender !== 'male'],
];

test('conditions keep to the ages and the sexes that have them', () => {
  const faults = people.flatMap(({ person, conditions }) =>
    conditions.filter(({ sort, onset }) => {
      const may = bounds.find(([sorts]) => sorts.test(sort))?.[1];
      return may && !may((dayOf(onset) - dayOf(person.birthDate)) / 365.25, person.gender);
    }),
  );
  expect(faults).toEqual([]);
});

test('diabetes goes with high blood pressure, and comes oftener and earlier to people of South Asian categories', () => {
  const old = people.filter(({ age }) => age >= 50);
  const [pressure, sugar] = [percent(old, ['hypertension']), percent(old, diabetes)];
  const both = (100 * old.filter((someone) => hasAny(someone, diabetes) && someone.has.has('hypertension')).length) / old.length;
  expect((100 * both) / (pressure * sugar)).toBeGreaterThan(1.3);
  const middle = (categories: RegExp) =>
    people.filter(({ age, person }) => age >= 45 && age < 70 && categories.test(person.ethnicity ?? ''));
  expect(percent(middle(/[HJK]/), ['type-2-diabetes'])).toBeGreaterThan(1.5 * percent(middle(/[ABC]/), ['type-2-diabetes']));
});

test('a condition is written down after its first signs, on a working day, and nobody has the same twice at once', () => {
  const faults: ConditionEntry[] = [];
  let atWeekends = 0;
  let all = 0;
  for (const { person, conditions } of people) {
    const open = new Map<string, ConditionEntry>();
    for (const condition of conditions) {
      const { onset, recorded, end = today, sort } = condition;
      const before = open.get(sort);
      if (person.birthDate > onset || onset > recorded || recorded > end || end > today) faults.push(condition);
      if (before !== undefined && (sort === 'appendicitis' || (before.end ?? '9') > onset)) faults.push(condition);
      open.set(sort, condition);
      all += 1;
      if (weekday(dayOf(recorded)) >= 5) atWeekends += 1;
    }
  }
  expect(faults).toEqual([]);
  expect(atWeekends / all).toBeLessThan(0.01);
});

test('at least sixty sorts occur, and most people have something', () => {
  expect(new Set(people.flatMap(({ conditions }) => conditions.map(({ sort }) => sort))).size).toBeGreaterThan(150);
});

test('the record of a later day, cut at this one, is the record of this day', () => {
  for (const { person, conditions } of people.slice(0, 250)) {
    const then = later.record(person.nhsNumber)?.of('condition') ?? [];
    const cut = then
      .filter(({ recorded }) => recorded <= today)
      .map(({ id, severity, end }) => [id, severity, end !== undefined && end <= today ? end : undefined]);
    expect(cut).toEqual(conditions.map(({ id, severity, end }) => [id, severity, end]));
  }
});

test('those who die have an illness that leads there', () => {
  const died = Array.from({ length: 1_200 }, (_, n) => later.at(n * 6_011 + 77)).filter(
    ({ death, birthDate }) => death !== undefined && death.date > '2024' && dayOf(death.date) - dayOf(birthDate) > 65 * 365,
  );
  const explained = died.filter(({ nhsNumber }) =>
    later
      .record(nhsNumber)
      ?.of('condition')
      .some(({ isMajor, end }) => isMajor && end === undefined),
  );
  expect(died.length).toBeGreaterThan(25);
  expect(explained.length / died.length).toBeGreaterThan(0.95);
});
