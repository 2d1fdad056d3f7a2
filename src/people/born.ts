/** Birth dates as people type them: a day, a month, a year, or two of them with `..` between. */
import type { IsoDate } from '../population.ts';
import { isoDate, dayOf } from '../world/calendar.ts';

const form = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Undefined where the text is neither. An open end reaches as far as there are people. */
export function bornBetween(text: string): { readonly from: IsoDate; readonly to: IsoDate } | undefined {
  const [first = '', second = first, ...more] = text.split('..');
  if (more.length > 0) return undefined;
  const from = first === '' ? '0001-01-01' : edges(first)?.from;
  const to = second === '' ? '9999-12-31' : edges(second)?.to;
  return from === undefined || to === undefined || from > to ? undefined : { from, to };
}

function edges(text: string): { readonly from: IsoDate; readonly to: IsoDate } | undefined {
  const match = form.exec(text);
  if (match === null) return undefined;
  const [, year = '', month, day] = match;
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const from = `${year}-${month}-${day ?? '01'}`;
  if (isoDate(dayOf(from)) !== from) return undefined;
  return { from, to: day === undefined ? lastOfMonth(Number(year), Number(month)) : from };
}

function lastOfMonth(year: number, month: number): IsoDate {
  const next =
    month === 12
      ? `${String(year + 1).padStart(4, '0')}-01-01`
      : `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}-01`;
  return isoDate(dayOf(next) - 1);
}
