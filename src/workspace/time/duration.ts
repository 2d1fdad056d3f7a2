/** Durations of ISO 8601, as in PT1H30M, P2D or P1M. How long months and years are the calendar says (in UTC). */

const shape = /^P(?!$)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?!$)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

interface Duration {
  readonly months: number;
  readonly milliseconds: number;
}

/** Undefined where it is none. */
function readDuration(text: string): Duration | undefined {
  const parts = shape.exec(text);
  if (!parts) return undefined;
  const [years, months, weeks, days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]; // seven groups
  return {
    months: years * 12 + months,
    milliseconds: Math.round((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60_000 + seconds * 1000),
  };
}

export const isIsoDuration = (text: string): boolean => shape.test(text);

/** In milliseconds; undefined where it is none, and where the calendar would have to say how long it is. */
export function durationIn(text: string): number | undefined {
  const duration = readDuration(text);
  return duration?.months === 0 ? duration.milliseconds : undefined;
}

/** Whether it is as long whatever the calendar says. */
export const isFixedDuration = (text: string): boolean => durationIn(text) !== undefined;

/** The instant that lies so long after another one, or before it where the duration has a minus before it. Throws where it is none. */
export function after(instant: number, text: string): number {
  const isBack = text.startsWith('-');
  const duration = readDuration(isBack ? text.slice(1) : text);
  if (!duration) throw new RangeError(`${JSON.stringify(text)} is no duration, as in PT1H30M, P2D or P1M`);
  const sign = isBack ? -1 : 1;
  return monthsAfter(instant, sign * duration.months) + sign * duration.milliseconds;
}

/** The last day of a month that is shorter stands for those that it has not. */
function monthsAfter(instant: number, months: number): number {
  if (months === 0) return instant;
  const date = new Date(instant);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const daysThere = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, daysThere));
  return date.getTime();
}

/** In days, hours, minutes and seconds: `P1DT2H`, `-PT0.5S`, and `PT0S` for none. */
export function durationText(milliseconds: number): string {
  const left = Math.abs(Math.round(milliseconds));
  const whole = (unit: number, of: number): number => Math.floor((of === 0 ? left : left % of) / unit);
  const date = named([[whole(86_400_000, 0), 'D']]);
  const time = named([
    [whole(3_600_000, 86_400_000), 'H'],
    [whole(60_000, 3_600_000), 'M'],
    [(left % 60_000) / 1000, 'S'],
  ]);
  const text = `P${date}${time === '' ? '' : `T${time}`}`;
  return `${milliseconds < 0 ? '-' : ''}${text === 'P' ? 'PT0S' : text}`;
}

const named = (parts: readonly (readonly [number, string])[]): string =>
  parts.map(([count, unit]) => (count === 0 ? '' : `${count}${unit}`)).join('');
