/** Callbacks from a server on this machine to receivers on it: signed, in order, tried again by the workspace's clock, and never lost. */
import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadContract } from '../../../src/contract/load.ts';
import { nobody } from '../../../src/population.ts';
import { startNode, type NodeOptions, type NodeSandbox } from '../../../src/runtimes/node/node.ts';
import { frozenClock } from '../../../src/workspace/time/clock.ts';
import { ownApis } from '../../../src/runtimes/own-apis.ts';
import { freePort } from '../../free-port.ts';
import { start } from '../../cli/started.ts';
import { world } from '../../sandbox.ts';
import { isSigned, openReceiver } from './receiver.ts';

const file = join(import.meta.dirname, '../../control/callbacks/shop.yaml');
const contract = loadContract({ name: 'shop', text: readFileSync(file, 'utf8') });
const open: NodeSandbox[] = [];
const folder = mkdtempSync(join(tmpdir(), 'sandbox-callbacks-'));
afterAll(async () => {
  for (const sandbox of open) await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
});

const opened = async (options: Partial<NodeOptions> = {}): Promise<NodeSandbox> => {
  const clock = frozenClock(Date.UTC(2026, 0, 1));
  const sandbox = await startNode({ apis: [{ contract }], population: nobody, clock, seed: 1, host: '127.0.0.1', port: 0, ...options });
  open.push(sandbox);
  return sandbox;
};

interface Told {
  readonly id: string;
  readonly secret: string;
  readonly detail: string;
  readonly state: string;
  readonly enabled: boolean;
  readonly due: string;
  readonly attempts: readonly { readonly at: string; readonly status?: number; readonly failure?: string }[];
  readonly deliveries: readonly Told[];
}

/** One sandbox for all of them: each test has a workspace of its own, with a clock that stands still. */
const { url: home } = await opened({ opensNames: true });
let workspaces = 0;
function client(base = `${home}/w/test-${++workspaces}`) {
  const ask = async (method: string, path: string, body?: unknown): Promise<Told> => {
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(base + path, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
    const text = await response.text();
    return { status: response.status, ...(text === '' ? {} : JSON.parse(text)) } as unknown as Told; // as its contract says
  };
  return {
    ask,
    subscribe: (url: string, more: object = {}) => ask('POST', '/_sandbox/subscriptions', { url, ...more }),
    /** Has the shop close. */
    close: (at: string) => ask('POST', '/_sandbox/callbacks', { api: 'shop', name: 'closing', body: { at } }),
    wait: (by: string) => ask('POST', '/_sandbox/clock/advance', { by }),
    /** The newest delivery, once it is as wanted. */
    async delivery(state: string): Promise<Told> {
      for (;;) {
        const [newest] = (await ask('GET', '/_sandbox/deliveries')).deliveries;
        if (newest?.state === state) return newest;
        await new Promise((look) => setTimeout(look, 20));
      }
    },
  };
}

test('a message is sent to whoever subscribed to its type, signed so that they can tell it is ours', async () => {
  const { subscribe, close, ask } = client();
  const [wanted, unwanted] = await Promise.all([openReceiver(), openReceiver()]);
  const { secret } = await subscribe(wanted.url, { types: ['clos*'], api: 'shop' });
  await subscribe(unwanted.url, { types: ['opening'] });
  const message = await close('17:00');
  const [got] = await wanted.until(1);
  if (!got) throw new Error('nothing came');
  expect(got.headers).toMatchObject({ 'content-type': 'application/json', 'user-agent': 'nhs-api-sandbox', 'webhook-id': message.id });
  expect(JSON.parse(got.body)).toEqual({ at: '17:00' });
  expect([isSigned(got, secret), isSigned(got, 'whsec_AAAA')]).toEqual([true, false]);
  expect(isSigned({ ...got, body: `${got.body} ` }, secret)).toBe(false);
  expect((await ask('GET', `/_sandbox/inbox/${message.id}`)).deliveries).toMatchObject([{ url: wanted.url }]);
  expect(unwanted.got).toEqual([]);
});

test('what a receiver does not take is tried again by the clock of the workspace, seen as failed at the end, and sent once more by hand', async () => {
  const { subscribe, close, wait, delivery, ask } = client();
  const receiver = await openReceiver();
  receiver.answer(500);
  await subscribe(receiver.url);
  const { id } = await close('17:00');
  expect(await delivery('waiting')).toMatchObject({
    attempts: [{ at: '2026-01-01T00:00:00.000Z', status: 500 }],
    due: '2026-01-01T00:00:05.000Z',
  });
  await wait('PT5S');
  await receiver.until(2);
  expect(await delivery('waiting')).toMatchObject({ due: '2026-01-01T00:05:05.000Z' });
  await wait('P7D');
  const failed = await delivery('failed');
  expect(receiver.got.map(({ headers }) => headers['webhook-id'])).toEqual(Array.from({ length: 10 }, () => id));
  receiver.answer(204);
  expect(await ask('POST', `/_sandbox/deliveries/${failed.id}/redeliver`)).toMatchObject({ status: 202, state: 'sending' });
  expect((await delivery('delivered')).attempts.map(({ status }) => status)).toEqual([...Array.from({ length: 10 }, () => 500), 204]);
});

test('a receiver that is busy (429, 503) is sent it again when it wants, and not sooner', async () => {
  const { subscribe, close, delivery } = client();
  const receiver = await openReceiver();
  await subscribe(receiver.url);
  const untilDue = async (status: number, retryAfter: string): Promise<number> => {
    receiver.answer(status);
    receiver.wantsRest(retryAfter);
    await close('17:00');
    await receiver.until(receiver.got.length + 1);
    return (Date.parse((await delivery('waiting')).due) - Date.UTC(2026, 0, 1)) / 1000;
  };
  const inTwoHours = new Date(Date.now() + 2 * 3_600_000).toUTCString();
  expect(await untilDue(503, '3600')).toBe(3_600);
  expect(await untilDue(429, inTwoHours)).toSatisfy((seconds: number) => seconds > 7_000 && seconds <= 7_200);
  expect(await untilDue(503, '999999999')).toBe(24 * 3_600);
  for (const [status, retryAfter] of [
    [503, '1'],
    [503, 'soon'],
    [429, new Date(0).toUTCString()],
    [500, '3600'],
  ] as const)
    expect([retryAfter, await untilDue(status, retryAfter)]).toEqual([retryAfter, 5]);
});

test('what a contract declares goes by the method that it names', async () => {
  const { ask } = client();
  const receiver = await openReceiver();
  expect(await ask('POST', '/_sandbox/callbacks', { api: 'shop', name: 'restocked', url: receiver.url })).toMatchObject({ method: 'PUT' });
  expect(await receiver.until(1)).toMatchObject([{ method: 'PUT', body: '{"item":"bandage"}' }]);
});

test('a receiver that is not there, or redirects to somewhere else, is a failure that says so', async () => {
  const { subscribe, close, delivery, ask } = client();
  const receiver = await openReceiver();
  receiver.answer(307);
  const { id } = await subscribe(receiver.url);
  await close('17:00');
  expect((await delivery('waiting')).attempts[0]?.failure).toContain('redirects to where nothing may be sent');
  await ask('PATCH', `/_sandbox/subscriptions/${id}`, { url: `http://localhost:${await freePort()}/hook` });
  await close('18:00');
  expect((await delivery('waiting')).attempts[0]?.failure).toBe('The receiver could not be reached (ECONNREFUSED).');
});

test('one that wants no more (410) is sent no more', async () => {
  const { subscribe, close, delivery, ask } = client();
  const receiver = await openReceiver();
  receiver.answer(410);
  const { id } = await subscribe(receiver.url);
  await close('17:00');
  await delivery('failed');
  expect(await ask('GET', `/_sandbox/subscriptions/${id}`)).toMatchObject({ enabled: false });
  expect((await close('18:00')).deliveries).toEqual([]);
});

test('messages arrive in their order, and twice, late or out of order where a subscription asks for that', async () => {
  const { subscribe, close, wait, delivery, ask } = client();
  const receiver = await openReceiver();
  const { id } = await subscribe(receiver.url);
  const change = (what: object) => ask('PATCH', `/_sandbox/subscriptions/${id}`, what);
  const come = (): string[] => receiver.got.map(({ body }) => (JSON.parse(body) as { at: string }).at); // as they were sent
  for (let n = 1; n <= 12; n++) await close(String(n));
  await receiver.until(12);
  expect(come()).toEqual(Array.from({ length: 12 }, (_, n) => String(n + 1)));
  await change({ duplicates: 1 });
  const { id: twice } = await close('twice');
  await receiver.until(14);
  expect(receiver.got.slice(12).map(({ headers }) => headers['webhook-id'])).toEqual([twice, twice]);
  await change({ duplicates: 0, delay: 'PT5S' });
  await close('late');
  expect(await delivery('waiting')).toMatchObject({ attempts: [], due: '2026-01-01T00:00:05.000Z' });
  await wait('PT5S');
  await receiver.until(15);
  await change({ delay: null, reorder: 'PT1M' });
  await close('first');
  await close('second');
  await receiver.until(16);
  await wait('PT1M');
  await receiver.until(17);
  expect(come().slice(14)).toEqual(['late', 'second', 'first']);
});

test('a message that is to wait for longer than there are years of four digits is due at their end', async () => {
  const { subscribe, close, delivery, ask } = client();
  const { id } = await subscribe((await openReceiver()).url);
  await ask('PATCH', `/_sandbox/subscriptions/${id}`, { delay: 'P99999999999W' });
  await close('never');
  expect(await delivery('waiting')).toMatchObject({ due: '9999-12-31T23:59:59.999Z' });
});

test('a callback goes to the address that the request named, signed by the workspace', async () => {
  const { ask } = client();
  const receiver = await openReceiver();
  const placed = await ask('POST', '/shop/orders', { item: 'bandage', tell: `${receiver.url}?for=me` });
  const [got] = await receiver.until(1);
  if (!got) throw new Error('nothing came');
  const { signingSecret } = (await ask('GET', '/_sandbox/subscriptions')) as unknown as { readonly signingSecret: string }; // as its contract says
  expect([got.path, isSigned(got, signingSecret)]).toEqual(['/hook?for=me', true]);
  expect(JSON.parse(got.body)).toEqual({ orderId: (placed as unknown as { readonly orderId: string }).orderId, status: 'shipped' });
});

test('nothing is sent to the sandbox itself, to another address, or where the workspace wants it all in its inbox', async () => {
  const { subscribe, close, ask, delivery } = client();
  for (const [url, why] of [
    [`${home}/_sandbox/reset`, 'the sandbox itself'],
    ['https://app.example.org/hook', 'starts it with --callbacks'],
    ['https://192.168.1.20/hook', 'no address in numbers'],
  ] as const)
    expect(await subscribe(url)).toMatchObject({ status: 422, detail: expect.stringContaining(why) });
  const receiver = await openReceiver();
  const { id } = await subscribe(receiver.url);
  await ask('PATCH', '/_sandbox/settings', { callbacks: 'inbox' });
  await close('17:00');
  expect(await delivery('refused')).toMatchObject({ attempts: [{ failure: expect.stringContaining('in its inbox') }] });
  expect(await ask('GET', `/_sandbox/subscriptions/${id}`)).toMatchObject({ refusal: expect.stringContaining('in its inbox') });
  expect(receiver.got).toEqual([]);
});

test('a server that may be reached from elsewhere sends to no receiver on its machine', async () => {
  const proxied = client((await opened({ allowHosts: ['sandbox.example.org'] })).url);
  expect(await proxied.subscribe('http://localhost:3000/hook')).toMatchObject({
    status: 422,
    detail: expect.stringContaining('listen --forward'),
  });
});

test('a server that ends waits for nobody who waits for a message', async () => {
  const ending = await opened();
  const asked = fetch(`${ending.url}/_sandbox/inbox?wait=30`);
  // Until it is being answered.
  await new Promise((begun) => setTimeout(begun, 200));
  const begun = performance.now();
  await ending.close();
  expect(await (await asked).json()).toEqual({ data: 'synthetic', messages: [], last: 0 });
  expect(performance.now() - begun).toBeLessThan(5_000);
});

test('what was being sent when the process was killed is sent by the next', async () => {
  const receiver = await openReceiver();
  receiver.answer(0, 200);
  const words = [file, '--port', '0', '--data', join(folder, 'data.sqlite')];
  const first = start(words, { cwd: folder });
  const urlIn = (output: string): string => /http:\/\/localhost:\d+|http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0] ?? '';
  const { subscribe, close } = client(urlIn(await first.until(/http:\/\/\S+:\d+/)));
  await subscribe(receiver.url);
  const { id } = await close('17:00');
  await receiver.until(1);
  first.child.kill('SIGKILL');
  await first.ended();
  const second = start(words, { cwd: folder });
  const again = client(urlIn(await second.until(/http:\/\/\S+:\d+/)));
  await receiver.until(2);
  expect(receiver.got.map(({ headers }) => headers['webhook-id'])).toEqual([id, id]);
  expect(await again.delivery('delivered')).toMatchObject({ attempts: [{ status: 200 }] });
}, 60_000);

const text = {
  data: {
    type: 'Message',
    attributes: {
      routingPlanId: '00000000-0000-0000-0000-000000000003',
      messageReference: 'in its own manner',
      recipient: { nhsNumber: '9990548609' },
      personalisation: { sms_body: 'See you on Monday.' },
    },
  },
};

test('an API that has a manner of its own signs by it, takes its own statuses for an answer, and tries again as it does', async () => {
  const { url } = await opened({ apis: await ownApis(['notify']), population: world() });
  const { ask, subscribe, wait, delivery } = client(url);
  const receiver = await openReceiver();
  receiver.answer(200, 202);
  const { secret } = await subscribe(receiver.url, { types: ['message-status'], duplicates: 1 });
  await ask('POST', '/comms/v1/messages', text);
  await wait('PT1S');
  const [got] = await receiver.until(1);
  if (!got) throw new Error('nothing came');
  const signature = createHmac('sha256', `demo.${secret}`).update(got.body).digest('hex');
  expect(got.headers).toMatchObject({
    'x-api-key': secret,
    'x-hmac-sha256-signature': signature,
    'content-type': 'application/vnd.api+json',
  });
  expect(got.headers['webhook-signature']).toBeUndefined();
  expect(JSON.parse(got.body)).toMatchObject({ data: [{ attributes: { messageStatus: 'pending_enrichment' } }] });
  // Any 2xx but 202 is as good as no answer.
  expect(await delivery('waiting')).toMatchObject({ attempts: [{ status: 200 }], due: '2026-01-01T00:00:11.000Z' });
  await wait('PT10S');
  const bodies = (await receiver.until(3)).map(({ body }) => body).filter((body) => body === got.body);
  expect(bodies.length).toBeGreaterThanOrEqual(3);
});
