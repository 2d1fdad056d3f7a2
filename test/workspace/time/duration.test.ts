/** Durations as ISO 8601 writes them, counted from an instant by the calendar. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { after, durationText, isIsoDuration } from '../../../src/workspace/time/duration.ts';
import { runs } from '../../runs.ts';

const from = Date.UTC(2026, 0, 31, 12);

test.for<[string, number]>([
  ['PT1S', 1000],
  ['PT0.25S', 250],
  ['PT1H30M', 5_400_000],
  ['P2D', 172_800_000],
  ['P1DT1S', 86_401_000],
  ['P1W', 604_800_000],
  ['P1W1D', 691_200_000],
  ['PT0S', 0],
  ['-PT1H', -3_600_000],
])('%s is %d ms', ([text, milliseconds]) => {
  expect(after(from, text)).toBe(from + milliseconds);
});

test.for<[string, string]>([
  ['P1M', '2026-02-28T12:00:00.000Z'],
  ['P25M', '2028-02-29T12:00:00.000Z'],
  ['P1Y', '2027-01-31T12:00:00.000Z'],
  ['-P1M', '2025-12-31T12:00:00.000Z'],
  ['-P2M', '2025-11-30T12:00:00.000Z'],
  ['P1Y2M3DT4H', '2027-04-03T16:00:00.000Z'],
])('%s after the last of January is %s: months and years are those of the calendar', ([text, instant]) => {
  expect(new Date(after(from, text)).toISOString()).toBe(instant);
});

test.for(['', 'P', 'PT', 'P1DT', '1H', 'PT1H1H', 'PT-1H', '--PT1H', '+PT1H', 'P1H', 'an hour'])('%s is none', (text) => {
  expect(() => after(from, text)).toThrow('no duration');
  expect(isIsoDuration(text)).toBe(false);
});

test('what is written of a length says that length', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (length) => {
      expect(after(from, durationText(length))).toBe(from + length);
    }),
    { numRuns: runs(100) },
  );
  expect([0, 7_200_000, -90_061_500].map(durationText)).toEqual(['PT0S', 'PT2H', '-P1DT1H1M1.5S']);
});
