/** Both validators behind `Contract.check` give the same faults for any value. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Contract, Json, SchemaAt } from '../../src/contract/contract.ts';
import { bothLibraries } from './generated-library.ts';

let built: Contract;
let brought: Contract;
beforeAll(async () => {
  ({ built, brought } = await bothLibraries());
});

function schemaOf(contract: Contract, id: string): SchemaAt {
  const operation = contract.operations.find((one) => one.id === id);
  const media = operation?.body?.content[0] ?? operation?.responses.get('200')?.content[0];
  if (!media?.schema) throw new Error(`${id} has no body schema`);
  return media.schema;
}

function faults(id: string, value: Json): string[] {
  const [one, other] = [built, brought].map((contract) => contract.check(schemaOf(contract, id), value));
  expect(one).toEqual(other);
  return (one ?? []).map(({ keyword, pointer }) => `${keyword} ${pointer}`);
}

const BOOK = {
  id: 'b1',
  title: 'Dune',
  isbn: '9780441013593',
  pages: 412,
  price: 8.29,
  published: '1965-08-01',
  tags: ['old'],
  author: { kind: 'group', members: ['a'] },
  note: null,
};

describe('a shared corpus', () => {
  test.each<[string, Json, string[]]>([
    ['a whole book', BOOK, []],
    ['nothing but the title', { title: 'x' }, []],
    ['no object', [], ['type ']],
    ['missing and unknown members', { pagse: 1 }, ['required /title', 'additionalProperties /pagse']],
    ['a deep fault', { title: 'x', sequel: { title: 'y', sequel: { title: 5 } } }, ['type /sequel/sequel/title']],
    ['the nearest alternative', { title: 'x', author: { kind: 'group', members: [1] } }, ['type /author/members/0']],
    ['formats', { title: 'x', published: '1965-13-01', link: 'no' }, ['format /published', 'format /link']],
    ['numbers', { title: 'x', pages: 0, price: 0.005 }, ['minimum /pages', 'multipleOf /price']],
    ['repeated items', { title: 'x', tags: ['old', 'new', 'old', null] }, ['maxItems /tags', 'uniqueItems /tags/2']],
    ['names and patterns of members', { title: 'x', extra: { long: 1, n: 'x' } }, ['type /extra/n', 'propertyNames /extra/long']],
    [
      'the alternative that a discriminator names',
      { title: 'x', medium: { of: 'audio', grams: 'y', minutes: 'z' } },
      ['type /medium/minutes'],
    ],
    ['a discriminator that names none', { title: 'x', medium: { of: 'stone' } }, ['discriminator /medium/of']],
    ['conditions', { title: 'x', state: 'lost' }, ['not /state']],
    ['lengths in characters', { title: '😀'.repeat(41) }, ['maxLength /title']],
  ])('%s', (_name, value, want) => {
    expect(faults('add-book', value)).toEqual(want);
  });

  test('a recursive shelf', () => {
    expect(
      faults('read-shelf', { name: 'a', books: [BOOK], parent: { name: 'b', books: [{}], door: 1 }, size: [1, 'm', 2], count: 2 ** 31 }),
    ).toEqual([
      'required /parent/books/0/title',
      'required /parent/books/0/id',
      'dependentRequired /parent/key',
      'enum /size/1',
      'false /size/2',
      'format /count',
    ]);
  });
});

test('what the server owns is required of answers, not of requests', () => {
  expect(faults('add-book', { title: 'x' })).toEqual([]);
  expect(faults('read-shelf', { name: 'a', books: [{ title: 'x' }] })).toEqual(['required /books/0/id']);
});

test('both agree on any value', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => void faults('add-book', value as Json)));
});

/** A right book with one member replaced by anything, some of it nearly right. */
const nearlyBook = fc
  .record({
    name: fc.constantFrom(
      'title',
      'isbn',
      'pages',
      'price',
      'published',
      'link',
      'tags',
      'author',
      'note',
      'sequel',
      'extra',
      'medium',
      'state',
      'other',
    ),
    value: fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom(
        '',
        'x',
        '2024-02-29',
        '9780441013593',
        1,
        0.1,
        0.07,
        1e308,
        -1,
        5001,
        null,
        'lent',
        'lost',
        [],
        ['old'],
        ['old', 'old'],
      ),
      fc.record(
        {
          kind: fc.constantFrom('person', 'group'),
          name: fc.constantFrom('a', 1),
          members: fc.array(fc.constantFrom('a', 1), { maxLength: 2 }),
        },
        { requiredKeys: [] },
      ),
      fc.record({ of: fc.constantFrom('Paper', 'audio', 'Sound', 'stone'), minutes: fc.constantFrom(1, 'x') }, { requiredKeys: [] }),
      fc.dictionary(fc.constantFrom('n', 'na', 'long'), fc.constantFrom(1, 'x')),
    ),
  })
  .map(({ name, value }) => ({ ...BOOK, [name]: value as Json }));

test('both agree on values that are nearly right', () => {
  fc.assert(
    fc.property(
      nearlyBook,
      fc.boolean(),
      (book, inside) => void (inside ? faults('read-shelf', { name: 'a', books: [book] }) : faults('add-book', book)),
    ),
    { numRuns: 500 },
  );
});
