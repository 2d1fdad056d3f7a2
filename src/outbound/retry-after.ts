/** How long a receiver wants to be left alone, in milliseconds: it says seconds, or a date of its own clock (RFC 9110 §10.2.3). Undefined where it says neither. */
export function pauseIn(retryAfter: string, now: number): number | undefined {
  const pause = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - now;
  return pause > 0 ? Math.min(pause, longestPause) : undefined;
}

/** The longest pause of our own, too: whoever asks for a year is not forgotten for a year. */
const longestPause = 24 * 60 * 60 * 1000;
