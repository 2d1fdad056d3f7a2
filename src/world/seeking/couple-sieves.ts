/** Who may meet the needs of couples, births and deaths in the family: told by unions and days, without asking who lives where. */
import type { Day } from '../calendar.ts';
import { maritalStatusOf } from '../needs/family-needs.ts';
import { never } from '../pattern/pattern.ts';
import { ofOneSex } from '../records/families.ts';
import type { WorldParts } from '../records/parts.ts';
import { mayFallIn, type Sieves } from './sieve.ts';

type CoupleNeed = 'maritalStatus' | 'sameSexCouple' | 'twin' | 'bereaved';

export const coupleSieves: Sieves<CoupleNeed> = {
  maritalStatus: (status, { copies: { pattern }, kin }, today) => ({
    ...(status !== 'single' && { member: (member) => pattern.unionsOf(member).length > 0 }),
    person: (copy, member) => maritalStatusOf(kin.couples(copy, member, today)) === status,
  }),
  sameSexCouple: (_, { families, kin }, today) => ({
    member: (member) => families.couples[member] === ofOneSex,
    person: (copy, member) => kin.presentCouple(copy, member, today) !== undefined,
  }),
  twin: (_, { copies: { pattern } }) => ({ member: (member) => (pattern.multiple[member] ?? 0) > 0 }),
  bereaved(within, { copies: { pattern } }, today) {
    const mourns = mournersOf(pattern, (day) => mayFallIn(day, { from: today - within, to: today }));
    return { member: (member) => mourns[member] === 1 };
  },
};

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
