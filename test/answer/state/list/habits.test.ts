/** Pages tell the truth in the words of many APIs: how many there are, which these are, and what leads on. */
import { expect, test } from 'vitest';
import { jarShop } from './jar-shop.ts';

const text = '{ type: string }';
const whole = '{ type: integer }';
const flag = '{ type: boolean }';
const maybe = "{ type: [string, 'null'] }";
const object = (properties: string): string => `{ type: object, properties: { ${properties} } }`;
const query = (name: string, schema: string): string => `{ name: '${name}', in: query, schema: ${schema} }`;
const a = { label: 'a', id: expect.any(String) };
const b = { label: 'b', id: expect.any(String) };
const c = { label: 'c', id: expect.any(String) };
const url = (end: string) => `http://sandbox.test/shop/jars?${end}`;
const token = expect.stringMatching(/^[\w-]+$/);

const habits: readonly (readonly [name: string, list: string, parameters: readonly string[], asked: string, page: unknown])[] = [
  [
    'a token',
    object(`jars: JARS, nextPageToken: ${text}`),
    [query('pageSize', whole), query('pageToken', text)],
    'pageSize=2',
    { jars: [a, b], nextPageToken: token },
  ],
  [
    'a cursor in metadata',
    object(`ok: ${flag}, jars: JARS, response_metadata: ${object(`next_cursor: ${text}`)}`),
    [query('limit', whole), query('cursor', text)],
    'limit=2',
    { ok: expect.any(Boolean), jars: [a, b], response_metadata: { next_cursor: token } },
  ],
  [
    'a cursor and its link',
    object(`results: JARS, paging: ${object(`next: ${object(`after: ${text}, link: ${text}`)}`)}`),
    [query('limit', whole), query('after', text)],
    'limit=2',
    { results: [a, b], paging: { next: { after: token, link: expect.stringContaining('/shop/jars?limit=2&after=') } } },
  ],
  [
    'where it starts',
    object(`startAt: ${whole}, maxResults: ${whole}, total: ${whole}, issues: JARS`),
    [query('startAt', whole), query('maxResults', whole)],
    'maxResults=2&startAt=2',
    { startAt: 2, maxResults: 2, total: 3, issues: [c] },
  ],
  [
    'hits with a source',
    object(
      `hits: ${object(`total: ${object(`value: ${whole}, relation: ${text}`)}, hits: { type: array, items: ${object(`_id: ${text}, _source: { $ref: '#/components/schemas/Jar' }`)} }`)}`,
    ),
    [query('from', whole), query('size', whole)],
    'size=1&from=2',
    { hits: { total: { value: 3, relation: 'eq' }, hits: [{ _id: expect.any(String), _source: c }] } },
  ],
  [
    'rows counted from one',
    object(`totalResults: ${whole}, startIndex: ${whole}, itemsPerPage: ${whole}, Resources: JARS`),
    [query('startIndex', '{ type: integer, minimum: 1, default: 1 }'), query('count', whole)],
    'count=2&startIndex=3',
    { totalResults: 3, startIndex: 3, itemsPerPage: 2, Resources: [c] },
  ],
  [
    'a link in an annotation',
    object(`'@odata.count': ${whole}, '@odata.nextLink': ${text}, value: JARS`),
    [query('$top', whole), query('$skip', whole)],
    '$top=2',
    { '@odata.count': 3, '@odata.nextLink': url('$top=2&%24skip=2'), value: [a, b] },
  ],
  [
    'links and numbers apart',
    object(
      `data: JARS, links: ${object(`first: ${text}, last: ${text}, prev: ${maybe}, next: ${maybe}`)}, meta: ${object(`current_page: ${whole}, from: ${whole}, last_page: ${whole}, per_page: ${whole}, to: ${whole}, total: ${whole}`)}`,
    ),
    [query('page', whole), query('per_page', whole)],
    'per_page=2&page=2',
    {
      data: [c],
      links: { first: url('per_page=2&page=1'), last: url('per_page=2&page=2'), prev: url('per_page=2&page=1'), next: null },
      meta: { current_page: 2, from: 3, last_page: 2, per_page: 2, to: 3, total: 3 },
    },
  ],
  [
    'whether it is cut',
    object(`Contents: JARS, IsTruncated: ${flag}, NextMarker: ${text}, Marker: ${text}, MaxKeys: ${whole}`),
    [query('max-keys', whole), query('marker', text)],
    'max-keys=2',
    { Contents: [a, b], IsTruncated: true, NextMarker: token, MaxKeys: 2 },
  ],
  [
    'edges',
    object(
      `edges: { type: array, items: ${object(`cursor: ${text}, node: { $ref: '#/components/schemas/Jar' }`)} }, pageInfo: ${object(`hasNextPage: ${flag}, hasPreviousPage: ${flag}, endCursor: ${maybe}`)}, totalCount: ${whole}`,
    ),
    [query('first', whole), query('after', text)],
    'first=2',
    {
      edges: [
        { cursor: token, node: a },
        { cursor: token, node: b },
      ],
      pageInfo: { hasNextPage: true, hasPreviousPage: false, endCursor: token },
      totalCount: 3,
    },
  ],
  [
    'both ways',
    object(`items: JARS, paging: ${object(`next: ${text}, previous: ${text}`)}`),
    [query('limit', whole), query('page', whole)],
    'limit=2',
    { items: [a, b], paging: { next: url('limit=2&page=2') } },
  ],
  [
    'ids of the first and the last',
    object(`data: JARS, first_id: ${maybe}, last_id: ${maybe}, has_more: ${flag}`),
    [query('limit', whole), query('after_id', text)],
    'limit=2',
    { data: [a, b], first_id: expect.any(String), last_id: expect.any(String), has_more: true },
  ],
  [
    'numbers in a pager',
    object(`result: ${object(`jar_list: JARS, pager: ${object(`total_count: ${whole}`)}`)}`),
    [],
    '',
    { result: { jar_list: [a, b, c], pager: { total_count: 3 } } },
  ],
  ['what was asked', object(`colour: ${text}, jars: JARS`), [query('colour', text)], 'colour=', { jars: [a, b, c], colour: '' }],
];

test.each(habits)('%s', async (_, list, parameters, asked, page) => {
  const { make, get } = jarShop({ list, parameters: `[${parameters.join(', ')}]`, members: 'weight: { type: number }' });
  await make({ label: 'a' }, { label: 'b' }, { label: 'c' });
  expect(await get(`?${asked}`)).toEqual(page);
});
