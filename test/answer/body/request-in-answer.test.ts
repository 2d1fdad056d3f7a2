/** What a request says is in the answer that a contract alone gives: generated, or an example that was published for another request. */
import { describe, expect, test } from 'vitest';
import { sandboxOf } from '../../sandbox.ts';

interface Invented {
  readonly path: string;
  readonly method?: string;
  readonly query?: readonly string[];
  readonly request?: unknown;
  readonly status?: number;
  readonly answer: unknown;
  readonly example?: unknown;
  readonly schemas?: Record<string, unknown>;
}

const text = { type: 'string' };
const object = (properties: Record<string, unknown>, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
  ...more,
});
const list = (items: unknown): Record<string, unknown> => ({ type: 'array', items });

function serving({ path, method = 'get', query = [], request, status = 200, answer, example, schemas = {} }: Invented) {
  const parameters = [
    ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: text })),
    ...query.map((name) => ({ name, in: 'query', schema: text })),
  ];
  return sandboxOf(
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Shop', version: '1' },
      paths: {
        [path]: {
          [method]: {
            parameters,
            ...(request === undefined ? {} : { requestBody: { content: { 'application/json': { schema: request } } } }),
            responses: {
              [status]: {
                description: 'Fine.',
                content: { 'application/json': { schema: answer, ...(example === undefined ? {} : { example }) } },
              },
            },
          },
        },
      },
      components: { schemas },
    }),
  );
}

describe('values of the path', () => {
  test.each(['order_id', 'orderId', 'OrderID', 'order-id'])('stand under %s', async (name) => {
    const { send } = serving({ path: '/orders/{orderId}/summary', answer: object({ [name]: text, total: { type: 'integer' } }) });
    expect(await (await send('GET', '/orders/ORD-7/summary')).json()).toMatchObject({ [name]: 'ORD-7' });
  });

  test('stand in every parent’s place, as a number where numbers are wanted', async () => {
    const { send } = serving({
      path: '/shops/{shopId}/orders/{id}/receipt',
      answer: object({ shop: object({ id: { type: 'integer' } }), orderId: text, lines: list(object({ order_id: text, item: text })) }),
    });
    expect(await (await send('GET', '/shops/12/orders/A-1/receipt')).json()).toMatchObject({
      shop: { id: 12 },
      orderId: 'A-1',
      lines: [{ order_id: 'A-1' }],
    });
  });

  test('take the place of a published example’s, in its links as well, and leave the rest', async () => {
    const { send } = serving({
      path: '/orders/{orderId}/summary',
      answer: object({ orderId: text, href: text, note: text }),
      example: { orderId: 'ORD-1001', href: '/orders/ORD-1001/summary', note: 'as published' },
    });
    expect(await (await send('GET', '/orders/ORD-7/summary')).json()).toEqual({
      orderId: 'ORD-7',
      href: '/orders/ORD-7/summary',
      note: 'as published',
    });
  });

  test('are left out where the schema has no room for them', async () => {
    const { send } = serving({ path: '/orders/{orderId}/summary', answer: object({ orderId: { type: 'string', pattern: '^X\\d$' } }) });
    expect(await (await send('GET', '/orders/ORD-7/summary')).json()).toEqual({ orderId: expect.stringMatching(/^X\d$/) });
  });
});

describe('values of the query', () => {
  const pet = object({ name: text, status: { type: 'string', enum: ['pending', 'sold'] }, owner: object({ status: text }) });

  test('stand in the items of a list, and not in what these hold', async () => {
    const { send } = serving({ path: '/pets/find', query: ['status', 'limit'], answer: list(pet) });
    const [first] = await (await send('GET', '/pets/find?status=sold&limit=3')).json();
    expect(first.status).toBe('sold');
    expect(first.owner.status).not.toBe('sold');
  });

  test('never stand for pages, orders or dates', async () => {
    const item = object({ limit: text, page: text, sort: text, created: text });
    const { send } = serving({ path: '/pets/find', query: ['limit', 'page', 'sort', 'created'], answer: list(item) });
    const sent = { limit: '7777', page: '8888', sort: 'upwards', created: '2020-01-01' };
    const [first] = await (await send('GET', `/pets/find?${new URLSearchParams(sent)}`)).json();
    for (const [name, value] of Object.entries(sent)) expect(first[name]).not.toBe(value);
  });

  test('are in the links of the page, and what an example was asked with gives way to them', async () => {
    const { send } = serving({
      path: '/shops/stock',
      query: ['shop-code', 'page'],
      answer: object({ id: text, links: object({ self: text, next: text }) }),
      example: {
        id: 'Y34332',
        links: { self: 'https://shop.test/stock?shop-code=Y34332&page=6', next: 'https://shop.test/stock?shop-code=Y34332&page=7' },
      },
    });
    const answer = await (await send('GET', '/shops/stock?shop-code=A81001&page=2')).json();
    expect(answer).toMatchObject({ id: 'A81001', links: { next: expect.stringMatching(/shop-code=A81001&page=7$/) } });
    expect(answer.links.self).toMatch(/\?shop-code=A81001&page=2$/);
  });
});

describe('values of the body', () => {
  const order = object({ item: text, amount: { type: 'integer' }, note: text }, { required: ['item', 'amount'] });

  test('are echoed where one schema serves both ways, and nothing that was not said is made up beside them', async () => {
    const both = { $ref: '#/components/schemas/Order' };
    const Order = object(
      {
        id: { type: 'string', readOnly: true },
        item: text,
        amount: { type: 'integer' },
        currency: { type: 'string', enum: ['GBP', 'EUR'] },
        note: text,
      },
      { required: ['id', 'item', 'amount', 'currency'] },
    );
    for (const example of [undefined, { id: 'o-1', item: 'soap', amount: 1, currency: 'GBP', note: 'published' }]) {
      const { send } = serving({
        path: '/quotes/$ask',
        method: 'post',
        request: both,
        answer: both,
        schemas: { Order },
        ...(example ? { example } : {}),
      });
      const answer = await (await send('POST', '/quotes/$ask', { item: 'kit', amount: 777, currency: 'EUR' })).json();
      expect(answer).toEqual({ id: expect.any(String), item: 'kit', amount: 777, currency: 'EUR' });
    }
  });

  test('are echoed inside one more object, either way', async () => {
    const wrapped = serving({
      path: '/orders/$place',
      method: 'post',
      request: order,
      answer: object({ order, accepted: { type: 'boolean' } }),
    });
    expect(await (await wrapped.send('POST', '/orders/$place', { item: 'kit', amount: 2 })).json()).toMatchObject({
      order: { item: 'kit', amount: 2 },
    });
    const bare = serving({ path: '/orders/$place', method: 'post', request: object({ order }), answer: order });
    expect(await (await bare.send('POST', '/orders/$place', { order: { item: 'kit', amount: 2 } })).json()).toEqual({
      item: 'kit',
      amount: 2,
    });
  });

  test('are found by a name that stands for two: a plan’s id', async () => {
    const { send } = serving({
      path: '/batches/$send',
      method: 'post',
      request: object({ data: object({ routing_plan_id: text, batchReference: text }) }),
      answer: object({ batch_reference: text, routingPlan: object({ id: text, name: text }) }),
    });
    expect(
      await (await send('POST', '/batches/$send', { data: { routing_plan_id: 'plan-9', batchReference: 'b-4' } })).json(),
    ).toMatchObject({
      batch_reference: 'b-4',
      routingPlan: { id: 'plan-9' },
    });
  });

  test('a list in the answer has one item per item sent, in their order, each with an id of its own', async () => {
    const answer = object({ batch: object({ messages: list(object({ id: text, reference: text })) }) });
    const request = object({ batch: object({ messages: list(object({ reference: text, to: text })) }) });
    const sent = { batch: { messages: ['r1', 'r2', 'r3'].map((reference) => ({ reference, to: 'somebody' })) } };
    for (const example of [undefined, { batch: { messages: [{ id: '2WL3qFTEFM0qMY8xjRbt1LIKCzM', reference: 'x' }] } }]) {
      const { send } = serving({ path: '/batches/$send', method: 'post', request, answer, ...(example ? { example } : {}) });
      const { messages } = (await (await send('POST', '/batches/$send', sent)).json()).batch;
      expect(messages.map((message: { reference: string }) => message.reference)).toEqual(['r1', 'r2', 'r3']);
      expect(new Set(messages.map((message: { id: string }) => message.id)).size).toBe(3);
      expect(Object.keys(messages[1])).toEqual(Object.keys(messages[0]));
    }
  });

  test('a list of plain values is the one sent', async () => {
    const thing = object({ tags: list(text), name: text });
    const { send } = serving({
      path: '/things/$tag',
      method: 'post',
      request: thing,
      answer: thing,
      example: { tags: ['a', 'b'], name: 'n' },
    });
    expect(await (await send('POST', '/things/$tag', { tags: ['z'], name: 'mine' })).json()).toEqual({ tags: ['z'], name: 'mine' });
  });

  test('of another kind of thing are not put into the answer', async () => {
    const message = object({ resourceType: text, code: text });
    const { send } = serving({
      path: '/$process',
      method: 'post',
      request: message,
      answer: message,
      example: { resourceType: 'OperationOutcome', code: 'accepted' },
    });
    expect(await (await send('POST', '/$process', { resourceType: 'Task', code: 'mine' })).json()).toEqual({
      resourceType: 'OperationOutcome',
      code: 'accepted',
    });
  });

  test('never reach what only the server sets, nor come back where they may only be written', async () => {
    const account = object(
      { state: { type: 'string', enum: ['new', 'old'], readOnly: true }, name: text, secret: { type: 'string', writeOnly: true } },
      { required: ['state', 'name'] },
    );
    const { send } = serving({
      path: '/accounts/$open',
      method: 'post',
      request: object({ name: text }, { properties: { name: text, state: text, secret: text } }),
      answer: account,
      example: { state: 'new', name: 'n' },
    });
    expect(await (await send('POST', '/accounts/$open', { name: 'mine', state: 'old', secret: 's3' })).json()).toEqual({
      state: 'new',
      name: 'mine',
    });
  });

  test('a fault tells of nothing that was sent', async () => {
    const said = object({ message: text });
    const { send } = serving({
      path: '/notes/$add',
      method: 'post',
      request: said,
      status: 400,
      answer: said,
      example: { message: 'No.' },
    });
    const answer = await send('POST', '/notes/$add', { message: 'mine' }, { Prefer: 'code=400' });
    expect(await answer.json()).toEqual({ message: 'No.' });
  });

  test('the parts of a FHIR resource that were sent are the parts that come back', async () => {
    const resource = object({
      resourceType: { const: 'Basic' },
      id: text,
      extension: list(object({ url: text, valueString: text, valueCode: text }, { required: ['url'] })),
    });
    const { send } = serving({
      path: '/Basic/$keep',
      method: 'post',
      request: { ...resource, required: ['resourceType'] },
      answer: resource,
      example: {
        resourceType: 'Basic',
        id: 'b-1',
        extension: [
          { url: 'u1', valueString: 'published' },
          { url: 'u2', valueString: 'published' },
        ],
      },
    });
    const sent = [{ url: 'u3', valueCode: 'mine' }];
    expect(await (await send('POST', '/Basic/$keep', { resourceType: 'Basic', extension: sent })).json()).toEqual({
      resourceType: 'Basic',
      id: 'b-1',
      extension: sent,
    });
  });
});

test('what is made for a row that is kept has the request’s values in it', async () => {
  const sent = object({ routing_plan_id: text, reference: text });
  const { send } = serving({
    path: '/accounts/{accountId}/batches',
    method: 'post',
    status: 201,
    request: sent,
    answer: object({ id: text, reference: text, routingPlan: object({ id: text, name: text }), account: object({ id: text }) }),
  });
  const made = await (await send('POST', '/accounts/acc-9/batches', { routing_plan_id: 'plan-9', reference: 'r-1' })).json();
  expect(made).toMatchObject({ reference: 'r-1', routingPlan: { id: 'plan-9' }, account: { id: 'acc-9' } });
});

test('two things that a contract says were made have ids of their own, though nothing is kept of them', async () => {
  const { send } = serving({
    path: '/parcels/$dispatch',
    method: 'post',
    status: 202,
    request: object({ to: text }),
    answer: object({ receipt: object({ id: text }), to: text }),
  });
  const dispatch = async (): Promise<{ receipt: { id: string }; to: string }> =>
    (await send('POST', '/parcels/$dispatch', { to: 'B' })).json();
  const [first, second] = [await dispatch(), await dispatch()];
  expect(first.receipt.id).not.toBe(second.receipt.id);
  expect([first.to, second.to]).toEqual(['B', 'B']);
  await send('POST', '/_sandbox/reset');
  expect(await dispatch()).toEqual(first);
});
