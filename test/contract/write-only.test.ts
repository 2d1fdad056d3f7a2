/** What is write-only is taken out of a value wherever a schema says so. */
import { expect, test } from 'vitest';
import type { Json, JsonObject, Schema } from '../../src/contract/contract.ts';
import { withoutWriteOnly } from '../../src/contract/write-only.ts';
import { faultsOf, load } from './documents.ts';

const secret = { type: 'string', writeOnly: true };
const open = { type: 'string' };
const object = (properties: object): object => ({ type: 'object', properties });
const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

const schemas = {
  Login: object({ user: open, password: secret }),
  Secret: secret,
  Node: object({ key: secret, next: ref('Node') }),
  Card: { ...object({ kind: open }), discriminator: { propertyName: 'kind' } },
  Debit: { allOf: [ref('Card'), object({ pin: secret, bank: open })] },
};

function stripped(value: Json, ...of: readonly object[]): Json {
  const contract = load({ components: { schemas } as unknown as JsonObject });
  return withoutWriteOnly(contract, ...(of as readonly Schema[]))?.(value) ?? 'nothing to strip';
}

test.each<[string, object, Json, Json]>([
  ['a member', object({ a: open, p: secret }), { a: 'x', p: 'y', other: 1 }, { a: 'x', other: 1 }],
  ['a member by reference', object({ p: ref('Secret') }), { p: 'y' }, {}],
  ['a reference marked beside it', object({ p: { $ref: '#/components/schemas/Node', writeOnly: true } }), { p: {} }, {}],
  ['a member of a member', object({ login: ref('Login') }), { login: { user: 'u', password: 'p' } }, { login: { user: 'u' } }],
  ['a whole object', object({ login: { ...schemas.Login, writeOnly: true } }), { login: { user: 'u' } }, {}],
  [
    'members of items',
    { type: 'array', items: ref('Login') },
    [{ user: 'u', password: 'p' }, { user: 'v' }],
    [{ user: 'u' }, { user: 'v' }],
  ],
  [
    'members of any name',
    { type: 'object', additionalProperties: ref('Login') },
    { a: { user: 'u', password: 'p' } },
    { a: { user: 'u' } },
  ],
  ['a part of allOf', { allOf: [object({ a: open }), ref('Login')] }, { a: 'x', user: 'u', password: 'p' }, { a: 'x', user: 'u' }],
  ['a branch of oneOf', { oneOf: [object({ a: open }), ref('Login')] }, { user: 'u', password: 'p' }, { user: 'u' }],
  [
    'a branch of anyOf in an array',
    { type: 'array', items: { anyOf: [{ type: 'null' }, ref('Login')] } },
    [null, { password: 'p' }],
    [null, {}],
  ],
  ['every turn of a circle', ref('Node'), { key: 'a', next: { key: 'b', next: { next: { key: 'c' } } } }, { next: { next: { next: {} } } }],
  ['an heir', ref('Card'), { kind: 'Debit', pin: '1', bank: 'x' }, { kind: 'Debit', bank: 'x' }],
])('%s', (_name, schema, value, want) => {
  expect(stripped(value, schema)).toEqual(want);
});

test('what one of several schemas hides is hidden', () => {
  expect(stripped({ a: 'x', p: 'y' }, object({ a: open, p: open }), object({ p: secret }))).toEqual({ a: 'x' });
});

test('a value that has nothing to hide is the same value, and a schema without such members needs no look', () => {
  const value = { login: { user: 'u' }, list: [{}] };
  expect(stripped(value, object({ login: ref('Login') }))).toBe(value);
  expect(stripped(value, object({ login: object({ user: open }) }))).toBe('nothing to strip');
});

/** The schema of a request's body and that of an answer require different members; `faultsOf` checks as a request. */
test.each<[string, object]>([
  ['beside it', { required: ['id'], properties: { id: { readOnly: true } } }],
  ['in a part', { required: ['id'], allOf: [object({ id: { readOnly: true } })] }],
  ['around it', { properties: { id: { readOnly: true } }, allOf: [{ required: ['id'] }] }],
  ['in a neighbour', { allOf: [object({ id: { readOnly: true } }), { required: ['id'] }] }],
  [
    'in a neighbour, by reference',
    { allOf: [{ $ref: '#/components/schemas/Owned' }, { anyOf: [{ required: ['id'] }, { required: ['x'] }] }] },
  ],
  ['or null', { required: ['id'], properties: { id: { anyOf: [{ type: 'null' }, { type: 'string', readOnly: true }] } } }],
])('a member that the other side owns is not required where it is declared %s', (_name, schema) => {
  const components = { schemas: { Owned: object({ id: { readOnly: true } }) } };
  expect(faultsOf(schema as Json, {}, { components } as never)).toEqual([]);
  expect(
    faultsOf(
      JSON.parse(JSON.stringify(schema).replaceAll('readOnly', 'deprecated')),
      {},
      {
        components: JSON.parse(JSON.stringify(components).replaceAll('readOnly', 'deprecated')),
      },
    ),
  ).not.toEqual([]);
});
