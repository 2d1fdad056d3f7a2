import { describe, expect, test } from 'vitest';
import type { NhsNumber, Person, PersonQuery } from '../../src/population.ts';
import { dayOf, isoDate } from '../../src/world/calendar.ts';
import { firstThat } from '../../src/world/first-that.ts';
import { foldName } from '../../src/world/fold.ts';
import { hash } from '../../src/world/hash.ts';
import { fitting } from '../../src/world/search/whole-record.ts';
import { personasOf } from '../../src/world/personas/persona.ts';
import { nhsNumbers } from '../../src/world/nhs-numbers.ts';
import { numbersClearOf } from '../../src/world/personas/keeping-clear.ts';
import { joinsNames, keepsName, never, takesName } from '../../src/world/pattern/pattern.ts';
import { full, pattern, smallWorld } from './small-world.ts';

const world = smallWorld();
const { copies, surnames, facts, standing, days } = world;
const today = dayOf('2026-11-29');

/** As much of a record as a search looks at: the index in place of a number. */
function recordOf(index: number): Person {
  const [copy, member] = [copies.copyOf(index), copies.memberOf(index)];
  const given = facts.givenNames.of(copy, member);
  const nickname = facts.givenNames.nickname(copy, member, given);
  const present = surnames.spellOn(copy, member, today);
  const family = surnames.written(copy, member, present);
  const first = surnames.spells.first[member] ?? 0;
  const former = Array.from({ length: present - first }, (_, n) => present - 1 - n).filter(
    (spell) => surnames.from(copy, member, spell) < surnames.from(copy, member, spell + 1),
  );
  return {
    nhsNumber: String(index) as NhsNumber,
    status: { kind: 'live' },
    restricted: false,
    minimal: false,
    version: 1,
    names: [
      { id: '1', use: 'usual', given, family },
      ...(nickname === undefined ? [] : [{ id: '2', use: 'nickname' as const, given: [nickname], family }]),
      ...(facts.variants.has(copy, member) && given.length > 0
        ? [{ id: '4', use: 'old' as const, given: facts.variants.given(copy, member), family: surnames.written(copy, member, first) }]
        : []),
      ...former.map((spell) => ({ id: '3', use: 'old' as const, given, family: surnames.written(copy, member, spell) })),
    ],
    gender: facts.otherGender(copy, member) ?? (pattern.sex[member] === 0 ? 'female' : 'male'),
    birthDate: isoDate(copies.birth(copy, member)),
    addresses: [],
    telecoms: [],
    registrations: [],
    ethnicity: 'A',
    interpreterRequired: false,
  };
}

const everyone = Array.from({ length: full }, (_, index) => index)
  .filter((index) => standing.exists(copies.copyOf(index), copies.memberOf(index), today))
  .map(recordOf)
  .toSorted((a, b) => (a.birthDate < b.birthDate ? -1 : a.birthDate > b.birthDate ? 1 : 0));

function firstFrom(date: string): number {
  return firstThat(everyone.length, (n) => (everyone[n]?.birthDate ?? '') >= date);
}

/** Everybody who was born then, gone through. */
function brute(query: PersonQuery): number[] {
  const { from = '0000-01-01', to = '9999-12-31' } = query.born ?? {};
  const those: number[] = [];
  const fits = fitting(query);
  for (let n = firstFrom(from); (everyone[n]?.birthDate ?? '~') <= to; n += 1) {
    const person = everyone[n];
    if (person !== undefined && fits(person)) those.push(Number(person.nhsNumber));
  }
  return those.toSorted((a, b) => a - b);
}

const found = (query: PersonQuery, { finder } = world): number[] => [...finder.candidates(query, today)];

/** One of the values, by the nth draw. */
const oneOf = <T>(values: readonly T[], n: number, what: number): T => values[hash(3, n, what) % values.length] as T;

/** A question about a real person, loosened in some ways. */
function queryOf(n: number): PersonQuery {
  const person = oneOf(everyone, n, 1);
  const family = person.names[0]?.family ?? '';
  const [first = '', second = first] = person.names[0]?.given ?? [];
  const birth = dayOf(person.birthDate);
  const slack = oneOf([0, 0, 0, 0, 1, 30, 400], n, 2);
  const families = [family, family, foldName(family).toUpperCase(), `${family.slice(0, 2)}*`, `${family.slice(0, 1)}*${family.slice(-1)}`];
  const asked = oneOf([...families, person.names.at(-1)?.family ?? '', person.names.at(-1)?.family ?? '', undefined], n, 3);
  const given = oneOf([first, `${first.slice(0, 3)}*`, second, person.names[1]?.given[0] ?? first, undefined, undefined], n, 4);
  const crossed = oneOf([true, false, false, false], n, 5) && first !== '' && asked !== undefined;
  return {
    ...(asked !== undefined && { family: crossed ? first : asked }),
    ...(given !== undefined && given !== '' && { given: [crossed ? family : given] }),
    ...(oneOf([true, false], n, 6) && { gender: person.gender }),
    born: { from: isoDate(birth - slack), to: isoDate(birth + slack) },
    fuzzy: oneOf([true, false, false], n, 7),
    history: oneOf([true, false], n, 8),
  };
}

describe('search', () => {
  test('finds exactly those whom going through everybody finds, each once, for 5,000 people', () => {
    for (let n = 0; n < 5_000; n += 1) {
      const query = queryOf(n);
      const those = found(query);
      expect({ query, those: those.toSorted((a, b) => a - b) }).toEqual({ query, those: brute(query) });
    }
  });

  test.each<PersonQuery>([
    {},
    { family: 'Smith' },
    { family: 'S*' },
    { family: 'Sm*h-J*' },
    { family: 'Smith-Jones' },
    { family: 'tailor', fuzzy: true },
    { family: 'Anne', given: ['Thomas'], fuzzy: true },
    { family: 'Nowak', history: true, gender: 'female' },
    { given: ['Ali'], gender: 'male' },
    { gender: 'unknown' },
    { gender: 'other', family: 'K*' },
    { born: { from: '1990-12-31', to: '1991-01-01' } },
    { born: { from: '1991-01-01', to: '1991-01-01' } },
    { born: { from: '2050-01-01', to: '2051-01-01' } },
    { born: { from: '1990-01-02', to: '1990-01-01' } },
  ])('%j gives whom going through everybody gives', (query) => {
    expect(found(query).toSorted((a, b) => a - b)).toEqual(brute(query));
  });

  test('of a smaller world gives those of them who are in it', () => {
    const small = smallWorld({ size: pattern.size + 300 });
    for (const query of [{ family: 'Smith' }, { born: { from: '1990-01-01', to: '1991-01-01' } }, { family: 'browne', fuzzy: true }]) {
      const there = found(query).filter(
        (index) => copies.copyOf(index) < 2 && small.copies.keeps(copies.copyOf(index), pattern.family[copies.memberOf(index)] ?? 0),
      );
      expect(found(query, small).toSorted((a, b) => a - b)).toEqual(there.toSorted((a, b) => a - b));
    }
  });

  test('finds nobody before they were born or came, and them the day after', () => {
    const query = { born: { from: '2024-05-01', to: '2024-05-31' } };
    const before = [...world.finder.candidates(query, dayOf('2024-05-10'))];
    expect(before.length).toBeGreaterThan(0);
    expect(before.every((index) => copies.birth(copies.copyOf(index), copies.memberOf(index)) <= dayOf('2024-05-10'))).toBe(true);
  });
});

describe('surnames', () => {
  const { a, b, wedding, naming, ended } = pattern.unions;
  const firstUnion = (kind: number): number =>
    a.findIndex(
      (_, union) => naming[union] === kind && (wedding[union] ?? never) !== never && pattern.unionsOf(b[union] ?? 0)[0] === union,
    );
  const on = (member: number, day: number): string => surnames.written(5, member, surnames.spellOn(5, member, day));

  test.each([
    ['keeps hers', keepsName, (hers: string) => hers],
    ['takes the other', takesName, (_: string, theirs: string) => theirs],
    ['joins both', joinsNames, (hers: string, theirs: string) => `${hers}-${theirs}`],
  ])('somebody who %s bears that from the wedding on', (_, kind, expected) => {
    const union = firstUnion(kind);
    const [one, other, day] = [b[union] ?? 0, a[union] ?? 0, days.wedding(5, union)];
    expect(on(one, day)).toBe(expected(on(one, day - 1), on(other, day)));
  });

  test('about a third go back to the old one after they part', () => {
    const parted = [...a.keys()].filter(
      (union) => ended[union] === 1 && naming[union] !== keepsName && (wedding[union] ?? never) !== never,
    );
    const back = parted.filter((union) =>
      surnames.spells.union.some((of, spell) => of === union && (surnames.spells.afterEnd[spell] ?? -1) >= 0),
    );
    expect(parted.length).toBeGreaterThan(20);
    expect(back.length / parted.length).toBeGreaterThan(0.15);
    expect(back.length / parted.length).toBeLessThan(0.5);
  });
});

describe('personas', () => {
  const [neighbour] = everyone.filter(({ names }) => names[0]?.family === 'Smith' && names[0].given[0] === 'Anne');
  const birthDate = neighbour?.birthDate ?? '';
  const nhsNumbersOfTheirs = nhsNumbers(7);
  const personas = personasOf({
    anne: {
      meaning: 'somebody with a neighbour',
      person: { nhsNumber: '9000000009', family: 'Smyth', given: ['Anna'], birthDate, gender: 'female' },
    },
    minimal: {
      meaning: 'somebody with a number of the range',
      person: { nhsNumber: nhsNumbersOfTheirs.of(1_234), birthDate: '1990-01-01', gender: 'unknown', minimal: true },
    },
    beyond: {
      meaning: 'somebody with a number that nobody else has',
      person: { nhsNumber: nhsNumbersOfTheirs.of(full + 1), birthDate: '1990-01-01', gender: 'unknown', minimal: true },
    },
  });

  test('have nobody near them whom a search for them finds too', () => {
    const cleared = smallWorld({ personas });
    const from = isoDate(dayOf(birthDate) - 1);
    const to = isoDate(dayOf(birthDate) + 1);
    const asked = [{ family: 'Sm*' }, { family: 'Smith', fuzzy: true }, { family: 'Anne', given: ['Smith'], fuzzy: true }];
    for (const query of asked) expect(found({ ...query, born: { from, to } }, cleared)).toEqual([]);
    expect(found({ family: 'Smith', born: { from, to } })).toContain(Number(neighbour?.nhsNumber));
  });

  test('are stepped round by some days and no more: everybody else is as they were', () => {
    const cleared = smallWorld({ personas });
    const moved = everyone
      .map(({ nhsNumber }) => [copies.copyOf(Number(nhsNumber)), copies.memberOf(Number(nhsNumber))] as const)
      .map(([copy, member]) => Math.abs(cleared.copies.birth(copy, member) - copies.birth(copy, member)))
      .filter((days) => days > 0);
    expect(moved.length).toBeGreaterThan(0);
    expect(moved.length).toBeLessThan(30);
    expect(Math.max(...moved)).toBeLessThan(60);
  });

  test('share their numbers with nobody, and nobody is without one', () => {
    const clear = numbersClearOf(personas, nhsNumbersOfTheirs, full);
    const numbers = Array.from({ length: full }, (_, index) => clear.of(index));
    const theirs = personas.map(({ person }) => person.nhsNumber);
    expect(new Set([...numbers, ...theirs]).size).toBe(full + theirs.length);
    expect([0, 1_234, full - 1].map((index) => clear.index(clear.of(index)))).toEqual([0, 1_234, full - 1]);
    expect(theirs.map((number) => clear.index(number))).toEqual([undefined, undefined, undefined]);
    const spares = Array.from({ length: 100 }, (_, n) => clear.spare(n) ?? '');
    expect(new Set([...numbers, ...theirs, ...spares]).size).toBe(full + theirs.length + spares.length);
    expect(spares.map((number) => clear.index(number)).every((index) => index === undefined)).toBe(true);
  });
});
