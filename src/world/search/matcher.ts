/** Whether somebody's names are those that a search asks for, whatever way they were found. */
import type { Day } from '../calendar.ts';
import type { Copies } from '../copies/copies.ts';
import { foldName } from '../fold.ts';
import type { Surnames } from '../lines/surnames.ts';
import { givenMatches, type NameCriteria } from './name-criteria.ts';

export interface GivenNames {
  of(copy: number, member: number): readonly string[];
  nickname(copy: number, member: number, given: readonly string[]): string | undefined;
}

export interface Matcher {
  /** By the present surname, with a given name or the nickname. */
  now(index: number): boolean;
  /** By a surname of before, with a given name. */
  before(index: number): boolean;
  /** With given name and present surname the other way round, where the search is fuzzy. */
  crossed(index: number): boolean;
}

interface Names {
  readonly copies: Copies;
  readonly surnames: Surnames;
  readonly givenNames: GivenNames;
}

export function matcherOf({ copies, surnames, givenNames }: Names, names: NameCriteria, today: Day): Matcher {
  const { family, given: asked, fuzzy } = names;
  const [firstGiven] = asked;

  const presentName = (copy: number, member: number): string => surnames.folded(copy, member, surnames.spellOn(copy, member, today));

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

  return {
    now(index) {
      const [copy, member] = [copies.copyOf(index), copies.memberOf(index)];
      return (family === undefined || family.matches(presentName(copy, member))) && hasGiven(copy, member, true);
    },
    before(index) {
      const [copy, member] = [copies.copyOf(index), copies.memberOf(index)];
      const first = surnames.spells.first[member] ?? 0;
      if (family === undefined || (surnames.spells.first[member + 1] ?? 0) - first < 2) return false;
      for (let spell = first; spell < surnames.spellOn(copy, member, today); spell += 1) {
        if (family.matches(surnames.folded(copy, member, spell))) return hasGiven(copy, member, false);
      }
      return false;
    },
    crossed(index) {
      if (!fuzzy || family === undefined || firstGiven === undefined) return false;
      const [copy, member] = [copies.copyOf(index), copies.memberOf(index)];
      if (!firstGiven.matches(presentName(copy, member))) return false;
      const given = givenNames.of(copy, member);
      if (given.some((each) => family.matches(foldName(each)))) return true;
      const nickname = givenNames.nickname(copy, member, given);
      return nickname !== undefined && family.matches(foldName(nickname));
    },
  };
}
