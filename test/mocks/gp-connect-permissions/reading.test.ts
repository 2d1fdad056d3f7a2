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
