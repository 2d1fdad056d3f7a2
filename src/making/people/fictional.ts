/** People, practices and practitioners for answers made while the population is empty: made up, deterministic, in never-issued ranges. */
import { isNhsNumber } from '../../fhir/nhs-number.ts';
import type { Address, NhsNumber, OdsCode, Organisation, Person, Practitioner } from '../../population.ts';
import { chanceOf, hashText, uuidOf } from '../seed.ts';

const FAMILY = [
  'Ashby',
  'Barlow',
  'Chowdhury',
  'Dacosta',
  'Ellison',
  'Farrow',
  'Greenhalgh',
  'Hussain',
  'Ibsen',
  'Jardine',
  'Kaur',
  'Lockwood',
  'Marsden',
  'Nwosu',
  'Openshaw',
  'Pemberton',
  'Quigley',
  'Rashid',
  'Stanhope',
  'Tremlett',
  'Unwin',
  'Varley',
  'Whitlock',
  'Yardley',
] as const;
const WOMEN = ['Alice', 'Bethan', 'Chidi', 'Daisy', 'Eleanor', 'Fatima', 'Grace', 'Harpreet', 'Isla', 'Joanna', 'Keira', 'Lorna'] as const;
const MEN = ['Adam', 'Benjamin', 'Callum', 'Dev', 'Edward', 'Farhan', 'George', 'Harry', 'Imran', 'Joseph', 'Kofi', 'Liam'] as const;
const STREETS = [
  'Alder Walk',
  'Beacon Rise',
  'Chapel Row',
  'Drovers Way',
  'Elder Close',
  'Foundry Lane',
  'Granary Court',
  'Heron Drive',
  'Ivy Terrace',
  'Juniper Road',
] as const;
/** Towns with an outward code of the area; the inward parts below come from a high block that is hardly ever allotted. */
const TOWNS = [
  ['Leeds', 'LS1'],
  ['Bristol', 'BS1'],
  ['Norwich', 'NR1'],
  ['Exeter', 'EX1'],
  ['Derby', 'DE1'],
  ['Preston', 'PR1'],
  ['Reading', 'RG1'],
  ['Durham', 'DH1'],
] as const;
const INWARD = ['9ZX', '9ZY', '9ZW', '9ZU'] as const;

export function fictionalNhsNumber(seed: number): NhsNumber {
  // One stem in eleven has no check digit, so the next number up is never far.
  for (let last = (seed % 1_000_000) * 10; ; last = (last + 1) % 10_000_000) {
    const number = `999${String(last).padStart(7, '0')}`;
    if (isNhsNumber(number)) return number;
  }
}

/** The person of an NHS number: the same wherever and whenever they are asked for. */
export function fictionalPerson(nhsNumber: string): Person {
  const chance = chanceOf(`person ${nhsNumber}`);
  const woman = chance.of('sex') < 0.51;
  const given = chance.pick(woman ? WOMEN : MEN, 'given');
  const family = chance.pick(FAMILY, 'family');
  const birthDate = `${chance.int(1936, 2015, 'year')}-${two(chance.int(1, 12, 'month'))}-${two(chance.int(1, 28, 'day'))}`;
  const title = woman ? chance.pick(['Ms', 'Mrs', 'Miss'], 'title') : 'Mr';
  const phone = `07700900${String(chance.int(0, 999, 'phone')).padStart(3, '0')}`;
  return {
    // Either bound by a request, whose check digit the role's checker has passed, or made by fictionalNhsNumber.
    nhsNumber: nhsNumber as NhsNumber,
    status: { kind: 'live' },
    restricted: false,
    minimal: false,
    version: 1,
    names: [{ id: chance.hex(5, 'name'), use: 'usual', prefix: title, given: [given], family }],
    gender: woman ? 'female' : 'male',
    birthDate,
    addresses: [addressOf(`person ${nhsNumber}`, 'home')],
    telecoms: [
      { id: chance.hex(5, 'phone'), system: 'phone', use: 'mobile', value: phone },
      { id: chance.hex(5, 'email'), system: 'email', use: 'home', value: `${given}.${family}@example.com`.toLowerCase() },
    ],
    registrations: [{ practice: fictionalOds(hashText(nhsNumber)), period: { start: `${Number(birthDate.slice(0, 4)) + 1}-04-01` } }],
    ethnicity: 'A',
    interpreterRequired: false,
  };
}

export function fictionalOds(seed: number): OdsCode {
  return `Y9${String(seed % 10_000).padStart(4, '0')}` as OdsCode; // of the shape the brand stands for, in a block set aside for fiction
}

export function fictionalOrganisation(ods: string, kind: 'gp-practice' | 'pharmacy'): Organisation {
  const chance = chanceOf(`organisation ${ods}`);
  const name = `${chance.pick(FAMILY, 'name')} ${kind === 'pharmacy' ? 'Pharmacy' : chance.pick(['Surgery', 'Medical Centre', 'Health Centre'], 'kind')}`;
  const phone = `01632960${String(chance.int(0, 999, 'phone')).padStart(3, '0')}`;
  return { ods: ods as OdsCode, name, kind, address: addressOf(`organisation ${ods}`, 'work'), phone }; // the code was checked where it came in
}

export function fictionalPractitioner(organisation: OdsCode): Practitioner {
  const chance = chanceOf(`practitioner ${organisation}`);
  const woman = chance.of('sex') < 0.5;
  return {
    sdsUserId: `555${String(chance.int(0, 999_999_999, 'user')).padStart(9, '0')}`,
    roleProfileId: `555${String(chance.int(0, 999_999_999, 'role')).padStart(9, '0')}`,
    prefix: 'Dr',
    given: chance.pick(woman ? WOMEN : MEN, 'given'),
    family: chance.pick(FAMILY, 'family'),
    gender: woman ? 'female' : 'male',
    organisation,
  };
}

function addressOf(key: string, use: Address['use']): Address {
  const chance = chanceOf(`address ${key}`);
  const [town, outward] = chance.pick(TOWNS, 'town');
  const street = `${chance.int(1, 98, 'number')} ${chance.pick(STREETS, 'street')}`;
  return {
    id: uuidOf(chance, 'id').slice(0, 5),
    use,
    lines: ['', street, '', town, ''],
    postcode: `${outward} ${chance.pick(INWARD, 'inward')}`,
  };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
