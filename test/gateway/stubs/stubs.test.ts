/** Stubs as data: what some requests are answered instead of what the contract says. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadContract } from '../../../src/contract/load.ts';
import type { Stub } from '../../../src/gateway/stubs/stub.ts';
import { defects } from '../../defects.ts';
import { randomFrom, realRange } from '../live-numbers.ts';
import { sandboxOf, world, type Loose, type SandboxOptions } from '../../sandbox.ts';

const contract = loadContract({
  name: 'parcels.yaml',
  text: readFileSync(new URL('./parcels.yaml', import.meta.url), 'utf8'),
});

type WrittenStub = Partial<Stub>;

function openParcels(options: SandboxOptions = {}) {
  const sandbox = sandboxOf(contract, options);
  const asked = async (method: string, path: string, body?: unknown, headers?: Record<string, string>) => {
    const response = await sandbox.send(method, path, body, headers);
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, text, body: (isJson ? JSON.parse(text) : {}) as Loose };
  };
  const stub = async (written: WrittenStub) => {
    const answer = await asked('POST', '/_sandbox/stubs', written);
    expect({ status: answer.status, text: answer.text }).toMatchObject({ status: 201 });
    return answer.body;
  };
  const read = (id: string, headers?: Record<string, string>) => asked('GET', `/parcels/parcels/${id}`, undefined, headers);
  const send = (body: unknown) => asked('POST', '/parcels/parcels', body);
  const wait = (seconds: number) => sandbox.clock.set(sandbox.clock.now() + seconds * 1000);
  return { ...sandbox, asked, stub, read, send, wait };
}

describe('stubs of one source', () => {
  const of = (id: string, to: string, more: WrittenStub = {}): WrittenStub => ({
    id,
    match: { path: `/parcels/${id}` },
    answer: { body: { id, to } },
    ...more,
  });

  test('take the place of those that came from it before, and of no others', async () => {
    const { stub, asked, read } = openParcels();
    await stub(of('mine', 'me'));
    const put = (source: string, stubs: readonly WrittenStub[]) => asked('PUT', '/_sandbox/stubs', { source, stubs });
    const listed = async () => (await asked('GET', '/_sandbox/stubs')).body;
    await put('other.yaml', [of('other', 'them')]);
    expect(
      (await put('a.yaml', [of('one', 'first'), { match: { path: '/parcels/two' }, answer: { body: { id: 'two', to: 'first' } } }])).body
        .stubs,
    ).toMatchObject([
      { id: 'one', source: 'a.yaml', warnings: [] },
      { id: '1', source: 'a.yaml' },
    ]);
    expect(await listed()).toMatchObject({ stubs: [{ id: 'mine' }, { id: 'other' }, { id: 'one' }, { id: '1' }] });
    await read('one');
    expect((await put('a.yaml', [of('three', 'second'), of('one', 'second')])).body.stubs).toMatchObject([{ id: 'three' }, { used: 0 }]);
    expect(await listed()).toMatchObject({ stubs: [{ id: 'mine' }, { id: 'other' }, { id: 'three' }, { id: 'one' }] });
    expect((await read('one')).body).toMatchObject({ to: 'second' });
    expect((await read('two')).body).not.toMatchObject({ to: 'first' });
  });

  test.for([
    [[of('one', 'new'), of('two', '{{nonsense}}')], 400, '/stubs/1/answer/body/to'],
    [[of('one', 'new'), of('one', 'newer')], 400, '/stubs/1/id is that of one before it'],
    [[of('one', 'new'), of('two', 'new', { answer: { status: 99 } })], 400, '/stubs/1/answer/status'],
    [Array.from({ length: 100 }, (_, n) => of(`s${n}`, 'new')), 409, 'at most 100'],
  ] as const)('are all as they were where one is refused: %#', async ([stubs, status, said]) => {
    const { stub, asked, read } = openParcels();
    await stub(of('mine', 'me'));
    await asked('PUT', '/_sandbox/stubs', { source: 'a.yaml', stubs: [of('one', 'old')] });
    expect((await read('one')).body).toMatchObject({ to: 'old' });
    const refused = await asked('PUT', '/_sandbox/stubs', { source: 'a.yaml', stubs });
    expect([refused.status, refused.text]).toEqual([status, expect.stringContaining(said)]);
    expect((await asked('GET', '/_sandbox/stubs')).body.stubs).toMatchObject([{ id: 'mine' }, { id: 'one', used: 1 }]);
  });
});

describe('a stub', () => {
  test('answers the requests that it is for, and leaves all others to the contract', async () => {
    const { stub, read } = openParcels();
    await stub({ match: { path: '/parcels/lost' }, answer: { status: 200, body: { id: 'lost', to: 'nowhere' } } });
    expect(await read('lost')).toMatchObject({ status: 200, body: { id: 'lost', to: 'nowhere' } });
    expect((await read('h1')).body).not.toMatchObject({ to: 'nowhere' });
  });

  test('says a status alone as the contract documents it', async () => {
    const { stub, read } = openParcels();
    await stub({ match: { operation: 'read-parcel', headers: { 'X-Key': null } }, answer: { status: 401 } });
    expect(await read('1')).toMatchObject({ status: 401, body: { code: expect.any(String), message: expect.any(String) } });
    expect((await read('1', { 'X-Key': 'let me in' })).status).toBe(200);
  });

  test('answers with a named example of the contract', async () => {
    const { stub, read } = openParcels();
    await stub({ match: { operation: 'read-parcel' }, answer: { example: 'heavy' } });
    expect((await read('h1')).body).toMatchObject({ grams: 40000 });
  });

  test.for([
    ['*@gone.example', ['bo@gone.example'], ['bo@gone.example.org', 'gone.example']],
    ['bo*', ['bo', 'bob'], ['abo']],
    ['*bo*', ['abob', 'bo'], ['b']],
    ['*', ['', 'any'], []],
  ] as const)('answers texts that fit %j', async ([wanted, fitting, others]) => {
    const { stub, send } = openParcels();
    await stub({ match: { operation: 'send-parcel', body: { '/to': wanted } }, answer: { status: 409 } });
    for (const to of fitting) expect([to, (await send({ to, grams: 1 })).status]).toEqual([to, 409]);
    for (const to of others) expect([to, (await send({ to, grams: 1 })).status]).not.toEqual([to, 409]);
  });

  test('answers by what is in the body', async () => {
    const { stub, send } = openParcels();
    await stub({
      match: { operation: 'send-parcel', body: { '/to': 'Atlantis' } },
      answer: { status: 409, body: { code: 'SUNK', message: 'No post goes to {{body./to}}.' } },
    });
    expect(await send({ to: 'Atlantis' })).toMatchObject({ status: 409, body: { message: 'No post goes to Atlantis.' } });
    expect((await send({ to: 'Leeds' })).status).toBe(201);
  });

  test('gives a template alone the type that it has in the request, and leaves out what is not there', async () => {
    const { stub, asked } = openParcels();
    await stub({
      match: { operation: 'read-parcel' },
      answer: {
        body: { id: '{{path.id}}', grams: '{{query.size}}', to: 'size {{query.size}}', status: '{{query.other}}', n: '{{count}}' },
        headers: { 'X-Seen': '{{header.X-Request-ID}}' },
      },
    });
    const { headers, body } = await asked('GET', '/parcels/parcels/7?size=20', undefined, { 'X-Request-ID': 'abc' });
    expect(body).toEqual({ id: '7', grams: 20, to: 'size 20', n: 1 });
    expect(headers.get('X-Seen')).toBe('abc');
  });

  test('takes moments from the clock, ids from the seed, and names from the person whom the request names', async () => {
    const one = { at: '{{now}}', due: '{{today+P1D}}', ids: ['{{uuid}}', '{{uuid}}'], of: '{{person.given}} {{person.family}}' };
    const body = async () => {
      const { stub, read } = openParcels({ population: world() });
      await stub({ match: { operation: 'read-parcel' }, answer: { body: one } });
      return (await read('9000000009')).body;
    };
    const first = await body();
    expect(first).toMatchObject({ at: '2026-01-01T00:00:00.000Z', due: '2026-01-02', of: expect.stringContaining('Smith') });
    expect(first['ids']?.[0]).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(first['ids']?.[0]).not.toBe(first['ids']?.[1]);
    expect(await body()).toEqual(first);
  });

  test('sends a text of another type as it is', async () => {
    const { stub, read } = openParcels();
    await stub({ match: { operation: 'read-parcel' }, answer: { status: 503, type: 'text/html', body: '<h1>{{path.id}} is away</h1>' } });
    const { status, text, headers } = await read('7');
    expect({ status, text, type: headers.get('content-type') }).toEqual({ status: 503, text: '<h1>7 is away</h1>', type: 'text/html' });
    expect(headers.get('content-security-policy')).toContain('sandbox');
  });

  test('comes before the checks of the API, unless it asks for them', async () => {
    const { stub, send } = openParcels();
    await stub({ id: 'any', match: { operation: 'send-parcel' }, answer: { status: 201, body: {} } });
    expect((await send({ grams: 'many' })).status).toBe(201);
    await stub({ id: 'any', match: { operation: 'send-parcel' }, checks: true, answer: { status: 201, body: {} } });
    expect((await send({ grams: 'many' })).status).toBe(400);
    expect(await send({ to: 'Leeds' })).toMatchObject({ status: 201, body: {} });
  });

  test('never answers a request that carries a number of a real patient', async () => {
    const { stub, send, asked } = openParcels();
    await stub({ match: {}, answer: { status: 200, body: '{{body}}' } });
    const real = realRange(randomFrom(1));
    const answer = await send({ to: 'Leeds', nhsNumber: real });
    expect(answer.status).toBe(422);
    expect(answer.text).not.toContain(real);
    expect((await asked('POST', '/_sandbox/stubs', { answer: { body: { nhsNumber: real } } })).status).toBe(422);
  });

  test('leaves a wish in the Prefer header to the contract', async () => {
    const { stub, read } = openParcels();
    await stub({ answer: { status: 503 } });
    expect((await read('1', { Prefer: 'code=404' })).status).toBe(404);
    expect((await read('1')).status).toBe(503);
  });

  test('that was written last answers, where several are for a request', async () => {
    const { stub, read, asked } = openParcels();
    await stub({ id: 'first', answer: { body: 1 } });
    await stub({ id: 'last', answer: { body: 2 } });
    expect((await read('1')).body).toBe(2);
    await asked('DELETE', '/_sandbox/stubs/last');
    expect((await read('1')).body).toBe(1);
  });

  test('sends no redirect to anywhere else', async () => {
    const { stub, read } = openParcels();
    await stub({
      match: { path: '/parcels/away' },
      answer: { status: 302, headers: { location: 'https://elsewhere.example/' }, body: {} },
    });
    await stub({ match: { path: '/parcels/here' }, answer: { status: 302, headers: { location: '/parcels/parcels/1' }, body: {} } });
    expect((await read('away')).headers.get('location')).toBeNull();
    expect((await read('here')).headers.get('location')).toBe('/parcels/parcels/1');
  });

  test('says so where the request would make its answer too long', async () => {
    const { stub, send } = openParcels();
    await stub({ match: { operation: 'send-parcel' }, answer: { body: Array.from({ length: 50 }, () => '{{body}}') } });
    expect((await send({ to: 'x'.repeat(1_000) })).status).toBe(201);
    expect((await send({ to: 'x'.repeat(90_000) })).status).toBe(501);
  });
});

describe('several answers', () => {
  test('come in a row, and the last one stays', async () => {
    const { stub, read } = openParcels();
    await stub({ match: { path: '/parcels/1' }, sequence: [{ status: 404 }, { status: 200, body: { to: 'Leeds' } }] });
    expect([(await read('1')).status, (await read('1')).status, (await read('1')).status]).toEqual([404, 200, 200]);
  });

  test('begin again where they cycle, and after a reset', async () => {
    const { stub, read, asked } = openParcels();
    await stub({ sequence: [{ body: 'a' }, { body: 'b' }, { body: 'c' }], cycles: true });
    const next = async () => (await read('1')).body;
    expect([await next(), await next(), await next(), await next()]).toEqual(['a', 'b', 'c', 'a']);
    expect((await asked('POST', '/_sandbox/reset')).status).toBe(204);
    expect(await next()).toBe('a');
  });

  test('go by the state of a scenario, which other requests change', async () => {
    const { stub, read, asked } = openParcels();
    await stub({ match: { path: '/parcels/1' }, answer: { body: 'on its way' } });
    await stub({ match: { path: '/parcels/1' }, scenario: { name: 'parcel', requires: 'cancelled' }, answer: { status: 404 } });
    await stub({ match: { operation: 'cancel-parcel' }, scenario: { name: 'parcel', becomes: 'cancelled' }, answer: { status: 204 } });
    expect((await read('1')).status).toBe(200);
    expect((await asked('POST', '/parcels/parcels/1/cancel')).status).toBe(204);
    expect((await read('1')).status).toBe(404);
    expect((await asked('GET', '/_sandbox/stubs')).body['scenarios']).toEqual({ parcel: 'cancelled' });
  });

  test('can be for one request of many', async () => {
    const { stub, read } = openParcels();
    await stub({ match: { operation: 'read-parcel', nth: 2 }, answer: { status: 503 } });
    expect([(await read('1')).status, (await read('1')).status, (await read('1')).status]).toEqual([200, 503, 200]);
  });
});

describe('what a stub changes', () => {
  test('is found by later reads', async () => {
    const { stub, read, send, asked } = openParcels();
    await stub({
      match: { operation: 'send-parcel' },
      answer: {
        status: 201,
        body: { id: 'p-1', to: '{{body./to}}' },
        store: [{ id: 'p-1', put: { id: 'p-1', to: '{{body./to}}', grams: '{{body./grams}}', status: 'accepted' } }],
      },
    });
    await send({ to: 'Leeds', grams: 20 });
    expect((await read('p-1')).body).toEqual({ id: 'p-1', to: 'Leeds', grams: 20, status: 'accepted' });
    expect((await asked('GET', '/parcels/parcels')).body).toContainEqual(expect.objectContaining({ id: 'p-1' }));
  });

  test('may be a row that is gone, of the item that the path names', async () => {
    const { stub, read, send, asked } = openParcels();
    const { body } = await send({ to: 'Leeds' });
    await stub({ match: { operation: 'cancel-parcel' }, answer: { status: 204, store: [{ delete: true }] } });
    expect((await asked('POST', `/parcels/parcels/${String(body['id'])}/cancel`)).status).toBe(204);
    expect((await read(String(body['id']))).status).toBe(404);
  });

  test('may come later, by the clock of the workspace', async () => {
    const { stub, read, send, wait } = openParcels();
    await stub({
      match: { operation: 'send-parcel' },
      answer: {
        status: 201,
        body: { id: 'p-1' },
        store: [{ id: 'p-1', put: { to: '{{body./to}}', status: 'accepted' } }],
        then: [
          { after: 'PT5S', store: [{ id: 'p-1', put: { to: '{{body./to}}', status: 'delivered' } }] },
          { after: 'P1D', store: [{ id: 'p-1', delete: true }] },
        ],
      },
    });
    await send({ to: 'Leeds' });
    wait(4);
    expect((await read('p-1')).body).toEqual({ id: 'p-1', to: 'Leeds', status: 'accepted' });
    wait(1);
    expect((await read('p-1')).body).toEqual({ id: 'p-1', to: 'Leeds', status: 'delivered' });
    wait(86_400);
    expect((await read('p-1')).status).toBe(404);
  });

  test('may be the state of a scenario', async () => {
    const { stub, read, send, wait } = openParcels();
    const then = [{ after: 'PT5S', scenario: { name: 'parcel', becomes: 'there' } }];
    await stub({ match: { operation: 'send-parcel' }, answer: { status: 201, body: {}, then } });
    await stub({ match: { path: '/parcels/1' }, scenario: { name: 'parcel', requires: 'there' }, answer: { body: 'there' } });
    await send({ to: 'Leeds' });
    expect((await read('1')).body).not.toBe('there');
    wait(5);
    expect((await read('1')).body).toBe('there');
  });
});

describe('stubs of a workspace', () => {
  test('are listed with how often each answered, read, replaced and deleted', async () => {
    const { stub, read, asked } = openParcels();
    await stub({ id: 'away', about: 'everybody is away', answer: { status: 503 } });
    await read('1');
    expect((await asked('GET', '/_sandbox/stubs')).body).toMatchObject({ stubs: [{ id: 'away', used: 1 }], scenarios: {} });
    expect(await asked('PUT', '/_sandbox/stubs/away', { answer: { body: 'back' } })).toMatchObject({ status: 200, body: { used: 0 } });
    expect((await asked('GET', '/_sandbox/stubs/away')).body).toEqual({ id: 'away', answer: { body: 'back' }, used: 0, warnings: [] });
    expect((await asked('DELETE', '/_sandbox/stubs')).status).toBe(204);
    expect((await asked('GET', '/_sandbox/stubs/away')).status).toBe(404);
    expect((await asked('DELETE', '/_sandbox/stubs/away')).status).toBe(404);
    expect((await read('1')).status).toBe(200);
  });

  test('are left alone by a reset, and go with snapshots and forks', async () => {
    const { stub, asked, send } = openParcels();
    await stub({ id: 'away', answer: { status: 503 } });
    await asked('POST', '/_sandbox/snapshots', { name: 'away' });
    const forked = await asked('POST', '/_sandbox/workspace/fork', {});
    await asked('POST', '/_sandbox/reset');
    expect((await send({ to: 'Leeds' })).status).toBe(503);
    await asked('DELETE', '/_sandbox/stubs');
    expect((await send({ to: 'Leeds' })).status).toBe(201);
    await asked('POST', '/_sandbox/snapshots/away/restore');
    expect((await send({ to: 'Leeds' })).status).toBe(503);
    expect((await asked('POST', `/w/${String(forked.body['id'])}/parcels/parcels`, { to: 'Leeds' })).status).toBe(503);
  });

  test('are named by the trace of what they answered', async () => {
    const { stub, read, request } = openParcels();
    await stub({ id: 'away', answer: { status: 503 } });
    const { headers } = await read('1');
    const explained = await (await request(headers.get('X-Sandbox-Trace') ?? '')).json();
    expect(explained.answer).toMatchObject({ status: 503, by: 'stub', stub: 'away' });
  });

  test('are held to the contract with a warning, and answer all the same', async () => {
    const { stub } = openParcels();
    const warnings = async (written: WrittenStub) => (await stub(written))['warnings'];
    expect(await warnings({ match: { operation: 'read-parcel' }, answer: { body: { to: 'Leeds' } } })).toEqual([]);
    expect(await warnings({ match: { operation: 'read-parcel' }, answer: { status: 418 } })).toEqual([
      '“read-parcel” does not document 418; it documents 200, 401, 404.',
    ]);
    expect(await warnings({ match: { operation: 'read-parcel' }, answer: { body: { to: 1 }, headers: { 'X-New': '1' } } })).toEqual([
      '“read-parcel” documents no header “X-New” for 200.',
      expect.stringContaining('/to'),
    ]);
    expect(await warnings({ match: { operation: 'read-parcel' }, answer: { example: 'light' } })).toEqual([
      '“read-parcel” publishes no example called “light”.',
    ]);
    expect(await warnings({ match: { operation: 'eat-parcel' }, answer: {} })).toEqual(['No operation here is called “eat-parcel”.']);
    expect(await warnings({ match: { path: '/nowhere' }, answer: {} })).toEqual([expect.stringContaining('never answers')]);
    expect(await warnings({ match: { api: 'letters' }, answer: {} })).toEqual(['No API here is called “letters”.']);
  });

  test('whose answers break the contract are no defects of ours', async () => {
    const { stub, read } = openParcels();
    await stub({ match: { operation: 'read-parcel' }, answer: { body: { to: 1 } } });
    expect((await read('1')).body).toEqual({ to: 1 });
    expect(defects).toEqual([]);
  });

  test.each<[string, unknown, string]>([
    ['an unknown name', { answer: { body: { a: ['{{process.env}}'] } } }, '/answer/body/a/0'],
    ['an unknown word about a person', { answer: { body: '{{person.shoes}}' } }, '/answer/body'],
    ['a credential', { answer: { body: '{{header.Authorization}}' } }, '/answer/body'],
    ['a credential of another name', { answer: { body: '{{header.X-Access-Token}}' } }, '/answer/body'],
    ['a template without an end', { answer: { headers: { 'X-A': '{{now' } } }, '/answer/headers/X-A'],
    ['a loop', { answer: { body: '{{#each body}}x{{/each}}' } }, '/answer/body'],
    ['no answer', {}, ''],
    ['an answer and a sequence', { answer: {}, sequence: [{}] }, ''],
    ['a row that is neither put nor deleted', { answer: { store: [{ id: '1' }] } }, '/answer/store/0'],
    ['no duration', { sequence: [{ then: [{ after: 'soon', store: [{ delete: true }] }] }] }, '/sequence/0/then/0/after'],
    ['a member that no stub has', { answer: {}, code: 'x' }, '/code'],
  ])('are refused with %s', async (_, written, pointer) => {
    const { asked } = openParcels();
    const { status, body } = await asked('POST', '/_sandbox/stubs', written);
    expect(status).toBe(400);
    expect(body['errors']?.[0]).toMatchObject({ pointer });
  });

  test('are a hundred at most', async () => {
    const { stub, asked } = openParcels();
    for (let i = 0; i < 100; i++) await stub({ answer: {} });
    expect((await asked('POST', '/_sandbox/stubs', { answer: {} })).status).toBe(409);
  });
});
