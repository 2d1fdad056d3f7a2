/** A changed record is told of: what a subscriber of the notification service would hear, in the inbox of the workspace. */
import { expect, test } from 'vitest';
import { loadContract } from '../../../src/contract/load.ts';
import { ownApis } from '../../../src/runtimes/own-apis.ts';
import { sandboxOf, type Loose } from '../../sandbox.ts';
import { base, demographics, world } from './demographics.ts';

const nhsNumber = '9000000009';
const deathStatus = {
  url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-DeathNotificationStatus',
  extension: [
    {
      url: 'deathNotificationStatus',
      valueCodeableConcept: { coding: [{ system: 'https://fhir.hl7.org.uk/CodeSystem/UKCore-DeathNotificationStatus', code: '1' }] },
    },
  ],
};

async function told({ sandbox }: ReturnType<typeof demographics>): Promise<readonly Loose[]> {
  const answer = (await (await sandbox.request(`/_sandbox/inbox?subject=${nhsNumber}`)).json()) as Loose; // as its contract says
  return answer['messages'] as unknown as readonly Loose[];
}

test('every change of a record is told with its new version, and as the CloudEvent that subscribers get', async () => {
  const service = demographics();
  const { body } = await service.call('GET', `/Patient/${nhsNumber}`);
  const version = Number(body['meta']?.['versionId']);
  const changed = await service.patch(nhsNumber, version, [{ op: 'replace', path: '/gender', value: 'male' }]);
  expect(changed.status).toBe(200);
  const [message, ...others] = await told(service);
  expect(others).toEqual([]);
  expect(message).toMatchObject({ api: 'personal-demographics', type: 'pds-record-change-2', contentType: 'application/cloudevents+json' });
  expect(message?.['body']).toEqual({
    specversion: '1.0',
    id: message?.['id'],
    source: 'https://fhir.nhs.uk/Id/nhsSpineASID/477121000323',
    type: 'pds-record-change-2',
    time: '2026-01-01T00:00:00Z',
    subject: nhsNumber,
    versionid: `W/"${version + 1}"`,
  });
});

test('a change of practice and a death are told besides, with the address of the record', async () => {
  const service = demographics();
  const { body } = await service.call('GET', `/Patient/${nhsNumber}`);
  const version = Number(body['meta']?.['versionId']);
  const { generalPractitioner, extension } = body;
  const other = { ...generalPractitioner?.[0], identifier: { ...generalPractitioner?.[0]?.['identifier'], value: 'Y90002' } };
  const moved = await service.patch(nhsNumber, version, [
    { op: 'test', path: '/generalPractitioner/0/id', value: generalPractitioner?.[0]?.['id'] },
    { op: 'replace', path: '/generalPractitioner/0', value: other },
  ]);
  const died = await service.patch(nhsNumber, version + 1, [
    { op: 'add', path: '/deceasedDateTime', value: '2025-12-24T10:00:00+00:00' },
    { op: 'add', path: extension ? '/extension/-' : '/extension', value: extension ? deathStatus : [deathStatus] },
  ]);
  expect([moved.status, died.status, died.body]).toMatchObject([200, 200, {}]);
  const messages = await told(service);
  expect(messages.map(({ type }) => type)).toEqual([
    'pds-record-change-2',
    'pds-change-of-gp-2',
    'pds-record-change-2',
    'pds-death-notification-2',
  ]);
  expect(messages[1]?.['body']).toMatchObject({ dataref: `https://api.service.nhs.uk/personal-demographics/FHIR/R4/Patient/${nhsNumber}` });
});

test('what is refused, or only looked at, is told to nobody', async () => {
  const service = demographics();
  await service.call('GET', `/Patient/${nhsNumber}`);
  await service.patch(nhsNumber, 99, [{ op: 'replace', path: '/gender', value: 'male' }]);
  expect(await told(service)).toEqual([]);
});

test('other APIs hear of it in its transaction, with all that subscribers may filter on', async () => {
  const [own] = await ownApis(['personal-demographics']);
  if (!own?.mock) throw new Error('it is served');
  const listener = loadContract({ name: 'listener', text: 'openapi: 3.1.0\ninfo: { title: Listener, version: 1.0.0 }\npaths: {}' });
  const heard: unknown[] = [];
  const mocks = {
    'personal-demographics': own.mock,
    listener: { behaviours: {}, events: { on: { 'pds-record-change-2': (_: unknown, about: unknown) => void heard.push(about) } } },
  };
  const { send } = sandboxOf([own.contract, listener], { population: world, mocks });
  const headers = {
    'Content-Type': 'application/json-patch+json',
    'If-Match': 'W/"2"',
    'X-Request-ID': '00000000-0000-4000-8000-000000000001',
  };
  const patches = [{ op: 'replace', path: '/gender', value: 'male' }];
  expect((await send('PATCH', `${base}/Patient/${nhsNumber}`, { patches }, headers)).status).toBe(200);
  expect(heard).toEqual([
    {
      nhsNumber,
      version: '3',
      filtering: { changed_gender: true, registeredgpodscode: expect.stringMatching(/^\w+$/), nhsnumber: nhsNumber },
    },
  ]);
});
