/** Whoever and whatever a record names by a reference: the person, who works somewhere and where, and its other entries. */
import type { ClinicalRecord, Entry, EntryKind } from '../../clinical-record.ts';
import type { JsonObject } from '../../contract/contract.ts';
import { aboutRecord, type FhirVersion, type Writing } from '../../fhir/clinical/about.ts';
import { writeLocation, writeOrganization, writePatient, writePractitioner } from '../../fhir/clinical/context.ts';
import { resourceOfEntry } from '../../fhir/clinical/write-entry.ts';
import type { OdsCode, Population } from '../../population.ts';

const form = /(?:^|\/)([A-Z][A-Za-z]+)\/([^/?#|]+)$/;

interface Among {
  readonly population: Population;
  readonly version: FhirVersion;
  /** Kinds of entries that name people. */
  readonly kinds: readonly EntryKind[];
}

/** Undefined where it names nobody and nothing of this record. */
export function referredFrom(reference: string, record: ClinicalRecord, among: Among): JsonObject | undefined {
  const [, type, id] = form.exec(reference) ?? [];
  return type === undefined || id === undefined ? undefined : writeReferred(type, id, record, among);
}

export function writeReferred(
  type: string,
  id: string,
  record: ClinicalRecord,
  { population, version, kinds }: Among,
): JsonObject | undefined {
  const writing: Writing = { version, about: aboutRecord(record, population) };
  switch (type) {
    case 'Patient':
      return id === record.person.nhsNumber ? writePatient(record.person, writing) : undefined;
    case 'Organization':
    case 'Location': {
      const organisation = population.organisation(id);
      return organisation && (type === 'Location' ? writeLocation(organisation, writing) : writeOrganization(organisation, writing));
    }
    case 'Practitioner': {
      const [who] = placesOf(record, kinds, id).flatMap((ods) => population.practitioners(ods).filter(({ sdsUserId }) => sdsUserId === id));
      return who && writePractitioner(who, writing);
    }
    default: {
      const entry: Entry | undefined = record.entry(id);
      return entry && resourceOfEntry(entry, type, writing);
    }
  }
}

/** Where somebody has written entries of these kinds. */
function placesOf(record: ClinicalRecord, kinds: readonly EntryKind[], sdsUserId: string): readonly OdsCode[] {
  const entries = kinds.flatMap((kind): readonly Entry[] => record.of(kind));
  return [...new Set(entries.flatMap(({ practitioner, organisation }) => (practitioner === sdsUserId ? (organisation ?? []) : [])))];
}
