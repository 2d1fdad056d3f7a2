/** The names of a person: the usual one, what friends say, what they were called before weddings and separations, and what was written wrong. */
import type { PersonName } from '../../population.ts';
import { type Day, isoDate } from '../calendar.ts';
import { field } from '../fields.ts';
import { unit } from '../hash.ts';
import { never } from '../pattern/pattern.ts';
import { objectId } from '../object-id.ts';
import { prefixOf, suffixOf } from '../peoples/titles.ts';
import { plainLetters } from './letters.ts';
import type { WorldParts, Recorded } from './parts.ts';
import { isSoUntidy } from './untidy.ts';

/** Half of babies are named when they are registered, within three weeks (six are allowed by law); the others are from birth. */
const unnamed = 0.5;
const namedWithin = 21;
/** Room for the names of one person among the keys of identifiers. */
const namesEach = 16;

/** The day from which somebody has a given name on record. */
export function namedFrom({ seed, copies }: Pick<WorldParts, 'seed' | 'copies'>, index: number, birth: Day): Day {
  const member = copies.memberOf(index);
  if (copies.pattern.arrival[member] !== copies.pattern.birth[member]) return birth;
  const chance = unit(seed, index, field.named);
  return chance < unnamed ? birth + 1 + Math.floor((chance / unnamed) * namedWithin) : birth;
}

/** The usual name first. */
export function namesOf(parts: WorldParts, subject: Recorded, gender: string): readonly PersonName[] {
  const { seed, surnames, givenNames, copies } = parts;
  const { copy, member, index, birth, last, age } = subject;
  const sex = copies.pattern.sex[member] === 0 ? 0 : 1;
  const first = surnames.spells.first[member] ?? 0;
  const present = surnames.spellOn(copy, member, last);
  const all = givenNames.of(copy, member);
  const named = all.length === 0 ? birth : namedFrom(parts, index, birth);
  const given = named > last ? [] : all;
  const from = (spell: number): Day => (spell > first ? surnames.from(copy, member, spell) : given.length > 0 ? named : birth);
  const id = (n: number): string => objectId(seed, index * namesEach + n, field.nameId);
  const family = surnames.written(copy, member, present);
  const title = titleOf(parts, subject, sex, gender);
  const suffix = suffixOf(age, seed, index);
  const names: PersonName[] = [
    {
      id: id(present - first),
      use: 'usual',
      ...(title !== undefined && { prefix: title }),
      given,
      family,
      ...(suffix !== undefined && { suffix }),
      period: { start: isoDate(from(present)) },
    },
  ];
  const nickname = given.length === 0 ? undefined : givenNames.nickname(copy, member, given);
  if (nickname !== undefined) names.push({ id: id(namesEach - 1), use: 'nickname', given: [nickname], family });
  let next = from(present);
  for (let spell = present - 1; spell >= first; spell -= 1) {
    const start = from(spell);
    // Of two changes on one day only the second came to anything.
    if (start >= next) continue;
    names.push({
      id: id(spell - first),
      use: spell === first && sex === 0 ? 'maiden' : 'old',
      given: all,
      family: surnames.written(copy, member, spell),
      period: { start: isoDate(start), end: isoDate(next - 1) },
    });
    next = start;
  }
  const variant = given.length === 0 ? undefined : nameVariant(parts, copy, member);
  if (variant !== undefined) names.push({ id: id(namesEach - 2), use: 'old', ...variant });
  return names;
}

function titleOf(
  { seed, copies, days }: WorldParts,
  { copy, member, index, age, last }: Recorded,
  sex: 0 | 1,
  gender: string,
): string | undefined {
  if (gender === 'unknown') return undefined;
  if (gender === 'other') return 'Mx';
  const { unions } = copies.pattern;
  let married = false;
  for (const union of copies.pattern.unionsOf(member)) {
    if (unions.wedding[union] !== never && days.wedding(copy, union) <= last) married = true;
  }
  return prefixOf({ sex, age, married }, seed, index);
}

/**
 * A name that was written down wrong and put right since: nobody knows when, so it has no period. Its family name is the one from birth, as
 * it stands or without accents, so that a search for former names finds it by the same arithmetic.
 */
export function nameVariant(
  { seed, copies, surnames, givenNames }: Pick<WorldParts, 'seed' | 'copies' | 'surnames' | 'givenNames'>,
  copy: number,
  member: number,
) {
  const index = copies.index(copy, member);
  if (!isSoUntidy('nameVariant', seed, index)) return undefined;
  const given = givenNames.of(copy, member);
  const [one, two, ...more] = given;
  if (one === undefined) return undefined;
  const family = surnames.written(copy, member, surnames.spells.first[member] ?? 0);
  const plain = { given: given.map(plainLetters), family: plainLetters(family) };
  if (plain.family !== family || plain.given.some((each, n) => each !== given[n])) return plain;
  const chance = unit(seed, index, field.nameVariant);
  if (two !== undefined && chance < 0.5) return { given: [two, one, ...more], family };
  return { given: [misspelt(one, chance), ...given.slice(1)], family };
}

/** Two letters changed round, or one left out; the first stays. */
function misspelt(name: string, chance: number): string {
  const at = 1 + Math.floor(chance * Math.max(1, name.length - 2));
  const [here = '', next = ''] = [name[at], name[at + 1]];
  return here === next || next === '' ? name.slice(0, at) + name.slice(at + 1) : name.slice(0, at) + next + here + name.slice(at + 2);
}
