/** Who and what the resources of an answer refer to: told in it, once each. What it does not tell is not referred to. */
import type { ClinicalRecord } from '../../src/clinical-record.ts';
import type { JsonObject } from '../../src/contract/contract.ts';
import { aboutRecord, referentOf, type Referent, type Writing } from '../../src/fhir/clinical/about.ts';
import { conceptOf } from '../../src/fhir/clinical/concepts.ts';
import { writeLocation, writeOrganization, writePractitioner, writePractitionerRole } from '../../src/fhir/clinical/context.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Organisation, Practitioner } from '../../src/population.ts';
import { personId } from '../../src/world/clinical/person-ids.ts';
import type { Patient } from '../gp-practice/registered.ts';
import { patientResource } from './patient.ts';

export interface Around {
  readonly writing: Writing;
  /** The practice's own id of the patient. */
  readonly patientId: string;
  /** The patient's usual doctor. */
  readonly usual: Practitioner | undefined;
  /** Before anything refers to it: what the answer will tell. */
  hold(type: string, id: string): void;
  /** The people and places that were referred to, those that they refer to among them. */
  resources(): readonly JsonObject[];
}

export const patientIdOf = (call: AnyCall, { person }: Patient): string => personId(call.seed, person.nhsNumber);

export function around(call: AnyCall, patient: Patient, record: ClinicalRecord): Around {
  const { population } = call;
  const plain = aboutRecord(record, population);
  const patientId = patientIdOf(call, patient);
  const held = new Set<string>();
  const organisations = new Map<string, Organisation>();
  const practitioners = new Map<string, Practitioner>();
  const wanted = new Map<string, Referent>();

  const isKnown = (type: string, id: string): boolean =>
    type === 'Organization' || type === 'Location' ? organisations.has(id) : type === 'Practitioner' && practitioners.has(id);

  function refer({ type, id }: Referent): JsonObject {
    const name = `${type}/${id}`;
    if (type === 'Patient') return { reference: `Patient/${patientId}` };
    if (held.has(name)) return { reference: name };
    if (!isKnown(type, id)) return {};
    wanted.set(name, { type, id });
    return { reference: name };
  }

  const writing: Writing = {
    version: 'STU3',
    about: {
      ...plain,
      organisation(ods) {
        const found = organisations.get(ods) ?? plain.organisation(ods);
        if (found) organisations.set(ods, found);
        return found;
      },
      practitioner(sdsUserId, ods) {
        const found = practitioners.get(sdsUserId) ?? plain.practitioner(sdsUserId, ods);
        if (found) practitioners.set(found.sdsUserId, found);
        return found;
      },
      refer,
    },
  };

  const doctors = population.practitioners(patient.practice).filter(({ prefix }) => prefix === 'Dr');
  const usual = doctors[Number(patient.person.nhsNumber.slice(-4)) % Math.max(1, doctors.length)];
  writing.about.organisation(patient.practice);
  if (usual) practitioners.set(usual.sdsUserId, usual);

  return {
    writing,
    patientId,
    usual,
    hold: (type, id) => held.add(`${type}/${id}`),
    resources() {
      const first = patientResource(call, patient, { writing, patientId, usual });
      const made: JsonObject[] = [];
      const done = new Set<string>();
      // What is written refers to more, until there is no more.
      for (let open = [...wanted]; open.length > 0; open = [...wanted].filter(([name]) => !done.has(name)))
        for (const [name, { type, id }] of open) {
          done.add(name);
          made.push(...written(type, id));
        }
      return [first, ...made].map(adminMeta);
    },
  };

  function written(type: string, id: string): readonly JsonObject[] {
    const [organisation, who] = [organisations.get(id), practitioners.get(id)];
    if (type === 'Practitioner') return who ? [writePractitioner(who, writing), role(who, writing)] : [];
    if (!organisation) return [];
    return [type === 'Organization' ? writeOrganization(organisation, writing) : writeLocation(organisation, writing)];
  }
}

const jobs = {
  doctor: conceptOf('https://fhir.hl7.org.uk/STU3/CodeSystem/CareConnect-SDSJobRoleName-1', 'R0260', 'General Medical Practitioner'),
  nurse: conceptOf('https://fhir.hl7.org.uk/STU3/CodeSystem/CareConnect-SDSJobRoleName-1', 'R0620', 'Staff Nurse'),
};

function role(who: Practitioner, writing: Writing): JsonObject {
  writing.about.organisation(who.organisation);
  return {
    ...writePractitionerRole(who, writing),
    practitioner: writing.about.refer(referentOf(who)),
    code: [who.prefix === 'Dr' ? jobs.doctor : jobs.nurse],
  };
}

/** Their version, and the profile; that they are made up is said once, of the whole answer. */
function adminMeta(resource: JsonObject): JsonObject {
  const { meta } = resource;
  const profile = typeof meta === 'object' && meta !== null && 'profile' in meta ? meta.profile : undefined;
  return { ...resource, meta: { versionId: '1', ...(profile !== undefined && { profile }) } };
}
