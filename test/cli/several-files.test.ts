/** Contracts as people keep them: in several files on disk, or at an address that somebody typed. */
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { recordedTerminal } from './recorded-terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'sandbox-files-'));
const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...typed: string[]) {
  const terminal = recordedTerminal();
  const code = await main(typed, terminal);
  return { code, ...terminal.written };
}

function write(name: string, text: string | Uint8Array): string {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

const contract = (ref: string): string => `openapi: 3.1.0
info: { title: Boats, version: "1" }
servers: [{ url: /boats }]
paths: { /boats: { get: { operationId: list, responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '${ref}' } } } } } } } }
`;

describe('on disk', () => {
  test('the files below the folder are read, by check and by types', async () => {
    write('one/schemas/boat.yaml', 'type: object\nproperties: { mast: { $ref: mast.json } }');
    write('one/schemas/mast.json', '{"type": "object", "properties": {"metres": {"type": "number"}}}');
    const file = write('one/boats.yaml', contract('schemas/boat.yaml'));
    const checked = await run('check', file, '--json');
    expect(JSON.parse(checked.out)).toMatchObject([{ slug: 'boats', quirks: [] }]);
    const types = await run('types', file);
    expect(types.out).toMatch(/boat: \{[^}]*mast\?: components\["schemas"\]\["mast"\]/);
    expect(types.out).toContain('metres?: number');
  });

  test.for<[string, (name: string) => string, RegExp]>([
    [
      'a missing file',
      () => contract('schemas/none.yaml'),
      /two\.yaml at \/paths\/~1boats\/get\/responses\/200\/\S+ refers to "schemas\/none\.yaml": there is no such file/,
    ],
    ['a file above', () => contract('../one/schemas/mast.json'), /does not lie below the folder/],
    ['a link that leads out', () => contract('link.yaml'), /refers to "link\.yaml": it does not lie below the folder/],
    ['a file below a linked folder that leads out', () => contract('linked/passwd'), /does not lie below the folder/],
    ['bytes that are no text', () => contract('bytes.yaml'), /refers to "bytes\.yaml": it is not UTF-8 text/],
    ['a folder', () => contract('folder'), /refers to "folder": it cannot be read/],
  ])('%s stops start and check with code 1, and is named', async ([, text, message]) => {
    write('secret.yaml', 'type: string');
    write('two/bytes.yaml', Uint8Array.of(0x74, 0xe9));
    mkdirSync(join(folder, 'two/folder'), { recursive: true });
    const file = write('two/two.yaml', text(''));
    rmSync(join(folder, 'two/link.yaml'), { force: true });
    rmSync(join(folder, 'two/linked'), { force: true });
    symlinkSync(join(folder, 'secret.yaml'), join(folder, 'two/link.yaml'));
    symlinkSync('/etc', join(folder, 'two/linked'));
    for (const command of ['check', 'start']) {
      const { code, error } = await run(command, file);
      expect(code).toBe(1);
      expect(error).toMatch(message);
    }
  });

  test('a link inside the folder is followed, and what two names lead to is read as one file', async () => {
    write('three/real.yaml', 'type: object\nproperties: { a: { type: string }, again: { $ref: link.yaml } }');
    const file = write('three/three.yaml', contract('real.yaml'));
    symlinkSync('real.yaml', join(folder, 'three/link.yaml'));
    const types = await run('types', file);
    expect(types.out).toMatch(/again\?: components\["schemas"\]\["real"\]/);
    expect(types.out).not.toContain('link');
  });
});

describe('by address', () => {
  async function serve(listener: RequestListener): Promise<string> {
    const server = createServer(listener).listen(0, '127.0.0.1');
    closing.push(() => server.close());
    await once(server, 'listening');
    const address = server.address();
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  }

  /** Serves files by path; notes what was asked for. */
  async function serveFiles(files: Readonly<Record<string, string>>) {
    const asked: string[] = [];
    const origin = await serve(({ url = '' }, response) => {
      asked.push(url);
      const text = files[decodeURIComponent(url)];
      if (text?.startsWith('→')) response.writeHead(302, { Location: text.slice(1) }).end();
      else if (text === undefined) response.writeHead(404).end();
      else response.end(text);
    });
    return { origin, asked };
  }

  test('a contract is fetched, with the files below its folder', async () => {
    const { origin, asked } = await serveFiles({
      '/v1/api/boats.yaml': contract('schemas/a%20boat.yaml'),
      '/v1/api/schemas/a boat.yaml': 'type: object\nproperties: { mast: { $ref: "../mast.json#/mast" } }',
      '/v1/api/mast.json': '{"mast": {"type": "number"}}',
    });
    const { code, out } = await run('check', `${origin}/v1/api/boats.yaml`, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject([{ slug: 'boats', operations: [{ id: 'list' }], quirks: [] }]);
    expect(asked).toEqual(['/v1/api/boats.yaml', '/v1/api/schemas/a%20boat.yaml', '/v1/api/mast.json']);
  });

  test('a redirect on the same server is followed, and moves the folder with it', async () => {
    const { origin, asked } = await serveFiles({
      '/latest.yaml': '→/v2/boats.yaml',
      '/v2/boats.yaml': contract('s.yaml'),
      '/v2/s.yaml': '→/v2/t.yaml',
      '/v2/t.yaml': 'type: string',
    });
    expect(await run('check', `${origin}/latest.yaml`)).toMatchObject({ code: 0 });
    expect(asked).toEqual(['/latest.yaml', '/v2/boats.yaml', '/v2/s.yaml', '/v2/t.yaml']);
  });

  test('what lies outside the folder is not fetched, whether referred to or redirected to', async () => {
    const secret = await serveFiles({ '/secret.yaml': 'type: string' });
    const { origin, asked } = await serveFiles({
      '/api/a.yaml': contract('../secret.yaml'),
      '/api/b.yaml': contract('sent-away.yaml'),
      '/api/sent-away.yaml': '→/secret.yaml',
      '/api/c.yaml': contract('sent-far.yaml'),
      '/api/sent-far.yaml': `→${secret.origin}/secret.yaml`,
      '/api/d.yaml': contract(`${secret.origin}/secret.yaml`),
      '/secret.yaml': 'type: string',
    });
    for (const name of ['a', 'b', 'c']) {
      expect(await run('check', `${origin}/api/${name}.yaml`)).toMatchObject({
        code: 1,
        error: expect.stringContaining('does not lie below the folder'),
      });
    }
    expect((await run('check', `${origin}/api/d.yaml`)).out).toMatch(/unchecked .*\n.*leads to another host/);
    expect(secret.asked).toEqual([]);
    expect(asked).not.toContain('/secret.yaml');
  });

  test('a server that sends us elsewhere in the network, round in circles or nowhere is not followed', async () => {
    const other = await serveFiles({ '/a.yaml': contract('s.yaml') });
    const { origin } = await serveFiles({
      '/away.yaml': `→${other.origin}/a.yaml`,
      '/metadata.yaml': '→http://169.254.169.254/latest',
      '/short.yaml': '→https://intranet/a.yaml',
      '/round.yaml': '→/round.yaml',
      '/nowhere.yaml': '→http://',
    });
    for (const name of ['away', 'metadata', 'short', 'nowhere']) {
      expect(await run('check', `${origin}/${name}.yaml`)).toMatchObject({
        code: 1,
        error: expect.stringContaining('which is not followed'),
      });
    }
    expect(await run('check', `${origin}/round.yaml`)).toMatchObject({
      code: 1,
      error: expect.stringContaining('redirects more than 3 times'),
    });
    expect(other.asked).toEqual([]);
  });

  test('what cannot be fetched is said in one line', async () => {
    const { origin } = await serveFiles({ '/page.html': '<!doctype html><html></html>', '/boats.yaml': contract('none.yaml') });
    const endless = await serve((_, response) => void response.end('x: ' + 'y'.repeat(6 * 1024 * 1024)));
    const closed = await serve((_, response) => void response.destroy());
    const cases: [string, RegExp][] = [
      [`${origin}/none.yaml`, /none\.yaml answers 404/],
      [`${origin}/page.html`, /cannot be served/],
      [`${origin}/boats.yaml`, /refers to "none\.yaml": there is no such file/],
      [`${endless}/large.yaml`, /is larger than the 5 MiB/],
      [`${closed}/gone.yaml`, /cannot be reached/],
      ['http://user:word@127.0.0.1/a.yaml', /name or password/],
      ['https://', /no address/],
    ];
    for (const [address, message] of cases) {
      const { code, error } = await run('check', address);
      expect(code).toBe(1);
      expect(error).toMatch(message);
      expect(error).not.toContain('    at ');
    }
  });

  test('cannot be watched', async () => {
    expect(await run('start', 'http://127.0.0.1/a.yaml', '--watch')).toMatchObject({
      code: 2,
      error: expect.stringContaining('--watch watches files'),
    });
  });
});
