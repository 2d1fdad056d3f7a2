/** The searches that the official sandbox has an answer to. The first row that fits is the answer; what a row does not name may be anything. */
import { smiths } from '../people/smiths.ts';
import type { Asked } from './asked.ts';

type Text = 'family' | 'gender' | 'postcode' | 'practice' | 'death' | 'phone' | 'email';

export interface Row extends Partial<Readonly<Record<Text, readonly (string | undefined)[]>>> {
  readonly fuzzy?: true;
  readonly history?: true;
  readonly exact?: boolean;
  /** The first given names. */
  readonly given?: readonly string[];
  /** Any of these is the first birth date; or, with a space between them, the first two. */
  readonly born?: readonly string[];
  readonly max?: (sent: string | undefined) => boolean;
  readonly contacts?: readonly number[];
  /** NHS numbers and their scores, in their order. */
  readonly found: readonly (readonly [nhsNumber: string, score: number])[] | 'too many';
}

const texts = ['family', 'gender', 'postcode', 'practice', 'death', 'phone', 'email'] as const;

export function fits(row: Row, asked: Asked): boolean {
  const { fuzzy, history, exact, given, born, max, contacts } = row;
  return (
    (!fuzzy || asked.fuzzy) &&
    (!history || asked.history) &&
    (exact === undefined || exact === asked.exact) &&
    texts.every((name) => row[name]?.includes(asked[name]) ?? true) &&
    (given?.every((name, index) => name === asked.given[index]) ?? true) &&
    (born?.some((date) => asked.born.startsWith(date)) ?? true) &&
    (!max || max(asked.max)) &&
    (contacts?.includes(asked.contacts) ?? true)
  );
}

const smith = ['Smith', 'smith'];
const smStar = ['Sm*', 'sm*'];
const male = ['male', 'Male'];
const female = ['female', 'Female'];

const none = (sent: string | undefined): boolean => sent === undefined;
const belowTwo = (sent: string | undefined): boolean => sent !== undefined && Number(sent) < 2;
const one = (sent: string | undefined): boolean => sent === '1';

const each = (score: number, ...nhsNumbers: readonly string[]): Row['found'] => nhsNumbers.map((nhsNumber) => [nhsNumber, score]);
const nobody: Row['found'] = [];
const jane = '9000000009';

/** In the order in which a fuzzy search finds them: the last has another given name. */
const twenty = Object.keys(smiths);
/** Those of them who can be reached by one telephone number and one email. */
const eleven = [
  '5069635395',
  '5502481484',
  '5667541432',
  '5689174815',
  '5900021459',
  '5900026086',
  '5900026191',
  '5900030741',
  '5900031160',
  '5900034372',
  '5900036863',
];
const theirContacts = { phone: ['01234123123'], email: ['test@test.com'] };
const janesPhone = '01632960587';
const janesEmail = 'jane.smith@example.com';

export const rows: readonly Row[] = [
  { fuzzy: true, family: ['Blogs'], given: ['Joe'], born: ['1955-11-05'], found: each(1, '9693632109') },
  {
    fuzzy: true,
    family: ['ATTSÖN'],
    given: ['PÀULINÉ'],
    born: ['1960-07-14'],
    found: [
      ['9693633148', 0.9317],
      ['9693633121', 0.9077],
    ],
  },
  { fuzzy: true, phone: ['01222111111'], email: ['test@test.com'], found: each(0.8827, '5900022366') },
  ...(
    [
      { email: ['rubbish@work.com'], found: nobody },
      { found: twenty.map((nhsNumber) => [nhsNumber, nhsNumber === '5900034372' ? 0.8716 : 0.8827]) },
    ] satisfies readonly Row[]
  ).map((row): Row => ({
    fuzzy: true,
    family: ['Smythe'],
    given: ['Mat'],
    born: ['ge2000-05-03'],
    gender: male,
    postcode: ['DN17 4AA'],
    ...row,
  })),
  { fuzzy: true, family: ['MED', 'HUME'], given: ['Casey'], born: ['1999-09-09'], found: each(0.6806, '9733162450') },
  { fuzzy: true, family: ['MED'], given: ['Casey'], born: ['2024-01-12'], found: nobody },
  { fuzzy: true, family: ['LEEKE'], given: ['Horace'], born: ['1956-05-02'], postcode: ['DN16'], found: nobody },
  { fuzzy: true, contacts: [0], found: each(0.8976, '9000000017') },
  { fuzzy: true, contacts: [1], phone: [janesPhone], found: each(0.9124, jane) },
  { fuzzy: true, contacts: [1], email: [janesEmail], found: each(0.9124, jane) },
  { fuzzy: true, phone: [janesPhone], email: [janesEmail], found: each(0.9542, jane) },
  {
    history: true,
    family: smith,
    gender: male,
    born: ['2000-05-05'],
    email: ['Historic@historic.com'],
    found: each(1, '5900020584'),
  },
  { family: smith, gender: male, born: ['2000-05-05'], email: ['Historic@historic.com'], found: nobody },
  {
    family: [...smith, ...smStar],
    gender: male,
    born: ['2000-05-05'],
    email: ['rubbish@test.com'],
    phone: ['01234123123'],
    found: nobody,
  },
  { history: true, family: ['HUME'], born: ['1999-09-09'], found: each(0.6806, '9733162450') },
  { family: ['MED', 'HUME'], born: ['2024-01-12', '1999-09-09'], gender: ['male', 'female'], found: nobody },
  { family: smStar, contacts: [0], max: none, found: each(0.8343, jane, '9000000017') },
  { family: smStar, contacts: [0], max: belowTwo, found: 'too many' },
  { family: smStar, contacts: [1], max: belowTwo, found: each(1, jane) },
  { family: smStar, contacts: [1, 2], phone: [undefined, janesPhone], email: [undefined, janesEmail], found: each(1, jane) },
  { family: smStar, email: ['janet.smythe@example.com'], found: each(1, jane) },
  { family: smStar, ...theirContacts, born: ['2000-05-05'], found: each(1, ...eleven) },
  { family: ['Smythe', 'smythe'], found: each(1, '9000000025') },
  {
    family: smith,
    gender: female,
    born: ['2010-10-22', 'ge2010-10-21 le2010-10-23'],
    phone: [undefined, janesPhone],
    email: [undefined, janesEmail],
    found: each(1, jane),
  },
  { family: smith, gender: male, given: ['John Paul', 'James'], found: each(0.75, '9000000015') },
  { family: ['CUFF', 'Cuff'], gender: female, born: ['1926-01-07'], found: each(1, '9732019395') },
  { family: smith, gender: male, born: ['2000-05-05'], given: ['Sam', 'Bob'], found: each(1, '5900030741') },
  { family: smith, gender: male, born: ['2000-05-05'], ...theirContacts, found: each(1, ...eleven) },
  { family: ['Muir'], gender: male, born: ['2017-09-06'], phone: ['00917855986859'], found: each(1, '9732019506') },
  { postcode: ['DN17*'], family: smith, gender: male, born: ['2000-05-05'], found: each(0.965, ...twenty.toSorted()) },
  { practice: ['A20047'], family: ['Me*'], born: ['2015-10-22'], found: each(0.9259, '9733162337') },
  { death: ['le2019-02-28'], family: ['TUNNEY'], born: ['ge1980-01-01'], found: each(1, '9733163201') },
  { family: ['McMatch-Single'], postcode: ['BAP 4WG'], gender: male, found: each(1, '5900054586') },
  { family: ['McMatch-Multiple'], postcode: ['DN19 7UD'], found: each(1, '5900036502', '5900053679') },
  { family: ['Jones'], gender: male, born: ['ge1992-01-01'], found: each(1, '5900035697') },
  { family: ['Godsoe'], gender: male, born: ['1936-02-24'], found: each(1, '9693632125') },
  { family: ['Massam'], born: ['1920-08-11', 'le1920-08-11'], found: each(1, '9693632966') },
  { family: ['YOUDS'], max: one, found: 'too many' },
  { family: ['YOUDS'], found: each(1, '9693633679', '9693633687', '9693633695', '9693633709') },
  {
    family: smith,
    gender: female,
    born: ['2010-10-22'],
    email: ['deb.trotter@example.com'],
    phone: ['0121111111'],
    found: nobody,
  },
  { family: ['Spiderman', 'Bingham'], born: ['1962-07-31', '1934-12-18'], found: nobody },
  { exact: true, family: ['KNAPP', 'Knapp', 'knapp'], gender: female, born: ['1943-07-03'], found: each(1, '9736363120') },
  { exact: false, family: ['KNAPP', 'Knapp', 'knap'], gender: female, born: ['1943-07-03'], found: nobody },
];
