/** The edge runtime on real workerd: whose workspace a request reaches, what the keys open, and what is kept where. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { testPerson } from '../../mocks/personas.ts';
import { parse } from 'yaml';
import type { Json } from '../../src/contract/contract.ts';
import { loadContract } from '../../src/contract/load.ts';
import { demo, getToken } from '../../src/runtimes/browser/auth.ts';
import { randomFrom, realRange } from '../gateway/live-numbers.ts';
import { brought } from './conversation.ts';
import { startWorkerd, workerdPlace, type Place, type Workerd } from './workerd.ts';

vi.setConfig({ hookTimeout: 60_000, testTimeout: 30_000 });

const root = resolve(import.meta.dirname, '../..');

interface Minted {
  readonly id: string;
  readonly baseUrl: string;
  readonly managementKey: string;
  readonly expires: string;
  readonly seed: number;
  readonly clock: string;
}

let place: Place;
let workerd: Workerd;
beforeAll(async () => {
  place = await workerdPlace();
  workerd = await startWorkerd(place);
});
afterAll(async () => {
  await workerd.stop();
  place.remove();
});

const ask = (path: string, init?: RequestInit) => fetch(workerd.url + path, init);
const json = { 'Content-Type': 'application/json' };
const keyed = ({ managementKey }: Minted) => ({ Authorization: `Bearer ${managementKey}` });

async function mint(wishes: object = {}): Promise<Minted> {
  const answer = await ask('/_sandbox/workspaces', { method: 'POST', headers: json, body: JSON.stringify(wishes) });
  expect(answer.status).toBe(201);
  return (await answer.json()) as Minted;
}

/** A workspace with the library's contract in it. */
async function library(): Promise<Minted> {
  const minted = await mint();
  const put = await fetch(`${minted.baseUrl}/_sandbox/contracts/${brought.name}`, {
    method: 'PUT',
    headers: keyed(minted),
    body: brought.text,
  });
  expect(put.status).toBe(200);
  return minted;
}

const lend = (base: string, title: string) =>
  fetch(`${base}/lending/v2/loans`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ title, borrower: 'harriet' }),
  });

const files = (folder: string): readonly string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' });
const sizeOf = (folder: string): number =>
  files(folder).reduce((sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0), 0);
/** Nothing of a file that is gone by now: a database that goes to sleep takes its log with it. */
function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.of();
  }
}
const databases = (): number => files(place.storage).filter((name) => name.endsWith('.sqlite')).length;

describe('a workspace', () => {
  test('is made with a key that is shown once, and its links keep its prefix', async () => {
    const minted = await library();
    expect(minted.id).toMatch(/^[0-9a-f]{48}$/);
    const lives = Date.parse(minted.expires) - Date.now();
    expect(lives).toBeGreaterThan(23 * 3_600_000);
    expect(lives).toBeLessThanOrEqual(24 * 3_600_000);
    expect(minted.managementKey).toMatch(new RegExp(`^nhss_${minted.id}_[0-9a-f]{64}_[0-9a-f]{8}$`));
    const created = await lend(minted.baseUrl, 'Emma');
    expect(created.status).toBe(201);
    expect(created.headers.get('location')).toMatch(`${minted.baseUrl}/lending/v2/loans/`);
    expect(created.headers.get('x-sandbox-trace')).toMatch(`${minted.baseUrl}/_sandbox/trace/`);
    expect((await fetch(created.headers.get('location') ?? '')).status).toBe(200);
    const told = (await (await fetch(`${minted.baseUrl}/_sandbox/workspace`, { headers: keyed(minted) })).json()) as object;
    expect(told).toMatchObject({ id: minted.id, expires: minted.expires, contracts: ['lending-library'] });
    expect(told).not.toHaveProperty('managementKey');
  });

  test('is followed as it answers, and by nobody without its key', async () => {
    const minted = await library();
    const stream = `${minted.baseUrl}/_sandbox/journal/stream`;
    expect((await fetch(stream)).status).toBe(401);
    const answer = await fetch(stream, { headers: keyed(minted) });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toBe('retry: 1000\nid: -1\n\n');
    await lend(minted.baseUrl, 'Emma');
    expect((await reader?.read())?.value).toMatch(/^id: 0\ndata: \{.*"operation":\{"id":"lend"/);
    await reader?.cancel();
  });

  test('gives its applications tokens, and none to the demo application, whose key everybody knows', async () => {
    const minted = await mint();
    const at = `${minted.baseUrl}/_sandbox/applications`;
    const tokenUrl = `${minted.baseUrl}/oauth2/token`;
    expect(await (await fetch(at, { headers: keyed(minted) })).json()).toEqual({ applications: [], tokenUrl });
    const body = JSON.stringify({ name: 'Ward board', kid: 'one', generateKey: true });
    const added = await fetch(at, { method: 'POST', headers: { ...json, ...keyed(minted) }, body });
    const { apiKey, privateKey } = (await added.json()) as { readonly apiKey: string; readonly privateKey: string };
    expect(await getToken({ apiKey, privateKey, kid: 'one', tokenUrl })).toMatchObject({ token_type: 'Bearer', expires_in: '599' });
    await expect(getToken({ ...demo, tokenUrl })).rejects.toThrow(
      '401: {"error":"invalid_request","error_description":"Invalid \'iss\'/\'sub\' claims',
    );
  });

  test('shows its contracts to its owner, and those of everybody to everybody', async () => {
    const minted = await library();
    const own = `${minted.baseUrl}/_sandbox/contracts/lending-library.json`;
    expect((await fetch(own)).status).toBe(401);
    const answer = await fetch(own, { headers: keyed(minted) });
    expect([answer.status, ((await answer.json()) as { readonly openapi: string }).openapi]).toEqual([200, '3.1.1']);
    for (const name of ['personal-demographics', 'sandbox-control']) {
      expect([name, (await fetch(`${workerd.url}/_sandbox/contracts/${name}.json`)).status]).toEqual([name, 200]);
    }
    expect((await fetch(`${workerd.url}/_sandbox/contracts/lending-library.json`)).status).toBe(404);
    for (const method of ['PUT', 'DELETE']) {
      expect((await fetch(`${workerd.url}/_sandbox/contracts/personal-demographics.json`, { method })).status).toBe(401);
    }
  });

  test('is never reached from another, whatever the two share', async () => {
    const [one, other] = [await library(), await library()];
    const canary = `canary-${one.id.slice(0, 8)}`;
    const created = await lend(one.baseUrl, canary);
    const path = new URL(created.headers.get('location') ?? '').pathname.replace(`/w/${one.id}`, '');
    const trace = new URL(created.headers.get('x-sandbox-trace') ?? '').pathname.replace(`/w/${one.id}`, '');
    for (const place of [path, trace, '/lending/v2/loans', '/_sandbox/exchanges']) {
      const answer = await fetch(other.baseUrl + place, { headers: keyed(other) });
      expect(await answer.text()).not.toContain(canary);
      expect(answer.status === 404 || place.endsWith('s')).toBe(true);
    }
  });

  test('is named by path, header or key, and all that are there must agree (ISO-2)', async () => {
    const [one, other] = [await library(), await library()];
    const path = '/lending/v2/loans';
    const status = async (base: string, headers: Record<string, string>) => (await fetch(base + path, { headers })).status;
    expect(await status(one.baseUrl, { 'X-Sandbox-Workspace': one.id, ...keyed(one) })).toBe(200);
    expect(await status(workerd.url, { 'X-Sandbox-Workspace': one.id })).toBe(200);
    expect(await status(workerd.url, keyed(one))).toBe(200);
    expect(await status(one.baseUrl, { 'X-Sandbox-Workspace': other.id })).toBe(401);
    expect(await status(one.baseUrl, keyed(other))).toBe(401);
    expect(await status(workerd.url, { 'X-Sandbox-Workspace': one.id, ...keyed(other) })).toBe(401);
  });

  test('forgets what clients wrote, and keeps its contracts, when it is reset', async () => {
    const minted = await library();
    await lend(minted.baseUrl, 'Emma');
    const total = async () => ((await (await fetch(`${minted.baseUrl}/lending/v2/loans`)).json()) as { total: number }).total;
    expect(await total()).toBe(2);
    expect((await fetch(`${minted.baseUrl}/_sandbox/reset`, { method: 'POST', headers: keyed(minted) })).status).toBe(204);
    expect(await total()).toBe(1);
  });

  test('keeps what was written, its contracts and its journal when the process is killed', async () => {
    const minted = await library();
    const created = await lend(minted.baseUrl, 'Emma');
    // The journal is stored within a second of the exchange.
    await new Promise((done) => setTimeout(done, 1_500));
    await workerd.stop();
    workerd = await workerd.restart();
    const moved = (link: string | null) => workerd.url + new URL(link ?? '').pathname;
    expect((await fetch(moved(created.headers.get('location')))).status).toBe(200);
    expect((await fetch(moved(created.headers.get('x-sandbox-trace')))).status).toBe(200);
  });

  test('signs users in, by keys of its own that are still there when the process has ended', async () => {
    const minted = await mint();
    const { baseUrl: base } = minted;
    const callback = 'https://app.mine.test/back';
    const written = JSON.stringify({ name: 'Ward board', callbackUrls: [callback] });
    const added = await fetch(`${base}/_sandbox/applications`, { method: 'POST', headers: { ...json, ...keyed(minted) }, body: written });
    const { apiKey, clientSecret } = (await added.json()) as { apiKey: string; clientSecret: string };
    const client = { client_id: apiKey, client_secret: clientSecret };
    const asked = {
      client_id: apiKey,
      redirect_uri: callback,
      response_type: 'code',
      state: 's',
      scope: 'openid',
      login_hint: '656005750104',
    };
    const signIn = async (path: string, token: string) => {
      let location = `${base}${path}?${new URLSearchParams(asked)}`;
      while (location.startsWith(base)) location = (await fetch(location, { redirect: 'manual' })).headers.get('location') ?? '';
      const code = new URL(location).searchParams.get('code') ?? '';
      const fields = { grant_type: 'authorization_code', redirect_uri: callback, code, ...client };
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
      return (await fetch(base + token, { method: 'POST', headers, body: `${new URLSearchParams(fields)}` })).json() as Promise<
        Record<string, string>
      >;
    };
    const { access_token: token } = await signIn('/oauth2/authorize', '/oauth2/token');
    const { id_token: idToken = '' } = await signIn('/cis2/authorize', '/cis2/access_token');
    const page = await fetch(`${base}/cis2/authorize?${new URLSearchParams({ ...asked, login_hint: '' })}`);
    expect([page.status, page.headers.get('content-security-policy')]).toEqual([
      200,
      expect.stringContaining("form-action 'self' https://app.mine.test;"),
    ]);
    await workerd.stop();
    workerd = await workerd.restart();
    const here = workerd.url + new URL(base).pathname;
    const { kid } = JSON.parse(atob(idToken.split('.')[0] ?? '')) as { kid: string };
    expect(await (await fetch(`${here}/cis2/connect/jwk_uri`)).json()).toMatchObject({ keys: [{ kid }] });
    const userinfo = await fetch(`${here}/oauth2/userinfo`, { headers: { Authorization: `Bearer ${token}` } });
    expect(await userinfo.json()).toMatchObject({ sub: '656005750104' });
  });

  test('is gone for good once it is deleted (ISO-6)', async () => {
    const minted = await library();
    await lend(minted.baseUrl, 'Emma');
    expect((await fetch(`${minted.baseUrl}/_sandbox/workspace`, { method: 'DELETE', headers: keyed(minted) })).status).toBe(204);
    for (const path of ['/lending/v2/loans', '/_sandbox/workspace', '/_sandbox/health']) {
      expect((await fetch(minted.baseUrl + path, { headers: keyed(minted) })).status).toBe(401);
    }
  });

  test('draws its people from its own seed and stands at its own time', async () => {
    const minted = await mint({ seed: 7, clock: '2026-02-03T04:05:06Z', traceIds: 'repeatable', hours: 720 });
    expect(minted).toMatchObject({ seed: 7, clock: '2026-02-03T04:05:06.000Z' });
    const first = await fetch(`${minted.baseUrl}/nothing`);
    const trace = (await (await fetch(first.headers.get('x-sandbox-trace') ?? '')).json()) as object;
    expect(trace).toMatchObject({ seed: 7, at: '2026-02-03T04:05:06.000Z' });
    const again = await mint({ seed: 7, traceIds: 'repeatable' });
    const same = await fetch(`${again.baseUrl}/nothing`);
    const idOf = (answer: Response) => answer.headers.get('x-sandbox-trace')?.split('/').at(-1);
    expect(idOf(same)).toBe(idOf(first));
    const secret = await fetch(`${(await mint({ seed: 7 })).baseUrl}/nothing`);
    expect(idOf(secret)).not.toBe(idOf(first));
  });

  test.each([
    ['{"seed":-1}', '/seed'],
    ['{"hours":721}', '/hours'],
    ['{"clock":"tomorrow"}', '/clock'],
    ['{"traceIds":true}', '/traceIds'],
    ['{"colour":"red"}', 'colour'],
    ['[]', 'object'],
    ['{', 'JSON'],
  ])('is not made with %s', async (body, said) => {
    const answer = await ask('/_sandbox/workspaces', { method: 'POST', headers: json, body });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'application/problem+json']);
    expect(((await answer.json()) as { detail: string }).detail).toContain(said);
  });
});

describe('management', () => {
  const managed = [
    ['POST', '/_sandbox/reset'],
    ['POST', '/%5Fsandbox/reset'],
    ['POST', '//_sandbox//reset/'],
    ['GET', '/_sandbox/exchanges'],
    ['GET', '/_sandbox/workspace'],
    ['DELETE', '/_sandbox/workspace'],
    ['PUT', '/_sandbox/contracts/mine'],
    ['DELETE', '/_sandbox/contracts/mine'],
  ] as const;

  test.each(managed)('%s %s wants the key of its workspace', async (method, path) => {
    const [minted, other] = [await mint(), await mint()];
    const wrong = minted.managementKey.replace(/_[0-9a-f]{64}_/, `_${'0'.repeat(64)}_`);
    for (const authorization of [
      undefined,
      `Bearer ${wrong}`,
      'Bearer something',
      `Basic ${btoa('user:pass')}`,
      `Bearer ${other.managementKey}`,
    ]) {
      const answer = await fetch(minted.baseUrl + path, { method, headers: { ...(authorization && { Authorization: authorization }) } });
      expect(answer.status).toBe(401);
    }
    expect((await fetch(`${minted.baseUrl}${path}?key=${minted.managementKey}`, { method })).status).toBe(401);
    expect((await fetch(`${minted.baseUrl}/_sandbox/workspace`, { headers: keyed(minted) })).status).toBe(200);
  });

  test('refuses a wrong key and an unknown, forged or deleted workspace with the same bytes (ISO-3)', async () => {
    const [minted, deleted] = [await mint(), await mint()];
    await fetch(`${deleted.baseUrl}/_sandbox/workspace`, { method: 'DELETE', headers: keyed(deleted) });
    const unknown = [minted.id.replace(/.$/, (last) => (last === '0' ? '1' : '0')), '0'.repeat(48), 'short', deleted.id];
    const answers = await Promise.all([
      fetch(`${minted.baseUrl}/_sandbox/exchanges`),
      ...unknown.map((id) => ask(`/w/${id}/_sandbox/exchanges`)),
      ...unknown.map((id) => ask('/_sandbox/exchanges', { headers: { 'X-Sandbox-Workspace': id } })),
    ]);
    const seen = await Promise.all(
      answers.map(async (answer) => [answer.status, [...answer.headers].filter(([name]) => name !== 'date'), await answer.text()]),
    );
    for (const one of seen) expect(one).toEqual(seen[0]);
    expect(seen[0]?.[0]).toBe(401);
  });

  test('makes no storage for workspaces that were never made (ISO-4)', async () => {
    const before = databases();
    for (let i = 0; i < 50; i++) {
      const id = String(i).padStart(48, 'a');
      expect((await ask(`/w/${id}/lending/v2/loans`)).status).toBe(401);
      expect((await ask('/', { headers: { 'X-Sandbox-Workspace': id } })).status).toBe(401);
    }
    expect(databases()).toBe(before);
  });

  test('keeps of a key its hash alone (KEY-2)', async () => {
    const minted = await library();
    await lend(minted.baseUrl, 'Emma');
    const secret = /_([0-9a-f]{64})_/.exec(minted.managementKey)?.[1] ?? '';
    const holding = files(place.storage).filter((name) => /\.sqlite/.test(name) && contentOf(join(place.storage, name)).includes(secret));
    expect(holding).toEqual([]);
    expect(workerd.log()).not.toContain(secret);
  });

  test('refuses a contract that is none, that is too large, or that would stand before the control path', async () => {
    const minted = await mint();
    const put = (text: string) => fetch(`${minted.baseUrl}/_sandbox/contracts/mine`, { method: 'PUT', headers: keyed(minted), body: text });
    expect((await put('no contract at all')).status).toBe(422);
    expect((await put('openapi: 3.1.0\ninfo: { title: T, version: "1" }\nservers: [{ url: /_sandbox/x }]\npaths: {}\n')).status).toBe(422);
    expect((await put('#'.repeat(5 * 1024 * 1024 + 1))).status).toBe(413);
    const removed = await fetch(`${minted.baseUrl}/_sandbox/contracts/mine`, { method: 'DELETE', headers: keyed(minted) });
    expect(removed.status).toBe(404);
  });

  test('repeats no number of a patient that a contract is named by, fails with or publishes, and says where it is', async () => {
    const minted = await mint();
    const number = realRange(randomFrom(20261129));
    const put = (name: string, body: string) =>
      fetch(`${minted.baseUrl}/_sandbox/contracts/${name}`, { method: 'PUT', headers: keyed(minted), body });
    const named = await put(number, brought.text);
    expect(named.status).toBe(422);
    const broken = await put('mine', `openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: { '${number}': { $ref: '#/${number}' } }\n`);
    const publishing = await put('publishing', `openapi: 3.1.0\ninfo: { title: T, version: '1', description: '${number}' }\npaths: {}\n`);
    const { quirks } = await publishing.clone().json();
    expect([publishing.status, quirks[0].pointer, quirks[0].effect]).toEqual([200, '/info/description', 'hint']);
    expect(quirks[0].message).toContain('A number of the ranges issued to real patients is here.');
    for (const answer of [named, broken, publishing]) expect((await answer.text()).includes(number)).toBe(false);
    expect(
      (await fetch(`${minted.baseUrl}/_sandbox/workspace`, { headers: keyed(minted) }).then((answer) => answer.text())).includes(number),
    ).toBe(false);
  });

  test('takes contracts until reading them all would take too long, and wakes up with those', async () => {
    const minted = await mint();
    const put = (name: string, members: number) =>
      fetch(`${minted.baseUrl}/_sandbox/contracts/${name}`, { method: 'PUT', headers: keyed(minted), body: wide(name, members) });
    for (const name of ['one', 'two', 'three']) expect([name, (await put(name, 14_000)).status]).toEqual([name, 200]);
    const refused = await put('four', 14_000);
    expect(refused.status).toBe(422);
    expect((await refused.json()).detail).toContain('may take 3000000 steps in all');
    expect((await put('three', 13_000)).status).toBe(200);
    expect((await put('small', 1)).status).toBe(200);
    await workerd.stop();
    workerd = await workerd.restart();
    const base = `${workerd.url}/w/${minted.id}`;
    for (const name of ['one', 'two', 'three', 'small']) expect([name, (await fetch(`${base}/${name}/it`)).status]).toEqual([name, 200]);
    expect((await fetch(`${base}/_sandbox/contracts/one`, { method: 'DELETE', headers: keyed(minted) })).status).toBe(204);
    expect(
      (await fetch(`${base}/_sandbox/contracts/four`, { method: 'PUT', headers: keyed(minted), body: wide('four', 14_000) })).status,
    ).toBe(200);
  });

  test('replaces no contract by one whose name only comes to the same, and says so', async () => {
    const minted = await mint();
    const put = (name: string, body: string) =>
      fetch(`${minted.baseUrl}/_sandbox/contracts/${name}`, { method: 'PUT', headers: keyed(minted), body });
    const other = `${brought.text}\n# of another team\n`;
    expect((await put('my_api', brought.text)).status).toBe(200);
    for (const name of ['My_API', 'my_api%20', '_my_api']) {
      const refused = await put(name, other);
      expect([name, refused.status]).toEqual([name, 422]);
      expect((await refused.json()).detail).toContain('put it at /_sandbox/contracts/my_api to replace that');
    }
    for (const name of ['my_api', 'my_api.yaml']) expect((await put(name, other)).status).toBe(200);
  });

  test('serves a large contract again after it was put away in pieces', async () => {
    const minted = await mint();
    const text = `${brought.text}\n# ${'é'.repeat(1_100_000)}\n`;
    const place = `${minted.baseUrl}/_sandbox/contracts/${brought.name}`;
    expect((await fetch(place, { method: 'PUT', headers: keyed(minted), body: text })).status).toBe(200);
    await workerd.stop();
    workerd = await workerd.restart();
    const base = `${workerd.url}/w/${minted.id}`;
    expect((await fetch(`${base}/lending/v2/loans`)).status).toBe(200);
    expect((await fetch(`${base}/_sandbox/contracts/${brought.name}`, { method: 'DELETE', headers: keyed(minted) })).status).toBe(204);
    expect((await fetch(`${base}/lending/v2/loans`)).status).toBe(404);
  });
});

/** A contract whose reading takes steps in proportion to the members. */
function wide(name: string, members: number): string {
  const properties = Object.fromEntries(Array.from({ length: members }, (_, i) => [`m${i}`, { type: 'string' }]));
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: name, version: '1' },
    servers: [{ url: `/${name}` }],
    paths: { '/it': { get: { responses: { 200: { description: 'ok', content: { 'text/plain': { schema: { type: 'string' } } } } } } } },
    components: { schemas: { Wide: { properties } } },
  });
}

test('every operation that deployments add answers in its documented shape, faults too', async () => {
  const control = loadContract({ name: 'sandbox-control', text: readFileSync(join(root, 'openapi/sandbox-control.yaml'), 'utf8') });
  async function faultsOf(answer: Response, id: string): Promise<readonly string[]> {
    const documented = control.operations.find((operation) => operation.id === id)?.responses.get(String(answer.status));
    if (!documented) return [`${id} documents no ${answer.status}`];
    const [media] = documented.content;
    if (!media?.schema) return (await answer.text()) === '' ? [] : ['a body where none is documented'];
    if (!answer.headers.get('content-type')?.startsWith(media.type)) return [`${id} answers ${answer.headers.get('content-type')}`];
    return control.check(media.schema, (await answer.json()) as Json).map(({ pointer, message }) => `${id} ${pointer} ${message}`);
  }
  const minted = await mint();
  const at = (method: string, path: string, headers = {}, body?: string) =>
    fetch(`${minted.baseUrl}/_sandbox/${path}`, { method, headers, ...(body !== undefined && { body }) });
  const answers: readonly (readonly [operation: string, answer: Response])[] = [
    ['make-workspaces', await ask('/_sandbox/workspaces', { method: 'POST' })],
    ['make-workspaces', await ask('/_sandbox/workspaces', { method: 'POST', headers: json, body: '[]' })],
    ['read-workspace', await at('GET', 'workspace', keyed(minted))],
    ['read-workspace', await at('GET', 'workspace')],
    ['bring-contract', await at('PUT', 'contracts/mine', keyed(minted), brought.text)],
    ['bring-contract', await at('PUT', 'contracts/mine', keyed(minted), 'nothing')],
    ['bring-contract', await at('PUT', 'contracts/mine', {}, brought.text)],
    ['remove-contract', await at('DELETE', 'contracts/mine', keyed(minted))],
    ['remove-contract', await at('DELETE', 'contracts/mine', keyed(minted))],
    ['delete-workspace', await at('DELETE', 'workspace', keyed(minted))],
    ['delete-workspace', await at('DELETE', 'workspace', keyed(minted))],
  ];
  expect((await Promise.all(answers.map(([id, answer]) => faultsOf(answer, id)))).flat()).toEqual([]);
});

describe('the demonstration', () => {
  const people = '/personal-demographics/FHIR/R4/Patient';
  const ids = { 'X-Request-ID': '00000000-0000-4000-8000-000000000001' };

  test('answers reads, keeps nothing, and says in the words of the API how to make a workspace', async () => {
    const before = databases();
    const read = await ask(`${people}/9000000009`, { headers: ids });
    expect(read.status).toBe(200);
    const written = await ask(`${people}/9000000009`, {
      method: 'PATCH',
      headers: { ...ids, 'If-Match': read.headers.get('etag') ?? '', 'Content-Type': 'application/json-patch+json' },
      body: JSON.stringify({ patches: [{ op: 'replace', path: '/gender', value: 'unknown' }] }),
    });
    expect(written.status).toBe(403);
    const outcome = (await written.json()) as { resourceType: string };
    expect(outcome.resourceType).toBe('OperationOutcome');
    expect(JSON.stringify(outcome)).toContain('/_sandbox/workspaces');
    expect(await (await ask(`${people}/9000000009`, { headers: ids })).text()).toBe(await read.text());
    expect(databases()).toBe(before);
  });

  test('has the people of today; those who are an age had it on a stated day', async () => {
    const found = await ask(`/_sandbox/people/${testPerson.newborn}`);
    expect(await found.json()).toMatchObject({ born: '2025-12-30', asOf: new Date().toISOString().slice(0, 10) });
  });

  test('shows public lists and no journal', async () => {
    expect((await ask('/_sandbox/health')).status).toBe(200);
    expect((await ask('/_sandbox/catalogue')).status).toBe(200);
    for (const path of ['/_sandbox/exchanges', '/_sandbox/workspace', '/_sandbox/settings', '/%5fsandbox/exchanges'])
      expect((await ask(path)).status).toBe(401);
    const trace = (await ask(`${people}/9000000009`, { headers: ids })).headers.get('x-sandbox-trace') ?? '';
    const looked = await fetch(trace);
    expect(looked.status).toBe(404);
    expect(await looked.text()).toContain('keeps no journal');
  });
});

describe('what cannot be', () => {
  test('headers beyond 32 KiB are refused before anything is looked up, in the shape of the platform', async () => {
    const minted = await mint();
    for (const url of [`${workerd.url}/nothing`, `${minted.baseUrl}/nothing`, `${workerd.url}/w/${'0'.repeat(48)}/nothing`]) {
      for (const size of [33, 40, 100]) {
        const answer = await fetch(url, { headers: { 'X-Padding': 'x'.repeat(size * 1024) } });
        expect([answer.status, answer.headers.get('x-sandbox-data')]).toEqual([431, 'synthetic']);
        expect(await answer.json()).toMatchObject({ fault: { detail: { errorcode: 'protocol.http.TooBigBody' } } });
      }
      expect((await fetch(url, { headers: { 'X-Padding': 'x'.repeat(30 * 1024) } })).status).not.toBe(431);
    }
  });

  test('a request that waited while its workspace was deleted finds none, and revives nothing', async () => {
    const minted = await library();
    const before = workerd.log();
    const waiting = [
      fetch(`${minted.baseUrl}/lending/v2/loans`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Prefer: 'wait=1' },
        body: JSON.stringify({ title: 'Emma', borrower: 'harriet' }),
      }),
      fetch(`${minted.baseUrl}/lending/v2/loans`, { headers: { Prefer: 'wait=1' } }),
      fetch(`${minted.baseUrl}/nothing`, { headers: { Prefer: 'wait=1, code=500' } }),
    ];
    await new Promise((done) => setTimeout(done, 300));
    expect((await fetch(`${minted.baseUrl}/_sandbox/workspace`, { method: 'DELETE', headers: keyed(minted) })).status).toBe(204);
    const [first, second] = await Promise.all(waiting);
    expect([first?.status, second?.status]).toEqual([401, 401]);
    await new Promise((done) => setTimeout(done, 1_200));
    expect(workerd.log().slice(before.length)).not.toContain('bug');
    expect((await fetch(`${minted.baseUrl}/_sandbox/workspace`, { headers: keyed(minted) })).status).toBe(401);
  });

  test('one bad request costs its neighbours in the journal nothing', async () => {
    const minted = await mint();
    const lists = `openapi: 3.1.0
info: { title: Lists, version: '1' }
paths:
  /lists:
    post:
      operationId: make
      requestBody: { content: { application/json: { schema: { type: object, additionalProperties: { type: array, items: { type: integer } } } } } }
      responses: { '200': { description: ok, content: { application/json: { schema: { type: object } } } } }`;
    await fetch(`${minted.baseUrl}/_sandbox/contracts/lists`, { method: 'PUT', headers: keyed(minted), body: lists });
    const good = await fetch(`${minted.baseUrl}/nothing`);
    const bad = await fetch(`${minted.baseUrl}/lists/lists`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ['k'.repeat(100_000)]: Array<string>(10_000).fill('x') }),
    });
    expect(bad.status).toBe(400);
    await new Promise((done) => setTimeout(done, 3_000));
    await workerd.stop();
    workerd = await workerd.restart();
    for (const trace of [good, bad].map((answer) => new URL(answer.headers.get('x-sandbox-trace') ?? '').pathname))
      expect((await ask(trace)).status).toBe(200);
  });
});

test('a workspace holds 50 MB of everything: contracts, rows and journal (CAP-10)', async () => {
  const before = sizeOf(place.storage);
  const minted = await library();
  const held = () => sizeOf(place.storage) - before;
  const contract = (name: string) => `${minted.baseUrl}/_sandbox/contracts/${name}`;
  // JSON takes a fraction of the steps that YAML does.
  const large = JSON.stringify(parse(brought.text)) + ' '.repeat(4_800_000);
  const bring = (name: string) => fetch(contract(name), { method: 'PUT', headers: keyed(minted), body: large });
  for (let i = 0; i < 8; i++) expect((await bring(`filler-${i}`)).status).toBe(200);
  let kept = 0;
  for (; kept < 40; kept++) if ((await lend(minted.baseUrl, 'x'.repeat(450_000))).status === 429) break;
  expect(kept).toBeGreaterThan(2);
  expect(kept).toBeLessThan(20);
  const refused = await bring('one-more');
  expect([refused.status, refused.headers.get('content-type')]).toEqual([429, 'application/problem+json']);
  // What lies on the disk is a little more: a log that is folded in now and then.
  expect(held()).toBeLessThan(56_000_000);
  expect((await fetch(`${minted.baseUrl}/lending/v2/loans`)).status).toBe(200);
  await fetch(contract('filler-0'), { method: 'DELETE', headers: keyed(minted) });
  expect((await lend(minted.baseUrl, 'Emma')).status).toBe(201);
  await fetch(`${minted.baseUrl}/_sandbox/workspace`, { method: 'DELETE', headers: keyed(minted) });
}, 60_000);

test('what is sent in gzip and in chunks that no row would hold comes back as it was', async () => {
  const { baseUrl } = await mint();
  const text = Array.from({ length: 90_000 }, (_, n) => `line ${n}\n`).join('');
  const box = (id: string, path: string): string => `${baseUrl}/mesh/messageexchange/${id}/${path}`;
  const headers = { Accept: 'application/vnd.mesh.v2+json', 'Mex-To': 'X26ABC2', 'Mex-WorkflowID': 'TEST_WORKFLOW' };
  const packed = gzipSync(text);
  for (const [body, encoding] of [
    [text, {}],
    [packed, { 'Content-Encoding': 'gzip' }],
  ] as const) {
    const sent = await fetch(box('X26ABC1', 'outbox'), { method: 'POST', headers: { ...headers, ...encoding }, body });
    expect(sent.status).toBe(202);
    const { message_id: id } = (await sent.json()) as { readonly message_id: string };
    // Fetch undoes one encoding: with none, or with two, this would not be the text.
    for (const accepted of ['gzip', 'identity']) {
      const found = await fetch(box('X26ABC2', `inbox/${id}`), { headers: { 'Accept-Encoding': accepted } });
      expect([accepted, (await found.text()) === text]).toEqual([accepted, true]);
    }
  }
});
