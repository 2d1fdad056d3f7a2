/** Entries of clinical records as FHIR resources. */
import type { Entries, Entry, EntryKind } from '../../clinical-record.ts';
import type { JsonObject } from '../../contract/contract.ts';
import { writtenAllergy } from './allergies.ts';
import { writtenAppointment } from './appointments.ts';
import { writtenCondition, writtenPregnancy } from './conditions.ts';
import { writtenDocument, type WritingDocument } from './documents.ts';
import { writtenAdmission, writtenEncounter } from './encounters.ts';
import { writtenIssue } from './issues.ts';
import { writtenMedication } from './medications.ts';
import { writtenObservation } from './observations.ts';
import { writtenCarePlan, writtenFlag } from './plans.ts';
import { writtenProcedure } from './procedures.ts';
import { writtenReferral } from './referrals.ts';
import { writtenReport } from './reports.ts';
import { writtenVaccination } from './vaccinations.ts';

type Writer<Kind extends EntryKind> = (entry: Entries[Kind], writing: WritingDocument) => readonly JsonObject[];

const writers: { readonly [Kind in EntryKind]: Writer<Kind> } = {
  condition: writtenCondition,
  medication: writtenMedication,
  issue: writtenIssue,
  allergy: writtenAllergy,
  vaccination: writtenVaccination,
  observation: writtenObservation,
  report: writtenReport,
  procedure: writtenProcedure,
  encounter: writtenEncounter,
  referral: writtenReferral,
  appointment: writtenAppointment,
  admission: writtenAdmission,
  document: writtenDocument,
  pregnancy: writtenPregnancy,
  'care-plan': writtenCarePlan,
  flag: writtenFlag,
};

/** The resources that tell an entry, the one that others refer to first: `typesThatTell` says which. */
export function writeEntry<Kind extends EntryKind>(
  entry: Entries[Kind] & { readonly kind: Kind },
  writing: WritingDocument,
): readonly JsonObject[] {
  return writers[entry.kind](entry, writing);
}

/** Of those, the one of a type. */
export function resourceOfEntry(entry: Entry, type: string, writing: WritingDocument): JsonObject | undefined {
  return writeEntry(entry, { ...writing, only: type }).find((resource) => resource['resourceType'] === type);
}
