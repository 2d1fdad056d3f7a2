/**
 * Whose language is whose, from the families of the pattern: it goes by household, so that those who live together understand each other.
 * Who has nobody of their people at home prefers English nearly always; the others prefer theirs as much more often as keeps the shares.
 */
import { dayOf, year } from '../calendar.ts';
import { never, type Pattern } from '../pattern/pattern.ts';
import { peoples } from '../peoples/peoples.ts';
import { oncePerPattern } from '../pattern/once-per-pattern.ts';

export interface Languages {
  /** Whether they are of those whom shares of people born abroad are about. */
  readonly abroad: Uint8Array;
  /** From which day, of the pattern's, there is somebody of the same people to speak with; `never` for those who have none. */
  readonly company: Int32Array;
  /** How many times as often as usual somebody prefers another language, in company and without. */
  readonly often: Float64Array;
  readonly oftenAlone: number;
}

/** Who was younger when they came went to school here. */
const atSchool = 18 * year;
const oftenAlone = 1 / 25;
/** Fewer of the pattern were born abroad, or live with one who was, than the shares are for. */
const more = 1.42;
/** The day that the shares are kept for. */
const measured = dayOf('2026-01-01');

export const languagesOf = oncePerPattern(spokenIn);

function spokenIn(pattern: Pattern): Languages {
  const { size, people, birth, arrival, death, mother, father, unions } = pattern;
  const isFromAbroad = (member: number): boolean => member >= 0 && arrival[member] !== birth[member];
  const cameGrownUp = (member: number): boolean => isFromAbroad(member) && (arrival[member] ?? 0) >= (birth[member] ?? 0) + atSchool;
  /** Born here of parents who were. */
  const isSettled = (member: number): boolean =>
    !isFromAbroad(member) && !isFromAbroad(mother[member] ?? -1) && !isFromAbroad(father[member] ?? -1);
  const abroad = Uint8Array.from({ length: size }, (_, member) => (cameGrownUp(member) ? 1 : 0));
  unions.a.forEach((a, union) => {
    const b = unions.b[union] ?? -1;
    if (a < 0 || b < 0 || people[a] !== people[b]) return;
    if (cameGrownUp(b) && !isSettled(a)) abroad[a] = 1;
    if (cameGrownUp(a) && !isSettled(b)) abroad[b] = 1;
  });

  const company = companyOf(pattern);
  const wanted = new Float64Array(peoples.length);
  const together = new Float64Array(peoples.length);
  for (let member = 0; member < size; member += 1) {
    if ((arrival[member] ?? 0) > measured || (death[member] ?? 0) <= measured) continue;
    const of = people[member] ?? 0;
    const shares = peoples[of]?.languages;
    if (shares === undefined) continue;
    wanted[of] = (wanted[of] ?? 0) + more * shares[isFromAbroad(member) ? 'abroad' : 'here'];
    const share = shares[abroad[member] === 1 ? 'abroad' : 'here'];
    if ((company[member] ?? never) > measured || isSettled(member)) wanted[of] = (wanted[of] ?? 0) - share * oftenAlone;
    else together[of] = (together[of] ?? 0) + share;
  }
  const often = Float64Array.from({ length: size }, (_, member) => {
    const of = people[member] ?? 0;
    return isSettled(member) ? oftenAlone : Math.max(0, wanted[of] ?? 0) / Math.max(1, together[of] ?? 0);
  });
  return { abroad, company, often, oftenAlone };
}

/** Parents, for who came with them or was born here; a partner of the same people; a child, where there was no partner of another. */
function companyOf({ size, people, birth, mother, father, unions }: Pattern): Int32Array {
  const since = new Int32Array(size).fill(never);
  const note = (member: number, day: number): void => {
    since[member] = Math.min(since[member] ?? never, day);
  };
  /** Lives, or lived, with somebody of another people. */
  const mixed = new Uint8Array(size);
  unions.a.forEach((a, union) => {
    const b = unions.b[union] ?? -1;
    if (a < 0 || b < 0) return;
    for (const one of [a, b]) {
      if (people[a] === people[b]) note(one, unions.together[union] ?? never);
      else mixed[one] = 1;
    }
  });
  for (let member = 0; member < size; member += 1) {
    for (const parent of [mother[member] ?? -1, father[member] ?? -1]) {
      if (parent < 0 || people[parent] !== people[member]) continue;
      if (mixed[member] === 0) note(member, birth[member] ?? never);
      if (mixed[parent] === 0) note(parent, birth[member] ?? never);
    }
  }
  return since;
}
