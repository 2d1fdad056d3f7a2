/** What the clinics of a practice are called to patients, and in which role somebody holds them. */
import type { Clinic } from '../../src/clinical-record.ts';
import type { JsonObject } from '../../src/contract/contract.ts';
import { conceptOf, extension } from '../../src/fhir/clinical/concepts.ts';
import type { Population } from '../../src/population.ts';
import { jobRoles, practitionerRole } from './systems.ts';

interface Offered {
  readonly type: string;
  readonly category: string;
  readonly role: JsonObject;
}

const doctor = conceptOf(jobRoles, 'R0260', 'General Medical Practitioner');
const nurse = conceptOf(jobRoles, 'R0620', 'Staff Nurse');

/** By the name of the clinic; a doctor's has their name. */
const offered: Readonly<Record<string, Offered>> = {
  'Telephone appointments': { type: 'Telephone call from a doctor', category: 'Telephone appointments', role: doctor },
  Nurse: { type: 'Nurse appointment', category: 'Nurse appointments', role: nurse },
  'Blood tests and checks': {
    type: 'Blood test or check',
    category: 'Nurse appointments',
    role: conceptOf(jobRoles, 'R1480', 'Healthcare Assistant'),
  },
  Vaccinations: { type: 'Vaccination', category: 'Vaccinations', role: nurse },
  'Clinical pharmacist': {
    type: 'Medication review',
    category: 'Pharmacist appointments',
    role: conceptOf(jobRoles, 'R1290', 'Pharmacist'),
  },
  Physiotherapist: { type: 'Physiotherapy assessment', category: 'Physiotherapy', role: { text: 'Physiotherapist' } },
};

const byDoctor: Offered = { type: 'GP appointment', category: 'GP appointments', role: doctor };

/** As with a doctor where the clinic is no more known. */
export const offeredBy = (clinic: Clinic | undefined): Offered => offered[clinic?.name ?? ''] ?? byDoctor;

export const roleExtension = (clinic: Clinic | undefined): JsonObject =>
  extension(practitionerRole, { valueCodeableConcept: offeredBy(clinic).role });

/** The clinic whose slot it is. */
export function clinicOf({ population }: { readonly population: Population }, slot: string | undefined): Clinic | undefined {
  const found = slot === undefined ? undefined : population.slot(slot);
  return found && population.diary(found.organisation)?.clinics.find(({ id }) => id === found.clinic);
}
