/** Who and what the resources of a Bundle refer to: told in it where its model tells of such, else named in the reference alone. */
import type { ClinicalRecord } from '../../clinical-record.ts';
import type { JsonObject } from '../../contract/contract.ts';
import { uuid } from '../../contract/uuid.ts';
import type { Organisation, Population, Practitioner } from '../../population.ts';
import { aboutRecord, type About, type FhirVersion, type Referent, type Writing } from './about.ts';
import { idFor, urn, type BundleModel } from './bundle-model.ts';
import { writeLocation, writeOrganization, writePatient, writePractitioner, writePractitionerRole } from './context.ts';

export interface Around {
  readonly writing: Writing;
  /** Before anything refers to it: a resource that the Bundle will hold. */
  hold(type: string, id: string): void;
  address(type: string, id: string): string | undefined;
  /** The people and places that were referred to, those that they refer to among them. */
  resources(): readonly JsonObject[];
}

export interface RecordAround {
  readonly record: ClinicalRecord;
  readonly population: Population;
  readonly version: FhirVersion;
  /** In the place of what the model's addresses begin with. */
  readonly base?: string | undefined;
}

const asRole = ({ display }: Referent, id: string): Referent => ({
  type: 'PractitionerRole',
  id,
  ...(display !== undefined && { display }),
});

const contextTypes: ReadonlySet<string> = new Set(['Patient', 'Organization', 'Practitioner', 'PractitionerRole', 'Location']);

export function aroundBundle(model: BundleModel, { record, population, version, base = model.base }: RecordAround): Around {
  const held = new Set<string>();
  const organisations = new Map<string, Organisation>();
  const practitioners = new Map<string, Practitioner>();
  const wanted: Referent[] = [];
  const tellsOf = new Set(model.types);
  const plain = aboutRecord(record, population);
  const isUrn = model.base === urn;

  /** Addresses of this kind hold a UUID, and what has another id gets one. */
  const idOf = (type: string, id: string): string => (isUrn && !uuid.test(id) ? idFor(type, id) : id);
  const referenceOf = (type: string, id: string): string => (isUrn ? `${urn}${idOf(type, id)}` : `${type}/${idOf(type, id)}`);

  /** Whoever is looked for where entries are written is known by then, if anybody knows them. */
  const isKnown = (type: string, id: string): boolean => type === 'Patient' || organisations.has(id) || practitioners.has(id);

  function refer(to: Referent): JsonObject {
    const { type, id, identifier, display } = to.role !== undefined && model.byRole ? asRole(to, to.role) : to;
    const named = { ...(identifier && { identifier }), ...(display !== undefined && { display }) };
    const isContext = contextTypes.has(type);
    if (!(isContext ? tellsOf.has(type) && isKnown(type, id) : held.has(`${type}/${id}`))) return named;
    if (isContext) wanted.push({ type, id });
    return { reference: referenceOf(type, id), ...named };
  }

  const about: About = {
    ...plain,
    organisation(ods) {
      const found = organisations.get(ods) ?? plain.organisation(ods);
      if (found) organisations.set(ods, found);
      return found;
    },
    practitioner(sdsUserId, ods) {
      const found = practitioners.get(sdsUserId) ?? plain.practitioner(sdsUserId, ods);
      if (found) for (const id of [found.sdsUserId, found.roleProfileId]) practitioners.set(id, found);
      return found;
    },
    refer,
  };
  const writing: Writing = { version, about };

  function written({ type, id }: Referent): JsonObject | undefined {
    if (type === 'Patient') return writePatient(record.person, writing);
    const [organisation, practitioner] = [organisations.get(id), practitioners.get(id)];
    if (type === 'Organization') return organisation && writeOrganization(organisation, writing);
    if (type === 'Location') return organisation && writeLocation(organisation, writing);
    if (type === 'Practitioner') return practitioner && writePractitioner(practitioner, writing);
    return practitioner && writePractitionerRole(practitioner, writing);
  }

  return {
    writing,
    hold: (type, id) => held.add(`${type}/${id}`),
    address: (type, id) => (base === undefined ? undefined : isUrn ? referenceOf(type, id) : `${base}${type}/${idOf(type, id)}`),
    resources() {
      if (tellsOf.has('Patient')) wanted.push({ type: 'Patient', id: record.person.nhsNumber });
      const made = new Map<string, JsonObject>();
      // What is written refers to more, until there is no more.
      for (let n = 0; n < wanted.length; n += 1) {
        const next = wanted[n];
        if (next === undefined || made.has(`${next.type}/${next.id}`)) continue;
        const resource = written(next);
        if (resource) made.set(`${next.type}/${next.id}`, { ...resource, id: idOf(next.type, next.id) });
      }
      return [...made.values()];
    },
  };
}
