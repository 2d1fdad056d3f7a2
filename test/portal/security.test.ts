/** What the pages promise to whoever opens them: nothing of another's runs in them, no form of a stranger is taken, and a key stays where it was given. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startNode, type NodeSandbox } from '../../src/runtimes/node/node.ts';
import { ownApis } from '../../src/runtimes/own-apis.ts';
import { realClock } from '../../src/workspace/time/clock.ts';
import { ask, type RawReply } from '../runtimes/raw-http.ts';
import { browserAccept, world } from '../sandbox.ts';

vi.setConfig({ hookTimeout: 60_000, testTimeout: 30_000 });

const patient = '/personal-demographics/FHIR/R4/Patient/9000000009';
const pages = [
  '/',
  '/_portal',
  '/_portal/apis',
  '/_portal/apis/personal-demographics',
  '/_portal/apis/personal-demographics/getPatient',
  '/_portal/people',
  '/_portal/people/9000000009',
  '/_portal/exchanges',
  '/_portal/exchanges/unknown',
  '/_portal/check',
  '/_portal/key',
  '/_portal/reset',
  '/_portal/workspace/new',
  '/_portal/no-such-page',
  '/_sandbox/trace/unknown',
  '/nothing/here',
];

const told: string[] = [];
let sandbox: NodeSandbox;
let workspace: { readonly id: string; readonly managementKey: string };
let other: typeof workspace;
beforeAll(async () => {
  sandbox = await startNode({
    apis: await ownApis(['personal-demographics']),
    population: world(),
    clock: realClock,
    seed: 42,
    host: '127.0.0.1',
    port: 0,
    allowHosts: ['sandbox.mine.test'],
    onExchange: (...facts) => told.push(JSON.stringify(facts)),
  });
  [workspace, other] = [await mint(), await mint()];
});
afterAll(() => sandbox.close());

const mint = async () => (await fetch(`${sandbox.url}/_sandbox/workspaces`, { method: 'POST' })).json();
const host = 'localhost:8787';
const at = (line: string, lines: readonly string[] = [], body = ''): Promise<RawReply> =>
  ask(
    sandbox.port,
    [line, ...(lines.some((text) => /^host:/i.test(text)) ? [] : [`Host: ${host}`]), `Accept: ${browserAccept}`, ...lines],
    body,
  );
const kindOf = ({ status, headers }: RawReply): string => `${status} ${headers.get('content-type')?.split(';')[0] ?? ''}`;
const cookieIn = (answer: RawReply): string => answer.headers.get('set-cookie')?.split(';')[0] ?? '';

interface Sent {
  readonly token?: string;
  readonly cookie?: string;
  readonly fields?: Record<string, string>;
  readonly type?: string;
  readonly lines?: readonly string[];
}

const form = 'application/x-www-form-urlencoded';
const post = (path: string, { token = '', cookie = '', fields = {}, type = form, lines = [] }: Sent): Promise<RawReply> =>
  at(
    `POST ${path}`,
    [...lines, `Content-Type: ${type}`, ...(cookie === '' ? [] : [`Cookie: ${cookie}`])],
    new URLSearchParams({ ...fields, _token: token }).toString(),
  );

/** A browser that has opened a page of ours. */
async function opened(prefix = ''): Promise<{ readonly token: string; readonly cookie: string }> {
  const answer = await at(`GET ${prefix}/_portal/key`);
  return { token: /name="_token" value="([^"]+)"/.exec(answer.body)?.[1] ?? '', cookie: cookieIn(answer) };
}

describe('every page', () => {
  test.each(pages)('%s forbids whatever is not of its own origin, frames, guesses and copies (XSS-2, XSS-3)', async (path) => {
    const { headers } = await at(`GET ${path}`);
    expect(
      Object.fromEntries(
        [...headers].filter(([name]) => !/^(?:set-cookie|date|connection|content-length|transfer-.*|keep-.*)$/.test(name)),
      ),
    ).toEqual({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'",
      'cache-control': 'no-store',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=31536000',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
      'x-sandbox-data': 'synthetic',
      vary: 'Accept, Cookie',
    });
  });

  test.each(pages)('%s holds no inline script or style and leads to no other host to load anything', async (path) => {
    const { body } = await at(`GET ${path}`);
    expect(body).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i);
    for (const [tag] of body.matchAll(/<(?:script|link|img|iframe|object|embed|source)\b[^>]*>/g))
      expect(tag).toMatch(/(?:src|href)="(?:\/_portal|data:,)/);
  });

  test.each(pages)('%s is no page for pages of other origins', async (path) => {
    const { headers } = await at(`GET ${path}`, ['Origin: https://elsewhere.example']);
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

test('mock APIs send no page, whatever a browser accepts, and what they send is inert (XSS-4, XSS-5)', async () => {
  for (const path of [patient, '/personal-demographics/FHIR/R4/Patient/1']) {
    const { headers } = await at(`GET ${path}`, ['X-Request-ID: 60e0b220-8136-4ca5-ae46-1d97ef59d068']);
    expect(headers.get('content-type')).toMatch(/json/);
    expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.has('set-cookie')).toBe(false);
  }
});

describe('a key', () => {
  const give = async (prefix: string, key: string, lines: readonly string[] = []) =>
    post(`${prefix}/_portal/key`, { ...(await opened(prefix)), fields: { key }, lines });

  test('is kept in a cookie of its workspace’s path, which no script and no other site sees', async () => {
    const { id, managementKey } = workspace;
    for (const prefix of [`/w/${id}`, '']) {
      const taken = await give(prefix, managementKey, [`Origin: http://${host}`, 'Sec-Fetch-Site: same-origin']);
      expect([taken.status, taken.headers.get('location')]).toEqual([303, `/w/${id}/_portal`]);
      expect(taken.headers.get('set-cookie')).toBe(`nhs-sandbox-key=${managementKey}; Path=/w/${id}; HttpOnly; SameSite=Strict`);
    }
  });

  test('opens its own workspace and no other, even where a cookie of it is sent', async () => {
    const cookie = [`Cookie: nhs-sandbox-key=${workspace.managementKey}`];
    expect((await at(`GET /w/${workspace.id}/_portal/exchanges`, cookie)).status).toBe(200);
    expect((await at(`GET /w/${other.id}/_portal/exchanges`, cookie)).status).toBe(401);
    // What is open to everybody stays so.
    expect((await at(`GET /w/${other.id}/_portal/apis`, cookie)).status).toBe(200);
    expect((await give(`/w/${other.id}`, workspace.managementKey)).status).toBe(422);
  });

  test('opens nothing outside the pages: no API takes a cookie', async () => {
    const { id, managementKey } = workspace;
    expect((await at(`GET /w/${id}/_sandbox/exchanges`, [`Cookie: nhs-sandbox-key=${managementKey}`])).status).toBe(401);
  });

  test('is forgotten at the same path', async () => {
    const { id, managementKey } = workspace;
    const { token, cookie } = await opened(`/w/${id}`);
    const gone = await post(`/w/${id}/_portal/key/forget`, { token, cookie: `${cookie}; nhs-sandbox-key=${managementKey}` });
    expect(gone.headers.get('set-cookie')).toBe(`nhs-sandbox-key=; Path=/w/${id}; HttpOnly; SameSite=Strict; Max-Age=0`);
  });

  test('stands in no page, no address, no journal and no line that is told', async () => {
    const { id, managementKey } = workspace;
    const [, secret = managementKey] = /^nhss_[0-9a-f]+_([0-9a-f]+)_/.exec(managementKey) ?? [];
    const cookie = [`Cookie: nhs-sandbox-key=${managementKey}`];
    for (const path of pages) {
      const { body, headers } = await at(`GET /w/${id}${path}`, cookie);
      expect([path, body.includes(secret), headers.get('location')]).toEqual([path, false, undefined]);
    }
    for (const query of ['', '?with=sandbox'])
      expect((await at(`GET /w/${id}/_sandbox/exchanges${query}`, [`Authorization: Bearer ${managementKey}`])).body).not.toContain(secret);
    expect(told.join('\n')).not.toContain(secret);
  });
});

describe('whoever sends a browser elsewhere', () => {
  test.each([
    '//elsewhere.example/_portal/key/forget',
    '/w//elsewhere.example/_portal/key/forget',
    '/\\elsewhere.example/_portal/key/forget',
  ])('by %s does not', async (path) => {
    const answer = await post(path, await opened());
    expect(answer.status).not.toBe(303);
    expect(answer.headers.has('location')).toBe(false);
  });

  test.each(['/w/..%2f..%2felsewhere.example', '/w/%0d%0aLocation:%20x', '/w/"><script>'])(
    'by a workspace called %s stays here',
    async (prefix) => {
      const answer = await post(`${prefix}/_portal/key/forget`, await opened());
      if (answer.headers.has('location')) expect(answer.headers.get('location')).toMatch(/^\/w\/[^/\\\s"<>]+\/_portal\/key$/);
      expect(answer.body).not.toContain('<script>');
    },
  );
});

describe('a host that the sandbox does not answer to', () => {
  test.each(['/', '/_portal', '/_portal/key', '/_portal/control/catalogue'])('shows no page at %s (DNS rebinding)', async (path) => {
    const answer = await at(`GET ${path}`, ['Host: elsewhere.example']);
    expect(kindOf(answer)).not.toBe('200 text/html');
    expect(answer.headers.has('set-cookie')).toBe(false);
    expect((await at('GET /_portal', ['Host: sandbox.mine.test'])).status).toBe(200);
  });
});
