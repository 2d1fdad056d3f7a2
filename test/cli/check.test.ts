/** `check` says what a contract is not, in lines that fit; with --strict it fails a build. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { isVersion } from '../../src/cli/check/version-text.ts';
import { wrapped } from '../../src/cli/lay-out.ts';
import { main } from '../../src/cli/main.ts';
import { recordedTerminal } from './recorded-terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'sandbox-check-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(typed: readonly string[], columns = 100) {
  const terminal = recordedTerminal(columns);
  const code = await main(typed, terminal);
  return { code, ...terminal.written };
}

const ok = "'200': { description: ok, content: { application/json: { schema: { type: object } } } }";

function contract(operation: string, version = '1.0.0'): string {
  const file = join(folder, `c${Math.abs(hash(operation + version))}.yaml`);
  writeFileSync(
    file,
    `openapi: 3.1.0
info: { title: Ferry, version: '${version}' }
servers: [{ url: https://x.example/ferry }]
paths:
  /crossings:
${operation}`,
  );
  return file;
}

const hash = (text: string): number => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7);

const clean = `    get: { operationId: list, responses: { ${ok} } }`;

test('one is singular', async () => {
  const { out } = await run(['check', contract(clean)]);
  expect(out).toContain('  1 operation: 1 ');
  expect(out).not.toMatch(/\b1 (operations|quirks|answers|values)\b/);
});

describe('a version', () => {
  test.each(['1.0.0', 'v0.1', '1.4.0-alpha', '2021-09-30', 'STU3', '1.0.0 (beta)', '3'])('%s is one', (text) => {
    expect(isVersion(text)).toBe(true);
  });

  const none = [
    'Computed and injected at build time by `scripts/set_version.py`',
    '${VERSION}',
    '{{ version }}',
    'TBC',
    '%VERSION%',
    '',
    ' ',
  ];
  test.each(none)('“%s” is none', (text) => {
    expect(isVersion(text)).toBe(false);
  });

  test('that is none is said to be none, cut, in words; for a program it is as it stands', async () => {
    const file = contract(clean, 'Computed and injected at build time by a script of the team');
    const { out } = await run(['check', file]);
    expect(out).toContain('(no version: it says “Computed and injected at build time by …”)');
    const [report] = JSON.parse((await run(['check', file, '--json'])).out);
    expect(report.version).toBe('Computed and injected at build time by a script of the team');
  });
});

describe('--strict', () => {
  test('is content with a contract that is taken as it stands', async () => {
    expect(await run(['check', contract(clean), '--strict'])).toMatchObject({ code: 0, error: '' });
  });

  test('fails one that is not, says how many quirks of which kinds, and still prints the report', async () => {
    const file = contract(`    get: { responses: { ${ok} } }
    post: { operationId: add, parameters: [{ name: Authorization, in: header, required: true, schema: { type: string } }], responses: { ${ok} } }`);
    for (const more of [[], ['--json'], ['--verbose']]) {
      const { code, error, out } = await run(['check', file, '--strict', ...more]);
      expect(code).toBe(1);
      expect(error).toMatch(/has 2 quirks: 1 mended, 1 unchecked/);
      expect(out).toContain('Authorization');
    }
    expect((await run(['check', file])).code).toBe(0);
  });

  test('looks at every contract', async () => {
    const { code, error } = await run(['check', contract(clean), contract(`    get: { responses: { ${ok} } }`), '--strict']);
    expect([code, error.trim().split('\n').length]).toEqual([1, 1]);
  });
});

describe('parts that nothing acts on are named', () => {
  test.each([
    ['Authorization', 'a security scheme says who may call'],
    ['accept', 'the media types of the responses say what may be asked for'],
    ['Content-Type', 'the media types of the body say what may be sent'],
  ])('the required header parameter %s', async (name, place) => {
    const { out } = await run([
      'check',
      contract(
        `    get: { operationId: list, parameters: [{ name: ${name}, in: header, required: true, schema: { type: string } }], responses: { ${ok} } }`,
      ),
    ]);
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      `OpenAPI ignores a header parameter called ${name}, so nobody is asked for it here: ${place}.`,
    );
  });

  test('a type of body that is not read', async () => {
    const body =
      'requestBody: { content: { application/x-unheard-of: { schema: { type: object, properties: { a: { type: string } } } } } }';
    const { out } = await run(['check', contract(`    post: { operationId: add, ${body}, responses: { ${ok} } }`)]);
    expect(out.replaceAll(/\s+/g, ' ')).toContain('Bodies of the type application/x-unheard-of cannot be read here');
  });

  test('a type of answer that is never sent', async () => {
    const both = "'200': { description: ok, content: { application/json: { schema: { type: object } }, application/xml: {} } }";
    const { out } = await run(['check', contract(`    get: { operationId: list, responses: { ${both} } }`)]);
    expect(out.replaceAll(/\s+/g, ' ')).toContain('application/xml is documented for an answer and never sent');
  });

  test('bytes that are meant to be bytes are nothing to name', async () => {
    const body = 'requestBody: { content: { application/pdf: { schema: { type: string, format: binary } } } }';
    const { out } = await run(['check', contract(`    post: { operationId: add, ${body}, responses: { ${ok} } }`)]);
    expect(out).not.toContain('cannot be read');
  });
});

describe('every line fits', () => {
  const harbour = join(import.meta.dirname, 'harbour.yaml');
  const commands = [
    ['--help'],
    ['start', '--help'],
    ['check', '--help'],
    ['people', '--help'],
    ['export', '--help'],
    ['types', '--help'],
    ['personas'],
    ['person', '9000000009', '--all'],
    ['check', harbour],
    ['check', harbour, '--verbose'],
    ['check', 'personal-demographics', '--verbose'],
  ];

  test.each([80, 100, 120])('%i columns', async (columns) => {
    for (const typed of commands) {
      const { out } = await run(typed, columns);
      const wide = out.split('\n').filter((line) => line.length > columns);
      expect({ typed, wide }).toEqual({ typed, wide: [] });
    }
  });
});

test('words are kept whole where they fit, and broken where nothing else helps', () => {
  expect(wrapped('one two three', 7, 2)).toBe('one two\n  three');
  expect(wrapped('incomprehensibilities', 10, 2)).toBe('incompre\n  hensibil\n  ities');
  expect(wrapped('  a   b', 20)).toBe('  a   b');
});

test('what is known of the rules of an API is told by operation, and each source with --verbose', async () => {
  const { out } = await run(['check', 'personal-demographics']);
  expect(out).toMatch(/\d+ rules noted: \d+ observed, \d+ inferred, \d+ unknown, \d+ different/);
  expect(out).toMatch(/GET \/Patient\/\{id\}  answered by rules\n    observed   The record comes with its version/);
  expect(out).not.toContain('https://github.com');
  expect(out.split('\n').filter((line) => line.length > 100)).toEqual([]);
  expect((await run(['check', 'personal-demographics', '--verbose'])).out).toContain(
    'GET /Patient/9111231130 is answered 404 RESOURCE_NOT_FOUND',
  );
  const [report] = JSON.parse((await run(['check', 'personal-demographics', '--json'])).out) as { fidelity: { operations: object } }[];
  expect(Object.keys(report?.fidelity.operations ?? {})).toContain('get-patient');
});
