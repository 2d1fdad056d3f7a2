/** What the plan of the register is made on: who stands where, and which practices are together. */
import type { IsoDate, OdsCode, Organisation } from '../../../population.ts';
import { field } from '../../fields.ts';
import { hash } from '../../hash.ts';
import type { Places } from '../../places/places.ts';
import { type Settlement, settlementAt } from '../../places/settlements.ts';
import { plantOrBird } from '../../places/streets.ts';
import { codeOf } from '../codes.ts';
import type { Site, Sites } from '../sites.ts';
import type { Registered, RegisteredSite } from './registered.ts';

export type Planned = Omit<Registered, 'order' | 'successions'> & Partial<Pick<Registered, 'successions'>>;

/** Practices that one location of a board, and one network, has at most. */
const practicesEach = { location: 3, network: 2 } as const;
/** The largest city of the test people's addresses, where a town is not of the world. */
const usualTown = 'LEEDS';

export interface Ground {
  readonly seed: number;
  readonly sites: Sites;
  readonly places: Places;
  readonly practices: readonly Site[];
  practicesOf(board: number): readonly Site[];
  /** The settlements of a practice: the one it stands in first. */
  served(practice: number): readonly number[];
  /** The practice to which people of a settlement go. */
  practiceOf(settlement: number): number;
  boardOf(practice: number): number;
  /** By number, from 0. */
  locationNumber(practice: number): number;
  networkNumber(practice: number): number;
  locationOf(practice: number): OdsCode;
  networkOf(practice: number): OdsCode;
  settlementNamed(town: string): number;
  settlement(n: number): Settlement;
  /** The local authority of a settlement, by the number of the town that it is named after. */
  districtOf(settlement: number): number;
  /** A site in a place, where the next premises are free. */
  at(settlement: number, kind: Organisation['kind'], name: string, parent: OdsCode): RegisteredSite;
  /** What names say of where something is. */
  placeName(settlement: number): string;
  word(n: number): string;
  /** A 1 April of some year before those that records are of. */
  longAgo(n: number): IsoDate;
}

export function groundOf(seed: number, places: Places, sites: Sites): Ground {
  const { practices } = sites;
  const taken = new Map<number, number>();
  const all = [sites.regions, sites.boards, sites.trusts, practices, sites.pharmacies, sites.contractors].flat();
  for (const { settlement } of all) taken.set(settlement, (taken.get(settlement) ?? 0) + 1);
  const served = practices.map(({ n }) => places.served(n).map(({ settlement }) => settlement));
  const practiceOf = new Map(served.flatMap((those, n) => those.map((settlement) => [settlement, n] as const)).toReversed());
  const byBoard = Map.groupBy(practices, ({ parent = 0 }) => parent);
  const { locations, networks } = grouped([...byBoard.values()]);
  const named = new Map(places.settlements.map(({ name, number }) => [name.toUpperCase(), number]));
  const settlement = (n: number): Settlement => settlementAt(places.settlements, n);

  return {
    seed,
    sites,
    places,
    practices,
    practicesOf: (board) => byBoard.get(board) ?? [],
    served: (practice) => served[practice] ?? [],
    practiceOf: (place) => practiceOf.get(place) ?? 0,
    boardOf: (practice) => practices[practice]?.parent ?? 0,
    locationNumber: (practice) => locations[practice] ?? 0,
    networkNumber: (practice) => networks[practice] ?? 0,
    locationOf: (practice) => codeOf('sub-icb-location', locations[practice] ?? 0),
    networkOf: (practice) => codeOf('primary-care-network', networks[practice] ?? 0),
    settlementNamed: (town) => named.get(town.toUpperCase()) ?? named.get(usualTown) ?? 0,
    settlement,
    districtOf(place) {
      const { kind, town, number } = settlement(place);
      return kind === 'village' ? (named.get(town.toUpperCase()) ?? number) : number;
    },
    at(place, kind, name, parent) {
      const premises = taken.get(place) ?? 0;
      taken.set(place, premises + 1);
      return { kind, name, settlement: place, premises, parent };
    },
    placeName(place) {
      const { locality, town } = settlement(place);
      return locality === '' ? town : locality;
    },
    word: (n) => plantOrBird(hash(seed, n, field.register)),
    longAgo: (n) => `${1993 + (hash(seed, n, field.register + 1) % 20)}-04-01`,
  };
}

/** The location and the network of each practice. A network is under one location, and a location under one board. */
function grouped(boards: readonly (readonly Site[])[]): { readonly locations: readonly number[]; readonly networks: readonly number[] } {
  const locations: number[] = [];
  const networks: number[] = [];
  let [location, network] = [-1, -1];
  for (const those of boards) {
    for (const [place, { n }] of those.entries()) {
      const inLocation = place % practicesEach.location;
      if (inLocation === 0) location += 1;
      if (inLocation % practicesEach.network === 0) network += 1;
      locations[n] = location;
      networks[n] = network;
    }
  }
  return { locations, networks };
}
