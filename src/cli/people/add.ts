/** `nhs-sandbox people add`: brings people of one's own to a running sandbox, from a small YAML file. */
import { FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml';
import { counted } from '../../contract/counted.ts';
import { plainText } from '../../contract/plain-text.ts';
import { defineCommand } from '../command.ts';
import { Failure, UsageError } from '../failure.ts';
import { columns } from '../lay-out.ts';
import { flag } from '../options.ts';
import { connect, workspaceOptions } from '../remote/connection.ts';
import { readNamedFile } from '../remote/named-file.ts';
import { told } from '../remote/told.ts';

export const add = defineCommand({
  name: 'people add',
  summary: 'Brings people of your own to a running sandbox, where every API finds them.',
  usage: '<people.yaml> [options]',
  about: [
    'The file is YAML or JSON: one person, or a list of them. All of them are brought, or nobody. A number that nobody has is given to whoever ' +
      'has none; of your own choice, take one that begins with 998 or 999. - reads the standard input.',
  ],
  examples: [
    ['people add --example > people.yaml', 'a file to begin with'],
    ['people add people.yaml', 'brings them'],
  ],
  options: { example: flag('Print a file to begin with, and bring nobody.'), ...workspaceOptions },
  async run({ example, ...values }, words, terminal) {
    if (example) {
      terminal.out(template);
      return 0;
    }
    const [file] = words;
    if (file === undefined || words.length > 1) throw new UsageError('people add wants one file, or - for the standard input');
    const people = readPeople(readNamedFile(file), file);
    const remote = connect(values, ['key']);
    // What is in the file is looked at where it is brought.
    const body = people as never;
    const added = await told(remote, remote.api.POST('/people', { body }));
    terminal.out(
      columns(
        added.people.map(({ nhsNumber, name, born = '', postcode = '' }) => [nhsNumber, `${born}  ${postcode}  ${plainText(name, 200)}`]),
      ),
    );
    terminal.out(
      [`${counted(added.people.length, 'person', 'people')} added.`, ...added.notes.map((note) => plainText(note, 1_000))].join('\n'),
    );
    return 0;
  },
});

function readPeople(text: string, file: string): readonly unknown[] {
  try {
    const read: unknown = load(text, { schema: FAILSAFE_SCHEMA });
    const people = (Array.isArray(read) ? read : [read]).map((person: unknown) => asTold(person));
    if (text.trim() === '' || people.length === 0)
      throw new Failure(`${file} has nobody in it: nhs-sandbox people add --example prints a file to begin with`);
    return people;
  } catch (error) {
    if (error instanceof YAMLException) throw new Failure(`${file} is not YAML: ${plainText(error.message, 300)}`);
    throw error;
  }
}

/** All of it is read as texts, since a number of ten digits is none that anybody counts with: only `restricted` is true or false, and which dose of a vaccine is counted. */
function asTold(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => asTold(one));
  if (name === 'nhsNumber' && typeof value === 'string') return value.replaceAll(/[ -]/g, '');
  if (name === 'restricted') return value === 'true' ? true : value === 'false' ? false : value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, key === 'dose' && 'vaccine' in value ? numbered(one) : asTold(one, key)]),
  );
}

const numbered = (value: unknown): unknown => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value);

const template = `# People of your own: made up, never real. Everything but born may be left out, and nothing is made up in its place.
- nhsNumber: '9980000007' # or leave it out, and one that nobody has is given
  name: { prefix: Ms, given: [Amina, Noor], family: Quillfeather }
  gender: female # female, male, other, unknown
  born: 1980-02-29
  address:
    lines: [1 Example Road, Leeds] # the town last
    postcode: LS1 9ZZ
  phone: '07700 900123'
  email: amina@example.org
  practice: Y90001 # ODS code
  conditions: # words that the sandbox has codes for are told with them; codes of your own are kept
    - asthma
    - { condition: Type 2 diabetes mellitus, since: 2015-03-02, severity: moderate }
    - { condition: Yellow nail syndrome, code: '85707006', since: 2019-09-09 } # SNOMED CT
  medicines: # what goes on is prescribed every four weeks
    - { medicine: Metformin 500mg tablets, dose: One twice a day, since: 2015-04-01, for: type-2-diabetes }
  allergies: [penicillin, { substance: Peanut, reaction: Vomiting, severity: moderate }] # or none-known
  vaccinations: [{ vaccine: flu, given: 2025-10-03 }]
  results:
    - { result: hba1c, value: 81, on: 2025-06-02 }
    - { result: blood-pressure, value: 140/85, on: 2025-06-02 }
  appointments: [{ on: 2026-01-09, at: '10:30', reason: Asthma review }]

- nhsNumber: '9980000015'
  names: # the present one first
    - { given: [Ben], family: Quillfeather }
    - { given: [Ben], family: Oddington, to: 2015-06-30 }
  gender: male
  born: 2012-05-01
  restricted: true # mock APIs withhold where he is
  relatives: # known both ways: mother, father, partner, child, sibling, guardian
    - { relationship: mother, nhsNumber: '9980000007' }

- name: { given: [Cara], family: Oddington }
  gender: female
  born: 1944-11-30
  death: { date: 2025-12-01, notification: formal }`;
