import { expect, test } from 'vitest';
import { dayOf, isoDate } from '../../../src/world/calendar.ts';
import { isWorkingDay, weekday, workingDay } from '../../../src/world/clinical/working-days.ts';

test.for([
  ['2026-11-27', '2026-11-27', 'a Friday'],
  ['2025-12-25', '2025-12-29', 'a Christmas before a weekend'],
  ['2024-02-29', '2024-02-29', 'a leap day'],
  ['2031-12-25', '2031-12-29', 'a Christmas on a Thursday'],
  ['1980-01-01', '1980-01-02', 'a New Year long ago'],
] as const)('what would fall on %s is done on %s: %s', ([wanted, done]) => {
  expect(isoDate(workingDay(dayOf(wanted)))).toBe(done);
});

test('the days that are closed are weekends, Christmas, Boxing Day and New Year', () => {
  const closed = new Set(['12-25', '12-26', '01-01']);
  for (let day = dayOf('1900-03-01'); day < dayOf('2100-02-28'); day += 1) {
    const isWeekend = [0, 6].includes(new Date(day * 86_400_000).getUTCDay());
    if (isWorkingDay(day) === (isWeekend || closed.has(isoDate(day).slice(5)))) expect.fail(isoDate(day));
  }
});

test('of what falls on any day alike, most is done on Mondays and least on Fridays, soon after', () => {
  const done = [0, 0, 0, 0, 0, 0, 0];
  const [from, to] = [dayOf('2010-01-01'), dayOf('2040-12-31')];
  for (let day = from; day <= to; day += 1) {
    const open = workingDay(day);
    if (!isWorkingDay(open) || open < day || open > day + 9) expect.fail(isoDate(day));
    done[weekday(open)] = (done[weekday(open)] ?? 0) + 100 / (to - from + 1);
  }
  const published = [21.9, 21.3, 20.3, 19.9, 16.7, 0, 0];
  for (const [n, share] of published.entries()) expect(Math.abs((done[n] ?? 0) - share)).toBeLessThan(1);
});
