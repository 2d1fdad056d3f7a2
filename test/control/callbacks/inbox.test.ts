/** What APIs send by themselves, as whoever has no receiver reads it: the inbox. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { callbacksAtMost } from '../../../src/contract/callbacks.ts';
import { loadContract } from '../../../src/contract/load.ts';
import type { AnyMock } from '../../../src/mock/mock.ts';
import { openPostOffice } from '../../gateway/post-office.ts';
import { sandboxOf, type Loose, type Sandbox } from '../../sandbox.ts';

const shop = loadContract({ name: 'shop', text: readFileSync(new URL('shop.yaml', import.meta.url), 'utf8') });

const json = async (response: Promise<Response>): Promise<Loose> => (await (await response).json()) as Loose;
const inbox = async ({ request }: Sandbox, query = ''): Promise<readonly Loose[]> =>
  (await json(request(`/_sandbox/inbox${query}`)))['messages'] as unknown as readonly Loose[];

describe('an event that a mock tells of', () => {
  test('is in the inbox as a CloudEvent, whether or not anybody subscribed', async () => {
    const office = openPostOffice();
    await office.post({ id: 'a', do: 'send' });
    const [message] = await inbox(office);
    expect(message).toMatchObject({
      number: 1,
      api: 'letters',
      type: 'letter.expected',
      kind: 'event',
      contentType: 'application/cloudevents+json',
    });
    expect(message?.['body']).toEqual({
      specversion: '1.0',
      id: message?.['id'],
      source: '/letters',
      type: 'letter.expected',
      time: '2026-01-01T00:00:00.000Z',
      data: 'a',
    });
    expect(await json(office.request(`/_sandbox/inbox/${String(message?.['id'])}`))).toEqual(message);
  });

  test('is not in the inbox where the answer was refused', async () => {
    const office = openPostOffice();
    await office.post({ id: 'a', do: 'send', refused: true });
    expect(await inbox(office)).toEqual([]);
    await office.post({ id: 'b', do: 'send' });
    expect((await inbox(office)).map(({ number }) => number)).toEqual([1]);
  });

  test('that happens later is there at its own time, and wakes whoever waits for it', async () => {
    const office = openPostOffice();
    await office.post({ id: 'a', in: 'PT2H', do: 'send' });
    const waiting = inbox(office, '?since=1&wait=20');
    setTimeout(() => office.wait(3), 20);
    expect((await waiting).map(({ type, time }) => [type, time])).toEqual([['letter.sent', '2026-01-01T02:00:00.000Z']]);
  });

  test('is told in the form of each API that has one for it, and not where that says nothing', async () => {
    const letters: AnyMock = {
      events: {
        messages: { sold: (_, about, id) => (about === 'secret' ? undefined : { subject: String(about), body: { id, sold: about } }) },
      },
      behaviours: {
        'place-order': (call) => {
          call.emit({ type: 'sold', about: (call.body as { readonly item: string }).item }); // as its contract has it
          return undefined;
        },
      },
    };
    const sandbox = sandboxOf(shop, { mock: letters });
    for (const item of ['bandage', 'secret']) await sandbox.send('POST', '/shop/orders', { item });
    const [told, ...others] = await inbox(sandbox, '?type=so*&api=shop&subject=bandage');
    expect(told).toMatchObject({ contentType: 'application/json', body: { id: told?.['id'], sold: 'bandage' } });
    expect(others).toEqual([]);
    expect(await inbox(sandbox, '?type=sold')).toHaveLength(1);
  });
});

describe('the inbox', () => {
  test('gives what came after a message by its number or its id, a page at a time, and begins no number anew', async () => {
    const office = openPostOffice();
    for (const id of ['a', 'b', 'c']) await office.post({ id, do: 'send' });
    const page = await json(office.request('/_sandbox/inbox?since=0&limit=2'));
    expect(page).toMatchObject({ last: 2, messages: [{ number: 1 }, { number: 2 }] });
    const id = String(page['messages']?.[1]?.['id']);
    expect((await inbox(office, `?since=${id}`)).map(({ number }) => number)).toEqual([3]);
    expect((await inbox(office, '?limit=1')).map(({ number }) => number)).toEqual([3]);
    office.workspace.reset();
    expect(await json(office.request('/_sandbox/inbox'))).toMatchObject({ messages: [], last: 3 });
    await office.post({ id: 'd', do: 'send' });
    expect((await inbox(office, '?since=3')).map(({ number }) => number)).toEqual([4]);
    expect((await office.request('/_sandbox/inbox?since=nobody')).status).toBe(400);
  });

  test('gives what came before a message, and between two', async () => {
    const office = openPostOffice();
    for (const id of ['a', 'b', 'c', 'd']) await office.post({ id, do: 'send' });
    const numbers = async (query: string) => (await inbox(office, query)).map(({ number }) => number);
    expect(await numbers('?before=4&limit=2')).toEqual([2, 3]);
    expect(await numbers(`?before=${String((await inbox(office))[1]?.['id'])}`)).toEqual([1]);
    expect(await numbers('?since=1&before=4')).toEqual([2, 3]);
    expect((await json(office.request('/_sandbox/inbox?before=3')))['last']).toBe(2);
    expect((await office.request('/_sandbox/inbox?before=nobody')).status).toBe(400);
  });

  test('finds what is about a person, as subject or anywhere in a body, and keeps what could be a real number out', async () => {
    const office = openPostOffice();
    for (const id of ['9000000009', 'of 9000000009, too', '9000000017']) await office.post({ id, do: 'send' });
    expect((await inbox(office, '?person=9000000009')).map(({ number }) => number)).toEqual([1, 2]);
    expect((await office.request('/_sandbox/inbox?person=4010232137')).status).toBe(422);
    expect((await office.request('/_sandbox/inbox?person=90000')).status).toBe(400);
  });

  test('says which exchange led to a message, at once or later', async () => {
    const office = openPostOffice();
    const led = async (wish: Parameters<typeof office.post>[0]): Promise<string | undefined> =>
      (await office.post(wish)).headers.get('x-sandbox-trace')?.split('/').at(-1);
    const [atOnce, later] = [await led({ id: 'a', do: 'send' }), await led({ id: 'b', in: 'PT2H', do: 'send' })];
    office.wait(3);
    const told = (await inbox(office)).map(({ type, exchange }) => [type, exchange]);
    expect(told).toEqual([
      ['letter.expected', atOnce],
      ['letter.expected', later],
      ['letter.sent', atOnce],
      ['letter.sent', later],
    ]);
    expect(atOnce).not.toBe(later);
  });

  test('keeps a thousand messages, and drops the first for the next', async () => {
    const office = openPostOffice();
    const { callbacks, store } = office.workspace;
    store.transaction(() => {
      for (let n = 0; n < 1_001; n++)
        callbacks.publish({
          ...callbacks.inbox.next(),
          api: 'letters',
          type: 'x',
          kind: 'event',
          time: 0,
          contentType: 'application/json',
          body: n,
        });
    });
    const all = await inbox(office, '?limit=1000');
    expect([all.length, all[0]?.['number'], all.at(-1)?.['number']]).toEqual([1_000, 2, 1_001]);
  });

  test('comes back with a snapshot, and what is sent then has a number of its own', async () => {
    const office = openPostOffice();
    await office.post({ id: 'a', do: 'send' });
    office.workspace.snapshots.take('one');
    await office.post({ id: 'b', do: 'send' });
    office.workspace.snapshots.restore('one');
    expect((await inbox(office)).map(({ number }) => number)).toEqual([1]);
    await office.post({ id: 'c', do: 'send' });
    expect((await inbox(office)).map(({ number }) => number)).toEqual([1, 3]);
  });
});

describe('a contract that declares callbacks and webhooks', () => {
  test('has a callback sent once the operation has succeeded: to where the request says, about what it made', async () => {
    const sandbox = sandboxOf(shop);
    const order = await json(sandbox.send('POST', '/shop/orders?channel=web', { item: 'bandage', tell: 'https://shop.example.org/told' }));
    const [shipped, counted] = await inbox(sandbox);
    expect(shipped).toMatchObject({ type: 'shipped', kind: 'callback', body: { orderId: order['orderId'], status: 'shipped' } });
    expect(shipped?.['deliveries']).toMatchObject([{ url: 'https://shop.example.org/told', state: 'refused' }]);
    expect(counted?.['deliveries']).toMatchObject([{ url: 'http://localhost:3999/count?channel=web&status=201' }]);
    expect(Number(counted?.['body']?.['total'])).toBeGreaterThan(0);
  });

  test('has it in the inbox alone where the request does not say where to, and not at all where the operation failed', async () => {
    const sandbox = sandboxOf(shop);
    const placed = await sandbox.send('POST', '/shop/orders', { item: 'bandage' });
    expect((await inbox(sandbox)).map(({ type, deliveries }) => [type, deliveries])).toEqual([
      ['shipped', []],
      ['counted', []],
    ]);
    const trace = await json(sandbox.request(String(placed.headers.get('x-sandbox-trace'))));
    expect(String(trace['notes'])).toContain('The callback shipped is in the inbox only');
    await sandbox.send('POST', '/shop/orders', { tell: 'nothing' });
    expect(await inbox(sandbox)).toHaveLength(2);
  });

  test('offers them, and has one sent by hand: as the contract shows it, or as one likes', async () => {
    const sandbox = sandboxOf(shop);
    expect((await json(sandbox.request('/_sandbox/callbacks?api=shop')))['callbacks']).toEqual([
      { api: 'shop', name: 'restocked', kind: 'webhook', method: 'PUT', examples: ['default'] },
      { api: 'shop', name: 'closing', kind: 'webhook', summary: 'The shop closes for the day', examples: ['early', 'late'] },
      {
        api: 'shop',
        name: 'shipped',
        kind: 'callback',
        operation: 'place-order',
        address: '{$request.body#/tell}',
        summary: 'Told once it is on its way',
        examples: ['default'],
      },
      {
        api: 'shop',
        name: 'counted',
        kind: 'callback',
        operation: 'place-order',
        address: 'http://localhost:3999/count?channel={$request.query.channel}&status={$statusCode}',
      },
    ]);
    const send = (body: object) => sandbox.send('POST', '/_sandbox/callbacks', { api: 'shop', name: 'closing', ...body });
    const early = await send({});
    expect([early.status, await json(sandbox.request(String(early.headers.get('location'))))]).toMatchObject([
      201,
      { body: { at: '17:00' }, byHand: true },
    ]);
    expect(await json(send({ example: 'late' }))).toMatchObject({ body: { at: '20:00' } });
    expect(await json(send({ body: ['anything'] }))).toMatchObject({ body: ['anything'] });
    expect(await json(send({ example: 'never' }))).toMatchObject({ status: 400, detail: expect.stringContaining('It shows: early, late') });
    expect((await send({ name: 'opening' })).status).toBe(404);
  });
});

test('a contract has as many callbacks sent after an operation as somebody may mean, and no more', async () => {
  const item = { post: { requestBody: { content: { 'application/json': { example: { id: 1 } } } }, responses: {} } };
  const many = (path: string) => Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`${path}${n}`, item]));
  const operation = { operationId: 'go', callbacks: { a: many('/a'), b: many('/b') }, responses: { '204': { description: 'Done.' } } };
  const document = { openapi: '3.1.0', info: { title: 'Many', version: '1' }, paths: { '/go': { post: operation } }, webhooks: many('w') };
  const sandbox = sandboxOf(JSON.stringify(document));
  expect((await sandbox.send('POST', '/go')).status).toBe(204);
  expect(await inbox(sandbox)).toHaveLength(callbacksAtMost);
  expect((await json(sandbox.request('/_sandbox/callbacks')))['callbacks']).toHaveLength(2 * callbacksAtMost);
});

test('an address that is too long to be one is refused, and cut where it is shown', async () => {
  const sandbox = sandboxOf(shop);
  await sandbox.send('POST', '/shop/orders', { item: 'bandage', tell: `https://app.example.com/${'a'.repeat(100_000)}` });
  const [delivery] = (await json(sandbox.request('/_sandbox/deliveries?state=refused')))['deliveries'] as unknown as readonly Loose[];
  expect([String(delivery?.['url']).length, delivery?.['attempts']?.[0]]).toMatchObject([
    2_049,
    { failure: expect.stringContaining('2048 characters') },
  ]);
});

test('a sandbox that sends nothing says so to whoever subscribes, and a redelivery of what is not there is not found', async () => {
  const { send } = sandboxOf(shop);
  const refused = await json(send('POST', '/_sandbox/subscriptions', { url: 'http://localhost:3000/hook' }));
  expect(refused).toMatchObject({ status: 422, detail: expect.stringContaining('nhs-sandbox listen --forward') });
  expect((await send('POST', '/_sandbox/deliveries/1.0.x/redeliver')).status).toBe(404);
});
