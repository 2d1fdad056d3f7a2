/** HTTP as every API of the gateway speaks it: methods, negotiation, correlation ids, CORS and monitoring. */
import { describe, expect, test } from 'vitest';
import { sandboxOf } from '../sandbox.ts';
import { answers, contractOf } from './small-contract.ts';
import { notebook, notebookText, notes, refusal } from './notebook.ts';

const ids = { 'X-Request-ID': '60e0b220-8136-4ca5-ae46-1d97ef59d068', 'X-Correlation-ID': '11c46f5f-cdef-4865-94b2-0ce0edcc26da' };

describe('HEAD', () => {
  test('is answered as GET, without the body', async () => {
    const { request } = sandboxOf(notebook);
    const [get, head] = [await request(`${notes}/first`), await request(`${notes}/first`, { method: 'HEAD' })];
    expect(head.status).toBe(200);
    expect(head.headers.get('content-type')).toBe(get.headers.get('content-type'));
    expect(await head.text()).toBe('');
  });

  test('is 404 where GET is', async () => {
    const response = await sandboxOf(notebook).request(`${notes}/second`, { method: 'HEAD' });
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
  });
});

describe('OPTIONS', () => {
  test('says what a path allows', async () => {
    const response = await sandboxOf(notebook).request(notes, { method: 'OPTIONS' });
    expect(response.status).toBe(204);
    expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS, POST');
  });

  test('lets a browser send what it asks to send', async () => {
    const headers = {
      Origin: 'https://app.example',
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'authorization, content-type',
    };
    const response = await sandboxOf(notebook).request(notes, { method: 'OPTIONS', headers });
    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe('https://app.example');
    expect(response.headers.get('access-control-allow-methods')).toContain('GET, PUT, POST, PATCH, DELETE');
    expect(response.headers.get('access-control-max-age')).toBe('3628800');
    expect(response.headers.get('access-control-allow-headers')).toBe('authorization, content-type');
    expect(response.headers.has('access-control-allow-credentials')).toBe(false);
  });

  test.each([notes, `${notes}/nobody`, '/notebook/nothing'])('and %s may be read by any page, errors too', async (path) => {
    const response = await sandboxOf(notebook).request(path, { headers: { Origin: 'https://app.example' } });
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-expose-headers')).toBe('*');
  });
});

describe('an unknown path or method', () => {
  test.each(['/notebook', '/notebook/nothing', '/notebook/notes/first/second', '/notebook/Notes'])(
    'GET %s is 404 in the shape of the API',
    async (path) => {
      expect((await refusal(await sandboxOf(notebook).request(path), 404)).message).not.toBe('');
    },
  );

  test.each([
    ['PUT', notes, 'GET, HEAD, OPTIONS, POST'],
    ['DELETE', notes, 'GET, HEAD, OPTIONS, POST'],
    ['POST', `${notes}/first`, 'GET, HEAD, OPTIONS, PATCH'],
    ['PROPFIND', `${notes}/first`, 'GET, HEAD, OPTIONS, PATCH'],
  ])('%s %s is 405 and says what is allowed', async (method, path, allow) => {
    const response = await sandboxOf(notebook).request(path, { method });
    expect(response.headers.get('allow')).toBe(allow);
    expect((await refusal(response, 405)).message).toContain(allow);
  });

  test('doubled and trailing slashes are forgiven, with a note in the trace', async () => {
    const { request } = sandboxOf(notebook);
    const notesOf = async (path: string) => {
      const answer = await request(path);
      expect(answer.status).toBe(200);
      return (await (await request(answer.headers.get('x-sandbox-trace') ?? '')).json()).notes;
    };
    for (const path of ['/notebook//notes/first', '/notebook/notes/first/', '//notebook/notes//first//'])
      expect((await notesOf(path)).join()).toContain('slashes');
    expect(await notesOf('/notebook/notes/first')).toEqual([]);
  });

  test('a NUL in a path is called a NUL', async () => {
    const { message } = await refusal(await sandboxOf(notebook).request('/notebook/notes/a%00b'), 400);
    expect(message).toContain('NUL');
  });
});

describe('Accept', () => {
  test.each(['text/html', 'application/xml', 'image/*', 'application/json;q=0'])(
    '%s is 406 with a body the client can still read',
    async (accept) => {
      const { message } = await refusal(await sandboxOf(notebook).request(`${notes}/first`, { headers: { accept } }), 406);
      expect(message).toContain('application/json');
    },
  );

  test.each([
    'application/json',
    'application/*',
    '*/*',
    'text/html, */*;q=0.1',
    'application/json; charset=utf-8',
    'text/html;q=0.9,application/json;q=0.8',
  ])('%s is answered', async (accept) => {
    expect((await sandboxOf(notebook).request(`${notes}/first`, { headers: { accept } })).status).toBe(200);
  });
});

describe('every answer', () => {
  const places: readonly (readonly [string, string])[] = [
    ['GET', `${notes}/first`],
    ['GET', `${notes}/nobody`],
    ['GET', `${notes}?page[size]=big`],
    ['PUT', notes],
    ['POST', notes],
    ['GET', '/notebook/nothing'],
    ['GET', `${notes}/%ZZ`],
    ['GET', '/elsewhere'],
    ['GET', '/notebook/_status'],
    ['OPTIONS', notes],
  ];

  test.each(places)('%s %s says that it is synthetic, explains itself and is not stored', async (method, path) => {
    const response = await sandboxOf(notebook).request(path, { method });
    expect(response.headers.get('x-sandbox-data')).toBe('synthetic');
    expect(response.headers.get('x-sandbox-trace')).toMatch(/\/_sandbox\/trace\/[0-9a-f]{32}$/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test.each(places)('%s %s gives correlation ids back', async (method, path) => {
    const response = await sandboxOf(notebook).request(path, { method, headers: ids });
    expect([response.headers.get('x-request-id'), response.headers.get('x-correlation-id')]).toEqual(Object.values(ids));
  });

  test.each(['a b', '<script>', `${'a'.repeat(65)}`, '${jndi}', 'a"b', "a'b", 'a;b', 'é', '../../x', 'a,b', 'a=b'])(
    'LOG-2: the id “%s” is not given back',
    async (id) => {
      const { request } = sandboxOf(notebook);
      for (const path of [`${notes}/first`, `${notes}/nobody`])
        expect((await request(path, { headers: { 'X-Request-ID': id } })).headers.has('x-request-id')).toBe(false);
    },
  );

  test.each(['abc-123', 'A_1.b:c', 'a'.repeat(64)])('LOG-2: the plain id “%s” is given back', async (id) => {
    const response = await sandboxOf(notebook).request(`${notes}/first`, { headers: { 'X-Correlation-ID': id } });
    expect(response.headers.get('x-correlation-id')).toBe(id);
  });
});

describe('monitoring', () => {
  test('_ping answers below what the platform takes for the base, too', async () => {
    const text = contractOf({ '/Jar': { get: { responses: { 200: answers({}, { example: 1 }) } } } }, { base: '/jars/FHIR/R4' });
    for (const path of ['/jars/_ping', '/jars/_status', '/jars/FHIR/R4/_ping'])
      expect((await sandboxOf(text).request(path)).status).toBe(200);
  });

  test('_ping says which contract answers', async () => {
    const response = await sandboxOf(notebook).request('/notebook/_ping');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      version: '3.0.0',
      revision: expect.any(String),
      releaseId: expect.any(String),
      commitId: expect.any(String),
    });
  });

  test('_status is for the platform’s own monitoring where access is strict, and _ping for everybody', async () => {
    const { request } = sandboxOf(notebook);
    const ask = (path: string, headers: Record<string, string>) => request(path, { headers: { 'X-Sandbox-Access': 'strict', ...headers } });
    for (const headers of [{}, { apikey: 'guessed' }]) {
      const refused = await ask('/notebook/_status', headers);
      expect([refused.status, await refused.json()]).toEqual([
        401,
        {
          error: 'Access Denied',
          error_description: 'Invalid api key for _status monitoring endpoint',
          message_id: expect.stringMatching(/^rrt-/),
        },
      ]);
      const trace = await request(refused.headers.get('x-sandbox-trace') ?? '');
      expect(await trace.text()).toContain('has to be nhs-api-sandbox-status');
    }
    expect((await ask('/oauth2/_status', {})).status).toBe(401);
    expect((await ask('/notebook/_status', { apikey: 'nhs-api-sandbox-status' })).status).toBe(200);
    expect((await ask('/notebook/_ping', {})).status).toBe(200);
  });

  test('_status passes and says what it checked', async () => {
    const response = await sandboxOf(notebook).request('/notebook/_status');
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ status: 'pass', version: '3.0.0', checks: expect.any(Object) });
  });

  test('an operation of that name in the contract wins', async () => {
    const own = notebookText.replace(
      '  /notes:\n',
      "  /_ping:\n    get: { operationId: own, responses: { '200': { description: x, content: { application/json: { example: mine, schema: { type: string } } } } } }\n  /notes:\n",
    );
    expect(await (await sandboxOf(own).request('/notebook/_ping')).json()).toBe('mine');
  });
});
