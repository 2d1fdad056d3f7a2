/** What a search asks for, read from its parameters; or the first thing wrong with them, in the order the service checks. */
import type { Json } from '../../../src/contract/contract.ts';
import { isRealDate } from '../../../src/fhir/instant.ts';
import type { Gender } from '../../../src/population.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { spine } from '../../../src/nhs/spine/spine-faults.ts';
import { invalidSearch, invalidValue, missingValue, unexpectedProperties } from '../../../src/nhs/spine/spine-words.ts';

export interface DateRange {
  readonly from: string;
  readonly to: string;
}

export interface Criteria {
  readonly family?: string;
  readonly given: readonly string[];
  readonly gender?: Gender;
  readonly born: DateRange;
  readonly died?: DateRange;
  readonly postcode?: string;
  readonly practice?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly fuzzy: boolean;
  readonly exactOnly: boolean;
  readonly history: boolean;
  readonly maxResults: number;
}

type Query = Readonly<Record<string, Json | undefined>>;

export const longestResults = 50;
const longestName = 35;
const genders: readonly string[] = ['male', 'female', 'other', 'unknown'];
const tooLittle = 'No searches were performed as the search criteria did not meet the minimum requirements';
const tooLittleForFuzzy = 'A fuzzy search was requested however the data given did not meet the fuzzy search criteria';

export function readCriteria(query: Query, undeclared: readonly string[]): Criteria | Problem {
  const given = texts(query['given']);
  const family = texts(query['family'])[0];
  const gender = texts(query['gender'])[0];
  const postcodes = [texts(query['address-postalcode'])[0], texts(query['address-postcode'])[0]];
  const [email, phone, practice] = ['email', 'phone', 'general-practitioner'].map((name) => texts(query[name])[0]);
  const fuzzy = flag(query['_fuzzy-match']);
  const maxResults = query['_max-results'] === undefined ? longestResults : Number(query['_max-results']);
  const postcode = postcodes[0] ?? postcodes[1];

  if (undeclared.length === 0 && !Object.values(query).some((value) => value !== undefined)) return spine('UNSUPPORTED_SERVICE');
  if (undeclared.length > 0) return unexpectedProperties(undeclared);
  const born = readRange(query['birthdate'], 'birthdate');
  if (born && 'problem' in born) return born;
  const died = readRange(query['death-date'], 'death-date');
  if (died && 'problem' in died) return died;
  if (born === undefined) return missingValue('birth_date/birth_date_range_start/birth_date_range_end');
  if (!fuzzy && family === undefined) return invalidSearch(tooLittle);
  if (postcodes[0] !== undefined && postcodes[1] !== undefined) {
    return invalidSearch('address-postcode and address-postalcode were both given, give address-postalcode only');
  }
  if (gender !== undefined && !isGender(gender)) return invalidValue(gender, 'gender');
  if (!Number.isInteger(maxResults) || maxResults < 1 || maxResults > longestResults)
    return invalidValue(query['_max-results'], '_max-results');
  for (const [field, value] of [
    ['family', family],
    ...given.map((name) => ['given', name] as const),
    ['address-postalcode', postcode],
  ] as const) {
    if (value !== undefined && (value.trim() === '' || value.length > longestName || /^.?\*/.test(value)))
      return invalidValue(value, field);
  }
  if (fuzzy && !isEnoughForFuzzy({ family, given, gender, postcode })) return invalidSearch(tooLittleForFuzzy);

  return {
    given,
    born,
    fuzzy,
    maxResults,
    exactOnly: flag(query['_exact-match']),
    // The published contract knows `_history` alone; requests published for the official sandbox send `history`, which it takes.
    history: fuzzy || flag(query['_history']) || flag(query['history']),
    ...(family !== undefined && { family }),
    ...(gender !== undefined && { gender }),
    ...(died !== undefined && { died }),
    ...(postcode !== undefined && { postcode }),
    ...(practice !== undefined && { practice }),
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
  };
}

/** Given, family and birth date; or two of the names' stead: gender and postcode beside the birth date. No wildcards. */
function isEnoughForFuzzy({
  family,
  given,
  gender,
  postcode,
}: {
  family: string | undefined;
  given: readonly string[];
  gender: string | undefined;
  postcode: string | undefined;
}): boolean {
  if ([family, ...given, postcode].some((value) => value?.includes('*'))) return false;
  if (family !== undefined && given.length > 0) return true;
  return (family !== undefined || given.length > 0) && gender !== undefined && postcode !== undefined;
}

/** Several values narrow each other: `ge` and `le` make a range. */
function readRange(value: Json | undefined, field: string): DateRange | Problem | undefined {
  const dates = texts(value);
  if (dates.length === 0) return undefined;
  let from = '0000-01-01';
  let to = '9999-12-31';
  for (const text of dates) {
    const [, prefix = 'eq', date = ''] = /^(eq|ge|le)?(\d{4}-\d{2}-\d{2})$/.exec(text) ?? [];
    if (!isRealDate(date)) return invalidValue(text, field);
    if (prefix !== 'le' && date > from) from = date;
    if (prefix !== 'ge' && date < to) to = date;
  }
  return { from, to };
}

function texts(value: Json | undefined): string[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

function flag(value: Json | undefined): boolean {
  return value === true || value === 'true';
}

function isGender(text: string): text is Gender {
  return genders.includes(text);
}
