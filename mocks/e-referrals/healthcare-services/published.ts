/** The services of the published examples: cardiology clinics of one organisation, each with its slots. */
import type { Service } from './offered.ts';
import { publishedOrganisation } from '../organisations.ts';

/** SDS user id of the clinician of the published examples, and of the one whose slots are searched for. */
export const publishedClinician = '021600556514';
export const publishedSlotClinician = '921600556514';

type Row = readonly [id: number, name: string, more?: Partial<Service>];

const triage: Partial<Service> = { flows: ['TRIAGE_REQUEST'], bookable: 'INDIRECTLY_BOOKABLE' };
const advising: Partial<Service> = { flows: ['APPOINTMENT_REQUEST', 'ADVICE_REQUEST'] };
const advice: Partial<Service> = { flows: ['ADVICE_REQUEST'] };
const indirect = { bookable: 'INDIRECTLY_BOOKABLE' } as const;
const slots = (...numbers: readonly number[]): Partial<Service> => ({ slots: numbers });
const upTo = (last: number, from = 1): readonly number[] => Array.from({ length: last - from + 1 }, (_, n) => from + n);

const rows: readonly Row[] = [
  [1, 'Cardiology Service 1'],
  [2, 'Cardiology Service 2'],
  [3, 'Cardiology Service 3'],
  [4, 'Cardiology Service 4'],
  [42, 'Cardiology Service 42', advising],
  [50, 'Direct SVC 1', slots(...upTo(10))],
  [57, 'Cardiology Service 57', advising],
  [10_000, 'Cardiology Service without slots'],
  [11_000, 'Forthright Cardiology Business Service', slots(...upTo(11), 21)],
  [11_001, 'Good Cardiology Business Service 2', slots(...upTo(5))],
  [11_002, 'Good Cardiology Business Service', { ...slots(...upTo(12)), letterRequired: true }],
  [11_003, 'Good Cardiology Business Service 4', slots(...upTo(5))],
  [11_004, 'Cardiology Triage Business Service', triage],
  [11_007, 'Good Cardiology Business Service 7', slots(...upTo(5))],
  [11_008, 'FIRST Cardiology Business Service', slots(...upTo(6))],
  [11_010, 'Excellent Cardiology Business Service', advising],
  [11_012, 'Cardiology Business Service 12', advising],
  [11_013, 'Excellent Cardiology Business Service 13'],
  [11_014, 'Cardiology Advice Service', advice],
  [11_016, 'Triage-Related Indirect Business Service', indirect],
  [11_017, 'Cardiology Business Service 17', indirect],
  [11_021, 'Cardiology Business Service'],
  [11_030, 'Locally Commissioned Cardiology Service', slots(1, 2)],
  [11_115, 'Triage Business Service 4', { ...triage, priorities: ['ROUTINE', 'URGENT'] }],
  ...upTo(12_019, 12_000).map((id): Row => [id, `Cardiology Business Service ${id}`, id === 12_000 ? slots(1, 3, 4) : slots(1, 2)]),
  [12_100, 'Cardiology Assessment Service', { ...slots(1, 2, 3), isAssessment: true }],
  [13_000, 'Cardiology Service with two clinics', slots(...upTo(5))],
  [14_000, 'Cardiology Service with a named clinician', { ...slots(...upTo(4)), clinicians: [publishedSlotClinician, publishedClinician] }],
  [21_012, 'Cardiology Business Service 21012', advising],
  [50_001, 'Cardiology Triage Service', triage],
  [50_002, 'Leeds Neuro Business Service', indirect],
  [50_110, 'Cardiology Service 50110', advising],
  [51_002, 'Cardiology Triage Service 2', triage],
];

export const publishedServices: ReadonlyMap<string, Service> = new Map(
  rows.map(([id, name, more = {}]) => [
    String(id),
    {
      id: String(id),
      name,
      organisation: publishedOrganisation,
      specialty: 'CARDIOLOGY',
      clinicTypes: ['HEART_FAILURE', 'LIPID_MANAGEMENT', 'GENERAL_CARDIOLOGY'],
      flows: ['APPOINTMENT_REQUEST'],
      bookable: 'DIRECTLY_BOOKABLE',
      priorities: ['ROUTINE', 'URGENT', 'TWO_WEEK_WAIT'],
      letterRequired: false,
      waitDays: 10,
      clinicians: [publishedClinician, publishedSlotClinician],
      ...more,
    },
  ]),
);
