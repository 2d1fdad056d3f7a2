/** Dates as they are written in letters: 22 October 2010. */
const months = 'January February March April May June July August September October November December'.split(' ');

export function dayInWords(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(day)} ${months[Number(month) - 1] ?? ''} ${year}`;
}

/** A text with the dates that stand in it in letters. */
export const daysInWords = (text: string): string => text.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, dayInWords);

export function yearsBetween(from: string, until: string): number {
  const years = Number(until.slice(0, 4)) - Number(from.slice(0, 4));
  return until.slice(5) < from.slice(5) ? years - 1 : years;
}

/** `2021 to now`, `3 May 2001 to 7 June 2005`. */
export function during(period: { readonly start: string; readonly end?: string } | undefined): string {
  if (!period) return '';
  return period.end === undefined ? `since ${dayInWords(period.start)}` : `${dayInWords(period.start)} to ${dayInWords(period.end)}`;
}
