/** Several contracts behind one door, contracts without a base path, and sandboxes that share a process. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load.ts';
import { sandboxOf } from '../sandbox.ts';
import { notebook, notes, refusal } from './notebook.ts';
import { answers, contractOf, fault } from './small-contract.ts';

const clinic = loadContract({ name: 'clinic.yaml', text: readFileSync(new URL('./clinic.yaml', import.meta.url), 'utf8') });
const load = (name: string, text: string) => loadContract({ name, text });
const hats = (base: string) =>
  contractOf({ '/hats': { get: { operationId: 'hats', responses: { 200: answers({}, { example: 'bowler' }), 404: fault } } } }, { base });

describe('two contracts in one gateway', () => {
  test('each answers at its own base path, in its own error shape', async () => {
    const { request } = sandboxOf([notebook, clinic]);
    expect((await request(`${notes}/first`)).status).toBe(200);
    expect((await request('/clinic/FHIR/R4/Visit/AB0001')).status).toBe(200);
    await refusal(await request('/notebook/nothing'), 404);
    expect(await (await request('/clinic/FHIR/R4/nothing')).json()).toMatchObject({ resourceType: 'OperationOutcome' });
  });

  test('a path of neither is the platform’s own 404, which says what is served', async () => {
    const response = await sandboxOf([notebook, clinic]).request('/nothing');
    expect(response.status).toBe(404);
    expect((await response.json()).fault.faultstring).toMatch(/\/notebook.*\/clinic\/FHIR\/R4/);
  });

  test('what was asked beside a base before takes nothing from what is below it', async () => {
    const { request } = sandboxOf([notebook, clinic]);
    for (const path of ['/clinic', '/clinic/other', '/notebook-2/x']) expect((await request(path)).status).toBe(404);
    expect((await request('/clinic/FHIR/R4/Visit/AB0001')).status).toBe(200);
  });

  test('one with several servers answers at the path of each, about the same things', async () => {
    const { servers, ...document } = JSON.parse(
      contractOf(
        { '/hats': { get: { operationId: 'hats', responses: { 200: answers({}, { example: 'bowler' }) } } } },
        { base: '/hats-v2' },
      ),
    ) as { servers: readonly object[] };
    const more = [
      { url: 'https://hats.example/hats' },
      { url: 'https://hats.example/' },
      { url: '/_sandbox/hats' },
      { url: '/{shop}/hats' },
    ];
    const { request } = sandboxOf([notebook, load('hats.yaml', JSON.stringify({ ...document, servers: [...servers, ...more] }))]);
    for (const path of ['/hats-v2/hats', '/hats/hats']) expect(await (await request(path)).json()).toBe('bowler');
    for (const path of ['/hats-v2/caps', '/hats/caps']) expect((await request(path)).status).toBe(404);
    expect((await request('/hats')).status).toBe(404);
    expect(await (await request('/_sandbox/hats/hats')).text()).not.toContain('bowler');
  });

  test('resources of the same path are kept apart', async () => {
    const other = load(
      'other.yaml',
      contractOf(
        {
          '/notes/{id}': {
            parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
            get: { responses: { 200: answers({ type: 'object' }), 404: fault } },
          },
        },
        { base: '/other' },
      ),
    );
    const { send, request } = sandboxOf([notebook, other], { settings: { unknownIds: 'refuse' } });
    const { id } = await (await send('POST', notes, { text: 'mine' })).json();
    expect((await request(`${notes}/${id}`)).status).toBe(200);
    expect((await request(`/other/notes/${id}`)).status).toBe(404);
  });

  test('the catalogue lists both', async () => {
    const { apis } = await (await sandboxOf([notebook, clinic]).request('/_sandbox/catalogue')).json();
    expect(apis.map((api: { base: string }) => api.base)).toEqual(['/notebook', '/clinic/FHIR/R4']);
  });

  test('one base path shared by two serves the paths of both, and a method of either', async () => {
    const caps = contractOf({
      '/hats': { post: { operationId: 'cap', responses: { 204: { description: 'Capped' } } } },
      '/caps': { get: { operationId: 'caps', responses: { 200: answers({}, { example: 'flat' }) } } },
    });
    const { request } = sandboxOf([load('hats.yaml', hats('/small')), load('caps.yaml', caps)]);
    expect(await (await request('/small/hats')).json()).toBe('bowler');
    expect(await (await request('/small/caps')).json()).toBe('flat');
    expect((await request('/small/hats', { method: 'POST' })).status).toBe(204);
    expect((await request('/small/hats', { method: 'PUT' })).headers.get('allow')).toBe('GET, HEAD, OPTIONS, POST');
  });

  test('one base path inside another goes to the longer', async () => {
    const { request } = sandboxOf([load('outer.yaml', hats('/shop')), load('inner.yaml', hats('/shop/annexe'))]);
    for (const [path, slug] of [
      ['/shop/hats', 'outer'],
      ['/shop/annexe/hats', 'inner'],
      ['/shop/annexe/nothing', 'inner'],
      ['/shop/nothing', 'outer'],
    ] as const) {
      const response = await request(path);
      const trace = await (await request(response.headers.get('x-sandbox-trace') ?? '')).json();
      expect(trace.api.slug).toBe(slug);
    }
  });
});

describe('a contract without a usable base path', () => {
  test.each(['', 'https://hats.example', 'https://hats.example/', '{unknown}', 'https://{host}/x{'])(
    '“%s”: alone, it answers at the root and under its own name',
    async (base) => {
      const { request } = sandboxOf(load('hats.yaml', hats(base)));
      expect(await (await request('/hats')).json()).toBe('bowler');
      expect(await (await request('/hats/hats')).json()).toBe('bowler');
      await refusal(await request('/nothing'), 404);
    },
  );

  test('in company, it answers under its own name only', async () => {
    const { request } = sandboxOf([load('hats.yaml', hats('')), notebook]);
    expect(await (await request('/hats/hats')).json()).toBe('bowler');
    expect((await request('/hats')).status).toBe(404);
    expect((await request(`${notes}/first`)).status).toBe(200);
  });

  test('no contract can shadow the sandbox’s own API', async () => {
    const { request } = sandboxOf(
      load(
        'cuckoo.yaml',
        contractOf(
          {
            '/_sandbox/health': { get: { responses: { 200: answers({}, { example: 'mine' }) } } },
            '/{anything}/{at_all}': { get: { responses: { 200: answers({}, { example: 'mine' }) } } },
          },
          { base: '' },
        ),
      ),
    );
    expect(await (await request('/_sandbox/health')).json()).toMatchObject({ status: 'pass' });
    expect(await (await request('/else/where')).json()).toBe('mine');
  });
});

test('two sandboxes in one process share neither rows, nor traces, nor settings, nor clocks', async () => {
  const ours = sandboxOf(notebook, { seed: 1, settings: { unknownIds: 'synthesise' } });
  const theirs = sandboxOf(notebook, { seed: 2 });
  ours.clock.set(Date.UTC(2030, 0, 1));
  const turns = Array.from({ length: 40 }, async (_, i) => {
    const made = await (i % 2 === 0 ? ours : theirs).send('POST', notes, { text: `${i % 2}` });
    return (await made.json()).id;
  });
  await Promise.all(turns);
  for (const [sandbox, text] of [
    [ours, '0'],
    [theirs, '1'],
  ] as const) {
    const all: { text: string }[] = await (await sandbox.request(notes)).json();
    expect(all.filter((note) => note.text === (text === '0' ? '1' : '0'))).toEqual([]);
    expect(all.filter((note) => note.text === text)).toHaveLength(20);
  }
  expect((await ours.request(`${notes}/anybody`)).status).toBe(200);
  expect((await theirs.request(`${notes}/anybody`)).status).toBe(404);
});
