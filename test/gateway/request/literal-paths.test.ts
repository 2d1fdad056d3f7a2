/** A path of words stands for itself: what a template of the same shape can do is not asked of it, whatever the method. */
import { describe, expect, test } from 'vitest';
import { sandboxOf } from '../../sandbox.ts';
import { answers, contractOf, fault } from '../small-contract.ts';

const id = [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }];
const says = (example: string) => ({ responses: { 200: answers({}, { example }), 405: fault } });

const { request } = sandboxOf(
  contractOf({
    '/jars': { get: says('jars'), post: says('made') },
    '/jars/{id}': { parameters: id, get: says('jar'), patch: says('patched'), delete: says('gone') },
    '/jars/$count': { get: says('count') },
    '/jars/_search': { post: says('found') },
    '/jars/{id}:seal': { parameters: id, post: says('sealed') },
    '/jars/{id}/lid': { parameters: id, get: says('lid') },
    '/jars/best/lid': { put: says('best lid') },
    '/{kind}/{id}/lid': { parameters: [...id, { ...id[0], name: 'kind' }], head: says('') },
  }),
);
const ask = async (method: string, path: string) => {
  const answer = await request(`/small${path}`, { method });
  return [answer.status, answer.headers.get('allow') ?? (await answer.json())];
};

test.each([
  ['GET', '/jars/$count', 200, 'count'],
  ['GET', '/jars/%24count', 200, 'count'],
  ['POST', '/jars/_search', 200, 'found'],
  ['GET', '/jars/7', 200, 'jar'],
  ['POST', '/jars/7:seal', 200, 'sealed'],
  ['GET', '/jars/7/lid', 200, 'lid'],
  ['PUT', '/jars/best/lid', 200, 'best lid'],
])('%s %s is answered by the operation of that path', async (method, path, status, said) => {
  expect(await ask(method, path)).toEqual([status, said]);
});

describe('another method is 405 and names the methods of that path alone', () => {
  test.each([
    ['PATCH', '/jars/$count', 'GET, HEAD, OPTIONS'],
    ['DELETE', '/jars/$count', 'GET, HEAD, OPTIONS'],
    ['GET', '/jars/_search', 'OPTIONS, POST'],
    ['GET', '/jars/best/lid', 'OPTIONS, PUT'],
    ['PUT', '/jars/7/lid', 'GET, HEAD, OPTIONS'],
    ['POST', '/jars/7', 'DELETE, GET, HEAD, OPTIONS, PATCH'],
    ['PUT', '/jars', 'GET, HEAD, OPTIONS, POST'],
  ])('%s %s', async (method, path, allow) => {
    expect(await ask(method, path)).toEqual([405, allow]);
  });

  test.each([
    ['/jars/$count', 'GET, HEAD, OPTIONS'],
    ['/jars/_search', 'OPTIONS, POST'],
    ['/jars/7', 'DELETE, GET, HEAD, OPTIONS, PATCH'],
    ['/tins/7/lid', 'HEAD, OPTIONS'],
  ])('OPTIONS %s', async (path, allow) => {
    expect((await request(`/small${path}`, { method: 'OPTIONS' })).headers.get('allow')).toBe(allow);
  });
});

describe('HEAD', () => {
  const heads = sandboxOf(
    contractOf({
      '/only': {
        head: {
          responses: { 200: { description: 'Yes', headers: { 'X-Size': { required: true, schema: { type: 'integer' }, example: 20 } } } },
        },
      },
      '/both': {
        get: { responses: { 200: answers({}, { example: { text: 'Grüße' } }) } },
        head: { responses: { 204: { description: 'Yes', headers: { 'X-Kind': { schema: { type: 'string' }, example: 'head' } } } } },
      },
      '/read': { get: { responses: { 200: answers({}, { example: { text: 'Grüße' } }) } } },
    }),
  );

  test('declared alone is its own operation', async () => {
    const answer = await heads.request('/small/only', { method: 'HEAD' });
    expect([answer.status, answer.headers.get('x-size'), await answer.text()]).toEqual([200, '20', '']);
    expect((await heads.request('/small/only')).status).toBe(405);
  });

  test('declared beside GET is answered as it is declared', async () => {
    const answer = await heads.request('/small/both', { method: 'HEAD' });
    expect([answer.status, answer.headers.get('x-kind')]).toEqual([204, 'head']);
  });

  test('declared beside the read of an item knows which items there are', async () => {
    const parameters = [{ ...id[0], example: 'a1' }];
    const tagged = { ETag: { schema: { type: 'string' }, example: 'W/"3"' } };
    const { request: ask } = sandboxOf(
      contractOf({
        '/jars/{id}': {
          head: { parameters, responses: { 200: { description: 'Yes', headers: tagged }, 404: { description: 'No' } } },
          get: {
            parameters,
            responses: { 200: { ...answers({ type: 'object' }, { example: { id: 'a1' } }), headers: tagged }, 404: fault },
          },
        },
      }),
    );
    const known = await ask('/small/jars/a1', { method: 'HEAD' });
    expect([known.status, known.headers.get('etag'), await known.text()]).toEqual([200, 'W/"3"', '']);
    expect((await ask('/small/jars/b2', { method: 'HEAD' })).status).toBe(404);
  });

  test('not declared stands for GET, and says how long its body is', async () => {
    const read = await heads.request('/small/read');
    const answer = await heads.request('/small/read', { method: 'HEAD' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe(read.headers.get('content-type'));
    expect(answer.headers.get('content-length')).toBe(String((await read.arrayBuffer()).byteLength));
    expect(await answer.text()).toBe('');
  });
});

test('a path that only looks like one of an API’s own may be another template’s', async () => {
  const kinds = sandboxOf(
    contractOf({
      '/x/List{id}': { parameters: id, get: says('list') },
      '/{kind}/{id}': { parameters: [...id, { ...id[0], name: 'kind' }], get: says('any'), delete: says('none') },
    }),
  );
  expect(await (await kinds.request('/small/x/List7')).json()).toBe('list');
  expect(await (await kinds.request('/small/x/other')).json()).toBe('any');
});
