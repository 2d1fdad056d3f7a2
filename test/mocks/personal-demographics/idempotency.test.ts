/** A write sent twice happens once, and one that takes too long can be asked for again. */
import { describe, expect, test } from 'vitest';
import { demographics, faultOf } from './demographics.ts';
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

describe('X-Sync-Wait', () => {
  test('shorter than a write takes is 503, and the retry with the same id gets the outcome', async () => {
    const { patch } = demographics();
    const slow = await patch(id, version, unknown, { ...once, 'X-Sync-Wait': '0.25' });
    expect(slow.headers.get('retry-after')).toBe('5');
    expect(faultOf(slow)).toMatchObject({ status: 503, code: 'SERVICE_UNAVAILABLE', issue: 'timeout', display: 'Service unavailable' });
    const retried = await patch(id, version, unknown, { ...once, 'X-Sync-Wait': '0.25' });
    expect([retried.status, retried.headers.get('etag')]).toEqual([200, `W/"${version + 1}"`]);
  });
});

test('503 can be asked for', async () => {
  const { patch } = demographics();
  const answer = await patch(id, version, unknown, { Prefer: 'code=503' });
  expect([answer.status, faultOf(answer)['code']]).toEqual([503, 'SERVICE_UNAVAILABLE']);
});
