/** Times of England with the offset that its clocks had. */
import { expect, test } from 'vitest';
import { englishDayAndTime, englishInstant, minutesAfter, minutesBetween } from '../../../src/fhir/clinical/england-time.ts';

test.each([
  ['2026-01-15', '09:00', '2026-01-15T09:00:00+00:00'],
  ['2026-03-28', '23:59', '2026-03-28T23:59:00+00:00'],
  ['2026-03-29', '00:59', '2026-03-29T00:59:00+00:00'],
  ['2026-03-29', '02:00', '2026-03-29T02:00:00+01:00'],
  ['2025-10-26', '01:59', '2025-10-26T01:59:00+01:00'],
  ['2025-10-26', '02:00', '2025-10-26T02:00:00+00:00'],
  ['2024-03-31', '12:00', '2024-03-31T12:00:00+01:00'],
  ['2024-10-27', '12:00', '2024-10-27T12:00:00+00:00'],
])('%s at %s is %s', (date, time, instant) => {
  expect(englishInstant(date, time)).toBe(instant);
  expect(englishDayAndTime(instant)).toEqual({ date, time });
});

test('the clocks of England agree with those of everybody who knows its zone', () => {
  const zone = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeZoneName: 'longOffset' });
  for (let day = 0; day < 9000; day += 13) {
    const date = new Date(Date.UTC(2010, 0, 1 + day)).toISOString().slice(0, 10);
    const offset = /GMT(.*)$/.exec(zone.format(new Date(`${date}T12:00:00Z`)))?.[1] || '+00:00';
    expect(englishInstant(date, '12:00').slice(-6)).toBe(offset);
  }
});

test('what others send in other zones is told in the time of England', () => {
  expect(englishDayAndTime('2026-07-01T08:30:00Z')).toEqual({ date: '2026-07-01', time: '09:30' });
  expect(englishDayAndTime('2026-06-30T23:15:00.123Z')).toEqual({ date: '2026-07-01', time: '00:15' });
  expect(englishDayAndTime('2020-12-10T13:00:08+0000')).toEqual({ date: '2020-12-10', time: '13:00' });
  expect(englishDayAndTime('2019')).toEqual({ date: '2019-01-01' });
  expect([undefined, '', 'yesterday', '2026-02-30'].map(englishDayAndTime)).toEqual(Array(4).fill(undefined));
});

test('minutes are counted past midnight', () => {
  expect(minutesAfter('2025-12-31', '23:50', 20)).toBe('2026-01-01T00:10:00+00:00');
  expect(minutesBetween('2025-12-31T23:50:00Z', '2026-01-01T00:10:00Z')).toBe(20);
  expect(minutesBetween('2026-01-01', '2026-01-02')).toBeUndefined();
});
