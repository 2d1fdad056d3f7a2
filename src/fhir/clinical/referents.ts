/** References from one entry of a record to another, and which resources tell which kinds of entry. */
import type { Entry, EntryKind } from '../../clinical-record.ts';
import type { JsonObject } from '../../contract/contract.ts';
import { toResource, type FhirVersion, type Writing } from './about.ts';
import { listOf } from './element.ts';

/** The types of resource that tell a kind of entry, the one that others refer to first. */
const told: { readonly [Kind in EntryKind]: Readonly<Record<FhirVersion, readonly string[]>> } = {
  condition: both('Condition'),
  medication: { R4: ['MedicationRequest', 'MedicationStatement'], STU3: ['MedicationStatement', 'MedicationRequest', 'Medication'] },
  issue: { R4: ['MedicationRequest'], STU3: ['MedicationRequest', 'Medication'] },
  allergy: both('AllergyIntolerance'),
  vaccination: both('Immunization'),
  observation: both('Observation'),
  report: both('DiagnosticReport', 'Specimen'),
  procedure: both('Procedure'),
  encounter: both('Encounter'),
  referral: { R4: ['ServiceRequest'], STU3: ['ReferralRequest'] },
  appointment: both('Appointment'),
  admission: both('Encounter'),
  document: both('DocumentReference', 'Binary'),
  pregnancy: both('Condition'),
  'care-plan': both('CarePlan'),
  flag: both('Flag'),
};

function both(...types: readonly string[]): Readonly<Record<FhirVersion, readonly string[]>> {
  return { R4: types, STU3: types };
}

export const typesThatTell = (kind: EntryKind, version: FhirVersion): readonly string[] => told[kind][version];

const kinds: readonly EntryKind[] = Object.keys(told).filter((kind): kind is EntryKind => kind in told);

/** The kinds of entry that a type of resource tells: none where it tells of no record. */
export const kindsToldAs = (type: string, version: FhirVersion): readonly EntryKind[] =>
  kinds.filter((kind) => told[kind][version].includes(type));

/** Of a contact that is a stay in hospital, the id of the stay: that tells it. */
export function stayIn(entry: Entry, { about }: Writing): string | undefined {
  if (entry.kind !== 'encounter' || entry.sort !== 'admission') return undefined;
  return entry.about.find((id) => about.entry(id)?.kind === 'admission');
}

/** To an entry of the same record, where it is there. */
export function toEntry(writing: Writing, id: string | undefined): JsonObject | undefined {
  const entry = id === undefined ? undefined : writing.about.entry(id);
  return entry && toFound(writing, entry);
}

function toFound(writing: Writing, entry: Entry): JsonObject | undefined {
  const [type = 'Basic'] = told[entry.kind][writing.version];
  return toResource(writing, { type, id: stayIn(entry, writing) ?? entry.id });
}

/** To those of some ids, or of all of them where no kinds are said. */
export function toEntries(writing: Writing, ids: readonly string[], among?: readonly EntryKind[]): readonly JsonObject[] {
  return ids.flatMap((id) => {
    const entry = writing.about.entry(id);
    return entry === undefined || (among && !among.includes(entry.kind)) ? [] : listOf(toFound(writing, entry));
  });
}
