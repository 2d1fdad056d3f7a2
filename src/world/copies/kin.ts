/** Families in the copies: relatives, couples and households as of a day, read off the pattern and so the same from either end. */
import type { Partnership, Relative } from '../../population.ts';
import { ageOn, type Day } from '../calendar.ts';
import { never, separated } from '../pattern/pattern.ts';
import type { Copies } from './copies.ts';
import { eachPlace, membersByGroup } from './members-by-group.ts';
import type { LifeDays } from './life-days.ts';
import { oncePerPattern } from '../pattern/once-per-pattern.ts';

export interface Kinsperson {
  readonly relationship: Relative['relationship'];
  readonly member: number;
}

/** A couple as one of them sees it. */
export interface Couple {
  readonly union: number;
  /** -1 for somebody on no record. */
  readonly partner: number;
  readonly together: Day;
  /** Absent where they have not married by then. */
  readonly wedding: Day | undefined;
  /** The day that a marriage ends but by death is that of the divorce. */
  readonly end: { readonly day: Day; readonly by: NonNullable<Partnership['end']>['by'] } | undefined;
}

export interface Kin {
  /** Those on record on a day: mother, father, brothers and sisters (half ones too), partner, children, and the guardian of a child without parents. */
  relatives(copy: number, member: number, today: Day): readonly Kinsperson[];
  /** Earliest first, of those that have begun. */
  couples(copy: number, member: number, today: Day): readonly Couple[];
  /** The couple that somebody is one of today. */
  presentCouple(copy: number, member: number, today: Day): Couple | undefined;
  /** Who lives at the same dwelling on a day, this one included; nobody where that is not alive or not here. */
  household(copy: number, member: number, day: Day): readonly number[];
}

/** Whether somebody has a live record on a day. */
type Exists = (copy: number, member: number, today: Day) => boolean;

/** Below, somebody else in the household looks after a child who lives with neither parent. */
const needsGuardian = 16;
const adult = 18;

const childrenIn = oncePerPattern(({ size, mother, father }) =>
  membersByGroup(size, (tell) => {
    for (let member = 0; member < size; member += 1) {
      tell(mother[member] ?? -1, member);
      tell(father[member] ?? -1, member);
    }
  }),
);
const siblingsIn = oncePerPattern(({ sibship }) =>
  membersByGroup(sibship.reduce((most, each) => Math.max(most, each), -1) + 1, (tell) => {
    sibship.forEach(tell);
  }),
);
const dwellersIn = oncePerPattern((pattern) =>
  membersByGroup(pattern.dwellings.kind.length, (tell) => {
    eachPlace(pattern, (stay) => pattern.stays.dwelling[stay] ?? 0, tell);
  }),
);

/** -1 where there is no adult among them. */
export function eldestAdult(copies: Copies, copy: number, those: readonly number[], day: Day): number {
  let eldest = -1;
  for (const one of those) {
    const born = copies.birth(copy, one);
    if (ageOn(born, day) >= adult && (eldest < 0 || born < copies.birth(copy, eldest))) eldest = one;
  }
  return eldest;
}

export function kinOf(copies: Copies, days: LifeDays, exists: Exists): Kin {
  const { pattern } = copies;
  const { mother: mothers, father: fathers, sibship, unions } = pattern;
  const childrenOf = childrenIn(pattern);
  const siblingsOf = siblingsIn(pattern);
  const dwellersOf = dwellersIn(pattern);

  function household(copy: number, member: number, day: Day): readonly number[] {
    const dwelling = days.dwellingOn(copy, member, day);
    const those: number[] = [];
    for (const other of dwellersOf(dwelling)) {
      if (other === member || days.dwellingOn(copy, other, day) === dwelling) those.push(other);
    }
    return those;
  }

  function couples(copy: number, member: number, today: Day): readonly Couple[] {
    const begun: Couple[] = [];
    for (const union of pattern.unionsOf(member)) {
      const together = days.together(copy, union);
      if (together > today) continue;
      const planned = days.wedding(copy, union);
      const wedding = planned === never || planned > today ? undefined : planned;
      const end = days.unionEnd(copy, union);
      const by = unions.ended[union] !== separated ? 'death' : wedding === undefined ? 'separation' : 'divorce';
      const partner = (unions.a[union] === member ? unions.b[union] : unions.a[union]) ?? -1;
      begun.push({
        union,
        partner,
        together,
        wedding,
        end: end === never || end > today ? undefined : { day: end, by },
      });
    }
    return begun;
  }

  function presentCouple(copy: number, member: number, today: Day): Couple | undefined {
    return couples(copy, member, today).findLast(({ end }) => end === undefined);
  }

  /** The eldest adult at home with a child who lives with neither parent. */
  function guardian(copy: number, member: number, today: Day): number {
    if (ageOn(copies.birth(copy, member), today) >= needsGuardian) return -1;
    const those = household(copy, member, today);
    return those.some((other) => other === mothers[member] || other === fathers[member]) ? -1 : eldestAdult(copies, copy, those, today);
  }

  return {
    household,
    couples,
    presentCouple,
    relatives(copy, member, today) {
      const found: Kinsperson[] = [];
      const add = (relationship: Kinsperson['relationship'], other: number): void => {
        if (other >= 0 && exists(copy, other, today)) found.push({ relationship, member: other });
      };
      const mother = mothers[member] ?? -1;
      const father = fathers[member] ?? -1;
      add('mother', mother);
      add('father', father);
      const ofMother = siblingsOf(sibship[member] ?? -1);
      for (const other of ofMother) if (other !== member) add('sibling', other);
      for (const other of childrenOf(father)) if (other !== member && !ofMother.includes(other)) add('sibling', other);
      add('partner', presentCouple(copy, member, today)?.partner ?? -1);
      for (const other of childrenOf(member)) add('child', other);
      add('guardian', guardian(copy, member, today));
      return found;
    },
  };
}
