/** Where somebody comes from and what goes with it: place of birth, ethnic category, language, religion, orientation. */
import type { Person } from '../../population.ts';
import { field } from '../fields.ts';
import { unit } from '../hash.ts';
import { never } from '../pattern/pattern.ts';
import { birthplaceAbroad, languageOf, religionOf, sexualOrientationOf } from '../peoples/belonging.ts';
import { inNoCouple, ofOneSex } from './families.ts';
import type { WorldParts, Recorded } from './parts.ts';
import { isSoUntidy } from './untidy.ts';

/** Of those born here whose first home nobody knows any more, the share who still live in the town. */
const stillThere = 0.55;
/** Of them, those born elsewhere in the United Kingdom. */
const inOtherNations = 0.03;
const otherNations = ['Cardiff', 'Swansea', 'Newport', 'Glasgow', 'Edinburgh', 'Aberdeen', 'Belfast', 'Londonderry'] as const;
/** The share who are unlike their family in whether they prefer another language. */
const onesOwn = 1 / 60;
const adult = 16;

type Birthplace = NonNullable<Person['birthPlace']>;

export function birthPlaceOf(parts: WorldParts, { copy, member, index }: Recorded): Birthplace | undefined {
  const { seed, copies, homes, places } = parts;
  if (isSoUntidy('noBirthPlace', seed, index)) return undefined;
  const { people, stays, birth, arrival } = copies.pattern;
  const chances = { country: unit(seed, index, field.birthPlace), city: unit(seed, index, field.birthTown) };
  if (arrival[member] !== birth[member]) return birthplaceAbroad(people[member] ?? 0, chances);
  const first = stays.first[member] ?? 0;
  const isFirstHome = stays.from[first] === arrival[member] && first < (stays.first[member + 1] ?? 0);
  if (!isFirstHome && chances.country < inOtherNations) {
    return { city: otherNations[Math.floor((chances.country / inOtherNations) * otherNations.length)] ?? 'Cardiff', country: 'GBR' };
  }
  // A child's first home is that of its mother.
  const settlement =
    isFirstHome || chances.city < stillThere
      ? homes.of(copy, stays.dwelling[first] ?? 0).settlement
      : homes.settlementOf(people[member] ?? 0, (chances.city - stillThere) / (1 - stillThere));
  const place = places.settlements[settlement];
  if (place === undefined) return undefined;
  return place.kind === 'london' ? { city: place.town, district: place.locality, country: 'GBR' } : { city: place.town, country: 'GBR' };
}

export function ethnicityOf({ seed, copies }: WorldParts, { member, index }: Recorded): string {
  return isSoUntidy('notStatedEthnicity', seed, index) ? 'Z' : String.fromCharCode(copies.pattern.ethnicity[member] ?? 90);
}

/** Which language, and for nearly everybody whether, is drawn by family. */
export function preferredLanguageOf(
  { seed, copies, families, languages }: WorldParts,
  { copy, member, index, last }: Recorded,
): string | undefined {
  const root = copies.index(copy, families.root[member] ?? member);
  const company = languages.company[member] ?? never;
  const isAlone = company === never || copies.dayIn(copy, copies.pattern.family[member] ?? 0, company) > last;
  const often = isAlone ? languages.oftenAlone : (languages.often[member] ?? 1);
  const whether = unit(seed, unit(seed, index, field.ownLanguage) < onesOwn ? index : root, field.language);
  return languageOf(copies.pattern.people[member] ?? 0, languages.abroad[member] === 1 ? 'abroad' : 'here', {
    whether: whether / often,
    which: unit(seed, root, field.whichLanguage),
  });
}

/** Of those who prefer another language: more of those who learnt it before the others' children went to school here, and of their mothers. */
export function needsInterpreter({ seed, copies }: WorldParts, { member, index, bornIn }: Recorded, language: string | undefined): boolean {
  if (language === undefined) return false;
  const share = bornIn < 1961 ? 0.5 : bornIn < 1981 ? 0.24 : bornIn < 2010 ? 0.13 : 0.1;
  const isWoman = copies.pattern.sex[member] === 0;
  const bySex = bornIn < 1981 ? (isWoman ? 1.2 : 0.8) : 1;
  return unit(seed, index, field.interpreter) < share * bySex;
}

export function religionIn({ seed, copies, families }: WorldParts, { copy, member, index, bornIn }: Recorded): string {
  const root = copies.index(copy, families.root[member] ?? member);
  return religionOf(copies.pattern.people[member] ?? 0, bornIn, {
    which: unit(seed, root, field.religion),
    believes: unit(seed, root, field.religion + 1),
    says: unit(seed, index, field.religion),
  });
}

/** Asked of people of 16 and over; it agrees with whom they live with at any time. */
export function orientationOf({ seed, families }: WorldParts, { member, index, age }: Recorded): string | undefined {
  if (age < adult) return undefined;
  const couples = families.couples[member];
  const couple = couples === inNoCouple ? 'none' : couples === ofOneSex ? 'same-sex' : 'other';
  return sexualOrientationOf(couple, unit(seed, index, field.orientation));
}
