/** Referrals from the search to the end, as the service has it and its official sandbox has not. */
import { expect, test } from 'vitest';
import {
  actionsIn,
  appointment,
  because,
  coding,
  create,
  creating,
  criteria,
  idsIn,
  identifier,
  jane,
  ofPublished,
  openErs,
  parametersOf,
  provider,
  referred,
  refusal,
  slot,
  slotsOf,
  stateOf,
  updatedIn,
  type Ers,
} from './referring.ts';

const tasks = (ers: Ers, ubrn: string, version: number, as?: string) =>
  ers.ask('GET', `/STU3/Task?focus=ReferralRequest/${ubrn}/_history/${version}&intent=proposal&status=ready`, { as });
const recordOf = ({ sandbox }: Ers, nhsNumber = jane) => sandbox.workspace.population.record(nhsNumber);

test('a patient is referred, booked and cancelled: versions, the slot and the record go along', async () => {
  const ers = openErs();
  const ubrn = await referred(ers);
  const booked = await ers.ask('POST', '/STU3/Appointment', { body: appointment({ ubrn, version: 1, more: slot('11000001') }) });
  expect([booked.status, booked.body['status'], booked.headers.get('etag')]).toEqual([201, 'booked', 'W/"0"']);
  expect(idsIn(await slotsOf(ers, '11000'))).not.toContain('11000001');
  expect(
    recordOf(ers)
      ?.of('referral')
      .find((each) => each.ubrn === ubrn)?.status,
  ).toBe('booked');
  const again = await ers.ask('POST', '/STU3/Appointment', { body: appointment({ ubrn, version: 1, more: slot('11000002') }) });
  expect(refusal(again)).toBe('409 VERSION_CONFLICT');
  const cancelled = await ers.ask('PUT', `/STU3/Appointment/${String(booked.body['id'])}`, {
    version: 0,
    body: { resourceType: 'Appointment', status: 'cancelled', reason: [{ coding: [{ code: 'PATIENT_ILL' }] }] },
  });
  expect([cancelled.status, cancelled.body['status']]).toEqual([200, 'cancelled']);
  expect(idsIn(await slotsOf(ers, '11000'))).toContain('11000001');
  const read = await ers.ask('GET', `/STU3/ReferralRequest/${ubrn}`);
  expect([stateOf(read.body), read.headers.get('etag')]).toEqual(['APPT_CANCELLED_BY_PATIENT', 'W/"3"']);
});

test('a slot of a hospital’s diary is taken by a booking and free again when it is cancelled, for every API', async () => {
  const ers = openErs();
  const search = parametersOf({
    requestType: coding('APPOINTMENT_REQUEST'),
    sortBy: coding('DISTANCE'),
    patient: identifier('9990000409'),
    searchCriteria: { resource: criteria({ specialty: coding('DERMATOLOGY'), clinicType: coding('GENERAL_DERMATOLOGY') }) },
  });
  const found = await ers.ask('POST', '/STU3/HealthcareService/$ers.searchHealthcareServicesForPatient', { body: search });
  const service = String(found.body['entry']?.[0]?.['item']?.['identifier']?.['value']);
  const [first = ''] = idsIn(await slotsOf(ers, service));
  const { population } = ers.sandbox.workspace;
  expect(population.slot(first)?.isFree).toBe(true);
  const sought = criteria({ specialty: coding('DERMATOLOGY'), clinicType: coding('GENERAL_DERMATOLOGY') });
  const made = await ers.ask('POST', create, { body: creating([service], { patient: identifier('9990000409') }, sought) });
  const ubrn = String(made.body['id']);
  const body = appointment({ ubrn, version: 1, nhsNumber: '9990000409', service, more: slot(first) });
  const booked = await ers.ask('POST', '/STU3/Appointment', { body });
  expect([booked.status, population.slot(first)?.isFree]).toEqual([201, false]);
  await ers.onReferral(ubrn, 'cancelReferral', { version: 2, body: parametersOf({ cancellationReason: coding('RAISED_IN_ERROR') }) });
  expect(population.slot(first)?.isFree).toBe(true);
});

test('what may be done is what is offered: every offered action succeeds, by whoever it is offered to', async () => {
  const ers = openErs();
  expect(actionsIn(await tasks(ers, '000000070000', 5))).toEqual([
    'CREATE_APPOINTMENT',
    'CHANGE_SHORTLIST',
    'CHANGE_SHORTLIST_AND_SEND_FOR_TRIAGE',
    'CANCEL_REFERRAL',
  ]);
  expect(actionsIn(await tasks(ers, '000000070006', 5, provider))).toEqual(['RECORD_REVIEW_OUTCOME', 'CANCEL_REFERRAL']);
  expect(actionsIn(await tasks(ers, '000000070001', 5))).toEqual(['CANCEL_REFERRAL', 'CANCEL_DIRECTLY_BOOKED_APPOINTMENT']);
  const ended = await ers.onReferral('000000070001', 'cancelReferral', {
    body: parametersOf({ cancellationReason: coding('PATIENT_DIED') }),
  });
  expect(stateOf(updatedIn(ended))).toBe('CANCELLED_REFERRAL');
  expect(actionsIn(await tasks(ers, '000000070001', 6))).toEqual([]);
});

test('what is left to the provider is booked by them on the day by which they are to call, in working days', async () => {
  const ers = openErs();
  const deferred = await ers.ask('POST', '/STU3/Appointment', { body: ofPublished(because('NO_SLOTS_AT_SERVICE'), '11021') });
  expect(deferred.status).toBe(201);
  ers.wait(50);
  expect(stateOf((await ers.ask('GET', '/STU3/ReferralRequest/000000070000')).body)).toBe('DEFERRED_TO_PROVIDER');
  ers.wait(8);
  expect(stateOf((await ers.ask('GET', '/STU3/ReferralRequest/000000070000')).body)).toBe('BOOKED');
});

test('everybody of the population who waits for a hospital has a referral here, in the state that their record tells', async () => {
  const ers = openErs();
  const { population } = ers.sandbox.workspace;
  for (const { nhsNumber } of population.members('Y90001', { from: 0, to: 400 })) {
    for (const { ubrn, organisation, status } of population.record(nhsNumber)?.of('referral') ?? []) {
      if (organisation === undefined || status === 'closed') continue;
      const read = await ers.ask('GET', `/STU3/ReferralRequest/${ubrn}`, { organisation });
      expect([read.status, read.body['subject']?.['identifier']?.['value']]).toEqual([200, nhsNumber]);
      return;
    }
  }
  throw new Error('nobody on the list waits for anything');
});

test('a booking that the hospital’s system refuses, or says nothing to, leaves nothing behind', async () => {
  const ers = openErs();
  const answers = await Promise.all(
    ['11000502', '11000504', '11000503'].map((id) => ers.ask('POST', '/STU3/Appointment', { body: ofPublished(slot(id)) })),
  );
  expect(answers.map(refusal)).toEqual(['502 PAS_RESPONDED_WITH_ERROR', '504 PAS_NOT_RESPONDING', '422 UNABLE_TO_CONFIRM_APPOINTMENT']);
  expect(answers[1]?.text).toContain(
    "PAS unable to create booking into slot '11000504' for UBRN: 000000070000. PAS Request Status: TIMED_OUT",
  );
  const after = await ers.ask('GET', '/STU3/ReferralRequest/000000070000');
  expect([stateOf(after.body), after.headers.get('etag')]).toEqual(['NOT_BOOKED', 'W/"5"']);
});
