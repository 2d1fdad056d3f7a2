/** Long lists are cut into pages: each item stands on one of them, and the last says that it is the last. */
import { describe, expect, test } from 'vitest';
import { jarShop } from './jar-shop.ts';

const integer = (name: string, more = ''): string => `{ name: ${name}, in: query, schema: { type: integer${more} } }`;
const text = (name: string, more = ''): string => `{ name: ${name}, in: query, schema: { type: string${more} } }`;
const jars = (count: number): readonly object[] => Array.from({ length: count }, (_, i) => ({ label: `jar ${i}` }));
const labels = (items: readonly { readonly label: string }[]): readonly string[] => items.map(({ label }) => label);
const all = (count: number): readonly string[] => jars(count).map((_, i) => `jar ${i}`);

describe('what leads from page to page', () => {
  const ways: readonly (readonly [name: string, list: string, parameters: string, next: (page: never) => string | null | undefined])[] = [
    [
      'a link',
      '{ type: object, properties: { items: JARS, next: { type: string, format: uri } } }',
      `[${integer('limit')}, ${integer('offset')}]`,
      ({ next }) => next,
    ],
    [
      'a link in links',
      '{ type: object, properties: { items: JARS, links: { type: object, properties: { next: { type: string } } } } }',
      `[${integer('per_page')}, ${integer('page')}]`,
      ({ links }: { links: { next: string } }) => links.next,
    ],
    [
      'a link with an address',
      '{ type: object, properties: { items: JARS, _links: { type: object, properties: { next: { type: object, properties: { href: { type: string } } } } } } }',
      `[${integer('size')}, ${integer('page', ', default: 0')}]`,
      ({ _links: { next } }: { _links: { next?: { href: string } } }) => next?.href,
    ],
    [
      'a list of links',
      '{ type: object, properties: { items: JARS, links: { type: array, items: { type: object, properties: { rel: { type: string }, href: { type: string } } } } } }',
      `[${integer('limit')}]`,
      ({ links }: { links: { rel: string; href: string }[] }) => links.find(({ rel }) => rel === 'next')?.href,
    ],
    [
      'a link, with a cursor of hexadecimal digits',
      "{ type: object, properties: { items: JARS, next: { type: [string, 'null'], example: 'https://shop.example/jars?cursor=00ff' } } }",
      `[${integer('limit')}, ${text('cursor', ", pattern: '^[0-9a-f]{16}$'")}]`,
      ({ next }) => next,
    ],
  ];
  test.each(ways)('%s: every item once, in order, and an end', async (_, list, parameters, next) => {
    const { make, get } = jarShop({ list, parameters });
    await make(...jars(5));
    const size = /name: (limit|per_page|size)/.exec(parameters)?.[1];
    const seen: string[] = [];
    let at: string | null | undefined = `?${size}=2`;
    for (let pages = 0; at; pages++) {
      expect(pages).toBeLessThan(3);
      const page = await get(at);
      seen.push(...labels(page.items));
      at = next(page as never);
    }
    expect(seen).toEqual(all(5));
  });

  const cursors: readonly (readonly [name: string, schema: string])[] = [
    ['any text', ''],
    ['hexadecimal digits', ", pattern: '^[0-9a-f]{8,64}$'"],
    ['a UUID', ', format: uuid'],
    ['digits', ", pattern: '^[0-9]+$'"],
    ['letters of a pattern', ", pattern: '^[A-Z]{3}-[A-Z]{5}$'"],
    ['ten characters at most', ', maxLength: 10'],
  ];
  test.each(cursors)('a cursor that is %s', async (_, schema) => {
    const { make, get } = jarShop({
      list: "{ type: object, properties: { jars: JARS, nextCursor: { type: [string, 'null'] } } }",
      parameters: `[${integer('limit')}, ${text('cursor', schema)}]`,
    });
    await make(...jars(5));
    const first = await get('?limit=2');
    const second = await get(`?limit=2&cursor=${encodeURIComponent(first.nextCursor)}`);
    const third = await get(`?limit=2&cursor=${encodeURIComponent(second.nextCursor)}`);
    expect([first, second, third].flatMap((page) => labels(page.jars))).toEqual(all(5));
    expect(third.nextCursor).toBeNull();
  });

  test('the id of the last item that a client has seen', async () => {
    const { make, get } = jarShop({
      list: '{ type: object, properties: { data: JARS, has_more: { type: boolean } } }',
      parameters: `[${integer('limit')}, ${text('starting_after')}]`,
    });
    const made = await make(...jars(3));
    expect(await get('?limit=2')).toEqual({ data: made.slice(0, 2), has_more: true });
    expect(await get(`?limit=2&starting_after=${made[1]?.id}`)).toEqual({ data: made.slice(2), has_more: false });
  });

  test('a Link header, where the body has no room for it', async () => {
    const { make, request } = jarShop({ parameters: `[${integer('limit')}, ${integer('page')}]` });
    await make(...jars(3));
    const first = await request('/shop/jars?limit=2');
    const next = /<([^>]*)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    const last = await request(next);
    expect(labels(await last.json())).toEqual(['jar 2']);
    expect(last.headers.get('link') ?? '').not.toContain('next');
  });

  test('headers that the contract documents', async () => {
    const { make, request } = jarShop({ parameters: `[${integer('limit')}]`, headers: '{ X-Total-Count: { schema: { type: integer } } }' });
    await make(...jars(3));
    expect((await request('/shop/jars?limit=2')).headers.get('x-total-count')).toBe('3');
  });
});

test('the first answer is a page already, where the contract pages', async () => {
  const list = '{ type: object, properties: { jars: JARS, total: { type: integer }, next: { type: string, format: uri } } }';
  const { make, get } = jarShop({ list, parameters: `[${integer('limit', ', default: 3')}, ${integer('offset')}]` });
  await make(...jars(5));
  const page = await get('');
  expect(labels(page.jars)).toEqual(all(3));
  expect(page.total).toBe(5);
  expect(labels((await get(page.next)).jars)).toEqual(['jar 3', 'jar 4']);
});

test('numbers tell the truth of the page that is shown', async () => {
  const list =
    '{ type: object, properties: { content: JARS, totalElements: { type: integer }, totalPages: { type: integer }, number: { type: integer }, size: { type: integer }, numberOfElements: { type: integer }, first: { type: boolean }, last: { type: boolean }, empty: { type: boolean } } }';
  const { make, get } = jarShop({
    list,
    parameters: `[${integer('size')}, ${integer('page', ', minimum: 0')}]`,
    members: 'note: { type: string }',
  });
  await make(...jars(5));
  const { content, ...told } = await get('?size=2&page=2');
  expect(labels(content)).toEqual(['jar 4']);
  expect(told).toEqual({
    totalElements: 5,
    totalPages: 3,
    number: 2,
    size: 2,
    numberOfElements: 1,
    first: false,
    last: true,
    empty: false,
  });
});

test('a page beyond the end is empty', async () => {
  const { make, get } = jarShop({
    list: '{ type: object, properties: { jars: JARS, total: { type: integer } } }',
    parameters: `[${integer('page')}]`,
    example: '{ jars: [{ id: a, label: fig }], total: 1 }',
  });
  expect(await get('?page=50')).toEqual({ jars: [], total: 1 });
  await make(...jars(2));
  expect(await get('?page=50')).toEqual({ jars: [], total: 3 });
});

test('size and number may be the members of one parameter', async () => {
  const { make, get } = jarShop({
    list: '{ type: object, properties: { data: JARS, links: { type: object, properties: { next: { type: [string, "null"] } } } } }',
    parameters:
      '[{ name: page, in: query, style: deepObject, explode: true, schema: { type: object, properties: { number: { type: integer }, size: { type: integer } } } }]',
  });
  await make(...jars(3));
  const first = await get('?page[size]=2');
  expect(labels(first.data)).toEqual(['jar 0', 'jar 1']);
  const last = await get(first.links.next);
  expect(labels(last.data)).toEqual(['jar 2']);
  expect(last.links.next).toBeNull();
});

test('a page of nothing has no next page, and a size below nothing is refused', async () => {
  const list =
    '{ type: object, properties: { jars: JARS, total: { type: integer }, links: { type: object, properties: { self: { type: string }, next: { type: string }, last: { type: string } } } } }';
  const { make, request } = jarShop({ list, parameters: `[${integer('limit')}, ${integer('page')}]` });
  await make(...jars(3));
  const none = await request('/shop/jars?limit=0&page=1');
  expect(none.status).toBe(200);
  const body = await none.json();
  expect(body).toMatchObject({ jars: [], total: 3 });
  expect(body.links).not.toHaveProperty('next');
  expect(JSON.stringify(body)).not.toMatch(/NaN|Infinity/);
  expect((await request('/shop/jars?limit=-1')).status).toBe(400);
  expect((await request('/shop/jars?page=-1')).status).toBe(400);
});

test('links keep what else was asked, each value as it was sent', async () => {
  const list = '{ type: object, properties: { jars: JARS, next: { type: string, format: uri } } }';
  const { make, get } = jarShop({
    list,
    parameters: `[${integer('limit')}, ${integer('page')}, { name: label, in: query, schema: { type: array, items: { type: string } } }]`,
  });
  await make({ label: 'a&b' }, { label: 'c' }, { label: 'a&b' });
  const page = await get('?label=a%26b&limit=1');
  expect(page.next).toContain('label=a%26b');
  expect(labels((await get(page.next)).jars)).toEqual(['a&b']);
});

test('a word of paging that the items have as a member is a filter', async () => {
  const { make, get } = jarShop({
    members: 'size: { type: integer }, limit: { type: integer }',
    parameters: `[${integer('size')}, ${integer('limit')}]`,
  });
  await make({ label: 'a', size: 1, limit: 5 }, { label: 'b', size: 2, limit: 5 }, { label: 'c', size: 2, limit: 6 });
  expect(labels(await get('?size=2'))).toEqual(['b', 'c']);
  expect(labels(await get('?size=2&limit=5'))).toEqual(['b']);
});

test('a cursor that nobody gave out is refused, but for the one that the contract shows', async () => {
  const { make, request } = jarShop({
    list: '{ type: object, properties: { jars: JARS, next_token: { type: string } } }',
    parameters: `[${integer('limit')}, { name: next_token, in: query, schema: { type: string }, example: 2022_abc }]`,
  });
  await make(...jars(1));
  expect((await request('/shop/jars?next_token=nonsense')).status).toBe(400);
  expect(labels((await (await request('/shop/jars?next_token=2022_abc')).json()).jars)).toEqual(['jar 0']);
});

test('a list that its contract never cuts has everything, up to a thousand, and then says where the rest is', async () => {
  const { make, request } = jarShop();
  await make(...jars(1_010));
  const first = await request('/shop/jars');
  expect(await first.json()).toHaveLength(1_000);
  const next = /<([^>]*)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
  expect(labels(await (await request(next)).json())).toEqual(all(1_010).slice(1_000));
});
