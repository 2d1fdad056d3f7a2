/** Forms as bodies: each member is read by the type that its schema gives it, then held to the contract as JSON is. */
import { describe, expect, test } from 'vitest';
import { sandboxOf, type Sandbox } from '../sandbox.ts';

/** POST keeps a form, GET shows it; `form` is the media type's schema and what stands beside it. */
function shop(schema: object, encoding: object = {}, components: object = {}): Sandbox {
  return sandboxOf(
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Shop', version: '1' },
      servers: [{ url: '/shop' }],
      paths: {
        '/orders': {
          post: {
            requestBody: { required: true, content: { 'application/x-www-form-urlencoded': { schema, encoding } } },
            responses: {
              201: { description: 'made', content: { 'application/json': { schema: { type: 'object' } } } },
              400: {
                description: 'bad',
                content: { 'application/json': { schema: { type: 'object', properties: { message: { type: 'string' } } } } },
              },
            },
          },
        },
        '/orders/{id}': {
          get: {
            parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
            responses: {
              200: {
                description: 'one',
                content: {
                  'application/json': { schema: { allOf: [schema, { type: 'object', properties: { id: { type: 'string' } } }] } },
                },
              },
            },
          },
        },
      },
      components,
    }),
  );
}

async function sent(sandbox: Sandbox, form: string): Promise<{ readonly status: number; readonly kept: object; readonly message: string }> {
  const answer = await sandbox.send('POST', '/shop/orders', form, { 'Content-Type': 'application/x-www-form-urlencoded' });
  const text = await answer.text();
  const at = answer.headers.get('location');
  const { id: _, ...kept } = at === null ? {} : await (await sandbox.request(at)).json();
  return { status: answer.status, kept, message: text };
}

const properties = (members: object, more: object = {}): object => ({ type: 'object', properties: members, ...more });
const LIST = { type: 'array', items: { type: 'integer' } };
const OBJECT = properties({ n: { type: 'integer' }, s: { type: 'string' } });

describe('a form keeps the types of its schema', () => {
  test.each<[string, object, string, object, object?]>([
    [
      'whole numbers, and texts that look like them',
      properties({ n: { type: 'integer' }, code: { type: 'string' } }),
      'n=12&code=007',
      { n: 12, code: '007' },
    ],
    ['numbers and booleans', properties({ a: { type: 'number' }, b: { type: 'boolean' } }), 'a=-1.5&b=true', { a: -1.5, b: true }],
    ['an encoded text', properties({ s: { type: 'string' } }), 's=a%26b+c%3D%C3%A9', { s: 'a&b c=é' }],
    ['nothing for null', properties({ n: { type: ['integer', 'null'] } }), 'n=', { n: null }],
    ['an empty text', properties({ s: { type: ['string', 'null'] } }), 's=', { s: '' }],
    ['a list of one', properties({ tags: LIST }), 'tags=1', { tags: [1] }],
    ['a list of several', properties({ tags: LIST }), 'tags=1&x=y&tags=2', { tags: [1, 2], x: 'y' }],
    ['a list in one text', properties({ tags: LIST }), 'tags=1,2', { tags: [1, 2] }, { tags: { style: 'form', explode: false } }],
    ['a list between bars', properties({ tags: LIST }), 'tags=1|2', { tags: [1, 2] }, { tags: { style: 'pipeDelimited', explode: false } }],
    [
      'a comma inside an item',
      properties({ t: { type: 'array', items: { type: 'string' } } }),
      't=a%2Cb,c',
      { t: ['a,b', 'c'] },
      { t: { explode: false } },
    ],
    ['a list in brackets', properties({ tags: LIST }), 'tags[]=1&tags[]=2', { tags: [1, 2] }],
    ['counted brackets', properties({ tags: LIST }), 'tags[1]=2&tags[0]=1', { tags: [1, 2] }],
    ['a list as JSON', properties({ tags: LIST }), 'tags=%5B1,2%5D', { tags: [1, 2] }],
    ['an object in brackets', properties({ o: OBJECT }), 'o[n]=1&o%5Bs%5D=x', { o: { n: 1, s: 'x' } }, { o: { style: 'deepObject' } }],
    [
      'objects in a list',
      properties({ l: { type: 'array', items: OBJECT } }),
      'l[0][n]=1&l[0][s]=a&l[1][n]=2',
      { l: [{ n: 1, s: 'a' }, { n: 2 }] },
    ],
    ['an object as JSON', properties({ o: OBJECT }), 'o=%7B%22n%22%3A1%7D', { o: { n: 1 } }],
    ['an object in one text', properties({ o: OBJECT }), 'o=n,1,s,x', { o: { n: 1, s: 'x' } }, { o: { style: 'form', explode: false } }],
    [
      'an object spread over the form',
      properties({ o: OBJECT, p: { type: 'integer' } }),
      'n=1&s=x&p=2',
      { o: { n: 1, s: 'x' }, p: 2 },
      { o: { style: 'form' } },
    ],
    ['members of any name', properties({}, { additionalProperties: { type: 'integer' } }), 'a=1&b=2', { a: 1, b: 2 }],
    ['either a number or a text', properties({ v: { anyOf: [{ type: 'integer', minimum: 10 }, { type: 'string' }] } }), 'v=5', { v: '5' }],
    [
      'parts of allOf',
      { allOf: [properties({ n: { type: 'integer' } }), properties({ b: { type: 'boolean' } })] },
      'n=1&b=false',
      { n: 1, b: false },
    ],
  ])('%s', async (_name, schema, form, want, encoding) => {
    const { status, kept } = await sent(shop(schema, encoding), form);
    expect(status).toBe(201);
    expect(kept).toEqual(want);
  });

  test.each([
    ['kind=a&v=5', { kind: 'a', v: 5 }],
    ['kind=b&v=5', { kind: 'b', v: '5' }],
  ])('the branch of a oneOf that fits: %s', async (form, want) => {
    const branch = (kind: string, type: string): object => properties({ kind: { const: kind }, v: { type } }, { required: ['kind'] });
    const { kept } = await sent(shop({ oneOf: [branch('a', 'integer'), branch('b', 'string')] }), form);
    expect(kept).toEqual(want);
  });
});

describe('a form that breaks its schema is refused in words of the form', () => {
  test.each<[string, object, string, RegExp]>([
    ['a text for a number', properties({ n: { type: 'integer' } }), 'n=abc', /\bn must be a whole number/],
    ['a missing member', properties({ n: { type: 'integer' } }, { required: ['n'] }), 'm=1', /\bn is required/],
    ['a member too many', properties({ n: { type: 'integer' } }, { additionalProperties: false }), 'n=1&m=1', /\bm is not expected/],
    ['one value given twice', properties({ n: { type: 'integer' } }), 'n=1&n=2', /\bn is given more than once/],
    ['a text for a number in a list', properties({ l: LIST }), 'l=1&l=x', /\bl\b.*1 must be a whole number/],
    ['a limit', properties({ n: { type: 'integer', maximum: 5 } }), 'n=6', /\bn must be 5 or less/],
  ])('%s', async (_name, schema, form, words) => {
    const { status, message } = await sent(shop(schema), form);
    expect(status).toBe(400);
    expect(message).toMatch(words);
  });

  test('several faults, each once', async () => {
    const { message } = await sent(shop(properties({ n: { type: 'integer' }, m: { type: 'boolean' } })), 'n=x&m=y');
    expect(message.match(/form member n must be a whole number/g)).toHaveLength(1);
    expect(message.match(/form member m must be a boolean/g)).toHaveLength(1);
  });

  test('a form member that could change how objects work is refused', async () => {
    expect((await sent(shop(properties({})), '__proto__=1')).status).toBe(400);
    expect((await sent(shop(properties({ o: { type: 'object' } })), 'o[__proto__][x]=1')).status).toBe(400);
  });

  test('brackets nested without end are a name like any other', async () => {
    const { status, kept } = await sent(shop(properties({ o: OBJECT })), `o${'[a]'.repeat(900)}=1`);
    expect(status).toBe(201);
    expect(Object.keys(kept)).toHaveLength(1);
  });
});
