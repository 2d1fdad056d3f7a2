/** What is kept and said of a request is small, whatever was sent, and holds nothing of it but names and the address; what was sent stands on its side of the exchange. */
import { expect, test } from 'vitest';
import { isNhsNumber } from '../../src/fhir/nhs-number.ts';
import { createMemoryStore } from '../../src/workspace/store/memory-store.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { exchangeBounds } from '../../src/workspace/journal/bounds.ts';
import { demographics } from '../mocks/personal-demographics/demographics.ts';
import { sandboxOf } from '../sandbox.ts';

const lists = `
openapi: 3.1.0
info: { title: Lists, version: '1' }
servers: [{ url: /lists }]
paths:
  /numbers:
    post:
      operationId: sum
      parameters: [{ name: X-Day, in: header, schema: { type: string, format: date } }, { name: day, in: query, schema: { type: string, format: date } }]
      requestBody:
        required: true
        content:
          application/json: { schema: { $ref: '#/components/schemas/Numbers' } }
          application/x-www-form-urlencoded: { schema: { type: object, additionalProperties: { type: integer } } }
          application/merge-patch+json: { schema: { $ref: '#/components/schemas/Numbers' } }
      responses: { '200': { description: summed, content: { application/json: { schema: { type: object } } } }, '400': { description: fault, content: { application/json: { schema: { type: object, properties: { message: { type: string } } } } } } }
  /few:
    post:
      operationId: few
      requestBody: { required: true, content: { application/json: { schema: { type: object, additionalProperties: false, properties: { a: { type: integer } } } } } }
      responses: { '200': { description: ok, content: { application/json: { schema: { type: object } } } } }
components:
  schemas:
    Numbers: { type: object, additionalProperties: { type: array, items: { type: integer } } }
`;

const json = { 'Content-Type': 'application/json' };
const many = Array<string>(10_000).fill('x');

const hostile: Readonly<Record<string, { readonly path: string; readonly type: string; readonly body: string }>> = {
  'ten thousand faults below one name of a hundred thousand letters': {
    path: '/lists/numbers',
    type: 'application/json',
    body: JSON.stringify({ ['k'.repeat(100_000)]: many }),
  },
  'the same as a merge patch': {
    path: '/lists/numbers',
    type: 'application/merge-patch+json',
    body: JSON.stringify({ ['k'.repeat(100_000)]: many }),
  },
  'letters of three bytes, and of two units': {
    path: '/lists/numbers',
    type: 'application/json',
    body: JSON.stringify({ ['\u4e2d'.repeat(100_000)]: many, ['😀'.repeat(50_000)]: many }),
  },
  'control characters': { path: '/lists/numbers', type: 'application/json', body: JSON.stringify({ ['\u0001/~'.repeat(30_000)]: many }) },
  'a thousand unknown members with long names': {
    path: '/lists/few',
    type: 'application/json',
    body: JSON.stringify(Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`${i}${'n'.repeat(800)}`, i]))),
  },
  'a form of long names': {
    path: '/lists/numbers',
    type: 'application/x-www-form-urlencoded',
    body: Array.from({ length: 900 }, (_, i) => `${i}${'f'.repeat(1_000)}=x`).join('&'),
  },
};

test.each(Object.entries(hostile))('of %s', async (_, { path, type, body }) => {
  for (const checks of ['enforce', 'warn'] as const) {
    const store = createMemoryStore();
    const { request, workspace } = sandboxOf(lists, { store, settings: { checks }, tolerateDefects: true });
    const answer = await request(path, { method: 'POST', headers: { 'Content-Type': type }, body });
    expect(answer.status < 500).toBe(true);
    if (checks === 'enforce') expect(answer.status).toBe(400);
    if (checks === 'enforce') expect((await answer.text()).length).toBeLessThan(20_000);
    workspace.flush();
    const [[, stored = ''] = []] = store.list('~journal');
    expect(new TextEncoder().encode(stored).byteLength).toBeLessThan(exchangeBounds.bytes + 10);
    const trace = await request(answer.headers.get('x-sandbox-trace') ?? '');
    expect(trace.status).toBe(200);
    expect((await trace.text()).length).toBeLessThan(exchangeBounds.bytes + 4_000);
  }
});

test('lists the first faults and says how many more there were', async () => {
  const { send, request } = sandboxOf(lists);
  const answer = await send('POST', '/lists/numbers', { wrong: many });
  const { problem, notes } = (await (await request(answer.headers.get('x-sandbox-trace') ?? '')).json()) as {
    readonly problem: { readonly faults: readonly { readonly pointer: string }[] };
    readonly notes: readonly string[];
  };
  expect(problem.faults.map(({ pointer }) => pointer)).toEqual(Array.from({ length: 20 }, (_, i) => `/wrong/${i}`));
  expect(notes).toContain('9980 more faults are not listed.');
});

/** All that is kept but the sides. */
const saidOf = ({ journal }: Workspace): string =>
  JSON.stringify(journal.list(10).map((exchange) => ({ ...exchange, sent: {}, answered: {} })));

test('holds no value that was sent', async () => {
  const canary = 'canary-5f1c';
  const { request, workspace } = sandboxOf(lists);
  for (const [path, headers, body] of [
    ['/lists/numbers', { ...json, 'X-Day': canary, 'X-Request-ID': canary, Prefer: `code=${canary}`, Accept: canary }, {}],
    [`/lists/numbers?day=2026`, { 'Content-Type': canary, Authorization: `Bearer ${canary}` }, { a: [canary] }],
    ['/lists/numbers', json, { a: canary, b: [canary] }],
    ['/lists/few', { ...json, Expect: canary }, { a: canary }],
  ] as const) {
    await request(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }
  expect(saidOf(workspace)).not.toContain(canary);
});

test('withholds the number of a real patient that somebody made a member name', async () => {
  const live = Array.from({ length: 10 }, (_, check) => `47${'5'.repeat(7)}${check}`).find(isNhsNumber) ?? '';
  expect(live).toHaveLength(10);
  for (const name of [live, `${live.slice(0, 3)} ${live.slice(3, 6)} ${live.slice(6)}`, `patient${'-'.repeat(184)}${live}`]) {
    const { send, workspace } = sandboxOf(lists);
    await send('POST', '/lists/few', { [name]: 1 });
    await send('POST', '/lists/numbers', { [name]: ['x'] });
    const kept = JSON.stringify(workspace.journal.list(10));
    expect(kept).not.toContain(live.slice(6));
    expect(kept).not.toContain(live.slice(0, 8));
  }
});

test('withholds a header value that an API of ours echoes, though its answer has it', async () => {
  const { request, workspace } = demographics().sandbox;
  const answer = await request('/personal-demographics/FHIR/R4/Patient/9000000009', { headers: { 'X-Request-ID': 'canary-5f1c' } });
  expect(await answer.text()).toContain('canary-5f1c');
  expect(saidOf(workspace)).not.toContain('canary-5f1c');
});

test('looks for numbers of real patients in no more time than what was sent deserves, however long its names are', async () => {
  const live = Array.from({ length: 10 }, (_, check) => `47${'5'.repeat(7)}${check}`).find(isNhsNumber) ?? '';
  for (const name of [`nhsNumber${'k'.repeat(100_000)}`, 'k'.repeat(100_000)]) {
    const { send, request } = sandboxOf(lists);
    const answer = await send('POST', '/lists/numbers', { [name]: Array<string>(10_000).fill(live) });
    expect([400, 422]).toContain(answer.status);
    expect((await answer.text()).length).toBeLessThan(20_000);
    expect((await request(answer.headers.get('x-sandbox-trace') ?? '')).status).toBe(200);
  }
}, 20_000);
