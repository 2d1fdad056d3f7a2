/** Durations of ISO 8601 whose length does not depend on when they begin: weeks, days, hours, minutes, seconds. */

const shape = /^P(?!$)(?:(\d+)W|(?:(\d+)D)?(?:T(?!$)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?)$/;

/** In milliseconds; throws where it is none. */
export function durationIn(text: string): number {
  const parts = shape.exec(text);
  if (!parts)
    throw new RangeError(`${JSON.stringify(text)} is no duration in weeks, days, hours, minutes and seconds, as in PT1H30M or P2D`);
  const [weeks, days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
  ]; // five groups
  return Math.round((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60_000 + seconds * 1000);
}
