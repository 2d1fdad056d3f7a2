/** Documented response headers: sent where there is something true to say, never where the wire or the browser decides. */
import { describe, expect, test } from 'vitest';
import { sandboxOf } from '../../sandbox.ts';
import { answers, contractOf, fault } from '../small-contract.ts';

const text = { type: 'string' };
const whole = { type: 'integer' };

/** One GET whose 200 documents these headers. */
const serving = (headers: object, status: number | string = 200) =>
  sandboxOf(
    contractOf({
      '/one': {
        get: { operationId: 'one', responses: { 200: answers({}, { example: 1 }), [status]: { ...answers({}, { example: 1 }), headers } } },
      },
    }),
  );
const ask = async (headers: object, request: Record<string, string> = {}) =>
  (await serving(headers).request('/small/one', { headers: request })).headers;

describe('an optional header is sent where its contract or its name says what it holds', () => {
  test.each([
    ['an example', { schema: whole, example: 7 }, '7'],
    ['an example of its schema', { schema: { ...text, example: 'blue' } }, 'blue'],
    ['a default', { schema: { ...whole, default: 3 } }, '3'],
    ['one value', { schema: { const: 'always' } }, 'always'],
    ['a list of values', { schema: { ...text, enum: ['red', 'blue'] } }, 'red'],
    ['an example that fits rather than one that does not', { schema: whole, examples: { a: { value: 'seven' }, b: { value: 8 } } }, '8'],
    ['a flag', { schema: { type: 'boolean' }, example: true }, 'true'],
    ['a list', { schema: { type: 'array', items: text }, example: ['a', 'b'] }, 'a, b'],
  ])('%s', async (_, header, value) => {
    expect((await ask({ 'X-Shelf': header })).get('x-shelf')).toBe(value);
  });

  test('and is left out where nothing says so', async () => {
    expect((await ask({ 'X-Shelf': { schema: text } })).get('x-shelf')).toBeNull();
    expect((await ask({ 'X-Shelf': {} })).get('x-shelf')).toBeNull();
  });
});

test('a required header is made from its schema where nothing else is known', async () => {
  const headers = { 'X-Count': { required: true, schema: { type: 'integer', minimum: 3, maximum: 3 } } };
  expect((await ask(headers)).get('x-count')).toBe('3');
});

test('what no header can carry is not sent', async () => {
  expect((await ask({ 'X-Note': { required: true, schema: text, example: 'a\nb' } })).get('x-note')).toMatch(/^[\x20-\x7e]+$/);
});

test.each([
  ['Content-Length', '3111'],
  ['Content-Encoding', 'gzip'],
  ['Content-Type', 'text/html'],
  ['Transfer-Encoding', 'chunked'],
  ['Connection', 'close'],
  ['Date', 'Tue, 15 Nov 1994 08:12:31 GMT'],
  ['Set-Cookie', 'a=b'],
  ['Access-Control-Allow-Origin', 'https://elsewhere.example'],
  ['Strict-Transport-Security', 'max-age=63072000; includeSubDomains'],
  ['X-Sandbox-Trace', 'https://elsewhere.example'],
])('P-32: %s is never taken from a contract', async (name, example) => {
  const answer = await serving({ [name]: { required: true, schema: text, example } }).request('/small/one');
  expect(answer.headers.get(name)).not.toBe(example);
  expect(await answer.json()).toBe(1);
});

describe('faults carry their documented headers too', () => {
  const retry = (header: object) => serving({ 'Retry-After': header }, 429);

  test.each([
    ['the contract’s example', { schema: whole, example: 33 }, /^33$/],
    ['a number of seconds where there is none', { schema: whole }, /^60$/],
    ['an instant where the schema wants one', { schema: { ...text, pattern: 'GMT$' } }, /^\w{3}, \d\d \w{3} \d{4} [\d:]+ GMT$/],
  ])('Retry-After is %s', async (_, header, expected) => {
    const answer = await retry(header).request('/small/one', { headers: { Prefer: 'code=429' } });
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toMatch(expected);
  });

  test('of a range, and where the request itself is at fault', async () => {
    const { request } = sandboxOf(
      contractOf({
        '/one': {
          get: {
            parameters: [{ name: 'n', in: 'query', required: true, schema: whole }],
            responses: { 200: answers({}, { example: 1 }), '4XX': { ...fault, headers: { 'X-Help': { schema: text, example: 'desk' } } } },
          },
        },
      }),
    );
    const answer = await request('/small/one?n=x');
    expect([answer.status, answer.headers.get('x-help')]).toEqual([400, 'desk']);
  });
});

describe('ids of the request', () => {
  const uuid = { schema: { ...text, pattern: '^[0-9a-f-]{36}$' } };
  const id = '11111111-2222-4333-8444-555555555555';

  test.each(['X-Request-ID', 'X-Correlation-ID', 'RequestID'])('%s comes back', async (name) => {
    expect((await ask({ [name]: uuid }, { [name]: id })).get(name)).toBe(id);
  });

  test('one that the contract refuses does not', async () => {
    const { request } = sandboxOf(
      contractOf({
        '/one': {
          get: {
            parameters: [{ name: 'X-Request-ID', in: 'header', ...uuid }],
            responses: { 200: answers({}, { example: 1 }), 400: fault },
          },
        },
      }),
    );
    const answer = await request('/small/one', { headers: { 'X-Request-ID': 'null' } });
    expect([answer.status, answer.headers.get('x-request-id')]).toEqual([400, null]);
  });

  test('a correlation id is made where none was sent, unless it is only mirrored; a request id is the client’s own', async () => {
    const told = { ...uuid, description: 'The id that was sent, mirrored back.' };
    const headers = await ask({ 'X-Correlation-ID': uuid, 'X-Request-ID': uuid });
    expect(headers.get('x-correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('x-request-id')).toBeNull();
    expect((await ask({ 'X-Correlation-ID': told })).get('x-correlation-id')).toBeNull();
  });

  test('two sandboxes make the same one, and the next exchange another', async () => {
    const [a, b] = [serving({ 'X-Correlation-ID': uuid }), serving({ 'X-Correlation-ID': uuid })];
    const made = async ({ request }: typeof a) => (await request('/small/one')).headers.get('x-correlation-id');
    const first = await made(a);
    expect(await made(b)).toBe(first);
    expect(await made(a)).not.toBe(first);
  });
});

describe('tags and caching', () => {
  const tagged = { ETag: { schema: text, example: 'W/"4"' } };

  test('nothing is to be stored, except what can be asked for again by its tag', async () => {
    expect((await ask({})).get('cache-control')).toBe('no-store');
    const headers = await ask(tagged);
    expect([headers.get('etag'), headers.get('cache-control')]).toEqual(['W/"4"', 'no-cache']);
    expect((await ask({ ...tagged, 'cache-control': { schema: text, example: 'private' } })).get('cache-control')).toBe('private');
  });

  test.each(['W/"4"', '"4"', '"3", W/"4"', '*'])('If-None-Match: %s is answered with 304 and no body', async (tag) => {
    const answer = await serving(tagged).request('/small/one', { headers: { 'If-None-Match': tag } });
    expect([answer.status, answer.headers.get('etag'), await answer.text()]).toEqual([304, 'W/"4"', '']);
  });

  test('another version is sent whole', async () => {
    expect((await serving(tagged).request('/small/one', { headers: { 'If-None-Match': 'W/"3"' } })).status).toBe(200);
  });
});

describe('redirects', () => {
  const go = (location: object, more: object = {}) =>
    sandboxOf(
      contractOf({
        '/go': { get: { operationId: 'go', responses: { 302: { description: 'There', headers: { Location: location } } } }, ...more },
        '/there/{id}': {
          get: {
            parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
            responses: { 200: answers({}, { example: 'here' }) },
          },
        },
      }),
    );
  const target = async (location: object) => {
    const sandbox = go(location);
    const answer = await sandbox.request('/small/go', { redirect: 'manual' });
    return { sandbox, status: answer.status, location: answer.headers.get('location') ?? '' };
  };

  test('a client’s own address is sent as documented', async () => {
    const example = 'https://client.example.com/cb?code=abc&state=1';
    expect(await target({ schema: text, example })).toMatchObject({ status: 302, location: example });
  });

  test.each([
    'https://small.example/small/there/7?x=1',
    'https://int.api.service.nhs.uk/small/there/7?x=1',
    '/small/there/7?x=1',
    '_baseUrl_/there/7?x=1',
  ])('%s is served here, so it leads here', async (example) => {
    const { sandbox, location } = await target({ schema: text, example });
    expect(location).toBe('http://sandbox.test/small/there/7?x=1');
    expect(await (await sandbox.request(location)).json()).toBe('here');
  });

  test('a target of the platform that is not served leads to an answer that says so', async () => {
    const { sandbox, location } = await target({ schema: text, example: 'https://api.service.nhs.uk/other/things/7?y=2' });
    expect(location).toBe('http://sandbox.test/_sandbox/elsewhere?address=api.service.nhs.uk/other/things/7?y=2');
    const answer = await sandbox.request(location);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
    expect((await answer.json()).detail).toContain('https://api.service.nhs.uk/other/things/7?y=2');
  });

  test.each([{ required: true, schema: text }, { schema: { ...text, format: 'uri' } }])(
    'without a documented target it leads to an answer, and never to itself',
    async (header) => {
      const { sandbox, location } = await target(header);
      expect(location).not.toContain('/small/go');
      expect((await sandbox.request(location)).status).toBe(200);
    },
  );

  test('see-other after a POST leads to what GET shows', async () => {
    const { request } = sandboxOf(
      contractOf({
        '/go': {
          get: { responses: { 200: answers({}, { example: 'state' }) } },
          post: { responses: { 303: { description: 'See', headers: { Location: { schema: text } } } } },
        },
      }),
    );
    const { headers } = await request('/small/go', { method: 'POST', redirect: 'manual' });
    expect(headers.get('location')).toBe('http://sandbox.test/small/go');
  });
});

test('a Link header names this sandbox, and no other page', async () => {
  const example =
    '<https://small.example/small/one?page=9>; rel="last", <https://small.example/small/one?page=2>; rel="next", <https://small.example/small/one>; rel="collection", <https://help.example/>; rel="help"';
  expect((await ask({ Link: { schema: text, example } })).get('link')).toBe(
    '<http://sandbox.test/small/one>; rel="last", <http://sandbox.test/small/one>; rel="collection", <https://help.example/>; rel="help"',
  );
});

test('a documented Location of what was made has the id of what was made', async () => {
  const made = { type: 'object', required: ['id'], properties: { id: { type: 'string', format: 'uuid' } } };
  const example = 'https://small.example/small/jobs/a2d10720-9e72-4ae4-be72-8cbe1be292d1?view=full';
  const { send } = sandboxOf(
    contractOf({ '/jobs': { post: { responses: { 201: { ...answers(made), headers: { Location: { schema: text, example } } } } } } }),
  );
  const answer = await send('POST', '/small/jobs', {});
  const { id } = await answer.json();
  expect(answer.headers.get('location')).toBe(`http://sandbox.test/small/jobs/${id}?view=full`);
});
