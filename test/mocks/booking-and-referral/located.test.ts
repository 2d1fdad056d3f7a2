/** A pointer to a booking is found by whoever asks the record locator, as long as it is there. */
import { expect, test } from 'vitest';
import type { AnyMock } from '../../../src/mock/mock.ts';
import { ownApis } from '../../../src/runtimes/own-apis.ts';
import { sandboxOf, world, type Loose } from '../../sandbox.ts';

const served = await ownApis(['booking-and-referral', 'nrl-consumer']);
const mocks = Object.fromEntries(served.flatMap(({ contract, mock }): [string, AnyMock][] => (mock ? [[contract.slug, mock]] : [])));
const contracts = served.map(({ contract }) => contract);

const ids = {
  'X-Request-Id': '5b0d7c1e-3f7a-4c55-9d3e-0a6f2b1c8d94',
  'X-Correlation-Id': '5b0d7c1e-3f7a-4c55-9d3e-0a6f2b1c8d95',
  'use-context': 'a4t2|validation|servicerequest-response|new',
};
const bars = '/booking-and-referral/FHIR/R4/DocumentReference';
const code = (value: string, display: string) => ({ coding: [{ system: 'http://snomed.info/sct', code: value, display }] });
const coded = (system: string, value: string) => ({ identifier: { system: `https://fhir.nhs.uk/Id/${system}`, value } });

const pointer = (url: string) => ({
  resourceType: 'DocumentReference',
  status: 'current',
  identifier: ['1', '2', '3'].map((value) => ({ system: 'https://example.org/id', value })),
  type: code('749001000000101', 'Appointment (booking)'),
  category: [code('419891008', 'Record artifact')],
  subject: coded('nhs-number', '9000000033'),
  author: [coded('ods-organization-code', 'Y90001')],
  custodian: coded('ods-organization-code', 'Y90001'),
  content: [{ attachment: { contentType: 'application/fhir+json', url }, format: [code('booking-request', 'Booking')] }],
});

test('what is announced of a booking is found, changed and gone at the record locator as well', async () => {
  const sandbox = sandboxOf(contracts, { mocks, population: world() });
  const send = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const answer = await sandbox.send(method, path, body, ids);
    expect([method, path, answer.status, answer.status < 300 ? '' : await answer.text()]).toEqual([method, path, answer.status, '']);
    return answer;
  };
  const found = async (): Promise<readonly unknown[]> => {
    const search = 'subject:identifier=https://fhir.nhs.uk/Id/nhs-number|9000000033&type=http://snomed.info/sct|749001000000101';
    const headers = { ...ids, 'NHSD-End-User-Organisation-ODS': 'RJ11' };
    const answer = await sandbox.request(`/record-locator/consumer/FHIR/R4/DocumentReference?${search}`, { headers });
    const { entry = [] } = (await answer.json()) as { readonly entry?: readonly { readonly resource: Loose }[] };
    return entry.map(({ resource }) => [resource['id'], resource['content']?.[0]?.['attachment']?.['url']]);
  };
  const made = await send('POST', bars, pointer('https://example.org/Appointment/1'));
  const id = made.headers.get('location')?.split('/').at(-1) ?? '';
  expect(await found()).toEqual([[`Y90001-${id}`, 'https://example.org/Appointment/1']]);
  await send('PUT', `${bars}/${id}`, { ...pointer('https://example.org/Appointment/2'), id });
  expect(await found()).toEqual([[`Y90001-${id}`, 'https://example.org/Appointment/2']]);
  await send('DELETE', `${bars}/${id}`);
  expect(await found()).toEqual([]);
});
