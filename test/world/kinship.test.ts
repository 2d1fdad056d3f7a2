import { describe, expect, test } from 'vitest';
import type { Person, Relative } from '../../src/population.ts';
import { ageOn, dayOf } from '../../src/world/calendar.ts';
import { createWorld } from '../../src/world/world.ts';
import { everyone, familyOf, records, sample, world } from './everyone.ts';

const opposite: Readonly<Record<Relative['relationship'], readonly Relative['relationship'][]>> = {
  mother: ['child'],
  father: ['child'],
  child: ['mother', 'father'],
  partner: ['partner'],
  sibling: ['sibling'],
  guardian: ['child'],
};

function unreturned(population: typeof world, people: readonly Person[]): unknown[] {
  return people.flatMap(({ nhsNumber }) =>
    population
      .relatives(nhsNumber)
      .filter(({ relationship, nhsNumber: other = '' }) => {
        const back = population.relatives(other).filter((relative) => relative.nhsNumber === nhsNumber);
        return !back.some((relative) => opposite[relationship].includes(relative.relationship));
      })
      .map((relative) => [nhsNumber, relative]),
  );
}

const related = (person: Person, ...kinds: readonly Relative['relationship'][]): readonly Person[] =>
  world
    .relatives(person.nhsNumber)
    .filter(({ relationship }) => kinds.includes(relationship))
    .map(({ nhsNumber = '' }) => world.find(nhsNumber))
    .filter((relative) => relative !== undefined);

describe('families', () => {
  test('are the same from either end, for everybody of a small world', () => {
    expect(unreturned(world, everyone)).toEqual([]);
  });

  test('are the same from either end, for 5,000 people of the largest world, half of whom have a mother there', () => {
    const whole = createWorld({ size: 909_091 });
    const people = sample(whole, 5_000);
    expect(unreturned(whole, people)).toEqual([]);
    const linked = people.filter(({ nhsNumber }) => whole.relatives(nhsNumber).some(({ relationship }) => relationship === 'mother'));
    expect(linked.length / people.length).toBeGreaterThan(0.48);
  });

  test('have mothers of 15 to 46, fathers of at least 15, and no one with two mothers', () => {
    const ages = (kind: 'mother' | 'father'): number[] =>
      everyone.flatMap((person) => related(person, kind).map((parent) => ageOn(dayOf(parent.birthDate), dayOf(person.birthDate))));
    const mothers = ages('mother');
    expect(Math.min(...mothers)).toBeGreaterThanOrEqual(15);
    expect(Math.max(...mothers)).toBeLessThanOrEqual(46);
    expect(Math.min(...ages('father'))).toBeGreaterThanOrEqual(15);
    expect(everyone.filter((person) => related(person, 'mother').length > 1)).toEqual([]);
  });

  test('have mothers who are female, fathers who are male, and never marry brother to sister', () => {
    expect(everyone.flatMap((person) => related(person, 'mother')).filter(({ gender }) => gender !== 'female')).toEqual([]);
    expect(everyone.flatMap((person) => related(person, 'father')).filter(({ gender }) => gender !== 'male')).toEqual([]);
    const numbers = (people: readonly Person[]): string[] => people.map(({ nhsNumber }) => nhsNumber);
    const incest = everyone.filter((person) =>
      numbers(related(person, 'partner')).some((partner) => numbers(related(person, 'sibling')).includes(partner)),
    );
    expect(incest).toEqual([]);
  });

  test('keep young children at their mother’s address, practice and surname', () => {
    const children = everyone.filter((person) => person.birthDate > '2012-01-01' && person.addresses.length > 0);
    const apart = children.filter((child) => {
      const [mother] = related(child, 'mother');
      if (mother?.addresses[0] === undefined || mother.death !== undefined || child.death !== undefined) return false;
      if ([mother, child].some(({ addresses }) => addresses[0]?.postcode === 'ZZ99 3VZ')) return false;
      return (
        familyOf(mother) !== familyOf(child) ||
        mother.addresses[0].uprn !== child.addresses[0]?.uprn ||
        mother.addresses[0].postcode !== child.addresses[0]?.postcode
      );
    });
    expect(apart).toEqual([]);
  });

  test('know nothing of superseded, invalidated and minimal records', () => {
    const outside = records.filter(({ status, minimal }) => status.kind !== 'live' || minimal);
    expect(outside.length).toBeGreaterThan(10);
    expect(outside.flatMap(({ nhsNumber }) => world.relatives(nhsNumber))).toEqual([]);
  });
});
