/** Values against schemas: which faults are found, and where they are said to be. */
import { describe, expect, test } from 'vitest';
import { faultsOf, withBody } from './documents.ts';

const PERSON = {
  type: 'object',
  required: ['name'],
  additionalProperties: false,
  properties: {
    name: { type: 'string', minLength: 2 },
    age: { type: 'integer', minimum: 0 },
    tags: { type: 'array', items: { type: 'string' }, uniqueItems: true },
  },
};

test('every fault is reported, each by the pointer of the member at fault', () => {
  expect(faultsOf(PERSON, { age: -1, tags: ['a', 1, 'a'], 'x/y': 1 })).toEqual([
    'required /name',
    'minimum /age',
    'type /tags/1',
    'uniqueItems /tags/2',
    'additionalProperties /x~1y',
  ]);
});

test('messages say what is wanted and never quote the value', () => {
  const { contract, body } = withBody({
    properties: { born: { type: 'string', format: 'date' }, kind: { enum: ['a', 'b'] }, code: { pattern: '^[A-Z]+$' } },
  });
  const messages = contract.check(body, { born: 'secret', kind: 'secret', code: 'secret' }).map(({ message }) => message);
  expect(messages).toEqual(['must be a date such as 2026-01-31', 'must be one of "a", "b"', 'must match the pattern ^[A-Z]+$']);
});

/** [schema, values that fit, values that do not]. */
const KEYWORDS: readonly (readonly [name: string, schema: object, fitting: readonly unknown[], broken: readonly unknown[]])[] = [
  ['type', { type: ['string', 'null'] }, ['', null], [0, true, [], {}]],
  ['integer', { type: 'integer' }, [1, 1.0, -0, 1e20], [1.5, '1', null]],
  ['enum', { enum: [1, 'a', null, { a: [1] }] }, [1, 'a', null, { a: [1] }], [2, 'b', { a: [2] }, {}]],
  ['const', { const: { a: 1, b: 2 } }, [{ b: 2, a: 1 }], [{ a: 1 }, 1]],
  ['minLength in characters', { minLength: 2, maxLength: 3 }, ['ab', '😀😀', '😀😀😀', 5], ['a', '😀', 'abcd', '😀😀😀😀']],
  ['multipleOf', { multipleOf: 0.1 }, [0.3, 1, 'x'], [0.35]],
  ['exclusive limits', { exclusiveMinimum: 0, exclusiveMaximum: 10 }, [1, 9.99], [0, 10]],
  ['format', { format: 'date' }, ['2024-02-29', 5], ['2023-02-29', 'soon']],
  ['a format beside a pattern', { format: 'date', pattern: '^2024' }, ['2024-02-29'], ['2023-02-28', '2024']],
  ['unknown formats', { format: 'anything' }, ['x'], []],
  ['int32', { format: 'int32' }, [1, 'x'], [2 ** 31, 1.5]],
  ['propertyNames', { propertyNames: { pattern: '^[a-z]+$' } }, [{ a: 1 }, 1], [{ A: 1 }]],
  ['member counts', { minProperties: 1, maxProperties: 2 }, [{ a: 1 }, []], [{}, { a: 1, b: 1, c: 1 }]],
  [
    'patternProperties',
    { patternProperties: { '^x-': { type: 'string' } }, additionalProperties: false },
    [{ 'x-a': 'b' }],
    [{ 'x-a': 1 }, { y: 1 }],
  ],
  ['prefixItems', { prefixItems: [{ type: 'string' }], items: { type: 'number' } }, [['a', 1], [], 'x'], [[1], ['a', 'b']]],
  ['contains', { contains: { const: 1 }, maxContains: 2 }, [[1], [1, 1, 2]], [[], [2], [1, 1, 1]]],
  ['dependentRequired', { dependentRequired: { a: ['b'] } }, [{ a: 1, b: 1 }, { b: 1 }], [{ a: 1 }]],
  ['dependentSchemas', { dependentSchemas: { a: { required: ['b'] } } }, [{ a: 1, b: 1 }], [{ a: 1 }]],
  [
    'if/then/else',
    { if: { properties: { a: { const: 1 } } }, then: { required: ['b'] }, else: { required: ['c'] } },
    [
      { a: 1, b: 1 },
      { a: 2, c: 1 },
    ],
    [{ a: 1 }, { a: 2 }],
  ],
  ['not', { not: { type: 'string' } }, [1], ['x']],
  ['oneOf', { oneOf: [{ minimum: 5 }, { multipleOf: 2 }] }, [5, 2], [6, 3]],
  ['anyOf', { anyOf: [{ type: 'string' }, { type: 'number' }] }, ['x', 1], [null, []]],
  [
    'unevaluatedProperties',
    { allOf: [{ properties: { a: true } }], properties: { b: true }, unevaluatedProperties: false },
    [{ a: 1, b: 1 }],
    [{ c: 1 }],
  ],
  ['false', { properties: { a: false } }, [{}], [{ a: 1 }]],
];

describe('keywords', () => {
  test.each(KEYWORDS)('%s', (_name, schema, fitting, broken) => {
    const { contract, body } = withBody(schema as never);
    expect(fitting.filter((value) => contract.check(body, value as never).length > 0)).toEqual([]);
    expect(broken.filter((value) => contract.check(body, value as never).length === 0)).toEqual([]);
  });
});

test('names that objects inherit are no members', () => {
  expect(faultsOf({ required: ['constructor', 'toString'] }, {})).toEqual(['required /constructor', 'required /toString']);
  expect(faultsOf({ properties: { constructor: { type: 'number' } } }, {})).toEqual([]);
});

test('where no alternative fits, the faults of the nearest one are reported by their own pointers', () => {
  const cat = { required: ['kind', 'lives'], properties: { kind: { const: 'cat' }, lives: { type: 'integer' } } };
  const dog = { required: ['kind', 'barks'], properties: { kind: { const: 'dog' }, barks: { type: 'boolean' } } };
  expect(faultsOf({ oneOf: [cat, dog] }, { kind: 'dog', barks: 'loudly' })).toEqual(['type /barks']);
  expect(
    faultsOf(
      { anyOf: [{ type: 'string' }, { type: 'object', properties: { a: { type: 'integer' }, b: { type: 'string' } } }] },
      { a: 'x', b: 5 },
    ),
  ).toEqual(['type /a', 'type /b']);
  expect(faultsOf({ oneOf: [{ type: 'integer' }, { minimum: 0 }] }, 5)).toEqual(['oneOf ']);
});

test('P-10: every part of allOf counts', () => {
  const schema = { allOf: [{ required: ['a'] }, { required: ['b'] }, { properties: { c: { type: 'string' } } }] };
  expect(faultsOf(schema, { c: 1 })).toEqual(['required /a', 'required /b', 'type /c']);
});

test('P-04: a recursive schema is checked at every depth', () => {
  const components = {
    schemas: {
      Node: {
        type: 'object',
        required: ['id'],
        properties: { id: { type: 'string' }, children: { type: 'array', items: { $ref: '#/components/schemas/Node' } } },
      },
    },
  };
  const deep = { id: 'a', children: [{ id: 'b', children: [{ id: 'c', children: [{ id: 5 }, {}] }] }] };
  expect(faultsOf({ $ref: '#/components/schemas/Node' }, deep, { components })).toEqual([
    'type /children/0/children/0/children/0/id',
    'required /children/0/children/0/children/1/id',
  ]);
});

test('P-12: circles of references and of allOf are cut, said, and leave the rest checked', () => {
  const schemas = {
    Self: { allOf: [{ $ref: '#/components/schemas/Self' }, { required: ['a'] }] },
    Ping: { $ref: '#/components/schemas/Pong' },
    Pong: { $ref: '#/components/schemas/Ping', required: ['b'] },
    Choice: { anyOf: [{ $ref: '#/components/schemas/Choice' }, { type: 'string' }] },
    Mutual: { properties: { next: { $ref: '#/components/schemas/Mutual' } }, allOf: [{ $ref: '#/components/schemas/Self' }] },
  };
  const check = (name: string, value: object | number): string[] =>
    faultsOf({ $ref: `#/components/schemas/${name}` }, value as never, { components: { schemas } });
  expect(check('Self', {})).toEqual(['required /a']);
  expect(check('Ping', {})).toEqual(['required /b']);
  expect(check('Choice', 5)).toEqual(['type ']);
  expect(check('Mutual', { a: 1, next: { a: 1, next: {} } })).toEqual(['required /next/next/a']);
  expect(
    withBody(true, { components: { schemas } }).contract.quirks.filter(({ effect }) => effect === 'mended').length,
  ).toBeGreaterThanOrEqual(3);
});

test('a chain of schemas longer than any contract needs is cut and said', () => {
  const schemas = Object.fromEntries(
    Array.from({ length: 5000 }, (_, index) => [
      `S${index}`,
      index === 4999 ? { type: 'string' } : { $ref: `#/components/schemas/S${index + 1}` },
    ]),
  );
  const { contract, body } = withBody({ $ref: '#/components/schemas/S0' }, { components: { schemas } });
  expect(contract.quirks.some(({ effect }) => effect === 'unchecked')).toBe(true);
  expect(contract.check(body, 'x')).toEqual([]);
});

test('a value that is too costly to check is refused, not let through', () => {
  const node = {
    anyOf: ['a', 'b', 'c', 'd'].map((name) => ({ required: [name], properties: { next: { $ref: '#/components/schemas/Node' } } })),
  };
  const value = Array.from({ length: 60 }).reduce<object>((next) => ({ next }), {});
  expect(
    faultsOf({ $ref: '#/components/schemas/Node' }, value as never, {
      components: { schemas: { Node: { properties: { next: node.anyOf[0]?.properties.next ?? true }, ...node } } },
    }),
  ).toEqual(['cost ']);
});
