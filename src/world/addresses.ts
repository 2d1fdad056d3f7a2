/** Addresses, each a function of the household and which of its homes it is. */
import type { Address, Period } from '../population.ts';
import { type Day, isoDate } from './calendar.ts';
import { field } from './fields.ts';
import { hash, indexOfHash, pick, unit } from './hash.ts';
import { houseNames, inwardLetters, localities, streetKinds, streetNames, type Town, towns } from './places.ts';

const flats = 0.14;
const namedHouses = 0.03;
const inALocality = 0.35;
const highestNumber = 160;
const homesEach = 8;
const firstPaf = 99_000_000;
const pafs = 1_000_000;

export type AddressSpot = Required<Pick<Address, 'lines' | 'postcode' | 'uprn' | 'paf'>>;

/** What stands at a home: the building and its keys. UPRN and PAF keys begin 99, beyond any that are in use. */
export function spotOf(seed: number, home: number, ordinal: number, town: Town): AddressSpot {
  const key = home * homesEach + ordinal;
  const street = pick(seed, key, field.street, streetNames.length * streetKinds.length);
  const streetName = `${streetNames[street % streetNames.length] ?? ''} ${streetKinds[Math.floor(street / streetNames.length)] ?? ''}`;
  const number = 1 + pick(seed, key, field.dwelling, highestNumber);
  const kind = unit(seed, key, field.flat);
  const along = `${number} ${streetName}`;
  const [first, second] =
    kind < flats
      ? [`Flat ${1 + (number % 24)}`, along]
      : kind < flats + namedHouses
        ? [houseNames[number % houseNames.length] ?? '', streetName]
        : ['', along];
  const place = unit(seed, key, field.locality);
  const locality = place < inALocality ? (localities[Math.floor((place / inALocality) * localities.length)] ?? '') : '';
  return {
    lines: [first, second, locality, town.name, town.county],
    postcode: postcodeOf(seed, town, street, number),
    uprn: String(990_000_000_000 + hash(seed, key, field.uprn)),
    paf: String(firstPaf + (hash(seed, key, field.paf) % pafs)),
  };
}

/** The homes of a population of this size that have the PAF key and lie at the postcode: one, but for two keys in collision. */
export function spotsWith(seed: number, size: number, { postcode, paf }: { postcode: string; paf: string }): AddressSpot[] {
  const town = towns.find(({ district }) => postcode.startsWith(district) && /^\d /.test(postcode.slice(district.length)));
  const remainder = Number(paf) - firstPaf;
  if (town === undefined || !/^\d{8}$/.test(paf) || remainder < 0) return [];
  const found: AddressSpot[] = [];
  // All hashes that leave this remainder, each led back to the home that it is the hash of.
  for (let value = remainder; value < 0x100000000; value += pafs) {
    const key = indexOfHash(seed, value, field.paf);
    if (key >= size * homesEach) continue;
    const spot = spotOf(seed, Math.floor(key / homesEach), key % homesEach, town);
    if (spot.postcode === postcode) found.push(spot);
  }
  return found;
}

/** Neighbours on the same side of the same street share a postcode. */
function postcodeOf(seed: number, town: Town, street: number, number: number): string {
  const bits = hash(seed, street * 16 + Math.floor(number / 20) * 2 + (number % 2), field.street);
  const letters = inwardLetters.length;
  const district = `${town.district}${1 + (bits % 9)}`;
  const inward = `${Math.floor(bits / 10) % 10}${inwardLetters[Math.floor(bits / 100) % letters]}${inwardLetters[Math.floor(bits / 2000) % letters]}`;
  return `${district} ${inward}`;
}

export function periodOf(from: Day, to: Day | undefined): Period {
  const start = isoDate(from);
  return to === undefined ? { start } : { start, end: isoDate(to) };
}

/** The pseudo-postcode of people of no fixed abode. */
export const noFixedAbode: Pick<Address, 'lines' | 'postcode'> = { lines: ['', 'No fixed abode', '', '', ''], postcode: 'ZZ99 3VZ' };
