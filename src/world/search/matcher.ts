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

/**
 * By the present surname, with a given name or the nickname; by a surname of before, with a given name; or, of a fuzzy search, by given
 * name and present surname the other way round.
 */
export type Way = 'now' | 'before' | 'crossed';

interface Names {
  readonly copies: Copies;
  readonly surnames: Surnames;
  readonly givenNames: GivenNames;
}

/** The first way in which somebody fits on a day. */
export function matcherOf({ copies, surnames, givenNames }: Names, names: NameCriteria, today: Day): (index: number) => Way | undefined {
  const { family, given: asked, fuzzy } = names;
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

  function bore(copy: number, member: number, present: number): boolean {
    for (let spell = surnames.spells.first[member] ?? 0; spell < present; spell += 1) {
      if (family?.matches(surnames.folded(copy, member, spell)) === true) return hasGiven(copy, member, false);
    }
    return false;
  }

  function isCrossed(copy: number, member: number, surname: string): boolean {
    if (!fuzzy || family === undefined || firstGiven?.matches(surname) !== true) return false;
    const given = givenNames.of(copy, member);
    const nickname = givenNames.nickname(copy, member, given);
    return given.some((each) => family.matches(foldName(each))) || (nickname !== undefined && family.matches(foldName(nickname)));
  }

  return (index) => {
    const [copy, member] = [copies.copyOf(index), copies.memberOf(index)];
    if (family === undefined) return hasGiven(copy, member, true) ? 'now' : undefined;
    const present = surnames.spellOn(copy, member, today);
    const surname = surnames.folded(copy, member, present);
    if (family.matches(surname) && hasGiven(copy, member, true)) return 'now';
    if (bore(copy, member, present)) return 'before';
    return isCrossed(copy, member, surname) ? 'crossed' : undefined;
  };
}
