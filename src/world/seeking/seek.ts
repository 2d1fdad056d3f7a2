/** Who may be meant, found from the pattern outward: its members first, some thousands, then those who are left in each copy. */
import type { Needs, Sought } from '../../population.ts';
import { type Day, dayOf } from '../calendar.ts';
import type { Copies } from '../copies/copies.ts';
import { field } from '../fields.ts';
import { hash } from '../hash.ts';
import { copyCount } from '../lines/deal.ts';
import { birthDaysFor } from '../needs/age-needs.ts';
import { isAny, isOfTheDead } from '../needs/needs.ts';
import type { WorldParts } from '../records/parts.ts';
import { backgroundSieves, genderSieve, livingSieve } from './background-sieves.ts';
import { clinicalSieves } from './clinical-sieves.ts';
import { coupleSieves } from './couple-sieves.ts';
import { familySieves } from './family-sieves.ts';
import { homeSieves, placeSieve } from './home-sieves.ts';
import { bornIn, type Sieve, type Sieves } from './sieve.ts';
import { traitSieve } from './trait-sieves.ts';

/**
 * The quickest first: households are asked of few. Those of ages are told by their days of birth; who has nominated a pharmacy, and most of
 * health and care, is told by the record alone.
 */
const allSieves = { ...backgroundSieves, ...coupleSieves, ...clinicalSieves, ...homeSieves, ...familySieves };
const needSieves: Sieves<keyof typeof allSieves> = allSieves;

const sieved = Object.keys(needSieves) as readonly (keyof typeof needSieves)[]; // its own members

/** Indices, each once: in their order, or in an order that is drawn. */
export function* peopleSought(parts: WorldParts, sought: Sought, today: Day): Generator<number> {
  const { copies } = parts;
  const sieves = sievesFor(parts, sought, today);
  const ofMembers = sieves.flatMap(({ member }) => member ?? []);
  const ofPeople = sieves.flatMap(({ person }) => person ?? []);
  const members = Array.from({ length: copies.pattern.size }, (_, member) => member).filter((member) =>
    ofMembers.every((isMeant) => isMeant(member)),
  );
  for (const index of sought.draw === undefined ? likelyFirst(copies, members, sieves) : drawn(copies, members, sought.draw)) {
    const [copy, member] = [copies.copyOf(index), copies.memberOf(index)];
    if (parts.standing.onRecord(copy, member, today) && ofPeople.every((isMeant) => isMeant(copy, member, index))) yield index;
  }
}

/** The quickest first. */
function sievesFor(parts: WorldParts, sought: Sought, today: Day): readonly Sieve[] {
  const { copies } = parts;
  const { needs, gender, born, traits = [], place } = sought;
  const isOfLiving = isAny(needs) && !isOfTheDead(sought);
  const ages = isOfLiving ? birthDaysFor(needs, today) : undefined;
  return [
    ...(gender === undefined ? [] : [genderSieve(parts, gender)]),
    ...(born === undefined ? [] : [bornIn(copies, { from: dayOf(born.from), to: dayOf(born.to) })]),
    ...(ages === undefined ? [] : [bornIn(copies, ages)]),
    ...(isOfLiving ? [livingSieve(parts, today)] : []),
    ...traits.map((trait) => traitSieve(parts, trait, today)),
    ...(place === undefined ? [] : [placeSieve(parts, place, today)]),
    ...sieved.flatMap((name) => sieveOf(name, needs, parts, today) ?? []),
  ];
}

function sieveOf<Name extends keyof typeof needSieves>(name: Name, needs: Needs, parts: WorldParts, today: Day): Sieve | undefined {
  const value: Needs[Name] = needs[name];
  const make: Sieves<Name>[Name] = needSieves[name];
  return value === undefined ? undefined : make(value, parts, today);
}

function* likelyFirst(copies: Copies, members: readonly number[], sieves: readonly Sieve[]): Generator<number> {
  const tests = sieves.flatMap(({ likely }) => likely ?? []);
  const isLikely = (member: number): boolean => tests.every((test) => test(member));
  yield* inOrder(copies, members.filter(isLikely));
  if (tests.length > 0)
    yield* inOrder(
      copies,
      members.filter((member) => !isLikely(member)),
    );
}

function* inOrder(copies: Copies, members: readonly number[]): Generator<number> {
  for (let copy = 0; copy < copies.copiesKept; copy += 1) {
    for (const member of members) {
      if (!copies.keeps(copy, copies.pattern.family[member] ?? 0)) break;
      yield copies.index(copy, member);
    }
  }
}

/** Each member in one of its copies, the members shuffled; then each in another of its copies; and so on. */
function* drawn(copies: Copies, members: readonly number[], seed: number): Generator<number> {
  const shuffled = members
    .map((member) => ({ member, bits: hash(seed, member, field.draw) }))
    .sort((one, other) => one.bits - other.bits || one.member - other.member);
  for (let turn = 0; turn < copyCount; turn += 1) {
    for (const { member, bits } of shuffled) {
      const copy = (turn * ((bits >>> 6) | 1) + bits) & (copyCount - 1);
      if (copies.keeps(copy, copies.pattern.family[member] ?? 0)) yield copies.index(copy, member);
    }
  }
}
