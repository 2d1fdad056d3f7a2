/** Events, organisers and operators: the same story on a server on Node and on workerd, each told by somebody who sits elsewhere. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ownApis } from '../../src/runtimes/own-apis.ts';
import { startNode } from '../../src/runtimes/node/node.ts';
import { populationOf } from '../../src/runtimes/population.ts';
import { realClock } from '../../src/workspace/time/clock.ts';
import { randomFrom, realRange } from '../gateway/live-numbers.ts';
import { operatorKey, startWorkerd, workerdPlace } from '../runtimes/workerd.ts';
import { controlClient, type Made } from './control-client.ts';

vi.setConfig({ hookTimeout: 60_000, testTimeout: 30_000 });

interface Home {
  readonly url: string;
  stop(): Promise<void>;
}

async function onNode(): Promise<Home> {
  const { url, close } = await startNode({
    apis: await ownApis(),
    population: populationOf(42, 1_000),
    clock: realClock,
    seed: 42,
    host: '127.0.0.1',
    port: 0,
    operatorKey,
  });
  return { url, stop: close };
}

async function onWorkerd(): Promise<Home> {
  const place = await workerdPlace();
  const { url, stop } = await startWorkerd(place);
  return {
    url,
    async stop() {
      await stop();
      place.remove();
    },
  };
}

const parcels = readFileSync(join(import.meta.dirname, '../runtimes/parcels.yaml'), 'utf8');

describe.each([
  ['Node', onNode],
  ['workerd', onWorkerd],
])('on %s', (_, start) => {
  let home: Home;
  const { ask, make, makeMany, makeEvent } = controlClient(() => home.url);
  beforeAll(async () => {
    home = await start();
  });
  afterAll(() => home.stop());

  const own = (made: Made, method: string, path: string, body?: unknown) =>
    ask(method, `/w/${made.id}/_sandbox${path}`, { bearer: made.managementKey, body });
  const nameOf = async (made: Made) => (await own(made, 'GET', '/workspace')).body.name;
  const send = (made: Made, to: string) => ask('POST', `/w/${made.id}/parcels/v1/parcels`, { body: { to, grams: 5 } });
  const sent = async (made: Made): Promise<number> => (await ask('GET', `/w/${made.id}/parcels/v1/parcels`)).body.length;

  test('an organiser makes a dozen workspaces at once, resets one, forks one for a late team, and ends them all', async () => {
    const event = await makeEvent({ name: 'Leeds hackathon', limit: 20, hours: 48 });
    const bearer = event.code;
    expect((await ask('PUT', '/_sandbox/event/contracts/parcels', { bearer, body: parcels })).status).toBe(200);
    const teams = await makeMany({ count: 12, prefix: 'team', hours: 24 }, bearer);
    expect(teams.map(({ name }) => name)).toEqual(Array.from({ length: 12 }, (_, i) => `team-${String(i + 1).padStart(2, '0')}`));
    expect(new Set(teams.map(({ id }) => id)).size).toBe(12);
    const [one, two, three] = teams as [Made, Made, Made];
    for (const team of [one, two]) for (const to of ['Leeds', 'York']) expect((await send(team, to)).status).toBe(201);
    const before = await sent(three);
    expect(await sent(one)).toBe(before + 2);

    expect((await ask('POST', `/_sandbox/workspaces/${one.id}/reset`, { bearer })).status).toBe(204);
    expect([await sent(one), await sent(two)]).toEqual([before, before + 2]);

    const forked = await ask('POST', `/_sandbox/workspaces/${two.id}/fork`, { bearer, body: { name: 'late' } });
    expect(forked.status).toBe(201);
    expect(await sent(forked.body)).toBe(before + 2);
    await send(forked.body, 'Hull');
    expect([await sent(forked.body), await sent(two)]).toEqual([before + 3, before + 2]);
    expect(await nameOf(forked.body)).toBe('late');

    const counted = (await ask('GET', '/_sandbox/event', { bearer })).body;
    expect(counted).toMatchObject({ name: 'Leeds hackathon', limit: 20, workspaces: 13, contracts: ['parcels'] });
    expect(counted.counters.changes).toBe(5);
    expect((await ask('POST', '/_sandbox/event/reset', { bearer })).body).toEqual({ workspaces: 13 });
    expect(await sent(two)).toBe(before);

    expect((await ask('DELETE', '/_sandbox/event', { bearer })).status).toBe(204);
    for (const gone of [one, three, forked.body]) expect((await own(gone, 'GET', '/workspace')).status).toBe(401);
    expect((await ask('GET', '/_sandbox/event', { bearer })).status).toBe(401);
  });

  test('an organiser sees how each team does: what came last, why most of the latest were refused, and how its clock goes; nothing of what was sent', async () => {
    const { code: bearer } = await makeEvent({ name: 'Who is stuck', hours: 48 });
    const teams = await makeMany({ names: ['Owls', 'Cats', 'Bees'], clock: '2026-03-01T09:00:00Z' }, bearer);
    expect(teams.map(({ name }) => name)).toEqual(['Owls', 'Cats', 'Bees']);
    const [owls, cats] = teams as [Made, Made];
    const patient = (made: Made) => ask('GET', `/w/${made.id}/personal-demographics/FHIR/R4/Patient/9000000009?secret=word`);
    for (let i = 0; i < 3; i++) await patient(owls);
    const listed = async () => {
      const { status, body } = await ask('GET', '/_sandbox/workspaces?counters=true', { bearer });
      expect(status).toBe(200);
      return body.workspaces.map(({ counters }: { counters: object }) => counters);
    };
    const clock = { mode: 'frozen', at: '2026-03-01T09:00:00.000Z' };
    const first = await listed();
    expect(first).toEqual([
      {
        requests: 3,
        refused: 3,
        changes: 0,
        lastUsed: expect.any(String),
        last: { method: 'GET', api: 'personal-demographics', operation: 'get-patient', status: 400 },
        recent: {
          exchanges: 3,
          refused: 3,
          inARow: 3,
          commonest: { status: 400, problem: 'missing-value', in: 'header', name: 'X-Request-ID', exchanges: 3 },
          // What is refused here is no surprise in integration.
          notes: { exchanges: 0 },
        },
        clock,
      },
      { requests: 0, refused: 0, changes: 0, clock },
      { requests: 0, refused: 0, changes: 0, clock },
    ]);
    await patient(cats);
    expect((await listed())[1]).toMatchObject({ requests: 1, recent: { inARow: 1 } });
    const { body: event } = await ask('GET', '/_sandbox/event?counters=false', { bearer });
    expect(event).toMatchObject({ name: 'Who is stuck', workspaces: 3 });
    expect(event).not.toHaveProperty('counters');
    const [all, few] = await Promise.all(['', '?bytes=false'].map((query) => own(owls, 'GET', `/workspace${query}`)));
    expect([all?.body.counters.bytes, few?.body.counters]).toEqual([expect.any(Number), first[0]]);
    expect((await ask('POST', '/_sandbox/workspaces', { bearer, body: { names: ['One', 'Two'], count: 3 } })).status).toBe(400);
    expect((await ask('POST', '/_sandbox/workspaces', { bearer, body: { names: ['One', realRange(randomFrom(7))] } })).status).toBe(422);
  });

  test('an organiser sees how many of the last requests pass here and would fail in integration, by the rules of the APIs that the team has, in words of the rule', async () => {
    const { code: bearer } = await makeEvent({ name: 'Passes here' });
    const [owls] = (await makeMany({ names: ['Owls', 'Cats'] }, bearer)) as [Made, Made];
    const notes = async (): Promise<object> => {
      const { body } = await ask('GET', '/_sandbox/workspaces?counters=true', { bearer });
      return body.workspaces[0].counters.recent.notes;
    };
    /** They are not judged anew at every look. */
    const soon = { timeout: 10_000, interval: 500 };
    const headers = { 'X-Request-ID': crypto.randomUUID() };
    for (let i = 0; i < 2; i++)
      expect((await fetch(`${owls.baseUrl}/personal-demographics/FHIR/R4/Patient/9000000009`, { headers })).status).toBe(200);
    const commonest = { rule: 'token-missing', title: 'Every request to a restricted API has an access token', exchanges: 2 };
    expect(await notes()).toEqual({ exchanges: 2, commonest });
    // By the contracts that it brought, as by ours.
    expect((await own(owls, 'PUT', '/contracts/parcels', parcels)).status).toBe(200);
    for (let i = 0; i < 19; i++) await send(owls, 'Somebody');
    await expect.poll(notes, soon).toEqual({ exchanges: 1, commonest: { ...commonest, exchanges: 1 } });
    await send(owls, 'Somebody');
    await expect.poll(notes, soon).toEqual({ exchanges: 0 });
  });

  test('what is handed out with a workspace works as it stands, and a workspace of an event ends with it', async () => {
    const event = await makeEvent({ name: 'Three days', hours: 72 });
    const [one, two] = (await makeMany({ count: 2, prefix: 'team' }, event.code)) as [Made, Made];
    expect([one.expires, two.expires]).toEqual([event.expires, event.expires]);
    const forked = (await ask('POST', `/_sandbox/workspaces/${one.id}/fork`, { bearer: event.code })).body as Made;
    for (const made of [await make(), one, two, forked]) {
      // Runs what is to be pasted.
      const { stdout } = await promisify(execFile)('sh', ['-c', made.curl.replace('curl ', 'curl -sf ')]);
      expect(JSON.parse(stdout)).toMatchObject({ resourceType: 'Patient' });
      expect(made.env).toEqual([`NHS_SANDBOX_URL=${made.baseUrl}`, `NHS_SANDBOX_KEY=${made.managementKey}`]);
    }
  });

  test('says what is missing, in words of who asks', async () => {
    const made = await make();
    const said = async (method: string, path: string, asking = {}): Promise<string> => (await ask(method, path, asking)).text;
    expect(await said('POST', '/_sandbox/workspaces', { body: { count: 2, prefix: 'x' } })).toContain('wants the code of an event');
    expect(await said('GET', `/w/${made.id}`)).toContain(`see /w/${made.id}/_sandbox/catalogue`);
    expect(await said('GET', `/w/${made.id}/_sandbox`)).toContain(`Begin with /w/${made.id}/_sandbox/catalogue`);
    const asking = { bearer: made.managementKey, body: parcels.replaceAll(/[\r\n]/g, '') };
    expect(await said('PUT', `/w/${made.id}/_sandbox/contracts/parcels`, asking)).toContain('--data-binary');
  });

  test('as many are made as an event may have and not one more, however many ask at a time (QTA-1)', async () => {
    const { code } = await makeEvent({ name: 'Small', limit: 10 });
    const asked = await Promise.all(
      Array.from({ length: 14 }, (_, i) => ask('POST', '/_sandbox/workspaces', { bearer: code, body: { name: `team ${i}` } })),
    );
    expect(asked.map(({ status }) => status).sort()).toEqual([...Array<number>(10).fill(201), ...Array<number>(4).fill(409)]);
    const all = (await ask('GET', '/_sandbox/workspaces?limit=100', { bearer: code })).body.workspaces as Made[];
    expect(all).toHaveLength(10);
    // All of a batch, or none.
    expect((await ask('DELETE', `/_sandbox/workspaces/${all[0]?.id}`, { bearer: code })).status).toBe(204);
    expect((await ask('POST', '/_sandbox/workspaces', { bearer: code, body: { count: 2, prefix: 'x' } })).status).toBe(409);
    expect((await ask('GET', '/_sandbox/event', { bearer: code })).body.workspaces).toBe(9);
    expect((await ask('POST', '/_sandbox/workspaces', { bearer: code, body: { name: 'x' } })).status).toBe(201);
  });

  test('none are made where one thing that was wished for cannot be', async () => {
    const { code } = await makeEvent({ name: 'Strict', limit: 10 });
    const contracts = [
      { name: 'parcels', text: parcels },
      { name: 'broken', text: 'no contract at all' },
    ];
    expect((await ask('POST', '/_sandbox/workspaces', { bearer: code, body: { count: 3, prefix: 'x', contracts } })).status).toBe(422);
    expect((await ask('GET', '/_sandbox/event', { bearer: code })).body.workspaces).toBe(0);
    expect((await ask('GET', '/_sandbox/workspaces', { bearer: code })).body).toEqual({ workspaces: [] });
  });

  test('lists are in order of making, a page at a time, and show an organiser nobody else’s', async () => {
    const [mine, other] = [await makeEvent({ name: 'Mine' }), await makeEvent({ name: 'Other' })];
    await makeMany({ count: 5, prefix: 'a' }, mine.code);
    await makeMany({ count: 3, prefix: 'x' }, other.code);
    await makeMany({ count: 4, prefix: 'b' }, mine.code);
    const namesOf = async (bearer: string, limit: number, query = ''): Promise<readonly string[]> => {
      const names: string[] = [];
      for (let after: string | undefined = ''; after !== undefined;) {
        const page = await ask('GET', `/_sandbox/workspaces?limit=${limit}${query}${after && `&after=${encodeURIComponent(after)}`}`, {
          bearer,
        });
        expect(page.status).toBe(200);
        expect(page.text).not.toMatch(/nhss_|secret|"keys"/);
        names.push(...page.body.workspaces.map(({ name }: Made) => name));
        after = page.body.next;
      }
      return names;
    };
    const own = ['a-01', 'a-02', 'a-03', 'a-04', 'a-05', 'b-01', 'b-02', 'b-03', 'b-04'];
    for (const limit of [2, 3, 9, 100]) expect(await namesOf(mine.code, limit)).toEqual(own);
    expect(await namesOf(operatorKey, 4, `&event=${mine.id}`)).toEqual(own);
    const all = await namesOf(operatorKey, 7);
    expect(all.filter((name) => /^[axb]-0\d$/.test(name)).slice(-12)).toEqual([
      ...own.slice(0, 5),
      'x-01',
      'x-02',
      'x-03',
      ...own.slice(5),
    ]);
  });

  test('a key is replaced at once, or with time to change over (KEY-4)', async () => {
    const { code } = await makeEvent({ name: 'Keys' });
    const [made] = await makeMany({ count: 1, name: 'one' }, code).then((one) => one as [Made]);
    const opens = async (managementKey: string) => (await own({ ...made, managementKey }, 'GET', '/workspace')).status;
    const second = (await own(made, 'POST', '/workspace/rotate-key', { overlapMinutes: 5 })).body.managementKey;
    expect([await opens(made.managementKey), await opens(second)]).toEqual([200, 200]);
    const third = (await ask('POST', `/_sandbox/workspaces/${made.id}/rotate-key`, { bearer: code, body: {} })).body.managementKey;
    expect([await opens(made.managementKey), await opens(second), await opens(third)]).toEqual([401, 401, 200]);
  });

  test('a workspace is renamed, and its end moved, never beyond that of its event', async () => {
    const { code, expires } = await makeEvent({ name: 'Ends', hours: 10 });
    const [made] = await makeMany({ count: 1, name: 'one', hours: 2 }, code).then((one) => one as [Made]);
    const changed = await own(made, 'PATCH', '/workspace', { name: 'another', hours: 5 });
    expect(changed.body.name).toBe('another');
    expect(Date.parse(changed.body.expires) - Date.now()).toBeGreaterThan(4.9 * 3_600_000);
    expect((await own(made, 'PATCH', '/workspace', { hours: 500 })).body.expires).toBe(expires);
    const [listed] = (await ask('GET', '/_sandbox/workspaces', { bearer: code })).body.workspaces;
    expect(listed).toMatchObject({ name: 'another', expires });
    const shorter = await ask('PATCH', '/_sandbox/event', { bearer: code, body: { hours: 1, announcement: 'Lunch is at one.' } });
    expect(shorter.body.announcement).toBe('Lunch is at one.');
    const after = (await own(made, 'GET', '/workspace')).body;
    expect(after.announcement).toBe('Lunch is at one.');
    expect(Date.parse(after.expires)).toBeLessThanOrEqual(Date.parse(shorter.body.expires));
  });

  test('what an event shares is in its workspaces, in later ones as well, and is taken from all of them', async () => {
    const { code } = await makeEvent({ name: 'Shares' });
    const early = await make({ name: 'early' }, code);
    expect((await ask('PUT', '/_sandbox/event/contracts/parcels', { bearer: code, body: parcels })).status).toBe(200);
    const late = await make({ name: 'late' }, code);
    for (const made of [early, late]) expect((await send(made, 'Leeds')).status).toBe(201);
    expect((await ask('PUT', '/_sandbox/event/contracts/broken', { bearer: code, body: 'no contract' })).status).toBe(422);
    expect((await ask('DELETE', '/_sandbox/event/contracts/parcels', { bearer: code })).status).toBe(204);
    for (const made of [early, late]) expect((await send(made, 'Leeds')).status).toBe(404);
    expect((await ask('DELETE', '/_sandbox/event/contracts/parcels', { bearer: code })).status).toBe(404);
  });

  test('a workspace is made as it was wished for', async () => {
    const wishes = {
      name: 'wished',
      seed: 7,
      population: 2_000,
      clock: '2026-01-02T03:04:05Z',
      settings: { unknownIds: 'refuse', delay: 1 },
      contracts: [{ name: 'parcels.yaml', text: parcels }],
    };
    const made = await make(wishes, operatorKey);
    expect(made).toMatchObject({ name: 'wished', seed: 7, population: 2_000, clock: '2026-01-02T03:04:05.000Z', data: 'synthetic' });
    const read = (await own(made, 'GET', '/workspace')).body;
    expect(read).toMatchObject({ contracts: ['parcels'], settings: { unknownIds: 'refuse', delay: 1 } });
    expect((await own(made, 'GET', '/settings')).body).toMatchObject({ unknownIds: 'refuse', delay: 1 });
    const forked = (await own(made, 'POST', '/workspace/fork', {})).body as Made;
    expect((await own(forked, 'GET', '/workspace')).body).toMatchObject({
      seed: 7,
      population: 2_000,
      contracts: ['parcels'],
      settings: read.settings,
    });
  });

  test('the operator closes sign-up, and is the only one who may', async () => {
    const event = await makeEvent({ name: 'Open still' });
    const set = (signUp: string) => ask('PATCH', '/_sandbox/deployment', { bearer: operatorKey, body: { signUp } });
    const makes = async (bearer?: string) => (await ask('POST', '/_sandbox/workspaces', { bearer, body: { name: 'x' } })).status;
    expect((await set('events')).body.signUp).toBe('events');
    expect([await makes(), await makes(event.code), await makes(operatorKey)]).toEqual([403, 201, 201]);
    await set('closed');
    expect([await makes(), await makes(event.code), await makes(operatorKey)]).toEqual([403, 403, 201]);
    await set('open');
    expect(await makes()).toBe(201);
    for (const bearer of [undefined, event.code, 'made-up']) {
      for (const [method, path] of [
        ['GET', '/deployment'],
        ['GET', '/events'],
        ['POST', '/events'],
        ['PATCH', '/deployment'],
        ['DELETE', `/events/${event.id}`],
      ] as const)
        expect([
          method,
          path,
          (
            await ask(method, `/_sandbox${path}`, {
              bearer,
              ...(method !== 'GET' && method !== 'DELETE' && { body: method === 'POST' ? { name: 'x' } : { signUp: 'open' } }),
            })
          ).status,
        ]).toEqual([method, path, 401]);
    }
    const before = (await ask('GET', '/_sandbox/deployment', { bearer: operatorKey })).body;
    const made = await make({}, operatorKey);
    await own(made, 'DELETE', '/workspace');
    const after = (await ask('GET', '/_sandbox/deployment', { bearer: operatorKey })).body;
    expect(after).toEqual({ ...before, made: before.made + 1, ended: before.ended + 1 });
  });

  test('a code opens its own event alone, and what opens nothing is answered in one way (ISO-3, KEY-6)', async () => {
    const [mine, other] = [await makeEvent({ name: 'Mine' }), await makeEvent({ name: 'Other' })];
    const theirs = await make({ name: 'theirs' }, other.code);
    const alone = await make({}, operatorKey);
    const zeroed = (key: string) => key.replace(/_[0-9a-f]{64}_/, `_${'0'.repeat(64)}_`);
    const unknownId = `${'0'.repeat(48)}`;
    const refused = await Promise.all([
      ask('GET', `/_sandbox/workspaces/${theirs.id}`, { bearer: zeroed(mine.code) }),
      ask('GET', `/w/${theirs.id}/_sandbox/workspace`, { bearer: zeroed(theirs.managementKey) }),
      ask('GET', `/w/${theirs.id}/_sandbox/workspace`, { bearer: alone.managementKey }),
      ask('GET', `/w/${theirs.id}/_sandbox/workspace`, { bearer: mine.code }),
      ask('GET', `/w/${unknownId}/_sandbox/workspace`, { bearer: mine.code }),
      ask('GET', `/w/${unknownId}/_sandbox/workspace`),
      ask('GET', '/_sandbox/event', { bearer: zeroed(mine.code) }),
    ]);
    for (const answer of refused) expect([answer.status, answer.type, answer.text]).toEqual([401, refused[0]?.type, refused[0]?.text]);
    for (const path of [`/workspaces/${theirs.id}`, `/workspaces/${alone.id}`, `/workspaces/${unknownId}`]) {
      const answer = await ask('GET', `/_sandbox${path}`, { bearer: mine.code });
      expect([answer.status, answer.text]).toEqual([401, refused[0]?.text]);
    }
    expect((await ask('GET', `/_sandbox/workspaces/${theirs.id}`, { bearer: other.code })).status).toBe(200);
    expect((await ask('GET', `/_sandbox/workspaces/${theirs.id}`, { bearer: operatorKey })).status).toBe(200);
    // The code manages no workspace from within, but from beside it.
    expect((await ask('POST', `/w/${theirs.id}/_sandbox/reset`, { bearer: other.code })).status).toBe(401);
    for (const key of [mine.code, operatorKey, theirs.managementKey])
      expect((await ask('GET', `/_sandbox/deployment?key=${key}`)).status).not.toBe(200);
  });
});
