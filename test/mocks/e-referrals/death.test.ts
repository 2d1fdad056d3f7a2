/** A death that the Personal Demographics Service is told of ends what is open, in every API, and nothing more is done with it. */
import { expect, test } from 'vitest';
import type { AnyMock } from '../../../src/mock/mock.ts';
import { ownApis } from '../../../src/runtimes/own-apis.ts';
import { sandboxOf, world, type Loose } from '../../sandbox.ts';
import {
  actionsIn,
  appointment,
  coding,
  create,
  creating,
  ersIn,
  idsIn,
  jane,
  parametersOf,
  referred,
  refusal,
  slot,
  slotsOf,
  stateOf,
  type Ers,
} from './referring.ts';

const served = await ownApis(['e-referrals', 'personal-demographics']);
const mocks = Object.fromEntries(served.flatMap(({ contract, mock }): [string, AnyMock][] => (mock ? [[contract.slug, mock]] : [])));

const notification = {
  url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-DeathNotificationStatus',
  extension: [
    {
      url: 'deathNotificationStatus',
      valueCodeableConcept: { coding: [{ system: 'https://fhir.hl7.org.uk/CodeSystem/UKCore-DeathNotificationStatus', code: '1' }] },
    },
  ],
};

async function dies({ sandbox }: Ers): Promise<void> {
  const path = `/personal-demographics/FHIR/R4/Patient/${jane}`;
  const headers = { 'X-Request-ID': '00000000-0000-4000-8000-000000000001' };
  const read = await sandbox.request(path, { headers });
  const { extension } = (await read.json()) as Loose; // as its contract says
  const patches = [
    { op: 'add', path: '/deceasedDateTime', value: '2025-12-24T10:00:00+00:00' },
    { op: 'add', path: extension ? '/extension/-' : '/extension', value: extension ? notification : [notification] },
  ];
  const died = await sandbox.request(path, {
    method: 'PATCH',
    headers: { ...headers, 'Content-Type': 'application/json-patch+json', 'If-Match': read.headers.get('etag') ?? '' },
    body: JSON.stringify({ patches }),
  });
  expect([died.status, await died.text()]).toEqual([200, expect.any(String)]);
}

test('a referral is cancelled with the death of the patient, and the slot that was booked is free again', async () => {
  const ers = ersIn(
    sandboxOf(
      served.map(({ contract }) => contract),
      { mocks, population: world() },
    ),
  );
  const [open, ahead] = [await referred(ers), await referred(ers)];
  const booked = await ers.ask('POST', '/STU3/Appointment', { body: appointment({ ubrn: ahead, version: 1, more: slot('11000001') }) });
  expect([booked.status, idsIn(await slotsOf(ers, '11000')).includes('11000001')]).toEqual([201, false]);
  await dies(ers);

  for (const ubrn of [open, ahead]) {
    const read = await ers.ask('GET', `/STU3/ReferralRequest/${ubrn}`);
    expect([stateOf(read.body), read.text.includes('PATIENT_DIED')]).toEqual(['CANCELLED_REFERRAL', true]);
    const version = Number(read.headers.get('etag')?.slice(3, -1));
    const focus = `ReferralRequest/${ubrn}/_history/${version}`;
    expect(actionsIn(await ers.ask('GET', `/STU3/Task?focus=${focus}&intent=proposal&status=ready`))).toEqual([]);
    const body = parametersOf({ cancellationReason: coding('RAISED_IN_ERROR') });
    expect(refusal(await ers.onReferral(ubrn, 'cancelReferral', { version, body }))).toBe('422 PATIENT_ERROR');
  }
  const record = ers.sandbox.workspace.population.record(jane);
  const ours = [open, ahead].map((ubrn) => record?.of('referral').find((each) => each.ubrn === ubrn)?.status);
  expect(ours).toEqual(['closed', 'closed']);
  expect((await ers.ask('GET', `/STU3/Appointment/${String(booked.body['id'])}`)).body['status']).toBe('cancelled');
  expect(idsIn(await slotsOf(ers, '11000'))).toContain('11000001');
  expect(refusal(await ers.ask('POST', create, { body: creating() }))).toBe('422 PATIENT_ERROR');
});
