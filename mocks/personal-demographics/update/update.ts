/** Changes a patient's record: every check in the order the service makes them, then all of the patches or none. */
import { dateOf } from '../../../src/fhir/instant.ts';
import { versionOf } from '../../../src/fhir/version.ts';
import { isProblem, type Problem } from '../../../src/mock/problem.ts';
import { bodyProblem } from '../../../src/nhs/spine/contract-faults.ts';
import { spine } from '../../../src/nhs/spine/spine-faults.ts';
import { forbiddenUpdate, invalidUpdate } from '../../../src/nhs/spine/spine-words.ts';
import { bodyOf, type AnyCall } from '../../../src/mock/any-call.ts';
import { supersededNumber } from '../faults/errors.ts';
import { isRestricted } from '../../../src/nhs/restricted.ts';
import type { Patient } from '../record/patient.ts';
import type { PatientRecord } from '../record/patient-record.ts';
import { register } from '../record/register.ts';
import { filed } from '../record/address-file.ts';
import { readPatient } from '../record/read-patient.ts';
import { applyPatches } from './apply.ts';
import { changedMembers } from './change.ts';
import { formalDeathRecorded } from './forbidden.ts';
import { interpreterRemoved } from './interpreter.ts';
import { pastAfter } from './history.ts';
import { patientMayPatch } from './patient-access.ts';
import { addressWithoutId, patchesIn, readPatches, type PatientPatch } from './patches.ts';
import { brokenRule } from './rules.ts';
import { finished, tidied, withDeathInUtc, withoutNull } from './tidy.ts';

export interface Update {
  readonly record: PatientRecord;
  readonly patches: readonly PatientPatch[];
}

/** What there is to apply, and to what; or the first thing wrong with the request. */
export function readUpdate(call: AnyCall): Update | Problem {
  const record = register.find(call, call.path['id'] ?? '');
  if (record === undefined) return spine('RESOURCE_NOT_FOUND');
  if (record.standing.kind === 'invalidated') return spine('INVALIDATED_RESOURCE');
  const patches = patchesIn(bodyOf(call));
  if (patches === undefined) return invalidUpdate('No patches found');
  if (record.standing.kind === 'superseded') return forbiddenUpdate(supersededNumber);
  if (versionOf(call.header('If-Match') ?? '') !== record.patient.meta?.versionId) return spine('RESOURCE_VERSION_MISMATCH');
  const unnamed = addressWithoutId(patches);
  if (unnamed) return unnamed;
  const read = readPatches(patches);
  if ('problem' in read) return read;
  const notTheirs = call.caller.application?.mode === 'patient-access' ? patientMayPatch(record.patient, read) : undefined;
  if (notTheirs) return notTheirs;
  if (isRestricted(record.patient)) return forbiddenUpdate('not permitted to update a sensitive patient');
  return { record, patches: read };
}

/** The record as it is after the update. Nothing is saved here. */
export function updated(call: AnyCall, { record, patches }: Update): PatientRecord | Problem {
  const { patient: before } = record;
  const applied = applyPatches(before, patches);
  const refused =
    applied.forbidden ?? applied.error ?? formalDeathRecorded(before, applied.document) ?? interpreterRemoved(before, applied.document);
  if (refused) return refused;
  const document = withDeathInUtc(withoutNull(applied.document));
  const read = readPatient(call, document, { success: '200', worded: (faults) => bodyProblem(faults, document) });
  if (isProblem(read)) return read;
  const { population } = call;
  const today = dateOf(call.clock.now());
  const after = withFiledAddresses(before, read, population);
  const broken = brokenRule({ before, after, today, population }, patches);
  if (broken) return broken;
  const version = String(Number(before.meta?.versionId ?? '0') + 1);
  const patient = finished(tidied(after), { before, today, version });
  return { ...record, patient, past: pastAfter(record, patient) };
}

/** Addresses that nobody touched stay as they are. */
function withFiledAddresses(before: Patient, after: Patient, population: AnyCall['population']): Patient {
  const changed = new Set(changedMembers(before.address, after.address).map(({ now }) => now));
  if (after.address === undefined || changed.size === 0) return after;
  return { ...after, address: after.address.map((address) => (changed.has(address) ? filed(address, population) : address)) };
}
