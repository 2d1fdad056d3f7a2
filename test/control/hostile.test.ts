/** What a curious neighbour may try against the sandbox's own API: names that are numbers of patients, large bodies without a key, floods. */
import { beforeEach, describe, expect, test } from 'vitest';
import { hash32 } from '../../src/workspace/keyed-hash.ts';
import { worldVersion } from '../../src/world/reach.ts';
import { randomFrom, realRange } from '../gateway/live-numbers.ts';
import { bearer, json } from '../runtimes/workspaces/started.ts';
import { openHome, operatorKey, type Home } from '../workspaces/home.ts';
import { codeOfEvent, furnish, keyOfWorkspace, parcelsOf, there } from './own-contract.ts';

const at = `/w/${there.workspace}`;
const live = realRange(randomFrom(20_261_129));
let home: Home;
beforeEach(async () => {
  home = openHome();
  await furnish(home);
});

const said = async (path: string, init: RequestInit): Promise<{ readonly status: number; readonly text: string }> => {
  const response = await home.fetch(path, init);
  return { status: response.status, text: await response.text() };
};

describe('what people call things', () => {
  const named: readonly (readonly [what: string, path: string, init: (name: string) => RequestInit])[] = [
    ['a workspace', `${at}/_sandbox/workspace`, (name) => json('PATCH', { name }, bearer(keyOfWorkspace))],
    ['a new workspace', '/_sandbox/workspaces', (name) => json('POST', { name })],
    ['many workspaces', '/_sandbox/workspaces', (prefix) => json('POST', { prefix, count: 2 }, bearer(codeOfEvent))],
    ['a fork', `${at}/_sandbox/workspace/fork`, (name) => json('POST', { name }, bearer(keyOfWorkspace))],
    ['a snapshot', `${at}/_sandbox/snapshots`, (name) => json('POST', { name }, bearer(keyOfWorkspace))],
    ['an event', '/_sandbox/events', (name) => json('POST', { name }, bearer(operatorKey))],
    ['an announcement', '/_sandbox/event', (announcement) => json('PATCH', { announcement }, bearer(codeOfEvent))],
  ];

  test.each(named)('%s is not what could be the number of a patient, and is not told of it (LIVE-2, LIVE-3)', async (_, path, init) => {
    const { status, text } = await said(path, init(live));
    expect(status).toBe(422);
    expect(text).not.toContain(live);
    for (const store of home.disk.values()) expect(JSON.stringify(store.list('~snapshot'))).not.toContain(live);
    expect(JSON.stringify(['workspace', 'event'].map((each) => home.registry.list(each)))).not.toContain(live);
  });

  test.each(named.filter(([what]) => what !== 'a snapshot' && what !== 'many workspaces'))(
    '%s is no secret that was pasted',
    async (_, path, init) => {
      const { status, text } = await said(path, init(`${keyOfWorkspace}`.slice(0, 80)));
      expect([200, 201]).not.toContain(status);
      expect(text).not.toContain(keyOfWorkspace.slice(60, 80));
    },
  );

  test('the title of a contract is shown without it', async () => {
    const contract = {
      method: 'PUT',
      headers: { 'Content-Type': 'application/yaml', ...bearer(keyOfWorkspace) },
      body: parcelsOf(`"NHS ${live}"`),
    };
    expect((await said(`${at}/_sandbox/contracts/parcels`, contract)).status).toBe(200);
    for (const path of ['/_sandbox/catalogue', '/_sandbox/contracts', '/_sandbox/contracts/parcels', '/_sandbox/exchanges'])
      expect([path, (await said(at + path, { headers: bearer(keyOfWorkspace) })).text.includes(live)]).toEqual([path, false]);
  });
});

describe('a name', () => {
  test.each(['\u001b[31mred', 'two\nlines', 'nul\u0000', '\u007f', ''])('of %j is refused: it is one line, for people', async (name) => {
    const { status } = await said('/_sandbox/workspaces', json('POST', { name }));
    expect(status).toBe(400);
  });

  test.each(['=HYPERLINK("http://example.invalid")', '+1', '-1', '@SUM(A1)', '＝1', '<img src=x onerror=alert(1)>', 'a","b'])(
    'of %j is no formula, no column and no mark-up wherever it is listed',
    async (name) => {
      const asked = json('POST', { name }, { ...bearer(operatorKey), Accept: 'text/csv' });
      const response = await home.fetch('/_sandbox/workspaces', asked);
      expect(response.status).toBe(201);
      const [, line = ''] = (await response.text()).split('\r\n');
      expect(line).not.toMatch(/^"?[=+@＝-]/);
      expect(line.replaceAll(/"(?:[^"]|"")*"/g, '').split(',')).toHaveLength(5);
      const listed = await home.fetch('/_sandbox/workspaces?limit=100', { headers: bearer(operatorKey) });
      expect([listed.headers.get('content-type'), listed.headers.get('x-content-type-options')]).toEqual(['application/json', 'nosniff']);
      expect((await listed.json()).workspaces.at(-1).name).toBe(name);
    },
  );
});

describe('an export that was made by hand', () => {
  const rowsOf = (row: { readonly collection?: string; readonly key?: string; readonly document?: string }): string => {
    const line = JSON.stringify({ collection: 'parcels/parcels', key: 'a', position: 1, document: '{}', ...row });
    const check = hash32(0, line).toString(16).padStart(8, '0');
    return [
      { format: 'nhs-sandbox-workspace', version: 1, world: worldVersion, seed: 42, population: 0 },
      JSON.parse(line),
      { rows: 1, check },
    ]
      .map((one) => `${JSON.stringify(one)}\n`)
      .join('');
  };
  const taken = (text: string) =>
    said(`${at}/_sandbox/import`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-ndjson', ...bearer(keyOfWorkspace) },
      body: text,
    });
  const identified = JSON.stringify({ identifier: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: live }] });

  test.each([
    ['in a document', { document: identified }],
    ['in a document within a document', { document: JSON.stringify({ text: identified }) }],
    ['in base64', { document: JSON.stringify({ data: Buffer.from(identified).toString('base64') }) }],
    ['as the key of a patient', { collection: 'wards/patients', key: live }],
    ['in the name of a collection', { collection: `NHS ${live}` }],
  ])('brings in no number of a patient %s', async (_, row) => {
    const { status, text } = await taken(rowsOf(row));
    expect(status).toBe(422);
    expect(text).not.toContain(live);
    expect((await said(`${at}/_sandbox/export`, { headers: bearer(keyOfWorkspace) })).text).toContain('"rows":4');
  });

  test.each(['~settings', '~journal', '~contract/x', '~snapshot', '~counters'])(
    'puts nothing into %s, which is the workspace’s own',
    async (collection) => {
      expect((await taken(rowsOf({ collection }))).status).toBe(400);
    },
  );

  test('pollutes nothing (PP-1)', async () => {
    expect((await taken(rowsOf({ document: '{"__proto__":{"polluted":true}}' }))).status).toBe(200);
    await said(`${at}/_sandbox/export`, { headers: bearer(keyOfWorkspace) });
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

test('of whoever shows no key nothing is kept that they send, however much it is, and nothing is written into what others keep', async () => {
  const before = await (await home.fetch(`${at}/_sandbox/exchanges?with=sandbox&limit=1000`, { headers: bearer(keyOfWorkspace) })).json();
  for (const path of ['/_sandbox/import', '/_sandbox/snapshots', '/_sandbox/reset', '/_sandbox/workspaces/other/fork']) {
    let read = 0;
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          read++;
          controller.enqueue(new Uint8Array(1_000));
          if (read > 100_000) controller.close();
        },
      },
      { highWaterMark: 0 },
    );
    const headers = { 'Content-Type': 'application/x-ndjson' };
    const init: RequestInit & { readonly duplex: 'half' } = { method: 'POST', headers, body, duplex: 'half' };
    expect([path, (await said(at + path, init)).status]).toEqual([path, 401]);
    // As much is let through as a client may have under way, and no more.
    expect(read).toBeLessThan(12_000);
  }
  for (let i = 0; i < 300; i++) await home.fetch(`${at}/_sandbox/settings`);
  const after = await (await home.fetch(`${at}/_sandbox/exchanges?with=sandbox&limit=1000`, { headers: bearer(keyOfWorkspace) })).json();
  expect(after.exchanges.slice(1)).toEqual(before.exchanges);
});

test('what an organiser says reaches workspaces that are made later, and is gone when it is taken back', async () => {
  const announced = async (id: string) =>
    (await (await home.fetch(`/_sandbox/workspaces/${id}`, { headers: bearer(codeOfEvent) })).json()).announcement;
  await said('/_sandbox/event', json('PATCH', { announcement: 'Lunch is at one.' }, bearer(codeOfEvent)));
  const late = JSON.parse((await said('/_sandbox/workspaces', json('POST', {}, bearer(codeOfEvent)))).text);
  const forked = JSON.parse((await said(`${at}/_sandbox/workspace/fork`, json('POST', {}, bearer(keyOfWorkspace)))).text);
  const ids: readonly string[] = [there.workspace, late.id, forked.id];
  expect(await Promise.all(ids.map(announced))).toEqual(ids.map(() => 'Lunch is at one.'));
  const { text } = await said('/_sandbox/event', json('PATCH', { announcement: null }, bearer(codeOfEvent)));
  expect(text).not.toContain('announcement');
  expect(await Promise.all(ids.map(announced))).toEqual(ids.map(() => undefined));
});

test('a closed sign-up stops a team that forks its own workspace, and not the operator', async () => {
  expect((await said('/_sandbox/deployment', json('PATCH', { signUp: 'closed' }, bearer(operatorKey)))).status).toBe(200);
  const fork = `/_sandbox/workspaces/${there.workspace}/fork`;
  expect((await said(at + fork, json('POST', {}, bearer(keyOfWorkspace)))).status).toBe(403);
  expect((await said(fork, json('POST', {}, bearer(codeOfEvent)))).status).toBe(403);
  expect((await said(fork, json('POST', {}, bearer(operatorKey)))).status).toBe(201);
});
