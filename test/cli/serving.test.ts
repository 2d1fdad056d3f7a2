/** How `start` is reached and watched: names and addresses, the file that says it is ready, HTTPS, and the log. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request as plainRequest } from 'node:http';
import { request } from 'node:https';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { makeCertificate } from '../../src/cli/https/make-certificate.ts';
import type { Ready } from '../../src/cli/start/ready-file.ts';
import { ask } from '../runtimes/raw-http.ts';
import { endsWithTest, launch, parcels, start, type Started } from './started.ts';

const folder = mkdtempSync(join(tmpdir(), 'sandbox-serving-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
const newFile = (name: string): string => join(folder, `${files++}-${name}`);

async function isThere(file: string): Promise<void> {
  await expect.poll(() => existsSync(file), { timeout: 20_000, interval: 20 }).toBe(true);
}

async function ready(words: readonly string[], env: Record<string, string> = {}): Promise<{ started: Started; told: Ready; file: string }> {
  const file = newFile('deep/ready.json');
  const started = start([parcels, '--port', '0', '--ephemeral', '--ready-file', file, ...words], { cwd: folder, env });
  await isThere(file);
  return { started, told: JSON.parse(readFileSync(file, 'utf8')), file };
}

describe('--ready-file', () => {
  test('is there once the sandbox answers, whole, and gone when it ends', async () => {
    const { started, told, file } = await ready([]);
    expect(readFileSync(file, 'utf8')).toMatch(/^\{.*\}\n$/);
    expect(told).toEqual({ url: `http://127.0.0.1:${told.port}`, port: told.port, pid: started.child.pid, reachable: [] });
    expect((await fetch(`${told.url}/_sandbox/health`)).status).toBe(200);
    expect(readdirSync(join(file, '..'))).toEqual(['ready.json']);
    started.child.kill('SIGTERM');
    expect(await started.ended()).toMatchObject({ code: 0 });
    expect(existsSync(file)).toBe(false);
  });

  test('of an earlier run, which was killed, is taken away before anybody could read it for this one’s', async () => {
    const file = newFile('stale.json');
    writeFileSync(file, '{"url":"http://127.0.0.1:1","port":1,"pid":1}\n');
    const failing = start([join(folder, 'nothing.yaml'), '--ready-file', file], { cwd: folder });
    expect((await failing.ended()).code).not.toBe(0);
    const taken = await ready([]);
    writeFileSync(file, 'left over');
    const second = start([parcels, '--port', String(taken.told.port), '--ephemeral', '--ready-file', file], { cwd: folder });
    expect(await second.ended()).toMatchObject({ code: 1 });
    expect(existsSync(file)).toBe(false);
  });

  test('that another sandbox has written since is left alone', async () => {
    const { started, file } = await ready([]);
    writeFileSync(file, '{"pid":1}\n');
    started.child.kill('SIGTERM');
    await started.ended();
    expect(readFileSync(file, 'utf8')).toBe('{"pid":1}\n');
  });

  test('that cannot be written ends the start in one sentence', async () => {
    const { code, output } = await start([parcels, '--port', '0', '--ephemeral', '--ready-file', parcels + '/x.json'], {
      cwd: folder,
    }).ended();
    expect(code).toBe(1);
    expect(output).toMatch(/x\.json cannot be written .*--ready-file <file>/);
    expect(output).not.toContain(' at ');
  });
});

describe('--host 0.0.0.0', () => {
  test('prints every address that a phone could use, and answers to it', async () => {
    const { started, told } = await ready(['--host', '0.0.0.0']);
    const output = await started.until(/Ctrl-C/);
    expect(told.url).toBe(`http://localhost:${told.port}`);
    const outer = Object.entries(networkInterfaces()).flatMap(([name, each = []]) =>
      each.filter(({ internal, family }) => !internal && family === 'IPv4' && !name.startsWith('docker')).map(({ address }) => address),
    );
    for (const address of outer) expect(output).toContain(`  http://${address}:${told.port}\n`);
    expect(output).toContain('other machines can reach and change this sandbox');
    expect(output).not.toMatch(/http:\/\/0\.0\.0\.0/);
    for (const url of [...told.reachable, told.url]) {
      const { status } = await ask(told.port, ['GET /_sandbox/health', `Host: ${new URL(url).host}`]);
      expect([url, status]).toEqual([url, 200]);
    }
  });

  test('says nothing of phones on loopback', async () => {
    const { started } = await ready([]);
    expect(await started.until(/Ctrl-C/)).not.toMatch(/phone|other machines/);
  });
});

test('answers to names, and pages, that options or the environment add', async () => {
  const env = { NHS_SANDBOX_ALLOW_HOST: 'sandbox, other.test', NHS_SANDBOX_ALLOW_ORIGIN: 'https://one.test' };
  const { told } = await ready(
    ['--allow-host', 'http://mine.test:8787/', '--allow-host=fe80::7,*.tunnel.test', '--allow-origin', 'https://two.test/'],
    env,
  );
  for (const host of ['sandbox:8787', 'other.test', 'mine.test', '[fe80::7]:8787', 'x.tunnel.test'])
    expect([host, (await ask(told.port, ['GET /_sandbox/health', `Host: ${host}`])).status]).toEqual([host, 200]);
  expect((await ask(told.port, ['GET /_sandbox/health', 'Host: evil.example'])).status).toBe(421);
  for (const [origin, status] of [
    ['https://one.test', 204],
    ['https://two.test', 204],
    ['https://three.test', 403],
  ] as const)
    expect((await ask(told.port, ['POST /_sandbox/reset', 'Host: localhost', `Origin: ${origin}`])).status).toBe(status);
});

test.for([
  [['--allow-host', 'a b'], /--allow-host wants a name or an address/],
  [['--allow-host', '*'], /--allow-host wants a name or an address/],
  [['--allow-origin', 'null'], /--allow-origin wants an origin/],
  [['--allow-origin', '*'], /--allow-origin wants an origin/],
  [['--allow-origin', 'app.test'], /--allow-origin wants an origin/],
  [['--https-cert', 'x.pem'], /--https-cert and --https-key go together/],
  [['--log=xml'], /--log wants nothing, or the word json/],
] as const)('refuses %j in one sentence', async ([words, said]) => {
  const { code, output } = await start([parcels, '--port', '0', '--ephemeral', ...words], { cwd: folder }).ended();
  expect(code).toBe(2);
  expect(output).toMatch(said);
});

interface Secure {
  readonly status: number | string;
  readonly headers: NodeJS.Dict<string | string[]>;
}

function secure(url: string, ca?: string, headers: Record<string, string> = {}): Promise<Secure> {
  return new Promise((resolve) => {
    const sent = request(url, { agent: false, headers, servername: 'localhost', ...(ca && { ca }) }, (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0, headers: response.headers });
    });
    sent.once('error', (error: NodeJS.ErrnoException) => resolve({ status: error.code ?? 'failed', headers: {} }));
    sent.end();
  });
}

describe('--https', () => {
  test('serves with a certificate made on the spot, which whoever has the file it names can trust', async () => {
    const { started, told } = await ready(['--https', '--allow-host', 'sandbox']);
    const output = await started.until(/Ctrl-C/);
    const ca = readFileSync(told.authority ?? '', 'utf8');
    expect(told.url).toBe(`https://127.0.0.1:${told.port}`);
    expect(output).toMatch(/SHA-256 ([0-9A-F]{2}:){31}[0-9A-F]{2}/);
    expect(output).toContain('NODE_EXTRA_CA_CERTS=');
    expect(output).toMatch(/curl --cacert \S+\.pem https:\/\/127\.0\.0\.1:\d+\/parcels\/v1\/parcels\/p-1/);
    const parcel = `${told.url}/parcels/v1/parcels/p-1`;
    const answer = await secure(parcel, ca);
    expect(answer.status).toBe(200);
    expect(answer.headers['x-sandbox-trace']).toMatch(`${told.url}/_sandbox/trace/`);
    expect((await secure(parcel)).status).toMatch(/SELF_SIGNED|UNABLE_TO/);
    const page = await secure(String(answer.headers['x-sandbox-trace']), ca, { Accept: 'text/html' });
    expect(page.headers['content-type']).toContain('text/html');
    // A promise for a year that every server on localhost would have to keep.
    expect(page.headers).not.toHaveProperty('strict-transport-security');
    expect((await secure(`${told.url}/_sandbox/health`, ca, { Host: 'evil.example' })).status).toBe(421);

    // Whoever speaks HTTP to it is cut off, and it goes on.
    await ask(told.port, ['GET /', 'Host: localhost']).catch(() => undefined);
    expect((await secure(parcel, ca)).status).toBe(200);
    expect(started.output()).not.toMatch(/bug:/);
    started.child.kill('SIGTERM');
    expect(await started.ended()).toMatchObject({ code: 0 });
    expect(existsSync(told.authority ?? '')).toBe(false);
  });

  test('serves with a certificate of one’s own', async () => {
    const { cert, key, authority } = makeCertificate(['localhost', '127.0.0.1'], Date.now());
    const [certFile, keyFile, otherFile] = [newFile('cert.pem'), newFile('key.pem'), newFile('other.pem')];
    writeFileSync(certFile, cert);
    writeFileSync(keyFile, key);
    writeFileSync(otherFile, makeCertificate(['localhost'], Date.now()).key);
    const { told } = await ready(['--https-cert', certFile, '--https-key', keyFile]);
    expect(told).not.toHaveProperty('authority');
    expect((await secure(`${told.url}/_sandbox/health`, authority)).status).toBe(200);
    for (const [one, other, said] of [
      [certFile, otherFile, /is the key of another certificate/],
      [keyFile, keyFile, /HTTPS cannot be served with/],
      [certFile, join(folder, 'none.pem'), /none\.pem cannot be read/],
    ] as const) {
      const { code, output } = await start([parcels, '--port', '0', '--ephemeral', '--https-cert', one, '--https-key', other], {
        cwd: folder,
      }).ended();
      expect(code).toBe(1);
      expect(output).toMatch(said);
    }
  });
});

test.for([['--log'], ['--log=json'], ['--https']])(
  '%s leaves the names of headers, their spelling and their order as they are',
  async (words) => {
    const namesOf = async ({ url }: Ready, authority = ''): Promise<readonly string[]> => {
      const { promise, resolve, reject } = Promise.withResolvers<readonly string[]>();
      const ask = url.startsWith('https:') ? request : plainRequest;
      ask(`${url}/parcels/v1/parcels/p-1`, { agent: false, ...(authority && { ca: readFileSync(authority, 'utf8') }) }, (response) => {
        response.resume();
        resolve(response.rawHeaders.filter((_, i) => i % 2 === 0));
      })
        .once('error', reject)
        .end();
      return promise;
    };
    const [plain, other] = await Promise.all([ready([]), ready(words)]);
    const names = await namesOf(plain.told);
    expect(names).toContain('X-Sandbox-Trace');
    expect(await namesOf(other.told, other.told.authority)).toEqual(names);
  },
);

describe('--log', () => {
  const parcel = '/parcels/v1/parcels';

  test('writes a line for each exchange, without secrets or colours', async () => {
    const { started, told } = await ready(['--log']);
    await started.until(/Ctrl-C/);
    await fetch(`${told.url}${parcel}/p-1?access_token=sesame`, { headers: { Authorization: 'Bearer opensesame' } });
    await fetch(`${told.url}${parcel}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"to":"Ada","grams":"heavy"}',
    });
    await fetch(`${told.url}/_sandbox/health`);
    await ask(told.port, [`GET ${parcel}/p-1?token=sesame`, 'Host: evil.example']);
    await ask(told.port, [`GET /%1b%5b31mred%0d%0a200 HTTP/1.1`, 'Host: localhost']);
    const output = await started.until(/421 .*\n(?:.*\n)*.*red.*\n/);
    expect(output).toMatch(/^200 GET \/parcels\/v1\/parcels\/p-1\?access_token=withheld {2}\w[\w ]* readParcel, [\d.]+ ms$/m);
    expect(output).toMatch(/^400 POST \/parcels\/v1\/parcels {2}problem \w+, [\d.]+ ms$/m);
    expect(output).toMatch(/^200 GET \/_sandbox\/health {2}sandbox health, [\d.]+ ms$/m);
    expect(output).toMatch(/^421 GET \/parcels\/v1\/parcels\/p-1\?token=withheld {2}refused, 0 ms$/m);
    expect(output).not.toMatch(/sesame|heavy|Ada/);
    expect(output).not.toContain('\u001b');
  });

  test('with =json writes nothing but JSON to the standard output', async () => {
    const { started, told } = await ready(['--log=json']);
    await started.until(/Ctrl-C/);
    const answer = await fetch(`${told.url}${parcel}/p-1`);
    await fetch(`${told.url}/nowhere`);
    await expect.poll(() => started.out().trim().split('\n').length, { timeout: 10_000 }).toBe(2);
    const [first, second] = started
      .out()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(first).toMatchObject({
      method: 'GET',
      url: `${parcel}/p-1`,
      status: 200,
      operation: 'readParcel',
      trace: answer.headers.get('x-sandbox-trace'),
    });
    expect(Date.parse(first.time)).toBeGreaterThan(Date.now() - 60_000);
    expect(first.milliseconds).toBeGreaterThanOrEqual(0);
    expect(second).toMatchObject({ url: '/nowhere', status: 404, by: 'problem' });
  });

  test.for(['--log', '--log=json'])('%s outlives whoever read it', async (log) => {
    const { started, told } = await ready([log]);
    await started.until(/Ctrl-C/);
    started.child.stdout.destroy();
    started.child.stderr.destroy();
    for (let i = 0; i < 30; i++) expect((await fetch(`${told.url}/_sandbox/health`)).status).toBe(200);
    const before = cpuOf(started.child.pid);
    await wait(300);
    expect(cpuOf(started.child.pid) - before).toBeLessThan(20);
    started.child.kill('SIGTERM');
    expect(await started.ended()).toMatchObject({ code: 0 });
  });

  test('says nothing where it was not asked for', async () => {
    const { started, told } = await ready([]);
    await started.until(/Ctrl-C/);
    const before = started.output();
    await fetch(`${told.url}${parcel}/p-1`);
    started.child.kill('SIGTERM');
    expect((await started.ended()).output).toBe(before);
  });
});

/** Hundredths of a second that a process has had, where Linux tells. */
function cpuOf(pid = 0): number {
  if (!existsSync('/proc/self/stat')) return 0;
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return Number(fields[11]) + Number(fields[12]);
}

test('the help says what each of these is for', async () => {
  const child = spawn(process.execPath, [launch, 'start', '--help'], { stdio: ['ignore', 'pipe', 'inherit'] });
  endsWithTest(child);
  const [page] = await Promise.all([text(child.stdout), once(child, 'close')]);
  for (const option of [
    '--allow-host <name>',
    '--allow-origin <origin>',
    '--https ',
    '--https-cert <file>',
    '--ready-file <file>',
    '--log[=json]',
  ])
    expect(page).toContain(option);
  expect(page).toContain('NHS_SANDBOX_ALLOW_HOST');
});
