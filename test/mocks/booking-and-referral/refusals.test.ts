/** What a client may get wrong beyond the published errors: it is told so, and nothing of it is kept. */
import { expect, test } from 'vitest';
import { world, type Answer } from '../../sandbox.ts';
import {
  bookingOf,
  faultOf,
  messageOf,
  openService,
  patientReference,
  referral,
  resourcesIn,
  targeting,
  uuid,
  type Sent,
} from './bookings.ts';

const idOf = ({ body }: Answer): string => String(body['id']);
const participant = [{ actor: patientReference, status: 'accepted' }];
const booking = { resourceType: 'Appointment' as const, status: 'booked', participant };
const appointment: Sent = { resource: booking, focus: uuid(1), id: uuid(2) };
const [dead] = world().withTrait('deceased-formal');

test.for<readonly [string, object, number, string]>([
  ['has a patient whose check digit is wrong', messageOf({ ...appointment, patient: '9000000008' }), 400, 'value'],
  ['has a patient who has died', messageOf({ ...appointment, patient: dead?.nhsNumber ?? '' }), 422, 'not-supported'],
  [
    'refers to a patient who did not come along',
    { ...messageOf(appointment), entry: messageOf(appointment).entry.slice(0, 2) },
    400,
    'invariant',
  ],
  [
    'carries a second booking',
    { ...messageOf(appointment), entry: [...messageOf(appointment).entry, { fullUrl: `urn:uuid:${uuid(3)}`, resource: booking }] },
    400,
    'invariant',
  ],
  [
    'has two headers',
    { ...messageOf(appointment), entry: [...messageOf(appointment).entry, messageOf(appointment).entry[0]] },
    400,
    'invariant',
  ],
  ['books in a status that is none', messageOf({ ...appointment, resource: { ...booking, status: 'maybe' } }), 400, 'value'],
  ['refers in a status that is none', messageOf({ ...appointment, resource: { ...referral, status: 'maybe' } }), 400, 'value'],
  [
    'has members of another type than the contract',
    messageOf({ ...appointment, resource: { ...referral, category: 'referral' } }),
    400,
    'invalid',
  ],
  [
    'ends before it starts',
    messageOf({ ...appointment, resource: { ...booking, start: '2026-01-05T10:00:00Z', end: '2026-01-05T09:00:00Z' } }),
    400,
    'invariant',
  ],
])('a message that %s is refused, and can be sent again once it is right', async ([, message, status, issue]) => {
  const { ask, tell } = openService();
  expect(faultOf(await ask('POST', '/$process-message', message))).toMatchObject({ status, issue });
  expect([(await ask('GET', `/Appointment/${uuid(1)}`)).status, (await ask('GET', `/ServiceRequest/${uuid(1)}`)).status]).toEqual([
    404, 404,
  ]);
  expect((await tell(appointment)).status).toBe(200);
});

test('a referral stays as it is where what becomes of it is no status', async () => {
  const { ask, tell } = openService();
  await tell({ resource: referral, focus: uuid(1), id: uuid(2) });
  const wrong = { ...referral, status: 'maybe' };
  const answers = [
    await ask('PATCH', `/ServiceRequest/${uuid(1)}`, { resourceType: 'ServiceRequest', status: 'maybe' }),
    await tell({ resource: wrong, event: 'servicerequest-response', reason: 'update', focus: uuid(1), id: uuid(3) }),
    await tell({ resource: wrong, reason: 'update', focus: uuid(1), id: uuid(4) }),
  ];
  expect(answers.map((answer) => faultOf(answer).status)).toEqual([400, 400, 400]);
  expect((await ask('GET', `/ServiceRequest/${uuid(1)}`)).body['status']).toBe('active');
});

test.for([
  ['GET', { Accept: 'text/html' }, 406, 'SEND_NOT_ACCEPTABLE', 'processing'],
  ['POST', { 'Content-Type': 'text/csv' }, 415, 'SEND_BAD_REQUEST', 'not-supported'],
] as const)('a %s of a type that nobody speaks is said to be one', async ([method, more, status, code, issue]) => {
  const path = method === 'GET' ? '/Appointment/c3f6145e-1a26-4345-b3f2-dccbcba62049' : '/Appointment';
  expect(faultOf(await openService().ask(method, path, method === 'GET' ? undefined : 'a,b', more))).toMatchObject({ status, code, issue });
});

test('a referral keeps whatever FHIR has for it', async () => {
  const { ask, tell } = openService();
  const more = {
    priority: 'urgent',
    reasonCode: [{ text: 'Cough' }],
    performer: [{ identifier: { system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: 'RZ203' } }],
  };
  await tell({ resource: { ...referral, ...more }, focus: uuid(1), id: uuid(2) });
  expect((await ask('GET', `/ServiceRequest/${uuid(1)}`)).body).toMatchObject(more);
});

test('a booking that is deleted, or made for another referral, is no longer that of the first', async () => {
  const { ask, tell, slots } = openService();
  for (const n of [1, 2]) await tell({ resource: referral, focus: uuid(n), id: uuid(n + 10) });
  const infoOf = async (n: number) => (await ask('GET', `/ServiceRequest/${uuid(n)}`)).body['supportingInfo'];
  const [slot = {}] = resourcesIn(await slots(), 'Slot');
  const forReferral = (n: number) => bookingOf(slot, { basedOn: [{ reference: `ServiceRequest/${uuid(n)}` }] });
  const id = idOf(await ask('POST', '/Appointment', forReferral(1)));
  const own = [{ reference: `Appointment/${id}` }];
  await ask('PUT', `/Appointment/${id}`, { ...forReferral(2), id });
  expect([await infoOf(1), await infoOf(2)]).toEqual([undefined, own]);
  await ask('DELETE', `/Appointment/${id}`);
  expect(await infoOf(2)).toBeUndefined();
});

test.for(['__proto__', 'constructor', 'NHS0001-constructor'])('a target that is called %s is unknown', async (value) => {
  expect(faultOf(await openService().ask('GET', '/metadata', undefined, targeting(value)))).toMatchObject({
    status: 404,
    code: 'PROXY_NOT_FOUND',
  });
});

test('a target without its padding is no base64', async () => {
  const unpadded = targeting('2000011147')['NHSD-Target-Identifier'].replaceAll('=', '');
  expect(faultOf(await openService().ask('GET', '/metadata', undefined, { 'NHSD-Target-Identifier': unpadded }))).toMatchObject({
    status: 400,
    code: 'PROXY_BAD_REQUEST',
  });
});

test('nobody of a name, a birthday and a postcode has no bookings, whoever else has some', async () => {
  const { ask } = openService();
  const found = await ask('GET', '/Appointment?patient:name=Nobody&patient:birthdate=1850-01-01&patient:address-postalcode=ZZ1%201ZZ');
  expect(found).toMatchObject({ status: 200, body: { total: 0 } });
});

test('an organisation’s entry in the catalogue can be replaced, and taken away', async () => {
  const { ask } = openService();
  const search = '/HealthcareService?HealthcareService.providedBy=https://fhir.nhs.uk/Id/ods-organization-code|RZ203';
  const [service = {}] = resourcesIn(await ask('GET', search), 'HealthcareService');
  const path = `/HealthcareService/${String(service['id'])}`;
  expect((await ask('PUT', path, { ...service, name: 'Renamed' })).status).toBe(200);
  expect((await ask('GET', path)).body['name']).toBe('Renamed');
  expect((await ask('DELETE', path)).status).toBe(200);
  expect((await ask('GET', path)).status).toBe(404);
  expect(resourcesIn(await ask('GET', search), 'HealthcareService')).toEqual([]);
});
