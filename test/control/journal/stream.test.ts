/** Exchanges as they are answered: followed live, left, and gone on with, without one of them lost or told twice. */
import { describe, expect, test } from 'vitest';
import { anyone } from '../../../src/mock/caller.ts';
import { openNodeStore } from '../../../src/runtimes/node/file-store.ts';
import { notebook, notes } from '../../gateway/notebook.ts';
import { sandboxOf, type Sandbox } from '../../sandbox.ts';

interface Told {
  readonly id: string;
  readonly event: string;
  readonly data?: { readonly id: string; readonly request: { readonly url: string; readonly body?: unknown } };
}

/** As the standard reads a stream; an event without data only says where one is. */
function eventsIn(text: string): readonly Told[] {
  return text
    .split('\n\n')
    .filter((block) => /^(?:id|data|event):/m.test(block))
    .map((block) => {
      const field = (name: string): string => new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1] ?? '';
      const data = field('data');
      return { id: field('id'), event: field('event'), ...(data !== '' && { data: JSON.parse(data) }) };
    });
}

const open = ({ request }: Sandbox, query = '', headers: Record<string, string> = {}) =>
  request(`/_sandbox/journal/stream${query}`, { headers: { Accept: 'text/event-stream', ...headers } });

/** What a stream says that ends at once. */
const read = async (sandbox: Sandbox, query = '', from?: string): Promise<readonly Told[]> =>
  eventsIn(await (await open(sandbox, `?wait=0${query}`, from === undefined ? {} : { 'Last-Event-ID': from })).text());

const named = (events: readonly Told[]): string =>
  events.flatMap(({ event, data }) => (event === 'gap' ? ['gap'] : data ? [data.request.url.split('/').at(-1)] : [])).join(' ');

async function asked(sandbox: Sandbox, ...names: readonly string[]): Promise<void> {
  for (const name of names) await sandbox.request(`${notes}/${name}`);
}

test('an exchange is told as soon as it is answered, with its number as the id', async () => {
  const sandbox = sandboxOf(notebook);
  await asked(sandbox, 'before');
  const stream = await open(sandbox);
  expect([stream.status, stream.headers.get('content-type'), stream.headers.get('cache-control')]).toEqual([
    200,
    'text/event-stream',
    'no-store',
  ]);
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toBe('retry: 1000\nid: 0\n\n');
  const next = reader?.read();
  await asked(sandbox, 'live');
  const [told] = eventsIn((await next)?.value ?? '');
  expect([told?.id, told?.data]).toEqual(['1', expect.objectContaining({ number: 1, answer: expect.objectContaining({ status: 404 }) })]);
  expect(told?.data?.request).not.toHaveProperty('headers');
  await reader?.cancel();
});

describe.each([
  ['memory', undefined],
  ['SQLite', () => openNodeStore(':memory:')],
])('whoever comes back with the last id, of exchanges in %s,', (_, store) => {
  test('is told of everything since, once, however often it is asked', async () => {
    const sandbox = sandboxOf(notebook, store && { store: store() });
    let last = (await read(sandbox)).at(-1)?.id;
    const heard: string[] = [];
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) {
      await asked(sandbox, name);
      if (name === 'b' || name === 'e') sandbox.workspace.flush();
      if (name === 'c') continue;
      const events = await read(sandbox, '', last);
      heard.push(named(events));
      last = events.at(-1)?.id;
    }
    expect(heard).toEqual(['a', 'b', 'c d', 'e', 'f']);
    expect(new Set((await read(sandbox, '', last)).map(({ id }) => id))).toEqual(new Set([last]));
  });
});

test('one that was asked first and answered last is told last, and not lost', async () => {
  const sandbox = sandboxOf(notebook);
  let answer = (): void => {};
  const held = new ReadableStream({
    start(controller) {
      answer = () => {
        controller.enqueue(new TextEncoder().encode('{"text":"slow"}'));
        controller.close();
      };
    },
  });
  const headers = { 'Content-Type': 'application/json' };
  const slow = sandbox.request(`${notes}?slow`, { method: 'POST', headers, body: held, duplex: 'half' } as RequestInit);
  await asked(sandbox, 'quick');
  const first = await read(sandbox, '', '-1');
  answer();
  await slow;
  expect([named(first), named(await read(sandbox, '', first.at(-1)?.id))]).toEqual(['quick', expect.stringMatching(/slow$/)]);
});

test('what has left the ring is not passed over in silence', async () => {
  const sandbox = sandboxOf(notebook, { settings: { journal: 100 } });
  const names = Array.from({ length: 260 }, (_, index) => `n${index}`);
  await asked(sandbox, ...names);
  const events = await read(sandbox, '', '3');
  expect(events[1]).toMatchObject({ event: 'gap', data: { after: 3, message: expect.stringContaining('may have left') } });
  expect(named(events).split(' ').slice(-2)).toEqual(['n258', 'n259']);
  expect(named(await read(sandbox, '', '257'))).toBe('n258 n259');
});

describe('a stream', async () => {
  const sandbox = sandboxOf(notebook);
  await asked(sandbox, 'first', 'second');
  await sandbox.send('POST', notes, { text: 'mine' }, { 'X-Correlation-ID': 'one' });

  test.each([
    ['&since=0', 'second notes'],
    ['&since=2025-12-31T00:00:00Z', 'first second notes'],
    ['&since=2025-12-31T00:00:00Z&method=POST', 'notes'],
    ['&since=2025-12-31T00:00:00Z&status=4xx', 'second'],
    ['&since=2025-12-31T00:00:00Z&text=FIRST', 'first'],
    ['&since=2025-12-31T00:00:00Z&correlation=one', 'notes'],
    ['', ''],
  ])('with %s tells of %j', async (query, wanted) => {
    expect(named(await read(sandbox, query))).toBe(wanted);
  });

  test('goes on behind what its filters left out', async () => {
    expect((await read(sandbox, '&status=5xx', '0')).at(-1)).toEqual({ id: '2', event: '' });
  });

  test('tells of both sides where they are asked for, and of no credential', async () => {
    await sandbox.request(`${notes}/first`, { headers: { Authorization: 'Bearer c2VjcmV0LXNlY3JldA' } });
    const text = await (await open(sandbox, '?wait=0&full=true&since=2')).text();
    expect(text).toMatch(/"authorization":"Bearer withheld:[0-9a-f]{8}"/);
    expect(text).not.toContain('c2VjcmV0');
  });

  test.each([
    ['?since=yesterday', {}, '400 .*since'],
    ['?wait=31', {}, '400 .*wait'],
    ['', { 'Last-Event-ID': 'x' }, '400 .*Last-Event-ID'],
    ['?colour=red', {}, '400 .*colour'],
  ])('is not opened with %s %j', async (query, headers, wanted) => {
    const answer = await open(sandbox, query, headers);
    expect(`${answer.status} ${(await answer.json()).detail}`).toMatch(new RegExp(`^${wanted}`, 'i'));
  });

  test('is for whoever may list exchanges', async () => {
    expect((await open(sandboxOf(notebook, { caller: anyone }))).status).toBe(401);
  });

  test('is one of eight; one that is left makes room for another', async () => {
    const streams = await Promise.all(Array.from({ length: 8 }, () => open(sandbox)));
    const refused = await open(sandbox);
    expect([refused.status, Number(refused.headers.get('retry-after'))]).toEqual([429, expect.closeTo(30, 0)]);
    await streams[0]?.body?.cancel();
    const other = await open(sandbox);
    expect(other.status).toBe(200);
    for (const stream of [...streams.slice(1), other]) await stream.body?.cancel();
  });

  test('says that it is still there, and ends by itself', async () => {
    const begun = performance.now();
    const text = await (await open(sandbox, '?wait=0.2')).text();
    expect(performance.now() - begun).toBeGreaterThan(150);
    expect(text).toMatch(/^retry: 1000\nid: \d+\n\nid: \d+\n\n$/);
  });
});

test('a stream ends where its home ends, which waits for nobody', async () => {
  const sandbox = sandboxOf(notebook);
  const stream = await open(sandbox);
  const text = stream.text();
  sandbox.workspace.journal.letGo();
  expect(await text).toBe('retry: 1000\nid: -1\n\nid: -1\n\n');
});
