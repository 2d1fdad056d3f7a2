/** What is known of the Booking and Referral Standard, row by row. */
import { expect } from 'vitest';
import { given } from '../../given.ts';
import type { Answer, Loose } from '../../sandbox.ts';
import type { Sheet, SheetRow } from '../sheet.ts';
import {
  base64,
  bookingOf,
  faultOf,
  headers,
  ids,
  messageOf,
  nobodys,
  openService,
  published,
  referral,
  resourcesIn,
  serviceSystem,
  targeting,
  uuid,
} from './bookings.ts';

const rule = (shows: SheetRow['shows']): SheetRow => ({ by: 'rule', shows });
const record = (shows: SheetRow['shows']): SheetRow => ({ by: 'record', shows });

const jane = 'https://fhir.nhs.uk/Id/nhs-number|9000000009';
const catalogued = { identifier: [{ system: serviceSystem, value: '7700000001' }] };
const endpoint = { resourceType: 'Endpoint', status: 'active', name: 'Harebell clinic', header: 'public', ...catalogued };
const coding = [{ system: 'http://snomed.info/sct', code: '749001000000101', display: 'Appointment (booking)' }];
const custodian = { identifier: { system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: 'Y12345' } };
const pointer = {
  resourceType: 'DocumentReference',
  identifier: ['1', '2', '3'].map((value) => ({ system: 'https://example.org/id', value })),
  status: 'current',
  type: { coding },
  category: [{ coding: [{ system: 'http://snomed.info/sct', code: '419891008', display: 'Record artifact' }] }],
  subject: { identifier: { system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9000000009' } },
  custodian,
  content: [{ attachment: { url: 'https://example.org/Appointment/1' }, format: [{ coding }] }],
};

const statusOf = async (answer: Promise<Answer>): Promise<number> => (await answer).status;
const first = (answer: Answer, type: string): Loose => resourcesIn(answer, type)[0] ?? {};
const idOf = ({ body }: Answer): string => String(body['id']);

/** Reads, replaces, changes where it can be, and deletes: afterwards it is not there. */
async function lives({ ask }: ReturnType<typeof openService>, path: string, sent: object): Promise<void> {
  const item = `${path}/${idOf(await ask('POST', path, sent))}`;
  expect((await ask('GET', item)).body).toMatchObject(sent);
  const changed = { ...sent, description: 'Earache', name: 'Harebell clinic' };
  expect(await statusOf(ask('PUT', item, path === '/ServiceRequest' ? { ...sent, intent: 'order' } : changed))).toBe(200);
  expect((await ask('DELETE', item)).body).toMatchObject({ resourceType: 'OperationOutcome', issue: [{ severity: 'information' }] });
  expect(faultOf(await ask('GET', item))).toMatchObject({ status: 404, code: 'REC_NOT_FOUND' });
}

const booked = async (service: ReturnType<typeof openService>, more: object = {}) => {
  const slot = first(await service.slots(), 'Slot');
  return { slot, booking: await service.ask('POST', '/Appointment', bookingOf(slot, more)) };
};

async function official(
  asked: (ask: (method: string, path: string, more?: Record<string, string>, body?: unknown) => Promise<Answer>) => Promise<void>,
) {
  const { call } = openService({ compatibility: 'official-sandbox' });
  await asked((method, path, more = {}, body) =>
    call(method, path, { headers: { ...ids, ...targeting('2000072491'), ...more }, ...(body !== undefined && { body }) }),
  );
}

async function wholeOutcome(
  answer: Promise<Answer>,
  status: number,
  form: Readonly<Record<'id' | 'profile' | 'system' | 'code' | 'issue' | 'words', string>>,
) {
  const { status: sent, body } = await answer;
  expect([sent, body]).toEqual([
    status,
    {
      resourceType: 'OperationOutcome',
      id: form.id,
      meta: { profile: [form.profile] },
      issue: [
        { severity: 'error', code: form.issue, details: { coding: [{ system: form.system, code: form.code }] }, diagnostics: form.words },
      ],
    },
  ]);
}

const ukCore = 'https://fhir.hl7.org.uk/StructureDefinition/UKCore-OperationOutcome';
const guide = 'https://simplifier.net/guide/UKCoreDevelopment2/ProfileUKCore-OperationOutcome';
const codes = 'https://fhir.nhs.uk/Codesystem/http-error-codes';
const ofGateway = 'http://hl7.org/fhir/ValueSet/operation-outcome';
const everyday = '531e073a-3295-4e67-ae90-e00bd96a9cdd';
const notBase64 = { 'NHSD-Target-Identifier': '%%%' };
const noValue = { 'NHSD-Target-Identifier': base64({ system: 'x' }) };
const booking = `/Appointment/${published.first}`;
const words = {
  base64: 'The base64 decoding of the NHSD-Target-Identifier header failed.',
  schema: 'Invalid schema for NHSD-Target-Identifier header',
  unknown: 'The target endpoint does not exist in the Endpoint Catalogue.',
  bad: 'Any further internal debug details i.e. stack trace details etc.',
};

/** A fault on a read of a booking, whose headers are changed. */
const refuses = (more: Record<string, string>, wanted: object) =>
  rule(async () => expect(faultOf(await openService().ask('GET', booking, undefined, more))).toMatchObject(wanted));

/** One target for each, on several operations. */
const faulty = (target: string, wanted: object) =>
  rule(async () => {
    const { ask, slots, tell } = openService();
    const to = targeting(target);
    const answers = [
      await ask('GET', booking, undefined, to),
      await slots({}, to),
      await ask('POST', '/ServiceRequest', referral, to),
      await tell({ resource: referral, focus: uuid(1), id: uuid(2) }, to),
    ];
    for (const answer of answers) expect(faultOf(answer)).toMatchObject(wanted);
  });

const strictly = async (authorization: string | undefined) => {
  const { call } = openService({ access: 'strict' });
  return faultOf(
    await call('GET', '/MessageDefinition?context=x', {
      headers: { ...headers, ...(authorization !== undefined && { Authorization: authorization }) },
    }),
  );
};

export const sheet: Sheet = {
  file: 'booking-and-referral.md',
  sections: ['1', '2', '3', '4', '6', '7'],
  rows: {
    '1: GET /metadata': rule(async () => {
      const { ask } = openService();
      const gateway = await ask('GET', '/metadata', undefined, { 'NHSD-Target-Identifier': '' });
      expect(gateway.body).toMatchObject({ resourceType: 'CapabilityStatement', implementation: { description: 'The gateway' } });
      expect((await ask('GET', '/metadata')).body).toMatchObject({
        implementation: { description: expect.stringMatching(/Urgent Treatment/) },
      });
    }),
    '1: GET /MessageDefinition': rule(async () => {
      const { ask } = openService();
      const definitions = resourcesIn(
        await ask('GET', `/MessageDefinition?context=${encodeURIComponent(`${serviceSystem}|2000011147`)}`),
        'MessageDefinition',
      );
      expect(definitions.map((one) => one['eventCoding']?.['code'])).toEqual([
        'booking-request',
        'servicerequest-request',
        'servicerequest-response',
      ]);
      expect((await ask('GET', '/MessageDefinition?context=nobody')).body).toMatchObject({ total: 0 });
      expect(await statusOf(ask('GET', '/MessageDefinition'))).toBe(400);
    }),
    '1: POST /$process-message': rule(async () => {
      const { tell } = openService();
      const taken = await tell({ resource: referral, focus: uuid(1), id: uuid(2) });
      expect(first(taken, 'MessageHeader')['response']).toEqual({ identifier: uuid(2), code: 'ok' });
    }),
    '1: GET /Slot': record(async () => {
      const { slots, population } = { ...openService(), population: undefined };
      expect(population).toBeUndefined();
      const found = await slots({ status: 'free,busy', _include: 'Slot:nonsense' });
      const [slot] = resourcesIn(found, 'Slot');
      expect(slot?.['schedule']?.['reference']).toMatch(/^Schedule\//);
      for (const type of ['Schedule', 'HealthcareService']) expect(resourcesIn(found, type).length).toBeGreaterThan(0);
      expect(String(found.body['link']?.[0]?.['url'])).not.toContain('nonsense');
      expect(faultOf(await slots({ to: '2026-03-01T00:00:00+00:00' }))).toMatchObject({
        status: 422,
        code: 'REC_UNPROCESSABLE_ENTITY',
        issue: 'too-costly',
      });
      expect((await slots({ 'Schedule.actor:HealthcareService': '2000011147' })).body['total']).toBe((await slots()).body['total']);
      expect((await slots({ 'Schedule.actor:HealthcareService': '1' })).body['total']).toBe(0);
    }),
    '1: GET /Appointment': record(async () => {
      const { ask } = openService();
      const found = await ask('GET', `/Appointment?patient:identifier=${jane}`);
      expect(resourcesIn(found, 'Appointment').every((one) => JSON.stringify(one).includes('9000000009'))).toBe(true);
      const known = new URLSearchParams({
        'patient:name': 'Jane Smith',
        'patient:birthdate': '2010-10-22',
        'patient:address-postalcode': 'ls16ae',
      });
      expect((await ask('GET', `/Appointment?${known}`)).body['total']).toBe(found.body['total']);
      expect(await statusOf(ask('GET', '/Appointment?patient:name=Smith'))).toBe(400);
    }),
    '1: POST /Appointment': rule(async () => {
      const { booking: made } = await booked(openService());
      expect([made.status, made.body['status']]).toEqual([200, 'booked']);
    }),
    '1: GET · PUT · PATCH · DELETE /Appointment/{id}': rule(async () => {
      const service = openService();
      const slot = first(await service.slots(), 'Slot');
      await lives(service, '/Appointment', bookingOf(slot));
      const { booking: made } = await booked(service);
      const item = `/Appointment/${idOf(made)}`;
      expect((await service.ask('PATCH', item, { resourceType: 'Appointment', status: 'noshow' })).body).toMatchObject({
        status: 'noshow',
        description: 'Sore throat',
      });
    }),
    '1: GET /ServiceRequest': record(async () => {
      const { ask } = openService();
      const made = await ask('POST', '/ServiceRequest', { ...referral, subject: { reference: 'Patient/9000000009' } });
      const found = await ask('GET', `/ServiceRequest?patient:identifier=${jane}`);
      expect(resourcesIn(found, 'ServiceRequest').map((one) => one['id'])).toContain(idOf(made));
      expect(resourcesIn(found, 'ServiceRequest').length).toBeGreaterThan(1);
    }),
    '1: POST /ServiceRequest': rule(async () => {
      const { ask } = openService();
      expect(await statusOf(ask('POST', '/ServiceRequest', { ...referral, subject: { reference: 'Patient/9000000009' } }))).toBe(200);
      const wrong = { ...referral, subject: { reference: 'Patient/9000000003' } };
      expect(faultOf(await ask('POST', '/ServiceRequest', wrong))).toMatchObject({ status: 400, code: 'REC_BAD_REQUEST' });
    }),
    '1: GET · PUT · PATCH · DELETE /ServiceRequest/{id}': rule(async () => {
      const service = openService();
      await lives(service, '/ServiceRequest', { ...referral, subject: { reference: 'Patient/9000000009' } });
      const item = `/ServiceRequest/${idOf(await service.ask('POST', '/ServiceRequest', { ...referral, subject: { reference: 'Patient/9000000009' } }))}`;
      expect((await service.ask('PATCH', item, { resourceType: 'ServiceRequest', status: 'revoked' })).body).toMatchObject({
        status: 'revoked',
        intent: 'plan',
      });
    }),
    '1: GET · POST /DocumentReference': rule(async () => {
      const { ask } = openService();
      const made = await ask('POST', '/DocumentReference', pointer);
      expect([made.status, made.headers.get('location')]).toEqual([201, expect.stringMatching(/\/DocumentReference\/[-0-9a-f]{36}$/)]);
      const found = await ask('GET', `/DocumentReference?subject:identifier=${jane}`);
      expect(resourcesIn(found, 'DocumentReference').map((one) => String(one['id']))).toContain(
        made.headers.get('location')?.split('/').at(-1),
      );
    }),
    '1: GET · PUT · DELETE /DocumentReference/{id}': rule(async () => {
      const { ask } = openService();
      const item = `/DocumentReference/${(await ask('POST', '/DocumentReference', pointer)).headers.get('location')?.split('/').at(-1)}`;
      expect((await ask('GET', item)).body).toMatchObject({ subject: pointer.subject });
      expect(await statusOf(ask('PUT', item, { ...pointer, status: 'superseded' }))).toBe(200);
      expect((await ask('GET', item)).body).toMatchObject({ status: 'superseded' });
      expect(await statusOf(ask('DELETE', item))).toBe(200);
      expect(await statusOf(ask('GET', item))).toBe(404);
    }),
    '1: GET · POST /HealthcareService': record(async () => {
      const { ask } = openService();
      const providedBy = 'https://fhir.nhs.uk/Id/ods-organization-code|RZ203';
      const service = first(await ask('GET', `/HealthcareService?HealthcareService.providedBy=${providedBy}`), 'HealthcareService');
      expect(service['name']).toMatch(/Urgent Treatment Centre/);
      const value = String(service['identifier']?.[0]?.['value']);
      expect(await statusOf(ask('GET', '/metadata', undefined, targeting(value)))).toBe(200);
      expect(await statusOf(ask('POST', '/HealthcareService', { resourceType: 'HealthcareService', ...catalogued }))).toBe(200);
    }),
    '1: GET · PUT · DELETE /HealthcareService/{id}': rule(async () =>
      lives(openService(), '/HealthcareService', { resourceType: 'HealthcareService', active: true, ...catalogued }),
    ),
    '1: GET · POST /Endpoint': record(async () => {
      const { ask } = openService();
      const list = '/Endpoint?_has=HealthcareService.Identifier&Endpoint.identifier=https://fhir.nhs.uk/Id/ods-organization-code|RZ203';
      const told = first(await ask('GET', list), 'Endpoint');
      expect((await ask('GET', `/Endpoint/${String(told['id'])}`)).body).toEqual(told);
      expect(await statusOf(ask('POST', '/Endpoint', endpoint))).toBe(200);
    }),
    '1: GET · POST /Endpoint/$template': rule(async () => {
      const { ask } = openService();
      const made = await ask('POST', '/Endpoint/$template', { ...endpoint, name: 'Harebell product' });
      const found = await ask('GET', `/Endpoint/$template?Endpoint.identifier=${serviceSystem}|7700000001`);
      expect(resourcesIn(found, 'Endpoint')).toEqual([made.body]);
    }),
    '1: GET · PUT · DELETE /Endpoint/{id}': rule(async () => {
      await lives(openService(), '/Endpoint', endpoint);
      expect(await statusOf(openService().ask('PUT', `/Endpoint/${nobodys}`, { ...endpoint, id: nobodys }))).toBe(201);
    }),
    '1: PUT · DELETE /Endpoint/{id}/$template': rule(async () => {
      const { ask } = openService();
      const item = `/Endpoint/${nobodys}/$template`;
      expect([await statusOf(ask('PUT', item, endpoint)), await statusOf(ask('PUT', item, endpoint))]).toEqual([201, 200]);
      expect([await statusOf(ask('DELETE', item)), await statusOf(ask('DELETE', item))]).toEqual([200, 404]);
    }),

    '2: X-Request-Id, X-Correlation-Id': rule(async () => {
      for (const name of ['X-Request-Id', 'X-Correlation-Id'])
        for (const value of ['', 'seven'])
          expect(faultOf(await openService().ask('GET', booking, undefined, { [name]: value }))).toMatchObject({
            status: 400,
            code: 'SEND_BAD_REQUEST',
            issue: 'invalid',
          });
    }),
    '2: NHSD-Target-Identifier': refuses({ 'NHSD-Target-Identifier': '' }, { status: 400, code: 'SEND_BAD_REQUEST', issue: 'required' }),
    '2: NHSD-End-User-Organisation': refuses(
      { 'NHSD-End-User-Organisation': '' },
      { status: 400, code: 'SEND_BAD_REQUEST', issue: 'required' },
    ),
    '2: NHSD-Requesting-Software': refuses(
      { 'NHSD-Requesting-Software': '' },
      { status: 400, code: 'SEND_BAD_REQUEST', issue: 'required' },
    ),
    '2: NHSD-Requesting-Practitioner': rule(async () => {
      const practitioner = { 'NHSD-Requesting-Practitioner': base64({ resourceType: 'PractitionerRole' }) };
      for (const more of [{}, practitioner]) expect(await statusOf(openService().ask('GET', booking, undefined, more))).toBe(200);
    }),
    '2: Accept': rule(async () => {
      const { ask } = openService();
      const accepting = (text: string) =>
        statusOf(ask('GET', `/DocumentReference?subject:identifier=${jane}`, undefined, { Accept: text }));
      expect(await accepting('application/fhir+json; version=1.0.0')).toBe(406);
      expect(await accepting('application/fhir+json; version=1.0.0, application/fhir+json; version=1.2.0')).toBe(200);
      expect(await statusOf(ask('GET', booking, undefined, { Accept: 'application/fhir+json; version=1.0.0' }))).toBe(200);
    }),
    '2: use-context': rule(async () => {
      const { ask } = openService();
      expect(
        faultOf(
          await ask('POST', '/$process-message', messageOf({ resource: referral, focus: uuid(1), id: uuid(2) }), { 'use-context': '' }),
        ),
      ).toMatchObject({ status: 400, code: 'SEND_BAD_REQUEST', issue: 'required' });
    }),

    '3: 1': rule(async () => {
      const answer = await openService().ask('GET', booking, undefined, { Prefer: 'code=429' }); // a limit is the platform's to keep
      expect(faultOf(answer)).toMatchObject({ status: 429, code: 'SEND_TOO_MANY_REQUESTS', issue: 'throttled' });
    }),
    '3: 5 no token': rule(async () =>
      expect(await strictly(undefined)).toEqual({
        status: 401,
        code: 'SEND_UNAUTHORIZED',
        issue: 'unknown',
        words: 'No Access token was provided.',
      }),
    ),
    '3: 5 bad token': rule(async () =>
      expect(await strictly('Bearer abc123')).toEqual({
        status: 401,
        code: 'SEND_UNAUTHORIZED',
        issue: 'security',
        words: 'The user or system was not able to be authenticated, either the access token was invalid, or not provided.',
      }),
    ),
    '3: 5 not enabled': rule(async () => {
      const service = openService({ access: 'strict' });
      const Authorization = `Bearer ${given(service, { products: ['another'] }).token}`;
      expect(faultOf(await service.ask('GET', booking, undefined, { Authorization }))).toEqual({
        status: 403,
        code: 'SEND_FORBIDDEN',
        issue: 'forbidden',
        words: 'The access token was provided, but BaRS is not enabled.',
      });
    }),
    '3: 7': refuses({ 'X-Request-Id': '', ...notBase64 }, { status: 400, code: 'SEND_BAD_REQUEST', issue: 'invalid' }),
    '3: 8': rule(async () => {
      const answer = await openService().ask('GET', `/DocumentReference/${nobodys}`, undefined, {
        Accept: 'application/fhir+json;version=1.0.9',
        ...notBase64,
      });
      expect(faultOf(answer)).toMatchObject({ status: 406, code: 'SEND_NOT_ACCEPTABLE', issue: 'processing' });
    }),
    '3: 9': refuses(notBase64, { status: 400, code: 'PROXY_BAD_REQUEST', issue: '400', words: words.base64 }),
    '3: 10': refuses(noValue, { status: 400, code: 'PROXY_BAD_REQUEST', issue: 'structure', words: words.schema }),
    '3: 11': refuses(targeting('2000999999'), { status: 404, code: 'PROXY_NOT_FOUND', issue: 'not-found', words: words.unknown }),
    '3: 12 TLS': faulty('NHS0001-403', { status: 403, code: 'REC_FORBIDDEN', words: 'TLS-MA failure.' }),
    '3: 12 time-out': faulty('NHS0001-504', { status: 408, code: 'REC_TIMEOUT', issue: 'timeout' }),
    '3: 12 down': faulty('NHS0001-503', { status: 503, code: 'REC_SERVICE_UNAVAILABLE', issue: 'transient' }),
    '3: 12 no route': rule(async () => {
      const { ask } = openService();
      for (const [target, code, issue] of [
        ['500', 'REC_SERVER_ERROR', 'exception'],
        ['500-1', 'REC_SERVER_ERROR', 'no-store'],
        ['500-2', 'PROXY_SERVER_ERROR', 'exception'],
      ])
        expect(faultOf(await ask('GET', booking, undefined, targeting(`NHS0001-${target}`)))).toMatchObject({ status: 500, code, issue });
      expect(faultOf(await ask('GET', '/Nothing'))).toMatchObject({ status: 404, issue: 'not-found' });
    }),

    "4: SEND_ (sender's fault, by proxy)": rule(async () => {
      const { ask } = openService();
      expect(faultOf(await ask('GET', booking, undefined, { 'NHSD-Requesting-Software': '' }))).toMatchObject({
        status: 400,
        code: 'SEND_BAD_REQUEST',
        issue: 'required',
      });
      const wrongMethod = await ask('PUT', '/metadata', {});
      expect([faultOf(wrongMethod), wrongMethod.headers.get('allow')]).toMatchObject([
        { status: 405, issue: 'not-supported' },
        expect.stringMatching(/^GET\b/),
      ]);
    }),
    '4: REC_ (receiver)': rule(async () => {
      const { ask, tell } = openService();
      const rows = [
        ['401', 401, 'REC_UNAUTHORIZED'],
        ['406', 406, 'REC_NOT_ACCEPTABLE'],
        ['408', 408, 'REC_TIMEOUT'],
        ['409', 409, 'REC_CONFLICT'],
        ['422', 422, 'REC_UNPROCESSABLE_ENTITY'],
        ['501', 501, 'REC_NOT_IMPLEMENTED'],
      ] as const;
      for (const [target, status, code] of rows)
        expect(faultOf(await ask('GET', booking, undefined, targeting(`NHS0001-${target}`)))).toMatchObject({ status, code });
      const noHeader = { ...messageOf({ resource: referral, focus: uuid(1), id: uuid(2) }), entry: [] };
      expect(faultOf(await ask('POST', '/$process-message', noHeader))).toMatchObject({
        status: 400,
        code: 'REC_BAD_REQUEST',
        issue: 'required',
      });
      const wrong = (header: object) => tell({ resource: referral, focus: uuid(1), id: uuid(2), header });
      for (const [header, issue] of [
        [{ eventCoding: { system: 'x', code: 'booking-request' } }, 'not-supported'],
        [{ reason: { coding: [{ code: 'maybe' }] } }, 'value'],
        [{ source: { endpoint: 'nobody' } }, 'value'],
        [{ focus: [{ reference: 'urn:uuid:nothing' }] }, 'invariant'],
      ] as const)
        expect(faultOf(await wrong(header))).toMatchObject({ status: 400, code: 'REC_BAD_REQUEST', issue });
      expect(await statusOf(tell({ resource: referral, focus: uuid(1), id: uuid(2) }))).toBe(200); // nothing of them was kept
    }),
    '4: PROXY_': refuses(targeting('NHS0001-400-2'), { status: 400, code: 'PROXY_BAD_REQUEST', issue: 'invalid' }),

    '6: Slot': record(async () => {
      const service = openService();
      const free = async () => resourcesIn(await service.slots(), 'Slot').map((one) => String(one['id']));
      const before = await free();
      const { slot, booking: made } = await booked(service);
      expect(await free()).toEqual(before.filter((id) => id !== String(slot['id'])));
      expect(resourcesIn(await service.slots({ status: 'busy' }), 'Slot').map((one) => String(one['id']))).toContain(String(slot['id']));
      await service.ask('PATCH', `/Appointment/${idOf(made)}`, { resourceType: 'Appointment', status: 'cancelled' });
      expect(await free()).toEqual(before);
    }),
    '6: Appointment': rule(async () => {
      const service = openService();
      const { booking: made, slot } = await booked(service);
      const state = async () => (await service.ask('GET', `/Appointment/${idOf(made)}`)).body['status'];
      service.clock.set(Date.parse(String(slot['end'])) - 1);
      expect(await state()).toBe('booked');
      service.clock.set(Date.parse(String(slot['end'])));
      expect(await state()).toBe('fulfilled');
      for (const status of ['cancelled', 'entered-in-error', 'noshow']) {
        await service.ask('PATCH', `/Appointment/${idOf(made)}`, { resourceType: 'Appointment', status });
        expect(await state()).toBe(status);
      }
    }),
    '6: ServiceRequest': rule(async () => {
      const service = openService();
      const state = async (n: number) => (await service.ask('GET', `/ServiceRequest/${uuid(n)}`)).body['status'];
      await service.tell({ resource: referral, focus: uuid(1), id: uuid(2) });
      await service.tell({ resource: referral, focus: uuid(3), id: uuid(4) });
      await service.tell({ resource: { resourceType: 'ServiceRequest' }, reason: 'delete', focus: uuid(3), id: uuid(5) });
      expect([await state(1), await state(3)]).toEqual(['active', 'revoked']);
      service.clock.set(service.clock.now() + 120_000);
      expect([await state(1), await state(3)]).toEqual(['completed', 'revoked']);
    }),
    '6: referral + booking': rule(async () => {
      const service = openService();
      await service.tell({ resource: referral, focus: uuid(1), id: uuid(2) });
      const { booking: made } = await booked(service, { basedOn: [{ reference: `ServiceRequest/${uuid(1)}`, type: 'ServiceRequest' }] });
      expect((await service.ask('GET', `/ServiceRequest/${uuid(1)}`)).body['supportingInfo']).toEqual([
        { reference: `Appointment/${idOf(made)}` },
      ]);
      await service.tell({ resource: { resourceType: 'ServiceRequest' }, reason: 'delete', focus: uuid(1), id: uuid(3) });
      expect((await service.ask('GET', `/Appointment/${idOf(made)}`)).body).toMatchObject({
        status: 'booked',
        basedOn: [{ reference: `ServiceRequest/${uuid(1)}` }],
      });
    }),

    '7: GET Appointment/{id}': {
      by: 'example',
      shows: async () => {
        const { ask } = openService();
        for (const id of Object.values(published)) expect((await ask('GET', `/Appointment/${id}`)).body['id']).toBe(id);
        expect(await statusOf(ask('GET', `/Appointment/${nobodys}`))).toBe(404);
      },
    },
    '7: GET ServiceRequest/{id}': {
      by: 'example',
      shows: async () => expect((await openService().ask('GET', `/ServiceRequest/${published.first}`)).body['id']).toBe(published.first),
    },
    '7: GET search': record(async () => {
      const { slots, clock } = openService();
      const found = await slots({ from: '2021-10-01T00:00:00+00:00', to: '2026-01-08T00:00:00+00:00' });
      for (const slot of resourcesIn(found, 'Slot')) expect(Date.parse(String(slot['start']))).toBeGreaterThanOrEqual(clock.now());
    }),
    '7: POST/PUT': rule(async () => {
      const { ask } = openService();
      const meta = { profile: ['https://fhir.hl7.org.uk/StructureDefinition/UKCore-Appointment'] };
      const made = await ask('POST', '/Appointment', { resourceType: 'Appointment', meta });
      expect((await ask('GET', `/Appointment/${idOf(made)}`)).body['meta']?.['profile']).toEqual(meta.profile);
      expect(
        (await ask('PATCH', `/Appointment/${idOf(made)}`, { resourceType: 'Appointment', description: 'Earache' })).body['description'],
      ).toBe('Earache');
    }),
    '7: DELETE unknown id': rule(async () => {
      const { ask } = openService();
      expect(faultOf(await ask('DELETE', `/Appointment/${nobodys}`))).toMatchObject({ status: 404, code: 'REC_NOT_FOUND' });
      expect(await statusOf(ask('DELETE', booking))).toBe(200);
    }),
    '7: Slot params': rule(async () => {
      const { slots } = openService();
      expect(await statusOf(slots({ status: 'free,busy', _include: 'Schedule:actor:Practitioner' }))).toBe(200);
    }),
    '7: GET /errors/{x}': rule(async () => {
      const { ask } = openService();
      for (const target of [
        '400',
        '400-1',
        '400-2',
        '401',
        '403',
        '406',
        '408',
        '409',
        '422',
        '500',
        '500-1',
        '500-2',
        '501',
        '503',
        '504',
      ])
        expect([target, await statusOf(ask('DELETE', booking, undefined, targeting(`NHS0001-${target}`)))]).toEqual([
          target,
          target === '504' ? 408 : Number(target.slice(0, 3)),
        ]);
      expect(await statusOf(ask('GET', booking))).toBe(200); // nothing was deleted
    }),
    '7: target value': rule(() =>
      official(async (ask) => {
        for (const [value, status] of [
          ['2000123456', 200],
          ['NHS0042', 200],
          ['7000123456', 404],
        ] as const)
          expect([value, await statusOf(ask('GET', booking, targeting(value)))]).toEqual([value, status]);
      }),
    ),
    '7: 405': rule(async () => {
      const { ask } = openService();
      const rows = [
        ['/metadata', 'GET', ['POST', 'PUT', 'PATCH', 'DELETE']],
        ['/MessageDefinition', 'GET', ['POST', 'PUT', 'PATCH', 'DELETE']],
        ['/Slot', 'GET', ['POST', 'PUT', 'PATCH', 'DELETE']],
        ['/Appointment', 'GET, POST', ['PUT', 'PATCH', 'DELETE']],
        ['/ServiceRequest', 'GET, POST', ['PUT', 'PATCH', 'DELETE']],
        [booking, 'GET, PATCH, PUT, DELETE', ['POST']],
        [`/ServiceRequest/${published.first}`, 'GET, PATCH, PUT, DELETE', ['POST']],
        ['/$process-message', 'POST', ['GET', 'PUT', 'PATCH', 'DELETE']],
      ] as const;
      for (const [path, allow, methods] of rows)
        for (const method of methods) {
          const answer = await ask(method, path, method === 'GET' || method === 'DELETE' ? undefined : {});
          expect([path, method, faultOf(answer)]).toMatchObject([
            path,
            method,
            { status: 405, code: 'REC_METHOD_NOT_ALLOWED', issue: 'not-supported' },
          ]);
          const allowed = (answer.headers.get('allow') ?? '').split(/, */);
          expect(allow.split(', ').filter((each) => !allowed.includes(each))).toEqual([]);
        }
    }),
    '7: headers': rule(() => official(async (ask) => expect(await statusOf(ask('GET', booking))).toBe(200))),
    '7: target on /metadata': rule(async () => {
      const { ask } = openService();
      for (const [more, wanted] of [
        [notBase64, { status: 400, issue: '400' }],
        [noValue, { status: 400, issue: 'structure' }],
        [targeting('invalid'), { status: 404, code: 'PROXY_NOT_FOUND' }],
      ] as const)
        expect(faultOf(await ask('GET', '/metadata', undefined, more))).toMatchObject(wanted);
      expect(await statusOf(ask('GET', '/metadata', undefined, targeting('NHS0001')))).toBe(200);
    }),
    '7: search by patient': rule(() =>
      official(async (ask) => {
        for (const path of ['/Appointment', '/ServiceRequest']) {
          expect(await statusOf(ask('GET', `${path}?patient:identifier=4857773456`))).toBe(200);
          expect(faultOf(await ask('GET', path))).toMatchObject({ status: 400, code: 'REC_BAD_REQUEST' });
        }
        expect(resourcesIn(await ask('GET', '/Appointment?patient:identifier=4857773456'), 'Appointment').length).toBeGreaterThan(0);
      }),
    ),
    '7: id not a UUID → 400; UUID unknown → 404': rule(async () => {
      for (const settings of [{}, { compatibility: 'official-sandbox' as const }]) {
        const { ask } = openService(settings);
        expect(faultOf(await ask('GET', '/Appointment/7'))).toMatchObject({ status: 400, code: 'REC_BAD_REQUEST' });
        expect(faultOf(await ask('GET', `/ServiceRequest/${nobodys}`))).toMatchObject({ status: 404, code: 'REC_NOT_FOUND' });
      }
    }),
    '7: Slot': rule(() =>
      official(async (ask) => {
        const search =
          'status=free&start=2026-01-05T09:00:00&_include=Schedule&Schedule.actor:HealthcareService=918999198999&healthcareService=09a01679-2564-0fb4-5129-aecc81ea2706';
        expect(await statusOf(ask('GET', `/Slot?${search}`))).toBe(200);
        for (const wrong of ['status=invalid&start=2026-01-05T09:00:00', 'status=free'])
          expect(faultOf(await ask('GET', `/Slot?${wrong}`))).toMatchObject({ status: 400, code: 'REC_BAD_REQUEST' });
      }),
    ),
    '7: MessageDefinition': rule(() =>
      official(async (ask) =>
        expect(resourcesIn(await ask('GET', '/MessageDefinition?context=2000099999'), 'MessageDefinition').length).toBeGreaterThan(0),
      ),
    ),
    '7: _status': rule(async () => expect(await statusOf(openService().call('GET', '/_status'))).toBe(200)),
    '7: Organization, HealthcareService, Endpoint': rule(async () => {
      const { ask } = openService();
      for (const path of ['/HealthcareService', '/Endpoint']) expect(await statusOf(ask('GET', path))).toBe(200);
      expect(await statusOf(ask('GET', '/Organization'))).toBe(404);
    }),
    '7: base64': rule(() =>
      wholeOutcome(openService().ask('GET', booking, undefined, notBase64), 400, {
        id: '76825bab-2cab-432a-b881-66ec070981d8',
        profile: ukCore,
        system: ofGateway,
        code: 'PROXY_BAD_REQUEST',
        issue: '400',
        words: words.base64,
      }),
    ),
    '7: schema': rule(() =>
      wholeOutcome(openService().ask('GET', booking, undefined, noValue), 400, {
        id: 'da38f50a-160a-4e5d-8e77-117b0759053a',
        profile: ukCore,
        system: ofGateway,
        code: 'PROXY_BAD_REQUEST',
        issue: 'structure',
        words: words.schema,
      }),
    ),
    '7: target unknown': rule(() =>
      wholeOutcome(openService().ask('GET', booking, undefined, targeting('invalid')), 404, {
        id: everyday,
        profile: guide,
        system: codes,
        code: 'PROXY_NOT_FOUND',
        issue: 'not-found',
        words: words.unknown,
      }),
    ),
    '7: bad request': rule(() =>
      wholeOutcome(openService().ask('GET', '/Appointment/7'), 400, {
        id: everyday,
        profile: guide,
        system: codes,
        code: 'REC_BAD_REQUEST',
        issue: 'invalid',
        words: words.bad,
      }),
    ),
    '7: method': rule(() =>
      wholeOutcome(openService().ask('PUT', '/metadata', {}), 405, {
        id: everyday,
        profile: ukCore,
        system: codes,
        code: 'REC_METHOD_NOT_ALLOWED',
        issue: 'not-supported',
        words: 'This method is not allowed: <further diagnostics information, error message/error text>',
      }),
    ),
    '7: not found': rule(() =>
      wholeOutcome(openService().ask('GET', `/Appointment/${nobodys}`), 404, {
        id: '4b1e944a-4598-437e-b79d-6c6d3a365a5c',
        profile: guide,
        system: codes,
        code: 'REC_NOT_FOUND',
        issue: 'not-found',
        words: 'the resource requested was not found.',
      }),
    ),

    'lifecycle a slot is booked once: the next who wants it is refused with conflict': rule(async () => {
      const service = openService();
      const { slot } = await booked(service);
      expect(faultOf(await service.ask('POST', '/Appointment', bookingOf(slot)))).toMatchObject({
        status: 409,
        code: 'REC_CONFLICT',
        issue: 'conflict',
      });
      expect(faultOf(await service.tell({ resource: bookingOf(slot), focus: uuid(1), id: uuid(2) }))).toMatchObject({
        status: 409,
        issue: 'conflict',
      });
    }),
    'lifecycle a message that is sent again is a duplicate': rule(async () => {
      const { tell } = openService();
      expect(await statusOf(tell({ resource: referral, focus: uuid(1), id: uuid(2) }))).toBe(200);
      expect(faultOf(await tell({ resource: referral, focus: uuid(1), id: uuid(2) }))).toMatchObject({
        status: 409,
        code: 'REC_CONFLICT',
        issue: 'duplicate',
      });
    }),
    'lifecycle a booking is changed by its business identifier, and never by an older version': rule(async () => {
      const service = openService();
      const slot = first(await service.slots(), 'Slot');
      const identifier = [{ system: 'https://example.org/bookings', value: 'B-17' }];
      const version = (hour: number) => ({ lastUpdated: `2026-01-01T${String(hour).padStart(2, '0')}:00:00+00:00` });
      const send = (n: number, hour: number, more: object) =>
        service.tell({
          resource: { ...bookingOf(slot), identifier, meta: version(hour), ...more },
          focus: uuid(n),
          id: uuid(n + 100),
          reason: n === 1 ? 'new' : 'update',
        });
      await send(1, 9, {});
      expect(await statusOf(send(2, 10, { description: 'Earache' }))).toBe(200);
      expect((await service.ask('GET', `/Appointment/${uuid(1)}`)).body['description']).toBe('Earache');
      expect(faultOf(await send(3, 8, { description: 'Cough' }))).toMatchObject({ status: 409, code: 'REC_CONFLICT', issue: 'conflict' });
      expect(faultOf(await service.tell({ resource: referral, focus: uuid(8), id: uuid(9), reason: 'update' }))).toMatchObject({
        status: 404,
      });
    }),
    'lifecycle the receiver answers a referral later: accepted, rejected, or interim and then final': rule(async () => {
      const service = openService();
      const inbox = () => service.workspace.callbacks.inbox.after(0).map(({ type, time, body }) => [type, time - start, headOf(body)]);
      const start = service.clock.now();
      const headOf = (body: unknown) => (body as Loose)['entry']?.[0]?.['resource']?.['response']; // a message of ours
      for (const [n, target] of [
        [1, '2000011147'],
        [2, '2000072491'],
        [3, '2000099999'],
      ] as const)
        await service.tell({ resource: referral, focus: uuid(n), id: uuid(n + 10) }, targeting(target));
      expect(inbox()).toEqual([]);
      service.clock.set(start + 600_000);
      await service.ask('GET', booking);
      const [accepted, looked, rejected] = [11, 12, 13].map((n) => uuid(n));
      expect(inbox()).toEqual([
        ['servicerequest-response', 30_000, { identifier: looked, code: 'ok' }],
        ['servicerequest-response', 120_000, { identifier: accepted, code: 'ok' }],
        ['servicerequest-response', 120_000, { identifier: looked, code: 'ok' }],
        ['servicerequest-response', 120_000, { identifier: rejected, code: 'fatal-error' }],
      ]);
      const states = await Promise.all([1, 2, 3].map(async (n) => (await service.ask('GET', `/ServiceRequest/${uuid(n)}`)).body['status']));
      expect(states).toEqual(['completed', 'completed', 'revoked']);
    }),
    'list a referral that asks to be validated is looked at first': rule(async () => {
      const { tell, workspace, clock, ask } = openService();
      await tell({ resource: referral, focus: uuid(1), id: uuid(2) }, { 'use-context': 'a4t2|validation|servicerequest-request|new' });
      clock.set(clock.now() + 30_000);
      await ask('GET', booking);
      expect(workspace.callbacks.inbox.after(0)).toHaveLength(1);
      expect(faultOf(await tell({ resource: referral, focus: uuid(1), id: uuid(3) }))).toMatchObject({ status: 409, issue: 'duplicate' });
    }),
    'list a client that is the receiver says what becomes of a referral': rule(async () => {
      const { tell, ask } = openService();
      await tell({ resource: referral, focus: uuid(1), id: uuid(2) });
      const answer = { ...referral, status: 'completed' };
      expect(
        await statusOf(tell({ event: 'servicerequest-response', resource: answer, focus: uuid(1), id: uuid(3), reason: 'update' })),
      ).toBe(200);
      expect((await ask('GET', `/ServiceRequest/${uuid(1)}`)).body['status']).toBe('completed');
    }),
  },
};
