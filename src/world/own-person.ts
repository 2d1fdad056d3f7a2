/** Somebody whom a workspace brought beside the population: as they are told, what is wrong with that, and the whole record. */
import { isChiNumber, isLiveNhsNumber, parseNhsNumber } from '../fhir/nhs-number.ts';
import type { Address, Gender, IsoDate, NhsNumber, OdsCode, Period, Person, PersonName, Relative, Telecom } from '../population.ts';
import { dayOf, isoDate } from './calendar.ts';
import { checkHistory, historyMembers } from './clinical/told/check-history.ts';
import type { ToldHistory } from './clinical/told/told-history.ts';

export interface OwnPerson extends ToldHistory {
  /** One that nobody has is given where none is said. */
  readonly nhsNumber?: string;
  readonly name?: OwnName;
  /** Where there are several: the present one first. */
  readonly names?: readonly OwnName[];
  readonly gender?: Gender;
  readonly born: IsoDate;
  readonly address?: OwnAddress;
  /** Where there are several: the present one first. */
  readonly addresses?: readonly OwnAddress[];
  readonly phone?: string;
  readonly email?: string;
  /** ODS code. */
  readonly practice?: string;
  readonly death?: { readonly date: IsoDate; readonly notification?: 'informal' | 'formal' };
  readonly restricted?: boolean;
  readonly relatives?: readonly { readonly relationship: Relative['relationship']; readonly nhsNumber: string }[];
}

interface Dated {
  readonly from?: IsoDate;
  readonly to?: IsoDate;
}

export interface OwnName extends Dated {
  readonly use?: PersonName['use'];
  readonly prefix?: string;
  readonly given?: readonly string[];
  readonly family: string;
  readonly suffix?: string;
}

export interface OwnAddress extends Dated {
  readonly use?: Address['use'];
  readonly lines?: readonly string[];
  readonly postcode?: string;
}

/** One thing that is wrong with what was told, and where. */
export interface Mistold {
  readonly pointer: string;
  readonly message: string;
}

const genders: readonly Gender[] = ['female', 'male', 'other', 'unknown'];
const relationships: readonly Relative['relationship'][] = ['mother', 'father', 'partner', 'child', 'sibling', 'guardian'];
const nameUses: readonly PersonName['use'][] = ['usual', 'temp', 'nickname', 'old', 'maiden'];
const addressUses: readonly Address['use'][] = ['home', 'temp', 'billing', 'work', 'old'];

/** As much as the records of the NHS have room for. */
const longestText = 35;
const linesAtMost = 5;
const listedAtMost = 20;

/** A value of unknown origin read as a person who is told, or everything that is wrong with it. */
export function readOwnPerson(value: unknown): OwnPerson | readonly Mistold[] {
  const wrong: Mistold[] = [];
  const must = (holds: boolean, pointer: string, message: string): boolean => {
    if (!holds) wrong.push({ pointer, message });
    return holds;
  };
  const record = (at: unknown, pointer: string, members: readonly string[]): Readonly<Record<string, unknown>> => {
    if (!isRecord(at)) {
      wrong.push({ pointer, message: 'must be an object.' });
      return {};
    }
    for (const name of Object.keys(at))
      must(members.includes(name), pointer, `has members of other names than it may have: there are ${members.join(', ')}.`);
    return at;
  };
  const listIn = (at: unknown, pointer: string, most = listedAtMost): readonly unknown[] =>
    at === undefined
      ? []
      : must(Array.isArray(at) && at.length <= most, pointer, `must be a list of at most ${most}.`)
        ? (at as readonly unknown[]) // as was just looked at
        : [];
  const text = (at: unknown, pointer: string, most = longestText): void =>
    void (at === undefined || must(isText(at, most), pointer, `must be a text of 1 to ${most} characters, without line breaks.`));
  const date = (at: unknown, pointer: string): void =>
    void (at === undefined || must(isDate(at), pointer, 'must be a date, as in 1980-02-29.'));
  const oneOf = (at: unknown, pointer: string, words: readonly string[]): void =>
    void (
      at === undefined ||
      must(
        words.some((word) => word === at),
        pointer,
        `must be one of ${words.join(', ')}.`,
      )
    );
  const number = (at: unknown, pointer: string): void => {
    must(
      typeof at === 'string' && parseNhsNumber(at) !== undefined,
      pointer,
      'must be an NHS number: ten digits with a right check digit.',
    );
  };

  const person = record(value, '', personMembers);
  if (person['nhsNumber'] !== undefined) {
    number(person['nhsNumber'], '/nhsNumber');
    if (isIssued(person['nhsNumber'])) wrong.push({ pointer: '/nhsNumber', message: issued });
  }
  must(person['born'] !== undefined, '/born', 'is missing: the date of birth, as in 1980-02-29.');
  date(person['born'], '/born');
  oneOf(person['gender'], '/gender', genders);
  for (const [pointer, at] of severalOf(person, 'name', 'names', listIn)) {
    const name = record(at, pointer, ['use', 'prefix', 'given', 'family', 'suffix', 'from', 'to']);
    must(name['family'] !== undefined, `${pointer}/family`, 'is missing: the family name.');
    for (const part of ['prefix', 'family', 'suffix']) text(name[part], `${pointer}/${part}`);
    for (const [n, given] of listIn(name['given'], `${pointer}/given`).entries()) text(given, `${pointer}/given/${n}`);
    oneOf(name['use'], `${pointer}/use`, nameUses);
    for (const end of ['from', 'to']) date(name[end], `${pointer}/${end}`);
  }
  for (const [pointer, at] of severalOf(person, 'address', 'addresses', listIn)) {
    const address = record(at, pointer, ['use', 'lines', 'postcode', 'from', 'to']);
    const lines = listIn(address['lines'], `${pointer}/lines`);
    must(lines.length <= linesAtMost, `${pointer}/lines`, `must be at most ${linesAtMost} lines.`);
    for (const [n, line] of lines.entries()) text(line, `${pointer}/lines/${n}`);
    text(address['postcode'], `${pointer}/postcode`, 10);
    oneOf(address['use'], `${pointer}/use`, addressUses);
    for (const end of ['from', 'to']) date(address[end], `${pointer}/${end}`);
  }
  text(person['phone'], '/phone', 30);
  text(person['email'], '/email', 100);
  const { practice, restricted, death } = person;
  must(
    practice === undefined || (typeof practice === 'string' && /^[A-Za-z0-9]{3,10}$/.test(practice)),
    '/practice',
    'must be an ODS code, as in Y90001.',
  );
  must(restricted === undefined || typeof restricted === 'boolean', '/restricted', 'must be true or false.');
  if (death !== undefined) {
    const told = record(death, '/death', ['date', 'notification']);
    must(told['date'] !== undefined, '/death/date', 'is missing: the date of death.');
    date(told['date'], '/death/date');
    oneOf(told['notification'], '/death/notification', ['informal', 'formal']);
  }
  for (const [n, at] of listIn(person['relatives'], '/relatives').entries()) {
    const relative = record(at, `/relatives/${n}`, ['relationship', 'nhsNumber']);
    must(relative['relationship'] !== undefined, `/relatives/${n}/relationship`, 'is missing.');
    oneOf(relative['relationship'], `/relatives/${n}/relationship`, relationships);
    number(relative['nhsNumber'], `/relatives/${n}/nhsNumber`);
    if (isIssued(relative['nhsNumber'])) wrong.push({ pointer: `/relatives/${n}/nhsNumber`, message: issued });
  }
  checkHistory(person, { must, record, listIn, text, date, oneOf });
  return wrong.length > 0 ? wrong : (value as OwnPerson); // every member of it was just looked at
}

const personMembers: readonly (keyof OwnPerson)[] = [
  'nhsNumber',
  'name',
  'names',
  'gender',
  'born',
  'address',
  'addresses',
  'phone',
  'email',
  'practice',
  'death',
  'restricted',
  'relatives',
  ...historyMembers,
];

const issued = 'is from the ranges that are issued to real patients; leave it out, and one that nobody has is given.';

const isIssued = (number: unknown): boolean => typeof number === 'string' && (isLiveNhsNumber(number) || isChiNumber(number));

/** What is told once as one, or as several, each with its place. */
function severalOf(
  person: Readonly<Record<string, unknown>>,
  one: string,
  several: string,
  listIn: (at: unknown, pointer: string) => readonly unknown[],
): readonly (readonly [pointer: string, value: unknown])[] {
  return [
    ...(person[one] === undefined ? [] : [[`/${one}`, person[one]] as const]),
    ...listIn(person[several], `/${several}`).map((value, n) => [`/${several}/${n}`, value] as const),
  ];
}

/** The whole record: what was not said of it is empty, and nothing is made up. */
export function recordOfOwn(told: OwnPerson, nhsNumber: NhsNumber): Person {
  const { name, names = [], gender = 'unknown', born, address, addresses = [], phone, email, practice, death, restricted = false } = told;
  const begun = { start: born };
  const called = [...(name ? [name] : []), ...names];
  const places = [...(address ? [address] : []), ...addresses];
  return {
    nhsNumber,
    status: { kind: 'live' },
    restricted,
    minimal: false,
    version: 1,
    names: called.map(({ use, prefix, given = [], family, suffix, ...dates }, n) => ({
      id: `own-name-${n + 1}`,
      use: use ?? (n === 0 ? 'usual' : 'old'),
      ...(prefix !== undefined && { prefix }),
      given,
      family,
      ...(suffix !== undefined && { suffix }),
      period: periodOf(dates, born),
    })),
    gender,
    birthDate: born,
    ...(death && { death: { date: death.date, notification: death.notification ?? 'formal' } }),
    addresses: places.map(({ use, lines = [], postcode, ...dates }, n) => ({
      id: `own-address-${n + 1}`,
      use: use ?? (n === 0 ? 'home' : 'old'),
      lines: fiveLines(lines),
      ...(postcode !== undefined && { postcode: postcode.toUpperCase() }),
      period: periodOf(dates, born),
    })),
    telecoms: [
      ...(phone === undefined ? [] : [telecom('phone', phone, begun)]),
      ...(email === undefined ? [] : [telecom('email', email, begun)]),
    ],
    registrations:
      practice === undefined
        ? []
        : [{ practice: practice.toUpperCase() as OdsCode, period: { ...begun, ...(death && { end: death.date }) } }],
    ethnicity: 'Z',
    interpreterRequired: false,
  };
}

function telecom(system: 'phone' | 'email', value: string, period: Period): Telecom {
  const use = system === 'phone' && /^(?:\+44|0)\s*7/.test(value) ? 'mobile' : 'home';
  return { id: `own-${system}`, system, use, value, period };
}

const periodOf = ({ from, to }: Dated, born: IsoDate): Period => ({ start: from ?? born, ...(to !== undefined && { end: to }) });

/** Building, street, locality, town, county: of fewer lines the last one is the town. */
function fiveLines(told: readonly string[]): Address['lines'] {
  const [first = '', second = '', third = '', fourth = '', fifth = ''] = told;
  if (told.length === 2) return [first, '', '', second, ''];
  if (told.length === 3) return [first, second, '', third, ''];
  return [first, second, third, fourth, fifth];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown, most: number): boolean =>
  typeof value === 'string' && value.trim() !== '' && value.length <= most && value.isWellFormed() && !/\p{Cc}/u.test(value);

const isDate = (value: unknown): boolean =>
  typeof value === 'string' && /^(?:1[89]|20)\d\d-\d\d-\d\d$/.test(value) && isoDate(dayOf(value)) === value;
