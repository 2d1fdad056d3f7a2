/** A patient finds a slot, books it, sees what is booked, and cancels it. */
import { expect, test } from 'vitest';
import { nobodysNumber, wrongCheckDigit } from '../../../mocks/personas.ts';
import type { components } from '../../../src/generated/gp-connect-appointments.types.ts';
import { sandboxesFor, world } from '../../sandbox.ts';

const header = { 'X-Request-ID': '00000000-0000-4000-8000-000000000001' };
const free = { start: 'ge2026-01-05', end: 'le2026-01-16', status: 'free', _include: 'Slot:schedule' } as const;
const period = 'start=ge2025-12-01&start=le2026-12-31';
const definition = 'https://fhir.nhs.uk/STU3/StructureDefinition';
const booker = { url: `${definition}/Extension-GPConnect-BookingOrganisation-1`, valueReference: { reference: '#1' } };
const open = await sandboxesFor('gp-connect-appointments');

type Slot = components['schemas']['Slot'];

function bookingOf(nhsNumber: string, { id, start, end }: Pick<Slot, 'id' | 'start' | 'end'>): components['schemas']['NewAppointment'] {
  return {
    resourceType: 'Appointment',
    contained: [
      {
        resourceType: 'Organization',
        id: '1',
        identifier: [{ system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: 'Y12345' }],
        name: 'Trevelyan Practice',
        telecom: [{ system: 'phone', value: '0113 496 1000' }],
      },
    ],
    extension: [booker],
    status: 'booked',
    description: 'A cough for three weeks',
    start,
    end,
    slot: [{ reference: `Slot/${id}` }],
    created: '2026-01-01T00:00:00+00:00',
    participant: [
      { actor: { reference: `Patient/${nhsNumber}` }, status: 'accepted' },
      { actor: { reference: 'Location/17' }, status: 'accepted' },
    ],
  };
}

const someSlot = { id: '1584', start: '2026-01-06T09:00:00+00:00', end: '2026-01-06T09:10:00+00:00' };

test('free slots come with their schedules and the practice', async () => {
  const { client } = open();
  const found = await client.GET('/Slot', { params: { query: free, header } });
  expect(found.response.status).toBe(200);
  const resources = (found.data?.entry ?? []).map(({ resource }) => resource);
  const slots = resources.filter((resource) => resource.resourceType === 'Slot');
  expect(slots.length).toBeGreaterThan(0);
  const held = resources.map(({ resourceType, id }) => `${resourceType}/${id}`);
  for (const { status, schedule } of slots) {
    expect(status).toBe('free');
    expect(held).toContain(schedule.reference);
  }
});

test('five people book, read, list and cancel', async () => {
  const { client, call } = open();
  for (const index of [10, 50, 400_001, 700_000, 700_001]) {
    const { nhsNumber } = world().at(index);
    const body = bookingOf(nhsNumber, someSlot);
    const booked = await client.POST('/Appointment', { params: { header }, body });
    expect([booked.response.status, booked.data]).toMatchObject([201, body]);
    const id = booked.data?.id ?? '';
    expect(booked.response.headers.get('location')).toContain(`/Appointment/${id}`);
    expect(booked.response.headers.get('etag')).toBe('W/"1"');

    const read = await client.GET('/Appointment/{id}', { params: { path: { id }, header } });
    expect([read.response.headers.get('etag'), read.data]).toMatchObject(['W/"1"', body]);
    const listed = await call('GET', `/Patient/${nhsNumber}/Appointment?${period}`, { headers: header });
    expect(listed.body['entry']).toContainEqual(expect.objectContaining({ resource: expect.objectContaining({ id, status: 'booked' }) }));

    const why = { url: `${definition}/Extension-GPConnect-AppointmentCancellationReason-1`, valueString: 'It got better.' };
    const cancellation = { ...body, id, status: 'cancelled', extension: [booker, why] } as const;
    const cancel = (version: string): ReturnType<typeof call> =>
      call('PUT', `/Appointment/${id}`, { body: cancellation, headers: { ...header, 'If-Match': version } });
    const cancelled = await cancel('W/"1"');
    expect([cancelled.status, cancelled.headers.get('etag'), cancelled.body]).toMatchObject([200, 'W/"2"', cancellation]);
    const stale = await cancel('W/"1"');
    expect([stale.status, stale.body['issue']?.[0]?.['details']?.['coding']?.[0]?.['code']]).toEqual([409, 'FHIR_CONSTRAINT_VIOLATION']);

    const ended = await call('GET', `/Patient/${nhsNumber}/Appointment?${period}&status=cancelled`, { headers: header });
    expect(ended.body['entry']).toMatchObject([{ resource: { id, status: 'cancelled' } }]);
    const left = await call('GET', `/Patient/${nhsNumber}/Appointment?${period}&status=booked`, { headers: header });
    expect(left.body['entry'] ?? []).toEqual([]);
  }
});

test('what is wrong has a status, an issue and a code of its own', async () => {
  const { call, people } = open();
  const { slot: _, ...rest } = bookingOf(people.janeSmith, someSlot);
  const slots = new URLSearchParams(free).toString();
  for (const [asked, expected, diagnostics] of [
    [call('GET', '/Appointment/1'), [400, 'invalid', 'BAD_REQUEST'], /X-Request-ID/],
    [
      call('GET', '/Slot?start=ge2026-01-05&end=le2026-01-16&status=free', { headers: header }),
      [400, 'invalid', 'BAD_REQUEST'],
      /_include/,
    ],
    [call('GET', `/Slot?${slots.replace('ge', 'gt')}`, { headers: header }), [422, 'invalid', 'INVALID_PARAMETER'], /start/],
    [
      call('GET', `/Slot?${slots.replace('status=free', 'status=busy')}`, { headers: header }),
      [422, 'invalid', 'INVALID_PARAMETER'],
      /status/,
    ],
    [
      call('GET', `/Patient/${people.janeSmith}/Appointment?start=ge2026-01-05`, { headers: header }),
      [422, 'invalid', 'INVALID_PARAMETER'],
      /start/,
    ],
    [call('GET', `/Patient/first/Appointment?${period}`, { headers: header }), [400, 'value', 'INVALID_NHS_NUMBER'], /id/],
    [
      call('GET', `/Patient/${wrongCheckDigit}/Appointment?${period}`, { headers: header }),
      [400, 'value', 'INVALID_NHS_NUMBER'],
      /check digit/,
    ],
    [
      call('GET', `/Patient/${nobodysNumber}/Appointment?${period}`, { headers: header }),
      [404, 'not-found', 'PATIENT_NOT_FOUND'],
      /Nobody/,
    ],
    [call('GET', '/Appointment/nothing', { headers: header }), [404, 'not-found', 'NO_RECORD_FOUND'], /./],
    [call('POST', '/Appointment', { headers: header, body: rest }), [422, 'invalid', 'INVALID_RESOURCE'], /^\/slot: /],
    [
      call('POST', '/Appointment', { headers: header, body: { ...bookingOf(people.janeSmith, someSlot), comment: 'x'.repeat(501) } }),
      [422, 'invalid', 'INVALID_RESOURCE'],
      /^\/comment: /,
    ],
    [call('POST', '/Appointment', { headers: header }), [422, 'invalid', 'INVALID_RESOURCE'], /./],
  ] as const) {
    const { status, body } = await asked;
    const issue = body['issue']?.[0];
    const coding = issue?.['details']?.['coding']?.[0];
    expect([status, issue?.['code'], coding?.['code']]).toEqual(expected);
    expect(issue?.['diagnostics']).toMatch(diagnostics);
    expect(coding?.['system']).toBe('https://fhir.nhs.uk/STU3/CodeSystem/Spine-ErrorOrWarningCode-1');
    expect(body['meta']).toEqual({ profile: [`${definition}/GPConnect-OperationOutcome-1`] });
  }
});

test('every documented status can be asked for, and comes in a documented shape', async () => {
  const { call, contract, people } = open();
  const booking = bookingOf(people.janeSmith, someSlot);
  const queries: Readonly<Record<string, string>> = { 'find-slots': `?${new URLSearchParams(free)}`, 'list-appointments': `?${period}` };
  for (const { id, method, path, responses } of contract.operations) {
    const of = path.startsWith('/Patient') ? people.janeSmith : '1';
    const sent = { post: booking, put: { ...booking, id: of, status: 'cancelled' } }[method as string];
    for (const code of [...responses.keys()].flatMap((key) => (key === '4XX' ? [400, 401, 403, 404, 409, 422, 429, 461] : [Number(key)]))) {
      const { status, body } = await call(method.toUpperCase(), path.replace('{id}', of) + (queries[id] ?? ''), {
        headers: { ...header, Prefer: `code=${code}` },
        ...(sent && { body: sent }),
      });
      expect([id, status]).toEqual([id, code]);
      expect(String(body['resourceType'])).toMatch(code < 400 ? /^(Bundle|Appointment)$/ : /^OperationOutcome$/);
    }
  }
});
