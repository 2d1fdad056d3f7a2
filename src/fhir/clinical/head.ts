/** How every resource begins that tells of something, and what every entry begins with that is read from one. */
import type { Entry, EntryKind } from '../../clinical-record.ts';
import type { Json, JsonObject } from '../../contract/contract.ts';
import type { IsoDate, OdsCode } from '../../population.ts';
import type { FhirVersion, Writing } from './about.ts';
import { eachOf, stringAt } from './element.ts';
import { englishDayAndTime, englishInstant } from './england-time.ts';
import { hl7System, system } from './systems.ts';

/** Synthetic data is never to be mistaken for live data. */
export const testData = (version: FhirVersion): JsonObject => ({
  system: hl7System.actReason[version],
  code: 'HTEST',
  display: 'test health data',
});

/** The types that records of general practice in STU3 have profiles for. */
const ofPractice =
  'AllergyIntolerance DiagnosticReport DocumentReference Encounter HealthcareService Immunization Location Medication MedicationRequest MedicationStatement Observation Organization Patient Practitioner PractitionerRole ReferralRequest Specimen';

/** By the ends of their addresses. */
const stu3Profiles: Readonly<Record<string, string | undefined>> = {
  ...Object.fromEntries(ofPractice.split(' ').map((type) => [type, `CareConnect-GPC-${type}`])),
  Condition: 'CareConnect-GPC-ProblemHeader-Condition',
  Appointment: 'GPConnect-Appointment',
  Slot: 'GPConnect-Slot',
  Schedule: 'GPConnect-Schedule',
};

function profileOf(type: string, version: FhirVersion): readonly string[] {
  // The bytes of a document have none.
  if (type === 'Binary') return [];
  if (version === 'R4') return [`https://fhir.hl7.org.uk/StructureDefinition/UKCore-${type}`];
  const profile = stu3Profiles[type];
  return profile === undefined ? [] : [`https://fhir.nhs.uk/STU3/StructureDefinition/${profile}-1`];
}

export function metaOf(type: string, version: FhirVersion, lastUpdated?: string): JsonObject {
  const profile = profileOf(type, version);
  return {
    versionId: '1',
    ...(lastUpdated !== undefined && { lastUpdated }),
    ...(profile.length > 0 && { profile }),
    tag: [testData(version)],
  };
}

export const uuidIdentifier = (id: string): JsonObject => ({ system: system.uuid, value: id });

/** The members that every resource of an entry begins with. */
export function headOfEntry(type: string, { id, recorded, time }: Pick<Entry, 'id' | 'recorded' | 'time'>, { version }: Writing) {
  return { resourceType: type, id, meta: metaOf(type, version, englishInstant(recorded, time)) };
}

/** What a reader knows beside the resource. */
export interface ReadingEntry {
  /** Under which id it is kept. */
  readonly id: string;
  /** When somebody sends it who does not say. */
  readonly today: IsoDate;
  /** Of whoever sends it, where the resource does not say who wrote it. */
  readonly organisation?: OdsCode;
  /** The entry that it takes the place of: what FHIR has no words for stays as it was. */
  readonly before?: Entry;
  /** Whether an organisation has a code: nothing else makes an `OdsCode` of a text. */
  isOrganisation?(text: string): text is OdsCode;
}

/** The entry that stood there before, if it was of the same kind. */
export function beforeOf<Kind extends EntryKind>(kind: Kind, { before }: ReadingEntry): Extract<Entry, { kind: Kind }> | undefined {
  const isOfKind = (entry: Entry): entry is Extract<Entry, { kind: Kind }> => entry.kind === kind;
  return before && isOfKind(before) ? before : undefined;
}

interface WhoAndWhen {
  /** Texts of which the first that is a date tells when it was recorded. */
  readonly recorded: readonly (string | undefined)[];
  /** References, of which the first to anybody tells who wrote it. */
  readonly by?: readonly (Json | undefined)[];
}

export function readHead<Kind extends EntryKind>(kind: Kind, { recorded, by = [] }: WhoAndWhen, reading: ReadingEntry) {
  const when = recorded.map(englishDayAndTime).find((read) => read !== undefined) ?? { date: reading.today };
  const { before } = reading;
  const organisation = organisationAmong(by, reading) ?? before?.organisation ?? reading.organisation;
  const practitioner = practitionerAmong(by) ?? before?.practitioner;
  // Midnight is what systems write that keep days alone.
  const told = when.time === '00:00' ? undefined : when.time;
  const time = told ?? (before?.recorded === when.date ? before.time : undefined);
  return {
    kind,
    id: reading.id,
    recorded: when.date,
    ...(time !== undefined && { time }),
    ...(organisation !== undefined && { organisation }),
    ...(practitioner !== undefined && { practitioner }),
  };
}

/** The first organisation that is referred to, by its code. */
export function organisationAmong(references: readonly (Json | undefined)[], { isOrganisation }: ReadingEntry): OdsCode | undefined {
  for (const reference of references.flatMap(eachOf)) {
    for (const code of [stringAt(reference, 'identifier', 'value'), idReferredTo(reference)]) {
      if (code !== undefined && isOrganisation?.(code)) return code;
    }
  }
  return undefined;
}

/** SDS user ids have twelve digits. */
const sdsUserId = /^\d{12}$/;

function practitionerAmong(references: readonly (Json | undefined)[]): string | undefined {
  return references
    .flatMap(eachOf)
    .flatMap((reference) => [stringAt(reference, 'identifier', 'value'), idReferredTo(reference)])
    .find((id) => id !== undefined && sdsUserId.test(id));
}

/** Of a reference, whatever stands before it. */
export function idReferredTo(reference: Json | undefined): string | undefined {
  const text = stringAt(reference, 'reference');
  if (text === undefined) return undefined;
  return text.startsWith('urn:uuid:') ? text.slice(9) : text.slice(text.lastIndexOf('/') + 1);
}

export const idsReferredTo = (references: readonly (Json | undefined)[]): readonly string[] =>
  references.flatMap(eachOf).flatMap((reference) => idReferredTo(reference) ?? []);

/** A name among this sandbox's own for something that came with words only: `type-2-diabetes`. */
export const sortFrom = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\([^)]*\)/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
