/** Short ids of prescriptions: their form, and the check character at the end. */
import { mod37Check } from '../../src/fhir/check-digits.ts';

const form = /^[0-9A-F]{6}-[0-9A-Z]{6}-[0-9A-F]{5}[0-9A-Z+]$/;

export const hasShortIdForm = (id: string): boolean => form.test(id);

/** Of one that has the form. */
export const hasRightCheck = (id: string): boolean => mod37Check(id.slice(0, -1).replaceAll('-', '')) === id.at(-1);

export const isShortId = (id: string): boolean => hasShortIdForm(id) && hasRightCheck(id);

/** Out of the digits of a UUID and the code of whoever prescribes. */
export function newShortId(uuid: string, prescriber: string): string {
  const digits = uuid.replaceAll('-', '').toUpperCase();
  const stem = `${digits.slice(0, 6)}-${prescriber.padEnd(6, '0').slice(0, 6)}-${digits.slice(20, 25)}`;
  return `${stem}${mod37Check(stem.replaceAll('-', ''))}`;
}
