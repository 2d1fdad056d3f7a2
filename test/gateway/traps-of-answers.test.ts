/** Traps that other mock servers fell into while answering; each test is named after its trap. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load.ts';
import { defaultSettings } from '../../src/workspace/settings.ts';
import { sandboxOf, type Sandbox } from '../sandbox.ts';
import { answers, contractOf, fault, json, takes } from './small-contract.ts';

const clinic = loadContract({ name: 'clinic.yaml', text: readFileSync(new URL('./clinic.yaml', import.meta.url), 'utf8') });
const base = '/clinic/FHIR/R4';
const fhir = { 'Content-Type': 'application/fhir+json' };
const visit = { resourceType: 'Visit', status: 'planned', reason: 'Sore throat' };

const book = (sandbox: Sandbox, body: object = visit) => sandbox.send('POST', `${base}/Visit`, body, fhir);
const one = (schema: unknown) => contractOf({ '/one': { get: { operationId: 'one', responses: { 200: answers(schema) } } } });
const generated = async (schema: unknown) => (await sandboxOf(one(schema)).request('/small/one')).json();

test('P-03 an id that nobody has is 404, and a known one comes back under itself', async () => {
  const sandbox = sandboxOf(clinic);
  expect((await sandbox.request(`${base}/Visit/ZZ9999`)).status).toBe(404);
  expect(await (await sandbox.request(`${base}/Visit/AB0001`)).json()).toMatchObject({ id: 'AB0001' });
  const { id } = await (await book(sandbox)).json();
  expect(await (await sandbox.request(`${base}/Visit/${id}`)).json()).toMatchObject({ id });
});

test('P-06 two sandboxes in one process never meet, though they share the contract object', async () => {
  const [ours, theirs] = [sandboxOf(clinic), sandboxOf(clinic)];
  const place = (await book(ours)).headers.get('location') ?? '';
  expect((await ours.request(place)).status).toBe(200);
  expect((await theirs.request(place)).status).toBe(404);
  await theirs.send('POST', '/_sandbox/reset');
  expect((await ours.request(place)).status).toBe(200);
  expect((await (await theirs.request('/_sandbox/exchanges')).json()).exchanges).toHaveLength(0);
});

test('P-07 the journal is a ring: the entry after its last place drops the first', async () => {
  const { request, workspace } = sandboxOf(clinic);
  const trace = async () => (await request(`${base}/Visit/AB0001`)).headers.get('x-sandbox-trace') ?? '';
  const first = await trace();
  const second = await trace();
  for (let i = 2; i < defaultSettings.journal; i++) await trace();
  expect((await request(first)).status).toBe(200);
  await trace();
  expect((await request(first)).status).toBe(404);
  expect((await request(second)).status).toBe(200);
  for (let i = 0; i < defaultSettings.journal; i++) await trace();
  workspace.flush();
  expect(workspace.store.count('~journal')).toBeLessThanOrEqual(defaultSettings.journal / 50 + 1);
});

test('P-08 a contract is loaded and served where code generation from strings is forbidden', () => {
  const here = new URL('.', import.meta.url).href;
  const script = `
    import { createGateway } from '${here}../../src/gateway/gateway.ts';
    import { loadContract } from '${here}../../src/contract/load.ts';
    import { openWorkspace } from '${here}../../src/workspace/workspace.ts';
    import { createMemoryStore } from '${here}../../src/workspace/store/memory-store.ts';
    import { frozenClock } from '${here}../../src/workspace/time/clock.ts';
    import { nobody } from '${here}../../src/population.ts';
    import { readFileSync } from 'node:fs';
    const contract = loadContract({ name: 'clinic.yaml', text: readFileSync(new URL('${here}clinic.yaml'), 'utf8') });
    const workspace = openWorkspace({ id: 'x', secret: 'x', seed: 1, clock: frozenClock(0), store: createMemoryStore(), population: nobody });
    const { fetch } = createGateway({ apis: [{ contract }], own: () => Promise.reject(new Error('nobody asks for it')) });
    const ask = (path, init) => fetch(new Request('http://x' + path, init), { workspace, prefix: '', caller: { scopes: new Set() } });
    const made = await ask('${base}/Visit', { method: 'POST', headers: { 'Content-Type': 'application/fhir+json' }, body: '${JSON.stringify(visit)}' });
    const drawn = await ask('${base}/Visit/AB0001/$close', { method: 'POST', headers: { Prefer: 'dynamic=true' } });
    const refused = await ask('${base}/Visit/nobody');
    console.log([made.status, drawn.status, refused.status].join());`;
  const output = execFileSync(process.execPath, ['--disallow-code-generation-from-strings', '--input-type=module', '-e', script], {
    encoding: 'utf8',
  });
  expect(output.trim()).toBe('201,200,400');
});

describe('P-10 every branch of an allOf counts', () => {
  const schemas = {
    Named: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
    Sized: { type: 'object', required: ['size'], properties: { size: { type: 'integer' } } },
    Hat: {
      allOf: [
        { $ref: '#/components/schemas/Named' },
        { $ref: '#/components/schemas/Sized' },
        { type: 'object', required: ['brim'], properties: { brim: { type: 'boolean' } } },
      ],
    },
  };
  const $ref = '#/components/schemas/Hat';
  const text = contractOf(
    {
      '/hat': { get: { responses: { 200: answers({ $ref }) } } },
      '/hats': { post: { requestBody: takes({ $ref }), responses: { 201: { description: 'Made' }, 400: fault } } },
    },
    { components: { schemas } },
  );

  test('in what is generated', async () => {
    expect(await (await sandboxOf(text).request('/small/hat')).json()).toEqual({
      name: expect.any(String),
      size: expect.any(Number),
      brim: expect.any(Boolean),
    });
  });

  test('in what is refused', async () => {
    const refused = await sandboxOf(text).send('POST', '/small/hats', {});
    expect(refused.status).toBe(400);
    const { message } = await refused.json();
    for (const member of ['name', 'size', 'brim']) expect(message).toContain(member);
  });
});

test('P-11 a generated body has declared members only', async () => {
  const body = await generated({
    type: 'object',
    properties: { name: { type: 'string' }, inner: { type: 'object', properties: { size: { type: 'integer' } }, required: ['size'] } },
    required: ['name', 'inner'],
  });
  expect(Object.keys(body).sort()).toEqual(['inner', 'name']);
  expect(Object.keys(body.inner)).toEqual(['size']);
});

test('P-17 generated values mean something: dates are dates, codes come from their lists, amounts are in bounds', async () => {
  const body = await generated({
    type: 'object',
    required: ['birthDate', 'gender', 'quantity', 'postalCode', 'createdAt'],
    properties: {
      birthDate: { type: 'string' },
      gender: { type: 'string', enum: ['male', 'female', 'other', 'unknown'] },
      quantity: { type: 'integer', minimum: 1, maximum: 56 },
      postalCode: { type: 'string' },
      createdAt: { type: 'string', format: 'date-time' },
    },
  });
  expect(body.birthDate).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(body.postalCode).toMatch(/^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/);
  expect(Date.parse(body.createdAt)).not.toBeNaN();
});

describe('P-18', () => {
  test('no generated text is empty', async () => {
    const body: object = await generated({
      type: 'object',
      required: ['title', 'status', 'x1'],
      properties: { title: { type: 'string' }, status: { type: 'string' }, x1: { type: 'string' } },
    });
    for (const value of Object.values(body)) expect(value).not.toBe('');
  });

  test('what the server dates follows the clock of the workspace', async () => {
    const sandbox = sandboxOf(clinic);
    sandbox.clock.set(Date.UTC(2031, 5, 1));
    const { meta } = await (await book(sandbox)).json();
    expect(meta.lastUpdated).toMatch(/^2031-06-01T/);
  });
});

test('P-20 two workspaces have two clocks', async () => {
  const [ours, theirs] = [sandboxOf(clinic), sandboxOf(clinic)];
  ours.clock.set(Date.UTC(2040, 0, 1));
  expect((await (await book(ours)).json()).meta.lastUpdated).toMatch(/^2040/);
  expect((await (await book(theirs)).json()).meta.lastUpdated).toMatch(/^2026/);
});

test('P-21 what is generated for one thing does not depend on what was asked before it', async () => {
  const thing = {
    type: 'object',
    required: ['id', 'title', 'made'],
    properties: { id: { type: 'string' }, title: { type: 'string' }, made: { type: 'string', format: 'date' }, weight: { type: 'number' } },
  };
  const text = contractOf({
    '/things/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      get: { responses: { 200: answers(thing) } },
    },
  });
  const ids = ['one', 'two', 'three', 'four'];
  const ask = async (order: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    const { request } = sandboxOf(text);
    const bodies = new Map<string, string>();
    for (const id of order) bodies.set(id, await (await request(`/small/things/${id}`)).text());
    return bodies;
  };
  const forwards = await ask(ids);
  const backwards = await ask(ids.toReversed());
  for (const id of ids) {
    expect(backwards.get(id)).toBe(forwards.get(id));
    expect(forwards.get(id)).toContain(`"${id}"`);
  }
  expect(new Set(forwards.values()).size).toBe(ids.length);
});

describe('P-31 an example is held to its schema before it is sent', () => {
  const schema = { type: 'object', required: ['size'], properties: { size: { type: 'integer' } } };
  const hats = (examples: Record<string, unknown>) =>
    contractOf({
      '/hats': {
        get: {
          operationId: 'hats',
          responses: {
            200: answers(schema, { examples: Object.fromEntries(Object.entries(examples).map(([name, value]) => [name, { value }])) }),
          },
        },
      },
    });

  test('a second one that fits is preferred to a first that does not', async () => {
    expect(await (await sandboxOf(hats({ bad: { size: 'wide' }, good: { size: 7 } })).request('/small/hats')).json()).toEqual({ size: 7 });
  });

  test('where none fits the first is sent as published where that is asked for, and flagged', async () => {
    const { request } = sandboxOf(hats({ bad: { size: 'wide' }, worse: { size: null } }), {
      tolerateDefects: true,
      settings: { examples: 'published' },
    });
    const response = await request('/small/hats');
    expect(await response.json()).toEqual({ size: 'wide' });
    const trace = await (await request(response.headers.get('x-sandbox-trace') ?? '')).json();
    expect(trace.contractFaultsInOurAnswer.join('\n')).toContain('/size');
  });

  test('where none fits the first is mended, and flagged', async () => {
    const { request } = sandboxOf(hats({ bad: { size: 'wide', brim: 'broad' } }));
    const response = await request('/small/hats');
    expect(await response.json()).toEqual({ size: expect.any(Number), brim: 'broad' });
    const trace = await (await request(response.headers.get('x-sandbox-trace') ?? '')).json();
    expect(trace.notes.join('\n')).toMatch(/“bad” breaks its own schema \(\/size must be a whole number\); it is sent mended/);
  });
});

test('P-32 no header about length, hops or encoding is taken from a contract', async () => {
  const hops = ['Content-Length', 'Transfer-Encoding', 'Connection', 'Content-Encoding', 'Keep-Alive', 'Trailer', 'Upgrade', 'Date'];
  const headers = Object.fromEntries(
    hops.map((name) => [name, { required: true, schema: { type: 'string' }, example: name === 'Content-Length' ? '3111' : 'gzip' }]),
  );
  const { request } = sandboxOf(
    contractOf({
      '/hats': {
        get: {
          responses: {
            200: {
              description: 'Hats',
              headers: { ...headers, 'X-Maker': { required: true, schema: { type: 'string' }, example: 'Lock' } },
              content: json({}, { example: { size: 7 } }),
            },
          },
        },
      },
    }),
  );
  const response = await request('/small/hats');
  expect(hops.filter((name) => response.headers.has(name))).toEqual([]);
  expect(response.headers.get('x-maker')).toBe('Lock');
  expect(await response.json()).toEqual({ size: 7 });
});

describe('P-40', () => {
  test('a generated text fits its pattern, though a format stands beside it', async () => {
    expect(
      await generated({ type: 'string', format: 'uuid', pattern: '^[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$' }),
    ).toMatch(/^[0-9A-F-]{36}$/);
    expect(await generated({ type: 'string', format: 'date', pattern: '^2019-\\d{2}-0[1-9]$' })).toMatch(/^2019-\d\d-0\d$/);
  });

  test('an enum inside a oneOf is kept to', async () => {
    const body = await generated({
      type: 'object',
      required: ['kind'],
      properties: {
        kind: {
          oneOf: [
            { type: 'string', enum: ['bowler'] },
            { type: 'string', enum: ['trilby'] },
          ],
        },
      },
    });
    expect(['bowler', 'trilby']).toContain(body.kind);
  });

  test('P-28 a generated text matches its pattern', async () => {
    expect(await generated({ type: 'string', pattern: '^[A-Z]{2}-\\d{3,5}(/[a-f]+)?$' })).toMatch(/^[A-Z]{2}-\d{3,5}(\/[a-f]+)?$/);
  });
});

test('P-43 headers that the contract requires of an answer are sent, also where no state made it', async () => {
  const headers = {
    ETag: { required: true, schema: { type: 'string' } },
    'X-Total': { required: true, schema: { type: 'integer' } },
    'X-Optional': { schema: { type: 'string' } },
  };
  const { request } = sandboxOf(
    contractOf({ '/hats': { get: { responses: { 200: { description: 'Hats', headers, content: json({}, { example: [] }) } } } } }),
  );
  const response = await request('/small/hats');
  expect(response.headers.get('etag')).toBeTruthy();
  expect(response.headers.get('x-total')).toMatch(/^\d+$/);
  const clinicSandbox = sandboxOf(clinic);
  const made = await book(clinicSandbox);
  expect(made.headers.get('location')).toMatch(/\/clinic\/FHIR\/R4\/Visit\/[A-Z]{2}\d{4}$/);
  expect(made.headers.get('etag')).toBe('W/"1"');
  expect((await clinicSandbox.request(`${base}/Visit/AB0001`)).headers.get('etag')).toBeTruthy();
});

describe('P-44', () => {
  const ids = { 'X-Request-ID': '60e0b220-8136-4ca5-ae46-1d97ef59d068', 'X-Correlation-ID': '11c46f5f-cdef-4865-94b2-0ce0edcc26da' };

  test.each([
    ['GET', '/Visit/AB0001'],
    ['GET', '/Visit/ZZ9999'],
    ['GET', '/Visit/zz'],
    ['GET', '/nothing'],
    ['PUT', '/Visit'],
    ['POST', '/Visit'],
    ['GET', '/_ping'],
    ['OPTIONS', '/Visit'],
  ])('%s %s gives the correlation ids back', async (method, path) => {
    const response = await sandboxOf(clinic).request(base + path, { method, headers: ids });
    for (const [name, id] of Object.entries(ids)) expect(response.headers.get(name)).toBe(id);
  });

  test('what is posted is read back', async () => {
    const sandbox = sandboxOf(clinic);
    const made = await book(sandbox, { ...visit, reason: 'Wasp sting' });
    expect(await (await sandbox.request(made.headers.get('location') ?? '')).json()).toMatchObject({ reason: 'Wasp sting' });
    const found = await (await sandbox.request(`${base}/Visit?status=planned`)).json();
    expect(found.entry.map((entry: { resource: { reason: string } }) => entry.resource.reason)).toContain('Wasp sting');
  });
});
