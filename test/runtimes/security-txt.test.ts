/** Where to report a vulnerability, as RFC 9116 has it, on a server of one's own. */
import { expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load.ts';
import { nobody } from '../../src/population.ts';
import { startNode } from '../../src/runtimes/node/node.ts';
import { frozenClock } from '../../src/workspace/time/clock.ts';
import { ask, type RawReply } from './raw-http.ts';

const path = '/.well-known/security.txt';

async function read(paths: string, lines: readonly string[], at = Date.UTC(2026, 0, 31)): Promise<RawReply> {
  const contract = loadContract({ name: 'wells.yaml', text: `openapi: 3.1.0\ninfo: {title: Wells, version: "1"}\npaths: {${paths}}\n` });
  const options = { apis: [{ contract }], population: nobody, clock: frozenClock(at), seed: 1, host: '127.0.0.1', port: 0 };
  const sandbox = await startNode({ ...options, allowHosts: ['sandbox.mine.test'] });
  try {
    return await ask(Number(new URL(sandbox.url).port), lines);
  } finally {
    await sandbox.close();
  }
}

const operation = '{get: {operationId: read, responses: {"200": {description: ok, content: {text/plain: {example: theirs}}}}}}';

test('says whom to tell and until when that holds, by the clock of the sandbox', async () => {
  const { status, headers, body } = await read('', [`GET ${path}`, 'Host: localhost:8787']);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(headers.get('x-sandbox-data')).toBe('synthetic');
  expect(body).toMatch(/^Contact: (https:\/\/|mailto:)\S+$/m);
  expect(body).toMatch(/^Expires: 2026-08-01T00:00:00\.000Z$/m);
  expect(body).toMatch(/^Preferred-Languages: en$/m);
  expect(body).not.toMatch(/^Canonical/m);
  expect((await read('', [`GET ${path}`, 'Host: localhost'], Date.UTC(2026, 11, 31))).body).toMatch(/^Expires: 2027-07-01T/m);
});

test('answers HEAD with the head alone', async () => {
  const { status, body } = await read('', [`HEAD ${path}`, 'Host: localhost']);
  expect([status, body]).toEqual([200, '']);
});

const named = operation.replace('{get:', '{parameters: [{name: name, in: path, required: true, schema: {type: string}}], get:');

test.for([`"/.well-known/security.txt": ${operation}`, `"/.well-known/{name}": ${named}`])(
  'leaves the path to an API that has it: %s',
  async (paths) => {
    expect((await read(paths, [`GET ${path}`, 'Host: localhost'])).body).toBe('theirs');
  },
);
