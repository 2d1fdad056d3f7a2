/** A request costs so much work and no more, whatever its contract asks for; what is beyond that is said, and the rest is served. */
import { describe, expect, test } from 'vitest';
import { OWN_LIMITS } from '../../src/contract/limits.ts';
import { loadContract } from '../../src/contract/load.ts';
import { sandboxOf, type Sandbox } from '../sandbox.ts';

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const byName = <T>(size: number, of: (index: number) => T): Record<string, T> =>
  Object.fromEntries(Array.from({ length: size }, (_, index) => [`m${index}`, of(index)]));

const problem = {
  description: 'bad',
  content: { 'application/problem+json': { schema: { type: 'object', required: ['title'], properties: { title: { type: 'string' } } } } },
};

function taking(schema: object, schemas: object = {}): Sandbox {
  const content = { 'application/json': { schema } };
  const text = JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Costly', version: '1' },
    servers: [{ url: '/costly' }],
    paths: {
      '/shown': { get: { responses: { 200: { description: 'ok', content }, default: problem } } },
      '/sent': { post: { requestBody: { content }, responses: { 204: { description: 'done' }, default: problem } } },
    },
    components: { schemas },
  });
  return sandboxOf(loadContract({ name: 'costly.json', text }, OWN_LIMITS));
}

/** Schemas whose reading doubles with every level. */
const Doubling = {
  ...byName(24, (i) => ({ allOf: [ref(`m${i + 1}`), ref(`m${i + 1}`)] })),
  m24: { type: 'object', properties: { a: {} } },
};

describe('a schema that doubles with every level', () => {
  test('cannot be shown, which is said in the shape of the operation, again and again', async () => {
    const sandbox = taking(ref('m0'), Doubling);
    for (let times = 0; times < 3; times++) {
      const answer = await sandbox.send('GET', '/costly/shown?a=1');
      expect(answer.status).toBe(501);
      expect(answer.headers.get('content-type')).toContain('problem+json');
    }
  });

  test('takes no other operation with it', async () => {
    const content = { 'application/json': { schema: ref('m0') } };
    const item = { type: 'object', required: ['id'], properties: { id: { type: 'string', readOnly: true }, title: { type: 'string' } } };
    const jar = { 'application/json': { schema: item } };
    const sandbox = sandboxOf(
      JSON.stringify({
        openapi: '3.1.0',
        info: { title: 'Costly', version: '1' },
        servers: [{ url: '/costly' }],
        paths: {
          '/doubled': { post: { requestBody: { content }, responses: { 201: { description: 'made', content } } } },
          '/jars': { post: { requestBody: { content: jar }, responses: { 201: { description: 'made', content: jar } } } },
          '/jars/{id}': { get: { responses: { 200: { description: 'ok', content: jar } } } },
        },
        components: { schemas: Doubling },
      }),
    );
    expect((await sandbox.send('POST', '/costly/doubled', {})).status).toBe(501);
    const made = await sandbox.send('POST', '/costly/jars', { title: 'plum' });
    const { id } = (await made.json()) as { id: string };
    expect(await (await sandbox.send('GET', `/costly/jars/${id}`)).json()).toEqual({ id, title: 'plum' });
  });

  test('has an explanation all the same', async () => {
    const sandbox = taking(ref('m0'), Doubling);
    const { headers } = await sandbox.send('GET', '/costly/shown');
    const trace = await sandbox.request(headers.get('x-sandbox-trace') ?? '', { headers: { Accept: 'application/json' } });
    expect(trace.status).toBe(200);
  });
});

const nest = (levels: number, around: (inner: unknown) => unknown, inner: unknown): unknown =>
  levels === 0 ? inner : nest(levels - 1, around, around(inner));

const Tree = {
  anyOf: ['a', 'b', 'c'].map((name) => ({ type: 'object', required: [name], properties: { next: ref('Tree') } })),
};
const deep = nest(50, (next) => ({ next, a: 1 }), {});

test.each<readonly [string, object, object, unknown]>([
  ['alternatives inside alternatives', ref('Tree'), { Tree }, deep],
  [
    'many patterns for many names',
    { type: 'object', patternProperties: Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`x{${i + 1}}y?z`, {}])) },
    {},
    byNumber(9_000),
  ],
  [
    'long texts and large patterns',
    { type: 'array', items: { type: 'string', pattern: '(a?b?c?){1,400}!' } },
    {},
    Array.from({ length: 90 }, () => 'abc'.repeat(3_000)),
  ],
])('a body that takes too long to check by %s is refused as the client’s, and says why', async (_, schema, schemas, body) => {
  const sandbox = taking(schema, schemas);
  const explained = async ({ headers }: Response): Promise<string> =>
    (await sandbox.request(headers.get('x-sandbox-trace') ?? '', { headers: { Accept: 'application/json' } })).text();
  const answer = await sandbox.send('POST', '/costly/sent', body);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ title: expect.any(String) });
  expect(await explained(answer)).toContain('too costly to check');
});

function byNumber(size: number): object {
  return byName(size, (index) => index);
}

test.each<readonly [string, object, unknown]>([
  ['a hundred thousand words', { enum: Array.from({ length: 100_000 }, (_, i) => `word ${i}`) }, 'word 99999'],
  [
    'each of ten thousand objects among a thousand that are listed',
    { type: 'array', items: { enum: Array.from({ length: 1_000 }, (_, i) => ({ i })) } },
    Array.from({ length: 10_000 }, (_, i) => ({ i: i % 1_000 })),
  ],
  ['ten thousand different items', { type: 'array', uniqueItems: true }, Array.from({ length: 10_000 }, (_, i) => ({ i }))],
  ['one among ten thousand items', { type: 'array', contains: { const: 9_999 } }, Array.from({ length: 10_000 }, (_, i) => i)],
  ['a long text and a simple pattern', { type: 'string', pattern: '^[A-Za-z0-9+/]*={0,2}$' }, 'a'.repeat(1_000_000)],
])('a body with %s is checked to its end', async (_, schema, body) => {
  expect((await taking(schema).send('POST', '/costly/sent', JSON.stringify(body))).status).toBe(204);
});

test('the steps of a check grow with the body, and are the same every time', () => {
  const contract = loadContract({
    name: 'costly.json',
    text: JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Costly', version: '1' },
      paths: {
        '/x': {
          post: {
            requestBody: {
              content: {
                'application/json': {
                  schema: {
                    type: 'array',
                    uniqueItems: true,
                    items: { type: 'object', properties: { a: { oneOf: [{ type: 'string' }, { type: 'integer' }] } } },
                  },
                },
              },
            },
            responses: {},
          },
        },
      },
    }),
  });
  const at = contract.operations[0]?.body?.content[0]?.schema;
  const stepsOf = (size: number): number =>
    contract.work.within(1e9, () => {
      if (at)
        contract.check(
          at,
          Array.from({ length: size }, (_, a) => ({ a })),
        );
      return 1e9 - contract.work.left();
    });
  const [once, again, twice, fourfold] = [500, 500, 1_000, 2_000].map(stepsOf);
  expect(again).toBe(once);
  expect((twice ?? 0) / (once ?? 1)).toBeLessThan(2.2);
  expect((fourfold ?? 0) / (twice ?? 1)).toBeLessThan(2.2);
});

test('values that a contract allows are quoted short, however long they are', async () => {
  const long = 'x'.repeat(300_000);
  for (const schema of [{ const: long }, { const: { name: long } }, { enum: [long, { name: long }, 1] }]) {
    const answer = await taking(schema).send('POST', '/costly/sent', ['y']);
    expect(answer.status).toBe(400);
    const text = await answer.text();
    expect(text).toMatch(/must be (?:one of )?.*xxx…/);
    expect(text.length).toBeLessThan(2_000);
  }
});
