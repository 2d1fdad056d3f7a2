/** The addresses of places, each a function of its site; UPRN and PAF keys begin 99, beyond any that are in use. */
import type { Address, Area, FiledAddress } from '../../population.ts';
import { field, permutation } from '../fields.ts';
import { hash, unit } from '../hash.ts';
import { permutationOf } from '../permutation.ts';
import { areasOf } from './areas.ts';
import { type Plan, type Plots, quarter } from './plots.ts';
import { postcodesOf } from './postcodes.ts';
import type { PlaceKind } from './leans.ts';
import { type Settlement, settlementAt } from './settlements.ts';
import { buildingName, careHomeName, houseName, streetName, suburbName } from './streets.ts';

const firstUprn = 990_000_000_000;
const firstPaf = 99_000_000;
const pafs = 1_000_000;
/** Plots that are either houses or the flats of one building; they take one number more, for the building. */
const row = 8;
/** Share of rows that are buildings of flats: England's are 22 in 100 dwellings, London's more than half (Census 2021). */
const flats: Readonly<Record<PlaceKind, number>> = { london: 0.54, city: 0.3, large: 0.22, town: 0.16, village: 0.05 };
const namedHouses = 0.03;
const namedBuildings = 0.5;
/** Plots of a village's lane that have a number instead of a name. */
const numbered = 128;
/** Names of streets without a prefix, a power of two. */
const plainNames = 2_048;
/** Share of quarters that have a name. */
const inASuburb: Readonly<Record<PlaceKind, number>> = { london: 0, city: 0.5, large: 0.4, town: 0.25, village: 0 };

export type PlaceAddress = Required<Pick<Address, 'lines' | 'postcode' | 'uprn' | 'paf' | 'area'>>;

export interface AddressesOfPlaces {
  of(settlement: number, site: number): PlaceAddress;
  /** What the address file has under a PAF key at a postcode. */
  filed(postcode: string, paf: string): FiledAddress | undefined;
  /** The street that has a postcode, and the area that it lies in. */
  located(postcode: string): { readonly settlement: number; readonly street: number; readonly area: Area } | undefined;
}

export function addressesOf(seed: number, settlements: readonly Settlement[], plots: Plots): AddressesOfPlaces {
  const { plans } = plots;
  const postcodes = postcodesOf(
    seed,
    settlements.map(({ district }, n) => ({ district, streets: plans[n]?.streets ?? 0 })),
  );
  const areas = areasOf(seed, settlements, plans);
  const shuffle = permutationOf(pafs, seed + permutation.pafs);

  function of(settlement: number, site: number): PlaceAddress {
    const place = settlementAt(settlements, settlement);
    const plan = plots.plan(settlement);
    const street = plots.street(settlement, site);
    const number = (site - plan.base) % plan.span;
    const inQuarter = quarterOf(plan, street);
    const [building, along] = buildingAndStreet(place, plan, number, site, streetOf(plan, street));
    return {
      lines: [building, along, place.locality === '' ? suburb(place, plan, inQuarter) : place.locality, place.town, place.county],
      postcode: postcodes.of(settlement, street),
      // Mixing loses nothing, so that each site has a key of its own.
      uprn: String(firstUprn + hash(seed, site, field.uprn)),
      paf: String(firstPaf + shuffle.forward(number * checksOf(plan) + checkOf(plan, street))),
      area: areas.of(settlement, inQuarter),
    };
  }

  return {
    of,
    filed(postcode, paf) {
      const at = postcodes.street(postcode);
      if (at === undefined || !/^99\d{6}$/.test(paf)) return undefined;
      const plan = plots.plan(at.place);
      const key = shuffle.back(Number(paf) - firstPaf);
      const number = Math.floor(key / checksOf(plan));
      if (key % checksOf(plan) !== checkOf(plan, at.street) || number >= plan.span) return undefined;
      const { lines } = of(at.place, plan.base + at.street * plan.span + number);
      return { lines, postcode, paf };
    },
    located(postcode) {
      const at = postcodes.street(postcode);
      return at && { settlement: at.place, street: at.street, area: areas.of(at.place, quarterOf(plots.plan(at.place), at.street)) };
    },
  };

  /** How many keys there are for each number of a street: which of them it is tells a key of this street from one of another. */
  function checksOf({ span }: Plan): number {
    return Math.floor(pafs / span);
  }
  function checkOf(plan: Plan, street: number): number {
    return hash(seed, plan.base + street, field.paf) % checksOf(plan);
  }

  /** A quarter is named or not as a whole, so that a street has one locality. */
  function suburb({ kind }: Settlement, plan: Plan, inQuarter: number): string {
    const drawn = unit(seed, plan.base + inQuarter, field.locality);
    return drawn < inASuburb[kind] ? suburbName(Math.floor((drawn / inASuburb[kind]) * 0x10000)) : '';
  }

  /** Streets are named from anywhere in the stock, no name twice in one place. */
  function streetOf(plan: Plan, street: number): string {
    const key = hash(seed, plan.base, field.street);
    const plain = street & (plainNames - 1);
    return streetName(street - plain + ((plain * (2 * (key & 1023) + 1) + (key >>> 16)) & (plainNames - 1)));
  }

  function buildingAndStreet({ kind }: Settlement, plan: Plan, number: number, site: number, street: string): readonly [string, string] {
    const plots = 1 << plan.bits;
    const plot = number % plots;
    const inVillage = kind === 'village';
    const inRow = plot % row;
    const block = Math.floor(plot / row);
    // Beyond the last house, whose street has one number more for each row.
    if (number >= 2 * plots) return ['', `${plots + plots / row + 1 + plot} ${street}`];
    const along = inVillage ? street : `${plot + block + 1} ${street}`;
    if (number >= plots) return [inVillage ? `${houseName(plot)} Care Home` : careHomeName(hash(seed, site, field.houseName)), along];
    if (unit(seed, site - inRow, field.flat) < flats[kind]) {
      const flat = `Flat ${inRow + 1}`;
      if (inVillage) return [`${flat} ${buildingName(block)}`, street];
      const drawn = unit(seed, site - inRow, field.houseName);
      const name = drawn < namedBuildings ? ` ${buildingName(Math.floor((drawn / namedBuildings) * 512))}` : '';
      return [`${flat}${name}`, `${(block + 1) * (row + 1)} ${street}`];
    }
    if (inVillage) return plot < numbered ? ['', `${plot + 1} ${street}`] : [houseName(plot), street];
    return [unit(seed, site, field.houseName) < namedHouses ? houseName(site) : '', along];
  }
}

const quarterOf = ({ blocks }: Plan, street: number): number => Math.floor((street % blocks) / quarter);
