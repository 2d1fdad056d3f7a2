/**
 * How generated people keep clear of the personas: nobody has a persona's number, and nobody whom a search for a persona would also find
 * is born within a day of one (see `copiesOf`, which tries other days). So nobody is missing from a family.
 */
import type { NhsNumber } from '../../population.ts';
import { type Day, dayOf } from '../calendar.ts';
import type { ClearDays, Copies } from '../copies/copies.ts';
import { birthMovesAtMost } from '../copies/seasons.ts';
import { foldName } from '../fold.ts';
import type { Surnames } from '../lines/surnames.ts';
import { type NhsNumbers, numbersInRange } from '../nhs-numbers.ts';
import { type Persona, reservedFor } from './persona.ts';
import type { GivenNames } from '../search/matcher.ts';
import { type NameCriteria, nameCriteria } from '../search/name-criteria.ts';

interface Neighbours {
  readonly copies: Copies;
  readonly surnames: Surnames;
  /** Which must not go by the day of birth on record, but by about when somebody was born: that day hangs on the names. */
  readonly givenNames: GivenNames;
}

const firstDay = dayOf('1880-01-01');
const lastDay = dayOf('2050-01-01');

/** `neighbours` are asked for when somebody was born on a reserved day. */
export function clearOf(personas: readonly Persona[], neighbours: () => Neighbours): ClearDays {
  const reserved = new Map<Day, NameCriteria[]>();
  for (const { person } of personas) {
    const birth = dayOf(person.birthDate);
    const criteria = reservedFor(person).map(nameCriteria);
    if (criteria.length === 0) continue;
    for (const day of [birth - 1, birth, birth + 1]) reserved.set(day, [...(reserved.get(day) ?? []), ...criteria]);
  }
  /** A birth is asked for often, a reserved day is rare. */
  const isReserved = new Uint8Array(lastDay - firstDay);
  const isNear = new Uint8Array(lastDay - firstDay);
  for (const day of reserved.keys()) {
    isReserved[day - firstDay] = 1;
    // A day more, since twins may be born on two.
    isNear.fill(1, day - firstDay - birthMovesAtMost - 1, day - firstDay + birthMovesAtMost + 2);
  }
  /** The answers, by index: some dozens for each reserved day. */
  const known = new Map<Day, Map<number, boolean>>();

  /** By any surname that they ever bear. */
  function find(copy: number, member: number, day: Day): boolean {
    const criteria = reserved.get(day) ?? [];
    const { surnames, givenNames } = neighbours();
    const given = givenNames.of(copy, member);
    const nickname = givenNames.nickname(copy, member, given);
    const calls = [given, ...(nickname === undefined ? [] : [[nickname]])].map((each) => each.map(foldName));
    for (let spell = surnames.spells.first[member] ?? 0; spell < (surnames.spells.first[member + 1] ?? 0); spell += 1) {
      const family = surnames.folded(copy, member, spell);
      for (const each of calls) {
        const name = { family, given: each };
        if (criteria.some((asked) => asked.straight(name) || asked.crossed(name))) return true;
      }
    }
    return false;
  }

  return {
    isReserved: (day) => isReserved[day - firstDay] === 1,
    isNear: (day) => isNear[day - firstDay] === 1,
    isLike(copy, member, day) {
      const index = neighbours().copies.index(copy, member);
      let ofDay = known.get(day);
      if (ofDay === undefined) known.set(day, (ofDay = new Map()));
      let answer = ofDay.get(index);
      if (answer === undefined) ofDay.set(index, (answer = find(copy, member, day)));
      return answer;
    },
  };
}

export interface ClearNumbers extends NhsNumbers {
  /** The nth number that nobody has, neither in the layout nor among the personas; none once the range is used up. */
  spare(n: number): NhsNumber | undefined;
}

/**
 * Numbers that step round the personas': who would have one of theirs has one from the end of the range, at every size the same. Those
 * from `firstSpare` on are for people whom clients create, and the same whatever the layout holds.
 */
export function numbersClearOf(personas: readonly Persona[], numbers: NhsNumbers, firstSpare: number): ClearNumbers {
  const taken = personas
    .map(({ person }) => numbers.index(person.nhsNumber))
    .filter((index) => index !== undefined)
    .toSorted((a, b) => a - b);
  const instead = new Map<number, number>();
  const back = new Map<number, number>();
  let next = numbersInRange - 1;
  for (const index of taken.filter((each) => each < firstSpare)) {
    while (taken.includes(next)) next -= 1;
    instead.set(index, next);
    back.set(next, index);
    next -= 1;
  }
  const used = [...taken.filter((each) => each >= firstSpare), ...back.keys()].toSorted((a, b) => a - b);
  return {
    of: (index) => numbers.of(instead.get(index) ?? index),
    index(number) {
      const index = numbers.index(number);
      if (index === undefined || instead.has(index)) return undefined;
      return back.get(index) ?? (index < firstSpare ? index : undefined);
    },
    spare(n) {
      let index = firstSpare + n;
      for (const each of used) if (each <= index) index += 1;
      return index < numbersInRange ? numbers.of(index) : undefined;
    },
  };
}
