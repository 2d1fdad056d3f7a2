/** Where the official sandbox of appointments falls short, and this one does not. */
import { expect, test } from 'vitest';
import { nobodysNumber, wrongCheckDigit } from '../../../mocks/personas.ts';
import type { AppointmentEntry } from '../../../src/clinical-record.ts';
import { sandboxForAll, world } from '../../sandbox.ts';
import { bookingOf, cancellationOf, janeSmith, openDiary, outcomeOf, participants, resourcesIn } from './appointments.ts';

const entryOf = (diary: ReturnType<typeof openDiary>, id: unknown): AppointmentEntry | undefined =>
  diary.workspace.population
    .record(janeSmith)
    ?.of('appointment')
    .find((entry) => entry.id === id);

test('a booking takes its slot, stands in the record, and a cancellation gives the slot back', async () => {
  const diary = openDiary();
  const slot = await diary.freeSlot();
  const made = await diary.ask('POST', '/Appointment', bookingOf(slot));
  expect(entryOf(diary, made.body['id'])).toMatchObject({
    status: 'booked',
    slot: slot['id'],
    reason: { text: 'A cough for three weeks' },
  });
  expect(diary.workspace.population.slot(String(slot['id']))?.isFree).toBe(false);
  await diary.cancel(made);
  expect(entryOf(diary, made.body['id'])).toMatchObject({ status: 'cancelled' });
  expect(diary.workspace.population.slot(String(slot['id']))?.isFree).toBe(true);
});

test('what is read can be sent back as it is to be cancelled', async () => {
  const { ask, freeSlot } = openDiary();
  const made = await ask('POST', '/Appointment', bookingOf(await freeSlot(), { comment: 'After school, please.' }));
  const path = `/Appointment/${String(made.body['id'])}`;
  const read = await ask('GET', path);
  expect([read.body, read.headers.get('etag')]).toEqual([made.body, 'W/"1"']);
  expect((await ask('PUT', path, cancellationOf(read), { 'If-Match': 'W/"1"' })).status).toBe(200);
  expect((await ask('GET', path)).headers.get('etag')).toBe('W/"2"');
});

test('the hour of an appointment passes, and it was kept or missed', async () => {
  const diary = openDiary();
  const made = await diary.ask('POST', '/Appointment', bookingOf(await diary.freeSlot()));
  diary.clock.set(Date.UTC(2026, 0, 20));
  const read = await diary.ask('GET', `/Appointment/${String(made.body['id'])}`);
  expect(['fulfilled', 'noshow']).toContain(read.body['status']);
  expect(read.headers.get('etag')).toBe('W/"2"');
});

test('appointments that the population has are read, listed and cancelled like those that were booked here', async () => {
  const diary = openDiary();
  const ahead = world().published.flatMap(({ person: { nhsNumber, registrations, restricted } }) =>
    (world().record(nhsNumber)?.of('appointment') ?? [])
      // An id leads back to whoever has it where the number begins with 9.
      .filter(({ id }) => world().entry(id) !== undefined)
      .filter(({ status, organisation }) => status === 'booked' && organisation === registrations[0]?.practice && !restricted)
      .map((entry) => ({ nhsNumber, entry })),
  );
  let found = 0;
  for (const { nhsNumber, entry } of ahead) {
    // Those whom practices hide have appointments too.
    if ((await diary.list(nhsNumber)).status !== 200) continue;
    found += 1;
    const read = await diary.ask('GET', `/Appointment/${entry.id}`);
    expect(read.body).toMatchObject({
      id: entry.id,
      status: 'booked',
      participant: [{ actor: { reference: `Patient/${nhsNumber}` } }, {}, {}],
    });
    const cancelled = await diary.cancel(read);
    expect([entry.id, cancelled.status, cancelled.body['status']]).toEqual([entry.id, 200, 'cancelled']);
    const listed = resourcesIn(
      await diary.ask('GET', `/Patient/${nhsNumber}/Appointment?start=ge2026-01-01&start=le2026-12-31`),
      'Appointment',
    );
    expect(listed.find(({ id }) => String(id) === entry.id)?.['status']).toBe('cancelled');
  }
  expect(found).toBeGreaterThan(2);
});

test('the same request sent again under its id books nothing twice', async () => {
  const { ask, freeSlot } = openDiary();
  const sent = bookingOf(await freeSlot());
  const once = { 'X-Request-ID': '5f0d2b9c-7a1e-4c36-9d84-1b6a3e8f7c20' };
  const [first, second] = [await ask('POST', '/Appointment', sent, once), await ask('POST', '/Appointment', sent, once)];
  expect([second.status, second.body]).toEqual([201, first.body]);
});

test('nobody is found who is unknown, whose number is none, or who has no online access yet', async () => {
  const { list, ask, freeSlot } = openDiary();
  const slot = await freeSlot();
  for (const [number, status, code] of [
    [nobodysNumber, 404, 'PATIENT_NOT_FOUND'],
    [wrongCheckDigit, 400, 'INVALID_NHS_NUMBER'],
    ['9990001200', 404, 'PATIENT_NOT_FOUND'],
    ['9990001294', 403, 'ACCESS_DENIED'],
  ] as const) {
    expect([number, outcomeOf(await list(number))]).toMatchObject([number, { status, code }]);
    const booked = await ask('POST', '/Appointment', bookingOf(slot, { participant: participants(number) }));
    expect([number, outcomeOf(booked)]).toMatchObject([number, { status, code }]);
  }
});

test('a patient sees and changes their own appointments alone', async () => {
  const { ask, freeSlot, signedIn, list } = openDiary();
  const made = await ask('POST', '/Appointment', bookingOf(await freeSlot()));
  const path = `/Appointment/${String(made.body['id'])}`;
  const other = signedIn('9990001251');
  for (const refused of [
    await ask('GET', path, undefined, other),
    await ask('PUT', path, cancellationOf(made), other),
    await ask('POST', '/Appointment', bookingOf(await freeSlot()), other),
    await ask('GET', `/Patient/${janeSmith}/Appointment?start=ge2026-01-01&start=le2026-01-31`, undefined, other),
  ])
    expect(outcomeOf(refused)).toMatchObject({ status: 403, code: 'ACCESS_DENIED' });
  expect((await ask('GET', path, undefined, signedIn(janeSmith))).status).toBe(200);
  expect((await list(janeSmith)).status).toBe(200);
});

test('slots come ahead of the clock, wherever that stands', async () => {
  const { slots, clock } = openDiary();
  clock.set(Date.UTC(2027, 5, 1));
  const found = resourcesIn(await slots({ start: 'ge2027-06-01T00:00:00+01:00', end: 'le2027-06-14' }), 'Slot');
  expect(found.length).toBeGreaterThan(0);
  for (const { start } of found) expect(String(start)).toMatch(/\+01:00$/);
});

test('the appointment of the published tests is there', async () => {
  const { ask } = openDiary();
  for (const id of ['1', '150'])
    expect((await ask('GET', `/Appointment/${id}`)).body).toMatchObject({
      id: '150',
      status: 'booked',
      start: '2017-08-17T11:20:00+01:00',
    });
});

test('a slot that is taken by one API is taken in the other, and given back by either', async () => {
  const all = await sandboxForAll(['gp-connect-appointments', 'booking-and-referral']);
  const gp = '/gp-connect/patient-facing/appointments-management-fhir/FHIR/STU3';
  const header = { 'X-Request-ID': '8d2f6a04-51c7-4f3e-9a1b-0c5e7d3b2f10', 'Content-Type': 'application/fhir+json' };
  const encoded = (value: object): string => btoa(JSON.stringify(value));
  const bars = {
    ...header,
    'X-Correlation-Id': '3b9d4e7c-2a6f-4c58-b1d0-6e8f9a7c5d42',
    'NHSD-Target-Identifier': encoded({ value: 'Y12345', system: 'https://fhir.nhs.uk/Id/ods-organization-code' }),
    'NHSD-End-User-Organisation': encoded({ resourceType: 'Organization' }),
    'NHSD-Requesting-Software': encoded({ resourceType: 'Device' }),
    'use-context': 'a4t2|booking|booking-request|new',
  };
  const query = 'start=ge2026-01-05&end=le2026-01-16&status=free&_include=Slot:schedule';
  const body = async (response: Response) =>
    (await response.json()) as {
      readonly id: string;
      readonly entry: readonly { readonly resource: { readonly id: string; readonly start: string; readonly end: string } }[];
    };
  const free = async () =>
    (await body(await all.send('GET', `${gp}/Slot?${query}`, undefined, header))).entry[0]?.resource ?? { id: '', start: '', end: '' };
  const referred = ({ id, start, end }: Awaited<ReturnType<typeof free>>) => ({
    resourceType: 'Appointment',
    status: 'booked',
    description: 'Sore throat',
    start,
    end,
    slot: [{ reference: `Slot/${id}` }],
    participant: [{ actor: { reference: `Patient/${janeSmith}` }, status: 'accepted' }],
  });

  const slot = await free();
  const byBars = await body(await all.send('POST', '/booking-and-referral/FHIR/R4/Appointment', referred(slot), bars));
  expect((await free()).id).not.toBe(slot.id);
  expect((await all.send('POST', `${gp}/Appointment`, bookingOf(slot as never), header)).status).toBe(409);

  const path = `${gp}/Appointment/${byBars.id}`;
  const read = { status: 200, headers: new Headers(), body: (await (await all.send('GET', path, undefined, header)).json()) as never };
  expect((await all.send('PUT', path, cancellationOf(read), header)).status).toBe(200);
  const atBars = await all.send('GET', `/booking-and-referral/FHIR/R4/Appointment/${byBars.id}`, undefined, bars);
  expect(await atBars.json()).toMatchObject({ status: 'cancelled' });
  expect((await free()).id).toBe(slot.id);

  expect((await all.send('POST', `${gp}/Appointment`, bookingOf(slot as never), header)).status).toBe(201);
  expect((await all.send('POST', '/booking-and-referral/FHIR/R4/Appointment', referred(slot), bars)).status).toBe(409);
});

test('whoever dies has no appointment ahead', async () => {
  const all = await sandboxForAll(['gp-connect-appointments', 'personal-demographics']);
  const gp = '/gp-connect/patient-facing/appointments-management-fhir/FHIR/STU3';
  const header = { 'X-Request-ID': '8d2f6a04-51c7-4f3e-9a1b-0c5e7d3b2f10' };
  const query = 'start=ge2026-01-05&end=le2026-01-16&status=free&_include=Slot:schedule';
  const found = (await (await all.send('GET', `${gp}/Slot?${query}`, undefined, header)).json()) as {
    readonly entry: readonly { readonly resource: { readonly id: string } }[];
  };
  const slot = found.entry[0]?.resource ?? { id: '' };
  const made = (await (
    await all.send('POST', `${gp}/Appointment`, bookingOf(slot as never), { ...header, 'Content-Type': 'application/fhir+json' })
  ).json()) as { readonly id: string };
  const pds = '/personal-demographics/FHIR/R4';
  const patient = await all.send('GET', `${pds}/Patient/${janeSmith}`, undefined, header);
  const died = await all.send(
    'PATCH',
    `${pds}/Patient/${janeSmith}`,
    {
      patches: [
        { op: 'add', path: '/deceasedDateTime', value: '2025-12-31T10:00:00+00:00' },
        {
          op: 'add',
          path: '/extension/-',
          value: {
            url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-DeathNotificationStatus',
            extension: [
              {
                url: 'deathNotificationStatus',
                valueCodeableConcept: {
                  coding: [
                    {
                      system: 'https://fhir.hl7.org.uk/CodeSystem/UKCore-DeathNotificationStatus',
                      code: '1',
                    },
                  ],
                },
              },
            ],
          },
        },
      ],
    },
    { ...header, 'If-Match': patient.headers.get('etag') ?? '', 'Content-Type': 'application/json-patch+json' },
  );
  expect(died.status).toBe(200);
  expect(all.workspace.population.record(janeSmith)?.entry(made.id)).toMatchObject({ status: 'cancelled' });
  expect(all.workspace.population.slot(slot.id)?.isFree).toBe(true);
});
