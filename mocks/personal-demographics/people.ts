/** The numbers of the official sandbox, with their documented names and birth dates. Everything else about them is made up here. */
import type { PersonaDetails, PersonaEntry, PersonaTable } from '../../src/world/personas/persona.ts';
import { ods, practice, square } from '../places.ts';
import { published } from '../published-person.ts';

export const people = {
  janeSmith: {
    meaning: 'A full record: every field that a record can hold.',
    official: true,
    person: {
      nhsNumber: '9000000009',
      family: 'Smith',
      given: ['Jane'],
      prefix: 'Mrs',
      suffix: 'MBE',
      gender: 'female',
      birthDate: '2010-10-22',
      multipleBirth: 1,
      birthPlace: { city: 'Manchester', district: 'Greater Manchester', country: 'GBR' },
      since: '2024-01-01',
      addresses: [
        {
          id: '456',
          use: 'home',
          lines: square,
          postcode: 'LS1 6AE',
          paf: '12345678',
          uprn: '123456789012',
          period: { start: '2024-01-01' },
        },
        {
          id: 'T456',
          use: 'temp',
          text: 'Student Accommodation',
          lines: square,
          postcode: 'LS1 6AE',
          paf: '12345678',
          uprn: '123456789012',
          period: { start: '2024-01-01', end: '2026-12-31' },
        },
      ],
      telecoms: [
        { id: '789', system: 'phone', use: 'home', value: '01632960587', period: { start: '2024-01-01' } },
        { id: '790', system: 'email', use: 'home', value: 'jane.smith@example.com', period: { start: '2024-01-01' } },
        { id: 'OC789', system: 'other', use: 'home', value: '01632960587', period: { start: '2024-01-01' } },
      ],
      practice: 'Y12345',
      pharmacy: ods('Y12345'),
      dispenser: ods('Y23456'),
      applianceSupplier: ods('Y34567'),
      ethnicity: 'A',
      language: 'fr',
      interpreterRequired: true,
      contactPreference: { method: '1', format: '12', times: 'Not after 7pm' },
      emergencyContact: { id: 'C123', phone: '01632960587' },
    },
    relatives: [
      ['guardian', '9990000018'],
      ['guardian', '9990000026'],
    ],
  },
  jayneSmyth: {
    meaning: 'Spelt and sounding like Jane Smith, born on the same day: found by wildcard and fuzzy searches.',
    official: true,
    person: {
      nhsNumber: '9000000017',
      family: 'Smyth',
      given: ['Jayne'],
      prefix: 'Mrs',
      suffix: 'MBE',
      gender: 'female',
      birthDate: '2010-10-22',
      since: '2020-01-01',
      lines: square,
      postcode: 'LS1 6AE',
      phone: '01632960588',
      email: 'jayne.smyth@example.com',
      practice: 'Y12345',
    },
    relatives: [['guardian', '9990000018']],
  },
  janetSmythe: {
    meaning: 'A restricted record: address, telephone and practice are withheld.',
    official: true,
    person: {
      nhsNumber: '9000000025',
      family: 'Smythe',
      given: ['Janet'],
      prefix: 'Mrs',
      suffix: 'MBE',
      gender: 'female',
      // The published search is for this date. The published retrieval has 2010-10-22 instead, and a death on that day, as the official
      // sandbox has of Jane Smith: one person has one birth date, and both of them live here.
      birthDate: '2005-06-16',
      multipleBirth: 1,
      since: '2020-01-01',
      restricted: true,
      lines: square,
      postcode: 'LS1 6AE',
      phone: '01632960589',
      email: 'janet.smythe@example.com',
      practice: 'Y12345',
    },
  },
  minimal: {
    meaning: 'A minimal record: a number and nothing else.',
    official: true,
    person: { nhsNumber: '9000000033', gender: 'unknown', birthDate: '2000-01-01', minimal: true },
  },
  johnPaulSmith: {
    meaning:
      'A compound given name and a second one: "John Paul" and "James". The official example has a number whose check digit is wrong.',
    person: {
      nhsNumber: '9990000034',
      family: 'Smith',
      given: ['John Paul', 'James'],
      prefix: 'Mr',
      suffix: 'MBE',
      gender: 'male',
      birthDate: '2010-10-22',
      since: '2020-01-01',
      lines: square,
      postcode: 'LS1 6AE',
      phone: '01632960590',
      email: 'johnp.smith@example.com',
      practice: 'Y12345',
    },
  },
  lukeYoudsMale: youds('9693633679', 'male', ['Luke'], 'One of four people with the same name and birth date.'),
  lukeYoudsFemale: youds('9693633687', 'female', ['Luke'], 'The same name and birth date, recorded as female.'),
  lukeYoudsUnknown: youds('9693633695', 'unknown', ['Luke'], 'The same name and birth date, gender not known.'),
  lukeYoudsOther: youds('9693633709', 'other', ['Luke', 'Damien'], 'The same name and birth date, gender recorded as other.'),
  mcMatchSingle: {
    meaning: 'Registering somebody with these details again finds exactly one match.',
    official: true,
    person: {
      nhsNumber: '5900054586',
      family: 'McMatch-Single',
      given: ['Mickey'],
      prefix: 'Mr',
      gender: 'male',
      birthDate: '1954-10-26',
      since: '2024-05-09',
      version: 1,
      lines: ['', '317 Yarrow Street', '', 'Leeds', ''],
      postcode: 'BAP 4WG',
    },
  },
  mcMatchSingleJane: {
    meaning: 'The one match for the documented registration of Jane McMatch-Single.',
    person: {
      nhsNumber: '9990000042',
      family: 'McMatch-Single',
      given: ['Jane'],
      prefix: 'Mrs',
      gender: 'female',
      birthDate: '1982-07-10',
      since: '2020-01-01',
      lines: square,
      postcode: 'BAP 4WG',
    },
  },
  mcMatchMultipleFirst: mcMatchMultiple('5900033104', 'One of two records that match the same details.'),
  mcMatchMultipleSecond: mcMatchMultiple('5900033333', 'The other of two records that match the same details.'),
  mcMatchMultipleLouisa: louisa('9990000050', 'One of two matches for the documented registration of Louisa McMatch-Multiple.'),
  mcMatchMultipleLouisaToo: louisa('9990000069', 'The other of those two matches.'),
  adrianSanderson: {
    meaning: 'A former name beside the present one: Roger Killen became Adrian Sanderson.',
    official: true,
    person: {
      nhsNumber: '9732110317',
      gender: 'male',
      birthDate: '1936-06-21',
      version: 7,
      lines: ['', '9 Speedwell Green', '', 'York', ''],
      postcode: 'YO71 2PX',
      names: [
        { id: '4E1F21EF', use: 'usual', prefix: 'Mr', given: ['Adrian'], family: 'Sanderson', period: { start: '2024-05-01' } },
        {
          id: '4E1F33EF',
          use: 'old',
          prefix: 'Dr',
          given: ['Roger'],
          family: 'Killen',
          suffix: 'PhD',
          period: { start: '2018-12-31', end: '2024-04-30' },
        },
      ],
      since: '2024-05-01',
      practice,
    },
  },
  deanKillen: published('9733162043', 'Killen', ['Dean', 'Roger'], 'male', '1955-05-27', 2, 'A suffix, "PhD".', 'PhD'),
  cyrilMelloy: published('9736363023', 'Melloy', ['Cyril', 'Gordon'], 'male', '1940-08-02', 5, 'A record at version 5.'),
  conradMooney: published('9736363015', 'Mooney', ['Conrad', 'Landon'], 'male', '1937-04-08', 6, 'A record at version 6.', 'MBBS'),
  randalWeaver: published('9736363066', 'Weaver', ['Randal', 'Gerald'], 'unknown', '1933-02-25', 3, 'Gender not known.'),
  arthurWilcox: published('9736363074', 'Wilcox', ['Arthur', 'Mathew'], 'male', '1955-11-05', 3, 'A plain record, for updates.'),
} as const satisfies PersonaTable;

function youds(nhsNumber: string, gender: PersonaDetails['gender'], given: readonly string[], meaning: string): PersonaEntry {
  const address = gender === 'female' ? {} : { lines: ['', '109 Plover Road', '', 'Lincoln', ''] as const, postcode: 'LN61 8PG' };
  return {
    meaning,
    official: true,
    person: { nhsNumber, family: 'Youds', given, gender, birthDate: '1970-01-24', since: '2021-08-03', ...address, practice },
  };
}

function mcMatchMultiple(nhsNumber: string, meaning: string): PersonaEntry {
  const lines = ['', '1 Jasmine Grove', '', 'Leeds', ''] as const;
  return {
    meaning,
    official: true,
    person: {
      nhsNumber,
      family: 'McMatch-Multiple',
      gender: 'male',
      birthDate: '1997-08-20',
      since: '2024-03-15',
      lines,
      postcode: 'DN19 7UD',
    },
  };
}

function louisa(nhsNumber: string, meaning: string): PersonaEntry {
  return {
    meaning,
    person: {
      nhsNumber,
      family: 'McMatch-Multiple',
      given: ['Louisa'],
      prefix: 'Mrs',
      gender: 'female',
      birthDate: '1982-07-10',
      since: '2020-01-01',
      lines: square,
      postcode: 'DN19 7UD',
    },
  };
}
