/** Plans and orders as this API writes them: who asked for them is a role, and what they are for is not told. */
import type { ClinicalRecord, IssueEntry, MedicationEntry } from '../../../src/clinical-record.ts';
import type { JsonObject } from '../../../src/contract/contract.ts';
import { aboutRecord, referById, type Referent, type Writing } from '../../../src/fhir/clinical/about.ts';
import { extension } from '../../../src/fhir/clinical/concepts.ts';
import { eachOf, elementsAt, stringAt } from '../../../src/fhir/clinical/element.ts';
import { writtenIssue } from '../../../src/fhir/clinical/issues.ts';
import { writtenMedication } from '../../../src/fhir/clinical/medications.ts';
import { ukCoreExtension } from '../../../src/fhir/clinical/systems.ts';
import type { Population } from '../../../src/population.ts';

const repeatInformation = ukCoreExtension('MedicationRepeatInformation');

/** A practitioner is named in the role in which they prescribe. */
const byRole = (to: Referent): JsonObject => {
  if (to.type !== 'Practitioner' || to.role === undefined) return referById(to);
  return { reference: `PractitionerRole/${to.role}`, ...(to.display !== undefined && { display: to.display }) };
};

export const writingOf = (record: ClinicalRecord, population: Population): Writing => ({
  version: 'R4',
  about: aboutRecord(record, population, byRole),
});

/** Where the pharmacy has got to with it is told by other APIs. */
export function orderOf(entry: IssueEntry, writing: Writing): JsonObject {
  const { extension: extensions, ...order } = plain(writtenIssue(entry, writing)[0]);
  const kept = eachOf(extensions).filter((each) => stringAt(each, 'url') === repeatInformation);
  return { ...order, extension: kept };
}

/** With how often it was issued. */
export function planWritten(entry: MedicationEntry, writing: Writing, issued: number): JsonObject {
  const { extension: extensions, ...plan } = plain(writtenMedication(entry, writing)[0]);
  const known = elementsAt(extensions, 'extension');
  const counted = extension('numberOfPrescriptionsIssued', { valueUnsignedInt: issued });
  return { ...plan, extension: [{ url: repeatInformation, extension: [counted, ...known] }] };
}

/** A practice that tells patients what they were prescribed tells nothing of their conditions with it. */
function plain(resource: JsonObject = {}): JsonObject {
  const { reasonCode: _, reasonReference: __, recorder: ___, ...told } = resource;
  return told;
}

/** Each issue says which it is; those before the record tells of them are counted too. */
export const timesIssued = (issues: readonly IssueEntry[] = []): number => Math.max(0, ...issues.map(({ number }) => number));
