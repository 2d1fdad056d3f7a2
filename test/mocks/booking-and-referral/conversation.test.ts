/** A practice books and refers at another service: finds slots, books, reads, changes, cancels; and keeps the catalogue of who receives it. */
import { describe, expect, test } from 'vitest';
import type { Json } from '../../../src/contract/contract.ts';
import type { components } from '../../../src/generated/booking-and-referral.types.ts';
import { sandboxesFor, world, type Answer, type Loose } from '../../sandbox.ts';

const open = await sandboxesFor('booking-and-referral');

type Appointment = components['schemas']['Appointment'];

const base64 = (value: object): string => btoa(JSON.stringify(value));
const target = (value: string): string => base64({ value, system: 'https://fhir.nhs.uk/Id/dos-service-id' });
const ids = { 'X-Request-Id': '8d2f6a04-51c7-4f3e-9a1b-0c5e7d3b2f10', 'X-Correlation-Id': '3b9d4e7c-2a6f-4c58-b1d0-6e8f9a7c5d42' };
const organisation = { 'NHSD-End-User-Organisation': base64({ resourceType: 'Organization', name: 'Trevelyan Practice' }) };
const header = {
  ...ids,
  ...organisation,
  'NHSD-Target-Identifier': target('2000011147'),
  'NHSD-Requesting-Software': base64({ resourceType: 'Device' }),
  'use-context': 'a4t2|validation|servicerequest-response|new',
};

const nhs = 'https://fhir.nhs.uk/Id/nhs-number';
const unknown = '00000000-0000-4000-8000-000000000000';
const profile = ['https://fhir.hl7.org.uk/StructureDefinition/UKCore-Appointment'];

function bookingOf(nhsNumber: string): Appointment {
  return {
    resourceType: 'Appointment',
    meta: { profile },
    status: 'booked',
    description: 'Sore throat',
    start: '2026-01-12T10:20:00+00:00',
    end: '2026-01-12T10:40:00+00:00',
    participant: [{ actor: { reference: `Patient/${nhsNumber}` }, status: 'accepted' }],
  };
}

const codeOf = ({ body }: Answer): Loose | undefined => body['issue']?.[0]?.['details']?.['coding']?.[0]?.['code'];

test('a booking is made, read, found, changed and cancelled, for five people of the population', async () => {
  const { client } = open();
  const living = [10, 2_000, 30_000, 400_000, 700_000, 700_001].map((index) => world().at(index)).filter(({ death }) => !death);
  for (const { nhsNumber } of living) {
    const made = await client.POST('/Appointment', { params: { header }, body: bookingOf(nhsNumber) });
    expect(made.response.status).toBe(200);
    const id = made.data?.id ?? '';
    const params = { header, path: { id } };
    expect((await client.GET('/Appointment/{id}', { params })).data).toMatchObject({ id, description: 'Sore throat' });

    const query = { 'patient:identifier': `${nhs}|${nhsNumber}` };
    const found = await client.GET('/Appointment', { params: { header, query } });
    const [first] = found.data?.entry ?? [];
    expect(first?.resource?.id).toBe(id);
    expect(found.data?.total).toBe(1 + (world().on('2026-01-01').record(nhsNumber)?.of('appointment').length ?? 0));

    const changed = await client.PATCH('/Appointment/{id}', { params, body: { resourceType: 'Appointment', status: 'noshow' } });
    expect(changed.data).toMatchObject({ status: 'noshow', description: 'Sore throat' });
    await client.PUT('/Appointment/{id}', { params, body: { ...bookingOf(nhsNumber), id, description: 'Earache' } });
    expect((await client.GET('/Appointment/{id}', { params })).data).toMatchObject({ status: 'booked', description: 'Earache' });

    const cancelled = await client.DELETE('/Appointment/{id}', { params });
    expect(cancelled.data?.issue[0]?.details?.coding?.[0]?.code).toBe('RESOURCE_UPDATED');
    expect((await client.GET('/Appointment/{id}', { params })).response.status).toBe(404);
  }
});

test('slots are ahead of the clock, with the schedule and the service that they belong to', async () => {
  const { client, clock } = open();
  const query = {
    status: ['free', 'busy'] as ('free' | 'busy')[],
    start: ['ge2026-01-01T00:00:00+00:00', 'le2026-01-14T00:00:00+00:00'],
    _include: ['Slot:schedule', 'Schedule:actor:HealthcareService'],
  };
  const { data } = await client.GET('/Slot', { params: { header, query } });
  const resources = data?.entry?.map(({ resource }) => resource) ?? [];
  expect(new Set(resources.map((each) => each?.resourceType))).toEqual(new Set(['Slot', 'Schedule', 'HealthcareService']));
  for (const { start } of resources.flatMap((each) => (each?.resourceType === 'Slot' ? [each] : [])))
    expect(Date.parse(start ?? '')).toBeGreaterThan(clock.now());
});

describe('what clients make is kept', () => {
  test.for([
    ['/ServiceRequest', { resourceType: 'ServiceRequest', status: 'active', intent: 'plan', subject: { reference: 'Patient/9000000009' } }],
    ['/HealthcareService', { resourceType: 'HealthcareService', active: true, name: 'Harebell clinic' }],
    ['/Endpoint', { resourceType: 'Endpoint', status: 'active', name: 'Harebell clinic', header: 'public' }],
  ] as const)('under %s, until it is deleted', async ([path, resource]) => {
    const { call } = open();
    const made = await call('POST', path, { headers: header, body: resource });
    expect(made).toMatchObject({ status: 200, body: resource });
    const item = `${path}/${String(made.body['id'])}`;
    expect((await call('GET', item, { headers: header })).body).toMatchObject(resource);
    const changed = { ...resource, id: made.body['id'], meta: { profile: ['https://example.org/changed'] } };
    expect((await call('PUT', item, { headers: header, body: changed })).status).toBe(200);
    const list = await call('GET', path, { headers: header });
    expect(JSON.stringify(list.body['entry'])).toContain('https://example.org/changed');
    expect((await call('DELETE', item, { headers: header })).body).toMatchObject({ issue: [{ code: 'informational' }] });
    expect((await call('GET', item, { headers: header })).status).toBe(404);
  });
});

test('a pointer is made, found, read and deleted', async () => {
  const { client } = open();
  const author = { identifier: { system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: 'Y90001' } };
  const coding = [{ system: 'http://snomed.info/sct', code: '749001000000101' }];
  const body: components['schemas']['DocumentReference'] = {
    resourceType: 'DocumentReference',
    identifier: ['1', '2', '3'].map((value) => ({ system: 'https://example.org/id', value })),
    type: { coding },
    category: [{ coding }],
    subject: { identifier: { system: nhs, value: '9000000033' } },
    custodian: author,
    content: [{ attachment: { url: 'https://example.org/Appointment/1' }, format: [{ coding }] }],
  };
  const made = await client.POST('/DocumentReference', { params: { header }, body });
  expect(made.response.status).toBe(201);
  const id = made.response.headers.get('location')?.split('/').at(-1) ?? '';
  const query = { 'subject:identifier': `${nhs}|9000000033` };
  const found = await client.GET('/DocumentReference', { params: { header, query } });
  expect(found.data?.entry?.map(({ resource }) => resource?.id)).toEqual([id]);
  const params = { header, path: { id } };
  expect((await client.GET('/DocumentReference/{id}', { params })).data).toMatchObject(body);
  const deleted = await client.DELETE('/DocumentReference/{id}', { params });
  expect(deleted.data?.issue[0]?.details?.coding?.[0]?.code).toBe('RESOURCE_DELETED');
  expect((await client.GET('/DocumentReference/{id}', { params })).response.status).toBe(404);
});

describe('a fault is said in whole outcomes that clients compare', () => {
  const guide = 'https://simplifier.net/guide/UKCoreDevelopment2/ProfileUKCore-OperationOutcome';
  const booking = '/Appointment/c3f6145e-1a26-4345-b3f2-dccbcba62049';
  test.for([
    ['a target that is not base64', booking, '%%%', 400, 'PROXY_BAD_REQUEST', '400'],
    ['a target without a value', booking, base64({ system: 'x' }), 400, 'PROXY_BAD_REQUEST', 'structure'],
    ['a target that nobody is', booking, target('invalid'), 404, 'PROXY_NOT_FOUND', 'not-found'],
    ['an id that is none', '/Appointment/7', target('NHS0001'), 400, 'REC_BAD_REQUEST', 'invalid'],
    ['an id of nothing', `/ServiceRequest/${unknown}`, target('NHS0001'), 404, 'REC_NOT_FOUND', 'not-found'],
  ] as const)('%s', async ([, path, sent, status, code, issue]) => {
    const answer = await open().call('GET', path, { headers: { ...header, 'NHSD-Target-Identifier': sent } });
    expect([answer.status, codeOf(answer), answer.body['issue']?.[0]?.['code']]).toEqual([status, code, issue]);
  });

  test('word for word', async () => {
    const { body } = await open().call('GET', `/Appointment/${unknown}`, { headers: header });
    expect(body).toEqual({
      resourceType: 'OperationOutcome',
      id: '4b1e944a-4598-437e-b79d-6c6d3a365a5c',
      meta: { profile: [guide] },
      issue: [
        {
          severity: 'error',
          code: 'not-found',
          details: { coding: [{ system: 'https://fhir.nhs.uk/Codesystem/http-error-codes', code: 'REC_NOT_FOUND' }] },
          diagnostics: 'the resource requested was not found.',
        },
      ],
    });
  });

  test('an id of the request is missing, which is looked at before the target', async () => {
    const { 'X-Request-Id': _, ...rest } = header;
    const answer = await open().call('GET', booking, { headers: { ...rest, 'NHSD-Target-Identifier': '%%%' } });
    expect([answer.status, codeOf(answer)]).toEqual([400, 'SEND_BAD_REQUEST']);
  });

  test('a method that is not allowed', async () => {
    const answer = await open().call('PUT', '/metadata', { headers: header, body: {} });
    expect([answer.status, codeOf(answer)]).toEqual([405, 'REC_METHOD_NOT_ALLOWED']);
    expect(answer.headers.get('allow')).toMatch(/^GET\b/);
  });
});

const { call, contract } = open();
const { operations } = contract;

test.for(operations.map(({ id }) => id))('%s answers each documented status when it is asked for', async (name) => {
  const operation = operations.find(({ id }) => id === name);
  if (!operation) throw new Error(`there is no ${name}`);
  const given = operation.parameters.filter((each) => each.in === 'query' && each.required);
  const valid: Readonly<Record<string, string>> = {
    status: 'free',
    start: 'ge2026-01-05T00:00:00+00:00',
    _include: 'Slot:schedule',
    'subject:identifier': `${nhs}|9000000009`,
  };
  const query = new URLSearchParams(given.map((each) => [each.name, valid[each.name] ?? 'any'])).toString();
  const body: Json | undefined = operation.body?.content[0]?.examples[0]?.value;
  for (const key of operation.responses.keys()) {
    const statuses = key === '4XX' ? [400, 401, 403, 404, 405, 406, 408, 409, 422, 429] : key === '5XX' ? [500, 501, 503] : [Number(key)];
    for (const status of statuses) {
      const answer = await call(operation.method.toUpperCase(), `${operation.path.replace('{id}', unknown)}?${query}`, {
        headers: { ...header, Prefer: `code=${status}` },
        ...(body !== undefined && { body }),
      });
      expect(answer.status).toBe(status);
      if (status >= 400) {
        expect(answer.body).toMatchObject({ resourceType: 'OperationOutcome', issue: [{ severity: 'error' }] });
        expect(String(codeOf(answer))).toMatch(/^(SEND|REC|PROXY)_/);
      }
    }
  }
});
