/** The given names of somebody: a pure function of who bears them, so that a search can ask it of each it finds and no index is kept. */
import { field } from '../fields.ts';
import { unit } from '../hash.ts';
import { usualMiddle } from '../names/given-british-rare.ts';
import { isWellKnown } from './famous.ts';
import { britishTable, decadeOf, type GivenNameTable, givenTable } from './given-tables.ts';
import { pickFrom } from './listed.ts';
import { female, type People, type Sex } from './people.ts';
import { peoples } from './peoples.ts';
import { rowAt } from './surnames.ts';

export interface Bearer {
  readonly people: number;
  readonly sex: Sex;
  /** The year. */
  readonly bornIn: number;
  readonly bornHere: boolean;
  /** A number that brothers and sisters share: they are called by different names, and in one fashion. */
  readonly sibship: number;
  /** Which of them this is, by birth: 0, 1, 2 … */
  readonly order: number;
  /** Every family name ever borne, whatever the date: with none of them is the first given name somebody well known's. */
  readonly surnames: readonly string[];
}

/** Share of people known by one name, which the records keep as a family name. */
const onlyOneName = 0.0005;
/** The share of British second names that come from the few that everybody gives. */
const usual = 0.45;
const mostGiven = 5;
/** Multiples of the golden ratio, less whole numbers, never come near each other, so brothers stand apart in a table of names. */
const golden = 0.618_033_988_749_894_9;

/** One name is all that there is of some, whatever the date. */
export function isKnownByOneName(seed: number, key: number): boolean {
  return unit(seed, key, field.oneName) < onlyOneName;
}

/** None for the few known by one name; else the first is the one that people are called by. None is a family name of theirs. */
export function givenNamesOf(bearer: Bearer, seed: number, key: number): readonly string[] {
  const people = peoples[bearer.people];
  if (people === undefined || isKnownByOneName(seed, key)) return [];
  const decade = decadeOf(bearer.bornIn);
  const british =
    people.names === undefined || unit(seed, bearer.sibship, field.britishGiven) < people.british[bearer.bornHere ? 'here' : 'abroad'];
  const table = british ? britishTable(bearer.sex, decade) : givenTable(bearer.people, bearer.sex, decade);
  const place = unit(seed, bearer.sibship, field.givenName) + bearer.order * golden;
  const given = [firstName(table, place - Math.floor(place), bearer.surnames)];

  const second = people.names?.middle;
  const chance = unit(seed, key, field.givenCount);
  const fixed = second !== undefined && chance < second.share ? second[bearer.sex === female ? 'women' : 'men'] : undefined;
  const count = fixed === undefined ? countOf(people.several, chance) : 2;
  for (let n = 0; given.length < count && n < mostGiven; n += 1) {
    const draw = unit(seed, key, field.middleName + n);
    const name =
      fixed !== undefined
        ? pickFrom(fixed, draw)
        : british && draw < usual
          ? usualName(bearer, draw / usual)
          : nameAt(table, british ? (draw - usual) / (1 - usual) : draw);
    if (!given.includes(name) && !bearer.surnames.includes(name)) given.push(name);
  }
  return given;
}

function countOf([two, three, many]: People['several'], chance: number): number {
  if (chance < many) return chance < many / 2 ? 5 : 4;
  return chance < three ? 3 : chance < two ? 2 : 1;
}

/** The name at a quantile, or the next in the table that no well-known person of these family names has. */
function firstName(table: GivenNameTable, quantile: number, surnames: readonly string[]): string {
  const row = rowAt(table.cumulative, quantile);
  for (let n = 0; n < table.names.length; n += 1) {
    const name = table.names[(row + n) % table.names.length] ?? '';
    if (!surnames.includes(name) && !isWellKnown(name, surnames)) return name;
  }
  return table.names[row] ?? '';
}

function nameAt({ names, cumulative }: GivenNameTable, quantile: number): string {
  return names[rowAt(cumulative, quantile)] ?? '';
}

function usualName({ sex, bornIn }: Bearer, chance: number): string {
  return pickFrom(usualMiddle[sex === female ? 'women' : 'men'][bornIn < 1965 ? 0 : 1], chance);
}
