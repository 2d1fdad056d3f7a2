/**
 * The Postcode Address File: what an address is given from it. The addresses that the population lives at, or once did, are all that
 * this one holds. The service also adds the key of an address that it finds by its lines, which this cannot.
 */
import type { Population } from '../../../src/population.ts';
import { keyOf, linesSaid, writtenPostcode } from './address-lines.ts';
import type { Address } from './patient.ts';

/**
 * With its postcode as postcodes are written, and with the lines of its PAF key where it has none of its own or the same ones. Lines
 * that say something else are left as they were sent: no published rule says which would win.
 */
export function filed(address: Address, { addresses }: Pick<Population, 'addresses'>): Address {
  const postalCode = writtenPostcode(address.postalCode ?? '');
  if (postalCode === undefined) return address;
  const paf = keyOf(address, 'PAF');
  const matches = paf === undefined ? [] : addresses(postalCode, paf);
  const [match] = matches;
  const isFound = match !== undefined && matches.length === 1 && saysNoOther(linesSaid(address), match.lines);
  return { ...address, postalCode, ...(isFound && { line: [...match.lines] }) };
}

function saysNoOther(said: readonly string[], lines: readonly string[]): boolean {
  return said.length === 0 || folded(said) === folded(lines);
}

function folded(lines: readonly string[]): string {
  return lines
    .join(' ')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}
