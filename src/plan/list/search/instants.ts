/** Dates and instants as stretches of time: a day lasts a day, a year a year, whatever the offset they are written in. */

/** From inclusive, to exclusive, in milliseconds since 1970. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const pattern = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(Z|[+ -]\d\d:?\d\d)?)?)?)?$/i;
const compact = /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(?:(\d\d))?)?$/;

const day = 86_400_000;

/** A text without an offset is read as UTC. Undefined where the text is no date that exists. */
export function stretchOf(text: string): Stretch | undefined {
  const found = pattern.exec(text) ?? compact.exec(text);
  if (!found) return undefined;
  const [, year = '', month, date, hours, minutes, seconds, fraction = '', zone] = found;
  const [y, m, d] = [Number(year), Number(month ?? 1), Number(date ?? 1)];
  if (m < 1 || m > 12 || d < 1 || d > daysIn(y, m)) return undefined;
  const [h, min, s] = [Number(hours ?? 0), Number(minutes ?? 0), Number(seconds ?? 0)];
  if (h > 24 || min > 59 || s > 60) return undefined;
  const from = utc(y, m, d) + ((h * 60 + min) * 60 + s) * 1_000 + Number(fraction.padEnd(3, '0').slice(0, 3)) - offsetOf(zone);
  if (month === undefined) return { from, to: utc(y + 1, 1, 1) };
  if (date === undefined) return { from, to: m === 12 ? utc(y + 1, 1, 1) : utc(y, m + 1, 1) };
  const lasts =
    hours === undefined
      ? day
      : seconds === undefined
        ? 60_000
        : fraction === ''
          ? 1_000
          : fraction.length === 1
            ? 100
            : fraction.length === 2
              ? 10
              : 1;
  return { from, to: from + lasts };
}

/** Years below 100 as they are, which `Date.UTC` takes for the twentieth century's. */
function utc(year: number, month: number, date: number): number {
  return new Date(Date.UTC(2_000, month - 1, date)).setUTCFullYear(year, month - 1, date);
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year < 100 ? year + 2_000 : year, month, 0)).getUTCDate();
}

/** An unescaped `+` reaches us as a space. */
function offsetOf(zone: string | undefined): number {
  const [, sign = '', hours = '', minutes = ''] = /^([+ -])(\d\d):?(\d\d)$/.exec(zone ?? '') ?? [];
  if (sign === '') return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** UTC text whose order is that of time, for an index. */
export function indexText(instant: number): string {
  if (instant === -Infinity) return '';
  if (instant === Infinity) return '~';
  const clamped = Math.min(253_402_300_799_999, Math.max(-62_167_219_200_000, instant));
  return new Date(clamped).toISOString();
}

export type Prefix = 'eq' | 'ne' | 'gt' | 'lt' | 'ge' | 'le' | 'sa' | 'eb' | 'ap';

/** FHIR R4 §3.1.1.5: how a stretch of time stands to the one that is asked for. */
export function compares(prefix: Prefix, held: Stretch, asked: Stretch, now: number): boolean {
  switch (prefix) {
    case 'eq':
      return held.from >= asked.from && held.to <= asked.to;
    case 'ne':
      return !compares('eq', held, asked, now);
    case 'gt':
      return held.to > asked.to;
    case 'lt':
      return held.from < asked.from;
    case 'ge':
      return held.to > asked.from;
    case 'le':
      return held.from < asked.to;
    case 'sa':
      return held.from >= asked.to;
    case 'eb':
      return held.to <= asked.from;
    case 'ap': {
      const around = about(asked, now);
      return held.from < around.to && held.to > around.from;
    }
  }
}

/** A tenth of the way from now, and no less than its own length. */
export function about({ from, to }: Stretch, now: number): Stretch {
  const slack = Math.max(Math.abs(now - from) / 10, to - from);
  return { from: from - slack, to: to + slack };
}
