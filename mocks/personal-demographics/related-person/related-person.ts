/** The people related to a patient: their real family in the world, and families made by births notified here. */
import { dateOf, instant } from '../../../src/fhir/instant.ts';
import { searchset } from '../../../src/fhir/searchset.ts';
import { etag } from '../../../src/fhir/version.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { spine } from '../../../src/nhs/spine/spine-faults.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import { isRestricted } from '../../../src/nhs/restricted.ts';
import type { Extension, Patient, RelatedPerson, RelatedPersonBundle, RelatedPersonEntry } from '../record/patient.ts';
import { objectId } from '../record/patient-record.ts';
import { register } from '../record/register.ts';
import { extensionUrl, system, testDataTag } from '../record/systems.ts';
import { codingsOf, isRelationship, isWrittenToAsWell, ranked, type Related, type Relationship } from './relationship.ts';

const relations = 'personal-demographics/relation';

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

function entriesFor(call: AnyCall, patient: Patient): RelatedPersonEntry[] {
  const related: Related[] = [];
  for (const { nhsNumber, relationship } of relativesOf(call, patient.id)) {
    const relative = register.surviving(call, nhsNumber);
    if (relative?.standing.kind !== 'live' || isRestricted(relative.patient) || relative.patient.deceasedDateTime !== undefined) continue;
    related.push({ patient, relative: relative.patient, relationship });
  }
  const today = dateOf(call.clock.now());
  const { inOrder, nextOfKin } = ranked(related, today);
  return inOrder.map((each, index) => {
    const relationship = { coding: codingsOf(call, each, each === nextOfKin) };
    const resource = relatedPerson(each, { relationship, rank: index + 1, isWrittenTo: isWrittenToAsWell(each, today) });
    return { fullUrl: call.url(`/Patient/${patient.id}/RelatedPerson/${resource.id}`), resource };
  });
}

function* relativesOf({ store, population }: AnyCall, id: string): Generator<{ nhsNumber: string; relationship: Relationship }> {
  for (const [key, relationship] of store.list(relations, `${id}/`)) {
    if (isRelationship(relationship)) yield { nhsNumber: key.slice(id.length + 1), relationship };
  }
  for (const { nhsNumber, relationship } of population.relatives(id)) if (nhsNumber !== undefined) yield { nhsNumber, relationship };
}

export function isChildOf(call: AnyCall, child: string, mother: string): boolean {
  for (const { nhsNumber, relationship } of relativesOf(call, child)) if (relationship === 'mother' && nhsNumber === mother) return true;
  return false;
}

interface Standing {
  readonly relationship: RelatedPerson['relationship'][0];
  readonly rank: number;
  readonly isWrittenTo: boolean;
}

function relatedPerson({ patient, relative }: Related, { relationship, rank, isWrittenTo }: Standing): RelatedPerson & { id: string } {
  const name = relative.name?.find(({ use }) => use === 'usual');
  const address = relative.address?.find(({ use }) => use === 'home');
  const telecom = (relative.telecom ?? []).slice(0, 5).map(({ id: _id, ...rest }) => rest);
  return {
    resourceType: 'RelatedPerson',
    id: objectId(patient.id, `relative/${relative.id}`),
    patient: { identifier: { system: system.nhsNumber, value: relative.id } },
    active: true,
    ...(name && { name: [withoutId(name)] }),
    ...(telecom.length > 0 && { telecom }),
    ...(address && { address: [withoutId(address)] }),
    relationship: [relationship],
    extension: [
      // Said only where it holds.
      ...(isWrittenTo ? [{ url: extensionUrl.copyCorrespondence, valueBoolean: true } as const] : []),
      { url: extensionUrl.contactRank, valuePositiveInt: rank },
      ...(relative.extension ?? []).filter(isHowToSpeak),
    ],
  };
}

type HowToSpeak = Extract<Extension, { url: typeof extensionUrl.contactPreference | typeof extensionUrl.communication }>;

function isHowToSpeak(extension: Extension): extension is HowToSpeak {
  return extension.url === extensionUrl.contactPreference || extension.url === extensionUrl.communication;
}

function withoutId<Member extends { readonly id?: string }>({ id: _id, ...rest }: Member): Omit<Member, 'id'> {
  return rest;
}
