/** The peoples of England: their names as tables, what of a life goes with them, and that nobody has a well-known name. */
import { describe, expect, test } from 'vitest';
import { foldName } from '../../src/world/fold.ts';
import { unit } from '../../src/world/hash.ts';
import { birthplaceAbroad, languageOf, religionOf, sexualOrientationOf } from '../../src/world/peoples/belonging.ts';
import { isWellKnown, wellKnownPairs } from '../../src/world/peoples/famous.ts';
import { type Bearer, givenNamesOf } from '../../src/world/peoples/given-names.ts';
import { britishTable, decades, givenTable } from '../../src/world/peoples/given-tables.ts';
import { type Category, female, male, religions } from '../../src/world/peoples/people.ts';
import { peopleIndex, peoples, peoplesOf } from '../../src/world/peoples/peoples.ts';
import { surnameAt, surnamesOf } from '../../src/world/peoples/surnames.ts';

const seed = 42;
const sexes = [female, male] as const;
const everyPeople = peoples.map((_, people) => people);
const british = peopleIndex('british');

/** Letters, and the marks, that the records of the NHS take in a name: at most 35, and plain ones when accents are taken off. */
const spelling = /^[\p{Script=Latin}' -]{1,35}$/u;

describe('the peoples', () => {
  test('are of the ethnic categories as often as the 2021 Census of England counts, the mixed ones left to their parents', () => {
    const census = { A: 735.4, B: 8.7, C: 66.4, H: 32.6, J: 27.8, K: 11.1, L: 16.9, M: 11, N: 26, P: 5.2, R: 7.6, S: 21.8 };
    const ours = Object.fromEntries(
      Object.keys(census).map((category) => [
        category,
        peoplesOf(category as Category).reduce((sum, { perThousand }) => sum + perThousand, 0),
      ]),
    );
    const far = Object.entries(census).filter(([category, share]) => Math.abs((ours[category] ?? 0) / share - 1) > 0.02);
    expect(far).toEqual([]);
  });

  test('have keys of their own, that are asked for by name', () => {
    expect(new Set(peoples.map(({ key }) => key)).size).toBe(peoples.length);
    expect(() => peopleIndex('martian')).toThrow('There is no people "martian"');
  });
});

describe('the surnames', () => {
  test('are at least 40 of each people and 900 British, in code-point order, all of them together a whole', () => {
    for (const people of everyPeople) {
      const { folded, from, to } = surnamesOf(people, male);
      expect(new Set(folded).size).toBeGreaterThanOrEqual(people === british ? 900 : 40);
      for (const sex of sexes) {
        const table = surnamesOf(people, sex).folded;
        expect(table).toEqual(table.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
      }
      expect([from[0], to.at(-1)]).toEqual([0, 1]);
    }
  });

  test('are spelt in letters that the records take', () => {
    for (const people of everyPeople)
      for (const sex of sexes) {
        const { names, folded } = surnamesOf(people, sex);
        expect(names.filter((name) => !spelling.test(name))).toEqual([]);
        expect(folded.filter((name) => !/^[a-z' -]+$/.test(name))).toEqual([]);
      }
  });

  test('keep the hard cases: apostrophes, hyphens, accents, spaces, one letter, very long', () => {
    const all = new Set(everyPeople.flatMap((people) => surnamesOf(people, male).names));
    for (const name of [
      "O'Reilly",
      'Kociński',
      'Smith-Jones',
      'O',
      'E',
      'de la Mare',
      "N'Diaye",
      'Featherstonehaugh-Cholmondeley',
      'Ó Súilleabháin',
    ])
      expect(all).toContain(name);
  });

  test('are as common as published counts have them: Smith 1.2 % of the British', () => {
    const { names, from, to } = surnamesOf(british, male);
    const share = (name: string): number => (to[names.indexOf(name)] ?? 0) - (from[names.indexOf(name)] ?? 0);
    expect(share('Smith')).toBeCloseTo(0.012, 3);
    expect(share('Jones')).toBeCloseTo(0.009, 3);
    expect(names.filter((name) => share(name) > share('Smith'))).toEqual([]);
  });

  test('lead from a quantile to one spelling a sex, and back', () => {
    for (const people of everyPeople)
      for (const sex of sexes) {
        const { names, from, to } = surnamesOf(people, sex);
        let covered = 0;
        names.forEach((name, row) => {
          const [first = 0, end = 0] = [from[row], to[row]];
          covered += end - first;
          for (const quantile of [first, (first + end) / 2, end - 1e-9]) expect(surnameAt(people, sex, quantile)).toBe(name);
        });
        expect(covered).toBeCloseTo(1, 9);
      }
  });

  test('are a woman’s where her people have such forms: of one line he is Kowalski, she Kowalska', () => {
    const pairs = (key: string): readonly string[] => {
      const people = peopleIndex(key);
      return Array.from({ length: 400 }, (_, n) => `${surnameAt(people, male, n / 400)} ${surnameAt(people, female, n / 400)}`);
    };
    expect(pairs('polish')).toContain('Kowalski Kowalska');
    expect(pairs('polish')).toContain('Nowak Nowak');
    expect(pairs('sikh')).toContain('Singh Kaur');
    expect(pairs('bangladeshi')).toContain('Miah Begum');
    expect(pairs('greek')).toContain('Papadopoulos Papadopoulou');
    expect(pairs('british').filter((pair) => pair.split(' ')[0] !== pair.split(' ')[1] && pair.split(' ').length === 2)).toEqual([]);
  });
});

describe('the given names', () => {
  test('are at least 150 British ones a sex and decade, and 50 of every other people, none of them twice', () => {
    for (const sex of sexes)
      for (let decade = 0; decade < decades; decade += 1)
        for (const people of everyPeople) {
          const { names } = givenTable(people, sex, decade);
          expect(names.length).toBeGreaterThanOrEqual(people === british ? 150 : 50);
          expect(new Set(names).size).toBe(names.length);
          expect(names.filter((name) => !spelling.test(name) || !/^[a-z' -]+$/.test(foldName(name)))).toEqual([]);
        }
  });

  test('are of their time: Margaret in the 1930s, Susan in the 1950s, Olivia in the 2020s, and rarer at the top as time goes on', () => {
    const commonest = (sex: typeof female | typeof male, decade: number): readonly [string, number] => {
      const { names, cumulative } = britishTable(sex, decade);
      const shares = names.map((_, row) => (cumulative[row] ?? 0) - (cumulative[row - 1] ?? 0));
      const top = Math.max(...shares);
      return [names[shares.indexOf(top)] ?? '', top];
    };
    expect([1, 3, 10].map((decade) => commonest(female, decade)[0])).toEqual(['Margaret', 'Susan', 'Olivia']);
    expect([0, 3, 10].map((decade) => commonest(male, decade)[0])).toEqual(['John', 'David', 'Noah']);
    expect(commonest(female, 0)[1]).toBeGreaterThan(0.05);
    expect(commonest(female, 3)[1]).toBeGreaterThan(0.04);
    expect(commonest(female, 10)[1]).toBeLessThan(0.02);
    expect(britishTable(male, 10).names).not.toContain('Muhammad');
  });
});

/** Somebody as England has them: a people as common as it is, born between 1920 and 2040. */
function somebody(n: number): Bearer {
  let left = unit(seed, n, 900) * 970;
  const people = Math.max(
    0,
    peoples.findIndex(({ perThousand }) => {
      for (const share of Object.values(perThousand)) left -= share;
      return left < 0;
    }),
  );
  const sex = n & 1 ? male : female;
  const bornIn = 1920 + Math.floor(unit(seed, n, 901) * 121);
  const surnames = [surnameAt(people, sex, unit(seed, n, 902)), surnameAt(people, sex, unit(seed, n, 903))];
  return { people, sex, bornIn, bornHere: unit(seed, n, 904) < 0.8, sibship: n, order: 0, surnames };
}

describe('of 200,000 people', () => {
  const drawn = Array.from({ length: 200_000 }, (_, n) => {
    const bearer = somebody(n);
    return { ...bearer, given: givenNamesOf(bearer, seed, n) };
  });

  test('at least 300 given names a sex and decade really occur', () => {
    const names = new Map<string, Set<string>>();
    for (const { sex, bornIn, given } of drawn) {
      const key = `${sex} ${Math.min(2039, Math.floor(bornIn / 10) * 10)}`;
      const known = names.get(key) ?? new Set();
      if (given[0] !== undefined) known.add(given[0]);
      names.set(key, known);
    }
    expect(
      [...names].filter(([key, known]) => !key.endsWith('2039') && known.size < 300).map(([key, known]) => `${key}: ${known.size}`),
    ).toEqual([]);
  });

  test('nobody has the full name of somebody well known, before or after a wedding', () => {
    const pairs = new Set([...wellKnownPairs()].map((pair) => pair.join(' ')));
    expect(pairs.size).toBeGreaterThan(400);
    for (const pair of ['taylor swift', 'robbie williams', 'theresa may', 'emma watson', "sinead o'connor", 'imran khan'])
      expect(pairs).toContain(pair);
    const found = drawn.filter(({ given, surnames }) =>
      surnames.some((surname) => pairs.has(`${foldName(given[0] ?? '')} ${foldName(surname)}`)),
    );
    expect(found).toEqual([]);
  });

  test('the names are as common as the tables say, next to what is kept from the well known', () => {
    const women = drawn.filter(({ people, sex, bornIn }) => people === british && sex === female && bornIn >= 1950 && bornIn < 1960);
    const susans = women.filter(({ given }) => given[0] === 'Susan').length / women.length;
    expect(susans).toBeGreaterThan(0.03);
    expect(susans).toBeLessThan(0.07);
  });

  test('nobody is Thomas Thomas, or Harpreet Kaur Kaur', () => {
    expect(drawn.filter(({ given, surnames }) => given.some((name) => surnames.includes(name)))).toEqual([]);
    const sikhs = drawn.filter(({ people, sex }) => people === peopleIndex('sikh') && sex === female);
    expect(sikhs.filter(({ given }) => given.includes('Kaur')).length / sikhs.length).toBeGreaterThan(0.25);
  });

  test('some are known by one name, most British by two or more, and nobody by the same name twice', () => {
    expect(drawn.filter(({ given }) => given.length === 0).length).toBeGreaterThan(50);
    const ofBritain = drawn.filter(({ people }) => people === british);
    expect(ofBritain.filter(({ given }) => given.length > 1).length / ofBritain.length).toBeCloseTo(0.78, 1);
    expect(drawn.filter(({ given }) => new Set(given).size < given.length)).toEqual([]);
  });
});

describe('brothers and sisters', () => {
  test('are called by different names, however many there are', () => {
    let same = 0;
    for (let sibship = 0; sibship < 2_000; sibship += 1) {
      const first = Array.from({ length: 6 }, (_, order) =>
        givenNamesOf(
          { people: british, sex: male, bornIn: 1950 + order * 2, bornHere: true, sibship, order, surnames: ['Shaw'] },
          seed,
          sibship * 6 + order,
        ),
      ).map(([name]) => name);
      if (new Set(first).size < 6) same += 1;
    }
    expect(same / 2_000).toBeLessThan(0.01);
  });
});

describe('what goes with a people', () => {
  test('languages, places of birth and religions are drawn as often as is written', () => {
    const polish = peopleIndex('polish');
    const chances = Array.from({ length: 4_000 }, (_, n) => ({ household: unit(seed, n, 910), person: unit(seed, n, 911) }));
    const speakers =
      chances.filter((chance) => languageOf(polish, 'abroad', { whether: chance.person, which: chance.household }) === 'pl').length /
      chances.length;
    expect(speakers).toBeCloseTo(0.86, 1);
    expect(
      chances.filter((chance) => languageOf(british, 'here', { whether: chance.person, which: chance.household }) !== undefined),
    ).toEqual([]);
    expect(birthplaceAbroad(polish, { country: 0.5, city: 0 })).toEqual({ country: 'POL', city: 'Warsaw' });
    for (const people of everyPeople)
      for (const chance of [0, 0.5, 0.999_999]) {
        expect(birthplaceAbroad(people, { country: chance, city: chance })?.country).toMatch(/^[A-Z]{3}$/);
        expect(religions).toContain(religionOf(people, 1980, { which: chance, believes: chance, says: 0.5 }));
        expect(religionOf(people, 1980, { which: chance, believes: chance, says: 0.5 })).not.toBe('N');
      }
    const muslims = chances.filter(
      ({ household, person }) =>
        religionOf(peopleIndex('pakistani'), 1980, { which: household, believes: household, says: person }) === 'G',
    );
    expect(muslims.length / chances.length).toBeCloseTo(0.91, 1);
    expect(religionOf(british, 1940, { which: 0.3, believes: 0.3, says: 0.5 })).toBe('C');
    expect(religionOf(british, 2000, { which: 0.3, believes: 0.3, says: 0.5 })).toBe('L');
  });

  test('sexual orientation is the same of all peoples, and of a couple what the couple is', () => {
    const chances = Array.from({ length: 2_000 }, (_, n) => n / 2_000);
    expect(chances.filter((chance) => sexualOrientationOf('none', chance) === '2').length / 2_000).toBeCloseTo(0.06, 2);
    expect(new Set(chances.map((chance) => sexualOrientationOf('same-sex', chance)))).toEqual(new Set(['2', '3', 'Z']));
    expect(chances.filter((chance) => sexualOrientationOf('other', chance) === '2')).toEqual([]);
  });

  test('a pair is looked up without regard to capitals and accents', () => {
    expect(isWellKnown('Róisín', ['Shaw', 'MURPHY'])).toBe(true);
    expect(isWellKnown('Susan', ['Murphy', 'Shaw'])).toBe(false);
  });
});
