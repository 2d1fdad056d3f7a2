/** Looking healthcare workers up, as a client does it; and each documented fault, when it is asked for. */
import { describe, expect, test } from 'vitest';
import { sandboxesFor } from '../../sandbox.ts';

const open = await sandboxesFor('healthcare-worker');
const headers = { apikey: 'an-invented-key', 'X-Correlation-Id': '3b9d4e7c-2a6f-4c58-b1d0-6e8f9a7c5d42' };

describe('a worker', () => {
  test('is found by their SDS user id, with what they do where they work', async () => {
    const { client } = open();
    const { data } = await client.GET('/Worker', { params: { query: { identifier: '555010203011' }, header: headers } });
    expect(data?.person).toMatchObject({
      id: '555010203011',
      surname: 'Whimbrel',
      orgPersons: [{ orgId: 'Y12345', roleProfiles: [{ roleCode: 'R0260' }] }],
    });
  });

  test('may work in two places', async () => {
    const { call } = open();
    const { body } = await call('GET', '/Worker?identifier=555010203022', { headers });
    expect(body).toMatchObject({ person: { orgPersons: [{ orgId: 'Y23456' }, { orgId: 'Y12345' }] } });
  });

  test('who has left every organisation has none', async () => {
    const { call } = open();
    const { body } = await call('GET', '/Worker?identifier=555010203033', { headers });
    expect(body).toMatchObject({ person: { surname: 'Garganey', orgPersons: [] } });
  });
});

describe('a fault is an OperationOutcome', () => {
  const coded = (code: string, display: string): object => ({
    coding: [{ system: 'https://fhir.nhs.uk/STU3/ValueSet/Spine-ErrorOrWarningCode-1', code, display }],
  });

  test('with one issue for everything that is missing', async () => {
    const { call } = open();
    const answer = await call('GET', '/Worker');
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toBe('application/fhir+json');
    const issue = { severity: 'error', code: 'required', details: coded('MISSING_VALUE', 'Required value is missing') };
    expect(answer.body).toMatchObject({ resourceType: 'OperationOutcome', issue: [issue, issue, issue] });
  });

  test('about a correlation id that is no UUID', async () => {
    const { call } = open();
    const { status, body } = await call('GET', '/Worker?identifier=555010203011', { headers: { ...headers, 'X-Correlation-Id': 'mine' } });
    expect(status).toBe(400);
    expect(body).toMatchObject({ issue: [{ code: 'value', details: coded('INVALID_VALUE', 'Invalid value') }] });
  });

  test('at a path or with a method that it does not have', async () => {
    const { call } = open();
    expect(await call('GET', '/Workers', { headers })).toMatchObject({
      status: 404,
      body: { issue: [{ code: 'not-found', details: coded('RESOURCE_NOT_FOUND', 'Resource not found') }] },
    });
    expect(await call('DELETE', '/Worker', { headers })).toMatchObject({
      status: 405,
      body: { issue: [{ code: 'not-supported', details: coded('METHOD_NOT_ALLOWED', 'Method not allowed') }] },
    });
  });
});

test('each documented status is sent when it is asked for', async () => {
  const { call, contract } = open();
  for (const { method, path, responses } of contract.operations) {
    for (const status of responses.keys()) {
      const answer = await call(method.toUpperCase(), `${path}?identifier=555010203011`, {
        headers: { ...headers, Prefer: `code=${status}` },
      });
      expect(answer.status).toBe(Number(status));
      expect(answer.body).toHaveProperty(status === '200' ? 'person' : 'issue');
    }
  }
});
