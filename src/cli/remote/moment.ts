/** Instants as people read them: to the minute, in UTC. */

/** `2026-01-01 09:00`. */
export const minuteOf = (instant: string): string => instant.slice(0, 16).replace('T', ' ');

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** `1 January 2026, 09:00 UTC`. */
export function dayAndTime(instant: string): string {
  const [year = '', month = '', day = ''] = instant.slice(0, 10).split('-');
  return `${Number(day)} ${months[Number(month) - 1] ?? month} ${year}, ${instant.slice(11, 16)} UTC`;
}
