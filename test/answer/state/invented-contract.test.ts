/** A contract invented for the test, like none that is published, behaves with no code: state, lists, versions, patches and bytes. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sandboxOf, origin } from '../../sandbox.ts';

const library = readFileSync(new URL('./lending-library.yaml', import.meta.url), 'utf8');
const base = '/lending/v2';
const emma = { title: 'Emma', borrower: 'harriet', status: 'out' };

test('keeps what is posted and gives it back at its Location, under an id like those the contract shows', async () => {
  const { send, request } = sandboxOf(library);
  const created = await send('POST', `${base}/loans`, emma);
  expect(created.status).toBe(201);
  const loan = await created.json();
  expect(loan).toMatchObject(emma);
  expect(loan.loanRef).toMatch(/^LN-\d{6}$/);
  expect(created.headers.get('location')).toBe(`${origin}${base}/loans/${loan.loanRef}`);
  expect(created.headers.get('etag')).toBe('"1"');
  const read = await request(created.headers.get('location') ?? '');
  expect(read.status).toBe(200);
  expect(await read.json()).toEqual(loan);
});

test('answers a published id with its example, and an unknown one with 404 in the contract’s own error shape', async () => {
  const { request } = sandboxOf(library);
  expect(await (await request(`${base}/loans/LN-000123`)).json()).toMatchObject({ title: 'Middlemarch', loanRef: 'LN-000123' });
  const missing = await request(`${base}/loans/LN-999999`);
  expect(missing.status).toBe(404);
  expect(await missing.json()).toEqual({ code: expect.any(String), message: expect.stringContaining('exists') });
});

test('lists, filters, sorts and pages what is published together with what was posted', async () => {
  const { send, request } = sandboxOf(library);
  for (const [title, borrower] of [
    ['Emma', 'harriet'],
    ['Persuasion', 'anne'],
    ['Mansfield Park', 'fanny'],
  ])
    await send('POST', `${base}/loans`, { title, borrower, status: 'late' });
  const all = await (await request(`${base}/loans`)).json();
  expect(all.total).toBe(4);
  const late = await (await request(`${base}/loans?status=late&sort=-title`)).json();
  expect(late.items.map((item: { title: string }) => item.title)).toEqual(['Persuasion', 'Mansfield Park', 'Emma']);
  const page = await (await request(`${base}/loans?status=late&sort=title&limit=2`)).json();
  expect(page.items).toHaveLength(2);
  expect(page.total).toBe(3);
  const next = await (await request(page.next)).json();
  expect(next.items.map((item: { title: string }) => item.title)).toEqual(['Persuasion']);
});

test('replaces by If-Match and refuses a stale, a missing and a malformed one with the documented statuses', async () => {
  const { send, request } = sandboxOf(library);
  const created = await send('POST', `${base}/loans`, emma);
  const place = created.headers.get('location') ?? '';
  const put = (tag: Record<string, string>) => send('PUT', place, { ...emma, status: 'returned' }, tag);
  expect((await put({})).status).toBe(428);
  expect((await put({ 'If-Match': '"7"' })).status).toBe(412);
  expect((await put({ 'If-Match': 'soon' })).status).toBe(400);
  const replaced = await put({ 'If-Match': '"1"' });
  expect(replaced.status).toBe(200);
  expect(replaced.headers.get('etag')).toBe('"2"');
  expect(await (await request(place)).json()).toMatchObject({ status: 'returned' });
  expect((await put({ 'If-Match': '"1"' })).status).toBe(412);
});

test('applies a JSON Patch and a merge patch, and refuses one that would break the schema, changing nothing', async () => {
  const { send, request } = sandboxOf(library);
  const place = (await send('POST', `${base}/loans`, emma)).headers.get('location') ?? '';
  const json = { 'Content-Type': 'application/json-patch+json' };
  expect(await (await send('PATCH', place, [{ op: 'replace', path: '/status', value: 'late' }], json)).json()).toMatchObject({
    status: 'late',
  });
  expect(
    await (await send('PATCH', place, { status: null }, { 'Content-Type': 'application/merge-patch+json' })).json(),
  ).not.toHaveProperty('status');
  const broken = await send('PATCH', place, [{ op: 'add', path: '/status', value: 'lost' }], json);
  expect(broken.status).toBe(422);
  expect((await broken.json()).message).toContain('/status');
  expect((await send('PATCH', place, [{ op: 'remove', path: '/nowhere' }], json)).status).toBe(422);
  expect(await (await request(place)).json()).not.toHaveProperty('status');
});

test('forgets what is deleted, published or posted', async () => {
  const { send, request } = sandboxOf(library);
  const place = (await send('POST', `${base}/loans`, emma)).headers.get('location') ?? '';
  for (const path of [place, `${base}/loans/LN-000123`]) {
    expect((await send('DELETE', path)).status).toBe(204);
    expect((await request(path)).status).toBe(404);
    expect((await send('DELETE', path)).status).toBe(404);
  }
  expect(await (await request(`${base}/loans`)).json()).toMatchObject({ items: [], total: 0 });
});

test('keeps a nested collection with its parent, and answers 404 for a parent that does not exist', async () => {
  const { send, request } = sandboxOf(library);
  const added = await send('POST', `${base}/loans/LN-000123/notes`, { text: 'Spine is worn.' });
  expect(added.status).toBe(201);
  expect(await (await request(added.headers.get('location') ?? '')).json()).toMatchObject({ text: 'Spine is worn.' });
  expect(await (await request(`${base}/loans/LN-000123/notes`)).json()).toHaveLength(1);
  expect((await send('POST', `${base}/loans/LN-555555/notes`, { text: 'x' })).status).toBe(404);
});

test('stores bytes and gives the same bytes back', async () => {
  const { request } = sandboxOf(library);
  const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 255, 254, 13, 10]);
  const put = () => request(`${base}/covers/emma`, { method: 'PUT', headers: { 'Content-Type': 'image/png' }, body: bytes });
  expect((await put()).status).toBe(201);
  expect((await put()).status).toBe(204);
  const read = await request(`${base}/covers/emma`);
  expect(read.headers.get('content-type')).toBe('image/png');
  expect(new Uint8Array(await read.arrayBuffer())).toEqual(bytes);
});

test('never keeps what only the server may set', async () => {
  const { send } = sandboxOf(
    library.replace(
      'additionalProperties: false\n      properties:\n        title',
      'properties:\n        created: { type: string, readOnly: true }\n        title',
    ),
  );
  const created = await send('POST', `${base}/loans`, { ...emma, created: '1999-01-01T00:00:00Z' });
  expect(await created.json()).not.toMatchObject({ created: '1999-01-01T00:00:00Z' });
});

test('gives a decimal back in the digits it came in', async () => {
  const { send, request } = sandboxOf(library);
  const created = await send('POST', `${base}/loans`, '{"title":"Emma","borrower":"harriet","fee":1.50}');
  expect(await created.text()).toContain('"fee":1.50');
  expect(await (await request(created.headers.get('location') ?? '')).text()).toContain('"fee":1.50');
});

test('is back at the beginning after a reset', async () => {
  const { send, request } = sandboxOf(library);
  const place = (await send('POST', `${base}/loans`, emma)).headers.get('location') ?? '';
  expect((await send('POST', '/_sandbox/reset')).status).toBe(204);
  expect((await request(place)).status).toBe(404);
});
