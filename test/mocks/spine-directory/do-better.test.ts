import { expect, test } from 'vitest';
import { sandboxesFor, sandboxFor } from '../../sandbox.ts';

const ods = 'https://fhir.nhs.uk/Id/ods-organization-code';
const patients = 'https://fhir.nhs.uk/Id/nhsServiceInteractionId|urn:nhs:names:services:gpconnect:fhir:rest:search:patient-1';
const deviceOf = (code: string) => `/Device?organization=${ods}|${code}&identifier=${patients}`;

test('every practice of the register is in the directory, not those of an extract alone', async () => {
  const { call } = await sandboxFor('spine-directory');
  const totals = await Promise.all(['B82617', 'Y90001', 'Y90067'].map(async (code) => (await call('GET', deviceOf(code))).body['total']));
  expect(totals).toEqual([1, 1, 1]);
});

test('an organisation without a system is an empty bundle, never a 404', async () => {
  const { call } = await sandboxFor('spine-directory');
  const { status, body } = await call('GET', deviceOf('X9999'));
  expect([status, body['total']]).toEqual([200, 0]);
});

test('a list of types is read as one, and 406 is for none that fits', async () => {
  const { call } = await sandboxFor('spine-directory');
  const asked = async (Accept: string) => (await call('GET', deviceOf('Y90001'), { headers: { Accept } })).status;
  expect([await asked('text/html, application/fhir+json;q=0.9'), await asked('text/html')]).toEqual([200, 406]);
});

test('a key is asked for where the workspace demands it', async () => {
  const open = await sandboxesFor('spine-directory');
  const { call } = open({ settings: { access: 'strict' } });
  expect((await call('GET', deviceOf('Y90001'))).status).toBe(401);
});

test('a parameter that is called as something of JavaScript is illegal like any other', async () => {
  const { call } = await sandboxFor('spine-directory');
  expect((await call('GET', '/Device?constructor=1')).body['issue']?.[0]?.['diagnostics']).toBe(
    "HTTP 400: Bad Request (Illegal query parameter 'constructor')",
  );
});
