/** One workspace of a process, or one connection, is answered while another brings contracts that ask for everything, and asks for it. */
import { expect, test } from 'vitest';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWorkerd, workerdPlace, type Workerd } from './workerd.ts';

interface Minted {
  readonly baseUrl: string;
  readonly managementKey: string;
}

const many = (size: number, schema: unknown): object =>
  Object.fromEntries(Array.from({ length: size }, (_, index) => [`m${index}`, schema]));
const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const schemas = {
  Self: { type: 'object', required: ['a'], properties: { a: { type: 'array', minItems: 3, items: ref('Self') } } },
  ...Object.fromEntries(Array.from({ length: 24 }, (_, index) => [`D${index}`, { allOf: [ref(`D${index + 1}`), ref(`D${index + 1}`)] }])),
  D24: { type: 'object' },
};

const hostile: Readonly<Record<string, unknown>> = {
  items: { type: 'array', minItems: 100_000_000, items: { type: 'string' } },
  length: { type: 'string', minLength: 1_000_000_000 },
  members: { type: 'object', minProperties: 1_000_000_000 },
  pattern: { type: 'string', pattern: '^([a-z]{999}[0-9]){99}$' },
  itself: ref('Self'),
  doubled: ref('D0'),
  wide: { type: 'object', properties: many(3_000, { type: 'string' }) },
  'wide-of-wide': {
    type: 'object',
    required: Object.keys(many(70, 0)),
    properties: many(70, { type: 'object', properties: many(70, {}) }),
  },
  different: { type: 'array', minItems: 3_000, uniqueItems: true, items: { type: 'boolean' } },
};

const contractOf = (schema: unknown): string =>
  JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Asks for everything', version: '1' },
    servers: [{ url: '/everything' }],
    paths: { '/it': { get: { responses: { 200: { description: 'ok', content: { 'application/json': { schema } } } } } } },
    components: { schemas },
  });

async function mint({ url }: Workerd): Promise<Minted> {
  const answer = await fetch(`${url}/_sandbox/workspaces`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' });
  return (await answer.json()) as Minted; // what the sandbox documents
}

/** How long a read of somebody else takes, at worst, while something is done. */
async function longestWait({ baseUrl }: Pick<Minted, 'baseUrl'>, during: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  const doing = { done: false };
  const asking = (async () => {
    while (!doing.done) {
      const before = performance.now();
      const answer = await fetch(`${baseUrl}/_sandbox/health`);
      await answer.arrayBuffer();
      expect(answer.status).toBe(200);
      longest = Math.max(longest, performance.now() - before);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  })();
  await during();
  doing.done = true;
  await asking;
  return longest;
}

test('on workerd nobody waits a quarter of a second for what a neighbour asks', async () => {
  const place = await workerdPlace();
  const workerd = await startWorkerd(place);
  try {
    const [quiet, loud] = [await mint(workerd), await mint(workerd)];
    const headers = { Authorization: `Bearer ${loud.managementKey}` };
    const usual = await longestWait(quiet, () => new Promise((resolve) => setTimeout(resolve, 1_000)));
    const waits = new Map<string, number>();
    for (const [name, schema] of Object.entries(hostile)) {
      const waited = await longestWait(quiet, async () => {
        const put = await fetch(`${loud.baseUrl}/_sandbox/contracts/everything`, { method: 'PUT', headers, body: contractOf(schema) });
        expect([name, put.status]).toEqual([name, 200]);
        for (let times = 0; times < 5; times++) expect([200, 501]).toContain((await fetch(`${loud.baseUrl}/everything/it`)).status);
        expect((await fetch(`${loud.baseUrl}/_sandbox/contracts/everything`, { method: 'DELETE', headers })).status).toBe(204);
      });
      waits.set(name, waited - usual);
    }
    expect([...waits].filter(([, more]) => more > 250)).toEqual([]);
  } finally {
    await workerd.stop();
    place.remove();
  }
}, 120_000);

test('on Node no other connection waits a quarter of a second for it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-neighbours-'));
  const server = fork(join(import.meta.dirname, '../fuzz/hostile/node-server.ts'), [join(folder, 'data.sqlite')]);
  const ask = async (told: object): Promise<Readonly<Record<string, unknown>>> => {
    const answer = once(server, 'message');
    server.send(told);
    const [said] = (await answer) as [Readonly<Record<string, unknown>>]; // as that process says
    return said;
  };
  try {
    const { url } = await ask({ memory: true });
    const quiet = { baseUrl: String(url) };
    const usual = await longestWait(quiet, () => new Promise((resolve) => setTimeout(resolve, 1_000)));
    const waits = new Map<string, number>();
    for (const [name, schema] of Object.entries(hostile)) {
      const waited = await longestWait(quiet, async () => {
        expect([name, await ask({ text: contractOf(schema) })]).toMatchObject([name, { served: true }]);
        for (let times = 0; times < 5; times++) expect([200, 501]).toContain((await fetch(`${quiet.baseUrl}/everything/it`)).status);
      });
      waits.set(name, waited - usual);
    }
    expect([...waits].filter(([, more]) => more > 250)).toEqual([]);
  } finally {
    server.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
