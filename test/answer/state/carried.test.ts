/** What a message carries is kept where the API keeps its own of that kind; lists below somebody show what names them. */
import { expect, test } from 'vitest';
import { sandboxOf } from '../../sandbox.ts';

const bookings = `
openapi: 3.0.3
info: { title: Bookings, version: '1' }
servers: [{ url: /bookings }]
paths:
  /$process-message:
    post:
      requestBody:
        required: true
        content: { application/fhir+json: { schema: { $ref: '#/components/schemas/Bundle' } } }
      responses:
        '200': { description: Taken, content: { application/fhir+json: { schema: { $ref: '#/components/schemas/Bundle' } } } }
  /Appointment:
    get:
      parameters: [{ name: status, in: query, schema: { type: string } }, { name: 'patient:identifier', in: query, schema: { type: string } }]
      responses:
        '200': { description: Found, content: { application/fhir+json: { schema: { $ref: '#/components/schemas/Appointments' } } } }
    post:
      requestBody:
        required: true
        content: { application/fhir+json: { schema: { $ref: '#/components/schemas/Appointment' } } }
      responses:
        '201': { description: Made }
  /Appointment/{id}:
    get:
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        '200': { description: Found, content: { application/fhir+json: { schema: { $ref: '#/components/schemas/Appointment' } } } }
        '404': { description: None }
  /Patient/{nhsNumber}/Appointment:
    get:
      parameters: [{ name: nhsNumber, in: path, required: true, schema: { type: string } }]
      responses:
        '200': { description: Found, content: { application/fhir+json: { schema: { $ref: '#/components/schemas/Appointments' } } } }
components:
  schemas:
    Appointment:
      type: object
      required: [resourceType, status]
      properties:
        resourceType: { type: string, enum: [Appointment] }
        id: { type: string }
        status: { type: string, enum: [booked, cancelled] }
        participant: { type: array, items: { type: object } }
    Appointments:
      type: object
      required: [resourceType, type]
      properties:
        resourceType: { type: string, enum: [Bundle] }
        type: { type: string }
        total: { type: integer }
        entry:
          type: array
          items: { type: object, properties: { fullUrl: { type: string }, resource: { $ref: '#/components/schemas/Appointment' } } }
    Bundle:
      type: object
      required: [resourceType, type]
      properties:
        resourceType: { type: string, enum: [Bundle] }
        type: { type: string, enum: [message] }
        entry: { type: array, items: { type: object } }
`;

const appointment = (status: string, nhsNumber: string) => ({
  resourceType: 'Appointment',
  status,
  participant: [{ actor: { identifier: { system: 'https://fhir.nhs.uk/Id/nhs-number', value: nhsNumber } }, status: 'accepted' }],
});
const fhir = { 'Content-Type': 'application/fhir+json' };

test('an appointment that a message carries is read, found, and changed by the next message about it', async () => {
  const { send, request } = sandboxOf(bookings);
  const carrying = (status: string) => ({
    resourceType: 'Bundle',
    type: 'message',
    entry: [
      { fullUrl: 'urn:uuid:0b4d6f1a-7f0e-4b1c-9c39-c1b2f5a7a001', resource: { resourceType: 'MessageHeader' } },
      { fullUrl: 'urn:uuid:0b4d6f1a-7f0e-4b1c-9c39-c1b2f5a7a002', resource: appointment(status, '9990000018') },
    ],
  });
  expect((await send('POST', '/bookings/$process-message', carrying('booked'), fhir)).status).toBe(200);
  const read = await request('/bookings/Appointment/0b4d6f1a-7f0e-4b1c-9c39-c1b2f5a7a002');
  expect(await read.json()).toMatchObject({ id: '0b4d6f1a-7f0e-4b1c-9c39-c1b2f5a7a002', status: 'booked' });
  await send('POST', '/bookings/$process-message', carrying('cancelled'), fhir);
  const found = await (await request('/bookings/Appointment?status=cancelled')).json();
  expect(found.entry.map(({ resource }: { resource: { id: string } }) => resource.id)).toEqual(['0b4d6f1a-7f0e-4b1c-9c39-c1b2f5a7a002']);
  expect((await (await request('/bookings/Appointment?status=booked')).json()).total).toBe(0);
});

test('a list below a patient shows the appointments that name the patient, and no others', async () => {
  const { send, request } = sandboxOf(bookings);
  const made = await send('POST', '/bookings/Appointment', appointment('booked', '9990000018'), fhir);
  await send('POST', '/bookings/Appointment', appointment('booked', '9990000026'), fhir);
  const list = await (await request('/bookings/Patient/9990000018/Appointment')).json();
  expect(list.total).toBe(1);
  expect(made.headers.get('location')).toContain(list.entry[0].resource.id);
  expect((await (await request('/bookings/Patient/9990000034/Appointment')).json()).total).toBe(0);
});

test('an operation that documents a refusal and no success answers with the refusal', async () => {
  const { request } = sandboxOf(`
openapi: 3.0.3
info: { title: Closed, version: '1' }
servers: [{ url: /closed }]
paths:
  /door:
    get:
      responses:
        '403':
          description: Never
          content:
            application/json:
              schema: { type: object, required: [reason], properties: { reason: { type: string } } }
              example: { reason: The door is shut }
`);
  const answer = await request('/closed/door');
  expect(answer.status).toBe(403);
  expect(await answer.json()).toEqual({ reason: 'The door is shut' });
});

test('an appointment is found by the identifier of the patient whom the message carries beside it', async () => {
  const { send, request } = sandboxOf(bookings);
  const patient = 'urn:uuid:7c1f4f6e-2c53-4ac0-8d2e-6b7a0c1d2e3f';
  const booked = await send(
    'POST',
    '/bookings/$process-message',
    {
      resourceType: 'Bundle',
      type: 'message',
      entry: [
        {
          fullUrl: 'urn:uuid:1',
          resource: { resourceType: 'Appointment', status: 'booked', participant: [{ actor: { reference: patient }, status: 'accepted' }] },
        },
        {
          fullUrl: patient,
          resource: { resourceType: 'Patient', identifier: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9000000009' }] },
        },
      ],
    },
    fhir,
  );
  expect(booked.status).toBe(200);
  const find = async (number: string) =>
    (await request(`/bookings/Appointment?patient:identifier=https://fhir.nhs.uk/Id/nhs-number|${number}`)).json();
  expect(await find('9000000009')).toMatchObject({ total: 1, entry: [{ resource: { status: 'booked' } }] });
  expect(await find('9000000017')).toMatchObject({ total: 0 });
});
