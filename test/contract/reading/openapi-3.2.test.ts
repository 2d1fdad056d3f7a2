/** What OpenAPI 3.2 adds, as clients meet it; and what of it is left out says so. */
import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { loadContract } from '../../../src/contract/load.ts';
import { sandboxOf, type Sandbox } from '../../sandbox.ts';

const jsonOf = (schema: Json): JsonObject => ({ 'application/json': { schema } });

function contractOf(paths: JsonObject, components: JsonObject = {}): string {
  return JSON.stringify({ openapi: '3.2.0', info: { title: 'New', version: '1' }, servers: [{ url: '/n' }], paths, components });
}

const sandbox = (paths: JsonObject, components?: JsonObject): Sandbox => sandboxOf(contractOf(paths, components));
const quirks = (paths: JsonObject, components?: JsonObject): string[] =>
  loadContract({ name: 'new', text: contractOf(paths, components) }).quirks.map(({ effect, pointer }) => `${effect} ${pointer}`);

const thing: JsonObject = {
  type: 'object',
  required: ['name'],
  properties: { id: { type: 'string', readOnly: true }, name: { type: 'string' } },
};

describe('methods', () => {
  const paths: JsonObject = {
    '/things': {
      post: {
        operationId: 'add',
        requestBody: { content: jsonOf(thing) },
        responses: { 201: { description: 'ok', content: jsonOf(thing) } },
      },
      get: { operationId: 'list', responses: { 200: { description: 'ok', content: jsonOf({ type: 'array', items: thing }) } } },
      query: {
        operationId: 'find',
        requestBody: { required: true, content: jsonOf({ type: 'object', properties: { name: { type: 'string' } } }) },
        responses: { 200: { description: 'ok', content: jsonOf({ type: 'array', items: thing }) }, 400: { description: 'no' } },
      },
    },
    '/things/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      get: { operationId: 'read', responses: { 200: { description: 'ok', content: jsonOf(thing) } } },
      additionalOperations: {
        COPY: {
          operationId: 'copy',
          parameters: [{ name: 'Destination', in: 'header', required: true, schema: { type: 'string' } }],
          responses: { 201: { description: 'ok', content: jsonOf({ const: 'copied' }) }, 400: { description: 'no' } },
        },
      },
    },
  };

  test('QUERY takes a body, checks it, and answers as a list', async () => {
    const { send } = sandbox(paths);
    for (const name of ['a', 'b']) await send('POST', '/n/things', { name });
    const found = await send('QUERY', '/n/things', { name: 'b' });
    expect(found.status).toBe(200);
    expect(await found.json()).toEqual(expect.arrayContaining([expect.objectContaining({ name: 'b' })]));
    expect((await send('QUERY', '/n/things', { name: 5 })).status).toBe(400);
  });

  test('a method of the contract’s own is served, and both are allowed where they are', async () => {
    const { send } = sandbox(paths);
    expect((await send('COPY', '/n/things/x')).status).toBe(400);
    const copied = await send('COPY', '/n/things/x', undefined, { Destination: '/y' });
    expect([copied.status, await copied.json()]).toEqual([201, 'copied']);
    expect((await send('DELETE', '/n/things/x')).headers.get('allow')).toBe('COPY, GET, HEAD, OPTIONS');
    expect((await send('PUT', '/n/things')).headers.get('allow')).toBe('GET, HEAD, OPTIONS, POST, QUERY');
  });

  test('what can be no method is left out, and said', () => {
    expect(
      quirks({ '/a': { additionalOperations: { 'NO WAY': { responses: {} }, LOCK: { operationId: 'lock', responses: {} } } } }),
    ).toEqual(['unserved /paths/~1a/additionalOperations/NO WAY']);
  });
});

describe('items one after the other', () => {
  const stream = (type: string, media: JsonObject): JsonObject => ({
    '/stream': { get: { operationId: 'stream', responses: { 200: { description: 'ok', content: { [type]: media } } } } },
  });
  const item: JsonObject = { type: 'object', required: ['n'], properties: { n: { type: 'integer' } } };
  const bodyOf = async (type: string, media: JsonObject): Promise<string> =>
    (await sandbox(stream(type, media)).request('/n/stream')).text();

  test.each([
    ['application/jsonl', /^(?:\{"n":-?\d+\}\n)+$/],
    ['application/x-ndjson', /^(?:\{"n":-?\d+\}\n)+$/],
    ['application/json-seq', /^(?:␞\{"n":-?\d+\}\n)+$/],
    ['application/geo+json-seq', /^(?:␞\{"n":-?\d+\}\n)+$/],
    ['text/event-stream', /^(?:data: \{"n":-?\d+\}\n\n)+$/],
  ])('%s is made of its items', async (type, framed) => {
    expect((await bodyOf(type, { itemSchema: item })).replaceAll('\u001e', '␞')).toMatch(framed);
  });

  test('an event is written by its parts', async () => {
    const event = {
      type: 'object',
      required: ['data', 'event'],
      properties: { event: { const: 'tick' }, data: { type: 'string', contentMediaType: 'text/plain' } },
    };
    expect(await bodyOf('text/event-stream', { itemSchema: event })).toMatch(/^(?:event: tick\ndata: .+\n\n)+$/);
  });

  test('examples are sent as data or as they are written', async () => {
    expect(await bodyOf('application/jsonl', { itemSchema: item, examples: { a: { dataValue: [{ n: 1 }, { n: 2 }] } } })).toBe(
      '{"n":1}\n{"n":2}\n',
    );
    expect(await bodyOf('application/jsonl', { itemSchema: item, examples: { a: { serializedValue: '{"n":1}\n{"n":2}\n' } } })).toBe(
      '{"n":1}\n{"n":2}\n',
    );
  });

  test('where a media type holds no such items that is a quirk', () => {
    expect(quirks(stream('application/json', { itemSchema: item, schema: item }))).toEqual([
      expect.stringMatching(/^unchecked .*application~1json\/itemSchema$/),
    ]);
    expect(quirks(stream('multipart/mixed', { itemSchema: item, itemEncoding: {} }))).toHaveLength(2);
  });
});

describe('a query described as a whole', () => {
  const searching = (content: JsonObject): JsonObject => ({
    '/things': {
      get: {
        operationId: 'list',
        parameters: [{ name: 'q', in: 'querystring', required: true, content }],
        responses: { 200: { description: 'ok' }, 400: { description: 'no' } },
      },
    },
  });
  const form = searching({
    'application/x-www-form-urlencoded': {
      schema: {
        type: 'object',
        required: ['from'],
        properties: { from: { type: 'integer' }, tag: { type: 'array', items: { enum: ['a', 'b'] } } },
      },
    },
  });

  test.each([
    ['from=1&tag=a&tag=b', 200],
    ['from=x', 400],
    ['tag=a', 400],
    ['from=1&tag=c', 400],
    ['', 400],
  ])('?%s is answered %i', async (query, status) => {
    expect((await sandbox(form).request(`/n/things?${query}`)).status).toBe(status);
  });

  test('as anything but a form is left out, and said', () => {
    expect(quirks(searching(jsonOf({ type: 'object' })))).toEqual(['unchecked /paths/~1things/get/parameters/0']);
  });
});

test('data is what an example shows where JSON travels, and its text anywhere else', async () => {
  const example = { dataValue: { n: 1 }, serializedValue: '<n>1</n>' };
  const of = (type: string): JsonObject => ({
    '/x': { get: { operationId: 'x', responses: { 200: { description: 'ok', content: { [type]: { examples: { a: example } } } } } } },
  });
  expect(await (await sandbox(of('application/json')).request('/n/x')).json()).toEqual({ n: 1 });
  expect(await (await sandbox(of('application/xml')).request('/n/x')).text()).toBe('<n>1</n>');
  const parameter = { name: 'q', in: 'query', schema: { type: 'integer' }, examples: { a: { dataValue: 7, serializedValue: 'q=7' } } };
  const { operations } = loadContract({
    name: 'p',
    text: contractOf({ '/x': { get: { operationId: 'x', parameters: [parameter], responses: {} } } }),
  });
  expect(operations[0]?.parameters[0]?.examples).toEqual([{ name: 'a', value: 7 }]);
});

test('a value without a tag is of the default kind', async () => {
  const schemas = {
    Pet: {
      oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Other' }],
      discriminator: { propertyName: 'kind', defaultMapping: '#/components/schemas/Other' },
    },
    Cat: { type: 'object', required: ['lives'], properties: { kind: { const: 'Cat' }, lives: { type: 'integer' } } },
    Other: { type: 'object', required: ['legs'], properties: { kind: { type: 'string' }, legs: { type: 'integer' } } },
  };
  const { send } = sandbox(
    {
      '/pets': {
        post: {
          operationId: 'add',
          requestBody: { content: jsonOf({ $ref: '#/components/schemas/Pet' }) },
          responses: { 202: { description: 'ok' }, 400: { description: 'no' } },
        },
      },
    },
    { schemas },
  );
  for (const pet of [{ legs: 4 }, { kind: 'Newt', legs: 4, lives: 1 }, { kind: 'Cat', lives: 9 }])
    expect([pet, (await send('POST', '/n/pets', pet)).status]).toEqual([pet, 202]);
  for (const pet of [{ lives: 9 }, { kind: 'Newt' }, { kind: 'Cat', legs: 4 }])
    expect([pet, (await send('POST', '/n/pets', pet)).status]).toEqual([pet, 400]);
});

test('media types and names of the document are found where 3.2 keeps them', async () => {
  const text = JSON.stringify({
    openapi: '3.2.0',
    $self: 'https://example.org/new.json',
    servers: [{ url: '/n' }],
    paths: {
      '/x': {
        get: {
          operationId: 'x',
          responses: { 200: { description: 'ok', content: { 'application/json': { $ref: '#/components/mediaTypes/Word' } } } },
        },
      },
    },
    components: {
      mediaTypes: { Word: { schema: { $ref: 'https://example.org/new.json#/components/schemas/Word' } } },
      schemas: { Word: { const: 'word' } },
    },
  });
  expect(loadContract({ name: 'new', text }).quirks).toEqual([]);
  expect(await (await sandboxOf(text).request('/n/x')).json()).toBe('word');
});
