/** Every shell snippet of the README and of docs/, run in its order by a shell in an empty folder against a server of its own, and held to the output printed below it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, existsSync, globSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from './free-port.ts';

const root = resolve(import.meta.dirname, '..');
const cli = join(root, 'dist/cli.js');

interface Snippet {
  readonly line: number;
  readonly code: string;
  /** `sh server` starts a server in the background; `sh install` is what CI does; `sh shown` is run where the package is tested. */
  readonly kind: 'run' | 'server';
  /** Texts that the output holds, in this order. */
  readonly expected: readonly string[];
}

function snippetsOf(markdown: string): readonly Snippet[] {
  const found: Snippet[] = [];
  for (const match of markdown.matchAll(/^```sh(?<info>[^\n]*)\n(?<code>.*?)^```\n(?:\n```text\n(?<expected>.*?)^```\n)?/gms)) {
    const { info = '', code = '', expected = '' } = match.groups ?? {};
    if (/^(install|shown)$/.test(info.trim())) continue;
    const line = markdown.slice(0, match.index).split('\n').length;
    found.push({ line, code, kind: info.includes('server') ? 'server' : 'run', expected: expected.split('\n').filter(Boolean) });
  }
  return found;
}

const names = ['README.md', ...globSync('docs/**/*.md', { cwd: root })].map((name) => name.replaceAll('\\', '/')).toSorted();
const documents = names.map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }));

/** One terminal in an empty folder, for one document. */
class Terminal {
  readonly folder = mkdtempSync(join(tmpdir(), 'sandbox-documents-'));
  readonly #state = join(this.folder, 'state.sh');
  readonly #running: ChildProcess[] = [];
  /** The ports that the document speaks of, and free ones in their place. */
  readonly #ports = new Map<string, number>();

  async open(text: string): Promise<void> {
    for (const [, port = ''] of text.matchAll(/(?:localhost:|--port )(\d+)/g))
      if (!this.#ports.has(port)) this.#ports.set(port, await freePort());
    writeFileSync(this.#state, '');
    copyFileSync(join(root, 'test/gateway/notebook.yaml'), join(this.folder, 'my-api.yaml'));
    // The one that a reader has started, who is not told so again; commands that name no sandbox mean it too.
    if (this.#ports.has('8787')) await this.serve('npx nhs-sandbox start --port 8787 --ephemeral');
  }

  #here(code: string): string {
    let text = code.replaceAll('npx nhs-sandbox', `'${process.execPath}' '${cli}'`);
    for (const [written, free] of this.#ports)
      text = text.replaceAll(`localhost:${written}`, `localhost:${free}`).replaceAll(`--port ${written}`, `--port ${free}`);
    return text;
  }

  async serve(code: string): Promise<void> {
    const command = this.#here(code).trim();
    const health = `http://localhost:${/--port (\d+)/.exec(command)?.[1]}/_sandbox/health`;
    this.#running.push(spawn('bash', ['-c', `exec ${command}`], { cwd: this.folder, stdio: 'ignore' }));
    for (let attempt = 0; attempt < 200; attempt++) {
      const isReady = await fetch(health).then(
        ({ ok }) => ok,
        () => false,
      ); // a refused connection, until it listens
      if (isReady) return;
      await new Promise((wait) => setTimeout(wait, 50));
    }
    throw new Error(`not ready: ${command}`);
  }

  run(code: string): Promise<{ readonly status: number | null; readonly output: string }> {
    // What a snippet sets (a variable, a function) is there for the next one, as in one terminal.
    const script = `. '${this.#state}'; ${this.#here(code)}\ndeclare -p ID NAME 2>/dev/null > '${this.#state}' || true`;
    return new Promise((done) => {
      // A command that names no sandbox means the one that a reader has started.
      const env = { ...process.env, NHS_SANDBOX_URL: this.#here('http://localhost:8787') };
      const child = spawn('bash', ['-e', '-c', script], { cwd: this.folder, stdio: ['ignore', 'pipe', 'pipe'], env });
      let output = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()));
      child.on('close', (status) => done({ status, output }));
    });
  }

  close(): void {
    for (const child of this.#running) child.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

for (const { name, text } of documents) {
  // Its commands want the package installed: test/package runs them.
  if (name.startsWith('docs/ci/')) continue;
  const snippets = snippetsOf(text);
  if (snippets.length === 0) continue;
  describe(name, () => {
    const terminal = new Terminal();
    beforeAll(() => terminal.open(text), 30_000);
    afterAll(() => terminal.close());
    for (const { line, code, kind, expected } of snippets) {
      test(`line ${line}: ${code.split('\n')[0]}`, { timeout: 60_000 }, async () => {
        if (kind === 'server') return terminal.serve(code);
        const { status, output } = await terminal.run(code);
        if (status !== 0) throw new Error(`exit status ${status}:\n${output}`);
        let rest = output;
        for (const wanted of expected) {
          expect(rest).toContain(wanted);
          rest = rest.slice(rest.indexOf(wanted) + wanted.length);
        }
        return undefined;
      });
    }
  });
}

test('what the documents show of the installed package is what test/package runs', () => {
  const tested = readdirSync(join(root, 'test/package/snippets')).map((name) =>
    readFileSync(join(root, 'test/package/snippets', name), 'utf8'),
  );
  const shown = documents.flatMap(({ text }) => [...text.matchAll(/^```(?:ts|sh shown)\n(.*?)^```$/gms)].map(([, code = '']) => code));
  expect(shown.length).toBeGreaterThan(4);
  for (const code of shown) expect(tested).toContain(code);
});

test('the README is short enough to be read', () => {
  expect(readFileSync(join(root, 'README.md'), 'utf8').split('\n').length).toBeLessThanOrEqual(250);
});

test('the table of the documentation, or that of a folder, leads to every document', () => {
  const tables = documents.filter(({ name }) => /^docs\/(?:\w+\/)?README\.md$/.test(name));
  const led = new Set(
    tables.flatMap(({ name, text }) => [...text.matchAll(/\]\(([^)#:]+)/g)].map(([, target = '']) => resolve(root, dirname(name), target))),
  );
  const others = names.filter((name) => name !== 'docs/README.md' && !led.has(resolve(root, name)));
  expect(others).toEqual([]);
});

test('every link of a document to a file leads to one', () => {
  for (const { name, text } of documents)
    for (const [, target = ''] of text.matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g))
      expect(existsSync(join(root, dirname(name), target)), `${name}: ${target}`).toBe(true);
});
