/** Parents and children that refer to each other: everybody who writes them means "one of the children, each with what the parent says". */
import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../../src/contract/contract.ts';
import { sandboxOf, type Sandbox } from '../../../sandbox.ts';

/** GET and POST /shapes of the schema called Shape, and of a child at /circles. */
function shapes(schemas: JsonObject, openapi = '3.0.3'): Sandbox {
  const content = (name: string): JsonObject => ({ 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } });
  const both = (name: string): JsonObject => ({
    get: { operationId: `get${name}`, responses: { 200: { description: 'ok', content: content(name) } } },
    post: {
      operationId: `post${name}`,
      requestBody: { required: true, content: content(name) },
      responses: { 201: { description: 'ok', content: content(name) }, 400: { description: 'no' } },
    },
  });
  const paths = { '/shapes': both('Shape'), ...('Circle' in schemas ? { '/circles': both('Circle') } : {}) };
  return sandboxOf(
    JSON.stringify({ openapi, info: { title: 'Shapes', version: '1' }, servers: [{ url: '/t' }], paths, components: { schemas } }),
  );
}

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const child = (name: string, type: string, of = 'Shape'): JsonObject => ({
  allOf: [ref(of), { type: 'object', required: [name], properties: { [name]: { type } } }],
});
const own = { type: 'object', required: ['name'], properties: { name: { type: 'string', minLength: 1 } } };

/** [what, schemas, bodies that fit, bodies that do not]. Each Shape has a name; a Circle has a radius, a Square a side. */
const cases: readonly [string, JsonObject, readonly Json[], readonly Json[], string?][] = [
  [
    'oneOf its children',
    { Shape: { ...own, oneOf: [ref('Circle'), ref('Square')] }, Circle: child('radius', 'number'), Square: child('side', 'number') },
    [
      { name: 'a', radius: 1 },
      { name: 'a', side: 1 },
    ],
    [{ name: 'a' }, { radius: 1 }, { name: '', radius: 1 }, { name: 'a', radius: 'x' }, {}],
  ],
  [
    'anyOf its children',
    { Shape: { ...own, anyOf: [ref('Circle'), ref('Square')] }, Circle: child('radius', 'number'), Square: child('side', 'number') },
    [
      { name: 'a', radius: 1 },
      { name: 'a', side: 1, radius: 1 },
    ],
    [{ name: 'a' }, { side: 1 }],
  ],
  [
    'with a discriminator and a mapping',
    {
      Shape: {
        type: 'object',
        required: ['kind', 'name'],
        properties: { kind: { type: 'string' }, name: { type: 'string' } },
        discriminator: { propertyName: 'kind', mapping: { round: '#/components/schemas/Circle', square: '#/components/schemas/Square' } },
        oneOf: [ref('Circle'), ref('Square')],
      },
      Circle: child('radius', 'number'),
      Square: child('side', 'number'),
    },
    [
      { kind: 'round', name: 'a', radius: 1 },
      { kind: 'square', name: 'a', side: 1, radius: 'any' },
    ],
    [
      { kind: 'round', name: 'a', side: 1 },
      { kind: 'square', radius: 1, name: 'a' },
      { kind: 'round', radius: 1 },
      { name: 'a', radius: 1 },
    ],
  ],
  [
    'over two generations',
    {
      Shape: { ...own, oneOf: [ref('Circle'), ref('Square')] },
      Curved: { allOf: [ref('Shape'), { required: ['colour'], properties: { colour: { enum: ['red', 'blue'] } } }] },
      Circle: child('radius', 'number', 'Curved'),
      Square: child('side', 'number'),
    },
    [
      { name: 'a', colour: 'red', radius: 1 },
      { name: 'a', side: 1 },
    ],
    [
      { name: 'a', radius: 1 },
      { name: 'a', colour: 'green', radius: 1 },
      { colour: 'red', radius: 1 },
    ],
  ],
  [
    'with children that choose among grandchildren',
    {
      Shape: { ...own, oneOf: [ref('Curved'), ref('Square')] },
      Curved: { required: ['colour'], properties: { colour: { type: 'string' } }, oneOf: [ref('Circle'), ref('Oval')] },
      Circle: child('radius', 'number'),
      Oval: child('axes', 'array'),
      Square: child('side', 'number'),
    },
    [
      { name: 'a', colour: 'c', radius: 1 },
      { name: 'a', colour: 'c', axes: [] },
      { name: 'a', side: 1 },
    ],
    [
      { name: 'a', radius: 1 },
      { colour: 'c', radius: 1 },
      { name: 'a', colour: 'c', radius: 'x' },
    ],
  ],
  [
    'with an only child',
    { Shape: { ...own, oneOf: [ref('Circle')] }, Circle: child('radius', 'number') },
    [{ name: 'a', radius: 1 }],
    [{ name: 'a' }, { radius: 1 }],
  ],
  [
    'that may be null',
    {
      Shape: { ...own, type: 'object', nullable: true, oneOf: [ref('Circle'), ref('Square')] },
      Circle: child('radius', 'number'),
      Square: child('side', 'number'),
    },
    [{ name: 'a', radius: 1 }],
    [{ name: 'a' }, { radius: 1 }],
  ],
  [
    'that may be null, around the choice',
    {
      Shape: { nullable: true, allOf: [own], oneOf: [ref('Circle'), ref('Square')] },
      Circle: child('radius', 'number'),
      Square: child('side', 'number'),
    },
    [{ name: 'a', radius: 1 }],
    [{ name: 'a' }, { radius: 1 }, { name: '', radius: 1 }],
  ],
  [
    'whose children refer to it beside their own keywords',
    {
      Shape: { ...own, oneOf: [ref('Circle'), ref('Square')] },
      Circle: { ...ref('Shape'), required: ['radius'], properties: { radius: { type: 'number' } } },
      Square: { ...ref('Shape'), required: ['side'], properties: { side: { type: 'number' } } },
    },
    [
      { name: 'a', radius: 1 },
      { name: 'a', side: 1 },
    ],
    [{ name: 'a' }, { radius: 1 }, { name: 'a', radius: 'x' }],
    '3.1.0',
  ],
  [
    'whose children hold further shapes',
    {
      Shape: { ...own, oneOf: [ref('Circle'), ref('Square')] },
      Circle: { allOf: [ref('Shape'), { required: ['radius'], properties: { radius: { type: 'number' }, inner: ref('Shape') } }] },
      Square: child('side', 'number'),
    },
    [{ name: 'a', radius: 2, inner: { name: 'b', radius: 1, inner: { name: 'c', side: 1 } } }],
    [{ name: 'a', radius: 2, inner: { name: 'b', radius: 1, inner: { name: 'c' } } }],
  ],
  [
    'whose children are found first',
    { Circle: child('radius', 'number'), Square: child('side', 'number'), Shape: { ...own, oneOf: [ref('Circle'), ref('Square')] } },
    [{ name: 'a', radius: 1 }],
    [{ name: 'a' }, { radius: 1 }],
  ],
];

describe('a schema', () => {
  test.each(cases)('%s takes and shows what a child is', async (_what, schemas, fitting, broken, openapi) => {
    const sandbox = shapes(schemas, openapi);
    for (const body of fitting) expect([body, (await sandbox.send('POST', '/t/shapes', body)).status]).toEqual([body, 201]);
    for (const body of broken) expect([body, (await sandbox.send('POST', '/t/shapes', body)).status]).toEqual([body, 400]);
    const shown: unknown = await (await sandbox.send('GET', '/t/shapes')).json();
    // The sandbox of a test checks every answer; null would fit some of these as well.
    expect(shown).toMatchObject({ name: expect.any(String) });
  });

  test.each(cases)('%s leaves its children usable on their own', async (_what, schemas, _fitting, _broken, openapi) => {
    const sandbox = shapes(schemas, openapi);
    const extra = schemas['Curved'] === undefined ? {} : { colour: 'red' };
    const tagged = { kind: 'round', name: 'a', ...extra };
    expect((await sandbox.send('POST', '/t/circles', { ...tagged, radius: 1 })).status).toBe(201);
    for (const body of [tagged, { kind: 'round', radius: 1, ...extra }, { ...tagged, radius: 'x' }]) {
      expect([body, (await sandbox.send('POST', '/t/circles', body)).status]).toEqual([body, 400]);
    }
    expect(await (await sandbox.send('GET', '/t/circles')).json()).toMatchObject({ name: expect.any(String), radius: expect.any(Number) });
  });
});

test('a branch that is nothing but its own choice is no reason why a value fits', async () => {
  const sandbox = shapes({
    Shape: { anyOf: [ref('Shape'), { type: 'object', required: ['name'], properties: { name: { type: 'string' } } }] },
  });
  expect((await sandbox.send('POST', '/t/shapes', { name: 'a' })).status).toBe(201);
  expect((await sandbox.send('POST', '/t/shapes', { name: 5 })).status).toBe(400);
});
