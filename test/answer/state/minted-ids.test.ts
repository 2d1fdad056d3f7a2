/** Ids made here are like those the contract shows, fit their pattern, and are never taken already. */
import { expect, test } from 'vitest';
import { answers, contractOf, takes } from '../../gateway/small-contract.ts';
import { sandboxOf } from '../../sandbox.ts';

const item = { type: 'object', required: ['id'], properties: { id: { type: 'string' }, name: { type: 'string' } } };

function shelf(parameter: object, example?: object): string {
  return contractOf({
    '/items': { post: { requestBody: takes({ type: 'object' }), responses: { 201: answers(item) } } },
    '/items/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, ...parameter }],
      get: { responses: { 200: answers(item, example ? { example } : {}), 404: { description: 'Unknown' } } },
    },
  });
}

async function made(contract: string, count: number): Promise<readonly string[]> {
  const { send, request } = sandboxOf(contract);
  const ids: string[] = [];
  for (let i = 0; i < count; i++) {
    const { id } = await (await send('POST', '/small/items', { name: `item ${i}` })).json();
    expect(await (await request(`/small/items/${id}`)).json()).toMatchObject({ id, name: `item ${i}` });
    ids.push(id);
  }
  expect(new Set(ids).size).toBe(count);
  return ids;
}

test('an example of letters alone is not given out again', async () => {
  expect(await made(shelf({ schema: { type: 'string' }, example: 'first' }, { id: 'first' }), 3)).not.toContain('first');
});

test('an example with room for ten ids does not end the ids', async () => {
  const ids = await made(shelf({ schema: { type: 'string' }, example: 'item-1' }, { id: 'item-1' }), 30);
  expect(ids).toContainEqual(expect.stringMatching(/^item-\d$/));
});

test('a pattern without an example is kept to', async () => {
  for (const id of await made(shelf({ schema: { type: 'string', pattern: '^[A-Z]{3}_[a-z0-9]{8}$' } }), 5))
    expect(id).toMatch(/^[A-Z]{3}_[a-z0-9]{8}$/);
});

test('an example that breaks its pattern is no model', async () => {
  for (const id of await made(shelf({ schema: { type: 'string', pattern: '^[0-9]{9}$' }, example: 'abc' }), 5))
    expect(id).toMatch(/^[0-9]{9}$/);
});
