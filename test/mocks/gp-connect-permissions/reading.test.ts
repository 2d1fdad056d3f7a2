import { expect, test } from 'vitest';
import { nobodysNumber } from '../../../mocks/personas.ts';
import { sandboxFor } from '../../sandbox.ts';

test('everybody of the population has permissions, and they stay the same', async () => {
  const { client, people } = await sandboxFor('gp-connect-permissions');
  for (const id of [people.janeSmith, people.staceyTwitchett, people.prescriptionPatient, people.twinElder, people.motherOfTwins]) {
    const read = async (): Promise<unknown> => {
      const { data, response } = await client.GET('/Patient/{id}', { params: { path: { id } } });
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json']);
      return data;
    };
    const first = await read();
    expect(first).toMatchObject({
      medicalRecord: { current: { accessLevel: expect.stringMatching(/^(none|summary|detailed|documents|full)$/) } },
      prescriptions: { accessLevel: expect.stringMatching(/^(none|view|manage)$/) },
    });
    expect(await read()).toEqual(first);
  }
});

test('a patient who cannot have online access is not found, and no reason is given', async () => {
  const { call } = await sandboxFor('gp-connect-permissions');
  const { status, body } = await call('GET', `/Patient/${nobodysNumber}`);
  expect([status, body]).toEqual([
    404,
    {
      resourceType: 'OperationOutcome',
      meta: { lastUpdated: '2026-01-01T00:00:00.000Z' },
      issue: [
        {
          severity: 'error',
          code: 'not-found',
          details: {
            coding: [
              {
                system: 'https://fhir.nhs.uk/CodeSystem/Spine-ErrorOrWarningCode',
                version: '1',
                code: 'PATIENT_NOT_FOUND',
                display: 'Patient not found',
              },
            ],
          },
        },
      ],
    },
  ]);
});

test('a number without its check digit, and an id that is no UUID, are refused with their codes', async () => {
  const { call } = await sandboxFor('gp-connect-permissions');
  const number = await call('GET', '/Patient/9000000008');
  expect([number.status, number.body['issue']?.[0]?.['details']?.['coding']?.[0]?.['code']]).toEqual([400, 'INVALID_RESOURCE_ID']);
  const id = await call('GET', '/Patient/9000000009', { headers: { 'X-Request-ID': 'first' } });
  expect([id.status, id.body['issue']?.[0]?.['details']?.['diagnostics']]).toEqual([
    400,
    "Invalid value - 'first' in header 'X-Request-ID'",
  ]);
});

test('every documented status can be asked for, and comes in a documented shape', async () => {
  const { call } = await sandboxFor('gp-connect-permissions');
  for (const status of [200, 400, 401, 403, 404, 429]) {
    // The sandbox of tests holds every answer against its contract.
    const answer = await call('GET', '/Patient/9000000009', { headers: { Prefer: `code=${status}` } });
    expect([answer.status, answer.body['resourceType']]).toEqual([status, status === 200 ? undefined : 'OperationOutcome']);
  }
});

test('the first question switches online access on, and what it gives stays', async () => {
  const { client, people, clock } = await sandboxFor('gp-connect-permissions');
  const read = async () => (await client.GET('/Patient/{id}', { params: { path: { id: people.newToOnlineAccess } } })).data;
  const first = await read();
  expect(first).toEqual({
    medicalRecord: { effectiveDate: '2022-11-01', current: { accessLevel: 'summary' }, historical: { accessLevel: 'none' } },
    prescriptions: { accessLevel: 'view' },
    requests: [],
  });
  clock.set(clock.now() + 400 * 86_400_000);
  expect(await read()).toEqual(first);
});

test('a patient asks for more by the contract of 2023, and has it after five days', async () => {
  const { call, people, clock } = await sandboxFor('gp-connect-permissions');
  const path = `/Patient/${people.recordSummary}`;
  const wish = { permissionType: 'medicalRecord', medicalRecordType: 'historical', accessLevel: 'detailed' };
  const ask = (body: unknown, headers: Record<string, string> = { Prefer: 'contract=2023' }) => call('POST', path, { body, headers });
  expect((await ask(wish, {})).status).toBe(404);
  const asked = await ask(wish);
  expect([asked.status, asked.body['status']]).toEqual([200, 'pending']);
  expect((await ask(wish)).body).toEqual(asked.body);
  const now = async () => (await call('GET', path)).body;
  expect((await now())['requests']).toMatchObject([{ ...wish, status: 'pending' }]);
  clock.set(clock.now() + 6 * 86_400_000);
  expect(await now()).toMatchObject({ medicalRecord: { historical: { accessLevel: 'detailed' } }, requests: [] });

  const refused = async (body: unknown) => {
    const { status, body: outcome } = await ask(body);
    return [status, outcome['issue']?.[0]?.['details']?.['coding']?.[0]?.['code']];
  };
  expect(await refused(wish)).toEqual([400, 'INVALID_UPDATE']);
  expect(await refused({ ...wish, accessLevel: undefined })).toEqual([400, 'VALIDATION_ERROR']);
  expect(await refused({ ...wish, accessLevel: 'f-u-l-l' })).toEqual([400, 'UNSUPPORTED_CHARACTERS_IN_FIELD']);
  expect(await refused({ ...wish, accessLevel: 'everything' })).toEqual([400, 'UNSUPPORTED_VALUE']);
  expect(await refused({ ...wish, because: 'please' })).toEqual([400, 'ADDITIONAL_PROPERTIES']);
});
