/** What a contract says is never trusted on the way out: what cannot or may not be sent is said at load and left out, and the rest is served. */
import { describe, expect, test } from 'vitest';
import { loadContract } from '../../../src/contract/load.ts';
import type { AnyMock } from '../../../src/mock/mock.ts';
import { sandboxOf } from '../../sandbox.ts';
import { answers, contractOf, fault, takes } from '../small-contract.ts';

const text = { type: 'string' };
const CSP = "sandbox; default-src 'none'";

const withHeaders = (headers: object): string =>
  contractOf({ '/one': { get: { operationId: 'one', responses: { 200: { ...answers({}, { example: 1 }), headers } } } } });

const quirksOf = (contract: string): readonly string[] =>
  loadContract({ name: 'small.json', text: contract }).quirks.map(({ effect, pointer, message }) => `${effect} ${pointer} ${message}`);

describe('a header', () => {
  test.each(['X-Request-ID:', 'x y', '', 'X-é', 'a\r\nX-Evil: 1', 'k'.repeat(3_000)])(
    'named %j is left out and said, and the answer is sent',
    async (name) => {
      const contract = withHeaders({ [name]: { required: true, schema: text, example: 'a' }, 'X-Shelf': { schema: text, example: 'b' } });
      const answer = await sandboxOf(contract).request('/small/one');
      expect([answer.status, answer.headers.get('x-shelf'), answer.headers.get('x-evil')]).toEqual([200, 'b', null]);
      expect(quirksOf(contract).join()).toMatch(/unserved \/paths\/~1one\/get\/responses\/200\/headers\/.* is no name/);
    },
  );

  test.each([
    ['X-Sandbox-Data', 'real patients'],
    ['x-sandbox-trace', 'https://evil.example'],
    ['X-SANDBOX-Anything', 'x'],
    ['x-content-type-options', 'off'],
    ['Content-Security-Policy', "script-src 'unsafe-inline'"],
    ['content-security-policy', 'default-src *'],
    ['Content-Security-Policy-Report-Only', 'default-src *'],
    ['Service-Worker-Allowed', '/'],
    ['Clear-Site-Data', '"*"'],
    ['Refresh', '0; url=https://evil.example'],
    ['Set-Cookie', 'a=b; Path=/'],
    ['Strict-Transport-Security', 'max-age=1'],
    ['Public-Key-Pins', 'pin-sha256="x"'],
    ['SourceMap', '/x.map'],
    ['Report-To', '{}'],
    ['NEL', '{}'],
    ['Alt-Svc', 'h2="evil.example:443"'],
    ['Cross-Origin-Opener-Policy', 'unsafe-none'],
    ['Permissions-Policy', 'camera=*'],
    ['Speculation-Rules', '"/rules.json"'],
    ['Origin-Agent-Cluster', '?0'],
    ['Timing-Allow-Origin', '*'],
    ['Access-Control-Allow-Credentials', 'true'],
    ['Use-As-Dictionary', 'match="/*"'],
    ['X-Accel-Redirect', '/etc/passwd'],
  ])('%s is for neither a contract nor a mock to set', async (name, example) => {
    const contract = withHeaders({ [name]: { required: true, schema: text, example } });
    const mock: AnyMock = { behaviours: { one: () => ({ status: 200, body: 1, headers: { [name]: example, 'X-Mine': 'yes' } }) } };
    for (const sandbox of [sandboxOf(contract), sandboxOf(contract, { mock })]) {
      const { headers } = await sandbox.request('/small/one');
      expect(headers.get(name)).not.toBe(example);
      expect(headers.get('x-sandbox-data')).toBe('synthetic');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toBe(CSP);
    }
    expect(quirksOf(contract).join()).toMatch(/(unserved|mended) \/paths\/~1one\/get\/responses\/200\/headers\/.* left out/);
  });

  test('of a mock that cannot be sent is left out, and the trace says so', async () => {
    const mock: AnyMock = {
      behaviours: { one: () => ({ status: 200, body: 1, headers: { 'not a name': 'x', 'X-Two': 'a\r\nb', 'X-Three': 'c' } }) },
    };
    const sandbox = sandboxOf(withHeaders({}), { mock });
    const answer = await sandbox.request('/small/one');
    expect([answer.status, answer.headers.get('x-two'), answer.headers.get('x-three')]).toEqual([200, null, 'c']);
    const { notes } = await (await sandbox.request(answer.headers.get('x-sandbox-trace') ?? '')).json();
    expect(notes.join()).toMatch(/"not a name".*"X-Two"/);
  });

  test('of which a thousand are documented is sent as far as clients take headers', async () => {
    const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`X-${i}`, { schema: text, example: 'v'.repeat(1_000) }]));
    const answer = await sandboxOf(withHeaders(many)).request('/small/one');
    expect(answer.status).toBe(200);
    expect(JSON.stringify([...answer.headers]).length).toBeLessThan(12_000);
    expect(quirksOf(withHeaders(many)).join()).toContain('936 more are left out');
  });

  test.each(['a\r\nX-Evil: 1', 'é', 'v'.repeat(5_000)])(
    'whose value is %j is said at load, and that value is never sent',
    async (example) => {
      const contract = withHeaders({ 'X-Note': { required: true, schema: text, example } });
      expect((await sandboxOf(contract).request('/small/one')).headers.get('x-note')).not.toBe(example);
      expect(quirksOf(contract).join()).toContain('cannot stand in a header');
    },
  );

  test('that makes a browser load something is not among the links', async () => {
    const example = '</evil.js>; rel=preload; as=script, </sw.js>; rel="serviceworker", <https://help.example/>; rel="help"';
    expect((await sandboxOf(withHeaders({ Link: { schema: text, example } })).request('/small/one')).headers.get('link')).toBe(
      '<https://help.example/>; rel="help"',
    );
  });

  test('of a request that no client can send is no parameter', async () => {
    const parameters = [{ name: 'x y', in: 'header', required: true, schema: text }];
    const contract = contractOf({ '/one': { get: { parameters, responses: { 200: answers({}, { example: 1 }) } } } });
    expect((await sandboxOf(contract).request('/small/one')).status).toBe(200);
    expect(quirksOf(contract).join()).toContain('parameters/0 "x y" is no name');
  });
});

test.each(['中/x', 'text/html\r\nX-Evil: 1', 'text', '', 'application/json;\u0000'])(
  'the media type %j is left out and said; another of the same answer is sent',
  async (type) => {
    const content = { [type]: { example: 'a' }, 'application/json': { example: 1 } };
    const contract = contractOf({ '/one': { get: { responses: { 200: { description: 'One', content } } } } });
    const answer = await sandboxOf(contract).request('/small/one');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json']);
    expect(quirksOf(contract).join()).toContain('is no media type');
    const alone = contractOf({ '/one': { get: { responses: { 200: { description: 'One', content: { [type]: { example: 'a' } } } } } } });
    expect((await sandboxOf(alone).request('/small/one')).status).toBe(200);
  },
);

test('what a client accepts is no type to answer with where no type can be called so', async () => {
  const contract = contractOf({ '/one': { get: { responses: { 200: { description: 'One', content: { 'text/*': { example: 'a' } } } } } } });
  const answer = await sandboxOf(contract).request('/small/one', { headers: { accept: 'text/h"t<m>l' } });
  expect(answer.headers.get('content-type')).toBe('text/plain');
});

test.each(['100', '101', '103', '199', '1XX', '600', 'abc', '99', '2e2'])('the status %s is left out and said', async (status) => {
  const contract = contractOf({
    '/one': { get: { responses: { [status]: answers({}, { example: 0 }), 202: answers({}, { example: 1 }) } } },
  });
  expect((await sandboxOf(contract).request('/small/one')).status).toBe(202);
  expect(quirksOf(contract).join()).toContain(`unserved /paths/~1one/get/responses/${status}`);
});

test.each(['204', '205', '304'])('a %s has no body, whatever is shown', async (status) => {
  const contract = contractOf({ '/one': { get: { responses: { [status]: answers({}, { example: { a: 1 } }) } } } });
  const answer = await sandboxOf(contract).request('/small/one', { headers: { prefer: `code=${status}` } });
  expect([answer.status, await answer.text()]).toEqual([Number(status), '']);
  expect(quirksOf(contract).join()).toContain('never has a body');
});

describe('a base path', () => {
  const at = (url: string) =>
    loadContract({
      name: 'small.json',
      text: contractOf({ '/one': { get: { responses: { 200: answers({}, { example: 1 }) } } } }, { base: url }),
    });

  test.each([
    ['/w', 'workspaces'],
    ['https://x.example/w/abc', 'workspaces'],
    ['https://x.example/a%2f..%2f_sandbox', 'lead out of it'],
    ['https://x.example/a%0d%0aX-Evil:%201', 'control characters'],
    ['https://x.example/a%00b', 'control characters'],
    [`https://x.example/${'k'.repeat(3_000)}`, 'more than 500 characters'],
    ['javascript:alert(1)', 'no slash'],
  ])('%s is not used, and the contract is served under its own name', async (url, why) => {
    const contract = at(url);
    expect(contract.basePath).toBe('');
    expect(contract.quirks.map(({ message }) => message).join()).toContain(why);
    expect((await sandboxOf(contract).request('/small/one')).status).toBe(200);
  });

  test.each(['https://x.example//_sandbox', '/_sandbox', 'https://x.example/%5fsandbox/', '///_sandbox'])(
    '%s never stands before the sandbox’s own',
    async (url) => {
      const sandbox = sandboxOf(at(url));
      expect(await (await sandbox.request('/_sandbox/health')).json()).toEqual({ status: 'pass' });
      const { apis } = await (await sandbox.request('/_sandbox/catalogue')).json();
      if (apis[0].base === '/_sandbox') expect(apis[0].quirks.join()).toContain("is the sandbox's own");
    },
  );

  test('in any script leads to what was made, as a URL can say it', async () => {
    const id = [{ name: 'id', in: 'path', required: true, schema: text }];
    const made = { type: 'object', properties: { id: text } };
    const contract = contractOf(
      {
        '/jars': { post: { requestBody: takes(made), responses: { 201: answers(made) } } },
        '/jars/{id}': { get: { parameters: id, responses: { 200: answers(made), 404: fault } } },
      },
      { base: 'https://x.example/épicerie' },
    );
    const sandbox = sandboxOf(contract);
    const answer = await sandbox.send('POST', '/%C3%A9picerie/jars', { id: 'a' });
    expect(answer.headers.get('location')).toBe('http://sandbox.test/%C3%A9picerie/jars/a');
    expect((await sandbox.request(answer.headers.get('location') ?? '')).status).toBe(200);
  });
});

test.each([
  ['__proto__', 'proto'],
  ['constructor.yaml', 'constructor-contract'],
  ['_sandbox.yaml', 'sandbox'],
  ['w.json', 'w-contract'],
  ['..', 'contract'],
  ['', 'contract'],
  ['中文.yaml', 'contract'],
  ['a.yaml.yaml', 'a'],
  ['k'.repeat(3_000), 'k'.repeat(64)],
])('a contract called %j answers to a name that a URL can hold', (name, slug) => {
  const contract = loadContract({ name, text: withHeaders({}) });
  expect(contract.slug).toBe(slug);
  expect(loadContract({ name: contract.slug, text: withHeaders({}) }).slug).toBe(slug);
});

test('titles and ids are one line of a bounded length, and a terminal has nothing to obey', () => {
  const contract = loadContract({
    name: 'small.json',
    text: JSON.stringify({
      openapi: '3.1.0',
      info: { title: `\u001b[31m${'t'.repeat(3_000)}`, version: '1\n2' },
      paths: {
        '/a': { get: { operationId: 'a\r\nb', responses: { 200: {} } }, put: { operationId: 'k'.repeat(3_000), responses: { 200: {} } } },
      },
    }),
  });
  expect(contract.title).toMatch(/^\[31mt{195}…$|^\[31mt+…$/);
  expect(contract.title.length).toBeLessThanOrEqual(200);
  expect(contract.version).toBe('1 2');
  expect(contract.operations.map(({ id }) => id)).toEqual(['get-a', 'put-a']);
});

test('operations called like a member of every object are served, with rules or without', async () => {
  const get = (operationId: string) => ({ get: { operationId, responses: { 200: answers({}, { example: operationId }) } } });
  const contract = contractOf({ '/a': get('constructor'), '/b': get('toString'), '/c': get('hasOwnProperty') });
  const sandbox = sandboxOf(contract, { mock: { behaviours: {} } });
  for (const [path, id] of [
    ['a', 'constructor'],
    ['b', 'toString'],
    ['c', 'hasOwnProperty'],
  ] as const)
    expect(await (await sandbox.request(`/small/${path}`)).json()).toBe(id);
});

test('half of a character in a contract becomes a whole one, and in a request it is refused', async () => {
  const made = { type: 'object', properties: { id: text } };
  const contract = contractOf({
    '/jars': {
      post: { operationId: '\ud800', requestBody: takes(made), responses: { 201: answers(made, { example: { id: '\udfff' } }) } },
    },
  });
  expect(contract).toContain('\\ud800');
  const sandbox = sandboxOf(contract);
  expect((await sandbox.send('POST', '/small/jars', '{"id":"a"}')).status).toBe(201);
  const refused = await sandbox.send('POST', '/small/jars', '{"id":"\\ud800"}');
  expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('half of a character')]);
});

test('the catalogue of a hostile contract stays small: so many quirks, each of so many characters', async () => {
  const paths = Object.fromEntries(
    Array.from({ length: 400 }, (_, i) => [`/${i}`, { get: { responses: { 200: { headers: { ['x y'.repeat(400) + i]: {} } } } } }]),
  );
  const contract = loadContract({ name: 'small.json', text: contractOf(paths) });
  expect(Math.max(...contract.quirks.map(({ message, pointer }) => message.length + pointer.length))).toBeLessThanOrEqual(800);
  const answer = await sandboxOf(contract).request('/_sandbox/catalogue');
  const catalogue = await answer.text();
  expect(catalogue.length).toBeLessThan(20_000);
  expect(catalogue).toMatch(/and \d+ more: nhs-sandbox check/);
});

test('methods and names of examples are listed as far as anybody reads', async () => {
  const one = {
    responses: {
      200: {
        description: 'One',
        content: {
          'application/json': {
            examples: Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`${'e'.repeat(500)}${i}`, { value: i }])),
          },
        },
      },
    },
  };
  const additionalOperations = Object.fromEntries(
    Array.from({ length: 300 }, (_, i) => [`MOVE${i}`, { responses: { 200: answers({}, { example: 1 }) } }]),
  );
  const { request } = sandboxOf(contractOf({ '/one': { get: one, additionalOperations } }, { openapi: '3.2.0' }));
  const allowed = (await request('/small/one', { method: 'DELETE' })).headers.get('allow') ?? '';
  expect(allowed).toContain('GET');
  expect(allowed.length).toBeLessThan(300);
  const refused = await request('/small/one', { headers: { prefer: 'example=none' } });
  expect(refused.status).toBe(400);
  expect((await refused.text()).length).toBeLessThan(6_000);
});
