/** What is untidy in records can be found by name, and is as common as its table says; how people are reached agrees within a household. */
import { describe, expect, test } from 'vitest';
import type { Person, Telecom } from '../../src/population.ts';
import { ageOn, dayOf } from '../../src/world/calendar.ts';
import { isSoUntidy, untidy, type Untidiness } from '../../src/world/records/untidy.ts';
import { hasTrait, traits } from '../../src/world/traits.ts';
import { createWorld } from '../../src/world/world.ts';
import { runs } from '../runs.ts';
import { sample } from './everyone.ts';

const world = createWorld();
const today = dayOf(world.asOf);

function first(people: Iterable<Person>, count: number): readonly Person[] {
  const found: Person[] = [];
  for (const person of people) {
    found.push(person);
    if (found.length === count) break;
  }
  return found;
}

describe('each awkward kind of record', () => {
  test.each(traits)('is found by its name: %s', (trait) => {
    const found = first(world.withTrait(trait), 3);
    expect(found.map((person) => hasTrait(person, trait, world.asOf))).toEqual([true, true, true]);
  });

  test.each(Object.keys(untidy) as Untidiness[])('comes at the rate of the table: %s', (kind) => {
    const many = 200_000;
    let count = 0;
    for (let index = 0; index < many; index += 1) if (isSoUntidy(kind, 11, index)) count += 1;
    const expected = untidy[kind].rate * many;
    expect(Math.abs(count - expected)).toBeLessThan(4.5 * Math.sqrt(expected) + 1);
  });

  test('keeps somebody whose gender is other or unknown from those who search for women or men', () => {
    for (const gender of ['other', 'unknown'] as const) {
      const [person] = first(world.withTrait(`gender-${gender}`), 1);
      const [name] = person?.names ?? [];
      const query = { family: name?.family ?? '', born: { from: person?.birthDate ?? '', to: person?.birthDate ?? '' } };
      const found = (asked?: Person['gender']): readonly string[] =>
        [...world.search({ ...query, ...(asked && { gender: asked }) })].map(({ nhsNumber }) => nhsNumber);
      expect(found()).toContain(person?.nhsNumber);
      expect(found(gender)).toContain(person?.nhsNumber);
      expect([...found('female'), ...found('male')]).not.toContain(person?.nhsNumber);
    }
  });
});

describe('how people are reached', () => {
  const people = sample(world, runs(1_500)).filter(({ death }) => death === undefined);
  const isLandline = ({ system, use }: Telecom): boolean => system === 'phone' && use === 'home';
  const values = (person: Person | undefined, is: (telecom: Telecom) => boolean): readonly string[] =>
    (person?.telecoms ?? []).filter(is).map(({ value }) => value);
  const others = (person: Person): readonly (Person | undefined)[] =>
    world
      .household(person.nhsNumber)
      .slice(1)
      .map((number) => world.find(number));

  test('at home, is one number for all who have one', () => {
    for (const person of people) {
      const numbers = [person, ...others(person)].flatMap((each) => values(each, isLandline));
      expect(new Set(numbers).size).toBeLessThanOrEqual(1);
    }
  });

  test('is for a child the mobile and the e-mail of a grown-up who lives with it', () => {
    let children = 0;
    for (const person of people.filter(({ birthDate }) => ageOn(dayOf(birthDate), today) < 16)) {
      const own = values(person, (telecom) => !isLandline(telecom));
      const theirs = others(person)
        .filter((other) => other !== undefined && ageOn(dayOf(other.birthDate), today) >= 16)
        .flatMap((other) => values(other, () => true));
      expect(theirs).toEqual(expect.arrayContaining([...own]));
      if (own.length > 0) children += 1;
    }
    expect(children).toBeGreaterThan(people.length / 20);
  });

  test('in an emergency is by the number of a relative', () => {
    for (const person of people) {
      if (person.emergencyContact === undefined) continue;
      const relatives = world.relatives(person.nhsNumber).flatMap(({ nhsNumber = '' }) => values(world.find(nhsNumber), () => true));
      expect(relatives).toContain(person.emergencyContact.phone);
    }
  });

  test('is by nothing that has ended', () => {
    for (const { telecoms, formerTelecoms = [] } of people) {
      expect(telecoms.filter(({ period }) => period?.end !== undefined)).toEqual([]);
      expect(formerTelecoms.filter(({ period }) => period?.end === undefined)).toEqual([]);
    }
  });
});
