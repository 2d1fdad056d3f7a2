/** Who may meet the needs of families, by unions, kin and households. */
import { ageOn, type Day } from '../calendar.ts';
import { never } from '../pattern/pattern.ts';
import { grownUp } from '../needs/surroundings.ts';
import { frail, maritalStatusOf } from '../needs/family-needs.ts';
import { isIn } from '../needs/need.ts';
import type { WorldParts } from '../records/parts.ts';
import { ofOneSex } from '../records/families.ts';
import { othersAtHome } from '../home-mates.ts';
import { mayFallIn, type Sieve, type Sieves } from './sieve.ts';

type FamilyNeed =
  | 'maritalStatus'
  | 'sameSexCouple'
  | 'children'
  | 'childrenAtHome'
  | 'loneParent'
  | 'twin'
  | 'carer'
  | 'nextOfKin'
  | 'bereaved';

export const familySieves: Sieves<FamilyNeed> = {
  maritalStatus: (status, { copies: { pattern }, kin }, today) => ({
    ...(status !== 'single' && { member: (member) => pattern.unionsOf(member).length > 0 }),
    person(copy, member) {
      const couples = kin.couples(copy, member, today).map(({ wedding, end }) => ({
        ...(wedding !== undefined && { wedding: '' }),
        ...(end !== undefined && { end: { date: '', by: end.by === 'separation' && wedding !== undefined ? 'divorce' : end.by } as const }),
      }));
      return maritalStatusOf(couples) === status;
    },
  }),
  sameSexCouple: (_, { families, kin }, today) => ({
    member: (member) => families.couples[member] === ofOneSex,
    person: (copy, member) => kin.presentCouple(copy, member, today) !== undefined,
  }),
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
  twin: (_, { copies: { pattern } }) => ({ member: (member) => (pattern.multiple[member] ?? 0) > 0 }),
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
  bereaved(within, { copies: { pattern } }, today) {
    const mourns = mournersOf(pattern, (day) => mayFallIn(day, { from: today - within, to: today }));
    return { member: (member) => mourns[member] === 1 };
  },
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

/** Those whose partner, parent or child dies on some day. */
function mournersOf({ size, death, mother, father, unions }: WorldParts['copies']['pattern'], isMeant: (day: Day) => boolean): Uint8Array {
  const mourns = new Uint8Array(size);
  for (let member = 0; member < size; member += 1) {
    for (const parent of [mother[member] ?? -1, father[member] ?? -1]) {
      if (parent < 0) continue;
      if (isMeant(death[parent] ?? never)) mourns[member] = 1;
      if (isMeant(death[member] ?? never)) mourns[parent] = 1;
    }
  }
  unions.end.forEach((end, union) => {
    if (!isMeant(end)) return;
    for (const one of [unions.a[union] ?? -1, unions.b[union] ?? -1]) if (one >= 0) mourns[one] = 1;
  });
  return mourns;
}
