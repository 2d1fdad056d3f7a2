/** Schemas that are referred to by the names they give themselves. */
import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../../src/contract/contract.ts';
import { loadContract } from '../../../../src/contract/load.ts';
import { faultsOf, withBody } from '../../documents.ts';

const pet = {
  $id: 'https://example.org/schemas/pet',
  type: 'object',
  required: ['name'],
  properties: { name: { $ref: '#name' }, tag: { $ref: 'tag' } },
  $defs: { name: { $anchor: 'name', type: 'string', minLength: 2 } },
};
const tag = {
  $id: 'https://example.org/schemas/tag',
  type: 'object',
  properties: { code: { $ref: '#/$defs/code' } },
  $defs: { code: { enum: ['a', 'b'] } },
};

test.each<[string, Json, JsonObject]>([
  ['an anchor', { type: 'object', properties: { name: { $ref: '#name' } } }, { Name: { $anchor: 'name', type: 'string', minLength: 2 } }],
  [
    'an anchor deep inside',
    { properties: { name: { $ref: '#name' } } },
    { Other: { properties: { x: { items: { $anchor: 'name', type: 'string', minLength: 2 } } } } },
  ],
  ['an identifier', { $ref: 'https://example.org/schemas/pet' }, { Pet: pet, Tag: tag }],
  [
    'an identifier and a pointer',
    { properties: { name: { $ref: 'https://example.org/schemas/pet#/$defs/name' } } },
    { Pet: pet, Tag: tag },
  ],
  ['an identifier and an anchor', { properties: { name: { $ref: 'https://example.org/schemas/pet#name' } } }, { Pet: pet, Tag: tag }],
  [
    'a relative identifier',
    { $id: 'mine', $ref: 'pet' },
    { Pet: { $id: 'pet', properties: { name: { $ref: '#/properties/short' }, short: { type: 'string', minLength: 2 } } } },
  ],
  [
    'a pointer that means the document, inside a named schema',
    { $ref: '#/components/schemas/Pet' },
    {
      Pet: { $id: 'urn:example:pet', properties: { name: { $ref: '#/components/schemas/Name' } } },
      Name: { type: 'string', minLength: 2 },
    },
  ],
  [
    'a dynamic anchor that is the only one of its name',
    { $ref: '#/components/schemas/Pet' },
    { Pet: { properties: { name: { $dynamicRef: '#name' } }, $defs: { n: { $dynamicAnchor: 'name', type: 'string', minLength: 2 } } } },
  ],
])('by %s', (_what, schema, schemas) => {
  expect(withBody(schema, { components: { schemas } }).contract.quirks).toEqual([]);
  expect(faultsOf(schema, { name: 'n' }, { components: { schemas } })).toEqual(['minLength /name']);
  expect(faultsOf(schema, { name: 'nn' }, { components: { schemas } })).toEqual([]);
});

test('a pointer inside a named schema begins at that schema', () => {
  const components = { schemas: { Pet: pet, Tag: tag } };
  expect(faultsOf({ $ref: '#/components/schemas/Pet' }, { name: 'nn', tag: { code: 'c' } }, { components })).toEqual(['enum /tag/code']);
});

test('a tree is made of itself by a dynamic reference', () => {
  const components = {
    schemas: {
      Tree: {
        $dynamicAnchor: 'node',
        type: 'object',
        properties: { value: { type: 'integer' }, children: { type: 'array', items: { $dynamicRef: '#node' } } },
      },
    },
  };
  expect(faultsOf({ $ref: '#/components/schemas/Tree' }, { value: 1, children: [{ children: [{ value: 'x' }] }] }, { components })).toEqual(
    ['type /children/0/children/0/value'],
  );
});

test.each([
  ['with identifiers', { $id: 'https://example.org/page' }, { $id: 'https://example.org/pets' }, 'https://example.org/page'],
  ['without identifiers', {}, {}, '#/components/schemas/Page'],
])('a general schema takes what a special one puts in its place, %s', (_how, general, special, $ref) => {
  const components = {
    schemas: {
      Page: {
        ...general,
        type: 'object',
        required: ['items'],
        properties: { items: { type: 'array', items: { $dynamicRef: '#item' } }, first: { $dynamicRef: '#item' } },
        $defs: { item: { $dynamicAnchor: 'item', not: {} } },
      },
      Pets: { ...special, $ref, $defs: { item: { $dynamicAnchor: 'item', $ref: '#/components/schemas/Pet' } } },
      Pet: { type: 'object', properties: { name: { type: 'string' } } },
    },
  };
  const faults = (name: string, value: Json): string[] => faultsOf({ $ref: `#/components/schemas/${name}` }, value, { components });
  expect(faults('Pets', { items: [{ name: 'Rex' }], first: { name: 'Rex' } })).toEqual([]);
  expect(faults('Pets', { items: [{ name: 5 }] })).toEqual(['type /items/0/name']);
  expect(faults('Pets', {})).toEqual(['required /items']);
  expect(faults('Page', { items: [{ name: 'Rex' }] })).toEqual(['not /items/0']);
});

test('a dynamic reference that nothing answers to is a quirk', () => {
  const { contract, body } = withBody({ properties: { a: { $dynamicRef: '#none' } } });
  expect(contract.quirks).toMatchObject([{ effect: 'unchecked', pointer: `${body.pointer}/properties/a/$dynamicRef`, reference: '#none' }]);
});

test('identifiers do not make files of what is named in the same document, and reach from one file to another', () => {
  const text = JSON.stringify({
    openapi: '3.1.0',
    paths: {
      '/a': {
        get: {
          operationId: 'a',
          responses: { 200: { description: 'ok', content: { 'application/json': { schema: { $ref: 'parts.json#/Pair' } } } } },
        },
      },
    },
    components: { schemas: { Own: { $id: 'own', type: 'string' }, Mine: { $id: 'mine', $ref: 'own' } } },
  });
  const parts = JSON.stringify({
    Pair: { properties: { left: { $ref: 'urn:example:leaf' }, right: { $ref: '#leaf' } } },
    Leaf: { $id: 'urn:example:leaf', $anchor: 'leaf', type: 'integer' },
  });
  const asked: string[] = [];
  const contract = loadContract({
    name: 'a.json',
    text,
    beside: (path) => (asked.push(path), path === 'parts.json' ? { text: parts } : { problem: 'missing' }),
  });
  expect(asked).toEqual(['parts.json']);
  expect(contract.quirks.filter(({ pointer }) => pointer.includes('$ref'))).toEqual([]);
  const [operation] = contract.operations;
  const at = operation?.responses.get('200')?.content[0]?.schema ?? { pointer: '', schema: true };
  expect(contract.check(at, { left: 'x', right: 'y' }).map(({ pointer }) => pointer)).toEqual(['/left', '/right']);
});
