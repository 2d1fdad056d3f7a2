/** Swagger 2.0 where it differs from OpenAPI: lists and their separators, bodies that operations share. */
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../../src/contract/contract.ts';
import { loadContract } from '../../../../src/contract/load.ts';
import { sandboxOf } from '../../../sandbox.ts';

const swagger = (paths: JsonObject, more: JsonObject = {}): string =>
  JSON.stringify({
    swagger: '2.0',
    info: { title: 'T', version: '1' },
    basePath: '/t',
    consumes: ['application/json'],
    produces: ['application/json'],
    paths,
    ...more,
  });
const answers: JsonObject = { 200: { description: 'ok' }, 400: { description: 'no' } };
const list: JsonObject = { name: 'n', type: 'array', items: { type: 'integer' }, maxItems: 2 };

describe('a list', () => {
  /** [format, a query that is right, one that is not]. */
  const queries: [string | undefined, string, string][] = [
    [undefined, 'n=1,2', 'n=1&n=2,3'],
    ['csv', 'n=1,2', 'n=1%7C2'],
    ['ssv', 'n=1%202', 'n=1,2'],
    ['ssv', 'n=1+2', 'n=1+x'],
    ['tsv', 'n=1%092', 'n=1,2'],
    ['tsv', 'n=1', 'n=1%092%093'],
    ['pipes', 'n=1|2', 'n=1,2'],
    ['pipes', 'n=1%7c2', 'n=1|2|3'],
    ['multi', 'n=1&n=2', 'n=1,2'],
  ];
  test.each(queries)('of format %s takes ?%s and refuses ?%s', async (collectionFormat, right, wrong) => {
    const parameter = { in: 'query', ...list, ...(collectionFormat && { collectionFormat }) };
    const text = swagger({ '/l': { get: { operationId: 'l', parameters: [parameter], responses: answers } } });
    const { request } = sandboxOf(text);
    expect((await request(`/t/l?${right}`)).status).toBe(200);
    expect((await request(`/t/l?${wrong}`)).status).toBe(400);
    expect(loadContract({ name: 't', text }).quirks).toEqual([]);
  });

  test.each([
    ['csv', '1,2'],
    ['tsv', '1\t2'],
    ['pipes', '1|2'],
    ['ssv', '1 2'],
  ])('of format %s is read in a header and in a path as well', async (collectionFormat, right) => {
    const { request } = sandboxOf(
      swagger({
        '/l/{n}': {
          get: { operationId: 'p', parameters: [{ in: 'path', required: true, ...list, collectionFormat }], responses: answers },
        },
        '/h': { get: { operationId: 'h', parameters: [{ in: 'header', ...list, name: 'X-N', collectionFormat }], responses: answers } },
      }),
    );
    expect((await request(`/t/l/${encodeURIComponent(right)}`)).status).toBe(200);
    expect((await request('/t/l/1;2')).status).not.toBe(200);
    expect((await request('/t/h', { headers: { 'X-N': right } })).status).toBe(200);
    expect((await request('/t/h', { headers: { 'X-N': `${right};3` } })).status).toBe(400);
  });

  test.each([
    ['csv', 'n=1,2'],
    ['tsv', 'n=1%092'],
    ['multi', 'n=1&n=2'],
  ])('of format %s is read in a form', async (collectionFormat, body) => {
    const type = 'application/x-www-form-urlencoded';
    const { request } = sandboxOf(
      swagger({
        '/f': {
          post: { operationId: 'f', consumes: [type], parameters: [{ in: 'formData', ...list, collectionFormat }], responses: answers },
        },
      }),
    );
    const send = (text: string): Promise<Response> => request('/t/f', { method: 'POST', headers: { 'Content-Type': type }, body: text });
    expect((await send(body)).status).toBe(200);
    expect((await send('n=x')).status).toBe(400);
  });

  test('that operations share is read in the same way', async () => {
    const { request } = sandboxOf(
      swagger(
        {
          '/a': { parameters: [{ $ref: '#/parameters/N' }], get: { operationId: 'a', responses: answers } },
          '/b': { get: { operationId: 'b', parameters: [{ $ref: '#/parameters/N' }], responses: answers } },
        },
        { parameters: { N: { in: 'query', ...list, collectionFormat: 'tsv' } } },
      ),
    );
    for (const path of ['a', 'b']) {
      expect((await request(`/t/${path}?n=1%092`)).status).toBe(200);
      expect((await request(`/t/${path}?n=1,2`)).status).toBe(400);
    }
  });
});

test('a body that operations refer to is checked', async () => {
  const { send } = sandboxOf(
    swagger(
      {
        '/a': { post: { operationId: 'a', parameters: [{ $ref: '#/parameters/Body' }], responses: answers } },
        '/b': {
          put: {
            operationId: 'b',
            parameters: [{ $ref: '#/parameters/Body' }, { in: 'query', name: 'q', type: 'integer' }],
            responses: answers,
          },
        },
      },
      { parameters: { Body: { in: 'body', name: 'body', required: true, schema: { type: 'object', required: ['name'] } } } },
    ),
  );
  for (const [method, path] of [
    ['POST', '/t/a'],
    ['PUT', '/t/b?q=1'],
  ] as const) {
    expect((await send(method, path, { name: 'x' })).status).toBe(200);
    expect((await send(method, path, {})).status).toBe(400);
    expect((await send(method, path)).status).toBe(400);
  }
  expect((await send('PUT', '/t/b?q=x', { name: 'x' })).status).toBe(400);
});
