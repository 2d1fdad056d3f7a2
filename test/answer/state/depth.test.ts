/** A patch makes no row deeper than a body may be: it is the client's fault, says so, and nothing of it is kept. */
import { expect, test } from 'vitest';
import { sandboxOf } from '../../sandbox.ts';

const trees = `
openapi: 3.1.0
info: { title: Trees, version: '1' }
servers: [{ url: /trees }]
paths:
  /trees:
    post:
      operationId: plant
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Tree' } } } }
      responses: { '201': { description: planted, content: { application/json: { schema: { $ref: '#/components/schemas/Tree' } } } } }
  /trees/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get:
      operationId: look
      responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Tree' } } } } }
    patch:
      operationId: grow
      requestBody:
        required: true
        content:
          application/json-patch+json: { schema: { type: array, items: { type: object } } }
          application/merge-patch+json: { schema: { $ref: '#/components/schemas/Tree' } }
      responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Tree' } } } }, '422': { description: no, content: { application/json: { schema: { type: object, properties: { message: { type: string } } } } } } }
components:
  schemas:
    Tree: { type: object, properties: { id: { type: string }, a: {}, b: {} } }
`;

const doubling = (to: string) => [
  { op: 'copy', from: '/a', path: '/b' },
  { op: 'copy', from: '/b', path: to },
];

test('by copying itself into itself', async () => {
  const { send } = sandboxOf(trees);
  const { id } = (await (await send('POST', '/trees/trees', { a: { a: { a: 1 } } })).json()) as { id: string };
  const patch = (operations: unknown) => send('PATCH', `/trees/trees/${id}`, operations, { 'Content-Type': 'application/json-patch+json' });
  const statuses: number[] = [];
  for (let depth = 3; depth < 20_000; depth = depth * 2 - 1) {
    const before = await (await send('GET', `/trees/trees/${id}`)).text();
    const answer = await patch(doubling(`/a${'/a'.repeat(depth - 1)}`));
    statuses.push(answer.status);
    if (answer.status === 200) continue;
    expect(await answer.text()).toContain('64 levels deep');
    expect(await (await send('GET', `/trees/trees/${id}`)).text()).toBe(before);
    break;
  }
  expect(statuses).toEqual([200, 200, 200, 200, 422]);
});

test('by merging', async () => {
  const { send } = sandboxOf(trees);
  const { id } = (await (await send('POST', '/trees/trees', { a: 1 })).json()) as { id: string };
  const nested = (levels: number): unknown => Array.from({ length: levels }).reduce<unknown>((inside) => ({ a: inside }), 1);
  const merge = (body: unknown) => send('PATCH', `/trees/trees/${id}`, body, { 'Content-Type': 'application/merge-patch+json' });
  expect((await merge(nested(64))).status).toBe(200);
  const refused = await merge(nested(65));
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('64 levels deep')]);
});
