/** What follows of everybody from the families of the pattern, in every copy and on every day. */
import { dayOf, year } from '../calendar.ts';
import { familyHome, type Pattern } from '../pattern/pattern.ts';
import { oncePerPattern } from '../pattern/once-per-pattern.ts';

/** Whom somebody lives with as a couple, now or at any time. */
export const inNoCouple = 0;
export const ofTwoSexes = 1;
export const ofOneSex = 2;

export interface FamilyFacts {
  /** The member that somebody has language and religion from: of those who share it at home the same. */
  readonly root: Uint16Array;
  readonly couples: Uint8Array;
  /**
   * On every day that can be told of grown up, in no couple, nobody's parent, and at home with nobody but other grown-ups in a shared
   * house or a care home: only a record of theirs may be without an address.
   */
  readonly solitary: Uint8Array;
  /** One in so many is. */
  readonly solitaryOneIn: number;
}

const grownUpBefore = dayOf('1998-01-01');
/** Of the pattern: more than a year, by which families shift, before the first day that the world can show. */
const mayBeToldOf = dayOf('2015-12-01');
/** With a year to spare. */
const childhood = 17 * year;

export const familyFactsOf = oncePerPattern(factsOf);

function factsOf(pattern: Pattern): FamilyFacts {
  const { size, sex, birth, mother, father, unions } = pattern;
  const couples = new Uint8Array(size);
  const solitary = Uint8Array.from(birth, (day) => (day < grownUpBefore ? 1 : 0));
  unions.a.forEach((a, union) => {
    const b = unions.b[union] ?? -1;
    const kind = a >= 0 && b >= 0 && sex[a] === sex[b] ? ofOneSex : ofTwoSexes;
    for (const one of [a, b]) {
      if (one < 0) continue;
      couples[one] = Math.max(couples[one] ?? 0, kind);
      solitary[one] = 0;
    }
  });
  for (let member = 0; member < size; member += 1) {
    for (const parent of [mother[member] ?? -1, father[member] ?? -1]) if (parent >= 0) solitary[parent] = 0;
  }
  takeOutThoseWithOthers(pattern, solitary);
  const many = solitary.reduce((sum, each) => sum + each, 0);
  return { root: rootsOf(pattern), couples, solitary, solitaryOneIn: many === 0 ? 1 : size / many };
}

/** Takes out those who live with others, at a time that may be told of: in a house or flat with anybody, in a shared house with a child. */
function takeOutThoseWithOthers({ size, birth, stays, dwellings }: Pattern, solitary: Uint8Array): void {
  const first = new Int32Array(dwellings.kind.length).fill(-1);
  const hasOthers = new Uint8Array(dwellings.kind.length);
  const hasChild = new Uint8Array(dwellings.kind.length);

  function eachStay(see: (member: number, dwelling: number, from: number) => void): void {
    for (let member = 0; member < size; member += 1) {
      const end = stays.first[member + 1] ?? 0;
      for (let stay = stays.first[member] ?? 0; stay < end; stay += 1) {
        if (stay + 1 < end && (stays.from[stay + 1] ?? 0) < mayBeToldOf) continue;
        see(member, stays.dwelling[stay] ?? 0, stays.from[stay] ?? 0);
      }
    }
  }

  eachStay((member, dwelling, from) => {
    if (first[dwelling] === -1) first[dwelling] = member;
    else if (first[dwelling] !== member) hasOthers[dwelling] = 1;
    if (from < (birth[member] ?? 0) + childhood) hasChild[dwelling] = 1;
  });
  eachStay((member, dwelling) => {
    const isShared = dwellings.kind[dwelling] !== familyHome && hasChild[dwelling] === 0;
    if (hasOthers[dwelling] === 1 && !isShared) solitary[member] = 0;
  });
}

/**
 * Children have it from the mother, else from the father, where they are of one people. Somebody without parents on record has that of the
 * first they lived with, so that couples of one people speak one language.
 */
function rootsOf({ size, people, mother, father, unions }: Pattern): Uint16Array {
  const root = Uint16Array.from({ length: size }, (_, member) => member);
  const isAlike = (one: number, other: number): boolean => other >= 0 && people[one] === people[other];
  const parentOf = (member: number): number => {
    const [itsMother, itsFather] = [mother[member] ?? -1, father[member] ?? -1];
    return isAlike(member, itsMother) ? itsMother : isAlike(member, itsFather) ? itsFather : -1;
  };
  const isSettled = Uint8Array.from({ length: size }, (_, member) => (parentOf(member) >= 0 ? 1 : 0));
  /** Whom each founder has it from: nobody, or a partner. */
  const from = new Int32Array(size).fill(-1);
  const inOrder = Array.from(unions.together.keys()).sort((x, y) => (unions.together[x] ?? 0) - (unions.together[y] ?? 0) || x - y);
  for (const union of inOrder) {
    const [a, b] = [unions.a[union] ?? -1, unions.b[union] ?? -1];
    if (a < 0 || b < 0 || !isAlike(a, b)) continue;
    if (isSettled[a] === 0) from[a] = b;
    else if (isSettled[b] === 0) from[b] = a;
    isSettled[a] = 1;
    isSettled[b] = 1;
  }
  const isDone = new Uint8Array(size);
  function settle(member: number): number {
    if (isDone[member] === 1) return root[member] ?? member;
    isDone[member] = 1;
    const source = parentOf(member) >= 0 ? parentOf(member) : (from[member] ?? -1);
    if (source >= 0) root[member] = settle(source);
    return root[member] ?? member;
  }
  for (let member = 0; member < size; member += 1) settle(member);
  return root;
}
