/** Durations as ISO 8601 writes them, of a length that needs no calendar. */
import { expect, test } from 'vitest';
import { durationIn } from '../../../src/workspace/time/duration.ts';

test.for<[string, number]>([
  ['PT1S', 1000],
  ['PT0.25S', 250],
  ['PT1H30M', 5_400_000],
  ['P2D', 172_800_000],
  ['P1DT1S', 86_401_000],
  ['P1W', 604_800_000],
  ['PT0S', 0],
])('%s is %d ms', ([text, milliseconds]) => {
  expect(durationIn(text)).toBe(milliseconds);
});

test.for(['', 'P', 'PT', 'P1DT', 'P1M', 'P1Y', '1H', 'PT1H1H', '-PT1H', 'PT-1H', 'P1W1D', 'an hour'])('%s is none', (text) => {
  expect(() => durationIn(text)).toThrow('no duration');
});
