/** People as an API holds them: those of the population, with what a workspace has changed on top. */
import { describe, expect, test } from 'vitest';
import { isLiveNhsNumber, isNhsNumber } from '../../src/fhir/nhs-number.ts';
import { peopleRegister, type Holdings, type RecordStanding } from '../../src/nhs/people-register.ts';
import { isRestricted } from '../../src/nhs/restricted.ts';
import { nobody } from '../../src/population.ts';
import { createMemoryStore } from '../../src/workspace/store/memory-store.ts';
import { createWorld } from '../../src/world/world.ts';

interface Card {
  readonly standing: RecordStanding;
  readonly number: string;
  readonly family: string;
  readonly born: readonly string[];
}

const register = peopleRegister<Card>({
  api: 'library-cards',
  recordOf: ({ nhsNumber, status, names, birthDate }) => ({
    standing: status,
    number: nhsNumber,
    family: names[0]?.family.toLowerCase() ?? '',
    born: [birthDate],
  }),
  numberOf: ({ number }) => number,
  birthDatesOf: ({ born }) => born,
  familiesOf: ({ family }) => [family],
});

const population = createWorld({ size: 2_000 });
const held = (): Holdings => ({ store: createMemoryStore(), population });
const live: RecordStanding = { kind: 'live' };
const card = (number: string, family: string, ...born: readonly string[]): Card => ({ standing: live, number, family, born });
const in1990 = { from: '1990-01-01', to: '1990-12-31' };

describe('somebody of the population', () => {
  const person = population.at(7);

  test('is held as they are until they are changed, and then as changed', () => {
    const here = held();
    const before = register.find(here, person.nhsNumber);
    expect(before).toMatchObject({ number: person.nhsNumber, born: [person.birthDate] });
    expect(register.isChanged(here, person.nhsNumber)).toBe(false);
    register.save(here, card(person.nhsNumber, 'reader', person.birthDate));
    expect(register.isChanged(here, person.nhsNumber)).toBe(true);
    expect(register.find(here, person.nhsNumber)?.family).toBe('reader');
    expect(register.find(held(), person.nhsNumber)).toEqual(before);
  });
});

describe('changed records', () => {
  test('are found by birth dates, now or once, and by whole family names', () => {
    const here = held();
    register.add(here, card('1', 'ash', '1990-02-03'));
    register.add(here, card('2', 'ashe', '1990-02-03'));
    register.add(here, card('3', 'ash', '1991-02-03', '1990-07-01'));
    register.add(here, card('4', 'ash', '1989-12-31'));
    const numbers = (family?: string): readonly string[] => register.changed(here, in1990, family).map(({ number }) => number);
    expect([numbers(), numbers('ash'), numbers('as')]).toEqual([['1', '2', '3'], ['1', '3'], []]);
  });

  test('leave no trace under a birth date that is corrected', () => {
    const here = held();
    register.add(here, card('1', 'ash', '1990-02-03'));
    expect(register.isAnyChanged(here, in1990)).toBe(true);
    register.save(here, card('1', 'ash', '1972-02-03'));
    expect(register.isAnyChanged(here, in1990)).toBe(false);
    expect(register.changed(here, { from: '1972-01-01', to: '1972-12-31' })).toHaveLength(1);
  });
});

describe('a superseded number', () => {
  const merged = (number: string, by: string): Card => ({ ...card(number, 'ash', '1990-01-01'), standing: { kind: 'superseded', by } });

  test('leads to the record that stands for it, through several merges', () => {
    const here = held();
    register.add(here, merged('1', '2'));
    register.add(here, merged('2', '3'));
    register.add(here, card('3', 'oak', '1990-01-01'));
    expect(register.surviving(here, '1')?.family).toBe('oak');
    expect(register.find(here, '1')?.family).toBe('ash');
  });

  test('that leads back to itself ends somewhere, and one that leads nowhere is nobody', () => {
    const here = held();
    register.add(here, merged('1', '2'));
    register.add(here, merged('2', '1'));
    register.add(here, merged('5', '6'));
    expect(register.surviving(here, '1')?.standing.kind).toBe('superseded');
    expect(register.surviving(here, '5')).toBeUndefined();
  });
});

describe('a new number', () => {
  test('is valid, no live patient’s, nobody’s in the population, and never given twice', () => {
    const here = held();
    const given = Array.from({ length: 50 }, () => register.allocateNumber(here));
    expect(new Set(given).size).toBe(50);
    for (const number of given)
      expect([isNhsNumber(number), isLiveNhsNumber(number), population.find(number)]).toEqual([true, false, undefined]);
  });

  test('comes from a range that is never issued where the population has none to spare', () => {
    const number = register.allocateNumber({ store: createMemoryStore(), population: nobody });
    expect([number.slice(0, 3), isNhsNumber(number)]).toEqual(['998', true]);
  });
});

test.for<[string, boolean]>([
  ['R', true],
  ['V', true],
  ['U', false],
])('confidentiality %s is restricted: %s', ([code, restricted]) => {
  expect(isRestricted({ meta: { security: [{ code }] } })).toBe(restricted);
  expect(isRestricted({})).toBe(false);
});
