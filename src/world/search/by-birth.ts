/** Who was born between two days: members of the pattern in order of birth, and the copies whose shift brings them there. */
import { type Day, yearOf } from '../calendar.ts';
import { type Copies, largestJitter, largestShift } from '../copies/copies.ts';

/** Days of birth asked for, both inclusive. */
export interface Window {
  readonly from: Day;
  readonly to: Day;
  /** Whether a first of January lies among them, as which later days of its year may have been written down. */
  readonly hasNewYear: boolean;
}

export interface Births {
  /** Members of a sex who may be in a window in some copy, by the pattern's days of birth. */
  members(sex: number, window: Window): Uint16Array;
  /** The copies of a member that are in the window, exactly: the first so many of `found` (which has room for all). */
  copies(member: number, window: Window, found: Uint8Array): number;
  isIn(copy: number, member: number, window: Window): boolean;
}

/** Beyond the two, for a shift that rounding has put a day off. */
const reach = largestShift + largestJitter + 1;
const longestYear = 366;

export function windowOf(from: Day, to: Day): Window {
  return { from, to, hasNewYear: from <= to && (yearOf(from - 1) !== yearOf(from) || yearOf(from) !== yearOf(to)) };
}

export function birthsOf(copies: Copies): Births {
  const { pattern, copiesKept } = copies;
  const { birth, family } = pattern;
  const all = Array.from({ length: pattern.size }, (_, member) => member).sort((a, b) => (birth[a] ?? 0) - (birth[b] ?? 0) || a - b);
  const ordered = [0, 1].map((sex) => Uint16Array.from(all.filter((member) => pattern.sex[member] === sex)));

  const latest = (member: number, { to, hasNewYear }: Window): Day => (hasNewYear && copies.mayBeUndated(member) ? to + longestYear : to);

  function isIn(copy: number, member: number, window: Window): boolean {
    const near = (birth[member] ?? 0) + copies.shift(copy, family[member] ?? 0);
    if (near < window.from - largestJitter || near > latest(member, window) + largestJitter) return false;
    const day = copies.birth(copy, member);
    return day >= window.from && day <= window.to;
  }

  return {
    isIn,
    members(sex, window) {
      const members = ordered[sex] ?? new Uint16Array();
      const first = firstBornFrom(members, birth, window.from - reach);
      return members.subarray(first, firstBornFrom(members, birth, window.to + reach + (window.hasNewYear ? longestYear : 0) + 1));
    },
    copies(member, window, found) {
      const theirs = family[member] ?? 0;
      const born = birth[member] ?? 0;
      const last = latest(member, window) + largestJitter + 1 - born;
      if (last < -largestShift) return 0;
      const end = copies.firstShift(theirs, last + 1);
      let count = 0;
      for (let rank = copies.firstShift(theirs, window.from - largestJitter - 1 - born); rank < end; rank += 1) {
        const copy = copies.copyShifted(theirs, rank);
        if (copy >= copiesKept || !isIn(copy, member, window)) continue;
        found[count] = copy;
        count += 1;
      }
      return count;
    },
  };
}

/** The first position whose member was not born before a day. */
function firstBornFrom(members: Uint16Array, birth: Int32Array, day: Day): number {
  let low = 0;
  let high = members.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((birth[members[middle] ?? 0] ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
