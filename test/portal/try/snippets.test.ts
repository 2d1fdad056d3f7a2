/** Requests as code: what each language really sends, whatever stands in the values. Languages that this machine lacks are held to their rules. */
import { execFile, spawnSync } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeCurl } from '../../../src/portal/try/snippets/curl.ts';
import { writeJava } from '../../../src/portal/try/snippets/java.ts';
import { writeFetch } from '../../../src/portal/try/snippets/javascript.ts';
import { writePowerShell } from '../../../src/portal/try/snippets/power-shell.ts';
import { writePython } from '../../../src/portal/try/snippets/python.ts';
import type { CodeRequest } from '../../../src/portal/try/snippets/snippet.ts';

interface Received {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly kind: string | undefined;
  readonly type: string | undefined;
  readonly body: string;
}

let server: Server;
let base = '';
let received: Received | undefined;
const folder = mkdtempSync(join(tmpdir(), 'snippets-'));

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method, url, headers } = request;
      received = { method, url, kind: String(headers['x-kind']), type: headers['content-type'], body: Buffer.concat(chunks).toString() };
      response.end('{}');
    });
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const hostile = {
  'quotation marks': `it's "quoted" \`date\` ‘curly’`,
  'what a shell would expand': '$HOME $(touch /tmp/owned) ${PATH} !! \\ %PATH% ; rm -rf * # no',
  'lines, tabs and strokes': 'one\ntwo\\n three\t\\u0041 \\u000a\n\n  four  \n',
  'other letters': 'Zoë Łukasz 李 😀 \u2028 end',
  'markup and comments': '</script><!-- --> */ // """ \'\'\' """',
  'a file to read': '@/etc/passwd',
  JSON: JSON.stringify({ 'a"b': ["it's", 1, null, true, { c: '\\' }] }, null, 2),
} as const;

const requestWith = (body: string): CodeRequest => ({
  method: 'POST',
  url: `${base}/a/it's?x=[1]&q=%24HOME`,
  headers: [
    ['X-Kind', `it's "$HOME" \`x\` \\ %`],
    ['Content-Type', 'text/plain'],
  ],
  body,
});

const expected = (body: string): Received => ({
  method: 'POST',
  url: "/a/it's?x=[1]&q=%24HOME",
  kind: `it's "$HOME" \`x\` \\ %`,
  type: 'text/plain',
  body,
});

const run = promisify(execFile);
const runs = (command: string, ...args: readonly string[]): boolean => spawnSync(command, args).status === 0;

/** Without brackets raw in the address, which some languages refuse. */
const strict = (request: CodeRequest): CodeRequest => ({ ...request, url: request.url.replace('[1]', '%5B1%5D') });

const hasPython = runs('python3', '-c', 'import requests');

describe.each(Object.entries(hostile))('a body of %s', (_, body) => {
  test('is sent as it is by curl in a shell', async () => {
    await run('bash', ['-c', writeCurl(requestWith(body))]);
    expect(received).toEqual(expected(body));
  });

  test('is sent as it is by JavaScript', async () => {
    await run('node', ['--input-type=module', '-e', writeFetch(requestWith(body))]);
    const sent = body === hostile.JSON ? JSON.stringify(JSON.parse(body)) : body;
    expect(received).toEqual({ ...expected(sent), url: "/a/it's?x=[1]&q=%24HOME" });
  });

  test.runIf(hasPython)('is sent as it is by Python', async () => {
    await run('python3', ['-c', writePython(strict(requestWith(body)))]);
    expect(received).toEqual({ ...expected(body), url: "/a/it's?x=%5B1%5D&q=%24HOME" });
  });

  test('is verbatim in PowerShell but for its quotation marks, which are doubled', () => {
    const code = writePowerShell(requestWith(body));
    const [, literal = ''] = /-Body (?:\(\[Text\.Encoding\]::UTF8\.GetBytes\()?'([\s\S]*)'\)*$/.exec(code) ?? [];
    expect(literal.replaceAll(/(['‘’‚‛])\1/g, '$1')).toBe(body);
    expect(literal.replaceAll(/(['‘’‚‛])\1/g, '')).not.toMatch(/['‘’‚‛]/);
  });
});

// To compile takes seconds, so it is done where it is asked for: TEST_JAVA=1.
test.runIf(process.env['TEST_JAVA'] === '1' && runs('java', '-version')).each(Object.entries(hostile))(
  'a body of %s is sent as it is by Java',
  async (_, body) => {
    const file = join(folder, 'Ask.java');
    writeFileSync(file, writeJava(strict(requestWith(body))));
    await run('java', [file]);
    expect(received).toEqual({ ...expected(body), url: "/a/it's?x=%5B1%5D&q=%24HOME" });
  },
  20_000,
);

test('Java is written in ASCII, and no line of a value ends a string of it', () => {
  const code = writeJava(requestWith(hostile['other letters'] + hostile['lines, tabs and strokes']));
  expect(code).toMatch(/^[\n\x20-\x7e]*$/);
  for (const line of code.split('\n')) expect(line.replaceAll(/\\./g, '').split('"').length % 2).toBe(1);
});

describe('a request without a body', () => {
  const read: CodeRequest = { method: 'GET', url: 'http://localhost:8787/a', headers: [] };
  test('is one line of curl and of JavaScript', () => {
    expect(writeCurl(read)).toBe(`curl -i 'http://localhost:8787/a'`);
    expect(writeFetch(read)).toBe(
      'const response = await fetch("http://localhost:8787/a");\nconsole.log(response.status, await response.text());',
    );
  });
  test('asks for the head alone where that is wanted', () => {
    expect(writeCurl({ ...read, method: 'HEAD' })).toBe(`curl -i -I 'http://localhost:8787/a'`);
  });
  test('takes a header that JavaScript would make a prototype of', () => {
    expect(writeFetch({ ...read, headers: [['__proto__', 'x']] })).toContain('["__proto__", "x"]');
  });
});
