/** The state of a workspace, over its own API: back to the beginning, to a point of one's own, and out and in again. */
import { expect, test } from 'vitest';
import { randomFrom, realRange } from '../gateway/live-numbers.ts';
import { notebook, notes } from '../gateway/notebook.ts';
import { sandboxOf, type Sandbox } from '../sandbox.ts';

const write = async ({ send }: Sandbox, text: string): Promise<string> => (await (await send('POST', notes, { text })).json()).id;
const statusOf = async ({ request }: Sandbox, id: string): Promise<number> => (await request(`${notes}/${id}`)).status;

test('a snapshot is a point to come back to, settings included, and a reset leaves it alone', async () => {
  const sandbox = sandboxOf(notebook);
  const { send, request } = sandbox;
  const kept = await write(sandbox, 'kept');
  await send('PATCH', '/_sandbox/settings', { unknownIds: 'refuse' });
  const taken = await send('POST', '/_sandbox/snapshots', { name: 'before-the-demo' });
  expect([taken.status, taken.headers.get('location')]).toEqual([201, 'http://sandbox.test/_sandbox/snapshots/before-the-demo']);
  expect(await taken.json()).toMatchObject({ name: 'before-the-demo', taken: '2026-01-01T00:00:00.000Z' });

  const later = await write(sandbox, 'written later');
  await send('PATCH', '/_sandbox/settings', { unknownIds: null });
  await send('POST', '/_sandbox/reset');
  expect(await statusOf(sandbox, kept)).toBe(404);
  expect((await send('POST', '/_sandbox/snapshots/before-the-demo/restore')).status).toBe(204);
  expect([await statusOf(sandbox, kept), await statusOf(sandbox, later)]).toEqual([200, 404]);
  expect(await (await request('/_sandbox/settings')).json()).toMatchObject({ unknownIds: 'refuse' });

  expect((await send('DELETE', '/_sandbox/snapshots/before-the-demo')).status).toBe(204);
  expect((await send('POST', '/_sandbox/snapshots/before-the-demo/restore')).status).toBe(404);
  expect(await (await request('/_sandbox/snapshots')).json()).toEqual({ snapshots: [] });
});

test('what was exported from one sandbox is there in another one', async () => {
  const [from, to] = [sandboxOf(notebook), sandboxOf(notebook)];
  const id = await write(from, 'carried over');
  const file = await (await from.request('/_sandbox/export')).text();
  await write(to, 'in its place');
  const lost = await write(to, 'in its way');
  const taken = await to.send('POST', '/_sandbox/import', file, { 'Content-Type': 'application/x-ndjson' });
  expect([taken.status, await taken.json()]).toEqual([200, { rows: expect.any(Number), notes: [] }]);
  expect([await statusOf(to, id), await statusOf(to, lost)]).toEqual([200, 404]);
  const rows = (text: string): readonly string[] => text.split('\n').slice(1);
  expect(rows(await (await to.request('/_sandbox/export')).text())).toEqual(rows(file));
});

test('a file about the people of another seed is refused in one sentence, and what is there stays', async () => {
  const [from, to] = [sandboxOf(notebook), sandboxOf(notebook, { seed: 7 })];
  const file = await (await from.request('/_sandbox/export')).text();
  const kept = await write(to, 'in its way');
  const refused = await to.send('POST', '/_sandbox/import', file, { 'Content-Type': 'application/x-ndjson' });
  expect([refused.status, await refused.json()]).toEqual([
    409,
    expect.objectContaining({ detail: expect.stringMatching(/^The file is of world\/.* seed 42 .*\.$/) }),
  ]);
  expect(await statusOf(to, kept)).toBe(200);
});

test('a file that was cut, or names somebody by the number of a real patient, changes nothing', async () => {
  const sandbox = sandboxOf(notebook);
  const id = await write(sandbox, 'still here');
  const lines = (await (await sandbox.request('/_sandbox/export')).text()).split('\n');
  const take = (text: string): Promise<Response> =>
    sandbox.send('POST', '/_sandbox/import', text, { 'Content-Type': 'application/x-ndjson' });

  const cut = await take(lines.slice(0, 2).join('\n'));
  expect([cut.status, (await cut.json()).detail]).toEqual([400, expect.stringContaining('was the file cut short?')]);

  const run = await take(lines.join(''));
  expect([run.status, (await run.json()).detail]).toEqual([400, expect.stringContaining('--data-binary')]);

  const number = realRange(randomFrom(7));
  for (const spelt of [number, [...number].map((digit) => `\\u003${digit}`).join('')]) {
    const row = { collection: 'notebook/note', key: 'x', position: 9, document: `{"nhsNumber":"${spelt}"}` };
    const refused = await take([lines[0], JSON.stringify(row), ...lines.slice(1)].join('\n'));
    const text = await refused.text();
    expect([refused.status, text]).toEqual([422, expect.stringContaining('Line 2 holds an NHS number')]);
    expect(text).not.toContain(number);
  }
  expect(await statusOf(sandbox, id)).toBe(200);
});

test('settings count from the next request on, and a wrong one changes none', async () => {
  // What was let through against its contract is shown against it, too.
  const { send, request } = sandboxOf(notebook, { tolerateDefects: true });
  const refused = await send('PATCH', '/_sandbox/settings', { checks: 'warn', delay: -1 });
  expect([refused.status, await refused.json()]).toEqual([
    400,
    expect.objectContaining({ errors: [expect.objectContaining({ in: 'body', pointer: '/delay' })] }),
  ]);
  expect((await send('POST', notes, { text: 1 })).status).toBe(400);
  expect((await send('PATCH', '/_sandbox/settings', { checks: 'warn' })).status).toBe(200);
  expect((await send('POST', notes, { text: 1 })).status).toBe(201);
  expect(await (await request('/_sandbox/settings?atFirst=true')).json()).toMatchObject({ checks: 'enforce' });
  await send('PATCH', '/_sandbox/settings', { checks: null });
  expect(await (await request('/_sandbox/settings')).json()).toMatchObject({ checks: 'enforce' });
});

test('no setting, preference or contract of a workspace reaches its own API', async () => {
  const { send, request } = sandboxOf(notebook);
  await send('PATCH', '/_sandbox/settings', { checks: 'warn', mediaTypes: 'lenient' });
  expect((await send('POST', '/_sandbox/snapshots', { name: '' })).status).toBe(400);
  expect((await request('/_sandbox/health', { headers: { Prefer: 'code=503' } })).status).toBe(200);
});

test('what is asked of the sandbox is journalled apart from what is asked of its APIs', async () => {
  const sandbox = sandboxOf(notebook);
  await sandbox.request('/_sandbox/catalogue');
  await write(sandbox, 'one');
  const refused = await sandbox.request('/_sandbox/exchanges?limit=0');
  const urls = async (of: string): Promise<readonly string[]> =>
    (await (await sandbox.request(`/_sandbox/exchanges?with=${of}`)).json()).exchanges.map(
      ({ request }: { readonly request: { readonly url: string } }) => request.url,
    );
  expect(await urls('apis')).toEqual([notes]);
  expect(await urls('sandbox')).toEqual(['/_sandbox/exchanges?with=apis', '/_sandbox/exchanges?limit=0', '/_sandbox/catalogue']);
  const trace = await (await sandbox.request(refused.headers.get('x-sandbox-trace') ?? '')).json();
  expect(trace).toMatchObject({ operation: { id: 'list-exchanges' }, problem: { faults: [{ in: 'query', name: 'limit' }] } });
});

test('what curl sends without naming its type is taken for what is asked for', async () => {
  const { request } = sandboxOf(notebook);
  const asForm = { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } };
  expect((await request('/_sandbox/snapshots', { ...asForm, body: '{"name":"mine"}' })).status).toBe(201);
  expect((await request('/_sandbox/snapshots', { ...asForm, body: 'name=mine' })).status).toBe(400);
  expect((await request('/_sandbox/snapshots', { ...asForm, headers: { 'Content-Type': 'text/xml' }, body: '<name/>' })).status).toBe(415);
});

test('a workspace says which of its settings were chosen for it, and whether a key opens it', async () => {
  const { request, send } = sandboxOf(notebook);
  const workspace = async (): Promise<unknown> => (await request('/_sandbox/workspace')).json();
  expect(await workspace()).toMatchObject({ hasKey: false, changedSettings: [] });
  await send('PATCH', '/_sandbox/settings', { delay: 1, checks: 'warn' });
  expect(await workspace()).toMatchObject({ changedSettings: ['delay', 'checks'] });
  await send('PATCH', '/_sandbox/settings', { delay: null });
  expect(await workspace()).toMatchObject({ changedSettings: ['checks'] });
  const made = await (await send('POST', '/_sandbox/workspaces', {})).json();
  const bearer = { headers: { Authorization: `Bearer ${made.managementKey}` } };
  expect(await (await request(`${new URL(made.baseUrl).pathname}/_sandbox/workspace`, bearer)).json()).toMatchObject({ hasKey: true });
});
