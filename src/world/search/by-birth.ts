/** Who may have been born between two days: members of the pattern in order of birth. */
import { type Day, yearOf } from '../calendar.ts';
import { type BirthWindow, type Copies, largestJitter, largestShift, longestYear } from '../copies/copies.ts';
import { firstThat } from '../first-that.ts';
import { oncePerPattern } from '../pattern/once-per-pattern.ts';

export interface Births {
  /** Members of a sex who may be in a window in some copy, by the pattern's days of birth. */
  members(sex: number, window: BirthWindow): Uint16Array;
  isIn(copy: number, member: number, window: BirthWindow): boolean;
}

/** Beyond the two, for a shift that rounding has put a day off. */
const reach = largestShift + largestJitter + 1;

export function windowOf(from: Day, to: Day): BirthWindow {
  return { from, to, hasNewYear: from <= to && (yearOf(from - 1) !== yearOf(from) || yearOf(from) !== yearOf(to)) };
}

/** Members of each sex, eldest first. */
const bySexAndBirth = oncePerPattern(({ size, birth, sex }) => {
  const all = Array.from({ length: size }, (_, member) => member).sort((a, b) => (birth[a] ?? 0) - (birth[b] ?? 0) || a - b);
  return [0, 1].map((each) => Uint16Array.from(all.filter((member) => sex[member] === each)));
});

export function birthsOf(copies: Copies): Births {
  const { pattern } = copies;
  const { birth, family } = pattern;
  const ordered = bySexAndBirth(pattern);

  const latest = (member: number, { to, hasNewYear }: BirthWindow): Day =>
    hasNewYear && copies.mayBeUndated(member) ? to + longestYear : to;

  function isIn(copy: number, member: number, window: BirthWindow): boolean {
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
  };
}

/** The first position whose member was not born before a day. */
function firstBornFrom(members: Uint16Array, birth: Int32Array, day: Day): number {
  return firstThat(members.length, (position) => (birth[members[position] ?? 0] ?? 0) >= day);
}
