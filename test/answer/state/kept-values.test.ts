/** What was sent comes back, what the server made stays made, and nothing is said that nobody said. */
import { expect, test } from 'vitest';
import { answers, contractOf, fault, takes } from '../../gateway/small-contract.ts';
import { sandboxOf } from '../../sandbox.ts';

const text = { type: 'string' };
const readOnly = { readOnly: true };

/** Kites that are made, listed, read, replaced and patched. */
function kites(
  properties: object,
  required: readonly string[],
  { closed = false, sent }: { closed?: boolean; sent?: object } = {},
): string {
  const kite = {
    type: 'object',
    required,
    properties: { id: { type: 'string', ...readOnly }, ...properties },
    ...(closed ? { additionalProperties: false } : {}),
  };
  const partial = { ...kite, required: [] };
  return contractOf({
    '/kites': {
      post: { requestBody: takes(sent ?? kite), responses: { 201: answers(kite), 400: fault } },
      get: { responses: { 200: answers({ type: 'object', required: ['items'], properties: { items: { type: 'array', items: kite } } }) } },
    },
    '/kites/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
      get: { responses: { 200: answers(kite), 404: fault } },
      put: { requestBody: takes(sent ?? kite), responses: { 200: answers(kite), 400: fault, 404: fault } },
      patch: {
        requestBody: {
          required: true,
          content: { 'application/json': { schema: partial }, 'application/merge-patch+json': { schema: partial } },
        },
        responses: { 200: answers(kite), 400: fault, 404: fault },
      },
    },
  });
}

async function flown(
  contract: string,
  body: unknown,
): Promise<{ sandbox: ReturnType<typeof sandboxOf>; place: string; made: Record<string, unknown> }> {
  const sandbox = sandboxOf(contract);
  const response = await sandbox.send('POST', '/small/kites', body);
  expect(response.status).toBe(201);
  const made = await response.json();
  return { sandbox, place: `/small/kites/${made.id}`, made };
}

test.each([
  ['an array of arrays', { grid: { type: 'array', items: { type: 'array', items: { type: 'integer' } } } }, { grid: [[1, 2], [], [3]] }],
  ['an empty object, array and text', { o: { type: 'object' }, a: { type: 'array', items: text }, t: text }, { o: {}, a: [], t: '' }],
  ['a null where null is welcome', { tail: { type: ['string', 'null'] } }, { tail: null }],
  ['false and zero', { lit: { type: 'boolean' }, knots: { type: 'number' } }, { lit: false, knots: 0 }],
  ['one item twice', { colours: { type: 'array', items: text } }, { colours: ['red', 'red'] }],
  ['members that an open schema does not name', {}, { maker: { town: 'Leeds', since: 1999 } }],
  [
    'a map with awkward keys',
    { tags: { type: 'object', additionalProperties: text } },
    { tags: { 'a/b': '1', '~': '2', id: '3', 'two words': '4' } },
  ],
  [
    'a date in the past and an instant with an offset',
    { on: { type: 'string', format: 'date' }, at: { type: 'string', format: 'date-time' } },
    { on: '1899-12-31', at: '2020-02-29T23:59:59+05:30' },
  ],
  ['what looks like something else', { a: text, b: text, c: text }, { a: 'null', b: '1e5', c: '2026-01-01' }],
  [
    'nested parts of which each is optional',
    {
      sail: {
        type: 'object',
        properties: {
          area: { type: 'number' },
          cloth: text,
          seams: { type: 'array', items: { type: 'object', properties: { at: text, by: text } } },
        },
      },
    },
    { sail: { seams: [{ at: 'top' }, { by: 'hand' }, {}] } },
  ],
] as const)('gives back %s', async (_, properties, sent) => {
  const { sandbox, place, made } = await flown(kites(properties, []), sent);
  expect(made).toEqual({ id: made['id'], ...sent });
  expect(await (await sandbox.request(place)).json()).toEqual(made);
  expect((await (await sandbox.request('/small/kites')).json()).items).toEqual([made]);
});

test.each([
  ['required', ['name', 'state', 'serial', 'made']],
  ['optional', ['name']],
] as const)('makes what only the server may say once, where it is %s', async (_, required) => {
  const properties = {
    name: text,
    state: { type: 'string', enum: ['grounded', 'flying'], ...readOnly },
    serial: { type: 'integer', ...readOnly },
    made: { type: 'string', format: 'date-time', ...readOnly },
  };
  const { sandbox, place, made } = await flown(kites(properties, required), { name: 'Blue' });
  expect(made).toEqual({
    id: expect.any(String),
    name: 'Blue',
    state: expect.stringMatching(/^grounded$|^flying$/),
    serial: expect.any(Number),
    made: expect.any(String),
  });
  const second = await (await sandbox.send('POST', '/small/kites', { name: 'Red' })).json();
  expect(await (await sandbox.request(place)).json()).toEqual(made);
  expect((await (await sandbox.request('/small/kites')).json()).items).toEqual([made, second]);
  const replaced = await (await sandbox.send('PUT', place, { name: 'Green' })).json();
  expect(replaced).toEqual({ ...made, name: 'Green' });
  expect(await (await sandbox.request(place)).json()).toEqual(replaced);
});

test('says nothing of optional members that its client did not send, though the contract shows them', async () => {
  const contract = JSON.parse(
    kites({ name: text, maker: text, tail: { type: 'object', properties: { length: { type: 'integer' } } } }, ['name']),
  );
  contract.paths['/kites/{id}'].get.responses[200].content['application/json'].example = {
    id: 'k1',
    name: 'Shown',
    maker: 'Somebody',
    tail: { length: 3 },
  };
  const { sandbox, place, made } = await flown(JSON.stringify(contract), { name: 'Plain' });
  expect(made).toEqual({ id: made['id'], name: 'Plain' });
  expect(await (await sandbox.request(place)).json()).toEqual(made);
});

test.each([
  ['optional', ['name']],
  ['required', ['name', 'pin']],
] as const)('never shows a write-only member, where it is %s', async (_, required) => {
  const pin = { type: 'object', writeOnly: true, properties: { code: text } };
  const { sandbox, place, made } = await flown(kites({ name: text, pin }, required), { name: 'Blue', pin: { code: '1234' } });
  expect(made).toEqual({ id: made['id'], name: 'Blue' });
  const put = await sandbox.send('PUT', place, { name: 'Red', pin: { code: '9876' } });
  for (const answer of [put, await sandbox.request(place), await sandbox.request('/small/kites')])
    expect(await answer.text()).not.toMatch(/pin|1234|9876/);
});

test('a replace forgets what it does not say; a patch keeps it', async () => {
  const { sandbox, place, made } = await flown(
    kites({ name: text, colour: text, tags: { type: 'array', items: text } }, ['name'], { closed: true }),
    {
      name: 'Blue',
      colour: 'blue',
      tags: ['a'],
    },
  );
  expect(await (await sandbox.send('PATCH', place, { tags: [] })).json()).toEqual({ ...made, tags: [] });
  const merge = { 'Content-Type': 'application/merge-patch+json' };
  expect(await (await sandbox.send('PATCH', place, { colour: null }, merge)).json()).toEqual({ id: made['id'], name: 'Blue', tags: [] });
  expect(await (await sandbox.send('PUT', place, { name: 'Red' })).json()).toEqual({ id: made['id'], name: 'Red' });
});

test('a log without an item address keeps what its creations answered', async () => {
  const line = {
    type: 'object',
    required: ['no', 'said'],
    properties: { no: { type: 'integer', ...readOnly }, at: { type: 'string', format: 'date-time', ...readOnly }, said: text },
  };
  const { send, request } = sandboxOf(
    contractOf({
      '/log': {
        post: { requestBody: takes(line), responses: { 201: answers(line) } },
        get: {
          responses: { 200: answers({ type: 'object', required: ['lines'], properties: { lines: { type: 'array', items: line } } }) },
        },
      },
    }),
  );
  const made: unknown[] = [];
  for (const said of ['c', 'a', 'b']) made.push(await (await send('POST', '/small/log', { said })).json());
  expect(new Set(made.map((one) => (one as { no: number }).no)).size).toBe(3);
  expect(await (await request('/small/log')).json()).toEqual({ lines: made });
  expect(made).toMatchObject([{ said: 'c' }, { said: 'a' }, { said: 'b' }]);
});
