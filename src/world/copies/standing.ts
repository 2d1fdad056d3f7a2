/**
 * Whether somebody is there, and how their record stands. Records that are awkward as a whole (superseded, invalidated, nothing but a number)
 * are those of people without kin who always live alone, so that nobody has a mother or a husband whose record is not to be found.
 */
import type { Day } from '../calendar.ts';
import { field } from '../fields.ts';
import { hash, unit } from '../hash.ts';
import type { Pattern } from '../pattern/pattern.ts';
import type { Copies } from './copies.ts';
import { oncePerPattern } from '../pattern/once-per-pattern.ts';

/** Shares of all records. */
export const standingRates = { invalidated: 0.001, superseded: 0.002, minimal: 0.0005 } as const;

export type StandingKind = 'live' | 'invalidated' | 'superseded' | 'minimal';

export interface Standings {
  /** On record on a day: within the size, and born or come by then; whatever the record's standing. */
  onRecord(copy: number, member: number, today: Day): boolean;
  /** On record with a live one: somebody whom searches and relatives know of. */
  exists(copy: number, member: number, today: Day): boolean;
  of(copy: number, member: number): StandingKind;
  /** The index of the live record that a superseded one gave way to. */
  survivor(copy: number, member: number): number | undefined;
}

/** `begins` is the first day that a world can show. */
export function standingOf(copies: Copies, begins: Day): Standings {
  const { pattern, seed } = copies;
  const { family: familyOf } = pattern;
  const alone = loners(pattern);
  const many = alone.reduce((sum, each) => sum + each, 0);
  /** How many of everybody there are to one of those who are alone. */
  const toOneAlone = many === 0 ? 1 : pattern.size / many;

  const isThere = (copy: number, member: number): boolean => copies.keeps(copy, familyOf[member] ?? 0);

  function drawn(copy: number, member: number): StandingKind {
    if (alone[member] === 0) return 'live';
    const { invalidated, superseded, minimal } = standingRates;
    const chance = unit(seed, copy * pattern.size + member, field.record) / toOneAlone;
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
      if (drawn(copy, other) === 'live' && isThere(copy, other) && copies.arrival(copy, other) <= begins) return copies.index(copy, other);
    }
    return undefined;
  }

  function of(copy: number, member: number): StandingKind {
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

/** Whether each has no kin on record, and never shares a home. */
const loners = oncePerPattern(aloneIn);

function aloneIn(pattern: Pattern): Uint8Array {
  const { size, mother, father, sibship, stays, dwellings } = pattern;
  const alone = new Uint8Array(size).fill(1);
  /** The first to live in each dwelling, and to be of each sibship; another one means that neither is alone. */
  const livesIn = new Int32Array(dwellings.kind.length).fill(-1);
  const firstOf = new Map<number, number>();
  const notAlone = (...members: readonly number[]): void => {
    for (const member of members) if (member >= 0) alone[member] = 0;
  };
  for (let member = 0; member < size; member += 1) {
    const [itsMother, itsFather, siblings] = [mother[member] ?? -1, father[member] ?? -1, sibship[member] ?? -1];
    if (itsMother >= 0 || itsFather >= 0) notAlone(member, itsMother, itsFather);
    if (pattern.unionsOf(member).length > 0) notAlone(member);
    const sibling = siblings < 0 ? undefined : firstOf.get(siblings);
    if (sibling !== undefined) notAlone(member, sibling);
    else if (siblings >= 0) firstOf.set(siblings, member);
    for (let stay = stays.first[member] ?? 0; stay < (stays.first[member + 1] ?? 0); stay += 1) {
      const dwelling = stays.dwelling[stay] ?? 0;
      const other = livesIn[dwelling] ?? -1;
      if (other >= 0 && other !== member) notAlone(member, other);
      else livesIn[dwelling] = member;
    }
  }
  return alone;
}
