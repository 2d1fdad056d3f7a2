/** When an organisation is open: rows for each day of the week, and for each date that is not as the week has it. */
import type { components } from '../../../src/generated/service-search.types.ts';
import type { OpenHours, OpeningSort, Premises } from '../../../src/organisation-register.ts';
import { dayOf } from '../../../src/world/calendar.ts';

type Row = Required<components['schemas']['OpeningTime']>;

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const sorts: readonly (readonly [OpeningSort, string])[] = [
  ['general', 'General'],
  ['reception', 'Reception'],
  ['surgery', 'Surgery'],
];

export function openingTimesOf({ week, exceptions }: Premises): readonly Row[] {
  const usual = sorts.flatMap(([sort, OpeningTimeType]) =>
    (week[sort] ?? []).flatMap((hours, day) => rows(hours, { Weekday: weekdays[day] ?? '', OpeningTimeType, AdditionalOpeningDate: '' })),
  );
  const dated = exceptions.flatMap(({ on, hours }) =>
    rows(hours, {
      Weekday: weekdayOf(on),
      OpeningTimeType: 'Additional',
      AdditionalOpeningDate: `${months[Number(on.slice(5, 7)) - 1]} ${on.slice(8, 10)} ${on.slice(0, 4)}`,
    }),
  );
  return [...usual, ...dated];
}

/** A day without hours has one row, which says so. */
function rows(
  hours: readonly OpenHours[],
  { Weekday, ...about }: Pick<Row, 'Weekday' | 'OpeningTimeType' | 'AdditionalOpeningDate'>,
): readonly Row[] {
  if (hours.length === 0)
    return [{ Weekday, OpeningTime: null, ClosingTime: null, OffsetOpeningTime: 0, OffsetClosingTime: 0, ...about, IsOpen: false }];
  return hours.map(({ from, to }) => ({
    Weekday,
    OpeningTime: clockTime(from),
    ClosingTime: clockTime(to),
    OffsetOpeningTime: from,
    OffsetClosingTime: to,
    ...about,
    IsOpen: true,
  }));
}

/** Midnight at the end of a day is written as at its beginning. */
const clockTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** 1970-01-01, day 0, was a Thursday. */
const weekdayOf = (date: string): string => weekdays[(((dayOf(date) + 3) % 7) + 7) % 7] ?? '';
