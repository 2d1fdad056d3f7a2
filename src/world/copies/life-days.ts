/** The days of a life in a copy: weddings in their season, ends of unions, deaths, and where somebody lived from when. */
import type { Day } from '../calendar.ts';
import { field } from '../fields.ts';
import { hash } from '../hash.ts';
import { endedByDeath, never, type Pattern } from '../pattern/pattern.ts';
import { type Copies, largestJitter } from './copies.ts';
import { weddingInSeason, weddingMovesOn } from './seasons.ts';
import { oncePerPattern } from '../pattern/once-per-pattern.ts';

export interface LifeDays {
  /** `never` where it lies beyond the horizon. */
  death(copy: number, member: number): Day;
  together(copy: number, union: number): Day;
  /** `never` for those who do not marry. */
  wedding(copy: number, union: number): Day;
  /** The day they parted, or the first of them died. */
  unionEnd(copy: number, union: number): Day;
  /** The first day of stay `n` of the pattern's, which is one of this member's. */
  stayFrom(copy: number, member: number, n: number): Day;
  /** The dwelling where somebody lives on a day; -1 before they are on record or anybody knows where, and from the day they died. */
  dwellingOn(copy: number, member: number, day: Day): number;
}

const deathJitter = 3;
/** Age in days from which nobody who dies leaves a child at home. */
const leavesNoChild = 80 * 366;
/** A death so long after whatever else happened to somebody cannot come before it in any copy. */
const clearOfEvents = weddingMovesOn + largestJitter + deathJitter;

export function lifeDaysOf(copies: Copies): LifeDays {
  const { pattern, seed } = copies;
  const { unions, stays, family: familyOf } = pattern;
  const lastEvents = lastEventsIn(pattern);
  /** The one of a couple who is on record, where only one is. */
  const oneOf = (union: number): number => Math.max(unions.a[union] ?? -1, unions.b[union] ?? -1);
  const familyOfUnion = (union: number): number => familyOf[oneOf(union)] ?? 0;
  const together = (copy: number, union: number): Day => copies.dayIn(copy, familyOfUnion(union), unions.together[union] ?? 0);

  function wedding(copy: number, union: number): Day {
    const planned = unions.wedding[union] ?? never;
    if (planned === never) return never;
    const day = copies.dayIn(copy, familyOfUnion(union), planned);
    // Couples who are soon parted marry when they did.
    if ((unions.end[union] ?? never) - planned <= 2 * weddingMovesOn) return day;
    return weddingInSeason(day, hash(seed, copy * pattern.size + union, field.weddingDay), together(copy, union));
  }

  function death(copy: number, member: number): Day {
    const planned = pattern.death[member] ?? never;
    if (planned === never) return never;
    const day = copies.dayIn(copy, familyOf[member] ?? 0, planned) + moved(copy, member, planned);
    return planned - (lastEvents[member] ?? 0) > clearOfEvents ? day : Math.max(day, lastDayBefore(copy, member));
  }

  /** Some days either way, but for those who may leave children: they move to their kin on the very day. */
  function moved(copy: number, member: number, planned: Day): number {
    if (planned - (pattern.birth[member] ?? 0) < leavesNoChild) return 0;
    return ((hash(seed, copy * pattern.size + member, field.deathJitter) >>> 16) % (2 * deathJitter + 1)) - deathJitter;
  }

  /** The last thing that happened to somebody who died soon after: a birth, a wedding, a move. */
  function lastDayBefore(copy: number, member: number): Day {
    let last = copies.arrival(copy, member);
    const family = familyOf[member] ?? 0;
    for (let other = copies.firstOf(family); other < copies.firstOf(family + 1); other += 1) {
      if (pattern.mother[other] === member) last = Math.max(last, copies.birth(copy, other));
    }
    for (const union of pattern.unionsOf(member)) {
      last = Math.max(last, together(copy, union));
      if ((unions.wedding[union] ?? never) !== never) last = Math.max(last, wedding(copy, union));
      if (unions.ended[union] !== endedByDeath && (unions.end[union] ?? never) !== never) last = Math.max(last, unionEnd(copy, union));
    }
    const end = stays.first[member + 1] ?? 0;
    return end > (stays.first[member] ?? 0) ? Math.max(last, stayFrom(copy, member, end - 1)) : last;
  }

  function unionEnd(copy: number, union: number): Day {
    const end = unions.end[union] ?? never;
    if (end === never) return never;
    const [a, b] = [unions.a[union] ?? -1, unions.b[union] ?? -1];
    if (unions.ended[union] === endedByDeath && a >= 0 && b >= 0) return Math.min(death(copy, a), death(copy, b));
    return copies.dayIn(copy, familyOfUnion(union), end);
  }

  function stayFrom(copy: number, member: number, n: number): Day {
    const planned = stays.from[n] ?? 0;
    if (planned === pattern.arrival[member]) return copies.arrival(copy, member);
    const day = copies.dayIn(copy, familyOf[member] ?? 0, planned);
    // A move within weeks of a birth may come before it in a copy where the child is late.
    return planned - largestJitter > (pattern.birth[member] ?? 0) ? day : Math.max(day, copies.arrival(copy, member));
  }

  return {
    death,
    together,
    wedding,
    unionEnd,
    stayFrom,
    dwellingOn(copy, member, day) {
      if (day >= death(copy, member)) return -1;
      const first = stays.first[member] ?? 0;
      let n = (stays.first[member + 1] ?? 0) - 1;
      while (n >= first && stayFrom(copy, member, n) > day) n -= 1;
      return n < first ? -1 : (stays.dwelling[n] ?? -1);
    },
  };
}

/** The last day in the pattern on which something happened to somebody, but for their death. */
const lastEventsIn = oncePerPattern(lastEventsOf);

function lastEventsOf(pattern: Pattern): Int32Array {
  const { size, birth, arrival, mother, unions, stays } = pattern;
  const last = Int32Array.from({ length: size }, (_, member) => Math.max(birth[member] ?? 0, arrival[member] ?? 0));
  const note = (member: number, day: Day): void => {
    if (day !== never && day > (last[member] ?? 0)) last[member] = day;
  };
  for (let member = 0; member < size; member += 1) {
    if ((mother[member] ?? -1) >= 0) note(mother[member] ?? 0, birth[member] ?? 0);
    note(member, stays.from[(stays.first[member + 1] ?? 0) - 1] ?? 0);
  }
  unions.a.forEach((a, union) => {
    for (const member of [a, unions.b[union] ?? -1]) {
      if (member < 0) continue;
      note(member, unions.together[union] ?? never);
      note(member, unions.wedding[union] ?? never);
      if (unions.ended[union] !== endedByDeath) note(member, unions.end[union] ?? never);
    }
  });
  return last;
}
