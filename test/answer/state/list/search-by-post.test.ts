/** A search that is sent rather than asked for finds the same, and goes on where its page ends. */
import { expect, test } from 'vitest';
import { contractOf } from '../../../gateway/small-contract.ts';
import { sandboxOf } from '../../../sandbox.ts';

const shop = `
openapi: 3.1.0
info: { title: Shop, version: '1' }
servers: [{ url: /shop }]
paths:
  /jars/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    put:
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Jar' } } } }
      responses: { '201': { description: Made, content: { application/json: { schema: { $ref: '#/components/schemas/Jar' } } } }, '200': { description: Kept } }
    get: { responses: { '200': { description: A jar, content: { application/json: { schema: { $ref: '#/components/schemas/Jar' } } } } } }
  /jars:
    post:
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              properties:
                colour: { type: string }
                minWeight: { type: number }
                maxWeight: { type: number }
                filter: { type: object, properties: { lid: { type: string } } }
                pageSize: { type: integer }
                pageNumber: { type: integer }
      responses:
        '200':
          description: Found
          content:
            application/json:
              schema: { type: object, properties: { jars: { type: array, items: { $ref: '#/components/schemas/Jar' } }, total: { type: integer } } }
components:
  schemas:
    Jar:
      type: object
      properties: { id: { type: string }, colour: { type: string }, weight: { type: number }, lid: { type: string } }
`;

test('by the members of a body, and page by page', async () => {
  const { send } = sandboxOf(shop);
  for (const [i, colour] of ['red', 'blue', 'red', 'red'].entries())
    await send('PUT', `/shop/jars/${i}`, { id: `${i}`, colour, weight: i, lid: i === 3 ? 'tin' : 'cork' });
  const find = async (body: object) => {
    const { jars, total } = await (await send('POST', '/shop/jars', body)).json();
    return [total, jars.map(({ id }: { id: string }) => id).join('')];
  };
  expect(await find({ colour: 'red' })).toEqual([3, '023']);
  expect(await find({ minWeight: 1, maxWeight: 2 })).toEqual([2, '12']);
  expect(await find({ filter: { lid: 'tin' } })).toEqual([1, '3']);
  expect(await find({ colour: 'red', pageSize: 2 })).toEqual([3, '02']);
  expect(await find({ colour: 'red', pageSize: 2, pageNumber: 2 })).toEqual([3, '3']);
  expect(await find({})).toEqual([4, '0123']);
});

test('by a form of FHIR, whose links lead on as a query', async () => {
  const bundle =
    '{ type: object, properties: { resourceType: { type: string, enum: [Bundle] }, total: { type: integer }, link: { type: array, items: { type: object } }, entry: { type: array, items: { type: object, properties: { resource: { type: object } } } } } }';
  const { send, request } = sandboxOf(`
openapi: 3.0.3
info: { title: Clinic, version: '1' }
servers: [{ url: /clinic }]
paths:
  /Task:
    get:
      parameters: [{ name: status, in: query, schema: { type: string } }, { name: _count, in: query, schema: { type: integer } }]
      responses: { '200': { description: Found, content: { application/fhir+json: { schema: ${bundle} } } } }
    post:
      requestBody: { required: true, content: { application/fhir+json: { schema: { $ref: '#/components/schemas/Task' } } } }
      responses: { '201': { description: Made, content: { application/fhir+json: { schema: { $ref: '#/components/schemas/Task' } } } } }
  /Task/_search:
    post:
      requestBody: { content: { application/x-www-form-urlencoded: { schema: { type: object, properties: { status: { type: string }, _count: { type: integer } } } } } }
      responses: { '200': { description: Found, content: { application/fhir+json: { schema: ${bundle} } } } }
  /Task/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get: { responses: { '200': { description: One, content: { application/fhir+json: { schema: { $ref: '#/components/schemas/Task' } } } } } }
components:
  schemas:
    Task: { type: object, required: [resourceType], properties: { resourceType: { type: string, enum: [Task] }, id: { type: string }, status: { type: string } } }
`);
  for (const status of ['ready', 'draft', 'ready', 'ready'])
    await send('POST', '/clinic/Task', { resourceType: 'Task', status }, { 'Content-Type': 'application/fhir+json' });
  const form = await request('/clinic/Task/_search', {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'status=ready&_count=2',
  });
  const first = await form.json();
  expect(first).toMatchObject({ total: 3, entry: [{}, {}] });
  const link = (relation: string): string => first.link.find((one: { relation: string }) => one.relation === relation)?.url;
  expect(link('self')).toContain('/clinic/Task?status=ready&_count=2');
  expect(await (await request(link('next'))).json()).toMatchObject({ total: 3, entry: [{ resource: { status: 'ready' } }] });
});

test('by a date that a form has twice, each of which must hold, also on the pages that follow', async () => {
  const bundle = {
    type: 'object',
    properties: {
      resourceType: { const: 'Bundle' },
      total: { type: 'integer' },
      link: { type: 'array', items: { type: 'object' } },
      entry: { type: 'array', items: { type: 'object', properties: { resource: { $ref: '#/components/schemas/Slot' } } } },
    },
  };
  const slot = {
    type: 'object',
    required: ['resourceType', 'start'],
    properties: { resourceType: { const: 'Slot' }, id: { type: 'string' }, start: { type: 'string', format: 'date' } },
  };
  const content = { 'application/fhir+json': { schema: { $ref: '#/components/schemas/Slot' } } };
  const found = { 200: { description: 'Found', content: { 'application/fhir+json': { schema: bundle } } } };
  const members = { start: { type: 'string', format: 'date' }, _count: { type: 'integer' } };
  const { send, request } = sandboxOf(
    contractOf(
      {
        '/Slot': {
          get: { parameters: Object.entries(members).map(([name, schema]) => ({ name, in: 'query', schema })), responses: found },
          post: { requestBody: { required: true, content }, responses: { 201: { description: 'Made', content } } },
        },
        '/Slot/_search': {
          post: {
            requestBody: { content: { 'application/x-www-form-urlencoded': { schema: { type: 'object', properties: members } } } },
            responses: found,
          },
        },
        '/Slot/{id}': {
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
          get: { responses: { 200: { description: 'One', content } } },
        },
      },
      { components: { schemas: { Slot: slot } } },
    ),
  );
  for (const start of ['2026-01-01', '2026-02-01', '2026-02-02', '2026-03-01'])
    await send('POST', '/small/Slot', { resourceType: 'Slot', start }, { 'Content-Type': 'application/fhir+json' });
  const asked = 'start=ge2026-02-01&start=le2026-02-28&_count=1';
  const form = await request('/small/Slot/_search', {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: asked,
  });
  for (const answer of [form, await request(`/small/Slot?${asked}`)]) {
    const first = await answer.json();
    expect(first).toMatchObject({ total: 2, entry: [{ resource: { start: '2026-02-01' } }] });
    const { url } = first.link.find(({ relation }: { relation: string }) => relation === 'next');
    expect(await (await request(url)).json()).toMatchObject({ total: 2, entry: [{ resource: { start: '2026-02-02' } }] });
  }
});

test('the trace says what was heard although the contract does not list it', async () => {
  const { request } = sandboxOf(
    shop.replace(
      '    post:\n',
      '    get:\n      parameters: [{ name: page, in: query, schema: { type: integer } }]\n      responses: { "200": { description: Found, content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Jar" } } } } } }\n    post:\n',
    ),
  );
  const answer = await request('/shop/jars?_offset=0');
  expect(answer.status).toBe(200);
  const { notes } = await (await request(answer.headers.get('x-sandbox-trace') ?? '', { headers: { Accept: 'application/json' } })).json();
  expect(notes.join(' ')).toContain('_offset was heard');
});
