/** Published examples, in all the forms in which contracts give them. */
import { expect, test } from 'vitest';
import type { Json, JsonObject, NamedExample } from '../../src/contract/contract.ts';
import { exampleQuirks } from '../../src/contract/reading/example-quirks.ts';
import { load, withOperation } from './documents.ts';

function examples(media: JsonObject, parts: JsonObject = {}, type = 'application/json'): readonly NamedExample[] {
  const contract = load({ ...withOperation({ responses: { 200: { description: '', content: { [type]: media } } } }, '/a'), ...parts });
  return contract.operations[0]?.responses.get('200')?.content[0]?.examples ?? [];
}

function values(media: JsonObject, parts: JsonObject = {}, type?: string): Json[] {
  return examples(media, parts, type).map(({ value }) => value);
}

test('one example, named examples, and those of the schema are all found', () => {
  expect(examples({ example: 1, examples: { two: { summary: 'Second', value: 2 } }, schema: { examples: [3], example: 4 } })).toEqual([
    { name: 'default', value: 1 },
    { name: 'two', summary: 'Second', value: 2 },
    { name: 'schema', value: 4 },
    { name: 'schema-0', value: 3 },
  ]);
});

test('values without their Example Object, and lists of examples, are understood', () => {
  expect(values({ examples: { bare: { resourceType: 'Patient' }, none: { externalValue: 'https://example.org' }, text: 'x' } })).toEqual([
    { resourceType: 'Patient' },
    'x',
  ]);
  expect(values({ examples: [1, 2] })).toEqual([1, 2]);
});

test('references inside examples are resolved; those that leave the document are left out', () => {
  const components = {
    examples: {
      Whole: { value: { id: 'a', part: { $ref: '#/x-parts/1' } } },
      Loop: { value: { again: { $ref: '#/components/examples/Loop' } } },
    },
  };
  const parts = { components, 'x-parts': ['zero', { one: true }] };
  expect(values({ examples: { a: { $ref: '#/components/examples/Whole' } } }, parts)).toEqual([{ id: 'a', part: { one: true } }]);
  expect(
    values(
      { example: { entry: [{ $ref: '#/components/examples/Whole' }, { $ref: 'other.json' }], kept: 1, gone: { $ref: './x.json#/y' } } },
      parts,
    ),
  ).toEqual([{ entry: [{ id: 'a', part: { one: true } }], kept: 1 }]);
  expect(values({ example: { $ref: 'Patient.json' } }, parts)).toEqual([]);
  expect(values({ examples: { a: { $ref: '#/components/examples/Loop' } } }, parts)).toHaveLength(1);
});

test('JSON written as a text is read where JSON travels, and kept elsewhere', () => {
  expect(values({ example: '{"a": 1}' })).toEqual([{ a: 1 }]);
  expect(values({ example: '{"a": 1}' }, {}, 'text/plain')).toEqual(['{"a": 1}']);
  expect(values({ example: 'plain' })).toEqual(['plain']);
});

test('P-23: an example that breaks its schema is a remark, with the place, when asked for', () => {
  const media = {
    schema: { type: 'object', required: ['id'], properties: { id: { type: 'string' } } },
    examples: { good: { value: { id: 'a' } }, bad: { value: { id: 5 } } },
  };
  const contract = load(withOperation({ responses: { 200: { description: '', content: { 'application/json': media } } } }, '/a'));
  expect(contract.quirks).toEqual([]);
  expect(exampleQuirks(contract)).toMatchObject([
    { effect: 'mended', message: 'The example "bad" breaks this schema: /id must be a string.' },
  ]);
});

test('an example that refers to another file is a remark as well', () => {
  const media = { schema: {}, example: { entry: [{ $ref: './Patient.json' }] } };
  const contract = load(withOperation({ responses: { 200: { description: '', content: { 'application/json': media } } } }, '/a'));
  expect(exampleQuirks(contract)).toMatchObject([
    { effect: 'mended', pointer: expect.stringMatching(/application~1json$/), message: expect.stringContaining('other files') },
  ]);
});

test('an example that is kept elsewhere is a quirk', () => {
  const examples = {
    a: { externalValue: 'https://example.org/a.json' },
    b: { externalValue: 'b.json' },
    c: { $ref: 'c.yaml' },
    d: { value: 1 },
  };
  const contract = load(
    withOperation({ responses: { 200: { description: '', content: { 'application/json': { schema: {}, examples } } } } }, '/a'),
  );
  expect(contract.quirks.map(({ effect, reference }) => `${effect} ${reference}`)).toEqual([
    'mended https://example.org/a.json',
    'mended b.json',
    'mended c.yaml',
  ]);
});
