/** Dates are read as the stretches of time that they mean, and keep their order in an index. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compares, indexText, stretchOf } from '../../../../src/plan/list/search/instants.ts';

const at = Date.UTC;

test.each([
  ['2026', at(2026, 0), at(2027, 0)],
  ['2024-02', at(2024, 1), at(2024, 2)],
  ['2024-02-29', at(2024, 1, 29), at(2024, 2, 1)],
  ['2026-12-31', at(2026, 11, 31), at(2027, 0, 1)],
  ['2026-06-01T09:30', at(2026, 5, 1, 9, 30), at(2026, 5, 1, 9, 31)],
  ['2026-06-01T09:30:05Z', at(2026, 5, 1, 9, 30, 5), at(2026, 5, 1, 9, 30, 6)],
  ['2026-06-01T09:30:05.25Z', at(2026, 5, 1, 9, 30, 5, 250), at(2026, 5, 1, 9, 30, 5, 260)],
  ['2026-06-01T10:30:05+01:00', at(2026, 5, 1, 9, 30, 5), at(2026, 5, 1, 9, 30, 6)],
  ['2026-06-01T10:30:05 01:00', at(2026, 5, 1, 9, 30, 5), at(2026, 5, 1, 9, 30, 6)],
  ['2026-05-31T20:00:00-05:30', at(2026, 5, 1, 1, 30), at(2026, 5, 1, 1, 30, 1)],
  ['20260601', at(2026, 5, 1), at(2026, 5, 2)],
])('%s', (text, from, to) => {
  expect(stretchOf(text)).toEqual({ from, to });
});

test.each(['', 'soon', '2026-13', '2026-02-30', '2025-02-29', '2026-06-01T25:00:00Z', '26-06-01', '2026-6-1'])('%j is no date', (text) => {
  expect(stretchOf(text)).toBeUndefined();
});

test('text in an index stands in the order of time', () => {
  const instant = fc.oneof(fc.integer({ min: -6e13, max: 2.5e14 }), fc.constantFrom(-Infinity, Infinity));
  fc.assert(fc.property(instant, instant, (a, b) => indexText(a) < indexText(b) === a < b));
});

test('a stretch is before, after, or within what is asked for', () => {
  const [march, day] = [stretchOf('2026-03'), stretchOf('2026-03-10')];
  if (!march || !day) throw new Error('both are dates');
  const now = at(2026, 5);
  const held = (['eq', 'ne', 'gt', 'lt', 'ge', 'le', 'sa', 'eb', 'ap'] as const).filter((prefix) => compares(prefix, day, march, now));
  expect(held).toEqual(['eq', 'ge', 'le', 'ap']);
  expect(compares('sa', day, stretchOf('2026-03-09') ?? march, now)).toBe(true);
  expect(compares('eb', day, stretchOf('2026-03-11') ?? march, now)).toBe(true);
});
