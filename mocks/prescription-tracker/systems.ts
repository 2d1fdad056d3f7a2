/** Code systems and extensions of prescriptions that are tracked, and what their codes are called. */
import type { Coding } from '../../src/clinical-record.ts';
import type { JsonObject } from '../../src/contract/contract.ts';
import type { StepKind, Treatment } from '../prescriptions/prescription.ts';
import { itemStatuses, prescriptionStatuses, type ItemStatus, type PrescriptionStatus } from '../prescriptions/status.ts';

const codeSystem = (name: string): string => `https://fhir.nhs.uk/CodeSystem/${name}`;
export const extensionOf = (name: string, held: JsonObject): JsonObject => ({
  url: `https://fhir.nhs.uk/StructureDefinition/Extension-${name}`,
  ...held,
});

export const identifier = (system: string, value: string): JsonObject => ({ system: `https://fhir.nhs.uk/Id/${system}`, value });

export const statusCoding = (code: PrescriptionStatus): Coding => ({
  system: codeSystem('EPS-task-business-status'),
  code,
  display: prescriptionStatuses[code],
});

export const itemStatusCoding = (code: ItemStatus): Coding => ({
  system: codeSystem('medicationdispense-type'),
  code,
  display: code === '0005' ? 'Item Cancelled' : itemStatuses[code],
});

const prescribers: ReadonlyMap<string, string> = new Map([
  ['01', 'Medical Prescriber'],
  ['04', 'Nurse Independent/Supplementary prescriber'],
  ['05', 'Community Practitioner Nurse prescriber'],
  ['08', 'Pharmacist Independent/Supplementary prescriber'],
  ['13', 'Optometrist Independent/Supplementary prescriber'],
  ['14', 'Podiatrist/Chiropodist Independent/Supplementary prescriber'],
  ['16', 'Radiographer Independent/Supplementary prescriber'],
  ['17', 'Physiotherapist Independent/Supplementary prescriber'],
  ['24', 'Dietician Supplementary prescriber'],
  ['25', 'Paramedic Independent/Supplementary prescriber'],
]);

export const typeCoding = (code: string): Coding => ({
  system: codeSystem('prescription-type'),
  code,
  display: `${code.startsWith('01') ? 'Primary Care Prescriber' : 'Prescriber'} - ${prescribers.get(code.slice(2)) ?? 'Other'}`,
});

const sites: ReadonlyMap<string, string> = new Map([
  ['P1', 'Other (e.g. Community Pharmacy)'],
  ['P2', 'Appliance Contractor'],
  ['P3', 'Dispensing Doctor'],
  ['0004', 'None'],
]);

export const siteCoding = (code: string): Coding => ({
  system: codeSystem('dispensing-site-preference'),
  code,
  display: sites.get(code) ?? code,
});

export const intents = { acute: 'order', continuous: 'instance-order', 'continuous-repeat-dispensing': 'reflex-order' } as const;

const hl7 = 'http://terminology.hl7.org/CodeSystem/medicationrequest-course-of-therapy';

export const courses: Readonly<Record<Treatment, Coding>> = {
  acute: { system: hl7, code: 'acute', display: 'Short course (acute) therapy' },
  continuous: { system: hl7, code: 'continuous', display: 'Continuous long term therapy' },
  'continuous-repeat-dispensing': {
    system: codeSystem('medicationrequest-course-of-therapy'),
    code: 'continuous-repeat-dispensing',
    display: 'Continuous long term (repeat dispensing)',
  },
};

/** What the history calls each step. */
export const titles: Readonly<Record<StepKind, string>> = {
  ordered: 'Prescription upload successful',
  released: 'Release Request successful',
  dispensed: 'Dispense notification successful',
  amended: 'Dispense notification successful',
  returned: 'Dispense proposal return successful',
  withdrawn: 'Dispense Withdrawal successful',
  claimed: 'Dispense claim successful',
  'claim amended': 'Dispense claim successful',
  cancelled: 'Prescription/item was cancelled',
  'marked for cancellation': 'Prescription/item was not cancelled. With dispenser. Marked for cancellation',
  'became ready': 'Updated by Urgent Admin Batch worker',
  'next issue': 'Updated by Routine Admin Batch worker',
  expired: 'Updated by Routine Admin Batch worker',
  'patient died': 'Administrative update successful',
};

/** Of a release by the dispenser that is nominated. */
export const nominatedRelease = 'Nominated Release Request successful';
