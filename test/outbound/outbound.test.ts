/** Where messages may be sent (NET-1 to NET-7, T9): the fetch is a stub that counts, and nothing leaves this process. */
import { describe, expect, test } from 'vitest';
import { judge, type CallbacksSetting, type Reach } from '../../src/outbound/guard.ts';
import { longestAnswer, posting, type Parcel } from '../../src/outbound/post.ts';
import { openPump } from '../../src/runtimes/outbound/pump.ts';
import { createMemoryStore } from '../../src/workspace/store/memory-store.ts';
import { frozenClock } from '../../src/workspace/time/clock.ts';
import { openWorkspace } from '../../src/workspace/workspace.ts';
import { nobody } from '../../src/population.ts';
import { defects } from '../defects.ts';
import { runs } from '../runs.ts';
import { hostileAddresses } from './hostile-addresses.ts';

const everywhere: Reach = { loopback: false, public: true, own: ['sandbox.example.org'] };
const receiver = 'https://app.example.com/hook';

/** A receiver that echoes challenges, unless it says otherwise. */
function stub(answer: (body: string, url: string) => Response | Promise<Response> = echo) {
  const asked: string[] = [];
  const post = posting(async (url, init) => {
    asked.push(String(url));
    return answer(String(init?.body), String(url));
  }, 50);
  return { asked, post };
}
const echo = (body: string): Response => Response.json({ challenge: (JSON.parse(body) as { challenge?: string }).challenge ?? '' });

/** What becomes of one message to this address. */
async function sentTo(url: string, post: ReturnType<typeof stub>['post'], reach = everywhere, callbacks: CallbacksSetting = 'outbound') {
  const clock = frozenClock(Date.UTC(2026, 0, 1));
  const sending = { reach };
  const options = {
    id: 'test',
    secret: 'a secret',
    seed: 1,
    clock,
    store: createMemoryStore(),
    population: nobody,
    settings: { callbacks },
    sending,
  };
  const workspace = openWorkspace(options);
  const { inbox, publish, deliveries } = workspace.callbacks;
  publish({ ...inbox.next(), api: 'shop', type: 'x', kind: 'event', time: 0, contentType: 'application/json', body: 1, url });
  await openPump({ post, catchUp: () => {}, onBug: (error) => void defects.push(String(error)) }).run(workspace);
  const [delivery] = deliveries.list();
  return { state: delivery?.state, failure: delivery?.attempts.at(-1)?.failure ?? '' };
}

test(`none of ${hostileAddresses.length} hostile addresses is called, whether a request names it or a receiver redirects there`, async () => {
  expect(hostileAddresses.length).toBeGreaterThanOrEqual(120);
  for (const url of hostileAddresses) {
    const direct = stub();
    expect([url, (await sentTo(url, direct.post)).state, direct.asked]).toEqual([url, 'refused', []]);
    // A header holds what it can, and what is no whole address is one at the receiver's own host.
    const location = /^[!-~]+$/.test(url) && URL.canParse(url) ? url : 'https://127.0.0.1/';
    const redirecting = stub(() => new Response(null, { status: 307, headers: { Location: location } }));
    await redirecting.post({ url: receiver, headers: {}, body: '1' }, (next) => judge(next, everywhere, 'outbound'));
    expect([url, redirecting.asked]).toEqual([url, [receiver]]);
  }
});

test('an address in numbers is found out however its octets are spelled', () => {
  const spell = [
    (n: number) => String(n),
    (n: number) => `0x${n.toString(16)}`,
    (n: number) => `0${n.toString(8)}`,
    (n: number) => `0x000${n.toString(16)}`,
  ];
  for (let n = 0; n < runs(500); n++) {
    const octets = [n * 7, n * 13, n * 31, n * 97].map((octet, place) => spell[(n + place) % spell.length]?.(octet % 256));
    const scheme = n % 2 === 0 ? 'https' : 'HTTPS';
    expect(judge(`${scheme}://${octets.join('.')}${n % 3 === 0 ? '.' : ''}/hook`, everywhere, 'outbound')).toHaveProperty('refusal');
  }
});

test.each<readonly [string, Reach, CallbacksSetting, string]>([
  ['whoever runs the sandbox does not have it so', { ...everywhere, public: false }, 'outbound', 'starts it with --callbacks'],
  ['the workspace does not', everywhere, 'local', '"callbacks" to "outbound"'],
  ['the workspace wants its inbox alone', everywhere, 'inbox', 'in its inbox'],
])('nothing is called where %s', async (_, reach, callbacks, why) => {
  const { asked, post } = stub();
  const { state, failure } = await sentTo(receiver, post, reach, callbacks);
  expect([state, failure, asked]).toEqual(['refused', expect.stringContaining(why), []]);
});

test.each(['http://localhost:3000/hook', 'https://127.0.0.1/hook', 'http://[::1]:8080/'])(
  '%s is sent to from a local sandbox without a challenge, and by no other',
  async (url) => {
    const { asked, post } = stub(() => new Response(null, { status: 204 }));
    expect((await sentTo(url, post, { loopback: true, public: false, own: [] }, 'local')).state).toBe('delivered');
    expect((await sentTo(url, post)).state).toBe('refused');
    expect(asked).toHaveLength(1);
  },
);

describe('a receiver at a public address', () => {
  test('is sent a message once it has echoed a challenge', async () => {
    const bodies: string[] = [];
    const { asked, post } = stub((body) => {
      bodies.push(body);
      return echo(body);
    });
    expect((await sentTo(`${receiver}?for=me`, post)).state).toBe('delivered');
    expect([asked.length, bodies[1]]).toEqual([2, '1']);
    expect(bodies[0]).toContain('"type":"challenge"');
  });

  test.each<readonly [string, () => Response, string]>([
    ['echoes nothing', () => Response.json({}), 'did not echo the challenge'],
    ['echoes something else', () => Response.json({ challenge: 'guessed' }), 'did not echo the challenge'],
    ['answers with a page', () => new Response('<html>', { headers: { 'Content-Type': 'text/html' } }), 'did not answer with JSON'],
    [
      'answers with what is no JSON',
      () => new Response('{', { headers: { 'Content-Type': 'application/json' } }),
      'did not answer with JSON',
    ],
    ['answers with an error', () => Response.json({}, { status: 500 }), 'It answered 500'],
  ])('that %s is sent nothing else', async (_, answer, why) => {
    const { asked, post } = stub(answer);
    expect(await sentTo(receiver, post)).toEqual({ state: 'waiting', failure: expect.stringContaining(why) });
    expect(asked).toHaveLength(1);
  });
});

describe('one attempt', () => {
  const parcel: Parcel = { url: receiver, headers: {}, body: '1', wantsAnswer: true };
  const judged = (url: string) => judge(url, everywhere, 'outbound');
  const padded = (bytes: number): Response =>
    new Response(`"${'a'.repeat(bytes - 2)}"`, { headers: { 'Content-Type': 'application/json' } });

  test('reads 64 KiB of an answer and no more, and nothing of it where nobody wants it', async () => {
    expect(await stub(() => padded(longestAnswer)).post(parcel, judged)).toMatchObject({ status: 200 });
    expect(await stub(() => padded(longestAnswer + 1)).post(parcel, judged)).toMatchObject({
      failure: expect.stringContaining('more than 65536 bytes'),
    });
    let isRead = false;
    const body = new ReadableStream({ pull: () => void (isRead = true) }, { highWaterMark: 0 });
    const { wantsAnswer: _, ...message } = parcel;
    expect(await stub(() => new Response(body, { status: 201 })).post(message, judged)).toEqual({ status: 201 });
    expect(isRead).toBe(false);
  });

  test('follows three redirections that keep the message (307, 308), and no other', async () => {
    const hops = (most: number, status: number) => {
      let hop = 0;
      return stub(() => (hop++ < most ? new Response(null, { status, headers: { Location: `/hop/${hop}` } }) : Response.json(1)));
    };
    expect(await hops(3, 307).post(parcel, judged)).toEqual({ status: 200, answer: 1 });
    expect(await hops(4, 308).post(parcel, judged)).toMatchObject({ failure: expect.stringContaining('more than 3 times') });
    expect(await hops(1, 302).post({ ...parcel, url: receiver }, judged)).toMatchObject({
      failure: 'The receiver did not answer with JSON.',
    });
  });

  test('ends after its time, which is three seconds', async () => {
    const never = posting(
      (_, init) => new Promise((__, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason))),
      20,
    );
    expect(await never(parcel, judged)).toEqual({ failure: 'The receiver did not answer within 0.02 seconds.', isLate: true });
  });
});

test('no more than 120 attempts are made in a minute', async () => {
  const { asked, post } = stub(() => new Response(null, { status: 204 }));
  const store = createMemoryStore();
  const sending = { reach: { loopback: true, public: false, own: [] } };
  const workspace = openWorkspace({ id: 'test', secret: 's', seed: 1, clock: frozenClock(0), store, population: nobody, sending });
  const { inbox, publish, deliveries } = workspace.callbacks;
  for (let n = 0; n < 300; n++)
    publish({
      ...inbox.next(),
      api: 'a',
      type: 'x',
      kind: 'event',
      time: 0,
      contentType: 'application/json',
      body: n,
      url: 'http://localhost:3000/',
    });
  await openPump({ post, catchUp: () => {}, onBug: () => {} }).run(workspace);
  // A minute may have begun anew meanwhile.
  expect([120, 240]).toContain(asked.length);
  expect(deliveries.isOutgoing()).toBe(true);
});
