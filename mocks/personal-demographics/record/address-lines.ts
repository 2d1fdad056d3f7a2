/** What an address has to say: building or street, and town; and how its postcode is written. */
import type { Address } from './patient.ts';

/** Pseudo postcodes of the Office for National Statistics, such as ZZ99 3VZ for no fixed abode, stand for the lines. */
const pseudoPostcode = /^ZZ99 ?\d[A-Z]{2}$/i;

/**
 * An area and district of two to four letters and digits, then a digit and two letters. No published rule says so; the service's own
 * test patients have postcodes that no post office knows (BAP 4WG, T38DG), and all of them have this form.
 */
const postcode = /^([A-Z][A-Z0-9]{1,3}) ?(\d[A-Z]{2})$/i;

/**
 * Lines 1 or 2, and 4. Senders drop empty lines (FHIR has no empty strings), so the place of a line is known only where all
 * five, or the first four, were sent; from a shorter list two lines are enough. How long a line may be is not published.
 */
export function hasEnoughLines(address: Address): boolean {
  if (address.postalCode !== undefined && pseudoPostcode.test(address.postalCode)) return true;
  const lines = address.line ?? [];
  if (lines.length >= 4) return (isSaid(lines[0]) || isSaid(lines[1])) && isSaid(lines[3]);
  return linesSaid(address).length >= 2;
}

export function linesSaid({ line = [] }: Address): readonly string[] {
  return line.filter(isSaid);
}

function isSaid(line: string | undefined): boolean {
  return line !== undefined && line.trim() !== '';
}

/** In capitals, with its space; undefined for what is no postcode. */
export function writtenPostcode(text: string): string | undefined {
  const [, outward, inward] = postcode.exec(text.trim()) ?? [];
  return outward === undefined || inward === undefined ? undefined : `${outward} ${inward}`.toUpperCase();
}

/** A postcode is optional, and has to be one where it is given. */
export function hasNoPostcode({ postalCode = '' }: Address): boolean {
  return postalCode !== '' && writtenPostcode(postalCode) === undefined;
}

export function keyOf(address: Address, type: 'PAF' | 'UPRN'): string | undefined {
  for (const { extension } of address.extension ?? []) {
    if (extension.some((part) => 'valueCoding' in part && part.valueCoding.code === type)) {
      const value = extension.find((part) => 'valueString' in part);
      return value && 'valueString' in value ? value.valueString : undefined;
    }
  }
  return undefined;
}
