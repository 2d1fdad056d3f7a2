/** `nhs-sandbox apps`, `token` and `explain` beside a running sandbox: from a registration to a token, and to what is wrong with an assertion. */
import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { nobody } from '../../src/population.ts';
import { demo, makeAssertion } from '../../src/runtimes/browser/auth.ts';
import { startNode } from '../../src/runtimes/node/node.ts';
import { frozenClock, realClock } from '../../src/workspace/time/clock.ts';
import { notebook } from '../gateway/notebook.ts';
import { recordedTerminal } from './recorded-terminal.ts';

const shell = promisify(execFile);
const clock = frozenClock(Date.UTC(2026, 0, 1, 9, 30));
const sandbox = await startNode({ apis: [{ contract: notebook }], population: nobody, clock, seed: 1, host: '127.0.0.1', port: 0 });
const folder = mkdtempSync(join(tmpdir(), 'apps-'));
const file = (name: string): string => join(folder, name);
afterAll(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true });
});

async function run(...words: readonly string[]) {
  const terminal = recordedTerminal(200);
  const code = await main(words, terminal);
  return { code, ...terminal.written };
}
const remote = (...words: readonly string[]) => run(...words, '--url', sandbox.url);

test('the first token takes one command, by the clock of the workspace', async () => {
  const { code, out } = await remote('token', '--app', 'demo');
  expect(code).toBe(0);
  expect(out).toMatch(/^([a-p]{64}1)\n\nFor 600 s\. Send it with each request:\n {2}curl -H 'Authorization: Bearer \1' …\nThe next one, /);
  const { out: signedIn } = await remote('token', '--app', 'demo', '--as', 'patient-p9');
  // Both lines are pasted into a shell.
  for (const text of [out, signedIn]) {
    const { stdout } = await shell('sh', ['-c', / {2}(curl -s .*)\n$/.exec(text)?.[1] ?? '']);
    expect(stdout).toMatch(/^\{"(?:access_)?token":"[a-p]{64}1"/);
  }
  expect((await remote('token', '--app', 'Demo application', '--quiet')).out).toMatch(/^[a-p]{64}1\n$/);
  expect((await remote('token', '--app', 'demo', '--as', '656005750104', '--quiet')).out).toMatch(/^[a-p]{64}1\n$/);
  expect((await remote('token', '--app', 'demo', '--as', 'nobody')).error).toContain('GET /_sandbox/users lists whom one can sign in as');
});

test('an application is registered with a key that the sandbox makes, gets a token, is listed and taken away', async () => {
  const added = await remote('apps', 'add', 'Ward board', '--kid', 'test-1', '--save', file('ward.pem'));
  expect(added.out).toMatch(
    /^Ward board has the id 1 and the API key [0-9a-f]{32}\.\nIts secret, shown this once, is [\w-]{43}\.\nIts key is called test-1\.\n$/,
  );
  expect(readFileSync(file('ward.pem'), 'utf8')).toMatch(/^-----BEGIN PRIVATE KEY-----[^]*-----END PRIVATE KEY-----\n$/);
  expect(statSync(file('ward.pem')).mode & 0o777).toBe(0o600);
  expect((await remote('token', '--app', 'Ward board', '--private-key', file('ward.pem'), '--quiet')).out).toMatch(/^[a-p]{64}1\n$/);
  expect((await remote('token', '--app', 'Ward board')).error).toContain('name its file with --private-key');
  expect((await remote('apps', 'list')).out).toMatch(
    /^Id +Name +API key +Keys\ndemo +Demo application +nhs-api-sandbox-demo +demo-1\n1 +Ward board +[0-9a-f]{32} +test-1\n\nTokens: http:\S+\/oauth2\/token\n$/,
  );
  expect((await remote('apps', 'add', 'Ward board', '--save', file('again.pem'))).error).toContain('has an application of this name');
  expect((await remote('apps', 'remove', 'Ward board')).out).toBe('Ward board is gone.\n');
  expect((await remote('token', '--app', 'Ward bored')).error).toContain(
    'there is no application "Ward bored": nhs-sandbox apps list shows them',
  );
  expect((await remote('apps', 'remove', 'demo')).error).toContain('comes with the sandbox');
});

test('all that an application may be is said when it is registered, and said otherwise later', async () => {
  const words =
    '--callback https://a.example/back --product notes,mesh --scope urn:nhsd:apim:app:level3:* --vector P9.Cp.Cd --hands-over-to ward-list ' +
    '--permission nhs-app=app-message --permission nhs-app=push-notification,notify= --ods RZ0 --asid 200000000001 --may-update ' +
    '--per-minute 60 --per-second 2';
  expect((await remote('apps', 'add', 'Whole', ...words.split(' '), '--save', file('whole.pem'))).error).toBe('');
  const registered = async (name: string): Promise<unknown> => {
    const { applications } = JSON.parse((await remote('apps', 'list', '--json')).out) as { readonly applications: { name: string }[] };
    return applications.find((one) => one.name === name);
  };
  expect(await registered('Whole')).toMatchObject({
    callbackUrls: ['https://a.example/back'],
    products: ['notes', 'mesh'],
    scopes: ['urn:nhsd:apim:app:level3:*'],
    vectors: ['P9.Cp.Cd'],
    permissions: { 'nhs-app': ['app-message', 'push-notification'], notify: [] },
    handsOverTo: ['ward-list'],
    odsCode: 'RZ0',
    asid: '200000000001',
    mayUpdate: true,
    limits: { perMinute: 60, perSecond: 2 },
  });
  const changed = await remote(
    'apps',
    'change',
    'Whole',
    '--name',
    'Part',
    '--status',
    'revoked',
    '--asid',
    '',
    '--default',
    'products,limits',
  );
  expect(changed.out).toMatch(/\n {2}status +revoked\n/);
  const part = await registered('Part');
  expect(part).toMatchObject({ status: 'revoked', asid: null, odsCode: 'RZ0' });
  expect(part).not.toHaveProperty('products');
  const again = await remote('apps', 'change', 'Part', '--new-secret', '--save', file('part.pem'), '--kid', 'part-2');
  expect(again.out).toMatch(/\nIts secret, shown this once, is [\w-]{43}\.\nIts key is called part-2\.\n$/);
  expect(readFileSync(file('part.pem'), 'utf8')).toContain('BEGIN PRIVATE KEY');
  for (const [typed, wrong] of [
    [['--vector', 'P7'], /vectors.* must be one of "P0\.Cp"/],
    [['--permission', 'notify'], /--permission wants an API and a word/],
    [['--default', 'colour'], /colour/],
    [[], /wants something that is otherwise from now on/],
  ] as const)
    expect((await remote('apps', 'change', 'Part', ...typed)).error).toMatch(wrong);
});

test('an application is registered with keys of its own, in PEM and as a JWKS', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync(file('own.pub'), publicKey.export({ type: 'spki', format: 'pem' }));
  writeFileSync(file('own.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
  writeFileSync(file('jwks.json'), JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'set-1' }] }));
  const ways = { pem: ['--public-key', file('own.pub'), '--kid', 'pem-1'], set: ['--jwks', file('jwks.json')] };
  for (const [name, words] of Object.entries(ways)) {
    expect((await remote('apps', 'add', name, ...words, '--quiet')).out).toMatch(/^[0-9a-f]{32}\n$/);
    expect((await remote('token', '--app', name, '--private-key', file('own.pem'), '--quiet')).out).toMatch(/^[a-p]{64}1\n$/);
  }
  expect((await remote('apps', 'add', 'wrong', '--public-key', file('own.pem'))).error).toContain('is a private key');
  // As `openssl genrsa` writes it, by its version.
  writeFileSync(file('older.pem'), privateKey.export({ type: 'pkcs1', format: 'pem' }));
  expect((await remote('token', '--app', 'pem', '--private-key', file('older.pem'), '--quiet')).out).toMatch(/^[a-p]{64}1\n$/);
  writeFileSync(file('curve.pem'), generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }));
  for (const wrong of ['own.pub', 'jwks.json', 'curve.pem'])
    expect((await remote('token', '--app', 'pem', '--private-key', file(wrong))).error).toMatch(
      `${file(wrong)} holds no private RSA key in PEM`,
    );
});

test('explain says every rule that an assertion breaks, and what would mend it, and asks nobody', async () => {
  const tokenUrl = 'http://localhost:8787/oauth2/token';
  const good = await makeAssertion({ ...demo, tokenUrl });
  expect(await run('explain', good, '--aud', tokenUrl)).toMatchObject({
    code: 0,
    out: expect.stringContaining('Nothing is wrong with it'),
  });
  const bad = await makeAssertion({
    ...demo,
    tokenUrl,
    now: realClock.now() - 600_000,
    header: { typ: undefined },
    claims: { jti: undefined },
  });
  const { code, out } = await run('explain', bad, '--aud', 'https://int.api.service.nhs.uk/oauth2/token');
  expect(code).toBe(1);
  expect(out).toMatch(
    /JWT has expired\n[^]*must be 'JWT'\n {2}Put "typ": "JWT"[^]*Missing 'jti'[^]*invalid 'aud'[^]*Let aud be the address/,
  );
  expect(out).toContain('iss of 20 characters, sub the same');
  expect((await run('explain', good)).out).toMatch(/Its aud was compared with nothing: --aud/);
  expect((await run('explain', 'a.b')).out).toContain('It has 2 parts and not three');
});
