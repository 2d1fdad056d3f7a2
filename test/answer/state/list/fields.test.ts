/** A list shows the members of its items that are asked for, and those that must be there. */
import { expect, test } from 'vitest';
import { sandboxOf } from '../../../sandbox.ts';
import { jarShop } from './jar-shop.ts';

test('by a list of their names', async () => {
  const { make, get } = jarShop({
    members: 'weight: { type: number }, lid: { type: string }',
    parameters: '[{ name: fields, in: query, schema: { type: string } }]',
  });
  const [jar] = await make({ label: 'plum', weight: 2, lid: 'tin' });
  expect(await get('?fields=weight')).toEqual([{ id: jar?.id, label: 'plum', weight: 2 }]);
  expect(await get('?fields=lid,weight')).toEqual([jar]);
  expect(await get('')).toEqual([jar]);
});

test('by the fieldsets of JSON:API', async () => {
  const { send, request } = sandboxOf(`
openapi: 3.1.0
info: { title: Shop, version: '1' }
servers: [{ url: /shop }]
paths:
  /jars:
    get:
      parameters: [{ name: 'fields[jars]', in: query, schema: { type: string } }]
      responses: { '200': { description: Jars, content: { application/vnd.api+json: { schema: { type: object, properties: { data: { type: array, items: { $ref: '#/components/schemas/Jar' } } } } } } } }
    post:
      requestBody: { required: true, content: { application/vnd.api+json: { schema: { $ref: '#/components/schemas/One' } } } }
      responses: { '201': { description: Made, content: { application/vnd.api+json: { schema: { $ref: '#/components/schemas/One' } } } } }
  /jars/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get: { responses: { '200': { description: One, content: { application/vnd.api+json: { schema: { $ref: '#/components/schemas/One' } } } } } }
components:
  schemas:
    One: { type: object, required: [data], properties: { data: { $ref: '#/components/schemas/Jar' } } }
    Jar:
      type: object
      properties:
        type: { type: string, enum: [jars] }
        id: { type: string }
        attributes: { type: object, properties: { label: { type: string }, lid: { type: string } } }
`);
  const type = { 'Content-Type': 'application/vnd.api+json' };
  await send('POST', '/shop/jars', { data: { type: 'jars', attributes: { label: 'plum', lid: 'tin' } } }, type);
  const { data } = await (await request('/shop/jars?fields[jars]=lid')).json();
  expect(data).toEqual([{ type: 'jars', id: expect.any(String), attributes: { lid: 'tin' } }]);
});
