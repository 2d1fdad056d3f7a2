/** What stands below something belongs to it: every parent is looked up, and no row shows below another. */
import { expect, test } from 'vitest';
import { answers, contractOf, fault, takes } from '../../gateway/small-contract.ts';
import { sandboxOf } from '../../sandbox.ts';

const text = { type: 'string' };
const row = { type: 'object', required: ['name'], properties: { id: { type: 'string', readOnly: true }, name: text } };
const parameter = (name: string): object => ({ name, in: 'path', required: true, schema: text });
const names = ['libraryId', 'floorId', 'bookId'];
const paths = ['/libraries', '/libraries/{libraryId}/floors', '/libraries/{libraryId}/floors/{floorId}/books'];

/** Libraries with floors with books, each made, listed, read and deleted. */
const library = contractOf(
  Object.fromEntries(
    paths.flatMap((path, level) => {
      const above = names.slice(0, level).map(parameter);
      return [
        [
          path,
          {
            parameters: above,
            post: { requestBody: takes(row), responses: { 201: answers(row), 404: fault } },
            get: { responses: { 200: answers({ type: 'array', items: row }), 404: fault } },
          },
        ],
        [
          `${path}/{${names[level]}}`,
          {
            parameters: [...above, parameter(names[level] ?? '')],
            get: { responses: { 200: answers(row), 404: fault } },
            delete: { responses: { 204: { description: 'Gone' }, 404: fault } },
          },
        ],
      ];
    }),
  ),
);

async function shelved(): Promise<{
  sandbox: ReturnType<typeof sandboxOf>;
  make: (path: string, name: string) => Promise<string>;
  a: string;
  b: string;
  floor: string;
}> {
  const sandbox = sandboxOf(library);
  const make = async (path: string, name: string): Promise<string> => {
    const made = await sandbox.send('POST', `/small${path}`, { name });
    expect(made.status).toBe(201);
    return (await made.json()).id;
  };
  const a = await make('/libraries', 'A');
  const b = await make('/libraries', 'B');
  return { sandbox, make, a, b, floor: await make(`/libraries/${a}/floors`, 'first') };
}

test('nothing is made below a parent that is missing at any level, and the answer names the one that is', async () => {
  const { sandbox, a, floor } = await shelved();
  for (const [path, missing] of [
    [`/libraries/none/floors`, 'libraryId'],
    [`/libraries/none/floors/${floor}/books`, 'libraryId'],
    [`/libraries/${a}/floors/none/books`, 'floorId'],
  ] as const) {
    const made = await sandbox.send('POST', `/small${path}`, { name: 'x' });
    expect(made.status, `at ${path}`).toBe(404);
    expect(JSON.stringify(await made.json()), `at ${path}`).toContain(missing);
  }
});

test('what stood below a deleted parent is gone with it', async () => {
  const { sandbox, make, a, b, floor } = await shelved();
  const book = await make(`/libraries/${a}/floors/${floor}/books`, 'Emma');
  const other = await make(`/libraries/${b}/floors`, 'other');
  expect((await sandbox.send('DELETE', `/small/libraries/${a}`)).status).toBe(204);
  for (const path of [`/libraries/${a}/floors`, `/libraries/${a}/floors/${floor}`, `/libraries/${a}/floors/${floor}/books/${book}`])
    expect((await sandbox.request(`/small${path}`)).status, `at ${path}`).toBe(404);
  expect((await sandbox.request(`/small/libraries/${b}/floors/${other}`)).status).toBe(200);
});

test('equal names below two parents are two rows, and deleting one leaves the other', async () => {
  const { sandbox, make, a, b } = await shelved();
  const mine = await make(`/libraries/${a}/floors`, 'attic');
  const theirs = await make(`/libraries/${b}/floors`, 'attic');
  expect(mine).not.toBe(theirs);
  expect((await sandbox.send('DELETE', `/small/libraries/${a}/floors/${mine}`)).status).toBe(204);
  expect(await (await sandbox.request(`/small/libraries/${b}/floors`)).json()).toEqual([{ id: theirs, name: 'attic' }]);
});

test('keys of clients may repeat below different parents', async () => {
  const keyed = { type: 'object', required: ['slug'], properties: { slug: text } };
  const { send, request } = sandboxOf(
    contractOf({
      '/teams/{team}/rooms': {
        parameters: [parameter('team')],
        post: { requestBody: takes(keyed), responses: { 201: answers(keyed), 409: fault } },
        get: { responses: { 200: answers({ type: 'array', items: keyed }) } },
      },
      '/teams/{team}/rooms/{slug}': {
        parameters: [parameter('team'), parameter('slug')],
        get: { responses: { 200: answers(keyed), 404: fault } },
      },
    }),
  );
  for (const team of ['red', 'blue']) expect((await send('POST', `/small/teams/${team}/rooms`, { slug: 'main' })).status).toBe(201);
  expect((await send('POST', '/small/teams/red/rooms', { slug: 'main' })).status).toBe(409);
  expect(await (await request('/small/teams/blue/rooms')).json()).toEqual([{ slug: 'main' }]);
});

test('an untouched collection shows one item, the same in list and read', async () => {
  const tall = {
    type: 'object',
    required: ['id', 'height'],
    properties: { id: text, height: { type: 'integer', minimum: 1, maximum: 9_999 } },
  };
  const { request } = sandboxOf(
    contractOf({
      '/towers': { get: { responses: { 200: answers({ type: 'array', items: tall }) } } },
      '/towers/{id}': { get: { parameters: [parameter('id')], responses: { 200: answers(tall), 404: fault } } },
    }),
  );
  for (const tower of await (await request('/small/towers')).json())
    expect(await (await request(`/small/towers/${encodeURIComponent(tower.id)}`)).json()).toEqual(tower);
});

test('a POST that answers a list is a search, and leaves nothing behind', async () => {
  const parcel = { type: 'object', required: ['id'], properties: { id: text, to: text } };
  const { send, request } = sandboxOf(
    contractOf({
      '/parcels': {
        post: {
          requestBody: takes({ type: 'object', properties: { to: text } }),
          responses: { 200: answers({ type: 'array', items: parcel }) },
        },
      },
      '/parcels/{id}': {
        get: { parameters: [parameter('id')], responses: { 200: answers(parcel, { example: { id: 'A1', to: 'house' } }), 404: fault } },
      },
    }),
  );
  const before = await (await request('/small/parcels/A1')).text();
  const found = await send('POST', '/small/parcels', { to: 'house' });
  expect(found.status).toBe(200);
  expect(found.headers.has('location')).toBe(false);
  expect(Array.isArray(await found.json())).toBe(true);
  expect(await (await request('/small/parcels/A1')).text()).toBe(before);
});

test('a book is found on its floor, and nowhere below another library, though that floor’s id is asked for there', async () => {
  const { sandbox, make, a, b, floor } = await shelved();
  const book = await make(`/libraries/${a}/floors/${floor}/books`, 'Emma');
  expect((await sandbox.request(`/small/libraries/${a}/floors/${floor}/books/${book}`)).status).toBe(200);
  for (const path of [
    `/libraries/${b}/floors/${floor}/books/${book}`,
    `/libraries/${b}/floors/${floor}/books`,
    `/libraries/${b}/floors/${floor}`,
    `/libraries/none/floors/${floor}/books`,
  ])
    expect((await sandbox.request(`/small${path}`)).status, `at ${path}`).toBe(404);
  expect(await (await sandbox.request(`/small/libraries/${b}/floors`)).json()).toEqual([]);
});
