/** A write that is sent twice happens once, and one that takes too long can be asked for again. */
import { describe, expect, test } from 'vitest';
import { syncWait } from '../../src/nhs/idempotency.ts';
import type { Sandbox } from '../sandbox.ts';
import { headers, patient, said, ward } from './ward.ts';

const put = (sandbox: Sandbox, body: unknown, others: Record<string, string> = {}, id = patient): Promise<Response> =>
  sandbox.send('PUT', `/ward/beds/${id}`, body, { ...headers, ...others });
const turns = async (response: Response): Promise<unknown> => ((await response.json()) as { readonly turns: unknown }).turns;

describe('a write with an X-Request-ID that was seen before', () => {
  test('gets the first outcome, however the id is spelt, and happens once', async () => {
    const sandbox = ward();
    const first = await (await put(sandbox, { number: 1 })).text();
    const again = await put(sandbox, { number: 1 }, { 'X-Request-ID': headers['X-Request-ID'].toUpperCase() });
    expect([again.status, await again.text()]).toEqual([200, first]);
    expect(await turns(await put(sandbox, { number: 2 }))).toBe(2);
  });

  test('is new with another body, version or record', async () => {
    const sandbox = ward();
    await put(sandbox, { number: 1 });
    expect(await turns(await put(sandbox, { number: 1 }, { 'If-Match': 'W/"2"' }))).toBe(2);
    expect(await turns(await put(sandbox, { number: 1 }, {}, '9000000009'))).toBe(1);
  });

  test('is looked at afresh where the first was refused', async () => {
    const sandbox = ward();
    expect((await put(sandbox, { number: 13 })).status).toBe(409);
    expect(await turns(await put(sandbox, { number: 1 }))).toBe(1);
  });
});

describe('X-Sync-Wait', () => {
  test('shorter than a write takes is 503, and the retry gets the outcome', async () => {
    const sandbox = ward();
    const slow = await put(sandbox, { number: 1 }, { 'X-Sync-Wait': '0.25' });
    expect(slow.headers.get('retry-after')).toBe('5');
    expect((await said(slow)).slice(0, 4)).toEqual([503, 'SERVICE_UNAVAILABLE', 'Service unavailable', 'timeout']);
    expect(await turns(await put(sandbox, { number: 1 }, { 'X-Sync-Wait': '0.25' }))).toBe(1);
  });

  test.for<[string | undefined, number]>([
    [undefined, 10],
    ['', 10],
    ['soon', 10],
    ['0.2', 10],
    ['30', 10],
    ['0.25', 0.25],
    ['29', 29],
    ['5.5', 5.5],
  ])('%s counts as %d seconds', ([header, seconds]) => {
    expect(syncWait(header)).toBe(seconds);
  });
});
