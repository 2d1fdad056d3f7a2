/** What a contract asks for without end is not made: the operation says so at once, and what may be left out is left out. */
import { describe, expect, test } from 'vitest';
import { GENERATED_BYTES, GENERATED_PARTS, OWN_LIMITS } from '../../src/contract/limits.ts';
import { loadContract } from '../../src/contract/load.ts';
import { sandboxOf, type Sandbox } from '../sandbox.ts';

const shown = (schema: object, schemas: object = {}): Sandbox =>
  sandboxOf(
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Asks for much', version: '1' },
      servers: [{ url: '/much' }],
      paths: { '/thing': { get: { responses: { 200: { description: 'ok', content: { 'application/json': { schema } } } } } } },
      components: { schemas },
    }),
  );

const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `m${index}`);
const members = (count: number, schema: object): object => Object.fromEntries(names(count).map((name) => [name, schema]));
const Self = { $ref: '#/components/schemas/Self' };

const endless: Readonly<Record<string, readonly [object, object?]>> = {
  'a hundred million items': [{ type: 'array', minItems: 100_000_000, items: { type: 'string' } }],
  'a hundred million items of one kind among others': [{ type: 'array', contains: { type: 'integer' }, minContains: 100_000_000 }],
  'a text of a thousand million characters': [{ type: 'string', minLength: 1_000_000_000 }],
  'such a text with a pattern': [{ type: 'string', minLength: 1_000_000_000, pattern: '^[a-z]+$' }],
  'a pattern of a million characters': [{ type: 'string', pattern: '^[a-z]{1000000}$' }],
  'as many members': [{ type: 'object', minProperties: 100_000_000 }],
  'such a name of a member': [{ type: 'object', minProperties: 1, propertyNames: { minLength: 1_000_000_000 } }],
  'items of items of items': [
    {
      type: 'array',
      minItems: 50,
      items: { type: 'array', minItems: 50, items: { type: 'array', minItems: 50, items: { type: 'integer' } } },
    },
  ],
  'itself in a list': [Self, { Self: { type: 'object', required: ['a'], properties: { a: { type: 'array', minItems: 3, items: Self } } } }],
  'itself in every member': [Self, { Self: { type: 'object', required: names(9), properties: members(9, Self) } }],
  'itself in every branch': [
    Self,
    {
      Self: {
        oneOf: ['x', 'y', 'z'].map((kind) => ({
          type: 'object',
          required: ['kind', 'of'],
          properties: { kind: { const: kind }, of: Self },
        })),
      },
    },
  ],
  'a fixed text again and again': [{ type: 'array', minItems: 1000, items: { const: 'x'.repeat(10_000) } }],
  'an example again and again': [{ type: 'array', minItems: 1000, items: { type: 'string', example: 'x'.repeat(10_000) } }],
  'a wide object of wide objects': [
    {
      type: 'object',
      required: names(80),
      properties: members(80, { type: 'object', required: names(80), properties: members(80, { type: 'string' }) }),
    },
  ],
};

describe('an operation whose answer asks for', () => {
  test.each(Object.entries(endless))('%s says that it is beyond the limits', async (_, [schema, schemas = {}]) => {
    const sandbox = shown(schema, schemas);
    for (let times = 0; times < 3; times++) {
      const answer = await sandbox.send('GET', '/much/thing');
      expect(answer.status).toBe(501);
      expect(await answer.text()).toMatch(/within its limits\. .*(asks for|holds itself|takes more work)/i);
    }
  });
});

test('the error stands in the shape that the operation documents for its errors', async () => {
  const sandbox = sandboxOf(
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Asks for much', version: '1' },
      servers: [{ url: '/much' }],
      paths: {
        '/thing': {
          get: {
            responses: {
              200: {
                description: 'ok',
                content: { 'application/json': { schema: { type: 'array', minItems: 1e8, items: { type: 'string' } } } },
              },
              500: {
                description: 'bad',
                content: {
                  'application/problem+json': {
                    schema: { type: 'object', required: ['title'], properties: { title: { type: 'string' }, detail: { type: 'string' } } },
                  },
                },
              },
            },
          },
        },
      },
    }),
  );
  const answer = await sandbox.send('GET', '/much/thing');
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(await answer.json()).toMatchObject({ title: expect.any(String) });
});

test.each(Object.entries(endless))('what need not be there is left out where it asks for %s', async (_, [schema, schemas = {}]) => {
  const answer = await shown(
    { type: 'object', required: ['id'], properties: { id: { type: 'string' }, much: schema, list: { type: 'array', items: schema } } },
    schemas,
  ).send('GET', '/much/thing');
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ id: expect.any(String) });
});

test.each([
  [{ type: 'array', minItems: 1500, items: { type: 'integer' } }],
  [{ type: 'array', minItems: 1000, uniqueItems: true, items: { type: 'string' } }],
  [{ type: 'string', minLength: 100_000 }],
  [{ type: 'object', minProperties: 300 }],
  [{ type: 'object', properties: members(3 * GENERATED_PARTS, { type: 'string' }) }],
  [{ type: 'object', properties: members(900, { type: 'string', minLength: 1000 }) }],
])('much, but not too much, is made: %#', async (schema) => {
  const answer = await shown(schema).send('GET', '/much/thing');
  expect(answer.status).toBe(200);
  expect((await answer.text()).length).toBeLessThan(GENERATED_BYTES * 1.1);
});

test('a list of fifty thousand allowed values costs no more for each item than a short one', async () => {
  const items = { enum: Array.from({ length: 50_000 }, (_, index) => ({ number: index })) };
  const answer = await shown({ type: 'array', minItems: 1000, items }).send('GET', '/much/thing');
  expect(answer.status).toBe(200);
  expect(await answer.json()).toHaveLength(1000);
});

// Where each holds a set of all, this takes half a minute.
test('twenty thousand parameters cost no more than each of them', { timeout: 15_000 }, async () => {
  const parameters = Array.from({ length: 20_000 }, (_, index) => ({ name: `p${index}`, in: 'query', schema: { type: 'string' } }));
  const paths = { '/it': { get: { parameters, responses: { 204: { description: 'done' } } } } };
  const text = JSON.stringify({ openapi: '3.1.0', info: { title: 'Wide', version: '1' }, servers: [{ url: '/wide' }], paths });
  const { send } = sandboxOf(loadContract({ name: 'wide.json', text }, OWN_LIMITS));
  expect((await send('GET', '/wide/it?p9999=x&p1:exact=x')).status).toBeLessThan(500);
});

test('an example too large to be mended is answered as it was published, the first time as the second', async () => {
  const rows = Array.from({ length: 60_000 }, (_, index) => ({ name: `n${index}`, count: 'many' }));
  const schema = {
    type: 'array',
    items: { type: 'object', required: ['name', 'count'], properties: { name: { type: 'string' }, count: { type: 'integer' } } },
  };
  const content = { 'application/json': { schema, example: rows } };
  const text = JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Rows', version: '1' },
    servers: [{ url: '/rows' }],
    paths: { '/all': { get: { responses: { 200: { description: 'ok', content } } } } },
  });
  const { send } = sandboxOf(text, { tolerateDefects: true });
  for (const answer of [await send('GET', '/rows/all'), await send('GET', '/rows/all')]) {
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual(rows);
  }
});

test('what a large example means is studied alike whoever asks first, also where clients may add to it', async () => {
  const rows = Array.from({ length: 60_000 }, (_, index) => ({ name: `n${index}`, count: 'many' }));
  const item = { type: 'object', required: ['name', 'count'], properties: { name: { type: 'string' }, count: { type: 'integer' } } };
  const get = {
    responses: { 200: { description: 'ok', content: { 'application/json': { schema: { type: 'array', items: item }, example: rows } } } },
  };
  const post = { requestBody: { content: { 'application/json': { schema: item } } }, responses: { 201: { description: 'made' } } };
  const paths = { '/all': { get, post } };
  const text = JSON.stringify({ openapi: '3.1.0', info: { title: 'Rows', version: '1' }, servers: [{ url: '/rows' }], paths });
  const { send } = sandboxOf(text, { tolerateDefects: true });
  const [first, second] = [await send('GET', '/rows/all'), await send('GET', '/rows/all')];
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(await first.text()).toBe(await second.text());
});
