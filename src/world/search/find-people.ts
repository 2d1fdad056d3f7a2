/**
 * Search as arithmetic. Members of the pattern come up in order of birth; where the question is narrow in days the copies follow from the
 * shift of their family, where it is narrow in names from their surname lines. Either way gives a few too many, and the plain statement of
 * what fits is asked of each.
 */
import type { Gender, PersonQuery } from '../../population.ts';
import { type Day, dayOf } from '../calendar.ts';
import type { Copies } from '../copies/copies.ts';
import { copyCount } from '../lines/deal.ts';
import type { Surnames, SurnameTables } from '../lines/surnames.ts';
import { birthsOf, windowOf } from './by-birth.ts';
import { bearersOf, type When } from './by-surname.ts';
import { fittingSurnames, type Sounds } from './fitting-surnames.ts';
import { type GivenNames, matcherOf, type Variants, type WayFound } from './matcher.ts';
import { type NameCriterion, nameCriteria } from './name-criteria.ts';

export interface SearchFacts {
  readonly copies: Copies;
  readonly surnames: Surnames;
  readonly tables: SurnameTables;
  readonly givenNames: GivenNames;
  readonly variants: Variants;
  /** What a record says where it does not say the sex: undefined for nearly everybody. */
  otherGender(copy: number, member: number): Exclude<Gender, 'female' | 'male'> | undefined;
  /** Whether somebody is on record, as one whom searches find. */
  exists(copy: number, member: number, today: Day): boolean;
}

export interface PeopleFinder {
  /**
   * Indices of those on record today who fit: by their present name, then by a former one, then with names crossed over; women first, in
   * order of the pattern's births. No one comes twice.
   */
  candidates(query: PersonQuery, today: Day): Iterable<number>;
}

/** Nobody on any record was born before. */
const earliest = dayOf('1890-01-01');
/** So many days are few enough to go through all who were born on them, when of the surname only the sound is known. */
const fewDays = 60;

const allWays: readonly WayFound[] = ['now', 'before', 'crossed'];

export function peopleFinder(facts: SearchFacts): PeopleFinder {
  const { copies, tables } = facts;
  const births = birthsOf(copies);
  const bearers = bearersOf(facts, births);
  const sounds: Sounds = new Map();

  function isThere(index: number, gender: Gender | undefined, today: Day): boolean {
    const copy = copies.copyOf(index);
    const member = copies.memberOf(index);
    if (gender !== undefined) {
      const other = facts.otherGender(copy, member);
      if (other !== undefined || gender === 'other' || gender === 'unknown') {
        if (other !== gender) return false;
      }
    }
    return facts.exists(copy, member, today);
  }

  return {
    *candidates(query, today) {
      const { gender, born } = query;
      const names = nameCriteria(query);
      const { family, fuzzy } = names;
      const [firstGiven] = names.given;
      const past = query.history === true || fuzzy;
      const sexes = gender === 'female' ? [0] : gender === 'male' ? [1] : [0, 1];
      const window = windowOf(
        born === undefined ? earliest : dayOf(born.from),
        born === undefined ? today : Math.min(dayOf(born.to), today),
      );
      if (window.from > window.to) return;
      const wayOf = matcherOf(facts, { ...names, past }, today);
      const found = new Uint8Array(copyCount);

      /** Those on record, in the copies of each member that one of the two ways puts into `found`. */
      function* everyone(copiesOf: (member: number) => number): Generator<number> {
        for (const sex of sexes) {
          for (const member of births.members(sex, window)) {
            const count = copiesOf(member);
            for (let n = 0; n < count; n += 1) {
              const index = copies.index(found[n] ?? 0, member);
              if (isThere(index, gender, today)) yield index;
            }
          }
        }
      }

      const bornThen = (): Iterable<number> => everyone((member) => copies.copiesBorn(member, window, found));

      function bearing(surname: NameCriterion, when: When): Iterable<number> {
        const asked = { fits: fittingSurnames(surname, { tables, sounds, fuzzy }), window, today, when };
        return everyone((member) => bearers.copies(member, asked, found));
      }

      if (family === undefined) {
        for (const index of bornThen()) if (wayOf(index) !== undefined) yield index;
        return;
      }
      if (fuzzy && window.to - window.from <= fewDays) {
        const those = [...bornThen()];
        const ways = those.map(wayOf);
        for (const way of allWays) for (const [n, index] of those.entries()) if (ways[n] === way) yield index;
        return;
      }
      for (const index of bearing(family, 'now')) if (wayOf(index) === 'now') yield index;
      if (!past) return;
      for (const index of bearing(family, 'before')) if (wayOf(index) === 'before') yield index;
      if (!fuzzy || firstGiven === undefined) return;
      for (const index of bearing(firstGiven, 'now')) if (wayOf(index) === 'crossed') yield index;
    },
  };
}
