/** Patients whose prescriptions show each answer of the API: each has those that are told here, and little other care. */
import type { IssueEntry } from '../../src/clinical-record.ts';
import type { ToldPrescription } from '../../src/world/clinical/told/told-history.ts';
import type { DaysOf, PersonaEntry, PersonaTable } from '../../src/world/personas/persona.ts';
import { cottages, ods, practice } from '../places.ts';

const [furosemide, codeine, amlodipine] = ['Furosemide 40mg tablets', 'Co-codamol 30mg/500mg tablets', 'Amlodipine 5mg tablets'] as const;

type Item = ToldPrescription['items'][number];
const item = (medicine: string, status: IssueEntry['status'], more: Partial<Item> = {}): Item => ({ medicine, status, ...more });

/** So many days ago, with those items, at another pharmacy than the patient's if one is named. */
const ordered = ({ ago }: DaysOf, days: number, items: readonly Item[], more: Partial<ToldPrescription> = {}): ToldPrescription => ({
  on: ago({ days }),
  items,
  ...more,
});

function patient(
  nhsNumber: string,
  given: string,
  meaning: string,
  prescriptions: (days: DaysOf) => readonly ToldPrescription[],
  birthDate = '1971-05-12',
): PersonaEntry {
  return {
    meaning,
    person: {
      nhsNumber,
      family: 'Nightjar',
      given: [given],
      prefix: 'Mx',
      gender: 'unknown',
      birthDate,
      lines: cottages,
      postcode: 'LS71 2AB',
      practice,
      pharmacy: ods('VNE51'),
      telecoms: [{ id: '789', system: 'phone', use: 'mobile', value: '07700900463' }],
    },
    history: (days) => ({
      allergies: ['none-known'],
      conditions: [
        { condition: 'Asthma', since: days.ago({ years: 4 }) },
        { condition: 'Atopic eczema', since: days.ago({ years: 5, months: 2 }) },
      ],
      vaccinations: [{ vaccine: 'flu', given: days.weekday({ years: 1, months: 2 }) }],
      prescriptions: prescriptions(days),
    }),
  };
}

const waiting = (days: DaysOf, ago: number, medicine: string = furosemide): ToldPrescription =>
  ordered(days, ago, [item(medicine, 'with-pharmacy')]);

export const people = {
  onePrescription: patient('9990000751', 'Alba', 'Has one prescription of two items, at a pharmacy.', (days) => [
    ordered(days, 2, [item(furosemide, 'with-pharmacy'), item(codeine, 'with-pharmacy')], { id: '7A3C51-Y90001-4D0E2F' }),
  ]),
  severalPrescriptions: patient(
    '9990000778',
    'Bran',
    'Has prescriptions that are partly ready, approved just now, and collected.',
    (days) => [
      ordered(days, 3, [
        item(furosemide, 'ready', { isPartial: true }),
        item(codeine, 'with-pharmacy', { isPartial: true }),
        item(amlodipine, 'ready'),
      ]),
      ordered(days, 0, [item(amlodipine, 'prescribed')], { pharmacy: 'none' }),
      ordered(days, 16, [item(codeine, 'collected', { dispensed: days.ago({ days: 14 }) })]),
    ],
  ),
  noPrescription: patient('9990000786', 'Cleo', 'Has no prescription at all.', () => []),
  readyToDispatch: patient('9990000794', 'Dag', 'Has a prescription that a pharmacy is about to send out.', (days) => [
    ordered(days, 3, [item(furosemide, 'ready'), item(codeine, 'ready', { isPartial: true })], { pharmacy: ods('FLM49') }),
  ]),
  cancelledAndNotDispensed: patient(
    '9990000808',
    'Edda',
    'Has a prescription of which one item was cancelled and one not dispensed, and one with a cancelled item.',
    (days) => [
      ordered(days, 40, [item(furosemide, 'cancelled'), item(codeine, 'not-collected')]),
      ordered(days, 4, [item(amlodipine, 'cancelled'), item(furosemide, 'prescribed')], { pharmacy: 'none', id: '3D529F-Y90001-F81F0H' }),
    ],
  ),
  prescriptionExcluded: patient('9990000816', 'Finn', 'Has two prescriptions, the older of which was invalidated.', (days) => [
    ordered(days, 2, [item(furosemide, 'with-pharmacy')], { pharmacy: ods('FNT49') }),
    waiting(days, 9, codeine),
  ]),
  prescriptionsExcluded: patient('9990000824', 'Gala', 'Has three prescriptions, the older two of which were invalidated.', (days) => [
    ordered(days, 3, [item(furosemide, 'ready')]),
    waiting(days, 9, codeine),
    waiting(days, 16, amlodipine),
  ]),
  distanceSeller: patient(
    '9990000832',
    'Hedy',
    'Has a prescription that was sent out by a pharmacy with a web site and no counter.',
    (days) => [ordered(days, 12, [item(furosemide, 'collected', { dispensed: days.ago({ days: 9 }) })], { pharmacy: ods('FLM49') })],
  ),
  trackingUnavailable: patient('9990000840', 'Ivo', 'Has a prescription whose way cannot be looked up just now.', (days) => [
    waiting(days, 2),
  ]),
  prescriptionsFail: patient('9990000859', 'Juno', 'Has prescriptions that cannot be read: the service fails.', (days) => [
    waiting(days, 2),
  ]),
  prescriptionsTooLate: patient('9990000867', 'Kit', 'Has prescriptions that Spine does not tell in time.', (days) => [waiting(days, 2)]),
  manyPrescriptions: patient('9990000875', 'Lowe', 'Has thirty prescriptions, of which twenty-five are shown.', (days) =>
    Array.from({ length: 30 }, (_, n) =>
      ordered(days, 3 + 5 * n, [item(furosemide, 'collected', { dispensed: days.ago({ days: 1 + 5 * n }) })]),
    ),
  ),
  onlyRepeatDispensing: patient('9990000905', 'Opal', 'Has a prescription of repeat dispensing, which is never shown.', (days) => [
    ordered(days, 20, [item(furosemide, 'with-pharmacy')], { course: 'repeat', issues: 6 }),
  ]),
  collectedLately: patient('9990000883', 'Mab', 'Has collected one prescription six days ago, and one eight days ago.', (days) => [
    ordered(days, 8, [item(furosemide, 'collected', { dispensed: days.ago({ days: 6 }) })]),
    ordered(days, 10, [item(codeine, 'collected', { dispensed: days.ago({ days: 8 }) })]),
  ]),
  closedPharmacy: patient('9990000891', 'Nyx', 'Has a prescription at a pharmacy that has closed.', (days) => [
    ordered(days, 2, [item(furosemide, 'with-pharmacy')], { pharmacy: ods('FCL05') }),
  ]),
  prescriptionsOfChild: patient(
    '9990000921',
    'Perl',
    'A child with a prescription, which a parent reads.',
    (days) => [waiting(days, 2)],
    '2018-03-09',
  ),
  parentOfPatient: {
    ...patient('9990000913', 'Rune', 'Has no prescription, and reads those of a child.', () => []),
    relatives: [['child', '9990000921']],
  },
} as const satisfies PersonaTable;
