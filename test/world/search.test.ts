import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Person, PersonQuery } from '../../src/population.ts';
import { isoDate, dayOf } from '../../src/world/calendar.ts';
import { foldName } from '../../src/world/fold.ts';
import { fitting } from '../../src/world/search/whole-record.ts';
import { createWorld } from '../../src/world/world.ts';
import { everyone, familyOf, sample, world } from './everyone.ts';

const numbersOf = (people: Iterable<Person>): string[] => [...people].map(({ nhsNumber }) => nhsNumber);

/** A query about a real person, loosened in some ways. */
const queries: fc.Arbitrary<PersonQuery> = fc
  .record({
    who: fc.nat({ max: everyone.length - 1 }),
    family: fc.constantFrom('exact', 'upper', 'prefix', 'middle', 'former', 'none'),
    given: fc.constantFrom('exact', 'prefix', 'second', 'none'),
    gender: fc.boolean(),
    days: fc.constantFrom(0, 1, 30, 400, 5_000),
    fuzzy: fc.boolean(),
    history: fc.boolean(),
  })
  .map(({ who, family, given, gender, days, fuzzy, history }): PersonQuery => {
    const person = everyone[who] ?? world.at(0);
    const name = familyOf(person);
    const [first = '', second = first] = person.names[0]?.given ?? [];
    const families = {
      exact: name,
      upper: foldName(name).toUpperCase(),
      prefix: `${name.slice(0, 2)}*`,
      middle: `${name.slice(0, 1)}*${name.slice(-1)}`,
      former: person.names.at(-1)?.family ?? name,
    };
    const givens = { exact: first, prefix: `${first.slice(0, 3)}*`, second };
    const birth = dayOf(person.birthDate);
    return {
      ...(family === 'none' ? {} : { family: families[family] }),
      ...(given === 'none' || first === '' ? {} : { given: [givens[given]] }),
      ...(gender ? { gender: person.gender } : {}),
      born: { from: isoDate(birth - days), to: isoDate(birth + days) },
      fuzzy,
      history,
    };
  });

describe('search', () => {
  test('finds exactly those whom going through everybody finds, each once', () => {
    fc.assert(
      fc.property(queries, (query) => {
        const found = numbersOf(world.search(query));
        const brute = numbersOf(everyone.filter(fitting(query)));
        expect(new Set(found).size).toBe(found.length);
        expect(found.toSorted()).toEqual(brute.toSorted());
      }),
      { numRuns: 100 },
    );
  });

  test('with nothing asked gives everybody', () => {
    expect(numbersOf(world.search({})).toSorted()).toEqual(numbersOf(everyone).toSorted());
  });

  test('crosses given and family names over when it is fuzzy', () => {
    const person = everyone.find(({ names }) => names[0]?.family === 'Thomas' && (names[0].given[0] ?? '') !== '');
    const name = person?.names[0];
    const born = { from: person?.birthDate ?? '', to: person?.birthDate ?? '' };
    const query = { family: name?.given[0] ?? '', given: ['Tomas'], born, fuzzy: true };
    expect(numbersOf(world.search(query))).toContain(person?.nhsNumber);
    expect(numbersOf(world.search({ ...query, fuzzy: false }))).not.toContain(person?.nhsNumber);
  });

  test('folds accents and case both ways', () => {
    const born = { from: '1926-01-01', to: '2026-01-01' };
    const plain = numbersOf(world.search({ family: 'kowalczyk', born }));
    expect(numbersOf(world.search({ family: 'KOWALCZYK', born }))).toEqual(plain);
    const accented = everyone.find(
      (person) => person.birthDate > born.from && foldName(familyOf(person)) !== familyOf(person).toLowerCase(),
    );
    expect(numbersOf(world.search({ family: foldName(familyOf(accented ?? world.at(0))), born }))).toContain(accented?.nhsNumber);
  });

  test('finds a married woman by her former name only when history is asked for', () => {
    const bride = everyone.find(({ names }) => names.some(({ use }) => use === 'maiden'));
    const before = bride?.names.find(({ use }) => use === 'maiden')?.family ?? '';
    const query = { family: before, born: { from: bride?.birthDate ?? '', to: bride?.birthDate ?? '' } };
    expect(numbersOf(world.search(query))).not.toContain(bride?.nhsNumber);
    expect(numbersOf(world.search({ ...query, history: true }))).toContain(bride?.nhsNumber);
  });

  test('asks nothing of days that do not come', () => {
    expect(numbersOf(world.search({ born: { from: '2030-01-01', to: '2031-01-01' } }))).toEqual([]);
    expect(numbersOf(world.search({ born: { from: '1990-01-02', to: '1990-01-01' } }))).toEqual([]);
  });

  test('finds each of 500 people of the largest world by family, gender and birth date, and by sound', () => {
    const whole = createWorld();
    const missed = sample(whole, 500).filter(({ nhsNumber, names, gender, birthDate }) => {
      const [name] = names;
      if (name === undefined) return true;
      const born = { from: birthDate, to: birthDate };
      const exact = numbersOf(whole.search({ family: name.family, gender, born }));
      const fuzzy =
        name.given.length === 0
          ? exact
          : numbersOf(whole.search({ family: name.family, given: name.given.slice(0, 1), born, fuzzy: true }));
      return !exact.includes(nhsNumber) || !fuzzy.includes(nhsNumber);
    });
    expect(missed).toEqual([]);
  });
});
