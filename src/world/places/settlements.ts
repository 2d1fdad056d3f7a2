/** The places of England as the world has them: each with its share of the people, its kind, and the practices that its people go to. */
import { english, type NeighbourhoodRow, neighbourhoodRows, type PlaceRow } from './england.ts';
import { kindDeprivation, kindLeans, ownLean, type PlaceKind } from './leans.ts';

/** Share of England's people in settlements of fewer than 10,000 (Defra, Rural population, 2021). */
const rural = 0.171;
/** Thousands from which a town is large, and from which it is a city. */
const large = 100;
const city = 250;
const anywhere = '01632 960';
/** Dialling codes of Ofcom's numbers for drama, by postcode area; other places have the range of no place. */
const dials: readonly (readonly [areas: string, dial: string])[] = [
  ['NE SR', '0191 498 0'],
  ['LS', '0113 496 0'],
  ['S', '0114 496 0'],
  ['NG', '0115 496 0'],
  ['LE', '0116 496 0'],
  ['BS', '0117 496 0'],
  ['RG', '0118 496 0'],
  ['B', '0121 496 0'],
  ['L CH', '0151 496 0'],
  ['M', '0161 496 0'],
  ['E N NW SE SW W BR CR DA EN HA IG KT RM SM TW UB', '020 7946 0'],
];
const dialOf = new Map(dials.flatMap(([areas, dial]) => areas.split(' ').map((area) => [area, dial] as const)));

export interface Settlement {
  readonly number: number;
  readonly name: string;
  /** The post town: a village has its main town's, a borough its city's. */
  readonly town: string;
  /** The line above the town: a village's or borough's name. */
  readonly locality: string;
  readonly county: string;
  readonly kind: PlaceKind;
  /** Share of England's people. */
  readonly share: number;
  /** Postcode area and a tens digit; the last digit of the district is drawn. */
  readonly district: string;
  /** Dialling code of one of Ofcom's ranges for drama, and its first digits. */
  readonly dial: string;
  readonly region: string;
  readonly board: string;
  readonly deprivation: number;
  /** Places with the same profile lean alike. */
  readonly profile: string;
  /** How many times as common people of an NHS ethnic category are here as in England. */
  lean(category: string): number;
}

/** The people of a settlement who go to one practice. Cells are in order of practices, and those of a settlement stand together. */
export interface Cell {
  readonly settlement: number;
  readonly practice: number;
  /** Share of the settlement's people; the shares before it in the same settlement come first. */
  readonly from: number;
  readonly to: number;
}

export function settlementAt(all: readonly Settlement[], number: number): Settlement {
  const settlement = all[number];
  if (settlement === undefined) throw new RangeError(`there is no settlement ${number}`);
  return settlement;
}

export interface Settlements {
  readonly all: readonly Settlement[];
  readonly cells: readonly Cell[];
  readonly practices: number;
}

export function settlementsOfEngland(): Settlements {
  const rows = neighbourhoodRows();
  const everybody = rows.reduce((sum, row) => sum + totalOf(row), 0);
  const villagers = rows.reduce((sum, row) => sum + totalOf(row) * row.rural, 0);
  const moreRural = (rural * everybody) / villagers;
  const all: Settlement[] = [];
  const cells: Cell[] = [];
  let practice = -1;
  for (const row of rows) {
    const total = totalOf(row);
    const first = all.length;
    for (const [place, share] of sharesIn(row, total / everybody, moreRural)) all.push(settlementOf(row, all.length, place, share));
    if (row.joins) {
      for (const { number } of all.slice(first)) cells.push({ settlement: number, practice, from: 0, to: 1 });
    } else {
      const ends = row.lists.map((_, n) => row.lists.slice(0, n + 1).reduce((sum, list) => sum + list, 0) / total);
      cells.push(...cellsOf(all.slice(first), ends, practice + 1));
      practice += row.lists.length;
    }
  }
  return { all, cells, practices: practice + 1 };
}

function totalOf(row: NeighbourhoodRow): number {
  return row.lists.reduce((sum, list) => sum + list, 0);
}

/** Settlements of a neighbourhood with their shares of England: what the census counts, then villages, and the rest to other towns. */
function* sharesIn(row: NeighbourhoodRow, share: number, moreRural: number): Generator<readonly [PlaceRow, number]> {
  const counted = row.towns.reduce((sum, town) => sum + (town.counted ? town.thousands : 0), 0) / english;
  const others = row.towns.reduce((sum, town) => sum + (town.counted ? 0 : town.thousands), 0);
  const village = share * row.rural * moreRural;
  const left = share - counted - village;
  for (const town of row.towns) yield [town, town.counted ? town.thousands / english : (left * town.thousands) / others];
  // The first villages named are somewhat larger.
  const weight = (n: number): number => 1 / (n + 3);
  const weights = row.villages.reduce((sum, _, n) => sum + weight(n), 0);
  for (const [n, place] of row.villages.entries()) yield [place, (village * weight(n)) / weights];
}

function settlementOf(row: NeighbourhoodRow, number: number, place: PlaceRow, share: number): Settlement {
  const { name, county, thousands, district } = place;
  const isVillage = thousands === 0;
  const kind = isVillage ? 'village' : row.london ? 'london' : thousands >= city ? 'city' : thousands >= large ? 'large' : 'town';
  const own = ownLean(name);
  const usual = kindLeans[kind];
  return {
    number,
    name,
    town: row.london ? 'London' : isVillage ? (row.towns[0]?.name ?? '') : name,
    locality: row.london || isVillage ? name : '',
    county,
    kind,
    share,
    district,
    dial: dialOf.get(district.slice(0, -1)) ?? anywhere,
    region: row.region,
    board: row.board,
    deprivation: own.deprivation ?? kindDeprivation[kind],
    profile: Object.keys(own.leans).length === 0 ? kind : name,
    lean: (category) => own.leans[category] ?? usual[category] ?? usual['other'] ?? 1,
  };
}

/** The settlements in a row, cut where one practice's list ends and the next one's begins. */
function cellsOf(settlements: readonly Settlement[], ends: readonly number[], first: number): readonly Cell[] {
  const whole = settlements.reduce((sum, { share }) => sum + share, 0);
  const cells: Cell[] = [];
  let before = 0;
  let n = 0;
  for (const { number, share } of settlements) {
    const after = before + share / whole;
    let from = 0;
    // A list ends in the settlement after more than a sliver of it.
    while (n < ends.length - 1 && (ends[n] ?? 1) < after - 1e-6) {
      const to = ((ends[n] ?? 1) - before) / (after - before);
      cells.push({ settlement: number, practice: first + n, from, to });
      from = to;
      n += 1;
    }
    cells.push({ settlement: number, practice: first + n, from, to: 1 });
    before = after;
  }
  return cells;
}
