/** Rates that the world is built for; what is published of England is in the report (`npm run population`). */
import { describe, expect, test } from 'vitest';
import type { Trait } from '../../src/population.ts';
import { dayOf, year } from '../../src/world/calendar.ts';
import { standingRates } from '../../src/world/copies/standing.ts';
import { conditions, prevalence } from '../../src/world/events/conditions.ts';
import { untidy } from '../../src/world/records/untidy.ts';
import { createWorld } from '../../src/world/world.ts';
import { sample } from './everyone.ts';

const world = createWorld();
const today = dayOf(world.asOf);

describe('records', () => {
  const size = 60_000;
  const some = createWorld({ seed: 5, size });

  /** How far so many may stray, one time in ten thousand; those of one sort of people besides by how many there are of them here. */
  const margin = (rate: number): number => 3.9 * Math.sqrt(rate * size) + 0.25 * rate * size;

  test.each<readonly [Trait, number]>([
    ['superseded', standingRates.superseded],
    ['invalidated', standingRates.invalidated],
    ['minimal', standingRates.minimal],
    ['restricted', untidy.restricted.rate],
    ['no-address', untidy.noAddress.rate],
    ['no-fixed-abode', untidy.noFixedAbode.rate],
  ])('are %s at the rate of the table', (trait, rate) => {
    const listed = [...some.withTrait(trait)].length;
    // A tenth of everybody of the layout is not born yet, or has not come.
    expect(Math.abs(listed / 0.9 - rate * size)).toBeLessThan(margin(rate));
  });
});

describe('long-term conditions', () => {
  test('are as common as their shares by age and sex make expected', () => {
    const living = sample(world, 2_000).filter(({ death }) => death === undefined);
    const has = living.map(({ nhsNumber }) => new Set(world.events(nhsNumber, { kind: 'condition' }).map(({ summary }) => summary)));
    for (const condition of conditions) {
      const expected = living.reduce(
        (sum, { birthDate, gender }) => sum + prevalence(condition, (today - dayOf(birthDate)) / year, gender),
        0,
      );
      const having = has.filter((names) => names.has(condition.name)).length;
      expect(Math.abs(having - expected)).toBeLessThan(3.9 * Math.sqrt(expected) + 1);
    }
  });
});
