/** One row, seen from more than one side: a list below somebody shows what was made beside it, and a message stores what it carries. */
import { expect, test } from 'vitest';
import { answers, contractOf, fault, takes } from '../../gateway/small-contract.ts';
import { sandboxOf } from '../../sandbox.ts';

const text = { type: 'string' };
const path = (name: string): object => ({ name, in: 'path', required: true, schema: text });
const fhirMedia = (schema: object): object => ({ 'application/fhir+json': { schema } });
const fhir = (schema: object, more: object = {}): object => ({
  description: 'FHIR',
  content: { 'application/fhir+json': { schema, ...more } },
});

const visit = {
  type: 'object',
  required: ['clinicId', 'on'],
  properties: { id: { type: 'string', readOnly: true }, clinicId: text, on: { type: 'string', format: 'date' } },
};
const clinic = { type: 'object', required: ['name'], properties: { id: { type: 'string', readOnly: true }, name: text } };
const visits = { 200: answers({ type: 'array', items: visit }), 404: fault };

const clinics = contractOf({
  '/clinics': { post: { requestBody: takes(clinic), responses: { 201: answers(clinic) } } },
  '/clinics/{clinicId}': { get: { parameters: [path('clinicId')], responses: { 200: answers(clinic), 404: fault } } },
  '/clinics/{clinicId}/visits': { get: { parameters: [path('clinicId')], responses: visits } },
  '/visits': { post: { requestBody: takes(visit), responses: { 201: answers(visit) } }, get: { responses: visits } },
  '/visits/{visitId}': {
    parameters: [path('visitId')],
    get: { responses: { 200: answers(visit), 404: fault } },
    delete: { responses: { 204: { description: 'Gone' }, 404: fault } },
  },
});

test('a list below somebody shows what was made beside it and names them', async () => {
  const { send, request } = sandboxOf(clinics);
  const [a, b] = [
    await (await send('POST', '/small/clinics', { name: 'A' })).json(),
    await (await send('POST', '/small/clinics', { name: 'B' })).json(),
  ];
  const first = await (await send('POST', '/small/visits', { clinicId: a.id, on: '2026-02-01' })).json();
  const second = await (await send('POST', '/small/visits', { clinicId: b.id, on: '2026-02-02' })).json();
  expect(await (await request(`/small/clinics/${a.id}/visits`)).json()).toEqual([first]);
  expect(await (await request(`/small/clinics/${b.id}/visits`)).json()).toEqual([second]);
  expect((await request('/small/clinics/none/visits')).status).toBe(404);
  expect((await send('DELETE', `/small/visits/${first.id}`)).status).toBe(204);
  expect(await (await request(`/small/clinics/${a.id}/visits`)).json()).toEqual([]);
});

const slot = {
  type: 'object',
  required: ['resourceType', 'status'],
  properties: {
    resourceType: { type: 'string', enum: ['Appointment'] },
    id: text,
    status: text,
    participant: { type: 'array', items: { type: 'object', properties: { actor: { type: 'object', properties: { reference: text } } } } },
  },
};
const bundle = (resource: object): object => ({
  type: 'object',
  required: ['resourceType', 'type'],
  properties: {
    resourceType: { type: 'string', enum: ['Bundle'] },
    type: text,
    total: { type: 'integer' },
    entry: { type: 'array', items: { type: 'object', properties: { fullUrl: text, resource } } },
  },
});

test('a list of one patient’s appointments shows the one that was booked for them', async () => {
  const { send, request } = sandboxOf(
    contractOf({
      '/Appointment': { post: { requestBody: { required: true, content: fhirMedia(slot) }, responses: { 201: fhir(slot) } } },
      '/Appointment/{id}': { get: { parameters: [path('id')], responses: { 200: fhir(slot), 404: fhir({ type: 'object' }) } } },
      '/Patient/{patientId}/Appointment': { get: { parameters: [path('patientId')], responses: { 200: fhir(bundle(slot)) } } },
    }),
  );
  const booked = { resourceType: 'Appointment', status: 'booked', participant: [{ actor: { reference: 'Patient/9000000009' } }] };
  const type = { 'Content-Type': 'application/fhir+json' };
  const made = await send('POST', '/small/Appointment', booked, type);
  expect(made.status).toBe(201);
  await send('POST', '/small/Appointment', { ...booked, participant: [{ actor: { reference: 'Patient/9000000017' } }] }, type);
  const { entry } = await (await request('/small/Patient/9000000009/Appointment')).json();
  expect(entry.map(({ resource }: { resource: object }) => resource)).toEqual([expect.objectContaining(booked)]);
});

test('a message that carries a resource stores it where its kind is read', async () => {
  const { send, request } = sandboxOf(
    contractOf({
      '/$process-message': {
        post: {
          requestBody: { required: true, content: fhirMedia(bundle({ type: 'object', properties: { resourceType: text, id: text } })) },
          responses: { 200: fhir(bundle({ type: 'object' })) },
        },
      },
      '/Appointment': { get: { responses: { 200: fhir(bundle(slot)) } } },
      '/Appointment/{id}': { get: { parameters: [path('id')], responses: { 200: fhir(slot), 404: fhir({ type: 'object' }) } } },
    }),
  );
  const id = '3f6d6b1a-9a4e-4f5e-8c39-6b1c6c1f0a77';
  const message = {
    resourceType: 'Bundle',
    type: 'message',
    entry: [
      {
        fullUrl: 'urn:uuid:0f6d6b1a-9a4e-4f5e-8c39-6b1c6c1f0a77',
        resource: { resourceType: 'MessageHeader', id: '0f6d6b1a-9a4e-4f5e-8c39-6b1c6c1f0a77' },
      },
      { fullUrl: `urn:uuid:${id}`, resource: { resourceType: 'Appointment', id, status: 'booked' } },
    ],
  };
  expect((await send('POST', '/small/$process-message', message, { 'Content-Type': 'application/fhir+json' })).status).toBe(200);
  const { entry } = await (await request('/small/Appointment')).json();
  expect(entry.map(({ resource }: { resource: object }) => resource)).toEqual([
    expect.objectContaining({ resourceType: 'Appointment', status: 'booked' }),
  ]);
  expect(await (await request(`/small/Appointment/${entry[0].resource.id}`)).json()).toMatchObject({ status: 'booked' });
});

test('what is sent to a mailbox is in its inbox until it is acknowledged', async () => {
  const sent = { type: 'object', required: ['messageID'], properties: { messageID: text } };
  const inbox = { type: 'object', required: ['messages'], properties: { messages: { type: 'array', items: text } } };
  const { send, request } = sandboxOf(
    contractOf({
      '/mailbox/{mailboxId}/outbox': {
        post: {
          parameters: [path('mailboxId'), { name: 'mex-to', in: 'header', required: true, schema: text }],
          requestBody: { required: true, content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } },
          responses: { 202: answers(sent, { example: { messageID: '20260101000000000001_A1B2C3' } }) },
        },
      },
      '/mailbox/{mailboxId}/inbox': {
        get: {
          parameters: [path('mailboxId')],
          responses: { 200: answers(inbox, { example: { messages: ['20260101000000000001_A1B2C3'] } }) },
        },
      },
      '/mailbox/{mailboxId}/inbox/{messageId}': {
        get: {
          parameters: [path('mailboxId'), path('messageId')],
          responses: {
            200: { description: 'A message', content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } },
            404: fault,
          },
        },
      },
      '/mailbox/{mailboxId}/inbox/{messageId}/status/acknowledged': {
        put: { parameters: [path('mailboxId'), path('messageId')], responses: { 200: { description: 'Acknowledged' } } },
      },
    }),
  );
  const post = (words: string): Promise<Response> =>
    request('/small/mailbox/A/outbox', {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream', 'mex-to': 'B' },
      body: words,
    });
  const ids = [(await (await post('one')).json()).messageID, (await (await post('two')).json()).messageID];
  expect(new Set(ids).size).toBe(2);
  expect((await (await request('/small/mailbox/B/inbox')).json()).messages).toEqual(ids);
  expect(await (await request(`/small/mailbox/B/inbox/${ids[0]}`)).text()).toBe('one');
  expect((await send('PUT', `/small/mailbox/B/inbox/${ids[0]}/status/acknowledged`)).status).toBe(200);
  expect((await (await request('/small/mailbox/B/inbox')).json()).messages).toEqual([ids[1]]);
});
