/** A list shows what was created, whatever it is wrapped in: the rows stand where the contract has them, and every number counts them. */
import { expect, test } from 'vitest';
import { tokensOf, valueAt } from '../../../src/contract/json-pointer.ts';
import { answers, contractOf, takes } from '../../gateway/small-contract.ts';
import { sandboxOf } from '../../sandbox.ts';

const text = { type: 'string' };
const whole = { type: 'integer' };
const boat = { $ref: '#/components/schemas/Boat' };
const boats = { type: 'array', items: boat };
const members = { id: { type: 'string', readOnly: true }, name: text, metres: { type: 'number' } };
const object = (properties: object, required: readonly string[] = Object.keys(properties)): object => ({
  type: 'object',
  required,
  properties,
});

function harbour(page: object, schemas: object = {}): string {
  return contractOf(
    {
      '/boats': {
        post: { requestBody: takes(boat), responses: { 201: answers(boat) } },
        get: { responses: { 200: answers(page) } },
      },
      '/boats/{id}': {
        get: {
          parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
          responses: { 200: answers(boat), 404: { description: 'None' } },
        },
      },
    },
    { components: { schemas: { Boat: object(members, ['name']), ...schemas } } },
  );
}

interface Envelope {
  readonly name: string;
  readonly page: object;
  readonly schemas?: object;
  /** Where the rows stand, and where their number does. */
  readonly rows: string;
  readonly counts?: Readonly<Record<string, unknown>>;
}

const envelopes: readonly Envelope[] = [
  {
    name: 'a search engine’s',
    page: object({ response: object({ docs: boats, numFound: whole, start: whole }) }),
    rows: '/response/docs',
    counts: { '/response/numFound': 2, '/response/start': 0 },
  },
  {
    name: 'a result beside lists of errors and messages',
    page: object({
      result: boats,
      success: { type: 'boolean' },
      errors: { type: 'array', items: object({ code: whole }) },
      messages: { type: 'array', items: text },
    }),
    rows: '/result',
    counts: { '/success': true },
  },
  {
    name: 'members with a cursor in their metadata',
    page: object({ ok: { type: 'boolean' }, members: boats, response_metadata: object({ next_cursor: text }) }),
    rows: '/members',
  },
  {
    name: 'underscored items and metadata',
    page: object({ _items: boats, _meta: object({ total: whole, max_results: whole, page: whole }) }),
    rows: '/_items',
    counts: { '/_meta/total': 2 },
  },
  {
    name: 'two levels down',
    page: object({ status: text, payload: object({ boats, count: whole }) }),
    rows: '/payload/boats',
    counts: { '/payload/count': 2 },
  },
  {
    name: 'put together of two schemas',
    page: { allOf: [{ $ref: '#/components/schemas/Paged' }, { type: 'object', properties: { fleet: boats } }] },
    schemas: { Paged: object({ totalItems: whole, serverTime: { type: 'string', format: 'date-time' } }) },
    rows: '/fleet',
    counts: { '/totalItems': 2 },
  },
  {
    name: 'beside an array of something else',
    page: object({ boats, columns: { type: 'array', items: object({ key: text }) } }),
    rows: '/boats',
  },
  { name: 'an array that may be null', page: { type: ['array', 'null'], items: boat }, rows: '' },
  { name: 'a member that may be null', page: object({ boats: { type: ['array', 'null'], items: boat }, generated: text }), rows: '/boats' },
  {
    name: 'rows of a schema of their own',
    page: object({ list: { type: 'array', items: object(members, ['id', 'name']) }, as_of: { type: 'string', format: 'date' } }),
    rows: '/list',
  },
  { name: 'nothing required', page: object({ boats, total: whole, note: text }, []), rows: '/boats' },
];

test.each(envelopes)('$name: what was created is listed in order, and counted', async ({ page, schemas, rows, counts = {} }) => {
  const { send, request } = sandboxOf(harbour(page, schemas));
  const made: unknown[] = [];
  for (const row of [{ name: 'Zephyr', metres: 7.5 }, { name: 'Albatross' }])
    made.push(await (await send('POST', '/small/boats', row)).json());
  const listed = await (await request('/small/boats')).json();
  expect(valueAt(listed, tokensOf(rows))).toEqual(made);
  for (const [pointer, count] of Object.entries(counts)) expect(valueAt(listed, tokensOf(pointer)), `at ${pointer}`).toEqual(count);
});

test('what stands beside the rows is the same in every answer', async () => {
  const { send, request } = sandboxOf(harbour(object({ boats, harbour: text, tide: { type: 'number' } })));
  await send('POST', '/small/boats', { name: 'Zephyr' });
  const first = await (await request('/small/boats')).json();
  await send('POST', '/small/boats', { name: 'Albatross' });
  const second = await (await request('/small/boats')).json();
  expect({ ...second, boats: [] }).toEqual({ ...first, boats: [] });
  expect(second.boats).toHaveLength(2);
});

test('an item that has a list among its members is read as the item it is', async () => {
  const contract = harbour(boats, {
    Boat: object({ id: { type: 'string', readOnly: true }, name: text, items: { type: 'array', items: text } }, ['name', 'items']),
  });
  const { send, request } = sandboxOf(contract);
  const made = await (await send('POST', '/small/boats', { name: 'Zephyr', items: ['oars', 'anchor'] })).json();
  expect(await (await request(`/small/boats/${made.id}`)).json()).toEqual({ id: made.id, name: 'Zephyr', items: ['oars', 'anchor'] });
  expect(await (await request('/small/boats')).json()).toEqual([made]);
});

test('what is deleted leaves the list and its number', async () => {
  const contract = JSON.parse(harbour(object({ boats, total: whole, region: text })));
  contract.paths['/boats/{id}'].delete = {
    parameters: contract.paths['/boats/{id}'].get.parameters,
    responses: { 204: { description: 'Gone' } },
  };
  const { send, request } = sandboxOf(JSON.stringify(contract));
  const [first, second] = [
    await (await send('POST', '/small/boats', { name: 'A' })).json(),
    await (await send('POST', '/small/boats', { name: 'B' })).json(),
  ];
  expect((await send('DELETE', `/small/boats/${first.id}`)).status).toBe(204);
  expect(await (await request('/small/boats')).json()).toMatchObject({ boats: [second], total: 1 });
});

test('a page that is wrapped like what is sent is a list all the same, even where items have a member named like a fact of the page', async () => {
  const one = object({ data: boat });
  const contract = contractOf(
    {
      '/boats': {
        post: { requestBody: takes(one), responses: { 201: answers(one) } },
        get: { responses: { 200: answers(object({ data: object({ boats, total: whole }) })) } },
      },
    },
    { components: { schemas: { Boat: object({ ...members, total: text }, ['name']) } } },
  );
  const { send, request } = sandboxOf(contract);
  const { data: made } = await (await send('POST', '/small/boats', { data: { name: 'Zephyr', total: 'seven' } })).json();
  expect(await (await request('/small/boats')).json()).toEqual({ data: { boats: [made], total: 1 } });
});
