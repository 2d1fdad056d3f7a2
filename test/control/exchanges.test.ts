/** Finding one exchange among a thousand: filters, pages, and the way from one to the next. */
import { describe, expect, test } from 'vitest';
import { anyone } from '../../src/mock/caller.ts';
import { notebook, notes } from '../gateway/notebook.ts';
import { sandboxFor, sandboxOf, type Sandbox } from '../sandbox.ts';

interface Listed {
  readonly id: string;
  readonly number: number;
  readonly at: string;
  readonly request: { readonly method: string; readonly url: string };
  readonly answer: { readonly status: number };
}

async function list({ request }: Sandbox, query = ''): Promise<readonly Listed[]> {
  const answer = await request(`/_sandbox/exchanges${query}`);
  const body = await answer.json();
  expect([answer.status, body.detail]).toEqual([200, undefined]);
  return body.exchanges;
}

const lines = (exchanges: readonly Listed[]): readonly string[] =>
  exchanges.map(({ request: { method, url }, answer: { status } }) => `${status} ${method} ${url}`);

async function refusedFor({ request }: Sandbox, query: string): Promise<string> {
  const answer = await request(`/_sandbox/exchanges${query}`);
  return `${answer.status} ${(await answer.json()).detail}`;
}

describe('a list of exchanges', async () => {
  const sandbox = sandboxOf(notebook);
  await sandbox.request(`${notes}/first`);
  await sandbox.request(`${notes}/none?q=R%C3%A9sum%C3%A9`);
  await sandbox.send('POST', notes, { text: 'mine' });
  await sandbox.request('/elsewhere');
  const all = lines(await list(sandbox));
  const [unserved, made, unknown, first] = all;

  test.each([
    ['?api=notebook', [made, unknown, first]],
    ['?api=notes', []],
    ['?operation=read-note', [unknown, first]],
    ['?method=POST', [made]],
    ['?status=404', [unserved, unknown]],
    ['?status=4xx', [unserved, unknown]],
    ['?status=2xx&method=GET', [first]],
    ['?status=3xx', []],
    ['?text=FIRST', [first]],
    ['?text=r%C3%A9sum', [unknown]],
    ['?api=notebook&limit=1', [made]],
    ['?with=sandbox&text=catalogue', []],
  ])('%s', async (query, wanted) => {
    expect(lines(await list(sandbox, query))).toEqual(wanted);
  });

  test.each([
    ['?status=teapot', 'status'],
    ['?status=4', 'status'],
    ['?method=get', 'method'],
    ['?person=900', 'person'],
    ['?since=yesterday', 'since'],
    ['?before=2026-13-01', 'before'],
    ['?text=', 'text'],
  ])('%s is refused, and says what is wrong', async (query, name) => {
    expect(await refusedFor(sandbox, query)).toMatch(new RegExp(`^400 .*${name}`));
  });
});

describe('exchanges in which something was wrong', async () => {
  const sandbox = await sandboxFor('personal-demographics');
  await sandbox.request('/personal-demographics/FHIR/R4/Patient/9000000009', {
    headers: { 'X-Request-ID': '60e0b220-8136-4ca5-ae46-1d97ef59d068' },
  });
  await sandbox.request('/personal-demographics/FHIR/R4/Patient/9000000017');
  await sandbox.call('GET', '/Patient/1');

  test('are those that were refused', async () => {
    expect(lines(await list(sandbox, '?refused=true'))).toEqual([
      expect.stringMatching(/^400 GET .*\/Patient\/1$/),
      expect.stringMatching(/^400 /),
    ]);
  });

  test('are those that earned conformance notes, in an archive too', async () => {
    const noted = await list(sandbox, '?noted=true&status=2xx');
    const all = await (await sandbox.request('/_sandbox/exchanges?conformance=true&status=2xx')).json();
    const counted = all.exchanges.filter(({ conformanceNotes }: { readonly conformanceNotes: number }) => conformanceNotes > 0);
    expect(noted.map(({ id }) => id)).toEqual(counted.map(({ id }: Listed) => id));
    const archive = await (await sandbox.request('/_sandbox/journal/har?noted=true&status=2xx')).json();
    expect(archive.log.entries.length).toBe(noted.length);
  });

  test('are counted, of all that a filter lets through and whatever the limit', async () => {
    const asked = async (query: string) => (await (await sandbox.request(`/_sandbox/exchanges?limit=1${query}`)).json()).counts;
    expect(await asked('')).toBeUndefined();
    expect(await asked('&counted=true')).toMatchObject({ exchanges: 3, refused: 2 });
    expect(await asked('&counted=true&refused=true')).toMatchObject({ exchanges: 2, refused: 2 });
  });
});

describe('exchanges about a person', async () => {
  const sandbox = await sandboxFor('personal-demographics');
  const headers = { 'X-Request-ID': 'c1ab3fba-6bae-4ba4-b257-5a87c44d4a91' };
  await sandbox.call('GET', '/Patient/9000000009', { headers });
  await sandbox.call('GET', '/Patient/9000000017', { headers });
  await sandbox.call('GET', '/Patient/900%20000%200009', { headers });
  await sandbox.call('GET', '/Patient/90000000091', { headers });

  test('are found by the NHS number in their addresses, however it is written', async () => {
    const found = await list(sandbox, '?person=9000000009');
    expect(found.map(({ request }) => request.url.split('/').at(-1))).toEqual(['900%20000%200009', '9000000009']);
  });

  test('are found by an NHS number in a body, and by the ids that the client gave them', async () => {
    const ids = { 'X-Request-ID': 'a1ab3fba-6bae-4ba4-b257-5a87c44d4a91', 'X-Correlation-ID': 'b1ab3fba-6bae-4ba4-b257-5a87c44d4a91' };
    await sandbox.call('GET', '/Patient?family=Nobody', { headers: ids });
    await sandbox.call('POST', '/Patient', { headers, body: { resourceType: 'Patient', about: '900 000 0033' } });
    const [inBody, ...others] = await list(sandbox, '?person=9000000033&full=true');
    expect([inBody?.request.method, others]).toEqual(['POST', []]);
    expect(inBody).toMatchObject({ request: { body: { text: expect.stringContaining('900 000 0033') } } });
    for (const id of Object.values(ids)) {
      const [found, ...more] = await list(sandbox, `?correlation=${id}`);
      expect([found?.request.url.split('/').at(-1), more]).toEqual(['Patient?family=Nobody', []]);
    }
  });

  test('are not asked for by what could be a real number', async () => {
    const answer = await sandbox.request('/_sandbox/exchanges?person=4010232137');
    expect([answer.status, await answer.text()]).toEqual([expect.any(Number), expect.not.stringContaining('4010232137')]);
    expect(await (await sandbox.request('/_sandbox/exchanges?with=sandbox')).text()).not.toContain('4010232137');
  });
});

describe('a point in time', async () => {
  const sandbox = sandboxOf(notebook);
  for (const id of ['a', 'b', 'c', 'd', 'e']) {
    await sandbox.request(`${notes}/${id}`);
    sandbox.clock.set(sandbox.clock.now() + 1_000);
  }
  const [e, d, c, b, a] = await list(sandbox);
  const names = (found: readonly Listed[]) => found.map(({ request }) => request.url.at(-1)).join('');

  test.each([
    [`?since=${c?.number}`, 'ed'],
    [`?since=${c?.id}`, 'ed'],
    [`?since=${c?.at}`, 'edc'],
    [`?since=${e?.id}`, ''],
    [`?since=${'0'.repeat(32)}`, 'edcba'],
    [`?before=${c?.number}`, 'ba'],
    [`?before=${c?.id}`, 'ba'],
    [`?before=${c?.at}`, 'ba'],
    [`?before=${a?.id}`, ''],
    [`?before=${'0'.repeat(32)}`, ''],
    [`?since=${a?.id}&before=${d?.id}`, 'cb'],
    [`?before=${d?.id}&limit=2`, 'cb'],
    [`?before=${b?.id}&limit=2`, 'a'],
  ])('%s', async (query, wanted) => {
    expect(names(await list(sandbox, query))).toBe(wanted);
  });

  test('holds across what is stored already', async () => {
    sandbox.workspace.flush();
    await sandbox.request(`${notes}/f`);
    expect(names(await list(sandbox, `?since=${d?.number}`))).toBe('fe');
    expect(names(await list(sandbox, `?before=${c?.id}`))).toBe('ba');
  });
});

describe('an explanation', () => {
  const neighboursOf = async ({ request }: Sandbox, { id }: Listed) => (await (await request(`/_sandbox/trace/${id}`)).json()).neighbours;

  test('names the exchanges before and after it', async () => {
    const sandbox = sandboxOf(notebook);
    for (const id of ['a', 'b', 'c']) await sandbox.request(`${notes}/${id}`);
    const found = await list(sandbox);
    const [c, b, a] = found.map(({ id }) => id);
    expect(await Promise.all(found.map((exchange) => neighboursOf(sandbox, exchange)))).toEqual([
      { previous: b },
      { previous: a, following: c },
      { following: b },
    ]);
  });

  test('shows nobody the way to others who may not list them', async () => {
    const sandbox = sandboxOf(notebook, { caller: anyone });
    await sandbox.request(`${notes}/a`);
    const trace = (await sandbox.request(`${notes}/b`)).headers.get('x-sandbox-trace') ?? '';
    expect((await sandbox.request('/_sandbox/exchanges')).status).toBe(401);
    expect(await (await sandbox.request(trace)).json()).not.toHaveProperty('neighbours');
  });
});

test('a filter that lets nothing through reads a full ring in less than a quarter of a second', async () => {
  const sandbox = sandboxOf(notebook);
  for (let i = 0; i < 1_000; i++) await sandbox.request(`${notes}/first?q=${i}`);
  const began = performance.now();
  expect(await list(sandbox, '?text=nowhere&person=9000000009')).toEqual([]);
  expect(performance.now() - began).toBeLessThan(250);
});
