import { describe, expect, test } from 'vitest';
import type { Person, Relative } from '../../src/population.ts';
import { ageOn, dayOf } from '../../src/world/calendar.ts';
import { createWorld } from '../../src/world/world.ts';
import { everyone, records, sample, world } from './everyone.ts';

type Relationship = Relative['relationship'];

const opposite: Readonly<Record<Exclude<Relationship, 'guardian'>, readonly Relationship[]>> = {
  mother: ['child'],
  father: ['child'],
  child: ['mother', 'father'],
  partner: ['partner'],
  sibling: ['sibling'],
};

function unreturned(population: typeof world, people: readonly Person[]): unknown[] {
  return people.flatMap(({ nhsNumber }) =>
    population
      .relatives(nhsNumber)
      .filter(({ relationship, nhsNumber: other = '' }) => {
        if (relationship === 'guardian') return false;
        const back = population.relatives(other).filter((relative) => relative.nhsNumber === nhsNumber);
        return !back.some((relative) => opposite[relationship].includes(relative.relationship));
      })
      .map((relative) => [nhsNumber, relative]),
  );
}

const byNumber = new Map<string, Person>(records.map((person) => [person.nhsNumber, person]));
const families = everyone.map((person) => ({ person, relatives: world.relatives(person.nhsNumber) }));
const the = (person: { readonly nhsNumber?: string } | undefined): Person | undefined => byNumber.get(person?.nhsNumber ?? '');
const those = (relatives: readonly Relative[], kind: Relationship): readonly Relative[] =>
  relatives.filter(({ relationship }) => relationship === kind);

/** Of everybody with such a relative. */
function pairs(kind: Relationship): readonly { readonly person: Person; readonly relative: Person }[] {
  return families.flatMap(({ person, relatives }) =>
    those(relatives, kind).flatMap((each) => {
      const relative = the(each);
      return relative === undefined ? [] : [{ person, relative }];
    }),
  );
}

const ageAtBirth = ({ person, relative }: { readonly person: Person; readonly relative: Person }): number =>
  ageOn(dayOf(relative.birthDate), dayOf(person.birthDate));

describe('families', () => {
  test('are the same from either end, for everybody of a small world, and nobody has a relative who is not there', () => {
    expect(unreturned(world, everyone)).toEqual([]);
    expect(families.flatMap(({ relatives }) => relatives.filter((relative) => the(relative) === undefined))).toEqual([]);
  });

  test('are the same from either end, for 2,000 people of the largest world', () => {
    const whole = createWorld();
    expect(unreturned(whole, sample(whole, 2_000))).toEqual([]);
  });

  test('have mothers of 13 to 52, fathers of at least 13, and no one with two of either', () => {
    const mothers = pairs('mother').map(ageAtBirth);
    expect(mothers.length).toBeGreaterThan(4_000);
    expect(Math.min(...mothers)).toBeGreaterThanOrEqual(13);
    expect(Math.max(...mothers)).toBeLessThanOrEqual(52);
    expect(Math.min(...pairs('father').map(ageAtBirth))).toBeGreaterThanOrEqual(13);
    for (const kind of ['mother', 'father', 'partner'] as const)
      expect(families.filter(({ relatives }) => those(relatives, kind).length > 1)).toEqual([]);
  });

  test('have mothers who are not male, fathers who are not female, and couples who are no kin', () => {
    expect(pairs('mother').filter(({ relative }) => relative.gender === 'male')).toEqual([]);
    expect(pairs('father').filter(({ relative }) => relative.gender === 'female')).toEqual([]);
    const kin = families.filter(({ relatives }) => {
      const partner = those(relatives, 'partner')[0]?.nhsNumber;
      return partner !== undefined && relatives.some(({ relationship, nhsNumber }) => relationship !== 'partner' && nhsNumber === partner);
    });
    expect(kin).toEqual([]);
  });

  test('have brothers and sisters of whole and of half blood, and twins who are born together and numbered', () => {
    const parents = new Map(families.map(({ person, relatives }) => [person.nhsNumber, those(relatives, 'mother')[0]?.nhsNumber]));
    const siblings = pairs('sibling');
    const half = siblings.filter(({ person, relative }) => parents.get(person.nhsNumber) !== parents.get(relative.nhsNumber));
    expect(half.length).toBeGreaterThan(50);
    expect(half.length).toBeLessThan(siblings.length / 4);
    const near = ({ person, relative }: (typeof siblings)[number]): number => Math.abs(dayOf(person.birthDate) - dayOf(relative.birthDate));
    const ofOneMother = siblings.filter((pair) => !half.includes(pair));
    const together = ofOneMother.filter((pair) => near(pair) <= 1);
    expect(together.length).toBeGreaterThan(50);
    expect(together.filter(({ person, relative }) => (person.multipleBirth ?? 0) + (relative.multipleBirth ?? 0) !== 3)).toEqual([]);
    // Nobody carries a child for less than 38 weeks.
    expect(ofOneMother.filter((pair) => near(pair) > 1 && near(pair) < 266)).toEqual([]);
  });

  test('keep children with an adult of their family or a guardian, at one address', () => {
    const children = everyone.filter(({ birthDate, death }) => death === undefined && ageOn(dayOf(birthDate), dayOf(world.asOf)) < 15);
    expect(children.length).toBeGreaterThan(1_000);
    const home = ({ addresses: [first] }: Person): unknown => first?.lines;
    const alone = children.filter((child) => {
      const adults = world
        .relatives(child.nhsNumber)
        .filter(({ relationship }) => ['mother', 'father', 'guardian'].includes(relationship))
        .map(the);
      return !adults.some(
        (adult) => adult !== undefined && JSON.stringify(home(adult)).toUpperCase() === JSON.stringify(home(child)).toUpperCase(),
      );
    });
    expect(alone).toEqual([]);
  });

  test('know nothing of superseded, invalidated and minimal records', () => {
    const outside = records.filter(({ status, minimal }) => status.kind !== 'live' || minimal);
    expect(outside.length).toBeGreaterThan(10);
    expect(outside.flatMap(({ nhsNumber }) => world.relatives(nhsNumber))).toEqual([]);
  });
});

describe('couples', () => {
  const told = everyone.flatMap(({ nhsNumber }) => world.partnerships(nhsNumber).map((partnership) => ({ nhsNumber, ...partnership })));

  test('tell of one another, with the same days', () => {
    const wrong = told.filter(({ nhsNumber, partner, ...days }) => {
      if (partner === undefined) return false;
      const back = world.partnerships(partner).find((each) => each.partner === nhsNumber && each.together === days.together);
      return back === undefined || JSON.stringify({ ...back, partner: undefined }) !== JSON.stringify({ partner: undefined, ...days });
    });
    expect(wrong).toEqual([]);
  });

  test('begin, wed and end in that order, none after the day of the world, and are of one at a time', () => {
    const asOf = world.asOf;
    expect(
      told.filter(({ together, wedding = together, end }) => together > wedding || wedding > (end?.date ?? asOf) || wedding > asOf),
    ).toEqual([]);
    expect(told.filter(({ end, wedding }) => end?.by === 'divorce' && wedding === undefined)).toEqual([]);
    expect(told.filter(({ end, wedding }) => end?.by === 'separation' && wedding !== undefined)).toEqual([]);
    const wrong = everyone.filter(({ nhsNumber }) => {
      const theirs = world.partnerships(nhsNumber);
      return theirs.some(({ end }, n) => n < theirs.length - 1 && (end === undefined || end.date > (theirs[n + 1]?.together ?? '')));
    });
    expect(wrong).toEqual([]);
  });

  test('that last are the partners among the relatives', () => {
    const wrong = families.filter(({ person, relatives }) => {
      const last = world.partnerships(person.nhsNumber).at(-1);
      const present = last?.end === undefined ? last?.partner : undefined;
      return present !== those(relatives, 'partner')[0]?.nhsNumber;
    });
    expect(wrong).toEqual([]);
  });
});

test('a household is the same for everybody in it, and all of it have one address', () => {
  const households = everyone.slice(0, 4_000).map(({ nhsNumber }) => [nhsNumber, world.household(nhsNumber)] as const);
  const wrong = households.filter(([nhsNumber, those]) => {
    if (those.length === 0) return false;
    if (those[0] !== nhsNumber) return true;
    const sorted = those.toSorted().join();
    const lines = those.map((each) => JSON.stringify(byNumber.get(each)?.addresses[0]?.lines).toUpperCase());
    return new Set(lines).size !== 1 || those.some((each) => world.household(each).toSorted().join() !== sorted);
  });
  expect(wrong).toEqual([]);
  expect(households.filter(([, those]) => those.length > 1).length).toBeGreaterThan(2_000);
});
