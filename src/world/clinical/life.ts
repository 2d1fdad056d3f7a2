/**
 * What the generators of the record know of a person: the whole life as the world will have it, whatever the day. What they make of it is the
 * same on every day, so that a record cut at an earlier day is the record of that day; only what is told is cut, in telling.ts.
 */
import type { NhsNumber } from '../../population.ts';
import { type Day, ageOn, dayOf } from '../calendar.ts';
import { hash, unit } from '../hash.ts';

export interface LifeBirth {
  readonly day: Day;
  /** Of the child; absent where that is on no record. */
  readonly nhsNumber?: NhsNumber;
}

export interface Life {
  readonly sex: 'female' | 'male';
  readonly birth: Day;
  /** The first day that anything here can be recorded: of birth, or of coming to England. */
  readonly arrival: Day;
  /** The last day that anything can happen: that of death, which may lie ahead, or the world's last. */
  readonly end: Day;
  /** Whether that is the day of death. */
  readonly dies: boolean;
  /** Children, those to come included, earliest first; twins are two on one day. */
  readonly children: readonly LifeBirth[];
  /** NHS ethnic category code A–Z. */
  readonly ethnicity: string;
  /** Completed years. */
  age(day: Day): number;
  /** A number in [0, 1) for this person, an attribute (fields.ts) and a count of it. */
  chance(field: number, n?: number): number;
  /** The same, but one for all children of one mother. */
  siblingChance(field: number): number;
}

/** What of a life stands in no record of a day. */
export interface LifeFacts extends Pick<Life, 'sex' | 'arrival' | 'children' | 'ethnicity'> {
  readonly nhsNumber: NhsNumber;
  readonly birthDate: string;
  readonly death: Day | undefined;
  /** One number for all children of one mother; absent where nobody knows. */
  readonly sibship: number | undefined;
}

/** A number in [0, 1) for a person and an attribute (fields.ts). */
export const lifeChance = (seed: number, nhsNumber: string, of: number): number => unit(seed, Number(nhsNumber.slice(1)), of);

/** `horizon` is the last day that the world reaches. */
export function lifeOf(facts: LifeFacts, { seed, horizon }: { readonly seed: number; readonly horizon: Day }): Life {
  const { nhsNumber, birthDate, death, sibship, sex, arrival, children, ethnicity } = facts;
  const key = Number(nhsNumber.slice(1));
  const birth = dayOf(birthDate);
  return {
    sex,
    birth,
    arrival,
    end: death ?? horizon,
    dies: death !== undefined,
    children,
    ethnicity,
    age: (day) => ageOn(birth, day),
    chance: (field, n = 0) => unit(seed, n === 0 ? key : hash(seed, key, n), field),
    siblingChance: (field) => unit(seed, sibship ?? key, field),
  };
}
