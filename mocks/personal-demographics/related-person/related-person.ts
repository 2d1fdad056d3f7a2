/** The people related to a patient: their real family in the world, and families made by births notified here. */
import { instant } from '../../../src/fhir/instant.ts';
import { searchset } from '../../../src/fhir/searchset.ts';
import { etag } from '../../../src/fhir/version.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import type { Relative } from '../../../src/population.ts';
import { spine } from '../../../src/nhs/spine/spine-faults.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import { isRestricted } from '../../../src/nhs/restricted.ts';
import type { Patient, RelatedPerson, RelatedPersonBundle, RelatedPersonEntry } from '../record/patient.ts';
import { objectId } from '../record/patient-record.ts';
import { register } from '../record/register.ts';
import { productionBase, system, testDataTag } from '../record/systems.ts';

const relations = 'personal-demographics/relation';

type Relationship = Relative['relationship'];

const roles: Readonly<Record<Relationship, RelatedPerson['relationship'][0]['coding'][0]>> = {
  mother: { system: system.relationship, code: 'MTH', display: 'mother' },
  father: { system: system.relationship, code: 'FTH', display: 'father' },
  partner: { system: system.relationship, code: 'DOMPART', display: 'domestic partner' },
  child: { system: system.relationship, code: 'CHILD', display: 'child' },
  sibling: { system: system.relationship, code: 'SIB', display: 'sibling' },
  guardian: { system: system.additionalRole, code: 'Guardian', display: 'Guardian of patient' },
};

export function relate({ store }: Pick<AnyCall, 'store'>, link: { patient: string; relative: string; relationship: Relationship }): void {
  store.put(relations, `${link.patient}/${link.relative}`, link.relationship);
}

/** Nobody for a restricted patient, and no relative whose own record is restricted. */
export function relatedPeople(
  call: AnyCall,
): { readonly body: RelatedPersonBundle; readonly headers: { readonly ETag: string } } | Problem {
  const record = register.surviving(call, call.path['id'] ?? '');
  if (record === undefined) return spine('RESOURCE_NOT_FOUND');
  if (record.standing.kind !== 'live') return spine('INVALIDATED_RESOURCE');
  const { patient } = record;
  const body = bundleOf(isRestricted(patient) ? [] : entriesFor(call, patient), call.clock.now());
  return { body, headers: { ETag: etag(patient.meta?.versionId ?? '1') } };
}

/** A RelatedPerson has no room for a tag, so the Bundle says that all of this is test data. */
export function bundleOf(entries: readonly RelatedPersonEntry[], now: number): RelatedPersonBundle {
  return { ...searchset(entries, instant(now)), meta: { tag: [...testDataTag] } };
}

function entriesFor(call: AnyCall, { id }: Patient): RelatedPersonEntry[] {
  const entries: RelatedPersonEntry[] = [];
  for (const { nhsNumber, relationship } of relativesOf(call, id)) {
    const relative = register.surviving(call, nhsNumber);
    if (relative?.standing.kind !== 'live' || isRestricted(relative.patient) || relative.patient.deceasedDateTime !== undefined) continue;
    const resource = relatedPerson(relative.patient, { of: id, relationship, rank: entries.length + 1 });
    entries.push({ fullUrl: `${productionBase}/Patient/${id}/RelatedPerson/${resource.id}`, resource });
  }
  return entries;
}

function* relativesOf({ store, population }: AnyCall, id: string): Generator<{ nhsNumber: string; relationship: Relationship }> {
  for (const [key, relationship] of store.list(relations, `${id}/`)) {
    if (isRelationship(relationship)) yield { nhsNumber: key.slice(id.length + 1), relationship };
  }
  for (const { nhsNumber, relationship } of population.relatives(id)) if (nhsNumber !== undefined) yield { nhsNumber, relationship };
}

function isRelationship(text: string): text is Relationship {
  return Object.hasOwn(roles, text);
}

function relatedPerson(
  relative: Patient,
  { of, relationship, rank }: { of: string; relationship: Relationship; rank: number },
): RelatedPerson & { readonly id: string } {
  const name = relative.name?.find(({ use }) => use === 'usual');
  const address = relative.address?.find(({ use }) => use === 'home');
  const telecom = (relative.telecom ?? []).slice(0, 5).map(({ id: _id, ...rest }) => rest);
  return {
    resourceType: 'RelatedPerson',
    id: objectId(of, `relative/${relative.id}`),
    patient: { identifier: { system: system.nhsNumber, value: relative.id } },
    active: true,
    ...(name && { name: [withoutId(name)] }),
    ...(telecom.length > 0 && { telecom }),
    ...(address && { address: [withoutId(address)] }),
    relationship: [{ coding: [roles[relationship]] }],
    extension: [{ url: 'https://fhir.nhs.uk/R4/StructureDefinition/Extension-UKCore-ContactRank', valuePositiveInt: rank }],
  };
}

function withoutId<Member extends { readonly id?: string }>({ id: _id, ...rest }: Member): Omit<Member, 'id'> {
  return rest;
}
