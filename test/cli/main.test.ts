/** The command as far as it needs no server: help, mistakes, exit codes, and `check`. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { testPerson } from '../../mocks/personas.ts';
import { catalogueNames } from '../../src/generated/api-paths.ts';
import { main } from '../../src/cli/main.ts';
import { recordedTerminal } from './recorded-terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'sandbox-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const parcels = join(import.meta.dirname, '../runtimes/parcels.yaml');
const harbour = join(import.meta.dirname, 'harbour.yaml');

async function run(...typed: string[]) {
  const terminal = recordedTerminal(240);
  const code = await main(typed, terminal);
  return { code, ...terminal.written };
}

function fileOf(name: string, content: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

const ofThisMachine = ['start', 'check', 'people', 'person', 'personas', 'export', 'types'];
const ofRunningSandbox = ['workspaces', 'events', 'deployment', 'snapshot', 'state', 'settings', 'contracts'];
const commands = [...ofThisMachine, ...ofRunningSandbox];
const belowThem = [
  ...['create', 'list', 'show', 'rename', 'extend', 'rotate-key', 'reset', 'fork', 'delete'].map((name) => `workspaces ${name}`),
  ...['create', 'list', 'show', 'announce', 'extend', 'reset', 'delete', 'contracts', 'contracts add'].map((name) => `events ${name}`),
  ...['take', 'list', 'restore', 'delete'].map((name) => `snapshot ${name}`),
  ...['reset', 'export', 'import'].map((name) => `state ${name}`),
  ...['list', 'add', 'remove'].map((name) => `contracts ${name}`),
];

describe('help', () => {
  test('of the command lists every sub-command', async () => {
    for (const typed of [['--help'], ['-h'], ['help']]) {
      const { code, out } = await run(...typed);
      expect(code).toBe(0);
      for (const name of commands) expect(out).toMatch(new RegExp(`^  ${name} `, 'm'));
    }
  });

  test('is what somebody gets who types nothing, as a mistake', async () => {
    const { code, out } = await run();
    expect(code).toBe(2);
    expect(out).toContain('Usage');
  });

  test.for([...commands, ...belowThem])('of %s is the same in each spelling and shows an example', async (name) => {
    const words = name.split(' ');
    const { code, out } = await run(...words, '--help');
    expect(code).toBe(0);
    expect(out).toContain(`Usage  nhs-sandbox ${name} `);
    expect(out).toMatch(new RegExp(`Examples\n  nhs-sandbox ${name}`));
    expect((await run('help', ...words)).out).toBe(out);
    expect((await run(...words, '-h')).out).toBe(out);
  });
});

test('tells its version', async () => {
  expect(await run('--version')).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
});

describe('a mistake', () => {
  test.for([
    [['strat'], 'there is no command "strat"; did you mean start?'],
    [['toString'], 'there is no command "toString"'],
    [['help', 'chek'], 'did you mean check?'],
    [['start', '--prot', '1'], 'did you mean --port?'],
    [['start', '--clock', 'noon'], '--clock wants the word real, or an instant with its zone, as in 2026-01-01T00:00:00Z'],
    [['start', '--ephemeral', '--data', 'x'], '--ephemeral keeps nothing, so it cannot go with --data'],
    [['people', 'smith'], 'did you mean --family smith?'],
    [['people', '--trait', 'tall'], 'trait is one or more of restricted'],
    [['person'], 'person wants an NHS number'],
    [['export', '--format', 'xml'], '--format wants one of csv, ndjson'],
    [['workspaces', 'crate'], 'workspaces has no command "crate"; did you mean workspaces create?'],
    [['help', 'events', 'contracts', 'ad'], 'did you mean events contracts add?'],
    [['workspaces', 'create', 'ward'], 'did you mean --name ward?'],
    [['workspaces', 'create', '--count', '2', '--name', 'ward'], '2 workspaces want --prefix, and not --name'],
    [['workspaces', 'create', '--count', '101'], '--count wants a whole number from 1 to 100'],
    [['workspaces', 'delete'], 'workspaces delete wants workspaces'],
    [['workspaces', 'show', '--key', 'a', '--url', 'localhost'], '"localhost" is no address of a sandbox, as in http://localhost:8787'],
    [['workspaces', 'show', 'team', '--key', 'a', '--event-code', 'b'], '--key and --event-code do not go together'],
    [['events', 'delete'], 'events delete wants an event, by its id or name'],
    [['settings', 'delay'], 'settings wants name=value'],
    [['settings', 'unknown-id=refuse'], 'did you mean unknownIds?'],
    [['state', 'import'], 'state import wants one file'],
  ] as const)('in %s ends with code 2, a message and the way to the help', async ([typed, message]) => {
    const { code, out, error } = await run(...typed);
    expect(code).toBe(2);
    expect(error).toContain(message);
    expect(error).toContain('--help');
    expect(out).toBe('');
  });
});

describe('a contract that cannot be served', () => {
  test.for(['start', 'check'])('ends %s with code 1 and says which file and why', async (name) => {
    const cases = [
      [join(folder, 'none.yaml'), 'does not exist'],
      [`${folder}/`, 'is a folder'],
      [fileOf('latin1.yaml', Uint8Array.of(0x74, 0xe9, 0x0a)), 'is not UTF-8'],
      [fileOf('other.yaml', 'name: not a contract\n'), 'cannot be served'],
      [fileOf('broken.json', '{"openapi": "3.1.0",'), 'cannot be served'],
      [fileOf('broken.yaml', 'openapi: 3.1.0\npaths: {a: [}\n'), 'cannot be served'],
    ] as const;
    for (const [file, message] of cases) {
      const { code, error } = await run(name, file);
      expect(code).toBe(1);
      expect(error).toContain(file);
      expect(error).toContain(message);
      expect(error).not.toContain('    at ');
    }
  });

  test('of the catalogue is looked for by name, with a suggestion', async () => {
    const { code, error } = await run('check', 'personal-demografics');
    expect(code).toBe(1);
    expect(error).toContain('did you mean personal-demographics?');
    expect(error).toContain('./personal-demografics.yaml');
  });

  test('is one whose name another has', async () => {
    const { code, error } = await run(
      'check',
      parcels,
      fileOf('parcels.yaml', 'openapi: 3.1.0\ninfo: {title: P, version: "1"}\npaths: {}\n'),
    );
    expect(code).toBe(1);
    expect(error).toContain('would both be called parcels');
  });
});

describe('a contract larger than a shared home takes', () => {
  const operations = (count: number): string =>
    `openapi: 3.1.0\npaths:\n${Array.from({ length: count }, (_, i) => `  /p${i}: {get: {operationId: p${i}, responses: {"200": {description: ok}}}}`).join('\n')}\n`;

  test('is refused, with the option that takes it', async () => {
    const wide = fileOf('wide.yaml', operations(501));
    expect(await run('check', wide)).toMatchObject({
      code: 1,
      error: expect.stringMatching(/501 operations; at most 500 are served\..*--max-operations/),
    });
    const taken = await run('check', wide, '--json', '--max-operations', '600');
    expect((JSON.parse(taken.out) as { operations: unknown[] }[])[0]?.operations).toHaveLength(501);

    const long = fileOf('long.yaml', `${operations(1)}x-padding: ${'x'.repeat(5 * 1024 * 1024)}\n`);
    expect(await run('check', long)).toMatchObject({ code: 1, error: expect.stringMatching(/larger than the 5 MiB.*--max-contract/) });
    expect(await run('check', long, '--max-contract', '6MB')).toMatchObject({ code: 0 });
    expect(await run('check', long, '--max-contract', '5000kB')).toMatchObject({ code: 1, error: expect.stringContaining('4.9 MiB') });
  });

  test('has the same options in start, check and types', async () => {
    for (const name of ['start', 'check', 'types']) {
      const { out } = await run(name, '--help');
      expect(out).toContain('--max-contract <size>');
      expect(out).toContain('--max-operations <number>');
    }
  });
});

describe('check', () => {
  test('without a name, says in one table of groups how good each API of the catalogue is', async () => {
    const { code, out } = await run('check');
    expect(code).toBe(0);
    const lines = out.split('\n');
    expect(lines[0]).toMatch(/^ +by rules +guesses +quirks +how good$/);
    expect(lines[1]).toBe('People and records');
    expect(out).toMatch(/\n {2}personal-demographics +9 of +9 +0 +0 +rules\n/);
    const names = lines.flatMap(
      (line) => /^ {2}([\w-]+) +\d+ of +\d+ +\d+ +\d+ +(?:rules|some rules|by its contract)$/.exec(line)?.[1] ?? [],
    );
    expect(names.toSorted()).toEqual([...catalogueNames].toSorted());
    for (const line of lines.slice(0, names.length)) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('of several names, has a line for each, and all of each with --verbose', async () => {
    const { out } = await run('check', 'notify', parcels);
    expect(out).toMatch(/\nYour own\n {2}parcels .*by its contract\nMessages\n {2}notify .*\n\n2 APIs, /);
    expect((await run('check', 'notify', parcels, '--verbose')).out).toMatch(/notify, served at \/comms[^]*parcels, served at/);
  });

  test('says in a line what each operation does to what is kept, and how it is understood', async () => {
    const { code, out } = await run('check', parcels);
    expect(code).toBe(0);
    expect(out).toMatch(/GET +\/parcels +list +items \/\S+/);
    expect(out).toMatch(/POST +\/parcels +create .*id \/id/);
    expect(out).toMatch(/GET +\/parcels\/\{parcelId\} +read .*id \/id/);
    expect(out).toContain('3 operations: 3 inferred');
    expect(out).toContain('served at /parcels/v1');
  });

  test('says the same as JSON', async () => {
    const { code, out } = await run('check', parcels, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject([
      {
        slug: 'parcels',
        base: '/parcels/v1',
        operations: [
          { id: 'listParcels', method: 'GET', answeredBy: 'inferred', state: { interaction: 'list', resource: '/parcels', list: {} } },
          { state: { interaction: 'create', itemId: { at: '/id' } } },
          { state: { interaction: 'read' } },
        ],
        quirks: [],
      },
    ]);
  });

  test('says all that is understood where that is wanted, and each guess in a sentence', async () => {
    const { out } = await run('check', harbour, '--verbose');
    for (const line of [
      'list of /boats; 1 published',
      'items at /fleet/boats/*',
      'pages by limit, page',
      'found by colour, builtBefore',
      'sorted by sort',
      'id: whole number at /number',
      'answers a document of its own',
      '? No item has anything for mood: left out of a search.',
      '? The contract documents 2XX and no status: 201 is sent.',
      '? No example is published: the body is made up to fit the schema.',
      '? What it answers is no list whose items can be told: the contract answers, whatever is created.',
      '? Its example breaks the schema: sent mended, or as published with --examples published.',
    ])
      expect(out).toContain(line);
  });

  test('never calls inferred what the contract alone answers', async () => {
    const { out } = await run('check', harbour, '--json');
    const [{ operations }] = JSON.parse(out) as [{ operations: { id: string; answeredBy: string; state?: object }[] }];
    const answerers = Object.fromEntries(operations.map(({ id, answeredBy }) => [id, answeredBy]));
    expect(answerers).toEqual({
      boats: 'inferred',
      moor: 'inferred',
      boat: 'inferred',
      tides: 'generated',
      weather: 'example',
      close: 'empty',
      salute: 'refusal',
      piers: 'generated',
      build: 'inferred',
    });
    for (const { answeredBy, state } of operations) expect(state !== undefined).toBe(answeredBy === 'inferred');
  });

  test('knows the behaviours of the catalogue', async () => {
    const { out } = await run('check', 'personal-demographics');
    expect(out).toMatch(/GET +\/Patient\/\{id\} +behaviour/);
  });

  test('says what stands where the sandbox itself does', async () => {
    const contract = (server: string, path: string): string =>
      `openapi: 3.1.0\ninfo: {title: R, version: "1"}\nservers: [{url: ${server}}]\npaths: {${path}: {get: {operationId: x, responses: {"200": {description: ok}}}}}\n`;
    const below = await run('check', fileOf('below.yaml', contract('/_sandbox/v1', '/x')), '--json');
    expect(JSON.parse(below.out)).toMatchObject([{ quirks: [{ effect: 'unserved', pointer: '/paths/~1x/get' }] }]);
    const root = await run('check', fileOf('root.yaml', contract('/', '/_sandbox/health')));
    expect(root.out).toMatch(/unserved +\/paths\/~1_sandbox~1health\/get\n.*but below \/root/);
    expect((await run('check', fileOf('like.yaml', contract('/', '/_sandboxes')))).out).not.toContain('unserved');
  });

  test('shows what was mended or left out, with its place', async () => {
    const file = fileOf(
      'quirky.yaml',
      'openapi: 3.1.0\ninfo: {title: Q, version: "1"}\npaths:\n  /x: {get: {responses: {"200": {$ref: "#/nowhere"}}}}\n',
    );
    const { out } = await run('check', file);
    expect(out).toContain('/paths/~1x/get');
  });
});

describe('the population', () => {
  test('is listed, one line a person', async () => {
    const { code, out } = await run('people', '--family', 'Smith', '--limit', '2');
    expect(code).toBe(0);
    expect(out).toMatch(/^9\d{9} .* Smith.*\n9\d{9} .* Smith.*\n… and more/);
  });

  test('is shown person by person', async () => {
    expect((await run('person', '900 000 0009')).out).toContain('Jane Smith');
    const nobody = await run('person', '9000000000');
    expect(nobody).toMatchObject({ code: 1, error: expect.stringContaining('nobody in this population') });
    expect(nobody.error).not.toContain('9000000000');
  });

  test('is that of the day that is asked for, or of today', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const listed = await run('people', '--family', 'Fieldfare', '--born', '2030', '--as-of', '2030-06-01');
    expect([listed.out.split('  ')[1], listed.error]).toEqual(['2030-05-30', 'as of 2030-06-01\n']);
    expect((await run('people', '--family', 'Fieldfare')).error).toBe(`as of ${today}\n`);
    expect((await run('person', testPerson.newborn, '--as-of', '2030-06-01')).out).toMatch(/born +2030-05-30[^]*as of +2030-06-01/);
    expect((await run('export', '--count', '1', '--as-of', '2030-06-01')).code).toBe(0);
    for (const wrong of ['2016-12-31', '2041-01-01', '2030-02-30', 'today'])
      expect(await run('person', testPerson.newborn, '--as-of', wrong)).toMatchObject({
        code: 2,
        error: expect.stringContaining('--as-of wants a day from 2017-01-01 to 2040-12-31'),
      });
  });

  test('has test people', async () => {
    expect((await run('personas', 'restricted')).out).toMatch(/9\d{9} /);
    expect((await run('personas', 'qqq')).out).toBe('no test person fits\n');
  });

  test('is written out, to the terminal or to a file alike', async () => {
    const { out } = await run('export', '--count', '3');
    expect(out.split('\n')).toHaveLength(5);
    const file = join(folder, 'people.csv');
    expect(await run('export', '--count', '3', '--out', file)).toMatchObject({ code: 0, out: '' });
    expect(readFileSync(file, 'utf8')).toBe(out);
    expect(await run('export', '--out', join(folder, 'none', 'people.csv'))).toMatchObject({
      code: 1,
      error: expect.stringContaining('cannot be written'),
    });
  });
});
