/** What the people who work for the NHS are called: from the peoples, by as much as doctors are of them. */
import { field } from '../fields.ts';
import { hash, unit } from '../hash.ts';
import { givenNamesOf } from '../peoples/given-names.ts';
import type { Category } from '../peoples/people.ts';
import { peoplesOf } from '../peoples/peoples.ts';
import { surnameAt } from '../peoples/surnames.ts';

/** Doctors of 100 by ethnic category, roughly (General Medical Council, The state of medical education and practice). */
const doctors: readonly (readonly [category: Category, of100: number])[] = [
  ['A', 44],
  ['B', 2],
  ['C', 8],
  ['H', 17],
  ['J', 8],
  ['K', 2],
  ['L', 5],
  ['N', 7],
  ['R', 3],
  ['S', 4],
];
const bornHere = 0.6;

export interface StaffAsked {
  readonly sex: 0 | 1;
  /** The year. */
  readonly bornIn: number;
  /** Tells people apart who are alike in all else. */
  readonly key: number;
}

export interface StaffName {
  readonly given: string;
  readonly family: string;
}

export function staffNameOf(seed: number, { sex, bornIn, key }: StaffAsked): StaffName {
  const people = peopleAt(unit(seed, key, field.staff));
  const family = surnameAt(people, sex, unit(seed, key, field.staff + 1));
  const bearer = {
    people,
    sex,
    bornIn,
    bornHere: unit(seed, key, field.staff + 2) < bornHere,
    sibship: hash(seed, key, field.staff + 3),
    order: 0,
    surnames: [family],
  };
  // A few people have no given name; whoever is on a register of professionals has one.
  const given = givenNamesOf(bearer, seed, key)[0] ?? givenNamesOf(bearer, seed, key + 1)[0] ?? '';
  return { given, family };
}

function peopleAt(chance: number): number {
  let left = chance * 100;
  for (const [category, of100] of doctors) {
    if (left >= of100) {
      left -= of100;
      continue;
    }
    const those = peoplesOf(category);
    let within = (left / of100) * those.reduce((sum, { perThousand }) => sum + perThousand, 0);
    return (those.find(({ perThousand }) => (within -= perThousand) < 0) ?? those[0])?.people ?? 0;
  }
  return 0;
}
