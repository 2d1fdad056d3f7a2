/**
 * Whom the published sandbox and the published demonstrator of GP systems show, and one with a login of a tester's. What practices have of
 * them beside their record stands in mocks/gp-practice/marked.ts.
 */
import type { NhsNumber } from '../../src/population.ts';
import type { PersonaDetails, PersonaEntry, PersonaTable } from '../../src/world/personas/persona.ts';
import { ods, practice } from '../places.ts';
import { published } from '../published-person.ts';

type Row = Parameters<typeof published>;

/** A number that the demonstrator publishes, of whom the rest is made up. */
function shown(row: readonly [Row[0], Row[1], Row[2], Row[3], Row[4]], meaning: string, more: Partial<PersonaEntry> = {}): PersonaEntry {
  const { person } = published(...row, 2, meaning);
  return { meaning, official: true, person, ...more };
}

const but = (entry: PersonaEntry, details: Partial<PersonaDetails>): PersonaEntry => ({
  ...entry,
  person: { ...entry.person, ...details },
});

export const people = {
  recordPatient: published('9465701947', 'Whinchat', ['Tamsin'], 'female', '1974-03-18', 2, 'The patient of the published record.'),
  letterPatient: published('9476719931', 'Wheeldon', ['Jessamy'], 'female', '1952-05-31', 2, 'The patient of the published documents.'),
  recordLogin: published(
    '9734644475',
    'Stonechat',
    ['Idris'],
    'male',
    '1966-08-21',
    2,
    'A patient with a mock login, who reads their record.',
  ),

  recordEmpty: shown(['9690937278', 'Corncrake', ['Bridget'], 'female', '1984-11-09'], 'Has a record with nothing in it.', {
    history: () => ({}),
  }),
  recordFull: shown(['9690937286', 'Bittern', ['Horace'], 'male', '1925-04-21'], 'A full record, with problems that are linked.', {
    history: ({ ago, weekday }) => ({
      conditions: [
        { condition: 'Hypertension', since: ago({ years: 21 }) },
        { condition: 'Atrial fibrillation', since: ago({ years: 9 }) },
        { condition: 'Gout', since: ago({ years: 6 }), until: ago({ years: 4 }) },
      ],
      medicines: [
        { medicine: 'Ramipril 5mg capsules', for: 'hypertension', since: ago({ years: 20 }) },
        { medicine: 'Apixaban 2.5mg tablets', for: 'atrial-fibrillation', since: ago({ years: 8 }) },
        { medicine: 'Amoxicillin 500mg capsules', course: 'acute', since: weekday({ days: 300 }), until: weekday({ days: 293 }) },
      ],
      allergies: [
        { substance: 'penicillin', reaction: 'Rash', severity: 'mild', since: ago({ years: 40 }) },
        { substance: 'trimethoprim', since: ago({ years: 30 }), until: ago({ years: 2 }), ended: 'Taken since without a reaction' },
      ],
      results: [
        { result: 'egfr', value: 51, on: weekday({ days: 120 }) },
        { result: 'blood-pressure', value: '138/78', on: weekday({ days: 120 }) },
      ],
      vaccinations: [
        { vaccine: 'flu', given: weekday({ days: 70 }) },
        { vaccine: 'pneumococcal', given: weekday({ years: 30 }) },
      ],
      admissions: [
        {
          specialty: 'cardiology',
          reason: 'Atrial fibrillation',
          method: 'emergency',
          admitted: ago({ years: 9, days: 4 }),
          discharged: ago({ years: 9 }),
          procedures: [],
        },
      ],
    }),
  }),
  recordAcute: shown(['9690937294', 'Lapwing', ['Nerys'], 'female', '1978-02-03'], 'A short course of a medicine, and results.', {
    history: ({ ago, weekday }) => ({
      medicines: [{ medicine: 'Amoxicillin 500mg capsules', course: 'acute', since: ago({ days: 20 }), until: ago({ days: 13 }) }],
      results: [{ result: 'haemoglobin', value: 128, on: weekday({ days: 20 }) }],
    }),
  }),
  recordLargeDocument: shown(
    ['9690937308', 'Garganey', ['Alma'], 'female', '1941-12-19'],
    'Areas with nothing in them, and a document of more than 5 MB.',
    {
      history: ({ ago }) => ({
        admissions: [
          {
            specialty: 'cardiology',
            reason: 'Chest pain',
            method: 'emergency',
            admitted: ago({ days: 90 }),
            discharged: ago({ days: 88 }),
            procedures: [],
          },
        ],
      }),
    },
  ),
  recordNoAllergies: shown(['9690937375', 'Smew', ['Rafael'], 'male', '1969-05-05'], 'Has no known allergies, and that is recorded.', {
    history: () => ({ allergies: ['none-known'] }),
  }),
  recordSensitive: but(shown(['9690938533', 'Crake', ['Delia'], 'female', '1987-07-07'], 'Sensitive: no practice finds them.'), {
    restricted: true,
  }),
  recordSensitiveToo: but(shown(['9690938541', 'Crake', ['Edwin'], 'male', '1985-01-28'], 'Sensitive, too.'), { restricted: true }),
  recordSuperseded: but(shown(['9690938622', 'Bittern', ['Horace'], 'male', '1925-04-21'], 'The number was superseded by 9690937286.'), {
    status: { kind: 'superseded', by: '9690937286' as NhsNumber }, // a constant, which a test checks with the rest
  }),
  recordRepeatDispensing: shown(
    ['9690938614', 'Sanderling', ['Gwyn'], 'male', '1955-10-10'],
    'Has repeats that are dispensed again and again.',
  ),
  recordInTransit: shown(
    ['9690938096', 'Turnstone', ['Carys'], 'female', '1991-06-02'],
    'The record is on its way from the practice before.',
  ),
  recordDissent: shown(['9690938576', 'Fulmar', ['Hugh'], 'male', '1963-09-25'], 'Does not want the record to be shared.'),
  recordConfidential: shown(['9690938118', 'Shearwater', ['Lena'], 'female', '1980-04-14'], 'Has allergies that are kept in confidence.'),
  recordEndedAllergies: shown(['9690938126', 'Petrel', ['Tomos'], 'male', '1972-12-01'], 'Has allergies that have ended.', {
    history: ({ ago }) => ({
      allergies: [
        {
          substance: 'penicillin',
          reaction: 'Rash',
          since: ago({ years: 25 }),
          until: ago({ years: 1 }),
          ended: 'Tested, and not allergic',
        },
        { substance: 'peanut', since: ago({ years: 30 }), until: ago({ years: 3 }) },
        { substance: 'trimethoprim', since: ago({ years: 5 }) },
      ],
    }),
  }),
  recordDeceased: but(shown(['9690938681', 'Guillemot', ['Ena'], 'female', '1938-08-17'], 'Has died.'), {
    death: { date: '2023-05-04', notification: 'formal' },
  }),
  recordInactive: but(shown(['9690938142', 'Razorbill', ['Percy'], 'male', '1949-02-22'], 'Has left the practice.'), {
    registrations: [{ practice: ods(practice), period: { start: '1990-01-08', end: '2022-08-31' } }],
  }),
  recordNoAppointments: shown(['9690938134', 'Puffin', ['Owain'], 'male', '1994-07-30'], 'Has no appointments.', { history: () => ({}) }),
} as const satisfies PersonaTable;
