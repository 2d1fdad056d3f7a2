/**
 * Surnames before marriage, and who used to have one: women of about the same age and of the same surname group are numbered one after
 * another, and a keyed shuffle gives each another's surname, so that the question can be asked from either end.
 */
import { type Day, year } from './calendar.ts';
import { permutation } from './fields.ts';
import type { Group } from './groups.ts';
import { female, type Layout } from './layout.ts';
import { type Permutation, permutationOf } from './permutation.ts';
import { span } from './pyramid.ts';

const stratumDays = 730;

interface Stratum {
  /** The surnames of the group, and the running count of their women before each. */
  readonly surnames: readonly number[];
  readonly before: Uint32Array;
  /** First rank of each surname in the stratum. */
  readonly firstRank: Uint32Array;
  readonly shuffle: Permutation;
}

export interface FormerSurnames {
  /** The surname a woman had, whether or not she ever changed it. */
  of(index: number): number;
  /** Women born within a span of days who had this surname before, if they changed it. */
  whoWas(surname: number, from: Day, to: Day): Iterable<number>;
}

export function formerSurnamesOf(layout: Layout): FormerSurnames {
  const first = Math.floor(layout.today - span * year);
  const bearers = new Map<Group, number[]>();
  layout.surnames.forEach(({ group }, surname) => {
    const others = bearers.get(group);
    if (others === undefined) bearers.set(group, [surname]);
    else others.push(surname);
  });
  const strata = new Map<string, Stratum>();

  function stratum(group: Group, n: number): Stratum {
    const key = `${group} ${n}`;
    const found = strata.get(key);
    if (found !== undefined) return found;
    const surnames = bearers.get(group) ?? [];
    const before = new Uint32Array(surnames.length + 1);
    const firstRank = new Uint32Array(surnames.length);
    surnames.forEach((surname, position) => {
      const from = layout.cut(surname, female, first + n * stratumDays);
      firstRank[position] = from;
      before[position + 1] = (before[position] ?? 0) + layout.cut(surname, female, first + (n + 1) * stratumDays) - from;
    });
    const key32 = layout.seed + permutation.donors + n * 16 + surnames.length;
    const made = { surnames, before, firstRank, shuffle: permutationOf(before[surnames.length] ?? 0, key32) };
    strata.set(key, made);
    return made;
  }

  const stratumOf = (day: Day): number => Math.floor((day - first) / stratumDays);

  return {
    of(index) {
      const { surname, sex, rank } = layout.locate(index);
      const group = layout.surnames[surname]?.group ?? 'british';
      const { surnames, before, firstRank, shuffle } = stratum(group, stratumOf(layout.birthDay(surname, sex, rank)));
      const position = positionOf(surnames, surname);
      const donor = shuffle.forward((before[position] ?? 0) + rank - (firstRank[position] ?? 0));
      return surnames[holder(before, donor)] ?? surname;
    },
    *whoWas(surname, from, to) {
      const group = layout.surnames[surname]?.group ?? 'british';
      for (let n = Math.max(0, stratumOf(from)); n <= stratumOf(Math.min(to, layout.today)); n += 1) {
        const { surnames, before, firstRank, shuffle } = stratum(group, n);
        const position = positionOf(surnames, surname);
        for (let donor = before[position] ?? 0; donor < (before[position + 1] ?? 0); donor += 1) {
          const number = shuffle.back(donor);
          const at = holder(before, number);
          const theirs = surnames[at] ?? surname;
          const rank = (firstRank[at] ?? 0) + number - (before[at] ?? 0);
          const birth = layout.birthDay(theirs, female, rank);
          if (birth >= from && birth <= to) yield layout.base(theirs, female) + rank;
        }
      }
    },
  };
}

/** Where a surname stands in its group's ascending list. */
function positionOf(surnames: readonly number[], surname: number): number {
  let low = 0;
  let high = surnames.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((surnames[middle] ?? 0) < surname) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last position whose running count does not exceed a number. */
function holder(before: Uint32Array, number: number): number {
  let low = 0;
  let high = before.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((before[middle] ?? 0) <= number) low = middle;
    else high = middle;
  }
  return low;
}
