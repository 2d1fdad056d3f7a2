/** Whether somebody's names are those that a search asks for, whatever way they were found: the plain statement of what fits. */
import type { Day } from '../calendar.ts';
import type { Copies } from '../copies/copies.ts';
import { foldName } from '../fold.ts';
import type { Surnames } from '../lines/surnames.ts';
import { givenMatches, type NameCriteria } from './name-criteria.ts';

export interface GivenNames {
  of(copy: number, member: number): readonly string[];
  nickname(copy: number, member: number, given: readonly string[]): string | undefined;
}

/** Former names that were written down wrong. */
export interface Variants {
  /** Whether somebody has one: its family name is that from birth, but for accents. */
  has(copy: number, member: number): boolean;
  given(copy: number, member: number): readonly string[];
}

/**
 * By the present surname, with a given name or the nickname; by a surname of before, with a given name; or, of a fuzzy search, by given
 * name and present surname the other way round.
 */
export type WayFound = 'now' | 'before' | 'crossed';

interface Names {
  readonly copies: Copies;
  readonly surnames: Surnames;
  readonly givenNames: GivenNames;
  readonly variants: Variants;
}

interface Asked extends NameCriteria {
  /** Whether former names are looked at too. */
  readonly past: boolean;
}

/** The first way in which somebody fits on a day. */
export function matcherOf(
  { copies, surnames, givenNames, variants }: Names,
  names: Asked,
  today: Day,
): (index: number) => WayFound | undefined {
  const { family, given: asked, fuzzy, past } = names;
  const [firstGiven] = asked;

  function hasGiven(copy: number, member: number, orNickname: boolean): boolean {
    if (asked.length === 0) return true;
    const given = givenNames.of(copy, member);
    const folded = given.map(foldName);
    if (asked.every((each) => givenMatches(each, folded))) return true;
    const nickname = orNickname ? givenNames.nickname(copy, member, given) : undefined;
    if (nickname === undefined) return false;
    const short = [foldName(nickname)];
    return asked.every((each) => givenMatches(each, short));
  }

  const isCalled = (folded: string): boolean => family === undefined || family.matches(folded);

  function bore(copy: number, member: number, present: number): boolean {
    const first = surnames.spells.first[member] ?? 0;
    for (let spell = first; spell < present; spell += 1) {
      // Of two changes on one day only the second came to anything.
      if (surnames.from(copy, member, spell) >= surnames.from(copy, member, spell + 1)) continue;
      if (isCalled(surnames.folded(copy, member, spell)) && hasGiven(copy, member, false)) return true;
    }
    return variants.has(copy, member) && isCalled(surnames.folded(copy, member, first)) && hasVariant(copy, member);
  }

  function hasVariant(copy: number, member: number): boolean {
    const given = variants.given(copy, member).map(foldName);
    return given.length > 0 && asked.every((each) => givenMatches(each, given));
  }

  function isCrossed(copy: number, member: number, surname: string): boolean {
    if (!fuzzy || family === undefined || firstGiven?.matches(surname) !== true) return false;
    const given = givenNames.of(copy, member);
    const nickname = givenNames.nickname(copy, member, given);
    return given.some((each) => family.matches(foldName(each))) || (nickname !== undefined && family.matches(foldName(nickname)));
  }

  return (index) => {
    const [copy, member] = [copies.copyOf(index), copies.memberOf(index)];
    if (family === undefined && hasGiven(copy, member, true)) return 'now';
    const present = surnames.spellOn(copy, member, today);
    const surname = surnames.folded(copy, member, present);
    if (family?.matches(surname) === true && hasGiven(copy, member, true)) return 'now';
    if (past && bore(copy, member, present)) return 'before';
    return isCrossed(copy, member, surname) ? 'crossed' : undefined;
  };
}
