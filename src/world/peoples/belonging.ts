/**
 * What goes with a people, drawn by a chance in [0, 1) that the caller hashes: one for a whole household where its members share the
 * answer, one for each person where they do not.
 */
import { pickFrom } from './listed.ts';
import { type Religion, religions } from './people.ts';
import { peoples } from './peoples.ts';

/**
 * The language other than English that somebody prefers, if any. Both chances are a household's, so that those who prefer one prefer the
 * same; of a few `whether` is to be their own. Children born here prefer theirs only where everybody at home does.
 */
export function languageOf(
  people: number,
  born: 'abroad' | 'here',
  chances: { readonly whether: number; readonly which: number },
): string | undefined {
  const languages = peoples[people]?.languages;
  if (languages === undefined || chances.whether >= languages[born]) return undefined;
  return pickWeighted(languages.codes, chances.which);
}

export interface Birthplace {
  readonly city: string;
  /** ISO 3166 alpha-3. */
  readonly country: string;
}

/** Where somebody who was born abroad was born. */
export function birthplaceAbroad(people: number, chances: { readonly country: number; readonly city: number }): Birthplace | undefined {
  const countries = peoples[people]?.countries ?? [];
  let total = 0;
  for (const [, weight] of countries) total += weight;
  let left = chances.country * total;
  for (const [country, weight, towns] of countries) {
    left -= weight;
    if (left >= 0) continue;
    return { country, city: pickFrom(towns, chances.city) };
  }
  return undefined;
}

/** Share of everybody who are asked and do not say (2021 Census, England). */
const declines = 0.06;

/**
 * How many times as common having no religion is as among the whole people, by year of birth: of those of 75 and over 17 % had
 * none in 2021, of the young 47 %, and of everybody 37 %.
 */
const unbelief: readonly (readonly [before: number, times: number])[] = [
  [1947, 0.41],
  [1957, 0.58],
  [1967, 0.73],
  [1977, 0.88],
  [1987, 1.02],
  [2100, 1.18],
];

/**
 * RELIGIOUS OR OTHER BELIEF SYSTEM AFFILIATION GROUP CODE. Which, and whether they believe, are a family's chances: the younger lapse first
 * and nobody converts. Whether they say is a person's.
 */
export function religionOf(
  people: number,
  bornIn: number,
  chances: { readonly which: number; readonly believes: number; readonly says: number },
): Religion {
  if (chances.says < declines) return 'M';
  const shares = peoples[people]?.religion ?? { L: 100 };
  const times = unbelief.find(([before]) => bornIn < before)?.[1] ?? 1;
  if (chances.believes < ((shares.L ?? 0) / 100) * times) return 'L';
  let left = chances.which * (sumOf(shares) - (shares.L ?? 0));
  for (const code of religions) {
    if (code === 'L') continue;
    left -= shares[code] ?? 0;
    if (left < 0) return code;
  }
  return 'N';
}

/** PERSON STATED SEXUAL ORIENTATION CODE: 2021 Census of England, people of 16 and over; those not sure and those not asked are our guess. */
const orientations: readonly (readonly [code: string, upTo: number])[] = [
  ['1', 0.884],
  ['2', 0.899],
  ['3', 0.912],
  ['4', 0.915],
  ['U', 0.919],
  ['Z', 0.99],
  ['9', 1],
];

/** Share of those who never live with anybody who are gay or lesbian: with those of same-sex couples they are the census's. */
const gayAlone = 0.045;

/** Of all peoples alike; somebody of a same-sex couple says so, or declines to. */
export function sexualOrientationOf(couple: 'same-sex' | 'other' | 'none', chance: number): string {
  if (couple === 'same-sex') return chance < 0.8 ? '2' : chance < 0.93 ? '3' : 'Z';
  if (couple === 'none' && chance < gayAlone) return '2';
  const said = orientations.find(([, upTo]) => chance < upTo)?.[0] ?? '9';
  return couple === 'other' && said === '2' ? '1' : said;
}

function pickWeighted(weights: Readonly<Record<string, number>>, chance: number): string {
  let left = chance * sumOf(weights);
  let picked = '';
  for (const code in weights) {
    picked = code;
    left -= weights[code] ?? 0;
    if (left < 0) break;
  }
  return picked;
}

function sumOf(weights: Readonly<Record<string, number>>): number {
  let sum = 0;
  for (const code in weights) sum += weights[code] ?? 0;
  return sum;
}
