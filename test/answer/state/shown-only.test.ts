/** A contract that publishes examples and no schemas is kept state for as well: what was sent is read and listed, in the shape that is shown. */
import { expect, test } from 'vitest';
import { tokensOf, valueAt } from '../../../src/contract/json-pointer.ts';
import { contractOf } from '../../gateway/small-contract.ts';
import { origin, sandboxOf } from '../../sandbox.ts';

const shown = (example: unknown): object => ({ description: 'As shown', content: { 'application/json': { example } } });
const text = { type: 'string' };

const garden = (page: (plants: readonly unknown[]) => unknown, id: unknown = 'p-17'): string =>
  contractOf({
    '/plants': {
      post: {
        requestBody: { required: true, content: { 'application/json': { example: { name: 'Fern', height: 12 } } } },
        responses: { 201: shown({ id, name: 'Fern', height: 12 }) },
      },
      get: {
        parameters: [{ name: 'name', in: 'query', schema: text }],
        responses: { 200: shown(page([{ id, name: 'Fern', height: 12 }])) },
      },
    },
    '/plants/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: typeof id === 'number' ? { type: 'integer' } : text }],
      get: { responses: { 200: shown({ id, name: 'Fern', height: 12 }), 404: { description: 'None' } } },
      put: {
        requestBody: { content: { 'application/json': {} } },
        responses: { 200: shown({ id, name: 'Fern', height: 12 }), 404: { description: 'None' } },
      },
      delete: { responses: { 204: { description: 'Gone' }, 404: { description: 'None' } } },
    },
  });

test.each([
  ['a bare list', (plants: readonly unknown[]) => plants, ''],
  ['a list with a number', (plants: readonly unknown[]) => ({ plants, count: plants.length }), '/plants'],
  ['a list below data', (plants: readonly unknown[]) => ({ status: 'ok', data: { plants, total: 1 } }), '/data/plants'],
] as const)('what is made is read, listed, found, replaced and deleted in %s', async (_, page, place) => {
  const { send, request } = sandboxOf(garden(page));
  const made = await send('POST', '/small/plants', { name: 'Moss', height: 1 });
  expect(made.status).toBe(201);
  const moss = await made.json();
  expect(moss).toEqual({ id: expect.any(String), name: 'Moss', height: 1 });
  expect(moss.id).not.toBe('p-17');
  expect(made.headers.get('location')).toBe(`${origin}/small/plants/${moss.id}`);
  expect(await (await request(`/small/plants/${moss.id}`)).json()).toEqual(moss);
  const fern = { id: 'p-17', name: 'Fern', height: 12 };
  expect(valueAt(await (await request('/small/plants')).json(), tokensOf(place))).toEqual([fern, moss]);
  expect(valueAt(await (await request('/small/plants?name=Moss')).json(), tokensOf(place))).toEqual([moss]);
  expect(await (await send('PUT', `/small/plants/${moss.id}`, { name: 'Moss', height: 2 })).json()).toEqual({ ...moss, height: 2 });
  expect((await send('DELETE', '/small/plants/p-17')).status).toBe(204);
  expect((await request('/small/plants/p-17')).status).toBe(404);
  expect(valueAt(await (await request('/small/plants')).json(), tokensOf(place))).toEqual([{ ...moss, height: 2 }]);
});

test('ids are of the kind that is shown', async () => {
  const { send, request } = sandboxOf(garden((plants) => plants, 1041));
  const moss = await (await send('POST', '/small/plants', { name: 'Moss', height: 1 })).json();
  expect(moss).toEqual({ id: expect.any(Number), name: 'Moss', height: 1 });
  expect(moss.id).not.toBe(1041);
  expect(await (await request(`/small/plants/${moss.id}`)).json()).toEqual(moss);
});
