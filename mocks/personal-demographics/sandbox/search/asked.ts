/** A search as the official sandbox reads it: its parameters by name, and what is wrong with them in the order in which it looks. */
import type { Problem } from '../../../../src/mock/problem.ts';
import { spine } from '../../../../src/nhs/spine/spine-faults.ts';
import { invalidSearch, invalidValue, missingValue, unexpectedProperties } from '../../../../src/nhs/spine/spine-words.ts';

export interface Asked {
  readonly fuzzy: boolean;
  /** Whether the parameter was sent, be it `false`. */
  readonly history: boolean;
  readonly exact: boolean;
  readonly family: string | undefined;
  readonly gender: string | undefined;
  readonly postcode: string | undefined;
  readonly practice: string | undefined;
  readonly death: string | undefined;
  readonly phone: string | undefined;
  readonly email: string | undefined;
  readonly max: string | undefined;
  readonly given: readonly string[];
  /** Every `birthdate` in the order sent, with a space between them; the first without `eq`. */
  readonly born: string;
  /** How many of telephone and email were sent. */
  readonly contacts: number;
}

const known: ReadonlySet<string> = new Set([
  '_fuzzy-match',
  '_exact-match',
  '_history',
  'history',
  '_max-results',
  'family',
  'given',
  'gender',
  'birthdate',
  'death-date',
  'address-postcode',
  'address-postalcode',
  'general-practitioner',
  'email',
  'phone',
]);

/** `search` is the query string as sent. */
export function readSearch(search: string): Asked | Problem {
  const sent = new URLSearchParams(search);
  // One without a name (`…&=`) counts for nothing.
  sent.delete('');
  if (sent.size === 0) return spine('UNSUPPORTED_SERVICE');
  const unknown = [...new Set(sent.keys())].filter((name) => !known.has(name));
  // Two, and four or more, are let pass.
  if (unknown.length === 1) return unexpectedProperties(unknown);
  if (unknown.length === 3) return unexpectedProperties(['model', 'manufacturer', 'year']);
  for (const name of ['birthdate', 'death-date']) {
    const wrong = sent.getAll(name).find((date) => !/^(eq|ge|le)?\d{4}-\d{2}-\d{2}$/.test(date));
    if (wrong !== undefined) return invalidValue(wrong, name);
  }
  if (!sent.has('birthdate')) return missingValue('birth_date/birth_date_range_start/birth_date_range_end');
  if (!sent.has('family')) return invalidSearch('No searches were performed as the search criteria did not meet the minimum requirements');
  return askedIn(sent);
}

function askedIn(sent: URLSearchParams): Asked {
  // What is empty is as good as absent.
  const first = (name: string): string | undefined => sent.get(name) || undefined;
  const [phone, email] = [first('phone'), first('email')];
  return {
    fuzzy: first('_fuzzy-match') === 'true',
    history: first('_history') !== undefined,
    exact: first('_exact-match') !== undefined,
    family: first('family'),
    gender: first('gender'),
    postcode: first('address-postalcode') ?? first('address-postcode'),
    practice: first('general-practitioner'),
    death: first('death-date'),
    phone,
    email,
    max: first('_max-results'),
    given: sent.getAll('given'),
    born: sent.getAll('birthdate').join(' ').replace(/^eq/, ''),
    contacts: [phone, email].filter((one) => one !== undefined).length,
  };
}
