/** Test people for showing care: each has a clinical history that is told here in words, and nothing that is made up beside it. */
import type { PersonaDetails, PersonaTable } from '../src/world/personas/persona.ts';
import { substances } from '../src/world/clinical/allergies/substances.ts';
import { cottages, flats, ods, practice } from './places.ts';

type Who = Pick<PersonaDetails, 'nhsNumber' | 'prefix' | 'given' | 'family' | 'gender' | 'birthDate'>;

/** At home in Leeds, and registered there for long. */
const inLeeds = (who: Who, phone: string): PersonaDetails => ({
  ...who,
  since: '2009-06-01',
  lines: cottages,
  postcode: 'LS71 2AB',
  phone,
  practice,
  pharmacy: ods('Y23456'),
  ethnicity: 'A',
});

const inBristol = (who: Who): PersonaDetails => ({ ...who, lines: flats, postcode: 'BS61 4EF', practice, ethnicity: 'A' });

export const peopleWithHistories = {
  diabeticForReview: {
    meaning: 'Has type 2 diabetes and high blood pressure, an HbA1c that is too high, and a review that is due in ten days.',
    person: inLeeds(
      {
        nhsNumber: '9990000425',
        family: 'Kittiwake',
        given: ['Graham'],
        prefix: 'Mr',
        gender: 'male',
        birthDate: { years: 61, months: 4 },
      },
      '01632960601',
    ),
    history: ({ ago, weekday }) => ({
      conditions: [
        { condition: 'Type 2 diabetes mellitus', since: ago({ years: 9, days: -10 }) },
        { condition: 'Hypertension', since: ago({ years: 12, months: 2 }) },
      ],
      medicines: [
        { medicine: 'Metformin 500mg tablets', for: 'type-2-diabetes', since: ago({ years: 9, days: -10 }) },
        { medicine: 'Ramipril 5mg capsules', for: 'hypertension', since: ago({ years: 11, months: 3 }) },
        { medicine: 'Atorvastatin 20mg tablets', since: ago({ years: 8, months: 7 }) },
      ],
      allergies: ['none-known'],
      results: [
        { result: 'hba1c', value: 67, on: weekday({ years: 2, days: 9 }) },
        { result: 'hba1c', value: 81, on: weekday({ years: 1, days: 20 }) },
        { result: 'blood-pressure', value: '148/88', on: weekday({ years: 1, days: 20 }) },
        { result: 'cholesterol', value: 5.4, on: weekday({ years: 1, days: 20 }) },
        { result: 'egfr', value: 64, on: weekday({ years: 1, days: 20 }) },
        { result: 'bmi', value: 31.2, on: weekday({ years: 1, days: 20 }) },
      ],
      vaccinations: [{ vaccine: 'flu', given: weekday({ years: 1, months: 2 }) }],
      appointments: [{ on: weekday({ days: -10 }), at: '09:40', reason: 'Diabetes review', booked: weekday({ days: 12 }) }],
    }),
  },
  behindOnVaccinations: {
    meaning: 'A child of three who had the first vaccinations, and none of those since.',
    person: inBristol({
      nhsNumber: '9990000433',
      family: 'Fieldfare',
      given: ['Rosa'],
      gender: 'female',
      birthDate: { years: 3, months: 8, days: 5 },
    }),
    history: ({ weekday }) => ({
      allergies: ['none-known'],
      vaccinations: ['6-in-1', 'rotavirus', 'men-b'].map((vaccine) => ({
        vaccine,
        given: weekday({ years: 3, months: 6, days: 5 }),
        dose: 1,
      })),
      conditions: [{ condition: 'Atopic eczema', since: weekday({ years: 3 }) }],
    }),
  },
  pregnant: {
    meaning: 'Is 24 weeks pregnant when a workspace is made.',
    person: inLeeds(
      { nhsNumber: '9990000441', family: 'Avocet', given: ['Nadia'], prefix: 'Mrs', gender: 'female', birthDate: { years: 29, months: 2 } },
      '01632960602',
    ),
    history: ({ ago, weekday }) => ({
      pregnancies: [{ lastPeriod: ago({ days: 24 * 7 }), booked: weekday({ days: 15 * 7 }) }],
      medicines: [{ medicine: 'Folic acid 400microgram tablets', since: ago({ days: 20 * 7 }), until: ago({ days: 11 * 7 }) }],
      allergies: ['none-known'],
      results: [
        { result: 'blood-pressure', value: '112/70', on: weekday({ days: 15 * 7 }) },
        { result: 'haemoglobin', value: 121, on: weekday({ days: 15 * 7 }) },
        { result: 'blood-pressure', value: '116/72', on: weekday({ days: 8 * 7 }) },
      ],
      vaccinations: [],
      appointments: [
        { on: weekday({ days: 8 * 7 }), at: '10:20', reason: 'Midwife appointment', booked: weekday({ days: 12 * 7 }) },
        { on: weekday({ days: -7 }), at: '10:20', reason: 'Midwife appointment', booked: weekday({ days: 8 * 7 }) },
      ],
    }),
  },
  waitingForHip: {
    meaning: 'Waits for a new hip: seen at the hospital five weeks ago, and to be seen there again in three.',
    person: inLeeds(
      {
        nhsNumber: '9990000468',
        family: 'Oystercatcher',
        given: ['Maureen'],
        prefix: 'Mrs',
        gender: 'female',
        birthDate: { years: 71, days: 40 },
      },
      '01632960603',
    ),
    history: ({ ago, weekday }) => ({
      conditions: [{ condition: 'Osteoarthritis', since: ago({ years: 4, months: 1 }), severity: 'severe' }],
      medicines: [
        { medicine: 'Co-codamol 30mg/500mg tablets', for: 'osteoarthritis', since: ago({ months: 9 }) },
        { medicine: 'Naproxen 250mg tablets', for: 'osteoarthritis', since: ago({ years: 2 }) },
        { medicine: 'Omeprazole 20mg gastro-resistant capsules', since: ago({ years: 2 }) },
      ],
      allergies: [{ substance: 'penicillin', reaction: 'Rash', severity: 'mild', since: ago({ years: 30 }) }],
      results: [{ result: 'bmi', value: 27.4, on: weekday({ days: 150 }) }],
      referrals: [
        {
          specialty: 'orthopaedics',
          reason: 'Osteoarthritis',
          priority: 'routine',
          on: weekday({ days: 20 * 7 }),
          seen: weekday({ days: 5 * 7 }),
          waitingFor: 'treatment',
        },
      ],
      appointments: [
        {
          on: weekday({ days: 5 * 7 }),
          at: '11:00',
          reason: 'Hip pain',
          setting: 'hospital',
          specialty: 'orthopaedics',
          booked: weekday({ days: 16 * 7 }),
        },
        {
          on: weekday({ days: -21 }),
          at: '09:20',
          reason: 'Assessment before the operation',
          setting: 'hospital',
          specialty: 'orthopaedics',
          booked: weekday({ days: 5 * 7 }),
        },
      ],
    }),
  },
  frailCarer: {
    meaning: 'Cares for somebody, is frail, and takes ten medicines.',
    person: inLeeds(
      {
        nhsNumber: '9990000476',
        family: 'Yellowhammer',
        given: ['Stanley'],
        prefix: 'Mr',
        gender: 'male',
        birthDate: { years: 82, months: 6 },
      },
      '01632960604',
    ),
    history: ({ ago, weekday }) => ({
      conditions: [
        { condition: 'Frailty', since: ago({ years: 2 }), severity: 'moderate' },
        { condition: 'Atrial fibrillation', since: ago({ years: 7 }) },
        { condition: 'Heart failure', since: ago({ years: 5 }) },
        { condition: 'Chronic obstructive pulmonary disease', since: ago({ years: 14 }) },
        { condition: 'Osteoporosis', since: ago({ years: 3 }) },
      ],
      medicines: (
        [
          ['Apixaban 2.5mg tablets', 7, 'atrial-fibrillation'],
          ['Bisoprolol 2.5mg tablets', 7, 'atrial-fibrillation'],
          ['Furosemide 40mg tablets', 5, 'heart-failure'],
          ['Ramipril 2.5mg capsules', 5, 'heart-failure'],
          ['Dapagliflozin 10mg tablets', 3, 'heart-failure'],
          ['Salbutamol 100micrograms/dose inhaler CFC free', 14, 'copd'],
          ['Tiotropium bromide 2.5micrograms/dose inhalation solution cartridge with device CFC free', 10, 'copd'],
          ['Alendronic acid 70mg tablets', 3, 'osteoporosis'],
          ['Atorvastatin 20mg tablets', 12, ''],
          ['Omeprazole 20mg gastro-resistant capsules', 6, ''],
        ] as const
      ).map(([medicine, years, cause]) => ({ medicine, since: ago({ years, days: 100 }), ...(cause !== '' && { for: cause }) })),
      allergies: [{ substance: 'trimethoprim', since: ago({ years: 20 }) }],
      results: [
        { result: 'egfr', value: 52, on: weekday({ days: 90 }) },
        { result: 'blood-pressure', value: '118/66', on: weekday({ days: 90 }) },
      ],
      flags: [
        { what: 'Is an unpaid carer', category: 'alert', since: weekday({ years: 4 }) },
        { what: 'Needs wheelchair access', category: 'reasonable-adjustment', since: weekday({ years: 1 }) },
      ],
      vaccinations: [{ vaccine: 'pneumococcal', given: weekday({ years: 17 }) }],
    }),
  },
  afterHeartAttack: {
    meaning: 'Left hospital four days ago after a heart attack, with new medicines and an appointment.',
    person: inLeeds(
      { nhsNumber: '9990000484', family: 'Gannet', given: ['Leroy'], prefix: 'Mr', gender: 'male', birthDate: { years: 58, months: 1 } },
      '01632960605',
    ),
    history: ({ ago, weekday }) => ({
      conditions: [
        { condition: 'Myocardial infarction', since: ago({ days: 9 }) },
        { condition: 'Raised cholesterol', since: ago({ years: 3 }) },
      ],
      medicines: [
        'Aspirin 75mg dispersible tablets',
        'Ticagrelor 90mg tablets',
        'Atorvastatin 80mg tablets',
        'Bisoprolol 2.5mg tablets',
        'Ramipril 2.5mg capsules',
      ].map((medicine) => ({ medicine, for: 'myocardial-infarction', since: ago({ days: 4 }) })),
      allergies: ['none-known'],
      admissions: [
        {
          specialty: 'cardiology',
          reason: 'Myocardial infarction',
          method: 'emergency',
          admitted: ago({ days: 9 }),
          discharged: ago({ days: 4 }),
          procedures: ['Insertion of coronary stent'],
        },
      ],
      appointments: [
        { on: weekday({ days: -5 }), at: '10:00', reason: 'Review after leaving hospital', booked: weekday({ days: 3 }) },
        {
          on: weekday({ days: -38 }),
          at: '14:00',
          reason: 'Follow-up',
          setting: 'hospital',
          specialty: 'cardiology',
          booked: ago({ days: 4 }),
        },
      ],
    }),
  },
  allergicToAll: {
    meaning: 'Has every kind of allergy that there is here.',
    person: inBristol({
      nhsNumber: '9990000492',
      family: 'Phalarope',
      given: ['Imogen'],
      gender: 'female',
      birthDate: { years: 36, months: 10 },
    }),
    history: ({ ago }) => ({
      allergies: substances.map(({ sort, reactions }, n) => ({
        substance: sort,
        since: ago({ years: 3 + n }),
        severity: n % 3 === 0 ? ('severe' as const) : ('mild' as const),
        ...(reactions[0] && { reaction: reactions[0][0].text }),
      })),
      medicines: [{ medicine: 'Cetirizine 10mg tablets', since: ago({ years: 5 }) }],
    }),
  },
  suspectedCancer: {
    meaning: 'Was referred urgently six days ago, since cancer of the bowel is suspected.',
    person: inLeeds(
      {
        nhsNumber: '9990000506',
        family: 'Jackdaw',
        given: ['Colette'],
        prefix: 'Ms',
        gender: 'female',
        birthDate: { years: 54, months: 7 },
      },
      '01632960606',
    ),
    history: ({ ago, weekday }) => ({
      conditions: [{ condition: 'Iron deficiency anaemia', since: ago({ days: 15 }) }],
      allergies: ['none-known'],
      results: [
        { result: 'haemoglobin', value: 98, on: ago({ days: 15 }) },
        { result: 'ferritin', value: 6, on: ago({ days: 15 }) },
        { result: 'faecal-blood', value: 124, on: ago({ days: 8 }) },
      ],
      medicines: [{ medicine: 'Ferrous fumarate 210mg tablets', for: 'iron-deficiency-anaemia', since: ago({ days: 12 }) }],
      referrals: [
        {
          specialty: 'colorectal',
          reason: 'Change in bowel habit',
          priority: 'two-week-wait',
          on: ago({ days: 6 }),
          waitingFor: 'appointment',
        },
      ],
      appointments: [
        {
          on: weekday({ days: -5 }),
          at: '08:40',
          reason: 'Colonoscopy',
          setting: 'hospital',
          specialty: 'colorectal',
          booked: ago({ days: 4 }),
        },
      ],
    }),
  },
} as const satisfies PersonaTable;
