/** A check costs time in proportion to the value, and one that would cost far more ends. */
import { expect, test } from 'vitest';
import type { Json } from '../../src/contract/contract.ts';
import { faultsOf, load, withBody } from './documents.ts';

const books = (count: number, tags: number): Json => Array.from({ length: count }, () => ({ tags: Array<string>(tags).fill('x') }));
const BOOKS = { type: 'array', items: { type: 'object', properties: { tags: { type: 'array', items: { type: 'string' } } } } };

test.each([
  [1, 10_000],
  [900, 600],
  [10_000, 90],
])('a large body that is right is right: %i books with %i tags', (count, tags) => {
  const { contract, body } = withBody(BOOKS);
  expect(contract.check(body, books(count, tags))).toEqual([]);
});

test('a large body that is wrong in its last place is told so', () => {
  const wrong = [...(books(900, 600) as Json[]), { tags: [1] }];
  expect(faultsOf(BOOKS, wrong)).toEqual(['type /900/tags/0']);
});

test('a large body of alternatives is checked to its end', () => {
  const branch = (kind: string): object => ({
    type: 'object',
    required: ['kind'],
    properties: { kind: { const: kind }, n: { type: 'integer' } },
  });
  const kinds = Array.from({ length: 20 }, (_, index) => `k${index}`);
  const value = Array.from({ length: 9_000 }, (_, index) => ({ kind: `k${index % 20}`, n: index }));
  expect(faultsOf({ type: 'array', items: { oneOf: kinds.map(branch) } } as never, value)).toEqual([]);
});

/** Three alternatives at each of many levels, of which none fits: what is tried triples with every level. */
const Tree = {
  anyOf: ['a', 'b', 'c'].map((name) => ({ type: 'object', required: [name], properties: { next: { $ref: '#/components/schemas/Tree' } } })),
};
const deep = (levels: number): Json => (levels === 0 ? {} : { next: deep(levels - 1), a: 1 });

test('a check that would take for ever refuses a request, and is no reason to withhold an answer', () => {
  const contract = load({
    paths: {
      '/t': {
        post: {
          requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Tree' } } } },
          responses: { 200: { description: '', content: { 'application/json': { schema: { $ref: '#/components/schemas/Tree' } } } } },
        },
      },
    },
    components: { schemas: { Tree } },
  } as never);
  const [operation] = contract.operations;
  const sent = operation?.body?.content[0]?.schema;
  const shown = operation?.responses.get('200')?.content[0]?.schema;
  if (!sent || !shown) throw new Error('the contract is not understood');
  expect(contract.check(sent, deep(3))).not.toEqual([]);
  expect(contract.check(sent, deep(40)).map(({ keyword }) => keyword)).toEqual(['cost']);
  expect(contract.check(shown, deep(40))).toEqual([]);
});
