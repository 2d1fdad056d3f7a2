/** Where everybody lives: from a quantile of a people to a place and a practice, from a dwelling there to its address, and back. */
import type { Point } from '../../organisation-register.ts';
import type { Area, FiledAddress } from '../../population.ts';
import { field } from '../fields.ts';
import { unit } from '../hash.ts';
import { addressesOf, type PlaceAddress } from './addresses.ts';
import { plotsOf } from './plots.ts';
import { pointsOf } from './points.ts';
import { type Settlement, settlementsOfEngland } from './settlements.ts';
import { type Interval, type PeopleShare, sharesOf } from './shares.ts';

/** Dwellings of a place with two practices that are with the other one. */
const withTheOther = 0.1;

export interface PlacesSettings {
  readonly seed: number;
  /** The peoples of the pattern, in its order. */
  readonly peoples: readonly PeopleShare[];
  /** How many dwellings the pattern has. */
  readonly dwellings: number;
}

/** A dwelling of the pattern in one of the copies. */
export interface DwellingAsked {
  readonly dwelling: number;
  readonly careHome: boolean;
  /** Of the dwelling's place line. */
  readonly people: number;
  /** Of the place line in this copy. Over the copies these are a 64th apart. */
  readonly quantile: number;
}

/** Homes are at one address where their sites are the same: they are one dwelling. */
export interface Abode {
  readonly settlement: number;
  readonly practice: number;
  readonly site: number;
}

export interface Places {
  readonly settlements: readonly Settlement[];
  readonly practices: number;
  home(asked: DwellingAsked): Abode;
  address(home: Pick<Abode, 'settlement' | 'site'>): PlaceAddress;
  /** What the address file has under a PAF key at a postcode: one address or none. */
  filed(postcode: string, paf: string): readonly FiledAddress[];
  /** The quantiles of a people whose dwellings may be with a practice: no others are, but some of these may be with the one beside it. */
  reach(practice: number, people: number): Interval;
  /** The quantiles of a people whose dwellings are in a settlement. */
  within(settlement: number, people: number): Interval;
  /** The settlements that a practice serves, with the share of everybody who live there and go to it; the one it stands in first. */
  served(practice: number): readonly { readonly settlement: number; readonly share: number }[];
  /** The site of the nth organisation in a settlement. */
  premises(settlement: number, n: number): Abode['site'];
  point(home: Pick<Abode, 'settlement' | 'site'>): Point;
  /** Where a postcode of the world is. */
  located(postcode: string): PostcodeAt | undefined;
  /** The middle of the largest place with such postcodes: `LS`. */
  ofPostcodeArea(letters: string): Point | undefined;
}

export interface PostcodeAt {
  readonly settlement: number;
  readonly area: Area;
  readonly point: Point;
}

export function placesOf({ seed, peoples, dwellings }: PlacesSettings): Places {
  const england = settlementsOfEngland();
  const { all, cells, practices } = england;
  const shares = sharesOf(england, peoples);
  const plots = plotsOf({ seed, dwellings }, england, shares);
  const addresses = addressesOf(seed, all, plots);
  const points = pointsOf(seed, all, plots.plans);
  const cellsOfPractice = Array.from({ length: practices }, (_, practice) => ({
    first: cells.findIndex((cell) => cell.practice === practice),
    last: cells.findLastIndex((cell) => cell.practice === practice),
  }));
  /** The other practice of a place that has two, itself where there is one. */
  const beside = Uint8Array.from({ length: practices }, (_, practice) => practice);
  for (const [n, cell] of cells.entries()) {
    const next = cells[n + 1];
    if (next?.settlement !== cell.settlement) continue;
    beside[cell.practice] = next.practice;
    beside[next.practice] = cell.practice;
  }

  return {
    settlements: all,
    practices,
    home({ dwelling, careHome, people, quantile }) {
      const cell = cells[shares.cellAt(people, quantile)];
      if (cell === undefined) throw new RangeError(`${quantile} is not a share`);
      const { settlement } = cell;
      // The ranks of a line that lie in a settlement follow each other: which of them this is tells the copies there apart.
      const turn = Math.floor((quantile - shares.settlementFrom(people, settlement)) * 64);
      const site = plots.site(settlement, { number: dwelling, careHome, turn });
      const practice = unit(seed, site, field.besidePractice) < withTheOther ? (beside[cell.practice] ?? cell.practice) : cell.practice;
      return { settlement, practice, site };
    },
    address: ({ settlement, site }) => addresses.of(settlement, site),
    filed(postcode, paf) {
      const found = addresses.filed(postcode, paf);
      return found === undefined ? [] : [found];
    },
    reach(practice, people) {
      const own = cellsOfPractice[practice];
      const other = cellsOfPractice[beside[practice] ?? practice];
      if (own === undefined || other === undefined) return { from: 0, to: 0 };
      return shares.interval(people, { first: Math.min(own.first, other.first), last: Math.max(own.last, other.last) });
    },
    within: (settlement, people) => ({
      from: shares.settlementFrom(people, settlement),
      to: shares.settlementFrom(people, settlement + 1),
    }),
    served(practice) {
      const own = cells.filter((cell) => cell.practice === practice);
      // A main town comes first of its neighbourhood, but for one whose first people are on the list before.
      return [...own.filter(({ from }) => from === 0), ...own.filter(({ from }) => from > 0)].map(({ settlement, from, to }) => ({
        settlement,
        share: (all[settlement]?.share ?? 0) * (to - from),
      }));
    },
    premises: plots.premises,
    point: ({ settlement, site }) => points.of(settlement, plots.street(settlement, site)),
    located(postcode) {
      const found = addresses.located(postcode);
      return found && { settlement: found.settlement, area: found.area, point: points.of(found.settlement, found.street) };
    },
    ofPostcodeArea: points.ofPostcodeArea,
  };
}
