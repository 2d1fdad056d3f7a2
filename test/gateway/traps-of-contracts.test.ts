/** Traps that other mock servers fell into while reading contracts; each test is named after its trap. */
import { describe, expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load.ts';
import { sandboxOf } from '../sandbox.ts';
import { answers, contractOf, fault, json, takes } from './small-contract.ts';

const load = (text: string) => loadContract({ name: 'small.json', text });

describe('P-09 a reference that leaves the document is never followed', () => {
  test.each([
    'https://example.invalid/schema.json',
    'http://127.0.0.1:1/x',
    'file:///etc/passwd',
    '../../package.json',
    'other.yaml#/Thing',
  ])('%s', async ($ref) => {
    const text = contractOf({
      '/things': {
        get: { responses: { 200: answers({ $ref }, { example: { a: 1 } }) } },
        post: { requestBody: takes({ $ref }), responses: { 201: { description: 'Made' } } },
      },
    });
    const { quirks } = load(text);
    expect(quirks.map((quirk) => quirk.pointer).join('\n')).toContain('/paths/~1things/get/responses/200/content/application~1json/schema');
    expect(quirks.map(({ message }) => message).join('\n')).toContain($ref);
    const { request } = sandboxOf(text);
    const response = await request('/small/things');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ a: 1 });
  });
});

describe('P-12 a contract whose schemas go round in circles loads and answers', () => {
  const schemas = {
    Self: { type: 'object', properties: { next: { $ref: '#/components/schemas/Self' }, name: { type: 'string' } } },
    Person: { type: 'object', required: ['name'], properties: { name: { type: 'string' }, team: { $ref: '#/components/schemas/Team' } } },
    Team: { type: 'object', properties: { people: { type: 'array', items: { $ref: '#/components/schemas/Person' } } } },
    Whole: {
      allOf: [
        { $ref: '#/components/schemas/Person' },
        { type: 'object', properties: { parts: { type: 'array', items: { $ref: '#/components/schemas/Whole' } } } },
      ],
    },
    Round: { allOf: [{ $ref: '#/components/schemas/Trip' }] },
    Trip: { allOf: [{ $ref: '#/components/schemas/Round' }] },
    Loop: { $ref: '#/components/schemas/Loop' },
    Required: { type: 'object', required: ['child'], properties: { child: { $ref: '#/components/schemas/Required' } } },
  };
  test.each(Object.keys(schemas))('%s', async (name) => {
    const $ref = `#/components/schemas/${name}`;
    const { request, send } = sandboxOf(
      contractOf(
        {
          '/it': { get: { responses: { 200: answers({ $ref }) } } },
          '/them': { post: { requestBody: takes({ $ref }), responses: { 204: { description: 'Taken' }, 400: fault } } },
        },
        { components: { schemas } },
      ),
    );
    // `Required` can have no finite value, which is said rather than answered with something that breaks it.
    expect((await request('/small/it')).status).toBe(name === 'Required' ? 501 : 200);
    expect((await send('POST', '/small/them', { name: 'Ada' })).status).toBeLessThan(500);
  });
});

test('P-13 a contract with as many operations as may be brought, all sharing one web of schemas, loads and serves its last', async () => {
  const names = Array.from({ length: 250 }, (_, i) => `Part${i}`);
  const schemas = Object.fromEntries(
    names.map((name, i) => [
      name,
      {
        type: 'object',
        properties: Object.fromEntries(names.slice(i + 1, i + 6).map((other) => [other, { $ref: `#/components/schemas/${other}` }])),
      },
    ]),
  );
  const paths = Object.fromEntries(
    names.map((name) => [
      `/${name}`,
      {
        get: { operationId: `get-${name}`, responses: { 200: answers({ $ref: '#/components/schemas/Part0' }, { example: {} }) } },
        post: {
          operationId: `post-${name}`,
          requestBody: takes({ $ref: '#/components/schemas/Part0' }),
          responses: { 204: { description: 'Taken' } },
        },
      },
    ]),
  );
  const contract = load(contractOf(paths, { components: { schemas } }));
  expect(contract.operations).toHaveLength(500);
  const { request, send } = sandboxOf(contract);
  expect((await request('/small/Part249')).status).toBe(200);
  expect((await send('POST', '/small/Part249', {})).status).toBe(204);
});

test('P-23 an example that breaks its schema is reported by name, and the API still serves', async () => {
  const schema = { type: 'object', required: ['size'], properties: { size: { type: 'integer' } } };
  const text = contractOf({
    '/hats': { get: { operationId: 'hats', responses: { 200: answers(schema, { examples: { wide: { value: { size: 'wide' } } } }) } } },
  });
  const { request } = sandboxOf(text);
  const response = await request('/small/hats');
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ size: expect.any(Number) });
  const trace = await (await request(response.headers.get('x-sandbox-trace') ?? '')).json();
  expect(trace.notes.join('\n')).toMatch(/“wide”.*\/size/);
});

describe('P-33 a small sin of a contract is reported, and the API serves', () => {
  const get = { operationId: 'hats', responses: { 200: answers({ type: 'object' }, { example: { size: 7 } }) } };
  const sins: readonly (readonly [string, string])[] = [
    [
      'a response without a description',
      contractOf({ '/hats': { get: { ...get, responses: { 200: { content: json({}, { example: { size: 7 } }) } } } } }),
    ],
    ['a parameter without a schema', contractOf({ '/hats': { get: { ...get, parameters: [{ name: 'brim', in: 'query' }] } } })],
    ['a parameter without a place', contractOf({ '/hats': { get: { ...get, parameters: [{ name: 'brim' }] } } })],
    [
      'a schema with a boolean `required`',
      contractOf({
        '/hats': {
          get: {
            ...get,
            responses: {
              200: answers({ type: 'object', properties: { size: { type: 'integer', required: true } } }, { example: { size: 7 } }),
            },
          },
        },
      }),
    ],
    [
      'a type that JSON Schema does not have',
      contractOf({ '/hats': { get: { ...get, responses: { 200: answers({ type: 'hat' }, { example: { size: 7 } }) } } } }),
    ],
    ['an unknown keyword beside known ones', contractOf({ '/hats': { get: { ...get, 'x-colour': 'red', colour: 'red' } } })],
    [
      'both example and examples',
      contractOf({
        '/hats': { get: { ...get, responses: { 200: answers({}, { example: { size: 7 }, examples: { wide: { value: { size: 9 } } } }) } } },
      }),
    ],
    ['a repeated operationId', contractOf({ '/hats': { get }, '/caps': { get } })],
    ['a missing operationId', contractOf({ '/hats': { get: { responses: get.responses } } })],
    ['a server URL that is no URL', contractOf({ '/hats': { get } }, { base: 'small' })],
    ['tags that are no texts', contractOf({ '/hats': { get: { ...get, tags: [1, null] } } })],
    ['security schemes nobody declared', contractOf({ '/hats': { get: { ...get, security: [{ nobody: [] }] } } })],
    [
      'a reference to a parameter that is not there',
      contractOf({ '/hats': { get: { ...get, parameters: [{ $ref: '#/components/parameters/Nowhere' }] } } }),
    ],
    [
      'a path parameter that the path does not have',
      contractOf({ '/hats': { get: { ...get, parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }] } } }),
    ],
    [
      'OpenAPI 3.0 words in a 3.1 document',
      contractOf({
        '/hats': {
          get: {
            ...get,
            responses: {
              200: answers(
                { type: 'object', nullable: true, properties: { size: { type: 'integer', minimum: 0, exclusiveMinimum: true } } },
                { example: { size: 7 } },
              ),
            },
          },
        },
      }),
    ],
  ];
  test.each(sins)('%s', async (_, text) => {
    const { request } = sandboxOf(text);
    const response = await request('/small/hats');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ size: 7 });
  });

  test('one operation that cannot be served never takes the others down', async () => {
    const text = contractOf({ '/hats': { get, post: 'soon', put: { responses: 'none' }, patch: null }, '/caps': [], noslash: { get } });
    const { request } = sandboxOf(text);
    expect((await request('/small/hats')).status).toBe(200);
    const { apis } = await (await request('/_sandbox/catalogue')).json();
    expect(apis[0].quirks.join('\n')).toContain('/paths/~1hats/post');
  });
});

describe('P-36 the documented success is sent, whichever it is', () => {
  test.each([
    ['201', 201],
    ['202', 202],
    ['204', 204],
    ['2XX', 200],
    ['302', 302],
    ['default', 200],
  ])('%s', async (key, status) => {
    const { request } = sandboxOf(
      contractOf({
        '/go': {
          get: {
            responses: {
              [key]: status === 204 || status === 302 ? { description: 'Done' } : answers({ type: 'string' }, { example: 'gone' }),
            },
          },
        },
      }),
    );
    const response = await request('/small/go', { redirect: 'manual' });
    expect(response.status).toBe(status);
    expect(await response.text()).toBe(status === 204 || status === 302 ? '' : '"gone"');
  });
});

test('P-37 keys such as 4XX and 5XX serve, and a fault takes its status from its kind', async () => {
  const { request } = sandboxOf(
    contractOf({
      '/hats': {
        get: {
          parameters: [{ name: 'size', in: 'query', required: true, schema: { type: 'integer' } }],
          responses: { 200: answers({}, { example: 1 }), '4XX': fault, '5XX': fault, default: fault },
        },
      },
    }),
  );
  expect((await request('/small/hats?size=7')).status).toBe(200);
  const refused = await request('/small/hats');
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({ code: expect.any(String), message: expect.stringContaining('size') });
});

test('P-39 responses, parameters, bodies, headers and examples that are all references are followed', async () => {
  const text = contractOf(
    {
      '/hats': {
        parameters: [{ $ref: '#/components/parameters/Size' }],
        post: {
          requestBody: { $ref: '#/components/requestBodies/Hat' },
          responses: { 200: { $ref: '#/components/responses/Hat' }, 400: { $ref: '#/components/responses/Fault' } },
        },
      },
    },
    {
      components: {
        parameters: { Size: { name: 'size', in: 'query', required: true, schema: { $ref: '#/components/schemas/Size' } } },
        requestBodies: { Hat: { required: true, content: json({ $ref: '#/components/schemas/Hat' }) } },
        responses: {
          Hat: {
            description: 'A hat',
            headers: { 'X-Maker': { $ref: '#/components/headers/Maker' } },
            content: json({ $ref: '#/components/schemas/Hat' }, { examples: { bowler: { $ref: '#/components/examples/Bowler' } } }),
          },
          Fault: fault,
        },
        headers: { Maker: { required: true, schema: { type: 'string' }, example: 'Lock' } },
        examples: { Bowler: { value: { kind: 'bowler' } } },
        schemas: {
          Size: { type: 'integer' },
          Hat: { type: 'object', required: ['kind'], properties: { kind: { enum: ['bowler', 'trilby'] } } },
        },
      },
    },
  );
  const { send } = sandboxOf(text);
  const made = await send('POST', '/small/hats?size=7', { kind: 'trilby' });
  expect(made.status).toBe(200);
  expect(made.headers.get('content-type')).toBe('application/json');
  expect(made.headers.get('x-maker')).toBe('Lock');
  expect(await made.json()).toEqual({ kind: 'trilby' });
  const refused = await send('POST', '/small/hats?size=big', { kind: 'cap' });
  expect(refused.status).toBe(400);
  const { message } = await refused.json();
  expect(message).toContain('size');
  expect(message).toContain('/kind');
});
