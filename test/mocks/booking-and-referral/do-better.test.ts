/** Where the official sandbox of bookings and referrals falls short, and this one does not. */
import { expect, test } from 'vitest';
import { world, type Answer } from '../../sandbox.ts';
import { bookingOf, faultOf, openService, referral, resourcesIn, targeting, uuid } from './bookings.ts';

const idOf = ({ body }: Answer): string => String(body['id']);

test('the documented search for slots works, and shows what it used', async () => {
  const found = await openService().slots({ status: 'free,busy', _include: 'HealthcareService:providedBy' });
  expect(found.status).toBe(200);
  expect(new Set(resourcesIn(found, 'Slot').map(({ status }) => String(status)))).toEqual(new Set(['free', 'busy']));
  expect(resourcesIn(found, 'Organization')[0]?.['id']).toBe('RZ203');
  expect(String(found.body['link']?.[0]?.['url'])).toContain('_include=HealthcareService%3AprovidedBy');
});

test('slots are ahead of the clock, wherever that stands', async () => {
  const { slots, clock, workspace } = openService();
  clock.set(Date.UTC(2026, 6, 6, 9));
  const found = resourcesIn(await slots({ from: '2026-07-01T00:00:00+01:00', to: '2026-07-07T00:00:00+01:00' }), 'Slot');
  expect(found.length).toBeGreaterThan(0);
  for (const { start } of found) expect(Date.parse(String(start))).toBeGreaterThanOrEqual(clock.now());
  expect((await slots()).body['total']).toBe(0);
  expect(JSON.stringify(workspace.journal.list(1))).toContain('Nothing of the range is ahead of the clock');
});

test('a booking takes its slot, is in the record of the patient, and a second one is a conflict', async () => {
  const { slots, ask, workspace } = openService();
  const [slot = {}] = resourcesIn(await slots(), 'Slot');
  const made = await ask('POST', '/Appointment', bookingOf(slot));
  expect(faultOf(await ask('POST', '/Appointment', bookingOf(slot)))).toMatchObject({ status: 409, issue: 'conflict' });
  expect((await slots()).body['total']).toBe(
    Number((await slots({ status: 'free,busy' })).body['total']) - Number((await slots({ status: 'busy' })).body['total']),
  );
  expect(workspace.population.record('9000000009')?.entry(idOf(made))).toMatchObject({
    kind: 'appointment',
    slot: String(slot['id']),
    organisation: 'RZ203',
  });
});

test('a slot is taken even by somebody of whom there is no record', async () => {
  const { slots, ask } = openService();
  const [slot = {}] = resourcesIn(await slots(), 'Slot');
  const stranger = [{ actor: { reference: 'Patient/9990000018' }, status: 'accepted' }];
  expect((await ask('POST', '/Appointment', bookingOf(slot, { participant: stranger }))).status).toBe(200);
  expect(faultOf(await ask('POST', '/Appointment', bookingOf(slot))).status).toBe(409);
});

test('a referral and the booking made for it lead to each other', async () => {
  const { slots, ask, tell } = openService();
  await tell({ resource: referral, focus: uuid(1), id: uuid(2) });
  const [slot = {}] = resourcesIn(await slots(), 'Slot');
  const made = bookingOf(slot, { basedOn: [{ reference: `ServiceRequest/${uuid(1)}` }] });
  await tell({ resource: made, focus: uuid(3), id: uuid(4) });
  const referred = await ask('GET', `/ServiceRequest/${uuid(1)}`);
  expect(referred.body['supportingInfo']).toEqual([{ reference: `Appointment/${uuid(3)}` }]);
  await tell({ resource: { resourceType: 'Appointment' }, reason: 'delete', focus: uuid(3), id: uuid(5) });
  expect((await ask('GET', `/ServiceRequest/${uuid(1)}`)).body['supportingInfo']).toBeUndefined();
});

test('a slot that is taken and a message that came before are told apart', async () => {
  const { slots, tell } = openService();
  const [slot = {}] = resourcesIn(await slots(), 'Slot');
  await tell({ resource: bookingOf(slot), focus: uuid(1), id: uuid(2) });
  const issues = [
    await tell({ resource: bookingOf(slot), focus: uuid(3), id: uuid(4) }),
    await tell({ resource: bookingOf(slot), focus: uuid(1), id: uuid(2) }),
  ];
  expect(issues.map((answer) => faultOf(answer).issue)).toEqual(['conflict', 'duplicate']);
});

test('a referral is answered later, in the inbox', async () => {
  const { tell, ask, clock, workspace } = openService();
  await tell({ resource: referral, focus: uuid(1), id: uuid(2) });
  clock.set(clock.now() + 120_000);
  await ask('GET', '/metadata');
  expect(workspace.callbacks.inbox.after(0)).toMatchObject([
    { type: 'servicerequest-response', subject: '9000000009', body: { type: 'message' } },
  ]);
});

test.for([
  'GET /Slot?status=free&start=ge2026-01-05T00:00:00Z&_include=Slot:schedule',
  'GET /ServiceRequest',
  'GET /metadata',
  'POST /ServiceRequest',
  'PUT /Appointment/c3f6145e-1a26-4345-b3f2-dccbcba62049',
])('a target that fails does so on %s, which changes nothing', async (line) => {
  const [method = '', path = ''] = line.split(' ');
  const body = method === 'GET' ? undefined : { resourceType: path.slice(1).split('/')[0] };
  expect(faultOf(await openService().ask(method, path, body, targeting('NHS0001-409')))).toMatchObject({
    status: 409,
    code: 'REC_CONFLICT',
  });
});

test('the catalogue is the workspace’s own: a target is known once its endpoint is entered, and no longer when it is deleted', async () => {
  const { ask } = openService();
  const own = targeting('7700000001');
  const isKnown = async () => (await ask('GET', '/metadata', undefined, own)).status;
  const made = await ask('POST', '/Endpoint', {
    resourceType: 'Endpoint',
    identifier: [{ system: 'https://fhir.nhs.uk/Id/dos-service-id', value: '7700000001' }],
    address: 'https://harebell.example.org/bars',
  });
  expect(await isKnown()).toBe(200);
  await ask('DELETE', `/Endpoint/${idOf(made)}`);
  expect(await isKnown()).toBe(404);
});

test('every organisation of the population with a diary can be asked for slots, by its code or its service', async () => {
  const { slots } = openService();
  const practice = await slots(
    { from: '2026-01-05T08:00:00+00:00', to: '2026-01-05T09:00:00+00:00' },
    targeting('Y12345', 'https://fhir.nhs.uk/Id/ods-organization-code'),
  );
  expect(resourcesIn(practice, 'Slot').length).toBeGreaterThan(0);
});

test('nobody is booked after their death', async () => {
  const { slots, ask } = openService();
  const [dead] = world().withTrait('deceased-formal');
  const [slot = {}] = resourcesIn(await slots(), 'Slot');
  const participant = [{ actor: { reference: `Patient/${dead?.nhsNumber}` }, status: 'accepted' }];
  expect(faultOf(await ask('POST', '/Appointment', bookingOf(slot, { participant })))).toMatchObject({
    status: 422,
    code: 'REC_UNPROCESSABLE_ENTITY',
  });
});
