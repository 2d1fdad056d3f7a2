/** The commands that ask a running sandbox, against one: as an organiser, a team, a developer and a script use them. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { recordedTerminal } from './recorded-terminal.ts';

const cli = resolve(import.meta.dirname, '../../dist/cli.js');
const parcels = resolve(import.meta.dirname, '../runtimes/parcels.yaml');
const folder = mkdtempSync(join(tmpdir(), 'sandbox-remote-'));
const file = (name: string): string => join(folder, name);

let server: ChildProcess;
let url: string;
beforeAll(async () => {
  const words = ['start', parcels, '--port', '0', '--ephemeral', '--ready-file', file('ready.json')];
  server = spawn(process.execPath, [cli, ...words], { cwd: folder, stdio: 'ignore' });
  await vi.waitUntil(() => existsSync(file('ready.json')), { timeout: 15_000, interval: 50 });
  ({ url } = JSON.parse(readFileSync(file('ready.json'), 'utf8')) as { readonly url: string });
});
afterAll(async () => {
  server.kill('SIGKILL');
  await once(server, 'exit');
  rmSync(folder, { recursive: true, force: true });
});
afterEach(() => vi.unstubAllEnvs());

/** As if it had been typed, at the server of this file. */
async function run(...typed: string[]) {
  vi.stubEnv('NHS_SANDBOX_URL', process.env['NHS_SANDBOX_URL'] ?? url);
  const terminal = recordedTerminal(200);
  const code = await main(typed, terminal);
  return { code, ...terminal.written };
}

async function json<T>(...typed: string[]): Promise<T> {
  const { code, out, error } = await run(...typed, '--json');
  expect({ code, error }).toMatchObject({ code: 0 });
  return JSON.parse(out) as T;
}

interface Made {
  readonly id: string;
  readonly name?: string;
  readonly baseUrl: string;
  readonly managementKey: string;
  readonly expires: string;
}

const send = (base: string, name: string): Promise<Response> =>
  fetch(`${base}/parcels/v1/parcels`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ to: name, grams: 1 }),
  });
const parcelsAt = async (base: string): Promise<string> => (await fetch(`${base}/parcels/v1/parcels`)).text();

describe('a script', () => {
  test('gets plain text on its pipes, and an exit code', async () => {
    const runs = (...typed: string[]) =>
      new Promise<{ readonly code: number; readonly out: string; readonly error: string }>((done) => {
        const env = { ...process.env, NHS_SANDBOX_URL: url };
        execFile(process.execPath, [cli, ...typed], { env }, (failed, out, error) => done({ code: Number(failed?.code ?? 0), out, error }));
      });
    const made = await runs('workspaces', 'create', '--name', 'nightly', '--json');
    expect(JSON.parse(made.out)).toMatchObject({ name: 'nightly', data: 'synthetic' });
    // eslint-disable-next-line no-control-regex
    expect(made.out + made.error).not.toMatch(/\x1b/);
    expect(await runs('workspaces', 'show', 'nobody')).toMatchObject({
      code: 1,
      out: '',
      error: expect.stringMatching(/^nhs-sandbox: none of the/),
    });
    expect(await runs('workspaces', 'show', '--cards', 'x')).toMatchObject({
      code: 2,
      error: expect.stringContaining('there is no option --cards'),
    });
  });
});

describe('an organiser', () => {
  test('makes a workspace for each team, with a list and with cards that hold all there is to know', async () => {
    const [csv, cards] = [file('teams.csv'), file('cards.html')];
    const { code, out, error } = await run('workspaces', 'create', '--count', '3', '--prefix', 'ward', '--csv', csv, '--cards', cards);
    expect(code).toBe(0);
    const lines = readFileSync(csv, 'utf8').trim().split('\r\n');
    expect(lines[0]).toBe('name,id,baseUrl,managementKey,expires');
    const page = readFileSync(cards, 'utf8');
    for (const line of lines.slice(1)) {
      const [name = '', id = '', baseUrl = '', key = ''] = line.split(',');
      expect(name).toMatch(/^ward-0[123]$/);
      expect(baseUrl).toBe(`${url}/w/${id}`);
      expect((await fetch(`${baseUrl}/_sandbox/workspace`, { headers: { Authorization: `Bearer ${key}` } })).status).toBe(200);
      expect(page).toContain(`>${key}<`);
      expect(page).toContain(`QR code of the address of ${name}: ${baseUrl}`);
      // They are in files of which the command has said so, and nowhere else.
      expect(out + error).not.toContain(key);
    }
    expect(lines).toHaveLength(4);
    for (const path of [csv, cards]) {
      expect(statSync(path).mode & 0o777).toBe(0o600);
      expect(error).toMatch(new RegExp(`${path}: .*keys. Only you may read it.`));
    }
    expect(error).toContain('These addresses work on this machine only.');
  });

  test('has cards that need nothing else, in a language, with headings, and no script', async () => {
    await run('workspaces', 'create', '--count', '2', '--prefix', 'bay', '--cards', file('bay.html'), '--cards-without-keys');
    const page = readFileSync(file('bay.html'), 'utf8');
    expect(page).not.toMatch(/nhss_|<script|<link|<img|@import|url\(|\son[a-z]+=/);
    expect(page).toMatch(/<html lang="en-GB">/);
    expect(page).toMatch(/Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha256-[^&]+&#39;"/);
    expect(page.match(/<h1>|<h2>/g)).toEqual(['<h1>', '<h2>', '<h2>']);
    expect(page.match(/<svg [^>]*role="img" aria-labelledby="qr-\d"/g)).toHaveLength(2);
    expect(page.match(/Synthetic data only: no real patient/g)).toHaveLength(2);
  });

  test('hands out the address that others have, which is not that of the organiser', async () => {
    const address = 'http://192.168.1.20:8787';
    const { code, out, error } = await run(
      'workspaces',
      'create',
      '--name',
      'far',
      '--cards',
      file('far.html'),
      '--address',
      `${address}/`,
      '--json',
    );
    expect({ code, error: error.includes('this machine only') }).toEqual({ code: 0, error: false });
    const { id, baseUrl, curl, env } = JSON.parse(out) as {
      readonly id: string;
      readonly baseUrl: string;
      readonly curl: string;
      readonly env: readonly string[];
    };
    expect(baseUrl).toBe(`${address}/w/${id}`);
    expect([curl, env[0], readFileSync(file('far.html'), 'utf8')].map((text) => text?.includes(baseUrl))).toEqual([true, true, true]);
    expect((await run('workspaces', 'list', '--json', '--address', address)).out).toContain(`"baseUrl": "${baseUrl}"`);
  });

  test('writes markup and formulas of nobody into them', async () => {
    const [csv, cards] = [file('odd.csv'), file('odd.html')];
    await run('workspaces', 'create', '--name', '=<img src=x>,"', '--csv', csv, '--cards', cards);
    expect(readFileSync(csv, 'utf8')).toContain(`"'=<img src=x>,"""`);
    expect(readFileSync(cards, 'utf8')).toContain('<h2>=&lt;img src=x&gt;,&quot;</h2>');
  });

  test('loses no key to a file that is there already, or to a folder that is not', async () => {
    writeFileSync(file('kept.csv'), 'the keys of yesterday');
    const count = async (): Promise<number> => (await json<{ readonly workspaces: unknown[] }>('workspaces', 'list')).workspaces.length;
    const before = await count();
    expect(await run('workspaces', 'create', '--cards', file('new.html'), '--csv', file('kept.csv'))).toMatchObject({
      code: 1,
      error: expect.stringContaining('is there already, and may hold keys that nobody else has'),
    });
    expect(await run('workspaces', 'create', '--csv', file('new.csv'), '--cards', file('none/cards.html'))).toMatchObject({ code: 1 });
    expect(await run('workspaces', 'create', '--population', '999', '--csv', file('new.csv'))).toMatchObject({ code: 2 });
    expect(await run('workspaces', 'create', '--clock', 'noon', '--csv', file('new.csv'))).toMatchObject({
      code: 1,
      error: expect.stringContaining('clock must be'),
    });
    expect(readFileSync(file('kept.csv'), 'utf8')).toBe('the keys of yesterday');
    expect([existsSync(file('new.html')), existsSync(file('new.csv'))]).toEqual([false, false]);
    expect(await count()).toBe(before);

    expect((await run('workspaces', 'create', '--cards', file('keys.html'))).code).toBe(0);
    expect(await run('workspaces', 'list', '--cards', file('keys.html'))).toMatchObject({
      code: 1,
      error: expect.stringContaining('holds keys that may be nowhere else'),
    });
    expect(readFileSync(file('keys.html'), 'utf8')).toContain('nhss_');
    for (let i = 0; i < 2; i++) expect((await run('workspaces', 'list', '--cards', file('addresses.html'))).code).toBe(0);
  });

  test('looks after them by their names: resets one, forks one for a late team, extends, renames and deletes', async () => {
    const { workspaces } = await json<{ readonly workspaces: readonly Made[] }>('workspaces', 'create', '--count', '2', '--prefix', 'desk');
    const [first, second] = workspaces;
    if (!first || !second) throw new Error('two were asked for');
    await send(first.baseUrl, 'first');
    const written = await parcelsAt(first.baseUrl);
    expect(written).toContain('first');
    const late = await json<Made>('workspaces', 'fork', 'desk-01', '--name', 'late desk');
    expect(await parcelsAt(late.baseUrl)).toBe(written.replaceAll(first.id, late.id));
    expect((await run('workspaces', 'reset', 'desk-01', 'desk-02')).out).toBe(
      'desk-01 is as it was at the beginning.\ndesk-02 is as it was at the beginning.\n',
    );
    expect(await parcelsAt(first.baseUrl)).not.toContain('first');
    expect(await parcelsAt(late.baseUrl)).toContain('first');

    expect((await run('workspaces', 'rename', 'desk-02', 'Ward round')).out).toContain('Ward round');
    expect((await run('workspaces', 'extend', 'Ward round', '--hours', '100')).out).toMatch(
      /Ward round ends on \d+ [A-Z][a-z]+ \d{4}, \d\d:\d\d UTC/,
    );
    const shown = await json<Made>('workspaces', 'show', second.id);
    expect(Date.parse(shown.expires) - Date.parse(second.expires)).toBeGreaterThan(75 * 3_600_000);
    const { out: listed } = await run('workspaces', 'list');
    expect(listed).toMatch(/^Name .*Ends \(UTC\) +Id$/m);
    expect(listed).toMatch(new RegExp(`^Ward round .*${second.id}$`, 'm'));

    const rotated = await json<{ readonly managementKey: string }>('workspaces', 'rotate-key', 'Ward round');
    const status = async (key: string): Promise<number> =>
      (await fetch(`${second.baseUrl}/_sandbox/workspace`, { headers: { Authorization: `Bearer ${key}` } })).status;
    expect([await status(second.managementKey), await status(rotated.managementKey)]).toEqual([401, 200]);

    expect((await run('workspaces', 'delete', 'Ward round', 'late desk')).code).toBe(0);
    expect(await run('workspaces', 'show', 'Ward round')).toMatchObject({
      code: 1,
      error: expect.stringContaining('has the id or name "Ward round"'),
    });
  });

  test('is asked which, where two are called the same', async () => {
    await run('workspaces', 'create', '--name', 'twin');
    await run('workspaces', 'create', '--name', 'twin');
    expect(await run('workspaces', 'delete', 'twin')).toMatchObject({
      code: 1,
      error: expect.stringMatching(/2 workspaces are called twin: say which by its id\. [0-9a-f]{48}, [0-9a-f]{48}/),
    });
  });

  test('runs an event by its code: contracts for all, an announcement, a reset, an end', async () => {
    const { code, id } = await json<{ readonly code: string; readonly id: string }>(
      'events',
      'create',
      'Leeds hackathon',
      '--workspaces',
      '3',
    );
    expect((await run('events', 'list')).out).toMatch(new RegExp(`Leeds hackathon +0 of 3 .*${id}`));
    vi.stubEnv('NHS_SANDBOX_EVENT_CODE', code);
    const { workspaces } = await json<{ readonly workspaces: readonly Made[] }>(
      'workspaces',
      'create',
      '--count',
      '2',
      '--prefix',
      'leeds',
    );
    expect(await run('workspaces', 'create', '--count', '2', '--prefix', 'more')).toMatchObject({ code: 1 });

    mkdirSync(file('api/parts'), { recursive: true });
    writeFileSync(
      file('api/beds.yaml'),
      'openapi: 3.1.0\ninfo: {title: Beds, version: "1"}\nservers: [{url: /beds}]\npaths:\n  /free:\n    get:\n      operationId: free\n' +
        "      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: './parts/bed.yaml'}}}}}\n",
    );
    writeFileSync(file('api/parts/bed.yaml'), 'type: object\nrequired: [ward]\nproperties: {ward: {type: string, const: A1}}\n');
    expect((await run('events', 'contracts', 'add', file('api/beds.yaml'))).out).toBe('beds is served at /beds: 1 operation\n');
    for (const { baseUrl } of workspaces) expect(await (await fetch(`${baseUrl}/beds/free`)).json()).toEqual({ ward: 'A1' });
    const later = await json<Made>('workspaces', 'create', '--name', 'late');
    expect(await (await fetch(`${later.baseUrl}/beds/free`)).json()).toEqual({ ward: 'A1' });
    expect((await run('events', 'contracts', 'list')).out).toBe('beds\n');
    expect((await run('events', 'contracts', 'remove', 'beds')).code).toBe(0);
    expect((await fetch(`${later.baseUrl}/beds/free`)).status).toBe(404);

    expect((await run('events', 'announce', 'Lunch', 'is at one.')).out).toBe('Announced to 3 workspaces.\n');
    expect((await run('workspaces', 'show', 'leeds-01')).out).toMatch(/says +Lunch is at one\./);
    expect((await run('events', 'announce', '--nothing')).code).toBe(0);
    expect((await run('events', 'show')).out).not.toContain('Lunch');
    expect((await run('events', 'extend', '--hours', '100')).out).toMatch(/^It ends on /);

    expect(await run('events', 'reset', 'Another hackathon')).toMatchObject({
      code: 1,
      error: expect.stringContaining('is that of Leeds hackathon'),
    });
    expect((await run('events', 'reset', 'Leeds hackathon')).out).toBe('3 workspaces reset.\n');
    expect((await run('events', 'delete', id)).code).toBe(0);
    expect(await run('events', 'show')).toMatchObject({
      code: 1,
      error: expect.stringContaining('does not open to the code in NHS_SANDBOX_EVENT_CODE'),
    });
  });
});

test('whoever runs a deployment reads its numbers, closes sign-up and opens it again', async () => {
  expect((await run('deployment', '--sign-up', 'closed')).out).toMatch(/sign-up +closed: nobody but the operator may make workspaces/);
  expect((await run('deployment', '--sign-up', 'open')).out).toMatch(/sign-up +open: anybody may make workspaces/);
  expect(await json('deployment')).toMatchObject({ data: 'synthetic', signUp: 'open', workspaces: expect.any(Number) });
});

describe('a team', () => {
  test('looks after its own workspace by its address and key, and after no other', async () => {
    const own = await json<Made>('workspaces', 'create', '--name', 'ours');
    const other = await json<Made>('workspaces', 'create', '--name', 'theirs');
    vi.stubEnv('NHS_SANDBOX_URL', own.baseUrl);
    expect(await run('workspaces', 'show')).toMatchObject({
      code: 1,
      error: expect.stringContaining('wants a key for this: set NHS_SANDBOX_KEY or --key'),
    });
    vi.stubEnv('NHS_SANDBOX_KEY', own.managementKey);
    expect((await run('workspaces', 'show')).out).toMatch(/^ours\n +id +[0-9a-f]{48}\n/);
    expect((await run('workspaces', 'rename', 'still ours')).out).toContain('still ours');
    expect((await run('settings', 'delay=1', 'unknown-ids=refuse')).out).toMatch(/unknownIds +refuse[^]*delay +1\n/);
    expect((await run('settings', 'delay=default')).out).toMatch(/unknownIds +refuse[^]*delay +0\n/);
    expect(await run('settings', 'delay=soon')).toMatchObject({ code: 1, error: expect.stringContaining('delay must be a whole number') });
    expect((await run('settings', 'extras=-login-hint')).out).toMatch(/extras +-login-hint\n/);
    expect((await run('extras')).out).toMatch(/open-access: there +[^]*login-hint: left out +login_hint names[^]*mock-claim: stays/);
    const fork = await json<Made>('workspaces', 'fork', '--name', 'a branch of ours');
    expect(fork.id).not.toBe(own.id);
    expect(await run('workspaces', 'show', other.id)).toMatchObject({
      code: 1,
      error: expect.stringContaining('does not open to the key in NHS_SANDBOX_KEY'),
    });
    expect((await run('workspaces', 'delete', own.id)).out).toBe(`${own.id} is gone.\n`);
  });
});

describe('a developer', () => {
  test('goes back to a snapshot before each run', async () => {
    const { baseUrl, managementKey } = await json<Made>('workspaces', 'create');
    vi.stubEnv('NHS_SANDBOX_URL', baseUrl);
    vi.stubEnv('NHS_SANDBOX_KEY', managementKey);
    await send(baseUrl, 'kept');
    expect((await run('snapshot', 'take', 'ready')).out).toMatch(
      /^ready: 1 row, \d+ bytes\. Back to it: nhs-sandbox snapshot restore ready\n$/,
    );
    await send(baseUrl, 'thrown-away');
    expect((await run('snapshot', 'restore', 'ready')).out).toBe('Everything is as it was at ready.\n');
    const parcelsNow = await parcelsAt(baseUrl);
    expect(parcelsNow).toContain('kept');
    expect(parcelsNow).not.toContain('thrown-away');
    expect((await run('snapshot', 'list')).out).toMatch(/^Name +Taken \(UTC\) +Rows +Bytes\nready /);
    expect((await run('snapshot', 'delete', 'ready')).code).toBe(0);
    expect(await run('snapshot', 'restore', 'ready')).toMatchObject({
      code: 1,
      error: expect.stringContaining('no snapshot of this name'),
    });
  });

  test('shows the clock, sets it forth and back, and moves it on', async () => {
    const { baseUrl, managementKey } = await json<Made>('workspaces', 'create');
    const clock = (...typed: string[]) => run('clock', ...typed, '--url', baseUrl, '--key', managementKey);
    expect((await clock()).out).toMatch(/^ *\S+Z +real time\nNothing is scheduled\.\n$/);
    expect((await clock('--set', '2026-01-31T09:00:00Z')).out).toContain('2026-01-31T09:00:00.000Z  stands still\nNothing was due.');
    expect((await clock('--advance', 'P1M')).out).toContain('2026-02-28T09:00:00.000Z  stands still');
    expect((await clock('--to', '2026-03-01T00:00:00Z')).out).toContain('2026-03-01T00:00:00.000Z');
    expect((await clock('--set=-P1D')).out).toContain('P1D behind real time');
    expect((await clock('--set', '+PT2H')).out).toContain('PT2H ahead of real time');
    expect(await json('clock', '--url', baseUrl, '--key', managementKey)).toMatchObject({ mode: 'offset', by: 'PT2H', scheduled: 0 });
    expect((await clock('--set', 'real')).out).toContain('real time');
    expect(await clock('--advance', 'tomorrow')).toMatchObject({
      code: 1,
      error: expect.stringContaining('must be a duration of ISO 8601'),
    });
    expect(await clock('--to', '2020-01-01T00:00:00Z')).toMatchObject({ code: 1, error: expect.stringContaining('set back') });
    expect(await clock('--advance', 'P1D', '--set', 'real')).toMatchObject({ code: 2, error: expect.stringContaining('one at a time') });
    expect(await run('clock', '--url', baseUrl)).toMatchObject({ code: 1, error: expect.stringContaining('wants a key') });
  });

  test('has a bad day, knows what other days there are, and ends it', async () => {
    const days = await run('faults', 'profile');
    for (const name of ['slow-network', 'bad-day', 'outage']) expect(days.out).toContain(name);
    const outage = await run('faults', 'profile', 'outage');
    expect([outage.code, outage.out]).toEqual([0, expect.stringContaining('1 fault set')]);
    expect((await send(url, 'Ada')).status).toBe(503);
    expect((await run('faults', 'list')).out).toContain('outage-1');
    const unknown = await run('faults', 'profile', 'sunny');
    expect([unknown.code === 0, unknown.error]).toEqual([false, expect.stringContaining('bad-day')]);
    expect((await run('faults', 'profile', 'bad-day', 'outage')).code).not.toBe(0);
    expect((await run('faults', 'remove', '--all')).code).toBe(0);
    expect((await send(url, 'Ada')).status).toBe(201);
  });

  test('has reads lag behind', async () => {
    expect((await run('faults', 'add', 'stale=PT1H', '--method', 'GET')).code).toBe(0);
    await send(url, 'Late Lucy');
    expect(await parcelsAt(url)).not.toContain('Late Lucy');
    expect((await run('faults', 'remove', '--all')).code).toBe(0);
    expect(await parcelsAt(url)).toContain('Late Lucy');
  });

  test('carries state from one sandbox into another, and resets', async () => {
    const [from, to] = [await json<Made>('workspaces', 'create'), await json<Made>('workspaces', 'create')];
    await send(from.baseUrl, 'carried');
    expect(await run('state', 'export', file('state.ndjson'), '--url', from.baseUrl, '--key', from.managementKey)).toMatchObject({
      code: 0,
    });
    const toIt = ['--url', to.baseUrl, '--key', to.managementKey];
    expect((await run('state', 'import', file('state.ndjson'), ...toIt)).out).toBe('1 row put back.\n');
    expect(await parcelsAt(to.baseUrl)).toContain('carried');
    const { out } = await run('state', 'export', ...toIt);
    expect(out.split('\n').filter((line) => line.includes('carried'))).toHaveLength(1);
    writeFileSync(file('cut.ndjson'), out.slice(0, -20));
    expect(await run('state', 'import', file('cut.ndjson'), ...toIt)).toMatchObject({
      code: 1,
      error: expect.stringContaining('cut short'),
    });
    expect((await run('state', 'reset', ...toIt)).out).toBe(`${to.baseUrl} is as it was at the beginning.\n`);
    expect(await parcelsAt(to.baseUrl)).not.toContain('carried');
  });

  test('brings a contract in several files, sees what is understood of it, and takes it away', async () => {
    const { baseUrl, managementKey } = await json<Made>('workspaces', 'create');
    vi.stubEnv('NHS_SANDBOX_URL', baseUrl);
    vi.stubEnv('NHS_SANDBOX_KEY', managementKey);
    mkdirSync(file('rota'), { recursive: true });
    writeFileSync(
      file('rota/openapi.yaml'),
      'openapi: 3.0.3\ninfo: {title: Rota, version: "1"}\npaths:\n  /shifts/{id}:\n    get:\n      operationId: shift\n' +
        "      parameters: [{name: id, in: path, required: true, schema: {type: string}}]\n      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: 'shift.yaml'}}}}}\n",
    );
    expect(await run('contracts', 'add', file('rota/openapi.yaml'))).toMatchObject({
      code: 1,
      error: expect.stringContaining('shift.yaml'),
    });
    writeFileSync(file('rota/shift.yaml'), 'type: object\nproperties: {id: {type: string}, nurse: {type: string}}\n');
    expect((await run('contracts', 'add', file('rota/openapi.yaml'), '--name', 'rota')).out).toMatch(
      /^rota is served at \/rota: 1 operation/,
    );
    expect((await fetch(`${baseUrl}/rota/shifts/a`)).status).toBe(200);
    expect((await run('contracts', 'list')).out).toMatch(
      /^Rota\n {2}rota, served at \/rota: 1 operation.*\n.*\n {2}GET +\/shifts\/\{id\} +read/,
    );
    const listed = await json<{ contracts: readonly { readonly understood: readonly object[] }[] }>('contracts', 'list');
    expect(listed.contracts[0]?.understood).toHaveLength(1);
    expect((await run('contracts', 'remove', 'rota')).out).toBe('rota is served no longer.\n');
    expect(await run('contracts', 'remove', 'rota')).toMatchObject({
      code: 1,
      error: expect.stringContaining('brought no contract of this name'),
    });
  });
});

describe('an address that is no sandbox', () => {
  test('is said to be none, in one sentence', async () => {
    const answers: Readonly<Record<string, () => readonly [number, Record<string, string>, string]>> = {
      '/html': () => [200, { 'Content-Type': 'text/html' }, '<p>hello'],
      '/gone': () => [502, { 'Content-Type': 'text/html' }, '<p>bad gateway'],
      '/moved': () => [302, { Location: 'http://elsewhere.invalid/' }, ''],
    };
    let seen = '';
    const other = createServer((request, response) => {
      seen = request.headers.authorization ?? '';
      const [status, headers, body] = answers[request.url?.replace('/_sandbox/settings', '') ?? '']?.() ?? [404, {}, ''];
      response.writeHead(status, headers).end(body);
    });
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const address = other.address();
    const at = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    for (const [path, said] of [
      ['/html', 'answers, and not as a sandbox does'],
      ['/gone', 'answers with 502, and not as a sandbox does'],
      ['/moved', 'answers with 302, which leads to http://elsewhere.invalid/'],
    ]) {
      expect(await run('settings', '--url', at + path, '--key', 'k')).toMatchObject({
        code: 1,
        error: expect.stringContaining(said ?? ''),
      });
      expect(seen).toBe('Bearer k');
    }
    other.close();
    const nobody = 'http://127.0.0.1:1';
    expect(await run('settings', '--url', nobody)).toMatchObject({
      code: 1,
      error: expect.stringContaining(`no sandbox answers at ${nobody}`),
    });
  });
});
