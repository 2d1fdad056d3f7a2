/**
 * The test people: the numbers of the official sandboxes with their documented names and birth dates, and one person for every
 * awkward case. Everything else about them is made up here. Generated people keep clear of them.
 */
import type { Address, NhsNumber, OdsCode, Organisation, Relative } from '../src/population.ts';
import { type Persona, type PersonaDetails, personaOf } from '../src/world/persona.ts';

interface Entry {
  /** What a tester uses this person for. */
  readonly meaning: string;
  readonly official?: true;
  readonly person: PersonaDetails;
  readonly relatives?: readonly (readonly [relationship: Relative['relationship'], nhsNumber: string])[];
}

const square: Address['lines'] = ['1 Trevelyan Square', 'Boar Lane', 'City Centre', 'Leeds', 'West Yorkshire'];
const cottages: Address['lines'] = ['', '12 Larkspur Row', '', 'Leeds', 'West Yorkshire'];
const flats: Address['lines'] = ['Flat 4', '30 Harebell Court', '', 'Bristol', 'Bristol'];
const practice = 'Y90001';

/** Fictional organisations whose codes the official examples use. */
const fictional: readonly (readonly [ods: string, name: string, kind: Organisation['kind']])[] = [
  ['Y12345', 'Trevelyan Practice', 'gp-practice'],
  ['Y23456', 'Trevelyan Dispensary', 'pharmacy'],
  ['Y34567', 'Trevelyan Appliances', 'other'],
];

export const organisations: readonly Organisation[] = fictional.map(([code, name, kind], n) => ({
  ods: code as OdsCode, // six characters, as the brand promises
  name,
  kind,
  address: { id: code, use: 'work', lines: square, postcode: 'LS1 6AE' },
  phone: `0113496${String(10 + n).padStart(4, '0')}`,
}));

const entries = {
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
      birthDate: '2005-06-16',
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
  staceyTwitchett: published(
    '9449304130',
    'Twitchett',
    ['Stacey', 'Marisa'],
    'female',
    '1948-04-30',
    2,
    'The patient of the published prescriptions.',
  ),
  ozzieOwler: published('9449310475', 'Owler', ['Ozzie'], 'unknown', '1965-02-28', 2, 'The patient of the published vaccinations.'),
  prescriptionPatient: published(
    '9449305552',
    'Wheatear',
    ['Imogen'],
    'female',
    '1981-03-14',
    2,
    'A patient with prescriptions to collect.',
  ),
  prescriptionReader: published('9912003489', 'Marsh-Tern', ['Colin'], 'male', '1972-08-09', 2, 'A patient who reads prescriptions.'),
  messageRecipient: published('9990548609', 'Redstart', ['Amina'], 'female', '1990-05-17', 2, 'The recipient of the published messages.'),
  appAccount: published('9074662803', 'Goldcrest', ['Samir'], 'male', '1994-11-30', 2, 'Has an app account with notifications on.'),
  appAccountOff: published('9903002157', 'Goldcrest', ['Noor'], 'female', '1996-02-11', 2, 'Has an app account with notifications off.'),
  loginUser: published('9912003071', 'Curlew', ['Maya'], 'female', '1985-07-02', 2, 'Logs in with a fully proven identity.'),
  documentPatient: published('9278693472', 'Sandpiper', ['Owen'], 'male', '1968-01-19', 2, 'The patient of the published record pointers.'),

  guardian: {
    meaning: 'The guardian of other people here.',
    person: {
      nhsNumber: '9990000018',
      family: 'Hawfinch',
      given: ['Ruth'],
      prefix: 'Ms',
      gender: 'female',
      birthDate: '1979-04-02',
      lines: square,
      postcode: 'LS1 6AE',
      phone: '01632960591',
      practice: 'Y12345',
      ethnicity: 'A',
    },
    relatives: [['child', '9000000009']],
  },
  secondGuardian: {
    meaning: 'A second guardian.',
    person: {
      nhsNumber: '9990000026',
      family: 'Hawfinch',
      given: ['Daniel'],
      prefix: 'Mr',
      gender: 'male',
      birthDate: '1977-12-21',
      lines: square,
      postcode: 'LS1 6AE',
      phone: '01632960591',
      practice: 'Y12345',
      ethnicity: 'A',
    },
    relatives: [['child', '9000000009']],
  },
  restricted: {
    meaning: 'Restricted, with a restricted child: neither may be traced through the other.',
    person: {
      nhsNumber: '9990000077',
      family: 'Wryneck',
      given: ['Helena'],
      prefix: 'Ms',
      gender: 'female',
      birthDate: '1991-09-05',
      restricted: true,
      lines: cottages,
      postcode: 'LS71 2AB',
      phone: '01632960592',
      practice,
      ethnicity: 'A',
    },
    relatives: [['child', '9990000085']],
  },
  restrictedChild: {
    meaning: 'The restricted child of a restricted mother.',
    person: {
      nhsNumber: '9990000085',
      family: 'Wryneck',
      given: ['Otto'],
      gender: 'male',
      birthDate: '2018-03-20',
      restricted: true,
      lines: cottages,
      postcode: 'LS71 2AB',
      practice,
      ethnicity: 'A',
    },
    relatives: [['mother', '9990000077']],
  },
  superseded: {
    meaning: 'A number that was changed: reading it gives the record that replaced it.',
    person: {
      nhsNumber: '9990000093',
      family: 'Whinchat',
      given: ['Priscilla'],
      prefix: 'Mrs',
      gender: 'female',
      birthDate: '1966-06-06',
      status: { kind: 'superseded', by: number('9990000107') },
      lines: cottages,
      postcode: 'LS71 2AB',
      practice,
      ethnicity: 'A',
    },
  },
  survivor: {
    meaning: 'The record that replaced a superseded one.',
    person: {
      nhsNumber: '9990000107',
      family: 'Whinchat',
      given: ['Priscilla'],
      prefix: 'Mrs',
      gender: 'female',
      birthDate: '1966-06-06',
      version: 3,
      lines: cottages,
      postcode: 'LS71 2AB',
      practice,
      ethnicity: 'A',
    },
  },
  invalidated: {
    meaning: 'An invalidated record: it cannot be read and is never found.',
    person: {
      nhsNumber: '9990000115',
      family: 'Crossbill',
      given: ['Errol'],
      gender: 'male',
      birthDate: '1959-01-30',
      status: { kind: 'invalidated' },
    },
  },
  deceasedFormal: {
    meaning: 'Died, with formal notice from the registrar; registration has ended.',
    person: {
      nhsNumber: '9990000123',
      family: 'Bittern',
      given: ['Harold', 'Ernest'],
      prefix: 'Mr',
      gender: 'male',
      birthDate: '1931-05-12',
      death: { date: '2024-11-02', notification: 'formal' },
      version: 4,
      lines: cottages,
      postcode: 'LS71 2AB',
      ethnicity: 'A',
      registrations: [{ practice: ods(practice), period: { start: '1988-02-01', end: '2024-11-02' } }],
      removal: { code: 'DEA', period: { start: '2024-11-02' } },
    },
  },
  deceasedInformal: {
    meaning: 'Died, as informally notified; still registered.',
    person: {
      nhsNumber: '9990000131',
      family: 'Bittern',
      given: ['Edna'],
      prefix: 'Mrs',
      gender: 'female',
      birthDate: '1934-08-23',
      death: { date: '2025-12-29', notification: 'informal' },
      version: 3,
      lines: cottages,
      postcode: 'LS71 2AB',
      practice,
      ethnicity: 'A',
    },
  },
  twinElder: {
    meaning: 'The first of twins: same family, address and birth date, birth order 1.',
    person: {
      nhsNumber: '9990000158',
      family: 'Siskin',
      given: ['Poppy'],
      gender: 'female',
      birthDate: '2017-02-14',
      multipleBirth: 1,
      lines: flats,
      postcode: 'BS61 4EF',
      practice,
      ethnicity: 'D',
    },
    relatives: [
      ['mother', '9990000174'],
      ['sibling', '9990000166'],
    ],
  },
  twinYounger: {
    meaning: 'The second of twins, birth order 2.',
    person: {
      nhsNumber: '9990000166',
      family: 'Siskin',
      given: ['Penny'],
      gender: 'female',
      birthDate: '2017-02-14',
      multipleBirth: 2,
      lines: flats,
      postcode: 'BS61 4EF',
      practice,
      ethnicity: 'D',
    },
    relatives: [
      ['mother', '9990000174'],
      ['sibling', '9990000158'],
    ],
  },
  motherOfTwins: {
    meaning: 'The mother of the twins.',
    person: {
      nhsNumber: '9990000174',
      family: 'Siskin',
      given: ['Naomi'],
      prefix: 'Ms',
      gender: 'female',
      birthDate: '1988-10-09',
      lines: flats,
      postcode: 'BS61 4EF',
      phone: '01632960593',
      practice,
      ethnicity: 'M',
    },
    relatives: [
      ['child', '9990000158'],
      ['child', '9990000166'],
    ],
  },
  newborn: {
    meaning: 'A newborn with no given name yet.',
    person: {
      nhsNumber: '9990000182',
      family: 'Fieldfare',
      gender: 'male',
      birthDate: '2025-12-30',
      version: 1,
      lines: flats,
      postcode: 'BS61 4EF',
      ethnicity: 'Z',
    },
    relatives: [['mother', '9990000190']],
  },
  motherOfNewborn: {
    meaning: 'The mother of the newborn.',
    person: {
      nhsNumber: '9990000190',
      family: 'Fieldfare',
      given: ['Leila'],
      prefix: 'Mrs',
      gender: 'female',
      birthDate: '1996-01-25',
      lines: flats,
      postcode: 'BS61 4EF',
      phone: '07700900321',
      practice,
      ethnicity: 'S',
    },
    relatives: [['child', '9990000182']],
  },
  noFixedAbode: {
    meaning: 'Of no fixed abode: the pseudo-postcode ZZ99 3VZ.',
    person: {
      nhsNumber: '9990000204',
      family: 'Dunnock',
      given: ['Vincent'],
      gender: 'male',
      birthDate: '1983-03-03',
      lines: ['', 'No fixed abode', '', '', ''],
      postcode: 'ZZ99 3VZ',
      practice,
      ethnicity: 'Z',
    },
  },
  overseas: {
    meaning: 'A visitor from abroad: no practice, a pseudo-postcode, another language.',
    person: {
      nhsNumber: '9990000212',
      family: 'Hoopoe',
      given: ['Matteo'],
      gender: 'male',
      birthDate: '1992-07-19',
      lines: ['', 'Via dei Fiori 8', '', 'Firenze', ''],
      postcode: 'ZZ99 3WZ',
      ethnicity: 'C',
      language: 'it',
      birthPlace: { city: 'Firenze', country: 'ITA' },
    },
  },
  interpreterNeeded: {
    meaning: 'Needs an interpreter, prefers Somali, and asks for large print.',
    person: {
      nhsNumber: '9990000220',
      family: 'Warsame',
      given: ['Hodan'],
      gender: 'female',
      birthDate: '1969-12-01',
      lines: flats,
      postcode: 'BS61 4EF',
      practice,
      ethnicity: 'N',
      language: 'so',
      interpreterRequired: true,
      contactPreference: { method: '1', format: '11' },
    },
  },
  changedNames: {
    meaning: 'Has changed her name several times: a maiden name, two married names and a nickname.',
    person: {
      nhsNumber: '9990000239',
      gender: 'female',
      birthDate: '1974-09-18',
      version: 6,
      lines: cottages,
      postcode: 'LS71 2AB',
      practice,
      ethnicity: 'A',
      names: [
        { id: 'A1000001', use: 'usual', prefix: 'Mrs', given: ['Rosalind', 'Kay'], family: 'Merganser', period: { start: '2019-05-25' } },
        { id: 'A1000002', use: 'nickname', given: ['Roz'], family: 'Merganser' },
        {
          id: 'A1000003',
          use: 'old',
          prefix: 'Ms',
          given: ['Rosalind', 'Kay'],
          family: 'Garganey',
          period: { start: '2012-02-10', end: '2019-05-24' },
        },
        {
          id: 'A1000004',
          use: 'old',
          prefix: 'Mrs',
          given: ['Rosalind', 'Kay'],
          family: 'Pochard',
          period: { start: '1998-06-20', end: '2012-02-09' },
        },
        {
          id: 'A1000005',
          use: 'maiden',
          prefix: 'Miss',
          given: ['Rosalind', 'Kay'],
          family: 'Garganey',
          period: { start: '1974-09-18', end: '1998-06-19' },
        },
      ],
    },
  },
  ambiguousFirst: {
    meaning: 'One of two different people with the same name, gender and birth date.',
    person: {
      nhsNumber: '9990000247',
      family: 'Stonechat',
      given: ['David'],
      prefix: 'Mr',
      gender: 'male',
      birthDate: '1980-01-01',
      lines: cottages,
      postcode: 'LS71 2AB',
      practice,
      ethnicity: 'A',
    },
  },
  ambiguousSecond: {
    meaning: 'The other of those two, at another address.',
    person: {
      nhsNumber: '9990000255',
      family: 'Stonechat',
      given: ['David'],
      prefix: 'Mr',
      gender: 'male',
      birthDate: '1980-01-01',
      lines: flats,
      postcode: 'BS61 4EF',
      practice: 'Y90002',
      ethnicity: 'A',
    },
  },
  minimalGenerated: {
    meaning: 'A minimal record in the range that is never issued.',
    person: { nhsNumber: '9990000263', gender: 'unknown', birthDate: '2000-01-01', minimal: true },
  },
  longNames: {
    meaning: 'Names as long as records allow: five given names, 35 letters in the family name.',
    person: {
      nhsNumber: '9990000271',
      family: 'Featherstonehaugh-Cholmondeley-Vane',
      given: ['Maximilian-Bartholomew-Christopher', 'Alexander', 'Theophilus', 'Montgomery', 'Peregrine'],
      prefix: 'Sir',
      suffix: 'OBE',
      gender: 'male',
      birthDate: '1947-10-31',
      lines: [
        'Apartment 12B, The Old Observatory',
        '144 Upper Honeysuckle Terrace Gardens',
        'Castle Green Without',
        'Newcastle upon Tyne',
        'Tyne and Wear',
      ],
      postcode: 'NE51 9ZZ',
      practice,
      ethnicity: 'A',
    },
  },
  oneName: {
    meaning: 'Known by one name: no given name, and a family name of one letter.',
    person: {
      nhsNumber: '9990000298',
      family: 'O',
      gender: 'female',
      birthDate: '1999-09-09',
      lines: flats,
      postcode: 'BS61 4EF',
      practice,
      ethnicity: 'L',
    },
  },
  accents: {
    meaning: 'Accents, an apostrophe and a hyphen in the names.',
    person: {
      nhsNumber: '9990000301',
      family: "O'Reilly-Kociński",
      given: ['Zoë', 'Síle'],
      prefix: 'Ms',
      gender: 'female',
      birthDate: '1986-11-11',
      lines: cottages,
      postcode: 'LS71 2AB',
      practice,
      ethnicity: 'C',
    },
  },
  noAddress: {
    meaning: 'No address is known.',
    person: {
      nhsNumber: '9990000328',
      family: 'Linnet',
      given: ['Perdita'],
      gender: 'female',
      birthDate: '2002-02-20',
      practice,
      ethnicity: 'A',
    },
  },
  temporaryAddress: {
    meaning: 'A student with a term-time address beside the home one.',
    person: {
      nhsNumber: '9990000336',
      family: 'Nuthatch',
      given: ['Kwame'],
      gender: 'male',
      birthDate: '2006-08-30',
      practice,
      ethnicity: 'N',
      phone: '07700900654',
      email: 'kwame.nuthatch@example.org',
      addresses: [
        { id: 'B1000001', use: 'home', lines: cottages, postcode: 'LS71 2AB', period: { start: '2015-04-01' } },
        {
          id: 'B1000002',
          use: 'temp',
          text: 'Student Accommodation',
          lines: flats,
          postcode: 'BS61 4EF',
          period: { start: '2025-09-20', end: '2026-06-30' },
        },
        { id: 'B1000003', use: 'old', lines: square, postcode: 'LS1 6AE', period: { start: '2006-08-30', end: '2015-03-31' } },
      ],
    },
  },
  emigrated: {
    meaning: 'Has left the country: taken off the list with reason EMB, no practice.',
    person: {
      nhsNumber: '9990000344',
      family: 'Turnstone',
      given: ['Gareth'],
      prefix: 'Mr',
      gender: 'male',
      birthDate: '1978-05-05',
      version: 3,
      lines: cottages,
      postcode: 'LS71 2AB',
      ethnicity: 'A',
      registrations: [{ practice: ods(practice), period: { start: '2001-10-01', end: '2022-03-31' } }],
      removal: { code: 'EMB', period: { start: '2022-03-31' } },
    },
  },
  leapling: {
    meaning: 'Born on 29 February.',
    person: {
      nhsNumber: '9990000352',
      family: 'Godwit',
      given: ['Felix'],
      gender: 'male',
      birthDate: '2004-02-29',
      lines: cottages,
      postcode: 'LS71 2AB',
      practice,
      ethnicity: 'A',
    },
  },
  centenarian: {
    meaning: 'More than a hundred years old.',
    person: {
      nhsNumber: '9990000360',
      family: 'Dotterel',
      given: ['Winifred'],
      prefix: 'Miss',
      gender: 'female',
      birthDate: '1922-01-17',
      lines: cottages,
      postcode: 'LS71 2AB',
      practice,
      ethnicity: 'A',
    },
  },
  proxyChild: {
    meaning: 'A child whose parent acts for her.',
    person: {
      nhsNumber: '9990000379',
      family: 'Redwing',
      given: ['Anaya'],
      gender: 'female',
      birthDate: '2016-06-21',
      lines: flats,
      postcode: 'BS61 4EF',
      practice,
      ethnicity: 'H',
    },
    relatives: [['father', '9990000387']],
  },
  proxyParent: {
    meaning: 'A parent who acts for his child.',
    person: {
      nhsNumber: '9990000387',
      family: 'Redwing',
      given: ['Rohan'],
      prefix: 'Mr',
      gender: 'male',
      birthDate: '1984-04-13',
      lines: flats,
      postcode: 'BS61 4EF',
      phone: '07700900987',
      email: 'rohan.redwing@example.org',
      practice,
      ethnicity: 'H',
    },
    relatives: [['child', '9990000379']],
  },
} as const satisfies Readonly<Record<string, Entry>>;

export type PersonaKey = keyof typeof entries;

/** NHS numbers by name: `testPerson.janeSmith`. */
export const testPerson = Object.fromEntries(Object.entries(entries).map(([key, { person }]) => [key, person.nhsNumber])) as Readonly<
  Record<PersonaKey, string> // the keys are those of the table above, which Object.entries forgets
>;

export const personas: readonly Persona[] = Object.entries<Entry>(entries).map(
  ([key, { meaning, official = false, person, relatives }]) => ({
    key,
    meaning,
    official,
    person: personaOf(person),
    ...(relatives === undefined
      ? {}
      : { relatives: relatives.map(([relationship, other]) => ({ relationship, nhsNumber: number(other) })) }),
  }),
);

/** Valid numbers that nobody has, and an invalid one, as the official sandboxes use them. */
export const nobodysNumber = '9111231130';
export const wrongCheckDigit = '9000000000';

function youds(nhsNumber: string, gender: PersonaDetails['gender'], given: readonly string[], meaning: string): Entry {
  const address = gender === 'female' ? {} : { lines: ['', '109 Plover Road', '', 'Lincoln', ''] as const, postcode: 'LN61 8PG' };
  return {
    meaning,
    official: true,
    person: { nhsNumber, family: 'Youds', given, gender, birthDate: '1970-01-24', since: '2021-08-03', ...address, practice },
  };
}

function mcMatchMultiple(nhsNumber: string, meaning: string): Entry {
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

function louisa(nhsNumber: string, meaning: string): Entry {
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

function published(
  nhsNumber: string,
  family: string,
  given: readonly string[],
  gender: PersonaDetails['gender'],
  birthDate: string,
  version: number,
  meaning: string,
  suffix?: string,
): Entry {
  const person = {
    nhsNumber,
    family,
    given,
    gender,
    birthDate,
    version,
    lines: cottages,
    postcode: 'LS71 2AB',
    practice,
    ...(suffix === undefined ? {} : { suffix }),
  };
  return { meaning, official: true, person };
}

/** Constants of this file, checked with the rest of the registry by a test. */
function ods(code: string): OdsCode {
  return code as OdsCode;
}

function number(digits: string): NhsNumber {
  return digits as NhsNumber;
}
