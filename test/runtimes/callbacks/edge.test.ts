/** Callbacks from a deployment on plain workerd, whose network leads nowhere, or to a receiver that tells in its log what it got. */
import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { reachOf } from '../../../src/runtimes/edge/edge-settings.ts';
import { controlClient } from '../../workspaces/control-client.ts';
import { operatorKey, startWorkerd, workerdPlace } from '../workerd.ts';

const shop = readFileSync(join(import.meta.dirname, '../../control/callbacks/shop.yaml'), 'utf8');

async function deployed(settings: Readonly<Record<string, string>>, config?: string) {
  const place = await workerdPlace(undefined, config);
  const workerd = await startWorkerd(place, { OPERATOR_KEY: operatorKey, ...settings });
  onTestFinished(async () => {
    await workerd.stop();
    place.remove();
  });
  const client = controlClient(() => workerd.url);
  const { id, managementKey: bearer } = await client.make();
  const ask = (method: string, path: string, body?: unknown) => client.ask(method, `/w/${id}/_sandbox${path}`, { bearer, body });
  await ask('PUT', '/contracts/shop', shop);
  return Object.assign(ask, { log: workerd.log, post: (path: string, body: unknown) => client.ask('POST', `/w/${id}${path}`, { body }) });
}

/** Echoes a challenge, takes by 202 what says that a message is enriched, and answers the others as if it had, with 200. */
const receiver = `export default { async fetch(request) {
  const body = await request.text();
  const { challenge } = JSON.parse(body);
  if (challenge) return Response.json({ challenge });
  console.log('got ' + JSON.stringify({ headers: Object.fromEntries(request.headers), body }));
  return new Response('', { status: body.includes('"enriched"') ? 202 : 200 });
} };`;

/** The configuration of the deployment, with all of its network being that receiver. */
function withReceiver(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-receiver-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const config = join(folder, 'workerd.capnp');
  const own = readFileSync(join(import.meta.dirname, '../../../workerd.capnp'), 'utf8');
  writeFileSync(
    config,
    own.replace(/(?<=name = "nowhere\.js", esModule = )"(?:[^"\\]|\\.)*"/, () => JSON.stringify(receiver)),
  );
  return config;
}

interface Got {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const look = () => new Promise((again) => setTimeout(again, 100));

test.each([{}, { CALLBACKS: 'yes' }, { CALLBACKS: '' }])('a deployment sends nothing where its operator says %j', (settings) => {
  expect(reachOf(settings)).toMatchObject({ loopback: false, public: false });
});

test(
  'a deployment sends where its operator and the workspace have it so, after a challenge, and tries again by its clock',
  { timeout: 120_000 },
  async () => {
    const url = 'https://app.example.com/hook';
    const ask = await deployed({ CALLBACKS: 'on', MOCK_ORIGIN: 'https://sandbox.example.org' });
    expect(await ask('POST', '/subscriptions', { url })).toMatchObject({
      status: 422,
      body: { detail: expect.stringContaining('"outbound"') },
    });
    await ask('PATCH', '/settings', { callbacks: 'outbound' });
    for (const [other, why] of [
      ['https://sandbox.example.org/hook', 'the sandbox itself'],
      ['http://localhost:3000/hook', 'Only a sandbox that listens on its own machine'],
    ])
      expect(await ask('POST', '/subscriptions', { url: other })).toMatchObject({
        status: 422,
        body: { detail: expect.stringContaining(why ?? '') },
      });
    expect((await ask('POST', '/subscriptions', { url })).status).toBe(201);
    await ask('POST', '/callbacks', { api: 'shop', name: 'closing' });
    const tried = async (times: number) => {
      for (;;) {
        const [delivery] = (await ask('GET', '/deliveries')).body.deliveries;
        if (delivery?.state === 'waiting' && delivery.attempts.length >= times) return delivery;
        await look();
      }
    };
    expect((await tried(1)).attempts[0]?.failure).toContain('did not answer with JSON');
    // The second comes five seconds after the first.
    expect((await tried(2)).attempts).toHaveLength(2);
  },
);

test(
  'an API that has a manner of its own has it at the edge too: its signature, its statuses, and two hours',
  { timeout: 120_000 },
  async () => {
    const ask = await deployed({ CALLBACKS: 'on', MOCK_ORIGIN: 'https://sandbox.example.org' }, withReceiver());
    await ask('PATCH', '/settings', { callbacks: 'outbound' });
    const { secret } = (await ask('POST', '/subscriptions', { url: 'https://app.example.com/hook', types: ['message-status'] })).body;
    const attributes = {
      routingPlanId: '00000000-0000-0000-0000-000000000003',
      messageReference: 'r',
      recipient: { nhsNumber: '9990548609' },
      personalisation: { sms_body: 'Monday' },
    };
    expect((await ask.post('/comms/v1/messages', { data: { type: 'Message', attributes } })).status).toBe(201);
    const got = async (count: number): Promise<readonly Got[]> => {
      for (;;) {
        const all = [...ask.log().matchAll(/^got (.+)$/gm)].map(([, line = '']) => JSON.parse(line) as Got); // as the receiver wrote it
        if (all.length >= count) return all;
        await look();
      }
    };
    const states = async () =>
      (await ask('GET', '/deliveries')).body.deliveries
        .toReversed()
        .map(({ state, attempts }: { readonly state: string; readonly attempts: readonly object[] }) => `${state} ${attempts.length}`);
    // Nobody asks: its alarm wakes the object a second later.
    const [first] = await got(1);
    if (!first) throw new Error('nothing came');
    expect(first.headers).toMatchObject({
      'x-api-key': secret,
      'x-hmac-sha256-signature': createHmac('sha256', `demo.${secret}`).update(first.body).digest('hex'),
    });
    await ask('POST', '/clock/advance', { by: 'PT1M' });
    await got(4);
    await ask('POST', '/clock/advance', { by: 'PT3H' });
    for (const until = ['failed 8', 'delivered 1', 'failed 8', 'failed 8']; ; await look()) {
      if (`${await states()}` === `${until}`) break;
    }
  },
);
