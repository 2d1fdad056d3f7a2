/** Rates that the world is built for; what is published of England is in the report (`npm run population`). */
import { describe, expect, test } from 'vitest';
import type { Trait } from '../../src/population.ts';
import { standingRates } from '../../src/world/copies/standing.ts';
import { untidy } from '../../src/world/records/untidy.ts';
import { createWorld } from '../../src/world/world.ts';

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
