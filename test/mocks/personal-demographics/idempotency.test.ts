/** A write sent twice happens once, and one that takes too long can be asked for again. */
import { describe, expect, test } from 'vitest';
import type { Json } from '../../../src/contract/contract.ts';
import type { Answer } from '../../sandbox.ts';
import { contract, demographics, faultOf, type Demographics } from './demographics.ts';
import { somebody } from './people.ts';

const id = somebody.nhsNumber;
const { version } = somebody;
const once = { 'X-Request-ID': '60e0b220-8136-4ca5-ae46-1d97ef59d068' };
const unknown = [{ op: 'replace', path: '/gender', value: 'unknown' }];

describe('a retry', () => {
  test('gets the first answer, though the version has moved', async () => {
    const { call, patch } = demographics();
    const first = await patch(id, version, unknown, once);
    const again = await patch(id, version, unknown, { 'X-Request-ID': once['X-Request-ID'].toUpperCase() });
    expect([again.status, again.headers.get('etag'), again.body]).toEqual([200, `W/"${version + 1}"`, first.body]);
    expect((await call('GET', `/Patient/${id}`)).headers.get('etag')).toBe(`W/"${version + 1}"`);
  });

  test('of a refused write is looked at afresh', async () => {
    const { patch } = demographics();
    expect((await patch(id, version + 1, unknown, once)).status).toBe(409);
    expect((await patch(id, version, unknown, once)).status).toBe(200);
  });

  test('with another body, or for another patient, is another request', async () => {
    const { patch } = demographics();
    await patch(id, version, unknown, once);
    expect((await patch(id, version, [{ op: 'replace', path: '/gender', value: 'male' }], once)).status).toBe(409);
    expect((await patch('9111231130', version, unknown, once)).status).toBe(404);
  });
});

const notInTime =
  "The downstream domain processing has not completed within the configured timeout period. Using the same 'X-Request-ID' header, retry your request after the time specified by the 'Retry-After' response header.";

/** Where the explanation of an answer says that its write can be polled. */
async function pollOf({ sandbox }: Demographics, answer: Answer): Promise<string> {
  const trace: { readonly notes?: readonly string[] } = await (await sandbox.request(answer.headers.get('x-sandbox-trace') ?? '')).json();
  return /\/_poll\/[\w-]+/.exec(trace.notes?.join(' ') ?? '')?.[0] ?? '';
}

describe('a write that takes longer than its client waits', () => {
  const service = demographics();
  const { call, patch } = service;
  const json = { 'Content-Type': 'application/fhir+json' };
  const impatient = { 'X-Sync-Wait': '0.25' };
  const example = (operation: string): Json =>
    contract.operations.find(({ id: each }) => each === operation)?.body?.content[0]?.examples[0]?.value ?? null;

  test.for<[string, (headers: Record<string, string>) => Promise<Answer>, number]>([
    ['PATCH Patient', (headers) => patch(id, version, unknown, headers), 200],
    ['POST Patient', (headers) => call('POST', '/Patient', { body: example('create-patient'), headers: { ...json, ...headers } }), 201],
    [
      'POST Patient, of somebody known',
      (headers) =>
        call('POST', '/Patient', { body: { ...(example('create-patient') as object), telecom: [] }, headers: { ...json, ...headers } }),
      200,
    ],
    [
      '$process-birth-details',
      (headers) =>
        call('POST', '/Patient/$process-birth-details', { body: example('process-birth-details'), headers: { ...json, ...headers } }),
      201,
    ],
    [
      'POST Coverage',
      (headers) => call('POST', '/Coverage', { body: example('post-coverage'), headers: { ...json, 'If-Match': 'W/"2"', ...headers } }),
      201,
    ],
  ])('%s is 503, and a retry with the same id, or a poll, gets its outcome', async ([name, write, status]) => {
    const headers = { ...impatient, 'X-Request-ID': `00000000-0000-4000-9000-${String(name.length).padStart(12, '0')}` };
    const slow = await write(headers);
    expect(slow.headers.get('retry-after')).toBe('5');
    expect(faultOf(slow)).toEqual({
      status: 503,
      code: 'SERVICE_UNAVAILABLE',
      display: 'Service unavailable',
      issue: 'timeout',
      severity: 'error',
      diagnostics: notInTime,
    });
    const poll = await pollOf(service, slow);
    const pending = await call('GET', poll);
    expect([pending.status, pending.headers.get('content-location')?.endsWith(poll), pending.body]).toEqual([202, true, {}]);
    const retried = await write(headers);
    expect(retried.status).toBe(status);
    service.sandbox.clock.set(service.sandbox.clock.now() + 1000);
    const polled = await call('GET', poll);
    expect([polled.status, polled.body]).toEqual([retried.status, retried.body]);
    for (const header of ['etag', 'notification-id']) expect(polled.headers.get(header)).toBe(retried.headers.get(header));
  });

  test.for<[string, string]>([
    ['nothing', ''],
    ['text', 'soon'],
    ['less than 0.25', '0.2'],
    ['more than 29', '30'],
    ['10', '10'],
    ['just enough', '0.5'],
  ])('is none where X-Sync-Wait is %s', async ([, wait]) => {
    const { status } = await demographics().patch(id, version, unknown, { 'X-Sync-Wait': wait });
    expect(status).toBe(200);
  });

  test('takes as long as its answer is held back, and the waits of its retries add up', async () => {
    const { patch: slowly } = demographics();
    const waiting = { ...once, 'X-Sync-Wait': '0.5' };
    expect((await slowly(id, version, unknown, { ...waiting, 'X-Sandbox-Scenario': 'latency=900' })).status).toBe(503);
    expect((await slowly(id, version, unknown, { ...waiting, 'X-Sync-Wait': '0.25' })).status).toBe(503);
    expect((await slowly(id, version, unknown, waiting)).status).toBe(200);
  });

  test('is polled in vain where nobody wrote, and for ever by the example of the contract', async () => {
    expect(faultOf(await call('GET', '/_poll/6f1f6c1c-53e4-4bb1-9a39-0a4f4b5f7c01'))).toMatchObject({
      status: 404,
      code: 'RESOURCE_NOT_FOUND',
    });
    expect((await call('GET', '/_poll/00000000-0000-0000-0000-000000000000')).status).toBe(202);
  });
});

test('503 can be asked for', async () => {
  const { patch } = demographics();
  const answer = await patch(id, version, unknown, { Prefer: 'code=503' });
  expect([answer.status, faultOf(answer)['code']]).toEqual([503, 'SERVICE_UNAVAILABLE']);
});
