/** NHS numbers: the check digit, the printed form, and which of them are issued to patients. Pure functions. */
import type { NhsNumber } from '../population.ts';

/** NHS Data Dictionary: weights 10 … 2, check = 11 - sum mod 11; 11 counts as 0 and 10 is never issued. */
export function isNhsNumber(text: string): text is NhsNumber {
  if (!/^\d{10}$/.test(text)) return false;
  let sum = 0;
  for (let n = 0; n < 9; n += 1) sum += (text.charCodeAt(n) - 48) * (10 - n);
  const check = 11 - (sum % 11);
  return check !== 10 && check % 11 === text.charCodeAt(9) - 48;
}

/** Ten digits without spaces, as APIs send them; undefined when they are no NHS number. */
export function parseNhsNumber(text: string): NhsNumber | undefined {
  return isNhsNumber(text) ? text : undefined;
}

/** The one that ends in these nine digits, check digit included: only one digit can stand before them. */
export function nhsNumberEndingIn(digits: number): NhsNumber | undefined {
  const nine = String(digits).padStart(9, '0');
  for (const first of '9876543210') {
    const number = parseNhsNumber(first + nine);
    if (number !== undefined) return number;
  }
  return undefined;
}

/** As printed for people: 3-3-4. */
export function formatNhsNumber(number: NhsNumber): string {
  return `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`;
}

/** A valid number from the blocks that are issued to patients: those beginning 3 (Northern Ireland's health and care numbers among them), 4, 6 or 7. */
export function isLiveNhsNumber(digits: string): boolean {
  return /^[3467]/.test(digits) && isNhsNumber(digits);
}

/** A valid Scottish CHI number: the date of birth as ddmmyy, then four digits, the last of which is the same check digit. */
export function isChiNumber(digits: string): boolean {
  return /^(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])/.test(digits) && isNhsNumber(digits);
}

/** A fingerprint (64 bits, FNV-1a) to hold published example numbers by, so that the numbers themselves are nowhere written down. */
export function nhsNumberHash(digits: string): string {
  let low = 0x811c9dc5;
  let high = 0xcbf29ce4;
  for (let n = 0; n < digits.length; n += 1) {
    low = Math.imul(low ^ digits.charCodeAt(n), 0x01000193);
    high = Math.imul(high ^ digits.charCodeAt(digits.length - 1 - n), 0x01000193) ^ (low >>> 15);
  }
  return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
