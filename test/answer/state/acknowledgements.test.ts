/** An answer to a write is the item, or the acknowledgement that the contract documents: never a mixture, and never a fact that nobody said. */
import { expect, test } from 'vitest';
import { answers, contractOf, fault, takes } from '../../gateway/small-contract.ts';
import { sandboxOf } from '../../sandbox.ts';

const text = { type: 'string' };
const order = {
  type: 'object',
  required: ['item'],
  properties: { id: { type: 'string', readOnly: true }, item: text, note: text, count: { type: 'integer' } },
};
const sent = { item: 'kit', note: 'by the door', count: 3 };
const object = (properties: object, required: readonly string[] = Object.keys(properties)): object => ({
  type: 'object',
  required,
  properties,
});

/** Orders whose create is acknowledged so. */
function orders(status: number, acknowledged: object | undefined, more: object = {}): string {
  const success = acknowledged === undefined ? { description: 'Taken' } : answers(acknowledged);
  return contractOf({
    '/orders': {
      post: { requestBody: takes(order), responses: { [status]: success, 400: fault } },
      get: { responses: { 200: answers({ type: 'array', items: order }) } },
    },
    '/orders/{orderId}': {
      parameters: [{ name: 'orderId', in: 'path', required: true, schema: text }],
      get: { responses: { 200: answers(order), 404: fault } },
      ...more,
    },
  });
}

test.each([
  ['its id alone', 201, object({ id: text })],
  ['its id under a longer name', 201, object({ orderId: text })],
  ['its id and a state', 202, object({ id: text, state: { type: 'string', enum: ['queued'] } })],
  [
    'an outcome that says nothing of it',
    200,
    object({
      resourceType: { type: 'string', enum: ['OperationOutcome'] },
      issue: { type: 'array', minItems: 1, items: object({ severity: text, code: text }) },
    }),
  ],
  ['a message', 201, object({ message: text, ok: { type: 'boolean' } })],
  ['nothing', 201, undefined],
] as const)('a create that is acknowledged by %s is read and listed as it was sent', async (_, status, acknowledged) => {
  const { send, request } = sandboxOf(orders(status, acknowledged));
  const made = await send('POST', '/small/orders', sent);
  expect(made.status).toBe(status);
  const said = await made.text();
  if (acknowledged === undefined) expect(said).toBe('');
  else expect(Object.keys(JSON.parse(said)).sort()).toEqual(Object.keys((acknowledged as { properties: object }).properties).sort());
  const read = await (await request(made.headers.get('location') ?? '')).json();
  expect(read).toEqual({ id: expect.any(String), ...sent });
  expect(await (await request('/small/orders')).json()).toEqual([read]);
  const told = said === '' ? {} : JSON.parse(said);
  for (const id of [told.id, told.orderId].filter(Boolean)) expect(id).toBe(read.id);
});

test('an acknowledgement that has some of the item’s members says what was sent in them', async () => {
  const { send } = sandboxOf(orders(201, object({ id: text, item: text, placedAt: { type: 'string', format: 'date-time' } })));
  const said = await (await send('POST', '/small/orders', sent)).json();
  expect(said).toEqual({ id: expect.any(String), item: 'kit', placedAt: expect.any(String) });
});

test('an acknowledgement that holds the item holds it whole', async () => {
  const { send, request } = sandboxOf(orders(201, object({ order, warnings: { type: 'array', items: text } })));
  const made = await send('POST', '/small/orders', sent);
  const said = await made.json();
  expect(said.order).toEqual({ id: expect.any(String), ...sent });
  expect(await (await request(made.headers.get('location') ?? '')).json()).toEqual(said.order);
});

test('a create without an item path answers what was sent, under ids of their own, and lists it', async () => {
  const { send, request } = sandboxOf(
    contractOf({
      '/order': {
        post: { requestBody: takes(order), responses: { 201: answers(order) } },
        get: { responses: { 200: answers({ type: 'array', items: order }) } },
      },
    }),
  );
  const made = [
    await (await send('POST', '/small/order', sent)).json(),
    await (await send('POST', '/small/order', { item: 'pen' })).json(),
  ];
  expect(made).toMatchObject([sent, { item: 'pen' }]);
  expect(made[1]).not.toHaveProperty('note');
  expect(await (await request('/small/order')).json()).toEqual(made);
});

test('a calculation answers with the figures that it was given', async () => {
  const quote = object({
    amount: { type: 'integer' },
    currency: { type: 'string', enum: ['GBP', 'EUR', 'JPY'] },
    fee: { type: 'number', readOnly: true },
  });
  const { send } = sandboxOf(
    contractOf({ '/quotes/preview': { post: { requestBody: takes(quote), responses: { 200: answers(quote) } } } }),
  );
  for (const asked of [
    { amount: 777, currency: 'EUR' },
    { amount: 0, currency: 'JPY' },
  ])
    expect(await (await send('POST', '/small/quotes/preview', asked)).json()).toMatchObject(asked);
});

test('a delete that documents the item answers the item that is gone', async () => {
  const { send } = sandboxOf(orders(201, order, { delete: { responses: { 200: answers(order), 404: fault } } }));
  const made = await (await send('POST', '/small/orders', sent)).json();
  const gone = await send('DELETE', `/small/orders/${made.id}`);
  expect(gone.status).toBe(200);
  expect(await gone.json()).toEqual(made);
});

test('a delete that documents a message answers that message', async () => {
  const { send, request } = sandboxOf(
    orders(201, order, {
      delete: { responses: { 200: answers(object({ deleted: { type: 'boolean', enum: [true] }, orderId: text })), 404: fault } },
    }),
  );
  const made = await (await send('POST', '/small/orders', sent)).json();
  expect(await (await send('DELETE', `/small/orders/${made.id}`)).json()).toEqual({ deleted: true, orderId: made.id });
  expect((await request(`/small/orders/${made.id}`)).status).toBe(404);
});

test('two sends are acknowledged by two receipts, though the contract shows one', async () => {
  const receipt = { ...object({ messageID: text }), example: { messageID: '20200529155357895317_3573F8' } };
  const { send } = sandboxOf(
    contractOf({
      '/mailboxes/{box}/outbox': {
        post: {
          parameters: [{ name: 'box', in: 'path', required: true, schema: text }],
          requestBody: takes(object({ text })),
          responses: { 202: answers(receipt, { example: { messageID: '20200529155357895317_3573F8' } }) },
        },
      },
      '/mailboxes/{box}/inbox/{messageID}': {
        get: {
          parameters: ['box', 'messageID'].map((name) => ({ name, in: 'path', required: true, schema: text })),
          responses: { 200: answers(object({ text })), 404: fault },
        },
      },
    }),
  );
  const ids = new Set<string>();
  for (const words of ['one', 'two', 'three'])
    ids.add((await (await send('POST', '/small/mailboxes/A/outbox', { text: words })).json()).messageID);
  expect(ids.size).toBe(3);
});

test('an acknowledgement of fewer words says what it can of the row, in words of its own where it must', async () => {
  const shipment = object({
    id: text,
    data: object({
      reference: text,
      state: { type: 'string', enum: ['sent', 'lost'] },
      history: { type: 'array', items: text },
      plan: object({ id: text }),
    }),
  });
  const taken = {
    ...object({
      id: text,
      data: { ...object({ reference: text, state: { type: 'string', enum: ['taken'] } }), additionalProperties: false },
    }),
    additionalProperties: false,
  };
  const asked = object({ data: object({ reference: text, planId: text }) });
  const { send } = sandboxOf(
    contractOf({
      '/shipments': { post: { requestBody: takes(asked), responses: { 201: answers(taken), 400: fault } } },
      '/shipments/{id}': {
        parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
        get: { responses: { 200: answers(shipment), 404: fault } },
      },
    }),
  );
  const created = await (await send('POST', '/small/shipments', { data: { reference: 'mine', planId: 'plan-1' } })).json();
  expect(created).toEqual({ id: expect.any(String), data: { reference: 'mine', state: 'taken' } });
  const kept = await (await send('GET', `/small/shipments/${created.id}`)).json();
  expect(kept).toMatchObject({ id: created.id, data: { reference: 'mine', plan: { id: 'plan-1' } } });
});
