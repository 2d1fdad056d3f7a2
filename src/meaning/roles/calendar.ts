/** Whether text is a real date, time or duration: 30 February is none. */

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d(:([0-5]\d|60)(\.\d+)?)?$/;
const OFFSET = /(Z|[+-](0\d|1[0-4]):?[0-5]\d)$/i;

export function isDate(text: string): boolean {
  const parts = DATE.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** FHIR allows a year, or a year and month, for a date. */
export function isPartialDate(text: string): boolean {
  return isDate(text) || /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(text);
}

export function isTime(text: string): boolean {
  return TIME.test(text.replace(OFFSET, ''));
}

/** A date and a time, with or without an offset. */
export function isDateTime(text: string): boolean {
  return (text[10] === 'T' || text[10] === ' ') && isDate(text.slice(0, 10)) && isTime(text.slice(11));
}

/** A moment without doubt: date, time and offset. */
export function isInstant(text: string): boolean {
  return isDateTime(text) && OFFSET.test(text);
}

/** The compact forms: yyyymmdd and yyyymmddhhmmss. */
export function isCompactDate(text: string): boolean {
  return /^\d{8}(\d{4}|\d{6})?$/.test(text) && isDate(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`);
}

/** As British forms write it: dd/mm/yyyy or dd-mm-yyyy. */
export function isFormDate(text: string): boolean {
  return /^\d{2}([/-])\d{2}\1\d{4}$/.test(text) && isDate(`${text.slice(6)}-${text.slice(3, 5)}-${text.slice(0, 2)}`);
}

/** ISO 8601: P1Y2M3DT4H5M6S or P2W, at least one part. */
export function isDuration(text: string): boolean {
  return /^P(?=[\dT])(\d+W|(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?)$/.test(text);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
