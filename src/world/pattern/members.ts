/** Whom the pattern is made of while it is being simulated. Days are whole numbers, 1970-01-01 is 0. */
import { dayOf, type Day } from '../calendar.ts';
import type { Stock } from './stocks.ts';

export type Sex = 0 | 1;
export const female: Sex = 0;
export const male: Sex = 1;

/** Later than anything that is told of. */
export const never: Day = 0x7fffffff;
/** Who died before is on no record. */
export const recordsBegin = dayOf('2017-01-01');
/** Homes that were left before are forgotten. */
export const homesRemembered = dayOf('1996-01-01');
/** Nothing is told of what comes later; a year and a half beyond the last day that a world can show, since families shift by up to one. */
export const horizon = dayOf('2042-07-01');

export interface Member {
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
  readonly mother: Member | undefined;
  readonly father: Member | undefined;
  /** Birth order among twins; 0 for others. */
  readonly multiple: number;
  /** Whose family name was given at birth: one's own number for a founder. */
  readonly line: number;
  readonly unions: Union[];
  readonly children: Member[];
  /** How many children a woman would have; what she has is less where no partner is found in time. */
  wants: number;
  /** Looks for a partner of the same sex. */
  readonly sameSex: boolean;
  /** Would live with somebody of another stock. */
  readonly mixes: boolean;
  /** Where they live, once they are here, and where they lived before. */
  home: Dwelling | undefined;
  readonly stays: Stay[];
}

export type DwellingKind = 'house' | 'shared' | 'care-home';

export interface Dwelling {
  readonly kind: DwellingKind;
  readonly place: PlaceLine;
  readonly residents: Member[];
}

/** Dwellings that are near one another: in the same town. */
export interface PlaceLine {
  /** Whose people it is that live there. */
  readonly stock: Stock;
  /** Not in the town of the neighbourhood. */
  readonly away: boolean;
}

export interface Stay {
  readonly from: Day;
  readonly dwelling: Dwelling;
}

/** Two people who live as a couple, married or not. */
export interface Union {
  readonly a: Member;
  /** The one whose name may change: of a man and a woman, the woman. */
  readonly b: Member;
  readonly together: Day;
  /** `never` for couples who do not marry. */
  readonly wedding: Day;
  /** When it ended, by separation or by the first death. */
  readonly end: Day;
  readonly separated: boolean;
  readonly naming: Naming;
}

export type Naming = 'keeps' | 'takes' | 'both';

/** Parents, children, brothers and sisters, and those who share a grandparent. */
export function isNearKin(a: Member, b: Member): boolean {
  if (a === b.mother || a === b.father || b === a.mother || b === a.father) return true;
  return shareParent(a, b) || parentsShareParent(a, b) || parentsShareParent(b, a) || cousins(a, b);
}

function shareParent(a: Member | undefined, b: Member | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return (a.mother !== undefined && a.mother === b.mother) || (a.father !== undefined && a.father === b.father);
}

/** One is the other's aunt, uncle or grandparent. */
function parentsShareParent(a: Member, b: Member): boolean {
  if (a.mother === undefined && a.father === undefined) return false;
  return (
    shareParent(a.mother, b) ||
    shareParent(a.father, b) ||
    a.mother?.mother === b ||
    a.father?.mother === b ||
    a.mother?.father === b ||
    a.father?.father === b
  );
}

function cousins(a: Member, b: Member): boolean {
  return (
    shareParent(a.mother, b.mother) || shareParent(a.mother, b.father) || shareParent(a.father, b.mother) || shareParent(a.father, b.father)
  );
}
