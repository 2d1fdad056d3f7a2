import { expect, test } from 'vitest';
import { dayOf, isoDate } from '../../../src/world/calendar.ts';
import { workingDay } from '../../../src/world/clinical/working-days.ts';

test.for([
  ['2026-11-27', '2026-11-27', 'a Friday'],
  ['2026-11-28', '2026-11-30', 'a Saturday'],
  ['2026-11-29', '2026-11-30', 'a Sunday'],
  ['2025-12-25', '2025-12-29', 'a Christmas before a weekend'],
  ['2024-02-29', '2024-02-29', 'a leap day'],
  ['2028-01-01', '2028-01-03', 'a New Year of a leap year, on a Saturday'],
  ['2031-12-25', '2031-12-29', 'a Christmas on a Thursday'],
  ['1980-01-01', '1980-01-02', 'a New Year long ago'],
] as const)('what would fall on %s is done on %s: %s', ([wanted, done]) => {
  expect(isoDate(workingDay(dayOf(wanted)))).toBe(done);
});

test('every Christmas, Boxing Day and New Year of two hundred years but the last is closed, and no other day of a working week', () => {
  const closed = new Set(['12-25', '12-26', '01-01']);
  for (let day = dayOf('1900-03-01'); day < dayOf('2100-02-28'); day += 1) {
    const isWeekend = [0, 6].includes(new Date(day * 86_400_000).getUTCDay());
    if ((workingDay(day) !== day) !== (isWeekend || closed.has(isoDate(day).slice(5)))) expect.fail(isoDate(day));
  }
});
