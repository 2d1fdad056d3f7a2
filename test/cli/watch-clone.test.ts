/** `start --watch` in a clone: no request fails while it builds and changes over. The clone is a small one, whose build is slow and says what it is told. */
import { build } from 'esbuild';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const clone = mkdtempSync(join(tmpdir(), 'sandbox-clone-'));
const made = join(clone, 'made');
afterAll(() => rmSync(clone, { recursive: true, force: true }));

/** As bundle.ts builds: what was there goes first, and parts are read when they are first needed. */
const bundle = `
import { cpSync, readFileSync, rmSync } from 'node:fs';
const dist = ${JSON.stringify(join(clone, 'dist'))};
rmSync(dist, { recursive: true, force: true });
await new Promise((done) => setTimeout(done, 300));
const wanted = readFileSync(${JSON.stringify(join(clone, 'wanted'))}, 'utf8');
if (wanted === 'no build') process.exit(1);
cpSync(${JSON.stringify(made)}, dist, { recursive: true });
if (wanted === 'a build that does not start') (await import('node:fs')).writeFileSync(dist + '/cli.js', 'process.exit(3);');
`;

beforeAll(async () => {
  await build({
    absWorkingDir: root,
    entryPoints: { cli: 'src/cli/launch.ts' },
    outdir: made,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    external: ['msw', 'vitest', 'openapi-fetch', 'openapi-typescript'],
    chunkNames: 'chunks/[name]-[hash]',
    logLevel: 'error',
  });
  for (const folder of ['openapi', 'mocks', 'src/cli/build']) mkdirSync(join(clone, folder), { recursive: true });
  writeFileSync(join(clone, 'package.json'), '{"type":"module"}');
  writeFileSync(join(clone, 'src/cli/build/generate.ts'), '');
  writeFileSync(join(clone, 'src/cli/build/bundle.ts'), bundle);
  cpSync(made, join(clone, 'dist'), { recursive: true });
});

let child: ChildProcess | undefined;
afterEach(async () => {
  if (child && child.exitCode === null && child.signalCode === null) {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
});

async function dev(words: readonly string[] = []): Promise<{ url: string; output: () => string }> {
  const file = join(clone, 'ready.json');
  const started = spawn(
    process.execPath,
    ['dist/cli.js', 'start', '--watch', '--port', '0', '--ephemeral', '--ready-file', file, ...words],
    {
      cwd: clone,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  child = started;
  let output = '';
  for (const stream of [started.stdout, started.stderr]) stream.setEncoding('utf8').on('data', (part: string) => (output += part));
  await expect.poll(() => existsSync(file), { timeout: 20_000, interval: 20 }).toBe(true);
  return { url: JSON.parse(readFileSync(file, 'utf8')).url, output: () => output };
}

function change(wanted: string): void {
  writeFileSync(join(clone, 'wanted'), wanted);
  writeFileSync(join(clone, 'mocks/some.ts'), `// ${Math.random()}`);
}

const banners = (output: string): number => output.split('Ctrl-C').length - 1;

/** Asks without a pause until told to stop; what came of each request that was no 200, and how many there were. */
function asking(url: string): { stop(): Promise<{ asked: number; wrong: readonly string[] }> } {
  const over = new AbortController();
  let asked = 0;
  const wrong: string[] = [];
  const paths = ['health', 'catalogue?curl=false', 'exchanges', 'contracts/sandbox-control.json'];
  const work = (async () => {
    while (!over.signal.aborted) {
      const path = paths[asked++ % paths.length];
      const answer = await fetch(`${url}/_sandbox/${path}`, { headers: { Connection: 'close' } }).then(
        async (reply) => (await reply.text(), String(reply.status)),
        (error: unknown) => `${String(error)} ${String(error instanceof Error ? error.cause : '')}`,
      );
      if (answer !== '200') wrong.push(`${path}: ${answer}`);
      await wait(5);
    }
  })();
  return {
    async stop() {
      over.abort();
      await work;
      return { asked, wrong };
    },
  };
}

test('no request fails while it is built anew and the new server takes over', async () => {
  const { url, output } = await dev();
  const [one, other] = [asking(url), asking(url)];
  // A part that this server has not read yet is there although the build takes it away.
  change('a build');
  await expect.poll(() => existsSync(join(clone, 'dist')), { timeout: 10_000, interval: 5 }).toBe(false);
  expect((await fetch(`${url}/nowhere`)).status).toBe(404);
  const trace = (await fetch(`${url}/nowhere`)).headers.get('x-sandbox-trace') ?? '';
  expect((await fetch(trace, { headers: { Accept: 'text/html' } })).status).toBe(200);
  await expect.poll(() => banners(output()), { timeout: 30_000, interval: 20 }).toBe(2);
  const said = [await one.stop(), await other.stop()];
  expect(said.flatMap(({ wrong }) => wrong)).toEqual([]);
  expect(said[0]?.asked).toBeGreaterThan(3);
});

test('goes on serving what was there before where a build fails, and where what was built does not start', async () => {
  const { url, output } = await dev();
  const one = asking(url);
  change('no build');
  await expect.poll(output, { timeout: 20_000 }).toContain('The build failed; still serving what was there before.');
  change('a build that does not start');
  await expect.poll(output, { timeout: 20_000 }).toContain('What was built does not start; serving what was there before.');
  await expect.poll(() => banners(output()), { timeout: 20_000 }).toBe(2);
  expect((await fetch(`${url}/_sandbox/health`)).status).toBe(200);
  expect((await one.stop()).wrong).toEqual([]);
  change('a build');
  await expect.poll(() => banners(output()), { timeout: 20_000 }).toBe(3);
});

test('ends with what it started and takes its copies away, and says so where the port is taken', async () => {
  const { url } = await dev();
  const copies = join(clone, 'node_modules/.cache/nhs-api-sandbox');
  expect(readdirSync(copies)).toHaveLength(1);
  const second = spawn(process.execPath, ['dist/cli.js', 'start', '--watch', '--ephemeral', '--port', new URL(url).port], {
    cwd: clone,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  second.stderr.setEncoding('utf8').on('data', (part: string) => (said += part));
  await once(second, 'close');
  expect(second.exitCode).toBe(1);
  expect(said).toContain('is taken by another process');
  child?.kill('SIGINT');
  if (child) await once(child, 'exit');
  expect(child?.exitCode).toBe(0);
  expect(readdirSync(copies)).toEqual([]);
  expect(existsSync(join(clone, 'ready.json'))).toBe(false);
  await expect(fetch(`${url}/_sandbox/health`)).rejects.toThrow('fetch failed');
});
