/** Callbacks from a deployment on plain workerd, whose network leads nowhere: nothing is delivered, and everything about it is as it would be. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { reachOf } from '../../../src/runtimes/edge/edge-settings.ts';
import { controlClient } from '../../workspaces/control-client.ts';
import { operatorKey, startWorkerd, workerdPlace } from '../workerd.ts';

const shop = readFileSync(join(import.meta.dirname, '../../control/callbacks/shop.yaml'), 'utf8');

async function deployed(settings: Readonly<Record<string, string>>) {
  const place = await workerdPlace();
  const workerd = await startWorkerd(place, { OPERATOR_KEY: operatorKey, ...settings });
  onTestFinished(async () => {
    await workerd.stop();
    place.remove();
  });
  const client = controlClient(() => workerd.url);
  const { id, managementKey: bearer } = await client.make();
  const ask = (method: string, path: string, body?: unknown) => client.ask(method, `/w/${id}/_sandbox${path}`, { bearer, body });
  await ask('PUT', '/contracts/shop', shop);
  return ask;
}

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
        await new Promise((look) => setTimeout(look, 100));
      }
    };
    expect((await tried(1)).attempts[0]?.failure).toContain('did not answer with JSON');
    // The second comes five seconds after the first.
    expect((await tried(2)).attempts).toHaveLength(2);
  },
);
