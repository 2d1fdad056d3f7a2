/** NHS numbers: ten digits, the last of which checks the others (modulus 11, NHS Data Dictionary). */
import type { NhsNumber } from '../population.ts';

/** The number, where the text is one; no spaces, as APIs send it. */
export function parseNhsNumber(text: string): NhsNumber | undefined {
  return isNhsNumber(text) ? text : undefined;
}

function isNhsNumber(text: string): text is NhsNumber {
  if (!/^\d{10}$/.test(text)) return false;
  let sum = 0;
  for (let i = 0; i < 9; i += 1) sum += (10 - i) * (text.charCodeAt(i) - 48);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === text.charCodeAt(9) - 48;
}
