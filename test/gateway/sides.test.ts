/** Both sides of an exchange as the journal keeps them: cut short, and without credentials and numbers of real patients, whichever way it went. */
import { expect, test } from 'vitest';
import { createMemoryStore } from '../../src/workspace/store/memory-store.ts';
import type { Store } from '../../src/workspace/store/store.ts';
import { defects } from '../defects.ts';
import { sandboxOf, type Sandbox } from '../sandbox.ts';
import { randomFrom, realRange } from './live-numbers.ts';
import { notebookText, notes } from './notebook.ts';

/** The notebook, and operations that take and give other things than JSON. */
const contract = notebookText.replace(
  /^paths:$/m,
  `paths:
  /texts:
    post:
      operationId: take-text
      requestBody: { content: { text/plain: {}, application/x-www-form-urlencoded: {}, application/xml: {}, application/octet-stream: {} } }
      responses: { '200': { description: taken, content: { application/json: { schema: { type: object } } } } }
    get:
      operationId: fail
      responses: { '200': { description: never, content: { application/json: { schema: { type: object } } } } }`,
);
const texts = '/notebook/texts';

interface Sides {
  readonly request: Side;
  readonly answer: Side;
}

interface Side {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: { readonly type?: string; readonly bytes: number; readonly text?: string; readonly cut?: true };
}

const sidesOf = async ({ request }: Sandbox, answer: Response): Promise<Sides> =>
  (await request(answer.headers.get('x-sandbox-trace') ?? '')).json();

const sandbox = sandboxOf(contract, { tolerateDefects: true });
const { send, request } = sandbox;
const post = (type: string, body: BodyInit, headers: Record<string, string> = {}): Promise<Response> =>
  request(texts, { method: 'POST', headers: { 'Content-Type': type, ...headers }, body });

test('an explanation shows what was sent and what was answered', async () => {
  const { request: asked, answer } = await sidesOf(sandbox, await send('POST', notes, { text: 'Hello' }, { 'X-Kind': 'short' }));
  expect(asked).toMatchObject({
    headers: { 'content-type': 'application/json', 'x-kind': 'short' },
    body: { type: 'application/json', bytes: 16, text: '{"text":"Hello"}' },
  });
  expect(answer).toMatchObject({
    headers: { 'content-type': 'application/json' },
    body: { text: expect.stringContaining('"text":"Hello"') },
  });
});

test.each<[string, () => Promise<Response>, Side['body']]>([
  ['text', () => post('text/plain', 'Grüße'), { type: 'text/plain', bytes: 7, text: 'Grüße' }],
  [
    'text that is cut, on whole characters',
    () => post('text/plain', `${'x'.repeat(1_998)}😀!`),
    { type: 'text/plain', bytes: 2_003, text: 'x'.repeat(1_998), cut: true },
  ],
  [
    'JSON, as it was understood',
    () => send('POST', notes, '{"text": "a",\n "text": "b"}'),
    { type: 'application/json', bytes: 27, text: '{"text":"b"}' },
  ],
  [
    'what is no text, by its size',
    () => post('application/octet-stream', new Uint8Array(5)),
    { type: 'application/octet-stream', bytes: 5 },
  ],
  ['what calls itself a text and is none', () => post('text/plain', new Uint8Array([0xff, 0xfe, 0, 1])), { type: 'text/plain', bytes: 4 }],
  ['a text with a zero in it', () => post('text/plain', 'a\0b'), { type: 'text/plain', bytes: 3 }],
  ['what is encoded', () => post('text/plain', 'abc', { 'Content-Encoding': 'gzip' }), undefined],
  ['JSON that is none, which nobody could look through', () => send('POST', notes, '{"text": '), undefined],
])('keeps %s', async (_, ask, kept) => {
  expect((await sidesOf(sandbox, await ask())).request.body).toEqual(kept);
});

test('keeps as much of each body as the workspace is told, or none', async () => {
  const long = 'x'.repeat(50_000);
  for (const [journalBody, text] of [
    [40_000, 40_000],
    [0, undefined],
    [null, 2_000],
  ] as const) {
    expect((await send('PATCH', '/_sandbox/settings', { journalBody })).status).toBe(200);
    const { body } = (await sidesOf(sandbox, await post('text/plain', long))).request;
    expect([body?.bytes, body?.text?.length]).toEqual([50_000, text]);
  }
});

test('tells by its fingerprint whether a token is another one, in one workspace', async () => {
  const other = sandboxOf(contract);
  const keptOf = async (where: Sandbox, token: string) =>
    (await sidesOf(where, await where.request(notes, { headers: { Authorization: `Bearer ${token}` } }))).request.headers['authorization'];
  const [first, again, second, elsewhere] = [
    await keptOf(sandbox, 'one'),
    await keptOf(sandbox, 'one'),
    await keptOf(sandbox, 'two'),
    await keptOf(other, 'one'),
  ];
  expect(first).toMatch(/^Bearer withheld:[0-9a-f]{8}$/);
  expect([again === first, second === first, elsewhere === first]).toEqual([true, false, true]);
});

/** Made when the test runs, and nowhere written down. */
const random = randomFrom(2_026);
const number = realRange(random);
const hex = (length: number): string => Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');
const secrets = { token: `eyJ${hex(20)}.${hex(40)}.${hex(20)}`, key: `nhss_${hex(48)}`, word: `Pw${hex(14)}` };

type Canary = readonly [where: string, ask: (to: Sandbox) => Promise<Response>];

/** Wherever a client may put a credential or a number, at an address that answers and at those that do not. */
const placed: readonly Canary[] = [
  notes,
  `${notes}/none`,
  `${notes}?page[size]=x`,
  texts,
  '/notebook/nowhere',
  '/elsewhere',
  '/%zz',
].flatMap((path): readonly Canary[] => [
  ['Authorization', ({ request: ask }) => ask(path, { headers: { Authorization: `Bearer ${secrets.token}` } })],
  ['Basic', ({ request: ask }) => ask(path, { headers: { Authorization: `Basic ${btoa(`me:${secrets.word}`)}` } })],
  [
    'names of keys',
    ({ request: ask }) => ask(path, { headers: { apikey: secrets.word, Cookie: `sid=${secrets.word}`, 'X-Access-Token': secrets.word } }),
  ],
  [
    'any header',
    ({ request: ask }) => ask(path, { headers: { 'X-Note': `see ${secrets.token}`, 'X-Other': secrets.key, 'User-Agent': secrets.key } }),
  ],
  ['a header with a number', ({ request: ask }) => ask(path, { headers: { 'X-Patient': number, 'X-Note': `NHS%20${number}` } })],
  ['Accept', ({ request: ask }) => ask(path, { headers: { Accept: `text/x; token=${secrets.word}` } })],
  ['the query', ({ request: ask }) => ask(`${path}${path.includes('?') ? '&' : '?'}access_token=${secrets.word}&nhs-number=${number}`)],
  ['a method that is none', ({ request: ask }) => ask(path, { method: 'DELETE', headers: { 'X-Api-Key': secrets.word } })],
  ['JSON', ({ send: ask }) => ask('POST', path, { text: secrets.token, password: secrets.word, deep: [{ 'api-key': secrets.word }] })],
  ['JSON with a number', ({ send: ask }) => ask('POST', path, { nhsNumber: number })],
  ['JSON that is none', ({ send: ask }) => ask('POST', path, `{"nhsNumber": "${number}", "password": "${secrets.word}" `)],
  [
    'another JSON',
    ({ send: ask }) => ask('POST', path, { text: 'x', client_secret: secrets.word }, { 'Content-Type': 'application/merge-patch+json' }),
  ],
  [
    'a form',
    ({ send: ask }) =>
      ask('POST', path, `client_secret=${secrets.word}&nhs=${number}`, { 'Content-Type': 'application/x-www-form-urlencoded' }),
  ],
  [
    'a form without a number',
    ({ send: ask }) =>
      ask('POST', path, `grant_type=x&client_secret=${secrets.word}`, { 'Content-Type': 'application/x-www-form-urlencoded' }),
  ],
  [
    'XML',
    ({ send: ask }) => ask('POST', path, `<a><o:Password t="x">${secrets.word}</o:Password></a>`, { 'Content-Type': 'application/xml' }),
  ],
  ['a text', ({ send: ask }) => ask('POST', path, `Bearer ${secrets.token}, NHS ${number}`, { 'Content-Type': 'text/plain' })],
  ['a text without a number', ({ send: ask }) => ask('POST', path, `Bearer ${secrets.token}`, { 'Content-Type': 'text/plain' })],
  [
    'too large a body',
    ({ send: ask }) => ask('POST', path, `{"password":"${secrets.word}","nhsNumber":"${number}","x":"${'x'.repeat(20_000)}"}`),
  ],
  [
    'an unknown encoding',
    ({ send: ask }) => ask('POST', path, { password: secrets.word, nhsNumber: number }, { 'Content-Encoding': 'aes' }),
  ],
]);

test('holds no key, no token and no number of a real patient, whichever way an exchange goes', async () => {
  const written: string[] = [];
  const store = createMemoryStore();
  const watched: Store = {
    ...store,
    put(collection, key, document, entries) {
      // What a client stored is its own data; everything else is what the sandbox keeps of it.
      if (collection.startsWith('~')) written.push(key, document);
      store.put(collection, key, document, entries);
    },
  };
  const mock = {
    behaviours: {
      fail: () => {
        throw new Error('a bug');
      },
    },
  };
  const tried = sandboxOf(contract, { mock, store: watched, settings: { maxBody: 10_000 }, tolerateDefects: true });
  const statuses = new Set<number>();
  for (const [where, ask] of placed) {
    const answer = await ask(tried);
    statuses.add(answer.status);
    const explained = await (await tried.request(answer.headers.get('x-sandbox-trace') ?? '')).text();
    tried.workspace.flush();
    const kept = [explained, await (await tried.request('/_sandbox/exchanges?full=true&limit=1')).text(), ...written.splice(0)].join('\n');
    const said = answer.status < 400 ? '' : await answer.text();
    for (const canary of [number, ...Object.values(secrets), btoa(`me:${secrets.word}`)])
      expect([where, answer.status, kept.includes(canary), said.includes(canary)]).toEqual([where, answer.status, false, false]);
  }
  expect([...statuses].sort()).toEqual([200, 201, 400, 404, 405, 406, 413, 415, 422, 500]);
  // What a log would have of the bug.
  const logged = defects.splice(0).join('\n');
  expect([logged.includes('a bug'), ...[number, ...Object.values(secrets)].map((canary) => logged.includes(canary))]).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});

test('a body stands in the journal of its own workspace, and in no other', async () => {
  const canary = 'c4n4ry-of-a-body';
  const other = sandboxOf(contract);
  await send('POST', notes, { text: canary });
  expect(await (await request('/_sandbox/exchanges?full=true')).text()).toContain(canary);
  expect(await (await request('/_sandbox/exchanges?with=sandbox&full=true')).text()).not.toContain(canary);
  expect(await (await other.request('/_sandbox/exchanges?full=true')).text()).not.toContain(canary);
});
