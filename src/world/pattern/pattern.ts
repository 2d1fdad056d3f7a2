/**
 * The pattern that the world is copied from: about 14,000 people in whole families, as columns by member.
 * Nothing in it depends on the seed of a world.
 */
import type { Day } from '../calendar.ts';

/** A day that does not come. */
export const never: Day = 0x7fffffff;

/** How a union ended. */
export const notEnded = 0;
export const separated = 1;
export const endedByDeath = 2;

/** What became of the name of the second of a couple at their wedding. */
export const keepsName = 0;
export const takesName = 1;
/** Own name, hyphen, the other's. */
export const joinsNames = 2;

/** What a dwelling is: a family's home, one that people share who are no family, or a care home. */
export const familyHome = 0;
export const sharedHome = 2;
export const careHome = 3;

export interface Pattern {
  readonly size: number;
  /** Families stand together and in order: 0, 0, 0, 1, 1, 2 … Everybody in a household and all known kin are of one family. */
  readonly family: Uint16Array;
  readonly birth: Int32Array;
  /** `never` where it lies beyond the horizon. */
  readonly death: Int32Array;
  /** The birth of people born here; of others, the day they came. */
  readonly arrival: Int32Array;
  /** 0 female, 1 male. */
  readonly sex: Uint8Array;
  /** Whose names they bear: an index of `peoples`. */
  readonly people: Uint8Array;
  /** NHS ethnic category, as the code of its letter. */
  readonly ethnicity: Uint8Array;
  /** The surname line inherited at birth. */
  readonly line: Int32Array;
  /** Member, or -1. */
  readonly mother: Int32Array;
  readonly father: Int32Array;
  /** The same number for all children of one mother, also of one who is on no record; -1 where nobody knows. */
  readonly sibship: Int32Array;
  /** Birth order among twins, 0 for others. */
  readonly multiple: Uint8Array;
  readonly unions: Unions;
  /** Unions of a member in order of time. */
  unionsOf(member: number): readonly number[];
  readonly stays: Stays;
  readonly dwellings: Dwellings;
  readonly lines: { readonly people: Uint8Array };
  readonly placeLines: PlaceLines;
}

/** Couples, married or not, by union; each person's are in order of time. */
export interface Unions {
  /** Member, or -1 for somebody who died before records began and is on none. */
  readonly a: Int32Array;
  /** The one whose name may change. */
  readonly b: Int32Array;
  /** The surname line of `a`. */
  readonly lineOfA: Int32Array;
  readonly together: Int32Array;
  /** `never` for those who do not marry; not before `together`. */
  readonly wedding: Int32Array;
  /** The day they parted or the first of them died; `never` where neither comes. */
  readonly end: Int32Array;
  readonly ended: Uint8Array;
  readonly naming: Uint8Array;
}

/** Where people live: the stays of member m are `first[m]` … `first[m + 1] - 1`, in order of time; the last runs to death. */
export interface Stays {
  readonly first: Uint32Array;
  /** A first stay begins at birth, or on arrival. */
  readonly from: Int32Array;
  readonly dwelling: Uint16Array;
}

/** Homes; one family has each. */
export interface Dwellings {
  readonly placeLine: Uint16Array;
  /** `familyHome`, `sharedHome` or `careHome`. */
  readonly kind: Uint8Array;
}

/** Dwellings that are in the same town. */
export interface PlaceLines {
  readonly people: Uint8Array;
  /** 0 home town, 1 away. */
  readonly kind: Uint8Array;
}
