/** Parameters as they travel: every style, every type, and what is wrong with the ones that are not right. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/contract/contract.ts';
import { emptyQuery, parseQuery } from '../../src/contract/parameters/query.ts';
import { planReader } from '../../src/contract/parameters/plan-reader.ts';
import type { DecodedValue } from '../../src/contract/parameters/read-parameter.ts';
import { load, withOperation } from './documents.ts';

const NONE = { path: {}, query: emptyQuery, header: () => undefined, cookies: {} };

function decode(parameter: JsonObject, raw: { path?: string; query?: string; header?: string; cookie?: string }): DecodedValue | undefined {
  const name = String(parameter['name'] ?? 'p');
  const declared = {
    name,
    in: raw.path !== undefined ? 'path' : raw.header !== undefined ? 'header' : raw.cookie !== undefined ? 'cookie' : 'query',
    required: raw.path !== undefined,
    ...parameter,
  };
  const contract = load(withOperation({ parameters: [declared] }, raw.path === undefined ? '/a' : `/a/{${name}}`));
  const [operation] = contract.operations;
  const [found] = operation?.parameters ?? [];
  if (!operation || !found) throw new Error('the parameter is not understood');
  return planReader(
    contract,
    operation,
    found,
  )({
    ...NONE,
    ...(raw.path !== undefined && { path: { [name]: raw.path } }),
    ...(raw.query !== undefined && { query: parseQuery(raw.query) }),
    ...(raw.header !== undefined && { header: (asked: string) => (asked === name ? raw.header : undefined) }),
    ...(raw.cookie !== undefined && { cookies: { [name]: raw.cookie } }),
  });
}

const LIST = { type: 'array', items: { type: 'integer' } };
const OBJECT = { type: 'object', properties: { a: { type: 'integer' }, b: { type: 'string' } } };

describe('styles (OpenAPI 3.1, Style Values and Examples)', () => {
  test.each<[string, JsonObject, Parameters<typeof decode>[1], unknown]>([
    ['form exploded', { schema: LIST }, { query: '?p=1&x=9&p=2' }, [1, 2]],
    ['form', { schema: LIST, explode: false }, { query: 'p=1,2' }, [1, 2]],
    [
      'an encoded comma belongs to a value',
      { schema: { type: 'array', items: { type: 'string' } }, explode: false },
      { query: 'p=a%2Cb,c' },
      ['a,b', 'c'],
    ],
    ['spaceDelimited', { schema: LIST, style: 'spaceDelimited', explode: false }, { query: 'p=1%202+3' }, [1, 2, 3]],
    ['pipeDelimited', { schema: LIST, style: 'pipeDelimited', explode: false }, { query: 'p=1|2%7C3' }, [1, 2, 3]],
    ['deepObject', { schema: OBJECT, style: 'deepObject' }, { query: 'p[a]=1&p%5Bb%5D=x%20y' }, { a: 1, b: 'x y' }],
    [
      'deepObject of objects and lists',
      {
        schema: { type: 'object', properties: { o: OBJECT, l: LIST, m: { type: 'array', items: OBJECT } } },
        style: 'deepObject',
      },
      { query: 'p[o][a]=1&p[l][]=1&p[l][]=2&p[m][0][a]=5&p[m][1][b]=x' },
      { o: { a: 1 }, l: [1, 2], m: [{ a: 5 }, { b: 'x' }] },
    ],
    [
      'deepObject with a list of one',
      { schema: { type: 'object', properties: { l: LIST } }, style: 'deepObject' },
      { query: 'p[l]=1' },
      { l: [1] },
    ],
    ['form object exploded', { schema: OBJECT }, { query: 'a=1&b=x&other=1' }, { a: 1, b: 'x' }],
    ['form object', { schema: OBJECT, explode: false }, { query: 'p=a,1,b,x' }, { a: 1, b: 'x' }],
    ['simple', { schema: LIST }, { path: '1,2' }, [1, 2]],
    ['simple object', { schema: OBJECT }, { path: 'a,1,b,x' }, { a: 1, b: 'x' }],
    ['simple object exploded', { schema: OBJECT, explode: true }, { path: 'a=1,b=x' }, { a: 1, b: 'x' }],
    ['label', { schema: LIST, style: 'label' }, { path: '.1,2' }, [1, 2]],
    ['label exploded', { schema: LIST, style: 'label', explode: true }, { path: '.1.2' }, [1, 2]],
    ['label scalar', { schema: { type: 'integer' }, style: 'label' }, { path: '.5' }, 5],
    ['matrix', { schema: LIST, style: 'matrix' }, { path: ';p=1,2' }, [1, 2]],
    ['matrix exploded', { schema: LIST, style: 'matrix', explode: true }, { path: ';p=1;p=2' }, [1, 2]],
    ['matrix object exploded', { schema: OBJECT, style: 'matrix', explode: true }, { path: ';a=1;b=x' }, { a: 1, b: 'x' }],
    ['header list', { schema: LIST }, { header: '1, 2' }, [1, 2]],
    ['cookie', { schema: { type: 'boolean' } }, { cookie: 'true' }, true],
    ['content', { content: { 'application/json': { schema: OBJECT } } }, { query: 'p=%7B%22a%22%3A1%7D' }, { a: 1 }],
    ['JSON in a header, where a style is hard to write', { schema: OBJECT }, { header: '{"a":1}' }, { a: 1 }],
  ])('%s', (_name, parameter, raw, want) => {
    expect(decode(parameter, raw)).toHaveProperty('value', want);
  });

  test('an encoded comma separates where the items do not fit as they came, and is a part of them where they do', () => {
    const words = { type: 'array', items: { type: 'string', enum: ['open', 'shut'] } };
    const flat = { style: 'form', explode: false };
    expect(decode({ ...flat, schema: words }, { query: 'p=open%2Cshut' })).toEqual({ value: ['open', 'shut'] });
    expect(decode({ ...flat, schema: LIST }, { query: 'p=1%2C2,3' })).toEqual({ value: [1, 2, 3] });
    expect(decode({ ...flat, schema: { type: 'array', items: { type: 'string' } } }, { query: 'p=a%2Cb,c' })).toEqual({
      value: ['a,b', 'c'],
    });
    expect(decode({ ...flat, schema: words }, { query: 'p=open%2Clost' })).toMatchObject({ faults: [{ pointer: '/0' }] });
  });
});

describe('types', () => {
  test.each<[JsonObject, string, unknown]>([
    [{ type: 'string' }, '0123', '0123'],
    [{ type: 'string' }, 'true', 'true'],
    [{ type: 'integer' }, '0123', 123],
    [{ type: 'number' }, '-1.5e2', -150],
    [{ type: 'boolean' }, 'false', false],
    [{ type: ['integer', 'string'] }, '5', 5],
    [{ type: ['integer', 'string'] }, 'five', 'five'],
    [{ type: ['string', 'null'] }, '', ''],
    [{ anyOf: [{ type: 'integer', minimum: 10 }, { type: 'string' }] }, '5', '5'],
    [{ enum: [1, 2] }, '2', 2],
    [{ enum: ['1', '2'] }, '2', '2'],
    [{}, '5', '5'],
    [{ type: 'string' }, '2026-01-01T10%3A00%3A00%2B01%3A00', '2026-01-01T10:00:00+01:00'],
    [{ type: 'string' }, 'a+b', 'a b'],
    [{ type: 'array', items: { type: 'string' } }, '', ['']],
  ])('%j reads %s', (schema, text, want) => {
    expect(decode({ schema }, { query: `p=${text}` })).toEqual({ value: want });
  });

  test('any text survives the query string as itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const query = new URLSearchParams({ p: text }).toString();
        expect(decode({ schema: { type: 'string' } }, { query })).toEqual({ value: text });
      }),
    );
  });
});

describe('faults', () => {
  test.each<[string, JsonObject, string, object[]]>([
    ['the wrong type', { schema: { type: 'integer' } }, 'p=five', [{ keyword: 'type', pointer: '', message: 'must be a whole number' }]],
    ['an item', { schema: LIST }, 'p=1&p=x', [{ keyword: 'type', pointer: '/1' }]],
    [
      'a member',
      { schema: { ...OBJECT, required: ['b'] }, style: 'deepObject' },
      'p[a]=x',
      [
        { keyword: 'required', pointer: '/b' },
        { keyword: 'type', pointer: '/a' },
      ],
    ],
    [
      'one value given twice',
      { schema: { type: 'string' } },
      'p=1&p=2',
      [{ keyword: 'type', message: expect.stringContaining('more than once') }],
    ],
    ['broken encoding', { schema: { type: 'string' } }, 'p=%E0%A4%A', [{ keyword: 'encoding' }]],
    ['content that is no JSON', { content: { 'application/json': { schema: {} } } }, 'p=%7B', [{ keyword: 'content' }]],
    ['a pattern', { schema: { type: 'string', pattern: '^a$' } }, 'p=b', [{ keyword: 'pattern' }]],
  ])('%s', (_name, parameter, query, faults) => {
    expect(decode(parameter, { query })).toMatchObject({ faults });
  });

  test('a parameter that the request does not have is absent', () => {
    expect(decode({ schema: { type: 'string' } }, { query: 'other=1' })).toBeUndefined();
    expect(decode({ schema: OBJECT }, { query: 'other=1' })).toBeUndefined();
  });
});
