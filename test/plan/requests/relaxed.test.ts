/** What a contract's own examples break is not enforced of requests: that keyword, at that place, and nothing else. */
import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { loadContract } from '../../../src/contract/load.ts';
import { planApi } from '../../../src/plan/api-plan.ts';
import { refusedExamples, relaxedQuirks } from '../../../src/plan/requests/relaxed.ts';
import { sandboxOf, type Sandbox } from '../../sandbox.ts';

interface Invented {
  readonly schema: Json;
  readonly examples?: readonly Json[];
  readonly type?: string;
  readonly components?: JsonObject;
  readonly operation?: JsonObject;
  readonly paths?: JsonObject;
}

/** POST /things takes the schema, and publishes the examples; what it answers says nothing of a thing. */
function contractOf({ schema, examples = [], type = 'application/json', components = {}, operation = {}, paths = {} }: Invented): string {
  const named = Object.fromEntries(examples.map((value, index) => [`example-${index}`, { value }]));
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Things', version: '1' },
    servers: [{ url: '/t' }],
    paths: {
      '/things': {
        post: {
          operationId: 'add',
          requestBody: { required: true, content: { [type]: { schema, examples: named } } },
          responses: { 202: { description: 'taken' }, 400: { description: 'no' } },
          ...operation,
        },
      },
      ...paths,
    },
    components,
  });
}

async function statusOf(sandbox: Sandbox, body: Json): Promise<number> {
  return (await sandbox.send('POST', '/t/things', JSON.stringify(body))).status;
}

async function notesOf(sandbox: Sandbox, response: Response): Promise<readonly string[]> {
  const trace = await sandbox.request(new URL(response.headers.get('x-sandbox-trace') ?? '').pathname);
  return ((await trace.json()) as { notes: readonly string[] }).notes;
}

const quirksOf = (text: string): string[] =>
  relaxedQuirks(planApi(loadContract({ name: 'things.json', text }))).map(
    ({ effect, pointer }) => `${effect} ${pointer.replace(/^.*~1json\/schema/, '')}`,
  );

const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({ type: 'object', properties, ...more });

/** [what, schema, example, bodies that are then taken, bodies that are refused as before, keywords]. */
const cases: readonly [string, Json, Json, readonly Json[], readonly Json[], readonly string[]][] = [
  [
    'enum',
    object({ id: { enum: ['a'] }, n: { enum: [1] } }),
    { id: 'b' },
    [{ id: 'b' }, { id: 'c' }, { id: 'a', n: 1 }],
    [{ id: 'b', n: 2 }],
    ['/properties/id/enum'],
  ],
  ['const', object({ v: { const: 1 } }), { v: 2 }, [{ v: 1 }, { v: 3 }], [5], ['/properties/v/const']],
  [
    'pattern',
    object({ a: { type: 'string', pattern: '^[a-z]$', maxLength: 3 } }),
    { a: 'A' },
    [{ a: 'Q' }],
    [{ a: 'ABCD' }, { a: 1 }],
    ['/properties/a/pattern'],
  ],
  ['format', object({ d: { type: 'string', format: 'date' } }), { d: '1 May' }, [{ d: 'soon' }], [{ d: 5 }], ['/properties/d/format']],
  [
    'type',
    object({ n: { type: 'integer' }, m: { type: 'integer' } }),
    { n: '5' },
    [{ n: 'five' }, { n: 5 }],
    [{ n: 5, m: '5' }],
    ['/properties/n/type'],
  ],
  ['required', object({ a: {}, b: {} }, { required: ['a', 'b'] }), { a: 1 }, [{ a: 2 }], [{ b: 2 }, {}], ['/required']],
  [
    'additionalProperties',
    object({ a: {} }, { additionalProperties: false }),
    { a: 1, more: 1 },
    [{ more: 5 }],
    [{ other: 5 }],
    ['/additionalProperties'],
  ],
  ['minimum', object({ n: { type: 'number', minimum: 0, maximum: 9 } }), { n: -1 }, [{ n: -5 }], [{ n: 10 }], ['/properties/n/minimum']],
  [
    'minItems',
    object({ l: { type: 'array', minItems: 2, items: { type: 'integer' } } }),
    { l: [1] },
    [{ l: [] }],
    [{ l: ['x'] }],
    ['/properties/l/minItems'],
  ],
  [
    'minItems but not maxItems',
    object({ l: { type: 'array', minItems: 2, maxItems: 3 } }),
    { l: [1] },
    [{ l: [] }],
    [{ l: [1, 2, 3, 4] }],
    ['/properties/l/minItems'],
  ],
  [
    'maxLength',
    object({ s: { type: 'string', maxLength: 2, minLength: 1 } }),
    { s: 'abc' },
    [{ s: 'abcd' }],
    [{ s: '' }],
    ['/properties/s/maxLength'],
  ],
  ['propertyNames', object({}, { propertyNames: { pattern: '^[a-z]+$' } }), { A: 1 }, [{ A: 2 }], [{ B: 2 }], ['/propertyNames']],
  [
    'dependentRequired',
    object({}, { dependentRequired: { a: ['b', 'c'] } }),
    { a: 1, b: 1 },
    [{ a: 1, b: 2 }],
    [{ a: 1, c: 1 }],
    ['/dependentRequired'],
  ],
  [
    'uniqueItems',
    object({ l: { type: 'array', uniqueItems: true, items: { type: 'integer' } } }),
    { l: [1, 1] },
    [{ l: [2, 2] }],
    [{ l: ['x'] }],
    ['/properties/l/uniqueItems'],
  ],
  ['not', object({ a: { not: { type: 'string' } } }), { a: 'x' }, [{ a: 'y' }], [5], ['/properties/a/not']],
  [
    'oneOf that several fit',
    { oneOf: [object({ a: { type: 'integer' } }, { required: ['a'] }), object({ b: { type: 'integer' } }, { required: ['b'] })] },
    { a: 1, b: 2 },
    [{ a: 2, b: 3 }, { a: 1 }],
    [{ a: 'x', b: 'y' }, {}],
    ['/oneOf'],
  ],
  [
    'a branch of oneOf that fits nearly',
    {
      oneOf: [
        object({ kind: { const: 'cat' }, lives: { type: 'integer', maximum: 9 } }, { required: ['kind', 'lives'] }),
        object({ kind: { const: 'dog' } }, { required: ['kind'] }),
      ],
    },
    { kind: 'cat', lives: 10 },
    [{ kind: 'cat', lives: 99 }],
    [{ kind: 'cow' }, { kind: 'cat', lives: 'many' }],
    ['/oneOf/0/properties/lives/maximum'],
  ],
  [
    'inside an array',
    object({ l: { type: 'array', items: object({ c: { enum: ['x'] } }) } }),
    { l: [{ c: 'x' }, { c: 'y' }] },
    [{ l: [{ c: 'z' }, { c: 'w' }, { c: 'v' }] }],
    [{ l: ['z'] }],
    ['/properties/l/items/properties/c/enum'],
  ],
  [
    'inside a map',
    object({ m: { additionalProperties: { type: 'number', minimum: 0 } } }),
    { m: { gbp: -1 } },
    [{ m: { eur: -3 } }],
    [{ m: { eur: '3' } }],
    ['/properties/m/additionalProperties/minimum'],
  ],
  [
    'two at one place',
    object({ a: { type: 'string', pattern: '^[a-z]+$', maxLength: 2 } }),
    { a: 'ABC' },
    [{ a: 'DEFG' }],
    [{ a: 7 }],
    ['/properties/a/maxLength', '/properties/a/pattern'],
  ],
  [
    'what comes to light behind another',
    { allOf: [{ type: 'string' }, { enum: ['x'] }] },
    { a: 1 },
    [{ a: 1 }, 'y'],
    [],
    ['/allOf/0/type', '/allOf/1/enum'],
  ],
];

describe('what the example breaks', () => {
  test.each(cases)('%s', async (_what, schema, example, taken, refused, pointers) => {
    const text = contractOf({ schema, examples: [example] });
    const sandbox = sandboxOf(text);
    expect(await statusOf(sandbox, example)).toBe(202);
    for (const body of taken) expect([body, await statusOf(sandbox, body)]).toEqual([body, 202]);
    for (const body of refused) expect([body, await statusOf(sandbox, body)]).toEqual([body, 400]);
    expect(quirksOf(text)).toEqual(pointers.map((pointer) => `relaxed ${pointer}`));
  });

  test.each(cases)('%s is enforced where no example breaks it', async (_what, schema, example) => {
    const text = contractOf({ schema });
    expect(await statusOf(sandboxOf(text), example)).toBe(400);
    expect(quirksOf(text)).toEqual([]);
  });
});

test('a request that would have been refused is told so in its trace, and no other is', async () => {
  const sandbox = sandboxOf(contractOf({ schema: object({ id: { enum: ['a'] } }), examples: [{ id: 'b' }] }));
  const lenient = await sandbox.send('POST', '/t/things', { id: 'c' });
  expect(await notesOf(sandbox, lenient)).toEqual([
    expect.stringMatching(
      /^"enum" was not enforced, because the request example "example-0" of the contract breaks it as well: \/id must be one of "a"/,
    ),
  ]);
  expect(await notesOf(sandbox, await sandbox.send('POST', '/t/things', { id: 'a' }))).toEqual([]);
});

test('one use of a schema is relaxed, and not its others, however it is shared', async () => {
  const components = {
    schemas: {
      Code: { type: 'string', pattern: '^[A-Z]$' },
      Pair: object({ left: { $ref: '#/components/schemas/Code' }, right: { $ref: '#/components/schemas/Code' } }),
    },
  };
  const sandbox = sandboxOf(
    contractOf({
      schema: object({ one: { $ref: '#/components/schemas/Pair' }, two: { $ref: '#/components/schemas/Pair' } }),
      examples: [{ one: { left: 'low', right: 'B' } }],
      components,
    }),
  );
  expect(await statusOf(sandbox, { one: { left: 'other' } })).toBe(202);
  for (const body of [{ one: { right: 'low' } }, { two: { left: 'low' } }, { two: { right: 'low' } }])
    expect(await statusOf(sandbox, body)).toBe(400);
});

test('one operation is relaxed, and not others that take the same schema', async () => {
  const components = { schemas: { Thing: object({ id: { enum: ['a'] } }) } };
  const schema = { $ref: '#/components/schemas/Thing' };
  const other = {
    post: {
      operationId: 'other',
      requestBody: { content: { 'application/json': { schema } } },
      responses: { 202: { description: 'ok' }, 400: { description: 'no' } },
    },
  };
  const sandbox = sandboxOf(contractOf({ schema, examples: [{ id: 'b' }], components, paths: { '/others': other } }));
  expect(await statusOf(sandbox, { id: 'b' })).toBe(202);
  expect((await sandbox.send('POST', '/t/others', { id: 'b' })).status).toBe(400);
});

describe("an item's own example, sent back", () => {
  const thing = object({ id: { type: 'string', readOnly: true }, kind: { enum: ['x'] }, extra: { type: 'string' } });
  /** POST takes `sent`; GET of one shows `shown` under the schema of a thing. */
  const things = (sent: Json, shown: Json): string =>
    contractOf({
      schema: sent,
      components: { schemas: { Thing: thing } },
      operation: {
        responses: {
          201: { description: 'ok', content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } },
          400: { description: 'no' },
        },
      },
      paths: {
        '/things/{id}': {
          get: {
            operationId: 'read',
            parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
            responses: {
              200: {
                description: 'ok',
                content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' }, example: shown } },
              },
            },
          },
        },
      },
    });

  test('is taken where the body is of the schema that it is shown under', async () => {
    const sandbox = sandboxOf(things({ $ref: '#/components/schemas/Thing' }, { id: 't-1', kind: 'y' }), { tolerateDefects: true });
    expect(await statusOf(sandbox, { kind: 'y' })).toBe(201);
    expect(await statusOf(sandbox, { kind: 'y', extra: 1 })).toBe(400);
  });

  test('says nothing of a body that has a schema of its own', async () => {
    const own = object({ kind: { enum: ['x'] }, size: { type: 'integer' } }, { required: ['size'], additionalProperties: false });
    const sandbox = sandboxOf(things(own, { id: 't-1', kind: 'y' }), { tolerateDefects: true });
    for (const body of [{ kind: 'y', size: 1 }, { kind: 'x' }, { kind: 'x', size: 1, id: 't-1' }])
      expect(await statusOf(sandbox, body)).toBe(400);
  });

  test('is taken in a list as well', async () => {
    const list = {
      get: {
        operationId: 'list',
        responses: {
          200: {
            description: 'ok',
            content: {
              'application/json': {
                schema: { type: 'array', items: { $ref: '#/components/schemas/Thing' } },
                example: [{ id: 't-1', kind: 'y' }],
              },
            },
          },
        },
      },
    };
    const document = JSON.parse(things({ $ref: '#/components/schemas/Thing' }, { id: 't-1', kind: 'x' })) as {
      paths: { '/things': object };
    };
    Object.assign(document.paths['/things'], list);
    const sandbox = sandboxOf(JSON.stringify(document), { tolerateDefects: true });
    expect(await statusOf(sandbox, { kind: 'z' })).toBe(201);
  });
});

test('an example that is refused all the same is named, with the keyword and why', () => {
  const schema = object({ a: { type: 'integer' } });
  const plan = planApi(loadContract({ name: 'things.json', text: contractOf({ schema, examples: ['{"a": <a number>}', { a: 'x' }] }) }));
  expect(refusedExamples(plan)).toMatchObject([
    {
      effect: 'hint',
      message: expect.stringMatching(/"example-0" of add is refused \("type": the whole must be an object\): it is a text that is no JSON/),
    },
  ]);
});

describe('what says nothing of a place', () => {
  test('is a text where JSON is wanted', async () => {
    const text = contractOf({ schema: object({ a: { type: 'integer' } }), examples: ['{"a": <a number>}'] });
    expect(quirksOf(text)).toEqual([]);
    expect(await statusOf(sandboxOf(text), 'x')).toBe(400);
  });

  test('is an example that shows what is refused', async () => {
    const responses = {
      202: { description: 'ok' },
      400: { description: 'no', content: { 'application/json': { examples: { 'too-long': { value: {} } } } } },
    };
    const document = JSON.parse(contractOf({ schema: object({ a: { type: 'string', maxLength: 2 } }), operation: { responses } })) as {
      paths: { '/things': { post: { requestBody: { content: { 'application/json': { examples: JsonObject } } } } } };
    };
    document.paths['/things'].post.requestBody.content['application/json'].examples = {
      'too-long': { value: { a: 'abc' } },
      invalidType: { value: { a: 1 } },
      fine: { value: { a: 'a' } },
    };
    const sandbox = sandboxOf(JSON.stringify(document));
    for (const a of ['abc', 1]) expect(await statusOf(sandbox, { a })).toBe(400);
  });
});

test('forms are relaxed as JSON is', async () => {
  const type = 'application/x-www-form-urlencoded';
  const sandbox = sandboxOf(
    contractOf({ schema: object({ colour: { enum: ['red'] }, size: { type: 'integer' } }), examples: [{ colour: 'blue' }], type }),
  );
  const send = (body: string) => sandbox.request('/t/things', { method: 'POST', headers: { 'Content-Type': type }, body });
  const taken = await send('colour=green');
  expect(taken.status).toBe(202);
  expect(await notesOf(sandbox, taken)).toEqual([expect.stringContaining('"enum" was not enforced')]);
  expect((await send('colour=green&size=x')).status).toBe(400);
});

describe('a parameter', () => {
  const withParameter = (parameter: JsonObject): string =>
    JSON.stringify({
      openapi: '3.1.0',
      servers: [{ url: '/t' }],
      paths: {
        '/things': {
          get: {
            operationId: 'list',
            parameters: [{ name: 'q', in: 'query', ...parameter }],
            responses: { 200: { description: 'ok' }, 400: { description: 'no' } },
          },
        },
      },
    });
  const status = async (text: string, query: string): Promise<number> => (await sandboxOf(text).request(`/t/things?${query}`)).status;

  test.each<[string, JsonObject, string, string]>([
    ['pattern', { schema: { type: 'string', pattern: String.raw`^[A-Z]\\d$`, maxLength: 3 }, example: 'A1' }, 'q=B2', 'q=B222'],
    ['enum', { schema: { type: 'array', items: { enum: ['a'] }, maxItems: 2 }, example: ['b'] }, 'q=c', 'q=a&q=a&q=a'],
    ['type', { schema: { type: 'integer' }, example: 'ten' }, 'q=nine', 'q=nine&q=ten'],
  ])('is relaxed where its example breaks its %s', async (_keyword, parameter, taken, refused) => {
    const text = withParameter(parameter);
    expect([await status(text, taken), await status(text, refused)]).toEqual([200, 400]);
    expect(quirksOf(text)).toHaveLength(1);
  });

  test.each<[string, JsonObject, string]>([
    ['is the text of a number', { schema: { type: 'integer' }, example: '5' }, 'q=x'],
    ['is the text of a list', { schema: { type: 'array', items: { type: 'integer' } }, explode: false, example: '1,2' }, 'q=x'],
    ['is empty', { schema: { type: 'string', pattern: '^a$' }, examples: { none: { value: '' }, one: { value: 'a' } } }, 'q=x'],
    ['says that it is wrong', { schema: { type: 'string', pattern: '^a$' }, examples: { invalid: { value: 'b' } } }, 'q=b'],
  ])('is enforced where its example %s', async (_what, parameter, refused) => {
    const text = withParameter(parameter);
    expect(quirksOf(text)).toEqual([]);
    expect(await status(text, refused)).toBe(400);
  });
});
