/** What was created is listed, however a contract wraps its lists. */
import { expect, test } from 'vitest';
import { jarShop } from './jar-shop.ts';

const object = (properties: string, required = ''): string => `{ type: object, required: [${required}], properties: { ${properties} } }`;

/** How a contract declares its list, and where the jars are to be found in it. */
const envelopes: readonly (readonly [name: string, list: string, jars: (page: never) => unknown])[] = [
  ['a bare array', 'JARS', (page) => page],
  ['an array or null', "{ type: [array, 'null'], items: { $ref: '#/components/schemas/Jar' } }", (page) => page],
  ['items beside facets', object('items: JARS, facets: { type: object }'), ({ items }) => items],
  [
    'items beside counts in snake case',
    object('items: JARS, total_results: { type: integer }, start_index: { type: integer }, items_per_page: { type: integer }'),
    ({ items }) => items,
  ],
  [
    'embedded, with links',
    object(
      `_embedded: ${object('jars: JARS')}, _links: ${object('self: { type: object, properties: { href: { type: string } } }')}, page: ${object('number: { type: integer }, totalElements: { type: integer }')}`,
    ),
    ({ _embedded: { jars } }: never) => jars,
  ],
  [
    'content of pages',
    object('content: JARS, totalPages: { type: integer }, number: { type: integer }, last: { type: boolean }'),
    ({ content }) => content,
  ],
  ["OData's value", object("'@odata.context': { type: string }, '@odata.count': { type: integer }, value: JARS"), ({ value }) => value],
  [
    'two deep beside success',
    object(`success: { type: boolean }, data: ${object('jars: JARS, total: { type: integer }')}`),
    ({ data: { jars } }: never) => jars,
  ],
  [
    'a list of a kind',
    object(
      `apiVersion: { type: string }, kind: { type: string }, metadata: ${object('continue: { type: string }, remainingItemCount: { type: integer }')}, items: JARS`,
      'items',
    ),
    ({ items }) => items,
  ],
  ['beside a status', object('jars: JARS, status: { type: string }, requestId: { type: string }', 'jars, status'), ({ jars }) => jars],
  [
    'entries before a marker',
    object("entries: JARS, limit: { type: integer }, next_marker: { type: [string, 'null'] }"),
    ({ entries }) => entries,
  ],
  [
    'another array of other things beside it',
    object('tags: { type: array, items: { type: object, properties: { word: { type: string } } } }, stock: JARS'),
    ({ stock }) => stock,
  ],
  [
    'nodes of edges',
    object(
      "edges: { type: array, items: { type: object, properties: { cursor: { type: string }, node: { $ref: '#/components/schemas/Jar' } } } }, pageInfo: { type: object, properties: { hasNextPage: { type: boolean }, endCursor: { type: string } } }",
    ),
    ({ edges }: { edges: { node: unknown }[] }) => edges.map(({ node }) => node),
  ],
  ['parts put together', `{ allOf: [${object('total: { type: integer }')}, ${object('results: JARS')}] }`, ({ results }) => results],
  [
    'either a list or a fault',
    `{ oneOf: [${object('jars: JARS', 'jars')}, ${object('fault: { type: string }', 'fault')}] }`,
    ({ jars }) => jars,
  ],
];

test.each(envelopes)('lists what was created in %s, in order of creation', async (_, list, jars) => {
  const { make, get } = jarShop({ list });
  const made = await make({ label: 'plum' }, { label: 'quince', size: 3 }, { label: 'apple' });
  expect(jars((await get('')) as never)).toEqual(made);
});

test('finds the list by its example where the schema says nothing', async () => {
  const { make, get } = jarShop({ list: '{}', example: '{ total: 1, stock: { shelf: 4, jars: [{ id: first, label: fig }] } }' });
  const [plum] = await make({ label: 'plum' });
  expect(await get('')).toEqual({ total: 2, stock: { shelf: 4, jars: [{ id: 'first', label: 'fig' }, plum] } });
});

test('keeps what else a published list says, and makes it once where none is published', async () => {
  const published = jarShop({
    list: object('jars: JARS, source: { type: string }, count: { type: integer }'),
    example: '{ source: the cellar, count: 1, jars: [{ id: first, label: fig }] }',
  });
  await published.make({ label: 'plum' });
  expect(await published.get('')).toMatchObject({ source: 'the cellar', count: 2 });
  const { make, get } = jarShop({ list: object('jars: JARS, requestId: { type: string }', 'jars, requestId') });
  await make({ label: 'plum' });
  const [one, other] = [await get(''), await get('')];
  expect(one.requestId).toEqual(expect.any(String));
  expect(other).toEqual(one);
});

test('a published item that was changed keeps its place, and one that was deleted is gone', async () => {
  const { make, get, send } = jarShop({ example: '[{ id: a, label: fig }, { id: b, label: date }, { id: c, label: lime }]' });
  const [plum] = await make({ label: 'plum' });
  await send('PUT', '/shop/jars/b', { label: 'dates' });
  await send('DELETE', '/shop/jars/c');
  expect(await get('')).toEqual([{ id: 'a', label: 'fig' }, { id: 'b', label: 'dates' }, plum]);
  await send('PUT', `/shop/jars/${plum?.id}`, { label: 'plums' });
  const [quince] = await make({ label: 'quince' });
  expect(await get('')).toEqual([{ id: 'a', label: 'fig' }, { id: 'b', label: 'dates' }, { id: plum?.id, label: 'plums' }, quince]);
});

test('a number keeps the form in which it was sent', async () => {
  const { send, request } = jarShop({ members: 'weight: { type: number }' });
  await send('POST', '/shop/jars', '{"label":"plum","weight":1.50}');
  expect(await (await request('/shop/jars')).text()).toContain('"weight":1.50');
});

test('a list of ids shows the published ones, then those of what was created', async () => {
  const { make, get } = jarShop({
    list: '{ type: object, properties: { jars: { type: array, items: { type: string } }, count: { type: integer } } }',
    example: '{ jars: [first, second], count: 2 }',
  });
  expect(await get('')).toEqual({ jars: ['first', 'second'], count: 2 });
  const [plum] = await make({ label: 'plum' });
  expect(await get('')).toEqual({ jars: ['first', 'second', plum?.id], count: 3 });
});
