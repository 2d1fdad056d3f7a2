/** Published examples that break their own schema are sent mended: of their own values, wherever those fit. The sandbox of these tests refuses a body that breaks its contract. */
import { expect, test } from 'vitest';
import { sandboxOf } from '../../sandbox.ts';

/** What GET answers where this example is published for this schema. */
async function answerOf(schema: unknown, example: unknown, schemas: Record<string, unknown> = {}): Promise<unknown> {
  const { send } = sandboxOf(
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Shelf', version: '1' },
      paths: {
        '/shelf/top': { get: { responses: { 200: { description: 'Fine.', content: { 'application/json': { schema, example } } } } } },
      },
      components: { schemas },
    }),
  );
  return (await send('GET', '/shelf/top')).json();
}

const object = (properties: Record<string, unknown>, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  type: 'object',
  properties,
  ...more,
});

test('what is not allowed is left out, and the rest stays', async () => {
  expect(await answerOf(object({ a: { type: 'string' } }, { additionalProperties: false }), { a: 'kept', b: 1 })).toEqual({ a: 'kept' });
  const deep = object({ list: { type: 'array', items: object({ a: {} }, { additionalProperties: false }) } });
  expect(await answerOf(deep, { list: [{ a: 1 }, { a: 2, b: 3 }] })).toEqual({ list: [{ a: 1 }, { a: 2 }] });
});

test('what is required and missing is filled in', async () => {
  const schema = object({ a: { type: 'string' }, size: { type: 'integer', minimum: 5, maximum: 5 } }, { required: ['a', 'size'] });
  expect(await answerOf(schema, { a: 'kept' })).toEqual({ a: 'kept', size: 5 });
});

test.each([
  ['a number in quotation marks', { type: 'integer' }, '12', 12],
  ['a number where text is wanted', { type: 'string' }, 12, '12'],
  ['a flag in quotation marks', { type: 'boolean' }, 'True', true],
  ['a word in other letters', { type: 'string', enum: ['in-progress', 'done'] }, 'In Progress', 'in-progress'],
  ['a date where a date and time is wanted', { type: 'string', format: 'date-time' }, '2020-02-03', '2020-02-03T00:00:00Z'],
  ['a date and time without seconds', { type: 'string', format: 'date-time' }, '2020-02-03 10:15', '2020-02-03T10:15:00Z'],
  ['a date and time where a date is wanted', { type: 'string', format: 'date' }, '2020-02-03T10:15:00Z', '2020-02-03'],
  ['a date written for people', { type: 'string', format: 'date' }, '3/2/2020', '2020-02-03'],
  ['spaces that the pattern has no room for', { type: 'string', pattern: '^\\d{10}$' }, '900 000 0009', '9000000009'],
  ['a text that is too long', { type: 'string', maxLength: 5 }, 'Penzance', 'Penza'],
  ['one thing where a list is wanted', { type: 'array', items: { type: 'string' } }, 'only', ['only']],
  ['a list of one where the thing is wanted', { type: 'string' }, ['only'], 'only'],
  [
    'a link with characters that want encoding',
    { type: 'string', format: 'uri' },
    'https://example.org/?a=b|c',
    'https://example.org/?a=b%7Cc',
  ],
])('%s is read as it was meant', async (_, schema, published, sent) => {
  expect(await answerOf(object({ it: schema, other: { type: 'string' } }), { it: published, other: 'kept' })).toEqual({
    it: sent,
    other: 'kept',
  });
});

test('a value that means nothing here is made anew, and one that says nothing is left out', async () => {
  const schema = object({
    size: { type: 'integer', minimum: 3, maximum: 3 },
    note: { type: 'string' },
    end: { type: 'string', format: 'date' },
  });
  expect(await answerOf(schema, { size: 'wide', note: 'kept', end: null })).toEqual({ size: 3, note: 'kept' });
});

test('the branch that the example looks like is the one it is mended to', async () => {
  const schemas = {
    Cat: object({ kind: { const: 'cat' }, lives: { type: 'integer' } }, { required: ['kind', 'lives'], additionalProperties: false }),
    Dog: object(
      { kind: { const: 'dog' }, tricks: { type: 'array', items: { type: 'string' } } },
      { required: ['kind'], additionalProperties: false },
    ),
  };
  const schema = { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] };
  expect(await answerOf(schema, { kind: 'dog', tricks: 'sit', owner: 'x' }, schemas)).toEqual({ kind: 'dog', tricks: ['sit'] });
  expect(
    await answerOf(
      { ...schema, discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' } } },
      { kind: 'cat', lives: '9' },
      schemas,
    ),
  ).toEqual({ kind: 'cat', lives: 9 });
});

test.each([
  ['a member of a wrong type', { code: [{ text: 'GP' }] }, { code: { text: 'GP' } }],
  ['a word that is not in the list', { code: { text: 'nurse' } }, { code: { text: 'GP' } }],
])('a resource of one type never takes a member of another, though only %s keeps it from its own', async (_, broken, mended) => {
  const anything = object({ resourceType: { type: 'string' }, payload: { type: 'array', items: {} } }, { required: ['payload'] });
  const role = object({
    resourceType: { type: 'string', enum: ['PractitionerRole'] },
    code: object({ text: { type: 'string', enum: ['GP'] } }),
    specialty: { type: 'string' },
  });
  const place = object({ resourceType: { type: 'string', enum: ['Location'] } });
  const schema = object({ entry: { type: 'array', items: { oneOf: [anything, place, role] } } });
  const entry = { resourceType: 'PractitionerRole', specialty: 'any' };
  expect(await answerOf(schema, { entry: [{ ...entry, ...broken }] })).toEqual({ entry: [{ ...entry, ...mended }] });
});

test('a body that fits two alternatives of which one must fit is made to fit one', async () => {
  const either = {
    oneOf: [object({ a: { type: 'string' } }, { required: ['a'] }), object({ b: { type: 'string' } }, { required: ['b'] })],
  };
  const answer = await answerOf(object({ it: either, other: { type: 'string' } }), { it: { a: 'x', b: 'y' }, other: 'kept' });
  expect(answer).toMatchObject({ other: 'kept' });
});

test('an Example Object that stands where its value was meant is unwrapped', async () => {
  const schema = object({ items: { type: 'array', items: object({ n: { type: 'integer' } }, { required: ['n'] }) } });
  expect(await answerOf(schema, { items: [{ summary: 'The first', value: { n: 1 } }, { n: 2 }] })).toEqual({ items: [{ n: 1 }, { n: 2 }] });
});

test('counts, conditions and rules across members are met as well', async () => {
  const pair = object({ tags: { type: 'array', minItems: 2, maxItems: 2, items: { type: 'string' } } });
  expect(await answerOf(pair, { tags: ['a', 'b', 'c'] })).toEqual({ tags: ['a', 'b'] });
  expect(await answerOf(pair, { tags: ['a'] })).toEqual({ tags: ['a', expect.any(String)] });
  const unique = object({ tags: { type: 'array', uniqueItems: true, items: { type: 'string' } } });
  expect(await answerOf(unique, { tags: ['a', 'b', 'a'] })).toEqual({ tags: ['a', 'b'] });
  const dependent = object({ card: { type: 'string' }, expiry: { type: 'string' } }, { dependentRequired: { card: ['expiry'] } });
  expect(await answerOf(dependent, { card: '1234' })).toEqual({ card: '1234', expiry: expect.any(String) });
  const conditional = object(
    { country: { type: 'string' }, postcode: { type: 'string' } },
    { if: object({ country: { const: 'UK' } }), then: { required: ['postcode'] } },
  );
  expect(await answerOf(conditional, { country: 'UK' })).toEqual({ country: 'UK', postcode: expect.any(String) });
});

test('a body of another kind altogether is made from the schema', async () => {
  expect(await answerOf(object({ n: { type: 'integer' } }, { required: ['n'] }), 'see the documentation')).toEqual({
    n: expect.any(Number),
  });
  expect(await answerOf({ type: 'array', items: object({ n: { type: 'integer' } }, { required: ['n'] }) }, { n: 4 })).toEqual([{ n: 4 }]);
});

test('an example asked for by name is mended too', async () => {
  const { send } = sandboxOf(
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Shelf', version: '1' },
      paths: {
        '/shelf/top': {
          get: {
            responses: {
              200: {
                description: 'Fine.',
                content: {
                  'application/json': {
                    schema: object({ n: { type: 'integer' } }),
                    examples: { one: { value: { n: 1 } }, two: { value: { n: '2' } } },
                  },
                },
              },
            },
          },
        },
      },
    }),
  );
  expect(await (await send('GET', '/shelf/top', undefined, { Prefer: 'example=two' })).json()).toEqual({ n: 2 });
});

test('a published item that breaks its schema is mended wherever it is shown: read, listed, and as a version of itself', async () => {
  const jar = object(
    { id: { type: 'string' }, size: { type: 'integer' }, meta: object({ versionId: { type: 'string' } }) },
    { required: ['id', 'size'] },
  );
  const example = { id: 'j1', size: '7', meta: { versionId: '3' } };
  const contract = JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Jars', version: '1' },
    paths: {
      '/jars': {
        get: { responses: { 200: { description: 'All.', content: { 'application/json': { schema: { type: 'array', items: jar } } } } } },
      },
      '/jars/{id}': {
        get: {
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
          responses: { 200: { description: 'One.', content: { 'application/json': { schema: jar, example } } } },
        },
      },
      '/jars/{id}/_history/{version}': {
        get: {
          parameters: ['id', 'version'].map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
          responses: { 200: { description: 'One.', content: { 'application/json': { schema: jar } } } },
        },
      },
    },
  });
  const { send } = sandboxOf(contract);
  const mended = { ...example, size: 7 };
  expect(await (await send('GET', '/jars/j1')).json()).toEqual(mended);
  expect(await (await send('GET', '/jars')).json()).toEqual([mended]);
  expect(await (await send('GET', '/jars/j1/_history/3')).json()).toEqual(mended);
  const published = sandboxOf(contract, { settings: { examples: 'published' }, tolerateDefects: true });
  expect(await (await published.send('GET', '/jars/j1')).json()).toEqual(example);
  expect(await (await published.send('GET', '/jars/j1/_history/3')).json()).toEqual(example);
});
