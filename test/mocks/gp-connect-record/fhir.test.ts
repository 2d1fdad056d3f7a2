/** The structure of what is told, by the rules of FHIR STU3 that a Bundle can be held against: what each type must have, and what it may refer to. */
import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { sandboxesFor } from '../../sandbox.ts';
import { isObject, walk } from '../../fhir/judge/resource.ts';
import { about, asked, everyArea } from './asking.ts';

const open = await sandboxesFor('gp-connect-record');

/** Members without which HL7 has no resource of the type (hl7.org/fhir/STU3). */
const needed: Readonly<Record<string, readonly string[]>> = {
  AllergyIntolerance: ['verificationStatus', 'patient'],
  Condition: ['subject'],
  DiagnosticReport: ['status', 'code'],
  Encounter: ['status'],
  Immunization: ['status', 'notGiven', 'vaccineCode', 'patient', 'primarySource'],
  List: ['status', 'mode'],
  MedicationRequest: ['intent', 'medicationReference', 'subject'],
  MedicationStatement: ['status', 'medicationReference', 'subject', 'taken'],
  Observation: ['status', 'code'],
  ProcedureRequest: ['status', 'intent', 'code', 'subject'],
  ReferralRequest: ['status', 'intent', 'subject'],
};

/** Types that references of a name may lead to. */
const targets: Readonly<Record<string, RegExp>> = {
  subject: /^Patient\//,
  patient: /^Patient\//,
  medicationReference: /^Medication\//,
  encounter: /^Encounter\//,
  specimen: /^Specimen\//,
  recorder: /^Practitioner\//,
  asserter: /^Practitioner\//,
  managingOrganization: /^Organization\//,
};

function* emptyIn(resource: Json): Generator<string> {
  for (const { value, path } of walk(resource)) {
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) yield path;
    if (isObject(value) && Object.keys(value).length === 0) yield path;
  }
}

test('resources have what their type needs, nothing that is empty, and references to types that they may have', async () => {
  const sandbox = open();
  const body = about(sandbox.people.recordLogin, ...everyArea);
  const { resources } = await asked(sandbox, body);
  const types = new Set<string>();
  for (const loose of resources) {
    const resource = loose as unknown as JsonObject; // JSON that a test may look at in either way
    const type = String(resource['resourceType']);
    types.add(type);
    expect([type, (needed[type] ?? []).filter((name) => resource[name] === undefined)]).toEqual([type, []]);
    expect([type, resource['id'], [...emptyIn(resource)]]).toEqual([type, resource['id'], []]);
    for (const [name, wanted] of Object.entries(targets)) {
      const value = resource[name];
      if (isObject(value)) expect([type, name, value['reference']]).toEqual([type, name, expect.stringMatching(wanted)]);
    }
  }
  expect([...types]).toEqual(
    expect.arrayContaining(['Condition', 'DiagnosticReport', 'Encounter', 'List', 'MedicationRequest', 'Observation', 'Specimen']),
  );
});
