/** Practices, pharmacies, trusts, integrated care boards and regions: their codes, names and addresses, and who belongs to whom. */
import type { OdsCode, Organisation } from '../../population.ts';
import { objectId } from '../object-id.ts';
import { field } from '../fields.ts';
import { hash, pick } from '../hash.ts';
import type { Abode, Places } from '../places/places.ts';
import { type Settlement, settlementAt } from '../places/settlements.ts';
import { plantOrBird, suburbName } from '../places/streets.ts';
import { codeOf, national } from './codes.ts';
import { applianceContractors, type Site, type Sites, sitesOf } from './sites.ts';

/** One in so many nominates a pharmacy that sells at a distance. */
const atADistance = 80;
const practiceKinds = ['Surgery', 'Medical Centre', 'Health Centre', 'Medical Practice', 'Family Practice'] as const;

export interface Organisations {
  readonly sites: Sites;
  byCode(code: string): Organisation | undefined;
  all(kind?: Organisation['kind']): Iterable<Organisation>;
  practiceCode(practice: number): OdsCode;
  /** The number of a practice of the world, from its code. */
  practiceNumber(code: string): number | undefined;
  /** A pharmacy in the town of a home, or of its practice where the town has none, chosen by a number. */
  pharmacyNear(home: Pick<Abode, 'settlement' | 'practice'>, choice: number): OdsCode;
  /** The practices whose patients have a pharmacy of the world near them: of one that sells at a distance, all. */
  practicesServedBy(pharmacy: string): readonly OdsCode[];
  /** The practice itself for those who live in a village and whose practice dispenses. */
  dispenserFor(home: Pick<Abode, 'settlement' | 'practice'>): OdsCode | undefined;
  applianceSupplier(choice: number): OdsCode;
  trustFor(practice: number): OdsCode;
  /** The board that a practice belongs to, which manages records. */
  boardFor(practice: number): OdsCode;
}

/** `extra` are organisations that personas need; their codes win. */
export function organisationsOf(seed: number, places: Places, extra: readonly Organisation[]): Organisations {
  const sites = sitesOf(places);
  const { regions, boards, trusts, practices, pharmacies, contractors } = sites;
  const practiceCodes = practices.map(({ n }) => codeOf('gp-practice', n));
  const practiceNumbers = new Map(practiceCodes.map((code, n) => [String(code), n]));
  let made: ReadonlyMap<string, Organisation> | undefined;

  /** All of them, by code, made when one is first asked for. */
  function known(): ReadonlyMap<string, Organisation> {
    if (made !== undefined) return made;
    const found = new Map<string, Organisation>(extra.map((each) => [each.ods, each]));
    const premises = new Map<number, number>();
    for (const organisation of [
      nationalBody,
      ...[regions, boards, trusts, practices, pharmacies, contractors].flat().map((site) => make(site, nextIn(premises, site.settlement))),
    ]) {
      if (!found.has(organisation.ods)) found.set(organisation.ods, organisation);
    }
    return (made = found);
  }

  function make(site: Site, premises: number): Organisation {
    const { kind, n, settlement, parent } = site;
    const place = placeAt(settlement);
    const position = places.premises(settlement, premises);
    const { lines, postcode, uprn, paf } = places.address({ settlement, site: position });
    const up = kind === 'region' ? national : kind === 'icb' ? codeOf('region', parent ?? 0) : codeOf('icb', parent ?? 0);
    return {
      ods: codeOf(kind, n),
      name: nameOf(site, place),
      kind: kind === 'appliance-contractor' ? 'other' : kind,
      address: { id: objectId(seed, position, field.addressId), use: 'work', lines, postcode, uprn, paf },
      phone: phoneOf(place, hash(seed, position, field.homePhone)),
      parent: up,
    };
  }

  function nameOf({ kind, n, name, sellsAtADistance }: Site, place: Settlement): string {
    const word = plantOrBird(pick(seed, 0, field.organisation, 128) + n * 5);
    const here = place.locality === '' ? place.town : place.locality;
    switch (kind) {
      case 'gp-practice':
        return `${word} ${practiceKinds[hash(seed, n, field.organisation) % practiceKinds.length] ?? 'Surgery'}, ${here}`;
      case 'pharmacy':
        return sellsAtADistance === undefined ? `${word} Pharmacy, ${here}` : `${word} Online Pharmacy`;
      case 'appliance-contractor':
        return `${word} Appliances`;
      case 'trust':
        return `${here} and ${suburbName(n)} Hospitals Trust (fictional)`;
      case 'icb':
        return `${name} Integrated Care Board (fictional)`;
      case 'region':
        return `${name} Region (fictional)`;
    }
  }

  const placeAt = (settlement: number): Settlement => settlementAt(places.settlements, settlement);

  /** The pharmacies to choose from, for those of a practice who live in a settlement. */
  const choices = new Map<number, readonly number[]>();
  function pharmaciesFor({ settlement, practice }: Pick<Abode, 'settlement' | 'practice'>): readonly number[] {
    const key = practice * places.settlements.length + settlement;
    const before = choices.get(key);
    if (before !== undefined) return before;
    const served = sites.pharmaciesOf[practice] ?? [];
    const those = (which: (place: Settlement) => boolean): readonly number[] =>
      served.filter((n) => which(placeAt(pharmacies[n]?.settlement ?? 0)));
    const home = placeAt(settlement);
    const own = placeAt(practices[practice]?.settlement ?? 0);
    const nearest = [
      those(({ number }) => number === settlement),
      those(({ town }) => town === home.town),
      those(({ town }) => town === own.town),
    ];
    const found = nearest.find((each) => each.length > 0) ?? served;
    choices.set(key, found);
    return found;
  }

  return {
    sites,
    byCode: (code) => known().get(code.toUpperCase()),
    *all(kind) {
      for (const each of known().values()) if (kind === undefined || each.kind === kind) yield each;
    },
    practiceCode: (practice) => practiceCodes[practice] ?? codeOf('gp-practice', practice),
    practiceNumber: (code) => practiceNumbers.get(code.toUpperCase()),
    pharmacyNear(home, choice) {
      const from = choice % atADistance === 0 ? sites.distanceSellers : pharmaciesFor(home);
      return codeOf('pharmacy', from[Math.floor(choice / atADistance) % from.length] ?? 0);
    },
    practicesServedBy(pharmacy) {
      const n = pharmacies.findIndex((site) => codeOf('pharmacy', site.n) === pharmacy.toUpperCase());
      if (sites.distanceSellers.includes(n)) return practiceCodes;
      return practiceCodes.filter((_, practice) => sites.pharmaciesOf[practice]?.includes(n));
    },
    dispenserFor: ({ settlement, practice }) =>
      sites.dispenses[practice] === true && placeAt(settlement).kind === 'village' ? practiceCodes[practice] : undefined,
    applianceSupplier: (choice) => codeOf('appliance-contractor', choice % applianceContractors),
    trustFor: (practice) => codeOf('trust', practices[practice]?.parent ?? 0),
    boardFor: (practice) => codeOf('icb', practices[practice]?.parent ?? 0),
  };
}

function nextIn(premises: Map<number, number>, settlement: number): number {
  const next = premises.get(settlement) ?? 0;
  premises.set(settlement, next + 1);
  return next;
}

const nationalBody: Organisation = {
  ods: national,
  name: 'National body (sandbox)',
  kind: 'other',
  address: { id: 'X26', use: 'work', lines: ['', '1 Example Square', '', 'Leeds', 'West Yorkshire'], postcode: 'LS70 1AA' },
  phone: '0113 496 0000',
};

/** A number in the place's range for drama. */
export function phoneOf({ dial }: Pick<Settlement, 'dial'>, choice: number): string {
  return `${dial}${String(choice % 1000).padStart(3, '0')}`;
}
