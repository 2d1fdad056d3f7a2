/**
 * Everybody there will be: the pattern, 64 times over. A person is `copy * pattern.size + member`; what happens to them happens on the
 * pattern's day, shifted by their family's share of a year either way and, for births and deaths, by some days of their own.
 */
import { type Day, dayOf, year, yearOf } from '../calendar.ts';
import { field } from '../fields.ts';
import { hash, hashWith, fieldKey, unit } from '../hash.ts';
import { copyCount, deal } from '../lines/deal.ts';
import type { Pattern } from '../pattern/pattern.ts';
import { firstMembers, firstOfTwins, undatedOf } from './columns.ts';
import { birthInSeason, birthMovesAtMost } from './seasons.ts';

export interface CopiesOptions {
  readonly seed: number;
  /** How many people of the full layout there are: the families up to the one that the last of them lies in. */
  readonly size: number;
  /**
   * Of the people born abroad who bear the names of a people, the share whose day of birth is not known and was written down as the
   * first of January.
   */
  readonly undated: (people: number) => number;
  readonly clear?: ClearDays;
}

/** Days that nobody may be born on who could be taken for a persona. */
export interface ClearDays {
  isReserved(day: Day): boolean;
  /** Whether a day is reserved that a birth may be moved to from this one, by its season. */
  isNear(day: Day): boolean;
  /** Whether a search for a persona who was born about a reserved day would find this one too. */
  isLike(copy: number, member: number, day: Day): boolean;
}

/** Days of birth asked for, both inclusive. */
export interface BirthWindow {
  readonly from: Day;
  readonly to: Day;
  /** Whether a first of January lies among them, as which later days of its year may have been written down. */
  readonly hasNewYear: boolean;
}

export const longestYear = 366;
/** Families are moved by at most so many days. */
export const largestShift = 365;
/** Births by so many days more: siblings 317 days apart in the pattern are never less than 267 days apart in a copy. */
export const largestJitter = 25;

/** Days that are tried for a birth before it stays where it is. */
const attempts = 8;
/** Age in days from which somebody comes without parents: 16 years. */
const comesAloneFrom = Math.ceil(16 * year);
const evenJitter = largestJitter - birthMovesAtMost;
const shifts = 2 * largestShift + 1;

export interface Copies {
  readonly pattern: Pattern;
  readonly seed: number;
  copyOf(index: number): number;
  memberOf(index: number): number;
  index(copy: number, member: number): number;
  /** Whether a family is among those that the size keeps. */
  keeps(copy: number, family: number): boolean;
  /** The first copy of which nobody is kept. */
  readonly copiesKept: number;
  shift(copy: number, family: number): number;
  /** A day of a family, in a copy. */
  dayIn(copy: number, family: number, day: Day): Day;
  /** About the day of birth: what hangs on the year, such as the fashion in names, goes by this. */
  bornAbout(copy: number, member: number): Day;
  /** The day of birth on record. */
  birth(copy: number, member: number): Day;
  /** In which of the copies kept somebody's day of birth on record is one of these: the first so many of `found`, which has room for all. */
  copiesBorn(member: number, window: BirthWindow, found: Uint8Array): number;
  /** The first day on record: that of birth, or of coming to England. */
  arrival(copy: number, member: number): Day;
  /** Whether the day of birth may have been written down as the first of January. */
  mayBeUndated(member: number): boolean;
  /** The members of a family are `firstOf(family)` … `firstOf(family + 1) - 1`. */
  firstOf(family: number): number;
}

export function copiesOf(pattern: Pattern, { seed, size, undated, clear }: CopiesOptions): Copies {
  const { family: familyOf, birth: birthOf, arrival: arrivalOf, people } = pattern;
  const firsts = firstMembers(pattern);
  const families = firsts.length - 1;
  const first = firstOfTwins(pattern);
  const dealt = deal(seed, families, field.familyShift);
  const foreign = undatedOf(pattern);
  const copiesKept = Math.min(copyCount, Math.ceil(size / pattern.size));

  const shiftAt = (quantile: number): number => ((quantile * shifts) | 0) - largestShift;
  const shift = (copy: number, family: number): number => shiftAt(dealt.quantile(family, copy));

  const bornAbout = (copy: number, member: number): Day => (birthOf[member] ?? 0) + shift(copy, familyOf[member] ?? 0);

  /** Whether somebody born on that day could be taken for a persona. */
  function isAmiss(copy: number, member: number, day: Day): boolean {
    return clear !== undefined && clear.isReserved(day) && clear.isLike(copy, member, day);
  }

  /** The same of any of those who are born with them. */
  function anyAmiss(copy: number, one: number, day: Day): boolean {
    if (pattern.multiple[one] === 0) return isAmiss(copy, one, day);
    const family = familyOf[one] ?? 0;
    for (let member = firsts[family] ?? 0; member < (firsts[family + 1] ?? 0); member += 1) {
      if (first[member] === one && isAmiss(copy, member, day + (birthOf[member] ?? 0) - (birthOf[one] ?? 0))) return true;
    }
    return false;
  }

  const firstKey = fieldKey(seed, field.birthJitter);
  const jitter = (bits: number): number => (((bits & 0xfff) * (2 * evenJitter + 1)) >>> 12) - evenJitter;

  /** Twins are moved together, as the first of them is. */
  function bornOn(copy: number, member: number): Day {
    const one = first[member] ?? member;
    const about = bornAbout(copy, one);
    const bits = hashWith(firstKey, copy * pattern.size + one);
    const day = birthInSeason(about + jitter(bits), bits);
    const kept = clear === undefined || !clear.isNear(day) ? day : clearDay(copy, one, day);
    return kept + (birthOf[member] ?? 0) - (birthOf[one] ?? 0);
  }

  /** The first of the days tried on which neither somebody nor a twin could be taken for a persona. */
  function clearDay(copy: number, one: number, tried: Day): Day {
    let day = tried;
    for (let attempt = 1; attempt < attempts && anyAmiss(copy, one, day); attempt += 1) {
      const bits = hash(seed, copy * pattern.size + one, field.birthJitter + attempt);
      day = birthInSeason(bornAbout(copy, one) + jitter(bits), bits);
    }
    return day;
  }

  function birth(copy: number, member: number): Day {
    const born = bornOn(copy, member);
    if (foreign[member] === 0) return born;
    const chance = unit(seed, copy * pattern.size + member, field.undated);
    if (chance >= undated(people[member] ?? 0)) return born;
    const newYear = firstOfYear(born);
    return isAmiss(copy, member, newYear) ? born : newYear;
  }

  /** Family by family, shift by shift: a year and more of copies is passed over, and most of the rest by a glance at the jitter. */
  function copiesBorn(member: number, { from, to, hasNewYear }: BirthWindow, found: Uint8Array): number {
    const family = familyOf[member] ?? 0;
    const one = first[member] ?? member;
    const born = birthOf[one] ?? 0;
    // Twins may be born on two days; and those of whom the day is not known, up to a year after the one on record.
    const [early, late] = [
      from - birthMovesAtMost - 1,
      to + birthMovesAtMost + 1 + (hasNewYear && foreign[member] === 1 ? longestYear : 0),
    ];
    const end = dealt.firstRank(family, (late + evenJitter + 2 - born + largestShift) / shifts);
    let count = 0;
    for (let rank = dealt.firstRank(family, (early - evenJitter - 1 - born + largestShift) / shifts); rank < end; rank += 1) {
      const copy = dealt.copyAt(family, rank);
      if (copy >= copiesKept) continue;
      const near = born + shiftAt(dealt.quantileAt(family, rank)) + jitter(hashWith(firstKey, copy * pattern.size + one));
      if ((near < early || near > late) && (clear === undefined || !clear.isNear(near))) continue;
      const day = birth(copy, member);
      if (day < from || day > to) continue;
      found[count] = copy;
      count += 1;
    }
    return count;
  }

  return {
    pattern,
    seed,
    copiesKept,
    copyOf: (index) => Math.floor(index / pattern.size),
    memberOf: (index) => index % pattern.size,
    index: (copy, member) => copy * pattern.size + member,
    keeps: (copy, family) => copy * pattern.size + (firsts[family] ?? 0) < size,
    shift,
    dayIn: (copy, family, day) => day + shift(copy, family),
    bornAbout,
    birth,
    copiesBorn,
    arrival(copy, member) {
      const came = arrivalOf[member] ?? 0;
      if (came === birthOf[member]) return birth(copy, member);
      // Days of their own move births, and make nobody who comes alone a child.
      const youngest = bornOn(copy, member) + (foreign[member] === 1 ? comesAloneFrom : 0);
      return Math.max(came + shift(copy, familyOf[member] ?? 0), youngest);
    },
    mayBeUndated: (member) => foreign[member] === 1,
    firstOf: (family) => firsts[family] ?? pattern.size,
  };
}

/** The first of January of the same year. */
function firstOfYear(day: Day): Day {
  return dayOf(`${yearOf(day)}-01-01`);
}
