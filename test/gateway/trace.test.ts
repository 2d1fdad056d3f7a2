/** X-Sandbox-Trace: every exchange is explained at a URL, kept in a bounded ring, and gives nothing away that was sent. */
import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../src/workspace/settings.ts';
import { sandboxOf, type Sandbox } from '../sandbox.ts';
import { notebook, notes } from './notebook.ts';

const traceOf = async ({ request }: Sandbox, response: Response) => (await request(response.headers.get('x-sandbox-trace') ?? '')).json();

test('says what was asked, which operation and step answered, and with which seed', async () => {
  const sandbox = sandboxOf(notebook, { seed: 7 });
  const trace = await traceOf(sandbox, await sandbox.request(`${notes}/first`));
  expect(trace).toMatchObject({
    data: 'synthetic',
    at: '2026-01-01T00:00:00.000Z',
    request: { method: 'GET', url: `${notes}/first` },
    api: { title: 'Notebook', version: '3.0.0' },
    operation: { id: 'read-note', method: 'GET', path: '/notes/{id}', contract: '/paths/~1notes~1{id}/get' },
    answer: { status: 200, by: 'inferred' },
    seed: 7,
  });
});

test('names every fault of a refused request by its pointer, and shows a request that works', async () => {
  const sandbox = sandboxOf(notebook);
  const trace = await traceOf(sandbox, await sandbox.send('POST', notes, { text: 1, pages: [{ number: 'x' }] }));
  expect(trace.problem).toMatchObject({ kind: 'invalid-value' });
  expect(trace.problem.faults.map((fault: { pointer: string }) => fault.pointer).sort()).toEqual(['/pages/0/number', '/text']);
  expect(trace.works).toMatch(/^curl .*-X POST 'http:\/\/sandbox\.test\/notebook\/notes'/);
});

describe('the request that works', () => {
  test.each([
    ['GET', `${notes}/nobody`, undefined],
    ['GET', `${notes}?page[size]=x`, undefined],
    ['POST', notes, { text: 1 }],
  ])('really does, after %s %s failed', async (method, path, body) => {
    const sandbox = sandboxOf(notebook);
    const { works } = await traceOf(sandbox, await sandbox.send(method, path, body));
    const [, url = ''] = /'(http[^']+)'/.exec(works) ?? [];
    const [, verb = 'GET'] = /-X (\w+)/.exec(works) ?? [];
    const [, data] = /-d '([^']*)'/.exec(works) ?? [];
    const headers = Object.fromEntries([...works.matchAll(/-H '([^:]+): ([^']*)'/g)].map(([, name, value]) => [name, value]));
    expect((await sandbox.request(url, { method: verb, headers, ...(data === undefined ? {} : { body: data }) })).status).toBeLessThan(300);
  });
});

test('a list of exchanges shows the newest first', async () => {
  const { request } = sandboxOf(notebook);
  await request(`${notes}/first`);
  await request(`${notes}/second`);
  const { exchanges } = await (await request('/_sandbox/exchanges?limit=2')).json();
  expect(exchanges.map((exchange: { request: { url: string } }) => exchange.request.url)).toEqual([`${notes}/second`, `${notes}/first`]);
});

test('ids cannot be guessed from one another, and an id of another workspace opens nothing', async () => {
  const [ours, theirs] = [sandboxOf(notebook), sandboxOf(notebook)];
  const [one, two] = [await ours.request(`${notes}/first`), await ours.request(`${notes}/first`)];
  const idOf = (response: Response): string => response.headers.get('x-sandbox-trace')?.split('/').at(-1) ?? '';
  expect(idOf(one)).toMatch(/^[0-9a-f]{32}$/);
  expect(idOf(two)).not.toBe(idOf(one));
  expect((await theirs.request(`/_sandbox/trace/${idOf(two)}`)).status).toBe(404);
  for (const guess of ['0', '1', '', '..', idOf(one).toUpperCase(), '%00', '__proto__'])
    expect((await ours.request(`/_sandbox/trace/${guess}`)).status).toBeGreaterThanOrEqual(400);
});

const canary = 'c4n4ry5ecret';
type Asked = readonly (readonly [string, (sandbox: Sandbox) => Promise<Response>])[];

describe('LOG-1, LOG-6: no credential that was sent is kept', () => {
  const credentials: Asked = [
    [
      'a token',
      ({ request }) =>
        request(`${notes}/first`, { headers: { Authorization: `Bearer ${canary}`, Cookie: `session=${canary}`, 'X-Api-Key': canary } }),
    ],
    ['a token of a refused request', ({ request }) => request(`${notes}?page[size]=x`, { headers: { Authorization: `Basic ${canary}` } })],
    ['a secret in a body', ({ send }) => send('POST', notes, { text: 'x', client_secret: canary, deep: [{ 'access-token': canary }] })],
    ['a body that is no JSON', ({ send }) => send('POST', notes, `{"text": ${canary}`)],
  ];

  test.each(credentials)('%s', async (_, ask) => {
    const sandbox = sandboxOf(notebook);
    const response = await ask(sandbox);
    expect(JSON.stringify(await traceOf(sandbox, response))).not.toContain(canary);
    expect(await (await sandbox.request('/_sandbox/exchanges?full=true')).text()).not.toContain(canary);
    sandbox.workspace.flush();
    expect(JSON.stringify(sandbox.workspace.store.list('~journal'))).not.toContain(canary);
  });

  test('a credential in a URL is masked', async () => {
    const sandbox = sandboxOf(notebook);
    for (const name of ['access_token', 'token', 'api_key', 'ApiKey', 'client_secret', 'password']) {
      const trace = await traceOf(sandbox, await sandbox.request(`${notes}?${name}=${canary}&q=x`));
      expect(trace.request.url).not.toContain(canary);
      expect(trace.request.url).toContain('q=x');
    }
  });
});

/** Without the request that works, which is the one that was sent, mended. */
const withoutLine = (told: Awaited<ReturnType<typeof traceOf>>) =>
  Object.fromEntries(Object.entries(told).filter(([name]) => !name.startsWith('works')));

describe('LOG-3: what else was sent is kept on its side of the exchange, and nowhere else', () => {
  const values: Asked = [
    ['a body', ({ send }) => send('POST', notes, { text: canary })],
    ['a body that breaks its schema', ({ send }) => send('POST', notes, { text: [canary], pages: canary })],
    ['a member name', ({ send }) => send('POST', notes, { text: 'x', extra: canary })],
    ['a header that breaks its schema', ({ request }) => request(notes, { headers: { 'X-Kind': canary } })],
    ['a content type', ({ send }) => send('POST', notes, 'x', { 'Content-Type': `text/${canary}` })],
    ['an Accept header', ({ request }) => request(notes, { headers: { Accept: `text/${canary}` } })],
    ['a Prefer header', ({ request }) => request(`${notes}/first`, { headers: { Prefer: `example=${canary}` } })],
    ['a correlation id', ({ request }) => request(notes, { headers: { 'X-Request-ID': canary } })],
  ];

  test.each(values)('%s', async (_, ask) => {
    const sandbox = sandboxOf(notebook);
    const told = await traceOf(sandbox, await ask(sandbox));
    const { request, answer, ...others } = told;
    expect(JSON.stringify([request.headers, request.body])).toContain(canary);
    expect(JSON.stringify([request.method, request.url, answer.why, withoutLine(others)])).not.toContain(canary);
    expect(await (await sandbox.request('/_sandbox/exchanges')).text()).not.toContain(canary);
  });
});

describe('the ring', () => {
  test('the 1,001st exchange drops the first, in memory and in the store', async () => {
    const { request, workspace } = sandboxOf(notebook);
    const ask = async (): Promise<string> => (await request(`${notes}/first`)).headers.get('x-sandbox-trace') ?? '';
    const oldest = await ask();
    for (let i = 1; i < defaultSettings.journal; i++) await ask();
    expect((await request(oldest)).status).toBe(200);
    await ask();
    expect((await request(oldest)).status).toBe(404);
    workspace.flush();
    expect(workspace.journal.list(5_000)).toHaveLength(defaultSettings.journal);
  });

  test.each(['0', '-1', '1001', 'all', '1.5', ''])('a list of %s exchanges is refused', async (limit) => {
    expect((await sandboxOf(notebook).request(`/_sandbox/exchanges?limit=${limit}`)).status).toBe(400);
  });
});

test('a reset forgets exchanges and rows, and gives published items back', async () => {
  const sandbox = sandboxOf(notebook);
  const made = await sandbox.send('POST', notes, { text: 'mine' });
  await sandbox.send('PATCH', `${notes}/first`, [{ op: 'replace', path: '/text', value: 'changed' }], {
    'Content-Type': 'application/json-patch+json',
  });
  const { id } = await made.json();
  expect((await sandbox.send('POST', '/_sandbox/reset')).status).toBe(204);
  expect((await sandbox.request(`${notes}/${id}`)).status).toBe(404);
  expect(await (await sandbox.request(`${notes}/first`)).json()).toMatchObject({ text: 'Hello' });
  expect((await sandbox.request(made.headers.get('x-sandbox-trace') ?? '')).status).toBe(404);
});

test('what the sandbox’s own API does not know is a problem document', async () => {
  const { request } = sandboxOf(notebook);
  for (const [method, path, status] of [
    ['GET', '/_sandbox/nothing', 404],
    ['GET', '/_sandbox/reset', 405],
    ['DELETE', '/_sandbox/health', 405],
  ] as const) {
    const response = await request(path, { method });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
  }
});
