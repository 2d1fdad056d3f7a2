/**
 * Where everybody is: people are numbered by surname, then sex, then birth (oldest first), so that "who is called this and was born
 * between these days" is arithmetic. Nothing is stored but where each surname begins.
 */
import type { Day } from './calendar.ts';
import { field } from './fields.ts';
import { agesOf, type Group, groups } from './groups.ts';
import { unit } from './hash.ts';
import { type Pyramid, pyramidOf } from './pyramid.ts';
import { type Surname, surnameTable } from './surnames.ts';

export type Sex = 0 | 1;
export const female: Sex = 0;
export const male: Sex = 1;

/** A person's place: surname, sex, and rank among the people who share both. */
export interface PersonPlace {
  readonly surname: number;
  readonly sex: Sex;
  readonly rank: number;
}

export interface Layout {
  readonly seed: number;
  readonly size: number;
  readonly today: Day;
  readonly surnames: readonly Surname[];
  locate(index: number): PersonPlace;
  /** Index of the eldest of a surname and sex. */
  base(surname: number, sex: Sex): number;
  count(surname: number, sex: Sex): number;
  birthDay(surname: number, sex: Sex, rank: number): Day;
  /** How many of a surname and sex were born strictly before a day. */
  cut(surname: number, sex: Sex, day: Day): number;
}

const bucketBits = 7;

export function layOut(seed: number, size: number, today: Day): Layout {
  const surnames = surnameTable();
  const start = new Uint32Array(surnames.length + 1);
  const females = new Uint32Array(surnames.length);
  let share = 0;
  let women = 0;
  surnames.forEach((surname, s) => {
    const womenBefore = Math.round(size * women);
    share += surname.share;
    women += surname.share * surname.female;
    start[s + 1] = s === surnames.length - 1 ? size : Math.round(size * share);
    const bearers = (start[s + 1] ?? 0) - (start[s] ?? 0);
    females[s] = Math.min(Math.round(size * women) - womenBefore, bearers);
  });
  /** The surname that each bucket of indices begins with, so that finding one takes a step or two. */
  const firstIn = new Uint16Array((size >>> bucketBits) + 1);
  for (let bucket = 0, surname = 0; bucket < firstIn.length; bucket += 1) {
    while ((start[surname + 1] ?? size) <= bucket << bucketBits) surname += 1;
    firstIn[bucket] = surname;
  }
  const pyramids = new Map<Group, Pyramid>(groups.map((group) => [group, pyramidOf(agesOf(group), today)]));
  const level = pyramidOf([1], today);
  const pyramidFor = surnames.map((surname) => pyramids.get(surname.group) ?? level);

  function base(surname: number, sex: Sex): number {
    return (start[surname] ?? 0) + (sex === female ? 0 : (females[surname] ?? 0));
  }

  function count(surname: number, sex: Sex): number {
    const women = females[surname] ?? 0;
    return sex === female ? women : (start[surname + 1] ?? 0) - (start[surname] ?? 0) - women;
  }

  function birthDay(surname: number, sex: Sex, rank: number): Day {
    const jitter = unit(seed, base(surname, sex) + rank, field.birthDay);
    return (pyramidFor[surname] ?? level).birthDay((rank + jitter) / count(surname, sex));
  }

  return {
    seed,
    size,
    today,
    surnames,
    base,
    count,
    birthDay,
    locate(index) {
      let surname = firstIn[index >>> bucketBits] ?? 0;
      while ((start[surname + 1] ?? size) <= index) surname += 1;
      const within = index - (start[surname] ?? 0);
      const women = females[surname] ?? 0;
      return within < women ? { surname, sex: female, rank: within } : { surname, sex: male, rank: within - women };
    },
    cut(surname, sex, day) {
      const n = count(surname, sex);
      if (n === 0) return 0;
      let rank = Math.floor((pyramidFor[surname] ?? level).bornBefore(day) * n);
      while (rank > 0 && birthDay(surname, sex, rank - 1) >= day) rank -= 1;
      while (rank < n && birthDay(surname, sex, rank) < day) rank += 1;
      return rank;
    },
  };
}
