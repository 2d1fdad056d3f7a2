/** A list of a plain JSON API is searched by whatever its parameters can only mean. */
import { describe, expect, test } from 'vitest';
import { jarShop } from './jar-shop.ts';

const query = (name: string, schema = 'type: string'): string => `{ name: '${name}', in: query, schema: { ${schema} } }`;
const members = [
  'status: { type: string, enum: [full, empty, lost] }',
  'weight: { type: number }',
  'filled: { type: boolean }',
  'tags: { type: array, items: { type: string } }',
  'createdAt: { type: string, format: date-time }',
  'bestBefore: { type: string, format: date }',
  'shelf_id: { type: string, format: uuid }',
  'maker: { type: object, properties: { id: { type: string }, town: { type: string } } }',
  'jarColour: { type: string }',
].join(', ');
const [one, two] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
const stock = [
  {
    label: 'Plum jam',
    status: 'full',
    weight: 1.5,
    filled: true,
    tags: ['sweet', 'red'],
    createdAt: '2026-03-01T09:00:00Z',
    bestBefore: '2027-01-01',
    shelf_id: one,
    maker: { id: 'm1', town: 'Leeds' },
    jarColour: 'blue',
  },
  {
    label: 'Quince',
    status: 'empty',
    weight: 2,
    filled: false,
    tags: ['sour'],
    createdAt: '2026-03-02T23:30:00+01:00',
    bestBefore: '2027-02-01',
    shelf_id: two,
    maker: { id: 'm2', town: 'York' },
    jarColour: 'Blue',
  },
  {
    label: 'Crème de marrons',
    status: 'lost',
    weight: 0.5,
    tags: [],
    createdAt: '2026-04-01T00:00:00Z',
    bestBefore: '2027-02-01',
    jarColour: 'green',
  },
];

async function found(parameters: readonly string[], asked: string): Promise<readonly string[]> {
  const { make, get } = jarShop({
    members,
    parameters: `[${parameters.join(', ')}]`,
    list: '{ type: object, properties: { jars: JARS, total: { type: integer } } }',
  });
  await make(...stock);
  const { jars, total } = await get(`?${asked}`);
  expect(total).toBe(jars.length);
  return jars.map(({ label }: { label: string }) => label.slice(0, 1));
}

describe('equality', () => {
  test.each([
    [query('status'), 'status=full', ['P']],
    [query('status'), 'status=FULL', []],
    [query('status'), 'status=full,lost', ['P', 'C']],
    [query('status', 'type: array, items: { type: string }'), 'status=full&status=empty', ['P', 'Q']],
    [query('label'), 'label=plum%20jam', ['P']],
    [query('label'), 'label=creme%20de%20marrons', ['C']],
    [query('label'), 'label=Plum*', ['P']],
    [query('weight', 'type: number'), 'weight=2', ['Q']],
    [query('filled', 'type: boolean'), 'filled=false', ['Q']],
    [query('tags', 'type: array, items: { type: string }'), 'tags=red&tags=sour', ['P', 'Q']],
    [query('tag'), 'tag=sour', ['Q']],
    [query('shelfId'), `shelfId=${two}`, ['Q']],
    [query('shelf-id'), `shelf-id=${one}`, ['P']],
    [query('makerId'), 'makerId=m1', ['P']],
    [query('maker'), 'maker=m2', ['Q']],
    [query('maker.town'), 'maker.town=york', ['Q']],
    [query('filter[status]'), 'filter[status]=lost', ['C']],
    [
      `{ name: filter, in: query, style: deepObject, explode: true, schema: { type: object, properties: { status: { type: string }, colour: { type: string } } } }`,
      'filter[status]=full&filter[colour]=blue',
      ['P'],
    ],
    [query('colour'), 'colour=blue', ['P', 'Q']],
    [query('ids', 'type: array, items: { type: string }'), 'ids=nobody', []],
    [query('status'), 'status=', ['P', 'Q', 'C']],
  ])('%s, %s', async (parameter, asked, labels) => {
    expect(await found([parameter], asked)).toEqual(labels);
  });
});

describe('bounds', () => {
  const pair = (from: string, to: string, schema = 'type: string, format: date'): readonly string[] => [
    query(from, schema),
    query(to, schema),
  ];
  test.each([
    [pair('createdAfter', 'createdBefore'), 'createdAfter=2026-03-01', ['P', 'Q', 'C']],
    [pair('created_from', 'created_to'), 'created_from=2026-03-02&created_to=2026-03-02', ['Q']],
    [
      pair('createdAfter', 'createdBefore', 'type: string, format: date-time'),
      'createdAfter=2026-03-01T09:00:00Z&createdBefore=2026-03-02T22:30:00Z',
      [],
    ],
    [pair('from', 'to'), 'from=2026-03-02&to=2026-03-31', ['Q']],
    [pair('startDate', 'endDate'), 'startDate=2026-03-01&endDate=2026-03-01', ['P']],
    [pair('bestBeforeFrom', 'bestBeforeTo'), 'bestBeforeFrom=2027-01-02', ['Q', 'C']],
    [pair('minWeight', 'maxWeight', 'type: number'), 'minWeight=1.5', ['P', 'Q']],
    [pair('weight_min', 'weight_max', 'type: number'), 'weight_min=1&weight_max=1.9', ['P']],
    [pair('weight[gte]', 'weight[lt]', 'type: number'), 'weight[gte]=0.5&weight[lt]=2', ['P', 'C']],
    [[query('created_since', 'type: string, format: date-time')], 'created_since=2026-03-02T22:30:00Z', ['Q', 'C']],
    [[query('createdAt', 'type: string, format: date')], 'createdAt=2026-03-02', ['Q']],
    [[query('bestBefore', 'type: string, format: date')], 'bestBefore=2027-02-01', ['Q', 'C']],
  ])('%j, %s', async (parameters, asked, labels) => {
    expect(await found(parameters, asked)).toEqual(labels);
  });
});

test('free text is looked for in every text of an item, all of its words', async () => {
  expect(await found([query('q')], 'q=JAM')).toEqual(['P']);
  expect(await found([query('search')], 'search=creme%20green')).toEqual(['C']);
  expect(await found([query('q')], 'q=plum%20york')).toEqual([]);
});

describe('order', () => {
  test.each([
    [[query('sort')], 'sort=weight', ['C', 'P', 'Q']],
    [[query('sort')], 'sort=-createdAt', ['C', 'Q', 'P']],
    [[query('sort')], 'sort=bestBefore,-weight', ['P', 'Q', 'C']],
    [[query('sort')], 'sort=label,desc', ['Q', 'P', 'C']],
    // The first time that a member is named is the one that counts, however often it is.
    [[query('sort')], `sort=${'weight,-weight,'.repeat(20)}weight`, ['C', 'P', 'Q']],
    [[query('sort')], 'sort=label:desc', ['Q', 'P', 'C']],
    [[query('sort_by'), query('order', 'type: string, enum: [asc, desc]')], 'sort_by=weight&order=desc', ['Q', 'P', 'C']],
    [[query('$orderby')], '$orderby=weight%20desc', ['Q', 'P', 'C']],
    [[query('sort')], 'sort=colourOfLid', ['P', 'Q', 'C']],
  ])('%j, %s', async (parameters, asked, labels) => {
    expect(await found(parameters, asked)).toEqual(labels);
  });
});

test('a search goes on over changes and deletions', async () => {
  const { make, get, send } = jarShop({ members, parameters: `[${query('status')}]` });
  const [plum, quince] = await make(...stock);
  await send('PUT', `/shop/jars/${plum?.id}`, { ...stock[0], status: 'empty' });
  expect(await get('?status=full')).toEqual([]);
  expect((await get('?status=empty')).map(({ id }: { id: string }) => id)).toEqual([plum?.id, quince?.id]);
  await send('DELETE', `/shop/jars/${quince?.id}`);
  expect((await get('?status=empty')).map(({ id }: { id: string }) => id)).toEqual([plum?.id]);
});
