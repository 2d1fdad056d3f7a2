/** What the official sandbox and the published examples get wrong, and what is answered here. */
import { expect, test } from 'vitest';
import { sandboxForAll, sandboxesFor } from '../../sandbox.ts';
import { about, allergies, area, asked, brokenIn, everyArea, header, id, ofType, operation, said, type Part } from './asking.ts';

const open = await sandboxesFor('gp-connect-record');

test('the first question about permissions switches online access on for the other APIs', async () => {
  const sandbox = await sandboxForAll(['gp-connect-record', 'gp-connect-permissions']);
  const path = `/gp-connect/patient-facing/access-record-fhir/FHIR/STU3${operation}`;
  const newcomer = '9990001200';
  const read = () =>
    sandbox.send('POST', path, about(newcomer, area('includeMedication')), { ...header, 'Content-Type': 'application/fhir+json' });
  const before = await read();
  expect(before.status).toBe(404);
  const trace = await sandbox.request(before.headers.get('x-sandbox-trace') ?? '');
  expect(await trace.text()).toContain('Ask for their permissions first');
  expect((await sandbox.send('GET', `/gp-connect/patient-facing/user-permissions/Patient/${newcomer}`)).status).toBe(200);
  expect((await read()).status).toBe(200);
});

test('an answer is about whoever was asked about, and tells what was asked for', async () => {
  const sandbox = open();
  const of = async (number: string, ...areas: readonly Part[]) => asked(sandbox, about(number, ...areas));
  const [one, other] = [await of(sandbox.people.recordFull, allergies), await of(sandbox.people.recordNoAllergies, allergies)];
  expect(ofType(one, 'Patient')).not.toEqual(ofType(other, 'Patient'));
  expect(ofType(one, 'Medication')).toEqual([]);
  expect((await of('9111231130')).status).toBe(404);
});

test('the whole record has every area that was asked for, nothing unrecognised, and no reference that leads nowhere', async () => {
  const sandbox = open();
  const told = await asked(sandbox, about(sandbox.people.janeSmith, ...everyArea));
  expect(ofType(told, 'OperationOutcome')).toEqual([]);
  expect(brokenIn(told.resources)).toEqual([]);
  const text = JSON.stringify(told.resources);
  expect(text).not.toMatch(/"TBD"|Active Allergies|Resolved Allergies/);
});

test('what is a list is a list, what is one is one, and no system ends in a blank', async () => {
  const sandbox = open();
  const told = await asked(sandbox, about(sandbox.people.recordFull, ...everyArea));
  for (const resource of told.resources) {
    for (const name of ['basedOn', 'generalPractitioner', 'category', 'identifier', 'extension', 'dosage'])
      if (resource[name] !== undefined)
        expect([resource['resourceType'], name, Array.isArray(resource[name])]).toEqual([resource['resourceType'], name, true]);
    expect([
      resource['resourceType'],
      resource['code'] === undefined || !Array.isArray(resource['code']) || String(resource['resourceType']) === 'PractitionerRole',
    ]).toEqual([resource['resourceType'], true]);
  }
  for (const [, system = ''] of JSON.stringify(told.resources).matchAll(/"system":"([^"]*)"/g)) expect(system).toBe(system.trim());
});

test('both names of the part for types of prescription are read', async () => {
  const sandbox = open();
  const of = async (name: string, value: object) =>
    ofType(await asked(sandbox, about(sandbox.people.recordFull, area('includeMedication', { name, ...value }))), 'MedicationStatement')
      .length;
  expect([await of('filterPrescriptionType', { valueCode: 'acute' }), await of('prescriptionType', { value: 'repeat' })]).toEqual([1, 2]);
});

test('an id comes back as the id of the Bundle, and the number of nobody is not found', async () => {
  const { call, people } = open();
  const told = await call('POST', operation, { headers: header, body: about(people.recordFull) });
  expect([told.body['id'], told.headers.get('cache-control')]).toEqual([id, expect.stringContaining('no-store')]);
  expect(said(await call('POST', operation, { headers: header, body: about('1234567890') }))).toEqual([400, 'INVALID_NHS_NUMBER']);
});
