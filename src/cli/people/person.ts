/** `person`: one record in words, as a page: who it is, what matters now, each part of the clinical record, family and timeline. */
import type { ClinicalRecord } from '../../clinical-record.ts';
import type { Person, Population, Relative } from '../../population.ts';
import { wrapped } from '../lay-out.ts';
import { addressText, fullName, nameOf, periodText } from '../../people/in-words.ts';
import { recordPage } from '../../people/record-page.ts';

const mostEvents = 40;

export interface PersonOptions {
  /** All there is, where only the latest of each part is shown otherwise. */
  readonly all?: boolean;
  /** Characters of a line. */
  readonly width?: number;
}

/** Undefined when nobody has the number. */
export function describePerson(population: Population, nhsNumber: string, options: PersonOptions = {}): readonly string[] | undefined {
  const person = population.find(nhsNumber.replaceAll(' ', ''));
  if (person === undefined) return undefined;
  const record = population.record(person.nhsNumber);
  return [
    `${nameOf(person)}  ${person.nhsNumber}`,
    ...standing(person),
    ...(person.minimal ? [] : summary(population, person, options)),
    ...(record === undefined || person.minimal ? [] : clinicalPage(record, population, options)),
    ...section('Family', familyTree(population, person)),
    ...section('Timeline', timeline(population, person, options)),
  ];
}

function standing({ status, restricted, minimal, death }: Person): readonly string[] {
  return [
    ...(status.kind === 'superseded' ? [`  superseded: reading it gives ${status.by}`] : []),
    ...(status.kind === 'invalidated' ? ['  invalidated: it cannot be read'] : []),
    ...(restricted ? ['  restricted: address, telephone and practice are withheld'] : []),
    ...(minimal ? ['  minimal: nothing but the number is known'] : []),
    ...(death === undefined ? [] : [`  died ${death.date} (${death.notification} notice)`]),
  ];
}

function summary(population: Population, person: Person, { width: room = Infinity }: PersonOptions): readonly string[] {
  const organisation = (ods: string | undefined): string | undefined =>
    ods && `${population.organisation(ods)?.name ?? 'unknown'} (${ods})`;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['born', [person.birthDate, person.gender, person.birthPlace?.city].filter((part) => part !== undefined).join(', ')],
    ...person.names.map((name): [string, string] => [`${name.use} name`, `${fullName(name)}  ${periodText(name.period)}`]),
    ...person.addresses.map((address): [string, string] => [
      `${address.use} address`,
      `${addressText(address)}  ${periodText(address.period)}`,
    ]),
    ...person.telecoms.map(({ system, use, value }): [string, string] => [`${use} ${system}`, value]),
    ...person.registrations.map(({ practice, period }): [string, string] => [
      'practice',
      `${organisation(practice) ?? ''}  ${periodText(period)}`,
    ]),
    ['removed', person.removal && `${person.removal.code}, ${person.removal.period.start}`],
    ['pharmacy', organisation(person.pharmacy)],
    ['dispenser', organisation(person.dispenser)],
    ['appliances', organisation(person.applianceSupplier)],
    ['ethnicity', person.ethnicity],
    ['language', person.language && `${person.language}${person.interpreterRequired ? ', interpreter needed' : ''}`],
    ['contact', person.contactPreference && Object.values(person.contactPreference).join(', ')],
    ['emergency', person.emergencyContact?.phone],
    ['version', String(person.version)],
    ['as of', population.asOf],
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  return rows.flatMap(([label, text]) =>
    text === undefined ? [] : wrapped(`  ${label.padEnd(width)}  ${text.trimEnd()}`, room, width + 4).split('\n'),
  );
}

/** Every page says what it is: it may be printed. */
function clinicalPage(record: ClinicalRecord, population: Population, { all = false, width = Infinity }: PersonOptions): readonly string[] {
  const sections = recordPage(record, population, { all });
  if (sections.length === 0) return [];
  return [
    '',
    'Clinical record: synthetic data, of nobody real',
    ...sections.flatMap(({ title, lines, more }) => {
      const column = Math.max(...lines.map(({ label }) => label.length));
      return section(title, [
        ...lines.map(({ label, text }) => wrapped(`${label.padEnd(column)}  ${text}`, width - 2, column + 2)),
        ...(more > 0 ? [`… and ${more} more`] : []),
      ]);
    }),
  ];
}

function familyTree(population: Population, { nhsNumber }: Person): readonly string[] {
  const order: readonly Relative['relationship'][] = ['mother', 'father', 'guardian', 'partner', 'sibling', 'child'];
  const relatives = order.flatMap((kind) => population.relatives(nhsNumber).filter(({ relationship }) => relationship === kind));
  return relatives.map(({ relationship, nhsNumber: number }, n) => {
    const relative = number === undefined ? undefined : population.find(number);
    const branch = n === relatives.length - 1 ? '└─' : '├─';
    const words = relative === undefined ? 'known by name only' : `${nameOf(relative)}, born ${relative.birthDate}  ${relative.nhsNumber}`;
    return `${branch} ${relationship.padEnd(8)}  ${words}`;
  });
}

function timeline(population: Population, { nhsNumber }: Person, { all = false, width = Infinity }: PersonOptions): readonly string[] {
  const events = population.events(nhsNumber);
  const shown = all ? events : events.slice(-mostEvents);
  const hidden = events.length - shown.length;
  return [
    ...(hidden === 0 ? [] : [`… ${hidden} earlier`]),
    ...shown.map(({ date, kind, summary: what, organisation }) =>
      wrapped(`${date}  ${kind.padEnd(12)}  ${what}${organisation === undefined ? '' : `  (${organisation})`}`, width - 2, 26),
    ),
  ];
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.flatMap((line) => line.split('\n').map((part) => `  ${part}`))];
}
