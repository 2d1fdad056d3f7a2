/** Published test people, written compactly and expanded to whole records; and how the generated world keeps out of their way. */
import type {
  Address,
  Gender,
  IsoDate,
  NhsNumber,
  OdsCode,
  Person,
  PersonQuery,
  PublishedPerson,
  Relative,
  Telecom,
} from '../../population.ts';
import { parseNhsNumber } from '../../fhir/nhs-number.ts';
import { dayOf, isoDate } from '../calendar.ts';
import type { ToldCare } from '../clinical/told/told-history.ts';
import { workingDay } from '../clinical/working-days.ts';
import { type Age, birthDateAt } from './age.ts';
import { statedDay } from '../reach.ts';

/** A published person: what the number stands for, and the record. */
export interface Persona extends PublishedPerson {
  readonly relatives?: readonly Relative[];
  /** Of one who is an age: the record in a workspace that was made on a day. `person` is that of the stated day. */
  readonly bornFor?: (made: IsoDate) => Person;
  /** Of one whose health and care are told, rather than made: in a workspace that was made on a day. */
  readonly historyFor?: (made: IsoDate) => ToldCare;
  /** The same, of the workspace that is looked at. */
  readonly history?: ToldCare;
}

/** What has to be said of a persona; everything else follows or stays empty. */
export interface PersonaDetails extends Partial<
  Omit<Person, 'nhsNumber' | 'names' | 'addresses' | 'telecoms' | 'registrations' | 'birthDate'>
> {
  readonly nhsNumber: string;
  readonly family?: string;
  readonly given?: readonly string[];
  readonly prefix?: string;
  readonly suffix?: string;
  readonly nameId?: string;
  readonly names?: Person['names'];
  /** Somebody who is an age has that age on the day that their workspace was made, and grows older by its clock. */
  readonly birthDate: IsoDate | Age;
  readonly gender: Gender;
  /** Present address; the lines are building, street, locality, town, county. */
  readonly lines?: Address['lines'];
  readonly postcode?: string;
  readonly addresses?: Person['addresses'];
  readonly phone?: string;
  readonly email?: string;
  readonly telecoms?: Person['telecoms'];
  readonly practice?: string;
  readonly registrations?: Person['registrations'];
  /** When the present name, address, telephone and practice began; the birth date where it is not said. */
  readonly since?: IsoDate;
}

/** Test people by name, as somebody writes them down. */
export type PersonaTable = Readonly<Record<string, PersonaEntry>>;

export interface PersonaEntry {
  /** What a tester uses this person for. */
  readonly meaning: string;
  /** The official sandboxes publish the number. */
  readonly official?: true;
  readonly person: PersonaDetails;
  readonly relatives?: readonly (readonly [relationship: Relative['relationship'], nhsNumber: string])[];
  /** What is told of their health and care, and nothing else then: days are so long before the one on which the workspace was made, or after it. */
  readonly history?: (days: DaysOf) => ToldCare;
}

export interface DaysOf {
  /** So long ago. */
  ago(age: Age): IsoDate;
  /** The same, or the next day from Monday to Friday. */
  weekday(age: Age): IsoDate;
}

const daysOf = (made: IsoDate): DaysOf => ({
  ago: (age) => birthDateAt(made, age),
  weekday: (age) => isoDate(workingDay(dayOf(birthDateAt(made, age)))),
});

export function personasOf(table: PersonaTable): readonly Persona[] {
  return Object.entries(table).map(([key, { meaning, official = false, person, relatives, history }]) => ({
    key,
    meaning,
    official,
    person: personaOf(person, statedDay),
    ...(history && { historyFor: (made: IsoDate) => history(daysOf(made)) }),
    ...(typeof person.birthDate !== 'string' && { bornFor: (made: IsoDate) => personaOf(person, made) }),
    // Constants, which a test checks with the rest.
    ...(relatives && { relatives: relatives.map(([relationship, number]) => ({ relationship, nhsNumber: number as NhsNumber })) }),
  }));
}

function personaOf(details: PersonaDetails, made: IsoDate): Person {
  const {
    nhsNumber,
    birthDate: born,
    family,
    given,
    prefix,
    suffix,
    nameId,
    names,
    lines,
    postcode,
    addresses,
    phone,
    email,
    telecoms,
    practice,
    registrations,
    since,
    ...rest
  } = details;
  const number = parseNhsNumber(nhsNumber);
  if (number === undefined) throw new RangeError('the NHS number of a persona needs ten digits with a right check digit');
  const birthDate = typeof born === 'string' ? born : birthDateAt(made, born);
  const start = since ?? birthDate;
  const period = { start };
  const reachedAt: Telecom[] = [];
  if (phone !== undefined) reachedAt.push({ id: '789', system: 'phone', use: 'home', value: phone, period });
  if (email !== undefined) reachedAt.push({ id: '790', system: 'email', use: 'home', value: email, period });
  return {
    status: { kind: 'live' },
    restricted: false,
    minimal: false,
    version: 2,
    ethnicity: 'Z',
    interpreterRequired: false,
    ...rest,
    birthDate,
    nhsNumber: number,
    names:
      names ??
      (family === undefined
        ? []
        : [
            {
              id: nameId ?? '123',
              use: 'usual',
              ...(prefix === undefined ? {} : { prefix }),
              given: given ?? [],
              family,
              ...(suffix === undefined ? {} : { suffix }),
              period,
            },
          ]),
    addresses:
      addresses ??
      (lines === undefined ? [] : [{ id: '456', use: 'home', lines, ...(postcode === undefined ? {} : { postcode }), period }]),
    telecoms: telecoms ?? reachedAt,
    registrations: registrations ?? (practice === undefined ? [] : [{ practice: practice as OdsCode, period }]),
  };
}

/**
 * The names that nobody else may have who was born within a day of a persona, as searches: each of the persona's names,
 * their first two letters, and what sounds like them, either way round.
 */
export function reservedFor(person: Person): readonly Pick<PersonQuery, 'family' | 'given' | 'fuzzy'>[] {
  if (person.minimal) return [];
  return person.names.flatMap(({ family, given }) => [
    { family: `${family.slice(0, 2)}*` },
    { family, fuzzy: true },
    { family, given: given.slice(0, 1), fuzzy: true },
  ]);
}
