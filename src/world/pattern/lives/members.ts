/** Whom the pattern is made of while it is being simulated. Days are whole numbers, 1970-01-01 is 0. */
import { dayOf, type Day, year } from '../../calendar.ts';
import type { Sex } from '../../peoples/people.ts';
import type { Stock } from '../england/stocks.ts';

/** Who died before is on no record. */
export const recordsBegin = dayOf('2017-01-01');
/** Homes that were left before are forgotten. */
export const homesRemembered = dayOf('1996-01-01');
/** Nothing is told of what comes later; a year and a half beyond the last day that a world can show, since families shift by up to one. */
export const horizon = dayOf('2042-07-01');

export interface Inhabitant {
  readonly birth: Day;
  readonly sex: Sex;
  readonly stock: Stock;
  /** Whose names they bear: a key of `peoples`. */
  readonly people: string;
  /** NHS ethnic category. */
  readonly category: string;
  death: Day;
  /** The day of birth of people born here; for others, the day they came. */
  arrival: Day;
  readonly mother: Inhabitant | undefined;
  readonly father: Inhabitant | undefined;
  /** Birth order among twins; 0 for others. */
  readonly multiple: number;
  /** Whose family name was given at birth: one's own number for a founder. */
  readonly line: number;
  readonly unions: Union[];
  readonly children: Inhabitant[];
  /** How many children a woman would have; what she has is less where no partner is found in time. */
  wants: number;
  /** Looks for a partner of the same sex. */
  readonly sameSex: boolean;
  /** Would live with somebody of another stock. */
  readonly mixes: boolean;
  /** Where they live, once they are here, and where they lived before. */
  home: Dwelling | undefined;
  /** Its number in the pattern, once it has one; -1 before, and for whoever is on no record. */
  number: number;
  readonly stays: Stay[];
}

export type DwellingKind = 'house' | 'shared' | 'care-home';

export interface Dwelling {
  readonly kind: DwellingKind;
  readonly place: PlaceLine;
  readonly residents: Inhabitant[];
  number: number;
}

/** Dwellings that are near one another: in the same town. */
export interface PlaceLine {
  /** Whose people it is that live there. */
  readonly stock: Stock;
  /** Not in the town of the neighbourhood. */
  readonly away: boolean;
  number: number;
}

export interface Stay {
  readonly from: Day;
  readonly dwelling: Dwelling;
}

/** Two people who live as a couple, married or not. */
export interface Union {
  readonly a: Inhabitant;
  /** The one whose name may change: of a man and a woman, the woman. */
  readonly b: Inhabitant;
  readonly together: Day;
  /** `never` for couples who do not marry. */
  readonly wedding: Day;
  /** When it ended, by separation or by the first death. */
  readonly end: Day;
  readonly separated: boolean;
  readonly naming: Naming;
  number: number;
}

export type Naming = 'keeps' | 'takes' | 'both';

export const yearOfDay = (day: Day): number => 1_970 + day / year;
export const ageAt = (member: Pick<Inhabitant, 'birth'>, day: Day): number => (day - member.birth) / year;

export function isPaired({ unions }: Inhabitant, day: Day): boolean {
  const last = unions[unions.length - 1];
  return last !== undefined && last.end > day;
}
