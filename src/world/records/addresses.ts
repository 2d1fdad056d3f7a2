/** The addresses of a person: homes from the dwellings of the pattern, and those beside them that records have. */
import type { Address } from '../../population.ts';
import { field } from '../fields.ts';
import { objectId } from '../object-id.ts';
import { addressesBesideHome } from './elsewhere.ts';
import type { HomeStay } from './homes.ts';
import type { WorldParts, Recorded } from './parts.ts';
import { periodUpTo } from './periods.ts';
import { firstToldOf } from './reached.ts';
import { isSoUntidy, isUntidyOf } from './untidy.ts';

/** Room for the addresses of one person among the keys of identifiers. */
const addressesEach = 64;

/** The pseudo-postcode of people of no fixed abode. */
const noFixedAbode = { lines: ['', 'No fixed abode', '', '', ''], postcode: 'ZZ99 3VZ' } as const;

export type Housing = 'home' | 'no-fixed-abode' | 'none';

/** Whether a record tells of a home: only those of grown-ups without family do not. */
export function housingOf({ seed, families }: Pick<WorldParts, 'seed' | 'families'>, member: number, index: number): Housing {
  if (families.solitary[member] === 0) return 'home';
  if (isUntidyOf(families.solitaryOneIn, 'noAddress', seed, index)) return 'none';
  return isUntidyOf(families.solitaryOneIn, 'noFixedAbode', seed, index) ? 'no-fixed-abode' : 'home';
}

/** Whether the record goes on telling of a home as if it had not been left. */
export function isNeverEnded(seed: number, index: number, { ordinal }: Pick<HomeStay, 'ordinal'>): boolean {
  return isSoUntidy('openOldAddress', seed, index * addressesEach + ordinal);
}

/** The present home first, then others that hold, then those that do not any more. */
export function recordedAddresses(parts: WorldParts, subject: Recorded): readonly Address[] {
  const { seed } = parts;
  const { member, index, stays, last } = subject;
  const housing = housingOf(parts, member, index);
  if (housing === 'none') return [];
  const keyless = isSoUntidy('noPostcode', seed, index);
  const capitals = isSoUntidy('capitals', seed, index);
  const present: Address[] = [];
  const former: Address[] = [];
  for (const [n, stay] of stays.entries()) {
    const state = n === 0 ? 'present' : isNeverEnded(seed, index, stay) ? 'never ended' : 'ended';
    (n === 0 ? present : former).push(homeAddress(stay, state));
  }
  for (const address of addressesBesideHome(parts, subject, idOf)) {
    (address.use === 'old' ? former : present).push(address);
  }
  return capitals ? [...present, ...former].map(inCapitals) : [...present, ...former];

  function idOf(n: number): string {
    return objectId(seed, index * addressesEach + n, field.addressId);
  }

  function homeAddress(stay: HomeStay, state: 'present' | 'ended' | 'never ended'): Address {
    const { lines, postcode, uprn, paf, area } = stay.home.spot;
    const id = idOf(stay.ordinal);
    const use = state === 'present' ? 'home' : 'old';
    // Somebody without a fixed abode had a home once.
    const isHomeless = housing === 'no-fixed-abode' && stay.to >= firstToldOf;
    const period = periodUpTo(state === 'never ended' ? -Infinity : last, stay.from, stay.to);
    if (isHomeless) return { id, use, ...noFixedAbode, period };
    return keyless ? { id, use, lines, period, area } : { id, use, lines, postcode, uprn, paf, period, area };
  }
}

function inCapitals(address: Address): Address {
  const [building, street, locality, town, county] = address.lines;
  return {
    ...address,
    lines: [building.toUpperCase(), street.toUpperCase(), locality.toUpperCase(), town.toUpperCase(), county.toUpperCase()],
  };
}
