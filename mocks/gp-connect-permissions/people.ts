/** Patients with every level of permissions, and those whom no practice finds. What practices have of them stands in mocks/gp-practice/marked.ts. */
import type { PersonaDetails, PersonaEntry, PersonaTable } from '../../src/world/personas/persona.ts';
import { flats, ods, practice } from '../places.ts';

type Row = readonly [nhsNumber: string, given: string, family: string, gender: 'female' | 'male', birthDate: string];

const patient = (
  [nhsNumber, given, family, gender, birthDate]: Row,
  meaning: string,
  more: Partial<PersonaDetails> = {},
): PersonaEntry => ({
  meaning,
  person: {
    nhsNumber,
    given: [given],
    family,
    gender,
    birthDate,
    since: '2014-03-03',
    lines: flats,
    postcode: 'BS61 4EF',
    practice,
    ...more,
  },
});

export const people = {
  newToOnlineAccess: patient(
    ['9990001200', 'Petra', 'Firecrest', 'female', '1988-02-11'],
    'Never asked for online access: the first question about the permissions switches it on.',
  ),
  recordClosed: patient(['9990001219', 'Alan', 'Nuthatch', 'male', '1961-10-05'], 'May see nothing of the record, and no prescriptions.'),
  recordSummary: patient(
    ['9990001227', 'Joyce', 'Treecreeper', 'female', '1949-07-23'],
    'May see the summary of what is recent, and prescriptions.',
  ),
  recordDetailed: patient(
    ['9990001235', 'Dev', 'Whimbrel', 'male', '1957-01-30'],
    'May see what is coded of the record, and the summary of what is older.',
  ),
  recordDocuments: patient(
    ['9990001243', 'Carol', 'Dotterel', 'female', '1952-12-08'],
    'May see documents of the record too, and what is coded of what is older.',
  ),
  recordOfLate: patient(['9990001251', 'Kofi', 'Godwit', 'male', '1970-04-19'], 'May see all of what is recent, and nothing older.'),
  unverifiedNumber: patient(['9990001278', 'Mina', 'Ruff', 'female', '1993-06-14'], 'The practice has not verified the number.'),
  temporaryPatient: patient(['9990001286', 'Leon', 'Knot', 'male', '1999-11-02'], 'Is registered for a short time only.'),
  practiceOffersNothing: patient(
    ['9990001294', 'Ada', 'Brambling', 'female', '1979-09-09'],
    'Registered where GP Connect is switched off.',
    { practice: 'Y55501' },
  ),
  practiceOutOfReach: patient(['9990001308', 'Omar', 'Linnet', 'male', '1983-05-27'], 'Registered where the gateway finds no system.', {
    practice: 'Y55502',
  }),
  practiceKeepsAreas: patient(
    ['9990001340', 'Zadie', 'Greenfinch', 'female', '1968-08-08'],
    'Registered where results and documents are not shown to patients.',
    { practice: 'Y55504' },
  ),
  leftThePractice: patient(['9990001316', 'Ines', 'Siskin', 'female', '1990-01-16'], 'Is registered at no practice any more.', {
    registrations: [{ practice: ods(practice), period: { start: '2014-03-03', end: '2024-06-30' } }],
  }),
} as const satisfies PersonaTable;
