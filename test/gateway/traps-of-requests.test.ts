/** Traps that other mock servers fell into while reading requests; each test is named after its trap. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load.ts';
import { sandboxOf } from '../sandbox.ts';
import { answers, contractOf, fault, takes } from './small-contract.ts';

const clinic = loadContract({ name: 'clinic.yaml', text: readFileSync(new URL('./clinic.yaml', import.meta.url), 'utf8') });
const base = '/clinic/FHIR/R4';
const fhir = { 'Content-Type': 'application/fhir+json' };
const visit = { resourceType: 'Visit', status: 'planned', reason: 'Sore throat' };

interface Outcome {
  readonly resourceType: string;
  readonly issue: readonly { readonly code: string; readonly diagnostics: string; readonly expression?: readonly string[] }[];
}

async function issueOf(response: Response): Promise<Outcome['issue'][number]> {
  expect(response.headers.get('content-type')).toMatch(/^application\/fhir\+json/);
  const outcome: Outcome = await response.json();
  expect(outcome.resourceType).toBe('OperationOutcome');
  const [issue] = outcome.issue;
  if (!issue) throw new Error('The outcome holds no issue.');
  return issue;
}

describe('P-01', () => {
  test.each(['application/fhir+json', 'application/vnd.clinic.v2+json'])('a body of %s that breaks its schema is refused', async (type) => {
    const { send } = sandboxOf(clinic);
    const refused = await send('POST', `${base}/Visit`, { ...visit, status: 'cancelled' }, { 'Content-Type': type });
    expect(refused.status).toBe(400);
    expect((await issueOf(refused)).diagnostics).toContain('/status');
    expect((await send('POST', `${base}/Visit`, visit, { 'Content-Type': type })).status).toBe(201);
  });
});

describe('P-02 names the fault it has, though the contract shows only an example of another', () => {
  const cases: readonly (readonly [string, string, string, unknown, Record<string, string>, number, RegExp])[] = [
    ['a missing member', 'POST', '/Visit', { resourceType: 'Visit' }, fhir, 400, /^(required|invalid|value|structure)$/],
    ['a wrong value', 'POST', '/Visit', { ...visit, status: 'x' }, fhir, 400, /^(invalid|value|code-invalid|structure)$/],
    ['a malformed body', 'POST', '/Visit', '{"resourceType":', fhir, 400, /^(invalid|structure)$/],
    ['a wrong content type', 'POST', '/Visit', 'a,b', { 'Content-Type': 'text/csv' }, 415, /^(not-supported|invalid|structure)$/],
    ['a wrong query value', 'GET', '/Visit?status=soon', undefined, {}, 400, /^(invalid|value|code-invalid)$/],
    ['an id of the wrong shape', 'GET', '/Visit/zz', undefined, {}, 400, /^(invalid|value|code-invalid)$/],
    ['an id that nobody has', 'GET', '/Visit/ZZ9999', undefined, {}, 404, /^not-found$/],
  ];
  test.each(cases)('%s', async (_, method, path, body, headers, status, code) => {
    const response = await sandboxOf(clinic).send(method, base + path, body, headers);
    expect(response.status).toBe(status);
    const issue = await issueOf(response);
    expect(issue.code).toMatch(code);
    if (status !== 404) expect(issue.diagnostics).not.toContain('No such visit');
  });
});

test('P-04 a recursive schema is enforced at every depth', async () => {
  const tree = {
    type: 'object',
    required: ['name'],
    properties: { name: { type: 'string' }, children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } } },
  };
  const { send } = sandboxOf(
    contractOf(
      {
        '/trees': {
          post: {
            requestBody: takes({ $ref: '#/components/schemas/Tree' }),
            responses: { 201: answers({ $ref: '#/components/schemas/Tree' }), 400: fault },
          },
        },
      },
      { components: { schemas: { Tree: tree } } },
    ),
  );
  const deep = (leaf: object) => ({ name: 'a', children: [{ name: 'b', children: [leaf] }] });
  expect((await send('POST', '/small/trees', deep({ name: 'c' }))).status).toBe(201);
  const refused = await send('POST', '/small/trees', deep({ name: 3 }));
  expect(refused.status).toBe(400);
  expect((await refused.json()).message).toContain('/children/0/children/0/name');
});

test('P-05 one broken body schema leaves headers and query checked, and is reported', async () => {
  const { request, send } = sandboxOf(
    contractOf({
      '/things': {
        post: {
          parameters: [
            { name: 'X-Kind', in: 'header', required: true, schema: { enum: ['a', 'b'] } },
            { name: 'size', in: 'query', schema: { type: 'integer' } },
          ],
          requestBody: takes({ $ref: '#/components/schemas/Nowhere' }),
          responses: { 201: { description: 'Made' }, 400: fault },
        },
      },
    }),
  );
  expect((await send('POST', '/small/things', { any: 'thing' }, { 'X-Kind': 'a' })).status).toBe(201);
  const refused = await send('POST', '/small/things?size=big', { any: 'thing' });
  expect(refused.status).toBe(400);
  const { message } = await refused.json();
  expect(message).toContain('X-Kind');
  expect(message).toContain('size');
  const { apis } = await (await request('/_sandbox/catalogue')).json();
  expect(apis[0].quirks.join('\n')).toContain('unchecked');
});

describe('P-14 an unknown search parameter', () => {
  test('is ignored and noted in the trace where the API does not refuse it', async () => {
    const { request, send } = sandboxOf(clinic);
    await send('POST', `${base}/Visit`, visit, fhir);
    const plain = await (await request(`${base}/Visit`)).json();
    const response = await request(`${base}/Visit?favourite-colour=red`);
    expect((await response.json()).total).toBe(plain.total);
    const trace = await (await request(response.headers.get('x-sandbox-trace') ?? '')).json();
    expect(trace.notes.join('\n')).toMatch(/ignored/);
  });

  test('is refused and named where the API refuses it', async () => {
    const { request } = sandboxOf(clinic, { mock: { behaviours: {}, refusesUnknownParameters: true } });
    const response = await request(`${base}/Visit?favourite-colour=red`);
    expect(response.status).toBe(400);
    expect((await issueOf(response)).diagnostics).toContain('favourite-colour');
  });
});

describe('P-15 and P-34 paths with verbs, `$` and a parameter before them', () => {
  const echo = (id: string) => ({
    operationId: id,
    responses: {
      200: answers({ type: 'object', required: ['did'], properties: { did: { const: id } } }, { example: { did: id } }),
      404: fault,
    },
  });
  const contract = contractOf({
    '/jobs/{id}': {
      get: echo('read'),
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', pattern: '^[0-9]+$' }, example: '7' }],
    },
    '/jobs/{id}:cancel': {
      post: echo('cancel'),
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', pattern: '^[0-9]+$' } }],
    },
    '/$process-message': { post: echo('process') },
    '/{ubrn}/$ers.acceptReferral': {
      post: echo('accept'),
      parameters: [{ name: 'ubrn', in: 'path', required: true, schema: { type: 'string', pattern: '^[0-9]{4}$' } }],
    },
    '/List{id}': {
      get: echo('list'),
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', pattern: '^[0-9]+$' } }],
    },
    '/search?kind=a': { get: echo('search-a') },
    '/search?kind=b': { get: echo('search-b') },
  });
  test.each([
    ['POST', '/jobs/7:cancel', 'cancel'],
    ['POST', '/jobs/7%3Acancel', 'cancel'],
    ['POST', '/$process-message', 'process'],
    ['POST', '/%24process-message', 'process'],
    ['POST', '/1234/$ers.acceptReferral', 'accept'],
    ['POST', '/1234/%24ers.acceptReferral', 'accept'],
    ['GET', '/List42', 'list'],
    ['GET', '/search?kind=a', 'search-a'],
    ['GET', '/search?kind=b', 'search-b'],
  ])('%s %s is %s', async (method, path, did) => {
    const response = await sandboxOf(contract).request(`/small${path}`, { method });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ did });
  });

  test.each(['sent', 'recalled'])('a path shared by several messages goes to the one that the body names: %s', async (event) => {
    const message = (name: string) => ({
      operationId: name,
      requestBody: takes({ type: 'object' }),
      responses: { 200: answers({ const: name }, { example: name }) },
    });
    const shared = contractOf({ '/$process#sent': { post: message('sent') }, '/$process#recalled': { post: message('recalled') } });
    const response = await sandboxOf(shared).send('POST', '/small/$process', { header: { event: { code: event } } });
    expect(await response.json()).toBe(event);
  });

  test('P-34 a parameter before a `$` segment is read and checked', async () => {
    const response = await sandboxOf(contract).request('/small/nope/$ers.acceptReferral', { method: 'POST' });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect((await response.json()).message).toContain('ubrn');
  });
});

describe('P-16', () => {
  test('the documented URL answers and the path without its base does not', async () => {
    const { request } = sandboxOf(clinic);
    expect((await request(`${base}/Visit/AB0001`)).status).toBe(200);
    expect((await request('/Visit/AB0001')).status).toBe(404);
    expect((await request('/FHIR/R4/Visit/AB0001')).status).toBe(404);
  });
});

describe('P-24 and P-41', () => {
  test.each([
    ['GET', `${base}/Nothing`, 404],
    ['PUT', `${base}/Visit`, 405],
    ['DELETE', `${base}/Visit/AB0001`, 405],
  ])('%s %s is refused in the dialect of the API, never in HTML', async (method, path, status) => {
    const response = await sandboxOf(clinic).request(path, { method });
    expect(response.status).toBe(status);
    const { diagnostics } = await issueOf(response);
    expect(diagnostics).not.toContain('<');
  });

  test('P-41 a path of no API gets JSON too', async () => {
    const response = await sandboxOf(clinic).request('/elsewhere');
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('application/json');
  });
});

describe('P-28', () => {
  const withPattern = (pattern: string) =>
    contractOf({
      '/codes': {
        get: {
          parameters: [{ name: 'code', in: 'query', required: true, schema: { type: 'string', pattern } }],
          responses: { 200: answers({ type: 'string' }, { example: 'ok' }), 400: fault },
        },
      },
    });

  test('a pattern is enforced', async () => {
    const { request } = sandboxOf(withPattern('^[0-9]{3}$'));
    expect((await request('/small/codes?code=123')).status).toBe(200);
    expect((await request('/small/codes?code=12a')).status).toBe(400);
  });

  test('a pattern that makes backtracking engines loop is answered', async () => {
    const { request } = sandboxOf(withPattern('^(a+)+$'));
    expect((await request(`/small/codes?code=${'a'.repeat(1_500)}`)).status).toBe(200);
    expect((await request(`/small/codes?code=${'a'.repeat(1_500)}!`)).status).toBe(400);
  });

  test('P-30 a pattern that is invalid under the `u` flag is enforced', async () => {
    const { request } = sandboxOf(withPattern(String.raw`^https\:\/\/[a-z\-]+$`));
    expect((await request('/small/codes?code=https://fhir-nhs')).status).toBe(200);
    expect((await request('/small/codes?code=ftp://fhir')).status).toBe(400);
  });

  test('P-30 a pattern that cannot be compiled is reported, and the API serves', async () => {
    const { request } = sandboxOf(withPattern('^(?<=a)b(c$'));
    expect((await request('/small/codes?code=anything')).status).toBe(200);
    const { apis } = await (await request('/_sandbox/catalogue')).json();
    expect(apis[0].quirks).toContainEqual(expect.stringMatching(/^unchecked: .*pattern/));
  });
});

describe('P-29', () => {
  test.each(['application/fhir+json', 'application/vnd.clinic.v2+json'])(
    'malformed JSON under %s gets the documented 400',
    async (type) => {
      const { send } = sandboxOf(clinic);
      for (const text of ['{', '{"a":1,}', '"', '[1,2', 'nul', '{"a":undefined}']) {
        const response = await send('POST', `${base}/Visit`, text, { 'Content-Type': type });
        expect(response.status).toBe(400);
        expect((await issueOf(response)).diagnostics).toContain('JSON');
      }
    },
  );
});

describe('P-35', () => {
  test.each([
    'application/fhir+json',
    'application/fhir+json; version=1.0',
    'application/*',
    '*/*',
    'text/html, application/fhir+json;q=0.5',
    'application/json',
  ])('Accept: %s gets the body', async (accept) => {
    const response = await sandboxOf(clinic).request(`${base}/Visit/AB0001`, { headers: { accept } });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/fhir+json');
    expect(await response.json()).toMatchObject({ resourceType: 'Visit' });
  });
});

test.each(['authorization', 'AUTHORIZATION', 'Authorization'])('P-38 a required header is found as %s', async (name) => {
  const { request } = sandboxOf(
    contractOf({
      '/me': {
        get: {
          parameters: [
            { name: 'Authorization', in: 'header', required: true, schema: { type: 'string' } },
            { name: 'NHSD-Session-URID', in: 'header', required: true, schema: { type: 'string' } },
          ],
          responses: { 200: answers({ type: 'string' }, { example: 'you' }), 400: fault },
        },
      },
    }),
  );
  expect(
    (
      await request('/small/me', {
        headers: { [name]: 'Bearer x', [name === 'AUTHORIZATION' ? 'NHSD-SESSION-URID' : 'nhsd-session-urid']: '1' },
      })
    ).status,
  ).toBe(200);
});

test.each(['text/csv', 'text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'application/jsonx', ''])(
  'P-42 a body of type “%s” is refused with 415',
  async (type) => {
    const { request } = sandboxOf(clinic);
    const body = new TextEncoder().encode(JSON.stringify(visit));
    const response = await request(`${base}/Visit`, { method: 'POST', body, headers: type === '' ? {} : { 'Content-Type': type } });
    expect(response.status).toBe(415);
    expect((await issueOf(response)).diagnostics).toContain('application/fhir+json');
  },
);
