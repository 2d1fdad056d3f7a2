/** Entries of clinical records from resources that a client sent, of FHIR R4 or STU3 alike: what one API records, another tells. */
import type { Entry } from '../../clinical-record.ts';
import type { JsonObject } from '../../contract/contract.ts';
import { readAllergy } from './allergies.ts';
import { readAppointment } from './appointments.ts';
import { readCondition } from './conditions.ts';
import { readDocumentReference } from './documents.ts';
import { readEncounter } from './encounters.ts';
import { stringAt } from './element.ts';
import type { ReadingEntry } from './head.ts';
import { readIssue } from './issues.ts';
import { readMedication } from './medications.ts';
import { readObservation } from './observations.ts';
import { readCarePlan, readFlag } from './plans.ts';
import { readProcedure } from './procedures.ts';
import { readReferral } from './referrals.ts';
import { readReport } from './reports.ts';
import { readVaccination } from './vaccinations.ts';

type Reader = (resource: JsonObject, reading: ReadingEntry) => Entry | undefined;

/** An order is one prescription; what is planned is what somebody takes. */
const readRequest: Reader = (resource, reading) =>
  stringAt(resource, 'intent') === 'order' || reading.before?.kind === 'issue'
    ? readIssue(resource, reading)
    : readMedication(resource, reading);

const readers: Readonly<Record<string, Reader | undefined>> = {
  Condition: readCondition,
  MedicationRequest: readRequest,
  MedicationStatement: readMedication,
  AllergyIntolerance: readAllergy,
  Immunization: readVaccination,
  Observation: readObservation,
  DiagnosticReport: readReport,
  Procedure: readProcedure,
  Encounter: readEncounter,
  ServiceRequest: readReferral,
  ReferralRequest: readReferral,
  Appointment: readAppointment,
  DocumentReference: readDocumentReference,
  CarePlan: readCarePlan,
  Flag: readFlag,
};

/** Takes what it finds. Undefined where the resource is of no kind that records know, or says too little to be one. */
export function readEntry(resource: JsonObject, reading: ReadingEntry): Entry | undefined {
  const type = stringAt(resource, 'resourceType');
  // What was entered in error is as if it had not been.
  if (type === undefined || stringAt(resource, 'status') === 'entered-in-error') return undefined;
  return readers[type]?.(resource, reading);
}
