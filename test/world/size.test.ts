/** How many people there are, and what is left of the numbers. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { organisations, personas } from '../../mocks/personas.ts';
import type { Person } from '../../src/population.ts';
import { copyCount } from '../../src/world/lines/deal.ts';
import { nhsNumbers } from '../../src/world/nhs-numbers.ts';
import { thePattern } from '../../src/world/pattern/the-pattern.ts';
import { createWorld, largestSize } from '../../src/world/world.ts';

const numbers = nhsNumbers(42);
const among = (size: number) => createWorld({ size, personas, organisations });
const largest = among(largestSize);

test('the full layout has as many people as may be asked for', () => {
  expect(copyCount * thePattern().size).toBeGreaterThanOrEqual(largestSize);
});

test('20,000 numbers and more are left for people whom clients create, and nobody has one, on any day', () => {
  const spare = Array.from({ length: 20_001 }, (_, n) => largest.spareNumber(n) ?? '');
  expect(new Set(spare).size).toBe(spare.length);
  const later = largest.on('2040-12-31');
  expect(spare.filter((number) => !/^999\d{7}$/.test(number) || later.find(number) !== undefined)).toEqual([]);
  expect(largest.spareNumber(21_000)).toBeUndefined();
});

test('as many may be asked for in a workspace as there are', () => {
  const contract = readFileSync(new URL('../../openapi/sandbox-control.yaml', import.meta.url), 'utf8');
  expect(contract).toContain(`maximum: ${largestSize}, description: People;`);
});

test.each([0, -1, 1.5, largestSize + 1])('a size of %d is refused in a sentence', (size) => {
  expect(() => among(size)).toThrow(`the population size must be a whole number from 1 to ${largestSize}`);
});

describe.each([1, 500, 20_000])('a size of %i', (size) => {
  const small = among(size);
  /** Those about the last of so many. */
  const found = (population: typeof small): readonly (Person | undefined)[] =>
    Array.from({ length: 1_500 }, (_, n) => population.find(numbers.of(Math.max(0, size - 500) + n)));
  const here = found(small);

  test('has the first families whole: whoever is there is the same as in the largest', () => {
    const last = here.findLastIndex((person) => person !== undefined);
    expect(last).toBeGreaterThan(0);
    expect(here.slice(last + 1).length).toBeGreaterThan(0);
    expect(here.slice(0, last + 1)).toEqual(found(largest).slice(0, last + 1));
  });

  test('has nobody whose mother, partner, child or household is not there, and the same ones as the largest has', () => {
    for (const { nhsNumber } of here.filter((person) => person !== undefined)) {
      const relatives = small.relatives(nhsNumber);
      expect(relatives).toEqual(largest.relatives(nhsNumber));
      for (const other of [...relatives.map(({ nhsNumber: number = '' }) => number), ...small.household(nhsNumber)])
        expect(small.find(other)?.nhsNumber).toBe(other);
    }
  });

  test('has a practice for everybody, and somebody at every position', () => {
    const codes = new Set(here.flatMap((person) => person?.registrations.map(({ practice }) => practice) ?? []));
    expect([...codes].filter((ods) => small.organisation(ods)?.kind !== 'gp-practice')).toEqual([]);
    expect(small.at(size - 1).nhsNumber).toMatch(/^999/);
    expect(small.at(0)).toEqual(small.at(size));
  });
});
