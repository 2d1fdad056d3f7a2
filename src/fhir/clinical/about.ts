/** What a resource is written about: whose it is, who else is named in it, and how it refers to them. */
import type { ClinicalRecord, Entry } from '../../clinical-record.ts';
import type { JsonObject } from '../../contract/contract.ts';
import type { Organisation, Person, Population, Practitioner } from '../../population.ts';
import { system } from './systems.ts';

export type FhirVersion = 'R4' | 'STU3';

export interface Referent {
  /** Of resource. */
  readonly type: string;
  readonly id: string;
  readonly identifier?: { readonly system: string; readonly value: string };
  readonly display?: string;
  /** Of a practitioner, the id of the role in which they work there. */
  readonly role?: string;
}

/** What is known where nothing is told of a patient: in a diary. */
export interface AboutPlaces {
  organisation(ods: string): Organisation | undefined;
  practitioner(sdsUserId: string, ods: string | undefined): Practitioner | undefined;
  refer(to: Referent): JsonObject;
}

export interface About extends AboutPlaces {
  readonly person: Person;
  /** Of the same record. */
  entry(id: string): Entry | undefined;
}

export interface WritingPlaces {
  readonly version: FhirVersion;
  readonly about: AboutPlaces;
}

export interface Writing extends WritingPlaces {
  readonly about: About;
}

/** `Patient/9…` with the identifier beside it; STU3 has no type of a reference. */
export function referById({ type, id, identifier, display }: Referent): JsonObject {
  return { reference: `${type}/${id}`, ...(identifier && { identifier }), ...(display !== undefined && { display }) };
}

/** By NHS number, ODS code or SDS user id alone, where there is one. */
export function referByIdentifier(to: Referent): JsonObject {
  const { type, identifier, display } = to;
  return identifier === undefined ? referById(to) : { type, identifier, ...(display !== undefined && { display }) };
}

export function aboutRecord(record: ClinicalRecord, population: Population, refer: About['refer'] = referById): About {
  // Entries that others lead to are looked for again and again.
  const found = new Map<string, Entry | undefined>();
  return {
    person: record.person,
    organisation: (ods) => population.organisation(ods),
    practitioner: (sdsUserId, ods) =>
      ods === undefined ? undefined : population.practitioners(ods).find((each) => each.sdsUserId === sdsUserId),
    entry(id) {
      if (!found.has(id)) found.set(id, record.entry(id));
      return found.get(id);
    },
    refer,
  };
}

/** Undefined where nothing of it can be named. */
export function toResource({ about }: WritingPlaces, to: Referent): JsonObject | undefined {
  const reference = about.refer(to);
  return Object.keys(reference).length > 0 ? reference : undefined;
}

export function toPerson({ about }: Writing): JsonObject {
  const { nhsNumber } = about.person;
  return about.refer({ type: 'Patient', id: nhsNumber, identifier: { system: system.nhsNumber, value: nhsNumber } });
}

export function toOrganisation({ about }: WritingPlaces, ods: string | undefined): JsonObject | undefined {
  if (ods === undefined) return undefined;
  const display = about.organisation(ods)?.name;
  const identifier = { system: system.ods, value: ods };
  return about.refer({ type: 'Organization', id: ods, identifier, ...(display !== undefined && { display }) });
}

/** Where an organisation is: it has one site, of the same code. */
export function toSite({ about }: WritingPlaces, ods: string | undefined): JsonObject | undefined {
  if (ods === undefined) return undefined;
  const display = about.organisation(ods)?.name;
  return about.refer({
    type: 'Location',
    id: ods,
    identifier: { system: system.odsSite, value: ods },
    ...(display !== undefined && { display }),
  });
}

export const displayName = ({ prefix, given, family }: Pick<Practitioner, 'prefix' | 'given' | 'family'>): string =>
  [prefix, given, family].filter((word) => word !== '').join(' ');

export function toPractitioner(writing: WritingPlaces, sdsUserId: string | undefined, ods: string | undefined): JsonObject | undefined {
  if (sdsUserId === undefined) return undefined;
  const who = writing.about.practitioner(sdsUserId, ods);
  return toResource(writing, who ? { ...referentOf(who), role: who.roleProfileId } : practitionerReferent(sdsUserId));
}

const practitionerReferent = (sdsUserId: string): Referent => ({
  type: 'Practitioner',
  id: sdsUserId,
  identifier: { system: system.sdsUser, value: sdsUserId },
});

/** Themselves, and not the role in which they work somewhere. */
export const referentOf = (who: Practitioner): Referent => ({ ...practitionerReferent(who.sdsUserId), display: displayName(who) });
