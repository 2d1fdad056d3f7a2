/** Given names and nicknames of everybody: the same whatever the date, so that a search can ask for them before there is a record. */
import { yearOf } from '../calendar.ts';
import type { Copies } from '../copies/copies.ts';
import type { Surnames } from '../lines/surnames.ts';
import type { Pattern } from '../pattern/pattern.ts';
import { givenNamesOf } from '../peoples/given-names.ts';
import { nicknameOf } from '../peoples/titles.ts';
import { remembered } from './remembered.ts';
import type { GivenNames } from '../search/matcher.ts';
import { oncePerPattern } from '../pattern/once-per-pattern.ts';

export function givenNamesIn(copies: Copies, surnames: Surnames): GivenNames {
  const { pattern, seed } = copies;
  const { people, sex, arrival, birth } = pattern;
  const { eldest, order } = siblings(pattern);

  const names = remembered((index) => {
    const copy = copies.copyOf(index);
    const member = copies.memberOf(index);
    const borne: string[] = [];
    for (let spell = surnames.spells.first[member] ?? 0; spell < (surnames.spells.first[member + 1] ?? 0); spell += 1)
      borne.push(surnames.written(copy, member, spell));
    return givenNamesOf(
      {
        people: people[member] ?? 0,
        sex: sex[member] === 0 ? 0 : 1,
        // Not by the day on record, which may be moved because of the name.
        bornIn: yearOf(copies.bornAbout(copy, member)),
        bornHere: arrival[member] === birth[member],
        sibship: copies.index(copy, eldest[member] ?? member),
        order: order[member] ?? 0,
        surnames: borne,
      },
      seed,
      index,
    );
  });

  return {
    of: (copy, member) => names(copies.index(copy, member)),
    nickname: (copy, member, given) => nicknameOf(given, seed, copies.index(copy, member)),
  };
}

/** Of each, the eldest child of the same mother, and how many are older. */
const siblings = oncePerPattern(siblingsIn);

function siblingsIn({ size, sibship, birth }: Pattern): { readonly eldest: Uint16Array; readonly order: Uint8Array } {
  const eldest = Uint16Array.from({ length: size }, (_, member) => member);
  const order = new Uint8Array(size);
  const byBirth = Array.from(eldest).sort((a, b) => (birth[a] ?? 0) - (birth[b] ?? 0) || a - b);
  const first = new Map<number, number>();
  const count = new Map<number, number>();
  for (const member of byBirth) {
    const mother = sibship[member] ?? -1;
    if (mother < 0) continue;
    const older = count.get(mother) ?? 0;
    if (older === 0) first.set(mother, member);
    eldest[member] = first.get(mother) ?? member;
    order[member] = older;
    count.set(mother, older + 1);
  }
  return { eldest, order };
}
