/** What an address has to say: building or street, and town. */
import type { Address } from './patient.ts';

/** Pseudo postcodes of the Office for National Statistics, such as ZZ99 3VZ for no fixed abode, stand for the lines. */
const pseudoPostcode = /^ZZ99\s?\d[A-Z]{2}$/i;

/**
 * Lines 1 or 2, and 4. Senders drop empty lines (FHIR has no empty strings), so the place of a line is known only where all
 * five, or the first four, were sent; from a shorter list two lines are enough.
 */
export function hasEnoughLines(address: Address): boolean {
  if (address.postalCode !== undefined && pseudoPostcode.test(address.postalCode)) return true;
  if (address.postalCode !== undefined && keyOf(address, 'PAF') !== undefined) return true;
  const lines = address.line ?? [];
  if (lines.length >= 4) return (isSaid(lines[0]) || isSaid(lines[1])) && isSaid(lines[3]);
  return lines.filter(isSaid).length >= 2;
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

function isSaid(line: string | undefined): boolean {
  return line !== undefined && line.trim() !== '';
}
