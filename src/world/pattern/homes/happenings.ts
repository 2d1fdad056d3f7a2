/** What may move somebody from one home to another, in order of time. */
import { type Day, year } from '../../calendar.ts';
import { at, type Draws, percent } from '../draws.ts';
import * as rates from '../england/rates.ts';
import { horizon, homesRemembered, type Inhabitant, recordsBegin, type Union } from '../lives/members.ts';
import { male } from '../../peoples/people.ts';

/** In the order in which those of one day are dealt with. */
export const kinds = { arrives: 0, joins: 1, leaves: 2, changes: 3, settles: 4, moves: 5, parts: 6, needsCare: 7, dies: 8 } as const;
const kindCount = Object.keys(kinds).length;

export interface Happenings {
  toMember(kind: number, member: Inhabitant, day: Day): void;
  toUnion(kind: number, union: Union, day: Day): void;
}

/** Days before 1970 that are told of: no key is below 0. */
const longAgo = 60_000;
const subjectsAtMost = 0x100000;

/** Each is one number while they are put in order: day, kind, and of the members and unions the one that it happens to. */
export function eachHappening(members: readonly Inhabitant[], draws: Draws, { toMember, toUnion }: Happenings): void {
  const unions: Union[] = [];
  const keys: number[] = [];
  let subject = 0;
  const add = (day: Day, kind: number): void => {
    if (day < horizon) keys.push(((day + longAgo) * kindCount + kind) * subjectsAtMost + subject);
  };
  for (const member of members) {
    addMember(member, add, draws);
    subject += 1;
    for (const union of member.unions) if (isTeller(member, union)) unions.push(union);
  }
  for (const union of unions) {
    addUnion(union, add, draws);
    subject += 1;
  }
  for (const key of new Float64Array(keys).sort()) {
    const number = key % subjectsAtMost;
    const dayAndKind = Math.floor(key / subjectsAtMost);
    const day = Math.floor(dayAndKind / kindCount) - longAgo;
    const member = members[number];
    const union = unions[number - members.length];
    if (member !== undefined) toMember(dayAndKind % kindCount, member, day);
    else if (union !== undefined) toUnion(dayAndKind % kindCount, union, day);
  }
}

/** What befalls a couple is told of once: by the first of them, or by whoever is on record. */
function isTeller(member: Inhabitant, { a }: Union): boolean {
  return a === member || a.death < recordsBegin;
}

function addMember({ birth, arrival, death, sex }: Inhabitant, add: (day: Day, kind: number) => void, draws: Draws): void {
  add(Math.max(birth, arrival), kinds.arrives);
  add(death, kinds.dies);
  const left = birth + Math.floor((at(rates.leavesAt, draws()) + (sex === male ? rates.leavesLater : 0)) * year);
  add(left, kinds.leaves);
  for (let n = 1; n <= rates.changesOfShare; n += 1) {
    const day = left + Math.floor((n * 2 + draws()) * year);
    if (day > homesRemembered) add(day, kinds.changes);
  }
  add(left + Math.floor(at(rates.yearsSharing, draws()) * year), kinds.settles);
  if (percent(draws, rates.goesIntoCare)) add(birth + Math.floor(at(rates.careAt, draws()) * year), kinds.needsCare);
}

function addUnion({ together, end, separated }: Union, add: (day: Day, kind: number) => void, draws: Draws): void {
  add(together, kinds.joins);
  if (separated) add(end, kinds.parts);
  for (const [after, chance] of rates.moves) {
    if (!percent(draws, chance)) continue;
    const day = together + Math.floor(at(after, draws()) * year);
    if (day < end && day > homesRemembered) add(day, kinds.moves);
  }
}
