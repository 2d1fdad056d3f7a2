/** Dates of a search: each covers what it leaves open, so `2025-06` is all of June (https://hl7.org/fhir/R4/search.html#date). */
import { isRealDate } from '../../../src/fhir/instant.ts';

export type DateTest = (date: string) => boolean;

/** `gt2025-01-31`; a date alone means that very one. Undefined for what is no date. */
export function dateTest(text: string): DateTest | undefined {
  const prefix = /^[a-z]{2}/.exec(text)?.[0] ?? 'eq';
  const date = text.replace(/^[a-z]{2}/, '');
  if (!/^\d{4}/.test(date) || !isRealDate(`${date.slice(0, 10)}${'-01-01'.slice(Math.max(0, date.length - 4))}`)) return undefined;
  const wanted = spanOf(date);
  if (Number.isNaN(wanted.from)) return undefined;
  const test = tests[prefix] ?? within;
  return (found) => test(spanOf(found), wanted);
}

interface Span {
  readonly from: number;
  /** The first instant after it. */
  readonly until: number;
}

function spanOf(text: string): Span {
  const [year = '', month, day] = text.slice(0, 10).split('-');
  const from = Date.parse(text.length > 10 ? zoned(text) : `${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`);
  if (text.length > 10) return { from, until: from + (/\.\d/.test(text) ? 1 : /:\d\d:\d\d/.test(text) ? 1000 : 60_000) };
  if (day !== undefined) return { from, until: from + 86_400_000 };
  const next = month === undefined ? Date.UTC(Number(year) + 1, 0, 1) : Date.UTC(Number(year), Number(month), 1);
  return { from, until: next };
}

const zoned = (text: string): string => (/(?:Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`);

const within = (found: Span, wanted: Span): boolean => found.from >= wanted.from && found.until <= wanted.until;
const after = (found: Span, wanted: Span): boolean => found.from >= wanted.until;
const before = (found: Span, wanted: Span): boolean => found.until <= wanted.from;

const tests: Readonly<Partial<Record<string, (found: Span, wanted: Span) => boolean>>> = {
  ne: (found, wanted) => !within(found, wanted),
  gt: after,
  sa: after,
  ge: (found, wanted) => found.from >= wanted.from,
  lt: before,
  eb: before,
  le: (found, wanted) => found.until <= wanted.until,
};
