/** `start` as a process: what it prints, that it ends cleanly, what it keeps, and that it notices a saved contract. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { GROUPS } from '../../src/contract/group.ts';
import { catalogueNames } from '../../src/generated/api-paths.ts';
import { openNodeStore } from '../../src/runtimes/node/file-store.ts';
import { worldVersion } from '../../src/world/reach.ts';
import { endsWithTest, launch, parcels, start as startIn, type Started } from './started.ts';

const folder = mkdtempSync(join(tmpdir(), 'sandbox-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = (words: readonly string[], how: { node?: readonly string[]; cwd?: string } = {}): Started =>
  startIn(words, { cwd: folder, ...how });

const originIn = (output: string): string => /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0] ?? '';

test('prints where it serves, that the data are synthetic, and a curl that works', async () => {
  const started = start([parcels, '--port', '0', '--ephemeral']);
  const output = await started.until(/Ctrl-C/);
  expect(output).toContain('synthetic data only');
  expect(output).toMatch(/parcels .*http:\/\/127\.0\.0\.1:\d+\/parcels\/v1/);
  expect(output).not.toContain('\x1b[');
  const url = /curl (http\S+\/parcels\/p-1)/.exec(output)?.[1] ?? '';
  expect((await fetch(url)).status).toBe(200);
  started.child.kill('SIGTERM');
  expect(await started.ended()).toMatchObject({ code: 0 });
});

test('shows the whole catalogue in groups on one screen, with how good each is, a call, and where the others are', async () => {
  const output = await start(['--port', '0', '--ephemeral']).until(/Ctrl-C/);
  const lines = output.trimEnd().split('\n');
  expect(lines.length).toBeLessThanOrEqual(catalogueNames.length + GROUPS.length + 13);
  for (const line of lines) if (!line.startsWith('  curl ')) expect(line.length).toBeLessThanOrEqual(80);
  expect(output).not.toContain('\u001b');
  const list = lines.filter((line) => /^ {2}\S+ +\d+ operations? +(rules|some rules|by its contract)$/.test(line));
  expect(list.map((line) => line.trim().split(' ')[0]).toSorted()).toEqual([...catalogueNames].toSorted());
  const groups = lines.filter((line) => GROUPS.some((group) => group === line));
  expect(groups).toEqual(GROUPS.filter((group) => groups.includes(group)));
  expect(output).toMatch(/A call to each of them: curl http:\S+\/_sandbox\/catalogue\n {2}Some of them alone: nhs-sandbox start \S+ \S+\n/);
});

test('serves those that are named, and a contract of your own beside them, each with its address', async () => {
  const output = await start(['notify', 'mesh', parcels, '--port', '0', '--ephemeral']).until(/Ctrl-C/);
  expect(output).toMatch(
    /\nYour own\n {2}parcels +\d+ operations +by its contract +http:\S+\/parcels\/v1\nMessages\n {2}notify +\d+ operations +\S.*http:\S+\/comms\n {2}mesh +\d+ operations +rules +http:\S+\/mesh\n\n/,
  );
  const { apis } = (await (await fetch(`${originIn(output)}/_sandbox/catalogue`)).json()) as { readonly apis: readonly { slug: string }[] };
  expect(apis.map(({ slug }) => slug)).toEqual(['parcels', 'notify', 'mesh']);
});

test('says at once what is not served, not followed and not enforced, with its place and in few lines', async () => {
  const body = (schema: string): string => `{content: {application/json: {schema: ${schema}}}}`;
  const far = Array.from({ length: 9 }, (_, i) => `p${i}: {$ref: "https://example.org/${i}.json"}`).join(', ');
  const file = join(folder, 'flawed.yaml');
  writeFileSync(
    file,
    [
      'openapi: 3.1.0',
      'info: {title: Flawed, version: "1"}',
      'servers: [{url: /f}]',
      'paths:',
      '  /bad{: {get: {responses: {}}}',
      `  /far: {post: {operationId: far, requestBody: ${body(`{properties: {${far}}}`)}, responses: {"200": {description: ok}}}}`,
      '  /own:',
      '    post:',
      '      operationId: own',
      '      requestBody: {content: {application/json: {schema: {properties: {id: {enum: [a]}}}, example: {id: b}}}}',
      '      responses: {"200": {description: ok}}',
      '',
    ].join('\n'),
  );
  const lines = await start([file, '--port', '0', '--ephemeral']).until(/Ctrl-C/);
  // A line that is too long for a terminal goes on below, further in.
  const output = lines.replaceAll(/\n {4}(?=\S)/g, ' ');
  expect(output).toMatch(/Not served\n  flawed \/paths\/~1bad\{\/get: The braces/);
  expect(output).toMatch(
    /a reference cannot be followed\n  flawed \/paths\/~1far\/post[^:]+\/p0\/\$ref: The reference "https:\/\/example\.org\/0\.json"/,
  );
  expect(output).toContain('flawed: 4 more');
  expect(output).toMatch(
    /Not enforced .*\n  flawed \/paths\/~1own\S+\/properties\/id\/enum: "enum" is not enforced here for own: the request example "default" breaks it at \/id/,
  );
});

test('keeps what was written through a stop, in the file that it names', async () => {
  const words = [parcels, '--port', '0', '--clock', '2026-01-01T00:00:00Z'];
  const first = start(words);
  const output = await first.until(/Ctrl-C/);
  expect(output).toContain('.sandbox/data.sqlite');
  expect(output).toContain('stands at 2026-01-01T00:00:00.000Z');
  const created = await fetch(`${originIn(output)}/parcels/v1/parcels`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{"to":"Ada","grams":5}',
  });
  const { id } = await created.json();

  const second = await start(words).ended();
  expect(second.code).toBe(1);
  expect(second.output).toContain('data.sqlite is in use by another sandbox');

  first.child.kill('SIGINT');
  expect(await first.ended()).toMatchObject({ code: 0 });
  const third = start(words);
  const found = await fetch(`${originIn(await third.until(/Ctrl-C/))}/parcels/v1/parcels/${id}`);
  expect(await found.json()).toMatchObject({ id, to: 'Ada' });
});

test('loses no write that it has acknowledged when it is killed', async () => {
  const words = [parcels, '--port', '0', '--data', 'killed.sqlite'];
  const first = start(words);
  const parcelsOf = (output: string): string => `${originIn(output)}/parcels/v1/parcels`;
  const url = parcelsOf(await first.until(/Ctrl-C/));
  const created = await Promise.all(
    Array.from({ length: 20 }, async (_, i) => {
      const body = JSON.stringify({ to: `Person ${i}`, grams: 5 });
      const response = await fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
      return response.json();
    }),
  );
  first.child.kill('SIGKILL');
  await first.ended();
  const second = start(words);
  const kept: unknown = await (await fetch(parcelsOf(await second.until(/Ctrl-C/)))).json();
  for (const parcel of created) expect(kept).toContainEqual(parcel);
});

test('opens no file that was written about the people of another seed, of another size or of the first release', async () => {
  const file = join(folder, 'kept.sqlite');
  const store = openNodeStore(file);
  store.put('~world', 'is', JSON.stringify({ version: worldVersion, seed: 7, size: 1_000, made: '2026-01-01' }));
  store.close();
  const old = join(folder, 'old.sqlite');
  copyFileSync(new URL('../workspace/store/of-schema-1.sqlite', import.meta.url), old);
  const startOn = (data: string, ...words: string[]) => start([parcels, '--port', '0', '--data', data, ...words]);
  const [others, earliest] = await Promise.all([startOn(file, '--size', '2000').ended(), startOn(old, '--size', '1000').ended()]);
  expect(others).toMatchObject({
    code: 1,
    output: expect.stringContaining(
      `kept.sqlite: The data are of world/${worldVersion} of seed 7 with 1000 people, and this is world/${worldVersion} of seed 42 with 2000 people`,
    ),
  });
  expect(earliest).toMatchObject({ code: 1, output: expect.stringContaining('old.sqlite: The data are of world/1') });
  expect(await startOn(file, '--seed', '7', '--size', '1000', '--as-of', '2030-06-01').until(/Ctrl-C/)).toContain(
    'people as of 2030-06-01',
  );
});

test('says so when the port is taken, and when its file is no database', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  writeFileSync(join(folder, 'notes.txt'), 'These are notes, not a database, and long enough to be taken for neither.\n'.repeat(20));
  const [taken, noDatabase] = await Promise.all([
    start([parcels, '--port', String(port), '--ephemeral']).ended(),
    start([parcels, '--port', '0', '--data', 'notes.txt']).ended(),
  ]);
  other.close();
  expect(taken).toMatchObject({ code: 1, output: expect.stringContaining(`port ${port} is taken`) });
  expect(noDatabase).toMatchObject({ code: 1, output: expect.stringContaining('notes.txt is no SQLite file') });
});

test('serves a contract anew when its file is saved, and keeps the old one while the new one is broken', async () => {
  const file = join(folder, 'watched.yaml');
  copyFileSync(parcels, file);
  const started = start([file, '--port', '0', '--ephemeral', '--watch']);
  const origin = originIn(await started.until(/Ctrl-C/));
  writeFileSync(file, 'openapi: 3.1.0\npaths: {a: [}\n');
  expect(await started.until(/Still serving/)).toContain('watched.yaml cannot be served');
  expect((await fetch(`${origin}/parcels/v1/parcels/p-1`)).status).toBe(200);
  writeFileSync(file, readFileSync(parcels, 'utf8').replace('/parcels/v1', '/parcels/v2'));
  await started.until(/Serving anew: watched \(3 operations\)/);
  expect((await fetch(`${origin}/parcels/v2/parcels/p-1`)).status).toBe(200);
});

test('serves a contract of several files anew when any of them is saved, also one that was not there before', async () => {
  const file = join(folder, 'several/boats.yaml');
  mkdirSync(join(folder, 'several/schemas'), { recursive: true });
  const boats = (ref: string): string =>
    `openapi: 3.1.0\ninfo: {title: B, version: "1"}\nservers: [{url: /b}]\npaths: {/boats: {get: {operationId: list, responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "${ref}"}}}}}}}}\n`;
  writeFileSync(file, boats('schemas/boat.yaml'));
  writeFileSync(join(folder, 'several/schemas/boat.yaml'), 'const: first');
  const started = start([file, '--port', '0', '--ephemeral', '--watch']);
  const origin = originIn(await started.until(/Ctrl-C/));
  const boat = async (): Promise<unknown> => (await fetch(`${origin}/b/boats`)).json();
  expect(await boat()).toBe('first');

  writeFileSync(join(folder, 'several/schemas/boat.yaml'), 'const: second');
  await expect.poll(boat, { timeout: 10_000 }).toBe('second');

  writeFileSync(file, boats('more/yacht.yaml'));
  expect(await started.until(/Still serving/)).toContain('refers to "more/yacht.yaml": there is no such file');
  expect(await boat()).toBe('second');

  mkdirSync(join(folder, 'several/more'));
  writeFileSync(join(folder, 'several/more/yacht.yaml'), 'const: third');
  await expect.poll(boat, { timeout: 10_000 }).toBe('third');
});

/** Makes a process take itself for an old Node, which hands over to the project's own. */
const oldNode = [
  '--import',
  'data:text/javascript,Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.1.0" } })',
];

test('hands over from an old Node to the one that came with the project, which stops with it', async () => {
  const started = start([parcels, '--port', '0', '--ephemeral'], { node: oldNode });
  const origin = originIn(await started.until(/Ctrl-C/));
  started.child.kill('SIGKILL');
  await started.ended();
  await expect
    .poll(
      () =>
        fetch(`${origin}/_sandbox/health`).then(
          () => 'alive',
          () => 'gone',
        ),
      { timeout: 10_000 },
    )
    .toBe('gone');
});

test('says which Node it needs where no newer one is at hand', async () => {
  const alone = join(folder, 'launch.mjs');
  writeFileSync(alone, stripTypeScriptTypes(readFileSync(launch, 'utf8')));
  mkdirSync(join(folder, 'node_modules/node/bin'), { recursive: true });
  const binary = join(folder, 'node_modules/node/bin/node');
  // Of the nearest package of that name: what was installed for another platform has no binary, and another is too old itself.
  for (const [version, binaryIsThere] of [
    ['24.21.0', false],
    ['22.17.1', true],
  ] as const) {
    writeFileSync(join(folder, 'node_modules/node/package.json'), JSON.stringify({ name: 'node', version }));
    if (binaryIsThere) symlinkSync(process.execPath, binary);
    const child = spawn(process.execPath, [...oldNode, alone, 'start'], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
    endsWithTest(child);
    const [said] = await Promise.all([text(child.stderr), once(child, 'close')]);
    expect(child.exitCode).toBe(1);
    expect(said).toMatch(/^nhs-sandbox needs Node 22\.18 or later and this is Node 20\.1\.0: .*\.\n$/);
  }
});

test('passes a signal and the exit code through the hand-over', async () => {
  const started = start([parcels, '--port', '0', '--ephemeral'], { node: oldNode });
  await started.until(/Ctrl-C/);
  started.child.kill('SIGTERM');
  expect(await started.ended()).toMatchObject({ code: 0 });
  expect(await start(['--port', 'x'], { node: oldNode }).ended()).toMatchObject({ code: 2 });
});

test('outlives what nothing else caught, and tells of it in one line each, without what was thrown', async () => {
  const throwing = `
    setTimeout(() => {
      const again = setInterval(() => { throw new RangeError('secret words'); }, 50);
      setTimeout(() => clearInterval(again), 900);
      Promise.reject(new TypeError('secret words'));
      process.emit('unhandledRejection', 'secret words');
    }, 1_000);
    setTimeout(() => console.error('late'), 2_000);`;
  const { child, until, ended } = start([parcels, '--port', '0', '--ephemeral'], {
    node: ['--import', `data:text/javascript,${encodeURIComponent(throwing)}`],
  });
  const origin = originIn(await until(/http:\/\/127\.0\.0\.1:\d+/));
  await until(/late/);
  expect((await fetch(`${origin}/parcels/v1/parcels/p-1`)).status).toBe(200);
  child.kill('SIGTERM');
  const { code, output } = await ended();
  expect(code).toBe(0);
  expect(output).not.toContain('secret words');
  const told = output.split('\n').filter((line) => line.startsWith('bug: '));
  expect(told.map((line) => line.split(' at ')[0])).toEqual(expect.arrayContaining(['bug: RangeError', 'bug: TypeError']));
  expect(told.length).toBeLessThan(8);
});
