/** What only a deployment has: objects of an earlier release, ends that move, crashes in the middle of making, and nobody who operates it. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { mintWorkspaceId } from '../../src/workspaces/keys/ids.ts';
import { mintKey } from '../../src/workspaces/keys/keys.ts';
import { controlClient, type Made } from '../workspaces/control-client.ts';
import { bundleTestWorker } from './bundle-test-worker.ts';
import { operatorKey, startWorkerd, testSecret, workerdPlace, type Place, type Workerd } from './workerd.ts';

vi.setConfig({ hookTimeout: 60_000, testTimeout: 30_000 });

let place: Place;
let workerd: Workerd;
const { ask, make, makeMany, makeEvent } = controlClient(() => workerd.url);
beforeAll(async () => {
  place = await workerdPlace(bundleTestWorker('impatient.worker.ts'));
  workerd = await startWorkerd(place);
});
afterAll(async () => {
  await workerd.stop();
  place.remove();
});

const sweep = async () => expect((await fetch(`${workerd.url}/sweep`)).status).toBe(200);
const begin = (facts: object) => fetch(`${workerd.url}/begin`, { method: 'POST', body: JSON.stringify(facts) });

/** A workspace as the last release kept its facts. */
async function earlier(lives: number): Promise<Pick<Made, 'id' | 'managementKey'>> {
  const id = mintWorkspaceId(testSecret);
  const { key, hash } = mintKey(id);
  const facts = { id, keyHash: hash, secret: 's', seed: 7, clock: 'real', expires: Date.now() + lives };
  expect((await begin(facts)).status).toBe(200);
  return { id, managementKey: key };
}

test('a workspace of the last release is still opened by its key, though it is on no list', async () => {
  const { id, managementKey: bearer } = await earlier(3_600_000);
  const read = await ask('GET', `/w/${id}/_sandbox/workspace`, { bearer });
  expect([read.status, read.body.id, read.body.seed]).toEqual([200, id, 7]);
  const renamed = await ask('PATCH', `/w/${id}/_sandbox/workspace`, { bearer, body: { name: 'older' } });
  expect([renamed.status, renamed.body.name]).toEqual([200, 'older']);
  const { body } = await ask('GET', '/_sandbox/workspaces?limit=100', { bearer: operatorKey });
  expect(body.workspaces.map((listed: Made) => listed.id)).not.toContain(id);
  await workerd.stop();
  workerd = await workerd.restart();
  expect((await ask('GET', `/w/${id}/_sandbox/workspace`, { bearer })).body.name).toBe('older');
  expect((await ask('DELETE', `/w/${id}/_sandbox/workspace`, { bearer })).status).toBe(204);
  expect((await ask('GET', `/w/${id}/_sandbox/workspace`, { bearer })).status).toBe(401);
});

test('an object that is about the people of the first world is refused in one sentence, and can be ended', async () => {
  const { id, managementKey: bearer } = await earlier(3_600_000);
  const page = `${JSON.stringify({ collection: 'letters', key: '1', position: 1, entries: [], document: 'Ada' })}\n`;
  await fetch(`${workerd.url}/lay`, { method: 'POST', body: JSON.stringify({ id, page }) });
  for (const path of ['/_sandbox/workspace', '/_sandbox/people/9000000009', '/personal-demographics/FHIR/R4/Patient/9000000009']) {
    const { status, body } = await ask('GET', `/w/${id}${path}`, { bearer });
    expect([status, body.detail]).toEqual([409, expect.stringMatching(/^The data are of world\/1, .* about other people\.$/)]);
  }
  expect((await ask('GET', `/w/${id}/_sandbox/workspace`)).status).toBe(401);
  expect((await ask('GET', `/w/${id}/personal-demographics/FHIR/R4/Patient/9000000009`)).status).toBe(409);
  expect((await ask('DELETE', `/_sandbox/workspaces/${id}`, { bearer: operatorKey })).status).toBe(204);
  expect((await ask('GET', `/w/${id}/_sandbox/workspace`, { bearer })).status).toBe(401);
});

test('a workspace lives on where its end is moved, and closes to the moment where it is not (QTA-4)', async () => {
  const [moved, left] = [await earlier(2_000), await earlier(2_000)];
  const status = async ({ id, managementKey: bearer }: typeof moved) =>
    (await ask('GET', `/w/${id}/_sandbox/workspace`, { bearer })).status;
  expect([await status(moved), await status(left)]).toEqual([200, 200]);
  const extended = await ask('PATCH', `/w/${moved.id}/_sandbox/workspace`, { bearer: moved.managementKey, body: { hours: 1 } });
  expect(extended.status).toBe(200);
  await vi.waitFor(async () => expect(await status(left)).toBe(401), { timeout: 5_000, interval: 100 });
  // Its first alarm would have rung by now.
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await status(moved)).toBe(200);
});

test('killed while it makes thirty, it has made all of them or none, and what is left of them is swept away', async () => {
  const { code } = await makeEvent({ name: 'Killed' });
  const asked = makeMany({ count: 30, prefix: 'team' }, code).then(
    () => 30,
    () => undefined,
  );
  await new Promise((resolve) => setTimeout(resolve, 120));
  await workerd.stop();
  const answered = await asked;
  workerd = await workerd.restart();
  await sweep();
  const { workspaces } = (await ask('GET', '/_sandbox/event', { bearer: code })).body;
  expect(answered === undefined ? [0, 30] : [answered]).toContain(workspaces);
  // There is room for as many as before.
  await ask('DELETE', '/_sandbox/event', { bearer: code });
  expect((await ask('GET', '/_sandbox/event', { bearer: code })).status).toBe(401);
});

test('what ends is off the list at once, and nothing is left to sweep', async () => {
  const made = await make({ name: 'listed' }, operatorKey);
  const listed = async () =>
    (await ask('GET', '/_sandbox/workspaces?limit=100', { bearer: operatorKey })).body.workspaces as readonly Made[];
  expect((await listed()).map(({ id }) => id)).toContain(made.id);
  await ask('DELETE', `/w/${made.id}/_sandbox/workspace`, { bearer: made.managementKey });
  expect((await listed()).map(({ id }) => id)).not.toContain(made.id);
  await sweep();
  expect((await ask('GET', `/w/${made.id}/_sandbox/workspace`, { bearer: made.managementKey })).status).toBe(401);
});

test('what an event shares is as much as one call can carry, and no more', async () => {
  const { code } = await makeEvent({ name: 'Large' });
  const head = 'openapi: 3.1.0\ninfo: { title: T, version: "1" }\npaths: {}\n#';
  const put = async (name: string, size: number) =>
    (await ask('PUT', `/_sandbox/event/contracts/${name}`, { bearer: code, body: head + 'x'.repeat(size - head.length) })).status;
  expect([await put('a', 5_000_000), await put('b', 5_000_000)]).toEqual([200, 200]);
  expect([await put('c', 5_000_001), await put('c', 5_000_000), await put('c', 4_999_999)]).toEqual([413, 200, 200]);
  expect((await ask('GET', '/_sandbox/event', { bearer: code })).body.contracts).toEqual(['a', 'b', 'c']);
  expect((await make({ name: 'one' }, code)).name).toBe('one');
});

test('where no operator’s key is set nobody operates the deployment, whatever they send', async () => {
  const another = await workerdPlace();
  const unattended = await startWorkerd(another, {});
  try {
    const client = controlClient(() => unattended.url);
    const made = await client.make();
    for (const bearer of [undefined, operatorKey, 'undefined', '', made.managementKey]) {
      for (const path of ['/deployment', '/events', '/workspaces'])
        expect([path, (await client.ask('GET', `/_sandbox${path}`, { bearer })).status]).toEqual([path, 401]);
      expect((await client.ask('POST', '/_sandbox/events', { bearer, body: { name: 'x' } })).status).toBe(401);
    }
    expect((await client.ask('POST', '/_sandbox/workspaces', { body: { count: 2, prefix: 'x' } })).status).toBe(401);
  } finally {
    await unattended.stop();
    another.remove();
  }
});
