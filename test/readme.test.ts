/** Every shell snippet of the README, run in its order by a shell in an empty folder against a server of its own, and held to the output printed below it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const cli = join(root, 'dist/cli.js');
const folder = mkdtempSync(join(tmpdir(), 'sandbox-readme-'));
const running: ChildProcess[] = [];

interface Snippet {
  readonly line: number;
  readonly code: string;
  /** `sh server 8788` starts a server in the background; `sh install` is what CI does; `sh shown` is run where the package is tested. */
  readonly kind: 'run' | 'server';
  /** Texts that the output holds, in this order. */
  readonly expected: readonly string[];
}

function snippets(markdown: string): readonly Snippet[] {
  const found: Snippet[] = [];
  for (const match of markdown.matchAll(/^```sh(?<info>[^\n]*)\n(?<code>.*?)^```\n(?:\n```text\n(?<expected>.*?)^```\n)?/gms)) {
    const { info = '', code = '', expected = '' } = match.groups ?? {};
    if (/^(install|shown)$/.test(info.trim())) continue;
    const line = markdown.slice(0, match.index).split('\n').length;
    found.push({ line, code, kind: info.includes('server') ? 'server' : 'run', expected: expected.split('\n').filter(Boolean) });
  }
  return found;
}

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const all = snippets(readme);
/** The ports the README speaks of, and free ones in their place. */
const ports = new Map<string, number>();
const state = join(folder, 'state.sh');

function here(code: string): string {
  let text = code.replaceAll('npx nhs-sandbox', `'${process.execPath}' '${cli}'`);
  for (const [written, free] of ports)
    text = text.replaceAll(`localhost:${written}`, `localhost:${free}`).replaceAll(`--port ${written}`, `--port ${free}`);
  return text;
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function startServer(command: string, port: number): Promise<void> {
  const child = spawn('bash', ['-c', `exec ${command}`], { cwd: folder, stdio: 'ignore' });
  running.push(child);
  for (let attempt = 0; attempt < 200; attempt++) {
    const ready = await fetch(`http://127.0.0.1:${port}/_sandbox/health`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return;
    await new Promise((wait) => setTimeout(wait, 50));
  }
  throw new Error(`not ready: ${command}`);
}

function run(code: string): Promise<{ readonly status: number | null; readonly output: string }> {
  // What a snippet sets (a variable, a function) is there for the next one, as in one terminal.
  const script = `touch '${state}'; . '${state}'; ${here(code)}\ndeclare -p ID NAME 2>/dev/null > '${state}' || true`;
  return new Promise((done) => {
    const child = spawn('bash', ['-e', '-c', script], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (text: Buffer) => (output += text.toString()));
    child.stderr.on('data', (text: Buffer) => (output += text.toString()));
    child.on('close', (status) => done({ status, output }));
  });
}

beforeAll(async () => {
  for (const [, port = ''] of readme.matchAll(/localhost:(\d+)/g)) if (!ports.has(port)) ports.set(port, await freePort());
  mkdirSync(folder, { recursive: true });
  writeFileSync(state, '');
  const port = ports.get('8787') ?? 0;
  await startServer(`'${process.execPath}' '${cli}' start --port ${port} --ephemeral`, port);
}, 30_000);

afterAll(() => {
  for (const child of running) child.kill();
  rmSync(folder, { recursive: true, force: true });
});

test('the README has snippets to run', () => {
  expect(all.length).toBeGreaterThan(8);
});

test('what it shows of the installed package is what test/package runs', () => {
  const tested = readdirSync(join(root, 'test/package/snippets')).map((name) =>
    readFileSync(join(root, 'test/package/snippets', name), 'utf8'),
  );
  const shown = [...readme.matchAll(/^```(?:ts|sh shown)\n(.*?)^```$/gms)].map(([, code = '']) => code);
  expect(shown.length).toBeGreaterThan(3);
  for (const code of shown) expect(tested).toContain(code);
});

for (const snippet of all) {
  test(`line ${snippet.line}: ${snippet.code.split('\n')[0]}`, { timeout: 60_000 }, async () => {
    if (snippet.kind === 'server') {
      const port = /--port (\d+)/.exec(here(snippet.code))?.[1];
      return startServer(here(snippet.code).trim(), Number(port));
    }
    const { status, output } = await run(snippet.code);
    if (status !== 0) throw new Error(`exit status ${status}:\n${output}`);
    let rest = output;
    for (const text of snippet.expected) {
      expect(rest).toContain(text);
      rest = rest.slice(rest.indexOf(text) + text.length);
    }
    return undefined;
  });
}
