/** `people`: who in the world fits a description, one line each. */
import { readDescription, type TypedDescription } from '../../people/description.ts';
import { findPeople, type FoundPerson } from '../../people/find-people.ts';
import { atOnce } from '../../people/interruptible.ts';
import { nameOf } from '../../people/in-words.ts';
import type { Person, Population } from '../../population.ts';
import { optionOf } from './need-options.ts';

export interface PeopleOptions extends TypedDescription {
  readonly limit?: number;
}

const defaultLimit = 20;
/** As long as somebody waits for a list. */
const seconds = 20;

/** What was typed wrong, in a sentence; or the lines. */
export type PeopleAnswer = { readonly wrong: string } | { readonly lines: readonly string[] };

export function listPeople(population: Population, { limit = defaultLimit, ...typed }: PeopleOptions): PeopleAnswer {
  const description = readDescription(population, typed, optionOf);
  if ('wrong' in description) return description;
  const { people, isMore, hasStopped } = atOnce(findPeople(population, description, { limit, seconds }));
  const stopped = hasStopped ? ['… who else fits was not looked for any longer: ask more closely, as by --age or --gender'] : [];
  if (people.length === 0) return { lines: hasStopped ? ['nobody who was looked at fits', ...stopped] : ['nobody in this world fits'] };
  const more = isMore ? [`… and more: raise --limit above ${limit}, or ask more closely`] : [];
  return { lines: [...people.map(personLine), ...more, ...stopped] };
}

/** Number, birth date, gender, practice, postcode and name, in columns; and why they meet what is needed. */
function personLine({ person, why }: FoundPerson): string {
  const { nhsNumber, birthDate, gender, registrations, addresses, minimal } = person;
  const practice = registrations.find(({ period }) => period.end === undefined)?.practice ?? '–';
  const columns = minimal ? [nhsNumber, '', '', '', ''] : [nhsNumber, birthDate, gender, practice, addresses[0]?.postcode ?? '–'];
  const widths = [10, 10, 7, 6, 8];
  const marks = marksOf(person);
  const line = `${columns.map((text, n) => text.padEnd(widths[n] ?? 0)).join('  ')}  ${nameOf(person)}${marks === '' ? '' : `  [${marks}]`}`;
  return why.length === 0 ? line : `${line}: ${why.join('; ')}`;
}

function marksOf({ restricted, status, minimal, death }: Person): string {
  return [
    ...(restricted ? ['restricted'] : []),
    ...(status.kind === 'live' ? [] : [status.kind]),
    ...(minimal ? ['minimal'] : []),
    ...(death === undefined ? [] : [`died ${death.date}`]),
  ].join(', ');
}
