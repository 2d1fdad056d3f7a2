import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { worldVersion } from '../../src/world/reach.ts';
import { createWorld } from '../../src/world/world.ts';

/**
 * What seed 42 makes, pinned. A change here means that people have changed: give the world a new version, so that
 * a seed and a version in a bug report always mean the same people.
 */
const world = createWorld();
const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
const first = Array.from({ length: 100 }, (_, index) => world.at(index));

test('the world is at version 3', () => {
  expect(worldVersion).toBe(3);
});

test('the first hundred people are the same as ever', () => {
  expect(digest(first)).toMatchInlineSnapshot(`"29d5806393cbaea5"`);
});

test('a hundred searches find the same people as ever', () => {
  const found = Array.from({ length: 100 }, (_, n) => world.at(n * 9_001)).map(({ names, birthDate }, n) => {
    const family = names[0]?.family ?? '';
    const query = {
      family: n % 2 === 0 ? family : `${family.slice(0, 2)}*`,
      born: { from: birthDate, to: birthDate },
      fuzzy: n % 4 === 0,
      history: n % 3 === 0,
    };
    return [...world.search(query)].map(({ nhsNumber }) => nhsNumber);
  });
  expect(digest(found)).toMatchInlineSnapshot(`"e7f267de40adba44"`);
});

test('the clinical records of ten people are the same as ever', () => {
  const kinds = [
    'condition',
    'medication',
    'issue',
    'allergy',
    'vaccination',
    'observation',
    'encounter',
    'appointment',
    'document',
  ] as const;
  const told = first.slice(0, 10).map(({ nhsNumber }) => kinds.map((kind) => world.record(nhsNumber)?.of(kind)));
  expect(digest(told)).toMatchInlineSnapshot(`"a9f90bb06fa99dc4"`);
});

test('a person’s whole life, family and practice are the same as ever', () => {
  const [someone] = first;
  const number = someone?.nhsNumber ?? '';
  const practice = someone?.registrations[0]?.practice ?? '';
  expect(
    digest([world.events(number), world.relatives(number), world.organisation(practice), world.practitioners(practice)]),
  ).toMatchInlineSnapshot(`"4fb1f6a01bd0e747"`);
});

test('organisations that records name are the same as ever', () => {
  const named = [...world.organisations()].slice(0, 271);
  expect(digest(named)).toMatchInlineSnapshot(`"217b460afc29c9f4"`);
});

test('the register of organisations and their premises are the same as ever', () => {
  const { register } = world.on('2026-01-01');
  expect([digest([...register.entries()]), digest([...register.allPremises()])]).toMatchInlineSnapshot(`
    [
      "1b2dc39e549e59e2",
      "3ef5e3c7fc317812",
    ]
  `);
});

test('as many records of each awkward kind as ever', () => {
  const small = createWorld({ seed: 42, size: 20_000 });
  const counts = Object.fromEntries(
    (['restricted', 'superseded', 'invalidated', 'minimal', 'no-address', 'deceased-formal', 'deceased-informal'] as const).map((trait) => [
      trait,
      [...small.withTrait(trait)].length,
    ]),
  );
  expect(counts).toMatchInlineSnapshot(`
    {
      "deceased-formal": 1123,
      "deceased-informal": 2,
      "invalidated": 16,
      "minimal": 8,
      "no-address": 20,
      "restricted": 43,
      "superseded": 27,
    }
  `);
});
