/** Every contract that is served can be fetched as one JSON file, so that a client can be generated in any language. */
import { expect, test } from 'vitest';
import { createInProcessSandbox } from '../../src/runtimes/browser/in-process.ts';
import { loadContract } from '../../src/contract/load.ts';
import { sandboxOf } from '../sandbox.ts';

const bells = `
openapi: 3.0.3
info: { title: Bells, version: '1', description: "Every bell\\nof the tower" }
servers: [{ url: /bells }]
paths:
  /bells/{name}:
    get:
      operationId: ring
      description: Rings it.
      parameters: [{ name: name, in: path, required: true, schema: { type: string }, example: tenor }]
      responses:
        '200':
          description: rung
          content: { application/json: { schema: { $ref: '#/components/schemas/Bell' }, example: { name: tenor } } }
components: { schemas: { Bell: { type: object, nullable: true, properties: { name: { type: string } } } } }
`;

interface Document {
  readonly [key: string]: unknown;
}

const ours = (): ReturnType<typeof createInProcessSandbox> => createInProcessSandbox({ apis: ['personal-demographics'] });
const contract = (name: string): Request => new Request(`http://localhost/_sandbox/contracts/${name}`);

/** Every `$ref` of a document. */
function refsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === '$ref' && typeof inner === 'string' ? [inner] : refsOf(inner)));
}

test('a contract that was brought is there as it is understood', async () => {
  const answer = await sandboxOf(bells).request('/_sandbox/contracts/invented.json');
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json']);
  const document = (await answer.json()) as Document;
  expect(document['openapi']).toBe('3.1.1');
  expect(JSON.stringify(document)).toContain('"description":"Rings it."');
  expect(JSON.stringify(document)).toContain('"example":{"name":"tenor"}');
  expect(loadContract({ name: 'invented.json', text: JSON.stringify(document) }).operations.map(({ id }) => id)).toEqual(['ring']);
});

test('a contract of ours is one file: examples and descriptions in their places, references into itself only', async () => {
  const document = (await (await ours().fetch(contract('personal-demographics.json'))).json()) as Document;
  expect(refsOf(document).filter((ref) => !ref.startsWith('#/'))).toEqual([]);
  const loaded = loadContract({ name: 'personal-demographics.json', text: JSON.stringify(document) });
  expect(loaded.quirks).toEqual([]);
  expect(loaded.operations.length).toBeGreaterThan(5);
  const read = loaded.operations.find(({ id }) => id === 'get-patient');
  expect(read?.responses.get('200')?.content[0]?.examples.length).toBeGreaterThan(0);
  expect(JSON.stringify(document)).toContain('"JaneSmith"');
});

test('the sandbox’s own API has its contract there too, and it describes where that is', async () => {
  for (const sandbox of [ours(), createInProcessSandbox({ contracts: [{ name: 'bells', text: bells }] })]) {
    const control = (await (await sandbox.fetch(contract('sandbox-control.json'))).json()) as { readonly paths: Document };
    expect(Object.keys(control.paths)).toContain('/contracts/{name}.json');
  }
});

test('the catalogue says where each contract is', async () => {
  const { request } = sandboxOf(bells);
  const { apis } = (await (await request('/_sandbox/catalogue')).json()) as { readonly apis: readonly { readonly contract: string }[] };
  expect((await request(apis[0]?.contract ?? '')).status).toBe(200);
});

test('a client that has it is told so, and one that asks again later asks first', async () => {
  const { request } = sandboxOf(bells);
  const first = await request('/_sandbox/contracts/invented.json');
  const etag = first.headers.get('etag') ?? '';
  expect(etag).toMatch(/^"[0-9a-f]+"$/);
  expect(first.headers.get('cache-control')).toBe('no-cache');
  for (const tags of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const again = await request('/_sandbox/contracts/invented.json', { headers: { 'If-None-Match': tags } });
    expect([tags, again.status, await again.text(), again.headers.get('etag')]).toEqual([tags, 304, '', etag]);
  }
  expect((await request('/_sandbox/contracts/invented.json', { headers: { 'If-None-Match': '"other"' } })).status).toBe(200);
  const other = await sandboxOf(bells.replace('Rings it.', 'Rings it twice.')).request('/_sandbox/contracts/invented.json');
  expect(other.headers.get('etag')).not.toBe(etag);
  const head = await request('/_sandbox/contracts/invented.json', { method: 'HEAD' });
  expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', etag]);
});

test('an unknown name is a problem that names what there is', async () => {
  const { request } = sandboxOf(bells);
  for (const name of ['nothing.json', 'invented.yaml', 'invented', '__proto__.json', 'constructor.json']) {
    const answer = await request(`/_sandbox/contracts/${name}`);
    expect([name, answer.status, answer.headers.get('content-type')]).toEqual([name, 404, 'application/problem+json']);
    expect(((await answer.json()) as { readonly detail: string }).detail).toMatch(
      /\/_sandbox\/contracts\/invented\.json, .*\/_sandbox\/contracts\/sandbox-control\.json/,
    );
  }
});

test('a contract that would be enormous once it is written out is not written out', async () => {
  const words = 'long '.repeat(20_000);
  const text = `${bells}x-words: &words "${words}"\nx-many: [${'*words, '.repeat(2_000)}*words]\n`;
  for (const headers of [{}, { 'If-None-Match': '*' }]) {
    const answer = await sandboxOf(text).request('/_sandbox/contracts/invented.json', { headers });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
    expect(((await answer.json()) as { readonly detail: string }).detail).toContain('too large');
  }
});

test('an unknown control path points at the contract that lists them', async () => {
  const { request } = sandboxOf(bells);
  const { detail } = (await (await request('/_sandbox/nothing')).json()) as { readonly detail: string };
  expect(detail).toContain('/_sandbox/contracts/sandbox-control.json');
});
