/** One entry of every kind, with everything in it that such an entry can say, as a record of somebody of the world. */
import type { ClinicalRecord, Entries, Entry, EntryKind } from '../../../src/clinical-record.ts';
import type { OdsCode, Person, Population } from '../../../src/population.ts';

const snomed = (code: string, display: string) => ({ text: display, coding: { system: 'http://snomed.info/sct', code, display } });
const id = (n: number): string => `5c0ff1ce-0000-4000-8000-${String(n).padStart(12, '0')}`;

export interface Somewhere {
  readonly person: Person;
  readonly practice: OdsCode;
  readonly pharmacy: OdsCode;
  readonly trust: OdsCode;
  readonly practitioner: string;
}

/** Somebody who is registered, and those who care for them. */
export function somewhere(population: Population): Somewhere {
  for (let n = 0; n < 1000; n += 1) {
    const person = population.at(n);
    const [practice] = person.registrations.map((registration) => registration.practice);
    const [pharmacy] = population.organisations('pharmacy');
    const [trust] = population.organisations('trust');
    const practitioner = practice === undefined ? undefined : population.practitioners(practice)[0]?.sdsUserId;
    if (practice && pharmacy && trust && practitioner && !person.restricted)
      return { person, practice, pharmacy: pharmacy.ods, trust: trust.ods, practitioner };
  }
  throw new Error('nobody is registered anywhere');
}

export function entriesOf({ practice, pharmacy, trust, practitioner }: Somewhere): readonly Entry[] {
  const written = <Kind extends EntryKind>(kind: Kind, n: number, recorded: string, time?: string) => ({
    kind,
    id: id(n),
    recorded,
    ...(time !== undefined && { time }),
    organisation: practice,
    practitioner,
  });
  const medicine = snomed('39732311000001104', 'Amoxicillin 250mg capsules');
  return [
    {
      ...written('condition', 1, '2019-07-04', '09:20'),
      sort: 'asthma',
      what: snomed('195967001', 'Asthma'),
      onset: '2019-06-01',
      severity: 'moderate',
      isMajor: true,
      note: 'Worse <after> exercise & at night.',
    },
    {
      ...written('condition', 2, '2021-02-01'),
      sort: 'cough',
      what: { text: 'Cough' },
      onset: '2021-01-20',
      end: '2021-02-20',
      isMajor: false,
    },
    {
      ...written('medication', 3, '2024-01-17', '11:05'),
      sort: 'amoxicillin',
      medicine,
      form: 'capsule',
      course: 'repeat',
      dose: 'One to be taken three times a day',
      route: { text: 'Oral' },
      quantity: { value: 21, unit: 'capsule' },
      days: 7,
      start: '2024-01-17',
      end: '2024-03-01',
      stopped: 'No longer needed',
      reason: { text: 'Chest infection' },
      for: [id(1)],
      review: '2024-02-01',
    },
    {
      ...written('issue', 4, '2024-01-17', '11:06'),
      medication: id(3),
      medicine,
      dose: 'One to be taken three times a day',
      quantity: { value: 21, unit: 'capsule' },
      days: 7,
      course: 'repeat',
      number: 2,
      of: 6,
      status: 'collected',
      pharmacy,
      dispensed: '2024-01-18',
      prescription: '24F5DA-Y90001-7EFE6Z',
    },
    {
      ...written('allergy', 5, '2012-05-07'),
      sort: 'penicillin',
      substance: { text: 'Penicillin' },
      category: 'medication',
      reaction: { text: 'Rash' },
      severity: 'mild',
      onset: '2012-05-01',
    },
    { ...written('allergy', 6, '2013-05-07'), sort: 'none-known', category: 'medication' },
    {
      ...written('vaccination', 7, '2025-10-06', '10:15'),
      sort: 'FLU',
      what: snomed('822851000000102', 'Seasonal influenza vaccination (procedure)'),
      product: { text: 'Influenza vaccine (inactivated) suspension for injection 0.5ml pre-filled syringes' },
      procedure: { text: 'First flu vaccination of the season' },
      diseases: [snomed('6142004', 'Influenza')],
      given: '2025-10-06',
      dose: 1,
      doses: 1,
      batch: 'AB1234',
      expiry: '2026-03-31',
      maker: 'Example Vaccines Ltd',
      site: snomed('368208006', 'Left upper arm structure (body structure)'),
      route: snomed('78421000', 'Intramuscular route (qualifier value)'),
      status: 'completed',
    },
    {
      ...written('observation', 8, '2025-06-02', '08:50'),
      sort: 'blood-pressure',
      what: snomed('75367002', 'Blood pressure'),
      parts: [
        { what: snomed('271649006', 'Systolic blood pressure'), value: { value: 142, unit: 'mmHg', ucum: 'mm[Hg]' } },
        { what: snomed('271650006', 'Diastolic blood pressure'), value: { value: 88, unit: 'mmHg', ucum: 'mm[Hg]' } },
      ],
    },
    {
      ...written('observation', 9, '2025-06-05'),
      sort: 'potassium',
      what: snomed('1107761000000109', 'Potassium substance concentration in serum'),
      value: { value: 5.6, unit: 'mmol/L', ucum: 'mmol/L' },
      range: { low: 3.5, high: 5.3 },
      interpretation: 'high',
      report: id(11),
    },
    {
      ...written('observation', 10, '2025-06-05'),
      sort: 'smoking',
      what: { text: 'Smoking status' },
      finding: { text: 'Ex-smoker' },
    },
    {
      ...written('report', 11, '2025-06-05', '14:00'),
      sort: 'urea-and-electrolytes',
      what: { text: 'Urea and electrolytes' },
      category: 'laboratory',
      requested: '2025-06-04',
      specimen: { text: 'Serum' },
      observations: [id(9)],
      conclusion: 'Repeat in two weeks.',
    },
    {
      ...written('procedure', 12, '2023-03-09'),
      sort: 'hip-replacement',
      what: { text: 'Total replacement of hip' },
      performed: '2023-03-09',
      reason: { text: 'Osteoarthritis of hip' },
      admission: id(16),
    },
    {
      ...written('encounter', 13, '2025-06-02', '08:40'),
      sort: 'review',
      mode: 'telephone',
      minutes: 15,
      reason: { text: 'Asthma review' },
      about: [id(1), id(8)],
      note: 'Well controlled.\nInhaler technique checked.',
    },
    {
      ...written('referral', 14, '2025-06-10', '12:00'),
      specialty: { text: 'Respiratory medicine' },
      reason: { text: 'Asthma' },
      priority: 'two-week-wait',
      status: 'booked',
      ubrn: '000000000123',
      to: trust,
      about: [id(1), id(11)],
      waitingFor: 'appointment',
    },
    {
      ...written('appointment', 15, '2025-06-12'),
      on: '2025-10-26',
      at: '13:30',
      minutes: 20,
      status: 'booked',
      mode: 'video',
      reason: { text: 'Asthma' },
      setting: 'hospital',
      specialty: { text: 'Respiratory medicine' },
      slot: id(99),
      referral: id(14),
    },
    {
      ...written('admission', 16, '2023-03-09'),
      admitted: '2023-03-09',
      discharged: '2023-03-12',
      method: 'elective',
      specialty: { text: 'Trauma and orthopaedics' },
      ward: 'Ward 4',
      reason: { text: 'Osteoarthritis of hip' },
      procedures: [id(12)],
    },
    {
      ...written('document', 17, '2023-03-13', '16:45'),
      sort: 'discharge-summary',
      title: 'Discharge summary',
      type: snomed('824331000000106', 'Inpatient final discharge letter'),
      about: [id(16), id(12)],
      paragraphs: ['Synthetic data: this is about nobody.', 'Admitted for a hip replacement.'],
    },
    {
      ...written('pregnancy', 18, '2020-02-10'),
      lastPeriod: '2020-01-01',
      due: '2020-10-07',
      outcome: { on: '2020-10-05', how: 'birth', weeks: 39, delivery: { text: 'Normal delivery' }, babies: [] },
    },
    {
      ...written('care-plan', 19, '2024-05-01'),
      sort: 'asthma-plan',
      title: 'Asthma action plan',
      type: { text: 'Asthma self-management plan' },
      start: '2024-05-01',
      review: '2025-05-01',
      about: [id(1), id(3)],
      activities: ['Use the preventer every day.', 'Call the surgery when the peak flow falls.'],
    },
    {
      ...written('flag', 20, '2022-02-02'),
      category: 'reasonable-adjustment',
      what: { text: 'Needs information in large print' },
      detail: 'Letters in 24 point.',
      end: '2024-02-02',
    },
  ];
}

export function recordOf(person: Person, entries: readonly Entry[]): ClinicalRecord {
  return {
    person,
    asOf: '2026-01-01',
    of<Kind extends EntryKind>(kind: Kind): readonly Entries[Kind][] {
      return entries.filter((entry): entry is Entries[Kind] & Entry => entry.kind === kind);
    },
    entry: (entryId) => entries.find((entry) => entry.id === entryId),
    due: () => [],
  };
}
