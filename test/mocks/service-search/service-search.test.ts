/** Searches for organisations with GET and with POST, as a client meets them. */
import { describe, expect, test } from 'vitest';
import { organisations } from '../../../mocks/places.ts';
import { sandboxFor } from '../../sandbox.ts';

const { call, client, contract } = await sandboxFor('service-search');

test('organisations are found, page by page, then one of them by its code', async () => {
  const all = await client.GET('/', { params: { query: { 'api-version': 3, $count: true } } });
  const codes = all.data?.value.map(({ ODSCode }) => ODSCode) ?? [];
  expect(codes).toEqual(expect.arrayContaining(organisations.map(({ ods }) => ods)));
  expect(all.data?.['@odata.count']).toBe(codes.length);

  const page = await client.GET('/', { params: { query: { 'api-version': 3, $skip: 1, $top: 2 } } });
  expect(page.data?.value.map(({ ODSCode }) => ODSCode)).toEqual(codes.slice(1, 3));

  const practice = organisations.find(({ ods }) => ods === 'Y12345');
  const one = await client.GET('/', { params: { query: { 'api-version': 3, search: 'Y12345', searchFields: 'ODSCode' } } });
  expect(one.data?.value).toMatchObject([
    { OrganisationName: practice?.name, Postcode: practice?.address.postcode, Geocode: { type: 'Point' } },
  ]);
});

const requests = contract.operations.flatMap(({ body }) => body?.content[0]?.examples ?? []);

test.for(requests.map(({ name, value }) => [name, value] as const))('the search %s is answered when it is posted', async ([, body]) => {
  const answer = await call('POST', '/?api-version=3', { body });
  expect([answer.status, answer.body['value']?.[0]?.['@search.score']]).toEqual([200, 1]);
});

describe('a fault', () => {
  test.for(['/', '/?api-version=2', '/?api-version=3.1&$top=x', '/elsewhere?api-version=3'])('%s is not found', async (path) => {
    const { status, body } = await call('GET', path);
    expect([status, body]).toEqual([404, { statusCode: 404, message: 'Resource not found' }]);
  });

  test('of a value names the parameter, as the search index does', async () => {
    const { status, body } = await call('GET', '/?api-version=3&$top=ten');
    const message = 'Invalid value: $top must be a number.\r\nParameter name: $top';
    expect([status, body]).toEqual([400, { error: { code: '', message } }]);
  });

  test('of a value in the body names its member', async () => {
    const { status, body } = await call('POST', '/?api-version=3', { body: { search: '*', top: 'ten' } });
    const message = 'Invalid value: top must be a whole number.\r\nParameter name: top';
    expect([status, body]).toEqual([400, { error: { code: '', message } }]);
  });
});

const documented = contract.operations.flatMap(({ method, responses }) =>
  [...responses.keys()].map((status): [string, string] => [method.toUpperCase(), status]),
);
const shapes: Readonly<Record<string, readonly string[]>> = { '200': ['@odata.context', '@odata.count', 'value'], '400': ['error'] };

test.for(documented)('%s answers %s when it is asked to', async ([method, status]) => {
  const body = method === 'POST' ? { body: { search: '*' } } : {};
  const answer = await call(method, '/?api-version=3', { headers: { Prefer: `code=${status}` }, ...body });
  expect(answer.status).toBe(Number(status));
  expect(answer.headers.get('content-type')).toBe('application/json');
  expect(Object.keys(answer.body)).toEqual(shapes[status] ?? ['statusCode', 'message']);
});
