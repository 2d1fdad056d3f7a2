/** `people`: who in the world fits a description, one line each. */
import type { Gender, Person, PersonQuery, Population, Trait } from '../../population.ts';
import { bornBetween } from './born.ts';
import { nameOf } from './person-text.ts';

export interface PeopleOptions {
  readonly family?: string;
  readonly given?: string;
  readonly gender?: string;
  /** `1980`, `1980-02`, `1980-02-29`, `1980..1985`. */
  readonly born?: string;
  /** ODS code of the practice. */
  readonly gp?: string;
  /** Begins with this. */
  readonly postcode?: string;
  readonly trait?: string;
  readonly fuzzy?: boolean;
  readonly history?: boolean;
  readonly limit?: number;
}

const defaultLimit = 20;
const genders: readonly Gender[] = ['female', 'male', 'other', 'unknown'];
export const traits: readonly Trait[] = [
  'restricted',
  'superseded',
  'invalidated',
  'minimal',
  'deceased-informal',
  'deceased-formal',
  'no-address',
  'no-fixed-abode',
  'no-practice',
  'no-telecom',
  'interpreter',
  'one-name',
  'newborn-without-name',
  'changed-name',
];

/** What was typed wrong, in a sentence; or the lines. */
export type PeopleAnswer = { readonly wrong: string } | { readonly lines: Iterable<string> };

export function listPeople(population: Population, options: PeopleOptions): PeopleAnswer {
  const born = options.born === undefined ? undefined : bornBetween(options.born);
  if (options.born !== undefined && born === undefined)
    return { wrong: 'born wants a year, a date, or two of them: 1980, 1980-02-29, 1980..1985' };
  const gender = genders.find((each) => each === options.gender);
  if (options.gender !== undefined && gender === undefined) return { wrong: `gender is one of ${genders.join(', ')}` };
  const trait = traits.find((each) => each === options.trait);
  if (options.trait !== undefined && trait === undefined) return { wrong: `trait is one of ${traits.join(', ')}` };
  if (options.gp !== undefined && population.organisation(options.gp)?.kind !== 'gp-practice') {
    return { wrong: 'gp wants the ODS code of a practice in this world, such as Y90001' };
  }
  const query: PersonQuery = {
    ...(options.family !== undefined && { family: options.family }),
    ...(options.given !== undefined && { given: [options.given] }),
    ...(gender !== undefined && { gender }),
    ...(born !== undefined && { born }),
    ...(options.fuzzy !== undefined && { fuzzy: options.fuzzy }),
    ...(options.history !== undefined && { history: options.history }),
  };
  return { lines: lines(population, { query, trait, options }) };
}

interface Asked {
  readonly query: PersonQuery;
  readonly trait: Trait | undefined;
  readonly options: PeopleOptions;
}

function* lines(population: Population, { query, trait, options }: Asked): Generator<string> {
  const { gp, postcode, limit = defaultLimit } = options;
  const withTrait = trait === undefined ? undefined : new Set<string>();
  if (trait !== undefined) for (const { nhsNumber } of population.withTrait(trait)) withTrait?.add(nhsNumber);
  const isAsked = Object.keys(query).length > 0;
  const candidates =
    !isAsked && trait !== undefined
      ? population.withTrait(trait)
      : !isAsked && gp !== undefined
        ? population.members(gp)
        : population.search(query);
  let shown = 0;
  for (const person of candidates) {
    if (gp !== undefined && !isRegistered(person, gp)) continue;
    if (postcode !== undefined && !livesIn(person, postcode)) continue;
    if (isAsked && withTrait !== undefined && !withTrait.has(person.nhsNumber)) continue;
    if (shown === limit) {
      yield `… and more: raise --limit above ${limit}, or ask more closely`;
      return;
    }
    yield personLine(person);
    shown += 1;
  }
  if (shown === 0) yield 'nobody in this world fits';
}

function isRegistered({ registrations }: Person, ods: string): boolean {
  return registrations.some(({ practice, period }) => practice === ods.toUpperCase() && period.end === undefined);
}

function livesIn({ addresses }: Person, postcode: string): boolean {
  const compact = (text: string): string => text.replaceAll(' ', '').toUpperCase();
  return addresses.some(({ postcode: theirs = '' }) => compact(theirs).startsWith(compact(postcode.replaceAll('*', ''))));
}

/** Number, birth date, gender, practice, postcode and name, in columns. */
export function personLine(person: Person): string {
  const { nhsNumber, birthDate, gender, registrations, addresses, minimal } = person;
  const practice = registrations.find(({ period }) => period.end === undefined)?.practice ?? '–';
  const columns = minimal ? [nhsNumber, '', '', '', ''] : [nhsNumber, birthDate, gender, practice, addresses[0]?.postcode ?? '–'];
  const widths = [10, 10, 7, 6, 8];
  const marks = marksOf(person);
  return `${columns.map((text, n) => text.padEnd(widths[n] ?? 0)).join('  ')}  ${nameOf(person)}${marks === '' ? '' : `  [${marks}]`}`;
}

function marksOf({ restricted, status, minimal, death }: Person): string {
  return [
    ...(restricted ? ['restricted'] : []),
    ...(status.kind === 'live' ? [] : [status.kind]),
    ...(minimal ? ['minimal'] : []),
    ...(death === undefined ? [] : [`died ${death.date}`]),
  ].join(', ');
}
