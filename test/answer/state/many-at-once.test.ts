/** A request that sends a list makes each of it, and the answer has one item for each, in order. */
import { expect, test } from 'vitest';
import { tokensOf, valueAt } from '../../../src/contract/json-pointer.ts';
import { answers, contractOf, fault, takes } from '../../gateway/small-contract.ts';
import { sandboxOf } from '../../sandbox.ts';

const text = { type: 'string' };
const seed = {
  type: 'object',
  required: ['kind'],
  properties: { id: { type: 'string', readOnly: true }, kind: text, row: { type: 'integer' } },
};
const many = { type: 'array', items: seed };
const sent = [
  { kind: 'pea', row: 1 },
  { kind: 'bean', row: 2 },
  { kind: 'pea', row: 3 },
];

const bed = (path: string, takesBody: object, answer: object): string =>
  contractOf({
    [path]: { post: { requestBody: takes(takesBody), responses: { 201: answers(answer), 400: fault } } },
    ...(path === '/seeds'
      ? {}
      : {
          '/seeds': { get: { responses: { 200: answers(many) } }, post: { requestBody: takes(seed), responses: { 201: answers(seed) } } },
        }),
    '/seeds/{id}': {
      get: { parameters: [{ name: 'id', in: 'path', required: true, schema: text }], responses: { 200: answers(seed), 404: fault } },
    },
  });

const object = (properties: object): object => ({ type: 'object', required: Object.keys(properties), properties });

test.each([
  ['a bare list', many, many, sent, ''],
  ['lists below a member', object({ seeds: many }), object({ seeds: many, count: { type: 'integer' } }), { seeds: sent }, '/seeds'],
] as const)('%s comes back item by item, each with an id of its own', async (_, takesBody, answer, body, place) => {
  const { send } = sandboxOf(bed('/seeds/batch', takesBody, answer));
  const made = await send('POST', '/small/seeds/batch', body);
  expect(made.status).toBe(201);
  const items = valueAt(await made.json(), tokensOf(place));
  expect(items).toEqual(sent.map((one) => ({ ...one, id: expect.any(String) })));
  expect(new Set((items as readonly { id: string }[]).map(({ id }) => id)).size).toBe(3); // as just seen
});

test('an acknowledgement of a batch has one reference for each message that was sent, and the batch’s own', async () => {
  const message = object({ reference: text });
  const { send } = sandboxOf(
    contractOf({
      '/batches': {
        post: {
          requestBody: takes(object({ batchReference: text, messages: { type: 'array', items: object({ reference: text, to: text }) } })),
          responses: {
            201: answers(
              object({
                batchId: text,
                batchReference: text,
                messages: {
                  type: 'array',
                  items: {
                    ...message,
                    properties: { reference: text, messageId: { type: 'string', format: 'uuid' } },
                    required: ['reference', 'messageId'],
                  },
                },
              }),
              {
                example: {
                  batchId: 'b1',
                  batchReference: 'shown',
                  messages: [{ reference: 'shown-1', messageId: '0f6d6b1a-9a4e-4f5e-8c39-6b1c6c1f0a77' }],
                },
              },
            ),
          },
        },
      },
    }),
  );
  const body = {
    batchReference: 'spring',
    messages: [
      { reference: 'm-1', to: 'a' },
      { reference: 'm-2', to: 'b' },
    ],
  };
  const said = await (await send('POST', '/small/batches', body)).json();
  expect(said.batchReference).toBe('spring');
  expect(said.messages.map(({ reference }: { reference: string }) => reference)).toEqual(['m-1', 'm-2']);
  expect(new Set(said.messages.map(({ messageId }: { messageId: string }) => messageId)).size).toBe(2);
});
