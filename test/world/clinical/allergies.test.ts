/** Allergies and bad reactions, as practices record them. */
import { expect, test } from 'vitest';
import { createWorld } from '../../../src/world/world.ts';

const world = createWorld({ asOf: '2026-06-15' });
const records = Array.from({ length: 1_500 }, (_, n) => world.at(n * 577 + 3))
  .filter(({ death }) => death === undefined)
  .flatMap(({ nhsNumber }) => world.record(nhsNumber) ?? []);
const share = (people: typeof records, sort: string): number =>
  people.filter((record) => record.of('allergy').some((allergy) => allergy.sort === sort)).length / people.length;

test('penicillin is recorded of about six adults in a hundred, and of more women than men', () => {
  const adults = records.filter(({ person }) => person.birthDate < '2008-06-15');
  expect(share(adults, 'penicillin')).toBeGreaterThan(0.04);
  expect(share(adults, 'penicillin')).toBeLessThan(0.085);
  const of = (gender: string): number =>
    share(
      adults.filter(({ person }) => person.gender === gender),
      'penicillin',
    );
  expect(of('female')).toBeGreaterThan(of('male'));
});

test('that none are known is coded of about a quarter, and only where none is', () => {
  expect(share(records, 'none-known')).toBeGreaterThan(0.18);
  expect(share(records, 'none-known')).toBeLessThan(0.32);
  for (const record of records) {
    const sorts = record.of('allergy').map(({ sort }) => sort);
    expect(new Set(sorts).size).toBe(sorts.length);
    expect(sorts.includes('none-known') && sorts.length > 1).toBe(false);
  }
});

test('an allergy begins after birth and is recorded from its first signs on; a reaction has a severity', () => {
  for (const record of records) {
    for (const { onset, recorded, reaction, severity, substance, sort } of record.of('allergy')) {
      expect((onset ?? recorded) >= record.person.birthDate && (onset ?? recorded) <= recorded).toBe(true);
      expect(reaction === undefined).toBe(severity === undefined);
      expect(substance === undefined).toBe(sort === 'none-known');
    }
  }
});
