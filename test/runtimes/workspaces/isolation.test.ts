/** Nobody sees what is in a workspace of somebody else, whatever they name and whatever they show. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { NodeSandbox } from '../../../src/runtimes/node/node.ts';
import { workspacesFolder } from '../../../src/runtimes/node/workspace-files.ts';
import { leakOf, marked, probesOf, type Marked } from './probes.ts';
import { bearer, json, make, parcels, sendParcel, start } from './started.ts';

const folder = mkdtempSync(join(tmpdir(), 'sandbox-isolation-'));
const data = join(folder, 'data.sqlite');
const operatorKey = 'the key of whoever operates it';
let sandbox: NodeSandbox;
let workspaces: readonly Marked[];
let ended: Marked;
beforeAll(async () => {
  sandbox = await start({ data, operatorKey: operatorKey.replaceAll(' ', '-') });
  workspaces = await Promise.all([0, 1].map((number) => marked(sandbox.url, number)));
  ended = await marked(sandbox.url, 99);
  await fetch(`${ended.baseUrl}/_sandbox/workspace`, { method: 'DELETE', headers: bearer(ended.managementKey) });
});
afterAll(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
});

test('every route shows what is its own, and nothing of another with any credential or any mixture of them (ISO-1, ISO-2, ISO-9)', async () => {
  const canaries = [...workspaces, ended].map(({ canary }) => canary);
  const leaks: string[] = [];
  for (const [i, about] of workspaces.entries()) {
    const other = workspaces[(i + 1) % workspaces.length];
    if (!other) throw new Error('there must be another');
    const probes = probesOf(sandbox.url, { about, other, ended });
    expect(probes.length).toBeGreaterThan(500);
    for (const probe of probes) leaks.push(...[await leakOf(probe, canaries)].filter((leak) => leak !== undefined));
  }
  expect(leaks).toEqual([]);
  // Each still has all that is its own, which shows that the probes look for what is there.
  for (const { baseUrl, managementKey, canary, trace } of workspaces) {
    expect(await parcels(baseUrl)).toEqual([canary]);
    for (const path of [trace, '/_sandbox/exchanges', '/_sandbox/workspace', '/_sandbox/contracts', '/_sandbox/export'])
      expect(await (await fetch(baseUrl + path, { headers: bearer(managementKey) })).text()).toContain(canary);
  }
});

test('a wrong key, no key, and a workspace that is not there answer byte for byte alike (ISO-3)', async () => {
  const [one, other] = workspaces;
  if (!one || !other) throw new Error('there must be two');
  const path = '/_sandbox/workspace';
  const answers = await Promise.all(
    [
      fetch(one.baseUrl + path),
      fetch(one.baseUrl + path, { headers: bearer(other.managementKey) }),
      fetch(one.baseUrl + path, { headers: bearer(one.revoked) }),
      fetch(one.baseUrl + path, { headers: bearer('nothing-in-particular') }),
      fetch(ended.baseUrl + path, { headers: bearer(ended.managementKey) }),
      fetch(`${sandbox.url}/w/${'0'.repeat(48)}${path}`),
      fetch(`${sandbox.url}/w/a-name${path}`),
      fetch(`${sandbox.url}${path}`, { headers: { 'X-Sandbox-Workspace': 'a-name' } }),
    ].map(async (sent) => {
      const response = await sent;
      return {
        status: response.status,
        type: response.headers.get('content-type'),
        challenge: response.headers.get('www-authenticate'),
        body: await response.text(),
      };
    }),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]).toMatchObject({ status: 401, type: 'application/problem+json', challenge: 'Bearer' });
});

test('a request for a workspace that nobody made stores nothing (ISO-4)', async () => {
  const before = readdirSync(workspacesFolder(data));
  for (const path of ['/parcels/v1/parcels', '/_sandbox/health', '/_sandbox/workspace']) {
    await fetch(`${sandbox.url}/w/${'1'.repeat(48)}${path}`);
    await sendParcel(`${sandbox.url}/w/${'1'.repeat(48)}`, 'nobody');
  }
  expect(readdirSync(workspacesFolder(data))).toEqual(before);
});

test('requests of two workspaces that run into one another keep apart (ISO-5)', async () => {
  const made = await Promise.all([1, 2].map(() => make(sandbox.url)));
  await Promise.all(Array.from({ length: 60 }, (_, i) => sendParcel(made[i % 2]?.baseUrl ?? '', `${i % 2}-${i}`)));
  for (const [i, { baseUrl }] of made.entries()) {
    const found = await parcels(baseUrl);
    expect(found).toHaveLength(30);
    expect(found.filter((to) => !to.startsWith(`${i}-`))).toEqual([]);
  }
});

test('what has ended never comes back, and nothing of it is left but its id (ISO-6)', async () => {
  expect((await sendParcel(ended.baseUrl, 'again')).status).toBe(401);
  const files = readdirSync(workspacesFolder(data));
  expect(files.filter((name) => name.startsWith(ended.id))).toEqual([]);
  const bytes = Buffer.concat(files.map((name) => readFileSync(join(workspacesFolder(data), name)))).toString('latin1');
  expect(bytes).toContain(ended.id);
});

describe('keys', () => {
  test('are stored as hashes: neither a file nor what lies beside it has one (KEY-2)', () => {
    const [one] = workspaces;
    const secret = one?.managementKey.split('_')[2] ?? '';
    expect(secret).toHaveLength(64);
    for (const place of [folder, workspacesFolder(data)]) {
      for (const name of readdirSync(place)) {
        const file = join(place, name);
        if (name.endsWith('.workspaces')) continue;
        const bytes = readFileSync(file, 'latin1');
        for (const { managementKey, revoked } of workspaces)
          for (const key of [managementKey, revoked]) expect(bytes.includes(key.split('_')[2] ?? '')).toBe(false);
      }
    }
    expect(existsSync(join(workspacesFolder(data), 'registry.sqlite'))).toBe(true);
  });

  test('that were replaced with an overlap open for as long, those without are refused at once (KEY-4)', async () => {
    const made = await make(sandbox.url);
    const rotate = async (key: string, overlapMinutes: number): Promise<string> => {
      const response = await fetch(`${made.baseUrl}/_sandbox/workspace/rotate-key`, json('POST', { overlapMinutes }, bearer(key)));
      return ((await response.json()) as { readonly managementKey: string }).managementKey; // as the contract says
    };
    const status = async (key: string) => (await fetch(`${made.baseUrl}/_sandbox/workspace`, { headers: bearer(key) })).status;
    const second = await rotate(made.managementKey, 1);
    expect([await status(made.managementKey), await status(second)]).toEqual([200, 200]);
    const third = await rotate(second, 0);
    expect([await status(made.managementKey), await status(second), await status(third)]).toEqual([401, 401, 200]);
  });

  /** Who may do what, as plain as it can be said: `n`obody in particular, the holder of its `k`ey, of its event's `c`ode, the `o`perator. */
  const matrix: readonly (readonly [method: string, path: string, may: string, body?: object])[] = [
    ['GET', '/_sandbox/health', 'nkco'],
    ['GET', '/_sandbox/catalogue', 'nkco'],
    ['GET', '/parcels/v1/parcels', 'nkco'],
    ['GET', '/_sandbox/exchanges', 'ko'],
    ['GET', '/_sandbox/workspace', 'ko'],
    ['GET', '/_sandbox/settings', 'ko'],
    ['PATCH', '/_sandbox/settings', 'ko', { delay: 0 }],
    ['GET', '/_sandbox/snapshots', 'ko'],
    ['POST', '/_sandbox/snapshots', 'ko', { name: 'one' }],
    ['GET', '/_sandbox/export', 'ko'],
    ['GET', '/_sandbox/contracts', 'ko'],
    ['POST', '/_sandbox/reset', 'ko'],
    ['PATCH', '/_sandbox/workspace', 'ko', { name: 'renamed' }],
    ['GET', '/_sandbox/workspaces', 'co'],
    ['GET', '/_sandbox/workspaces/{id}', 'kco'],
    ['PATCH', '/_sandbox/workspaces/{id}', 'kco', { name: 'renamed' }],
    ['POST', '/_sandbox/workspaces/{id}/reset', 'kco'],
    ['GET', '/_sandbox/event', 'c'],
    ['POST', '/_sandbox/event/reset', 'c'],
    ['GET', '/_sandbox/events', 'o'],
    ['GET', '/_sandbox/deployment', 'o'],
    ['PATCH', '/_sandbox/deployment', 'o', { signUp: 'open' }],
  ];

  test('open what they are for and nothing else: every route with every kind of credential (KEY-6)', async () => {
    const operator = bearer(operatorKey.replaceAll(' ', '-'));
    const event = (await (await fetch(`${sandbox.url}/_sandbox/events`, json('POST', { name: 'A day' }, operator))).json()) as {
      readonly code: string;
    };
    const member = await make(sandbox.url, { name: 'member' }, bearer(event.code));
    const shown: Readonly<Record<string, Readonly<Record<string, string>>>> = {
      n: {},
      k: bearer(member.managementKey),
      c: bearer(event.code),
      o: operator,
    };
    const wrong: string[] = [];
    for (const [method, path, may, body] of matrix) {
      for (const [who, headers] of Object.entries(shown)) {
        const url = member.baseUrl + path.replace('{id}', member.id);
        const { status } = await fetch(url, body ? json(method, body, headers) : { method, headers });
        const isOpen = status < 300;
        if (isOpen !== may.includes(who) || (!isOpen && status !== 401)) wrong.push(`${method} ${path} as ${who}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('of an event open no workspace that is not its own, and an access token of a mock API opens none', async () => {
    const operator = bearer(operatorKey.replaceAll(' ', '-'));
    const codes = await Promise.all(
      ['A', 'B'].map(async (name) => {
        const response = await fetch(`${sandbox.url}/_sandbox/events`, json('POST', { name }, operator));
        return ((await response.json()) as { readonly code: string }).code; // as the contract says
      }),
    );
    const [a = '', b = ''] = codes;
    const member = await make(sandbox.url, {}, bearer(a));
    const status = async (headers: Readonly<Record<string, string>>, path = `/_sandbox/workspaces/${member.id}`) =>
      (await fetch(sandbox.url + path, { headers })).status;
    expect([await status(bearer(a)), await status(bearer(b))]).toEqual([200, 401]);
    const listed = async (code: string) =>
      (await (await fetch(`${sandbox.url}/_sandbox/event`, { headers: bearer(code) })).json()) as { readonly workspaces: number };
    expect([(await listed(a)).workspaces, (await listed(b)).workspaces]).toEqual([1, 0]);
    const token = bearer('eyJhbGciOiJub25lIn0.eyJtb2NrIjp0cnVlfQ.');
    for (const path of ['/_sandbox/workspace', '/_sandbox/exchanges', '/_sandbox/export'])
      expect((await fetch(member.baseUrl + path, { headers: token })).status).toBe(401);
  });
});
