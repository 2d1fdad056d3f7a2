/** Which part of each people's table of surnames answers a search: intervals of cumulative shares, found when a line of that people comes up. */
import { firstThat } from '../first-that.ts';
import type { SurnameTables } from '../lines/surnames.ts';
import type { SurnameTable } from '../peoples/surnames.ts';
import type { NameCriterion } from './name-criteria.ts';

/** From, to, from, to …, apart from each other; what lies in [from, to) fits. */
export type Intervals = readonly number[];

export interface FittingSurnames {
  /** The names of a people that fit as they stand. */
  whole(people: number, sex: 0 | 1): Intervals;
  /** Those that may stand before the hyphen of a name that fits. */
  beforeHyphen(people: number, sex: 0 | 1): Intervals;
}

const everything: Intervals = [0, 1];

/** Where the names of each sound are, by table; made when a search first asks a table for a sound. */
export type Sounds = Map<SurnameTable, ReadonlyMap<string, Intervals>>;

interface Asked {
  readonly tables: SurnameTables;
  readonly sounds: Sounds;
  readonly fuzzy: boolean;
}

export function fittingSurnames(criterion: NameCriterion, { tables, sounds, fuzzy }: Asked): FittingSurnames {
  const whole: (Intervals | undefined)[] = [];
  const before: (Intervals | undefined)[] = [];
  return {
    whole(people, sex) {
      return (whole[people * 2 + sex] ??= fuzzy
        ? sounding(sounds, tables.surnamesOf(people, sex), criterion)
        : spelt(tables.surnamesOf(people, sex), criterion));
    },
    beforeHyphen(people, sex) {
      return fuzzy ? everything : (before[people * 2 + sex] ??= beginning(tables.surnamesOf(people, sex), criterion));
    },
  };
}

/** Adds the interval of one position, joined to the one before it where they touch. */
function add(intervals: number[], table: SurnameTable, position: number): void {
  const from = table.from[position] ?? 0;
  const to = table.to[position] ?? 0;
  if (intervals.length > 0 && intervals.at(-1) === from) intervals[intervals.length - 1] = to;
  else intervals.push(from, to);
}

/** The names from `prefix` on for as long as they begin with it and `fits` allows. */
function run(intervals: number[], table: SurnameTable, prefix: string, fits: (folded: string) => boolean): void {
  const { folded } = table;
  for (let position = lowerBound(folded, prefix); folded[position]?.startsWith(prefix) === true; position += 1) {
    if (fits(folded[position] ?? '')) add(intervals, table, position);
  }
}

/** Those that are written so, or with something in the places of `*`. */
function spelt(table: SurnameTable, criterion: NameCriterion): Intervals {
  const intervals: number[] = [];
  if (criterion.wildcard) run(intervals, table, criterion.prefix, criterion.matches);
  else equal(intervals, table, criterion.folded);
  return intervals;
}

/** One spelling; two names that fold to it stand side by side. */
function equal(intervals: number[], table: SurnameTable, name: string): void {
  const { folded } = table;
  for (let position = lowerBound(folded, name); folded[position] === name; position += 1) add(intervals, table, position);
}

/** What a double name that fits may begin with: what is asked for up to one of its hyphens, or more after what stands before a `*`. */
function beginning(table: SurnameTable, { prefix, wildcard }: NameCriterion): Intervals {
  const intervals: number[] = [];
  for (let hyphen = prefix.indexOf('-'); hyphen >= 0; hyphen = prefix.indexOf('-', hyphen + 1)) {
    equal(intervals, table, prefix.slice(0, hyphen));
  }
  if (wildcard) run(intervals, table, prefix, () => true);
  else equal(intervals, table, prefix);
  return intervals;
}

function sounding(sounds: Sounds, table: SurnameTable, { soundex }: NameCriterion): Intervals {
  let bySound = sounds.get(table);
  if (bySound === undefined) {
    const made = new Map<string, number[]>();
    table.soundex.forEach((code, position) => {
      if (code === undefined) return;
      const those = made.get(code);
      const intervals = those ?? [];
      add(intervals, table, position);
      if (those === undefined) made.set(code, intervals);
    });
    bySound = made;
    sounds.set(table, bySound);
  }
  return soundex === undefined ? [] : (bySound.get(soundex) ?? []);
}

/** First position whose name is not below `key`. */
function lowerBound(names: readonly string[], key: string): number {
  return firstThat(names.length, (position) => (names[position] ?? '') >= key);
}
