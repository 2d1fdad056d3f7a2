/** Who may meet the needs of families that hang on kin and on who lives with whom. */
import { ageOn, type Day } from '../calendar.ts';
import { grownUp } from '../needs/surroundings.ts';
import { frail } from '../needs/family-needs.ts';
import { isIn } from '../needs/need.ts';
import type { WorldParts } from '../records/parts.ts';
import { othersAtHome } from '../records/home-mates.ts';
import type { Sieve, Sieves } from './sieve.ts';

type FamilyNeed = 'children' | 'childrenAtHome' | 'loneParent' | 'carer' | 'nextOfKin';

export const familySieves: Sieves<FamilyNeed> = {
  children: (wanted, parts, today) => ({
    ...hasChildren(parts, wanted.from),
    person: (copy, member) =>
      isIn(parts.kin.relatives(copy, member, today).filter(({ relationship }) => relationship === 'child').length, wanted),
  }),
  childrenAtHome: (wanted, parts, today) => ({
    ...hasChildren(parts, wanted.from),
    person: (copy, member) => isIn(childrenAtHome(parts, copy, member, today), wanted),
  }),
  loneParent: (_, parts, today) => ({
    ...hasChildren(parts, 1),
    person(copy, member) {
      const partner = parts.kin.presentCouple(copy, member, today)?.partner ?? -1;
      if (partner >= 0 && othersAtHome(parts, copy, member, today).includes(partner)) return false;
      return childrenAtHome(parts, copy, member, today) > 0;
    },
  }),
  carer: (_, parts, today) => ({
    person(copy, member) {
      const { copies } = parts;
      if (ageOn(copies.birth(copy, member), today) < grownUp) return false;
      return othersAtHome(parts, copy, member, today).some((other) => ageOn(copies.birth(copy, other), today) >= frail);
    },
  }),
  nextOfKin: (wanted, { copies: { pattern }, kin, days }, today) => ({
    ...(wanted === 'partner' && { member: (member) => pattern.unionsOf(member).length > 0 }),
    person(copy, member) {
      const living = kin.relatives(copy, member, today).filter((other) => days.death(copy, other.member) > today);
      if (wanted === 'none') return living.every(({ relationship }) => relationship === 'child' || relationship === 'sibling');
      const relationships: readonly string[] = wanted === 'parent' ? ['mother', 'father', 'guardian'] : [wanted];
      return living.some(({ relationship }) => relationships.includes(relationship));
    },
  }),
};

/** Of the pattern, of whatever day. */
function hasChildren({ copies: { pattern } }: WorldParts, least: number): Pick<Sieve, 'member'> {
  if (least === 0) return {};
  const counts = new Uint8Array(pattern.size);
  for (const parents of [pattern.mother, pattern.father]) {
    for (const parent of parents) if (parent >= 0) counts[parent] = (counts[parent] ?? 0) + 1;
  }
  return { member: (member) => (counts[member] ?? 0) >= least };
}

function childrenAtHome(parts: WorldParts, copy: number, member: number, today: Day): number {
  const { birth, pattern } = parts.copies;
  return othersAtHome(parts, copy, member, today).filter(
    (other) => (pattern.mother[other] === member || pattern.father[other] === member) && ageOn(birth(copy, other), today) < grownUp,
  ).length;
}
