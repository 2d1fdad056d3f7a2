/**
 * Whether somebody is there, and how their record stands. Records that are awkward as a whole (superseded, invalidated, nothing but a number)
 * are taken from families of one, so that nobody has a mother or a husband whose record is not to be found.
 */
import type { Day } from '../calendar.ts';
import { field } from '../fields.ts';
import { hash, unit } from '../hash.ts';
import type { Copies } from './copies.ts';

/** Shares of all records. */
export const standingRates = { invalidated: 0.001, superseded: 0.002, minimal: 0.0005 } as const;

export type RecordStanding = 'live' | 'invalidated' | 'superseded' | 'minimal';

export interface Standing {
  /** On record on a day: within the size, born or come by then, and not out of the way of a persona; whatever the record's standing. */
  onRecord(copy: number, member: number, today: Day): boolean;
  /** On record with a live one: somebody whom searches and relatives know of. */
  exists(copy: number, member: number, today: Day): boolean;
  of(copy: number, member: number): RecordStanding;
  /** The index of the live record that a superseded one gave way to. */
  survivor(copy: number, member: number): number | undefined;
}

/** Families that are not there, as they would get in the way of a persona: `copy * families + family`. */
export type Vacated = ReadonlySet<number>;

export function standingOf(copies: Copies, vacated: Vacated, worldBegins: Day): Standing {
  const { pattern, seed, families } = copies;
  const { family: familyOf } = pattern;
  let alone = 0;
  for (let family = 0; family < families; family += 1) if (isOne(family)) alone += 1;
  /** What share of the families of one has to be drawn for so many of all records. */
  const drawnOfThose = alone === 0 ? 0 : pattern.size / alone;

  function isOne(family: number): boolean {
    return copies.firstOf(family + 1) - copies.firstOf(family) === 1;
  }

  function isThere(copy: number, member: number): boolean {
    const family = familyOf[member] ?? 0;
    return copies.keeps(copy, family) && !vacated.has(copy * families + family);
  }

  function drawn(copy: number, member: number): RecordStanding {
    if (!isOne(familyOf[member] ?? 0)) return 'live';
    const { invalidated, superseded, minimal } = standingRates;
    const chance = unit(seed, copy * pattern.size + member, field.record) / drawnOfThose;
    if (chance < invalidated) return 'invalidated';
    if (chance < invalidated + superseded) return 'superseded';
    return chance < invalidated + superseded + minimal ? 'minimal' : 'live';
  }

  /**
   * The first live record before this one, some steps back, of somebody who has been on record as long as the world knows: so that it is
   * the same at every size and on every day.
   */
  function survivor(copy: number, member: number): number | undefined {
    const steps = 1 + (hash(seed, copy * pattern.size + member, field.survivor) % 3);
    for (let other = member - steps; other >= 0 && other > member - 200; other -= 1) {
      if (drawn(copy, other) === 'live' && isThere(copy, other) && copies.arrival(copy, other) <= worldBegins)
        return copies.index(copy, other);
    }
    return undefined;
  }

  function of(copy: number, member: number): RecordStanding {
    const standing = drawn(copy, member);
    return standing === 'superseded' && survivor(copy, member) === undefined ? 'live' : standing;
  }

  const hasCome = (copy: number, member: number, today: Day): boolean => copies.arrival(copy, member) <= today;

  return {
    onRecord: (copy, member, today) => isThere(copy, member) && hasCome(copy, member, today),
    exists: (copy, member, today) => isThere(copy, member) && of(copy, member) === 'live' && hasCome(copy, member, today),
    of,
    survivor,
  };
}
