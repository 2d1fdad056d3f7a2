/** A write-only member that was sent is in no answer, and none is made up. */
import { expect, test } from 'vitest';
import { sandboxOf, type Sandbox } from '../sandbox.ts';

const ref = { $ref: '#/components/schemas/Account' };
const json = { 'application/json': { schema: ref } };
const id = [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }];

function accounts(Account: object): Sandbox {
  return sandboxOf(
    JSON.stringify({
      openapi: '3.0.3',
      info: { title: 'Accounts', version: '1' },
      servers: [{ url: '/a' }],
      paths: {
        '/accounts': {
          post: {
            requestBody: { required: true, content: json },
            responses: { 201: { description: 'made', content: json }, 400: { description: 'bad' } },
          },
          get: { responses: { 200: { description: 'all', content: { 'application/json': { schema: { type: 'array', items: ref } } } } } },
        },
        '/accounts/{id}': {
          parameters: id,
          get: { responses: { 200: { description: 'one', content: json }, 404: { description: 'none' } } },
          put: { requestBody: { required: true, content: json }, responses: { 200: { description: 'put', content: json } } },
          patch: {
            requestBody: { required: true, content: { 'application/merge-patch+json': { schema: { type: 'object' } } } },
            responses: { 200: { description: 'patched', content: json } },
          },
        },
        '/example': { get: { responses: { 200: { description: 'made up', content: json } } } },
      },
      components: { schemas: { Account, Secrets: { type: 'object', required: ['pin'], properties: { pin: secret } } } },
    }),
  );
}

const secret = { type: 'string', writeOnly: true };
const base = { type: 'object', required: ['id', 'name', 'secret'] };
const members = { id: { type: 'string', readOnly: true }, name: { type: 'string' } };

test.each<[string, object, object]>([
  ['required', { ...base, properties: { ...members, secret } }, { secret: 'hush' }],
  [
    'deep',
    {
      ...base,
      required: ['login'],
      properties: { ...members, login: { type: 'object', required: ['key'], properties: { user: { type: 'string' }, key: secret } } },
    },
    { login: { user: 'u', key: 'hush' } },
  ],
  [
    'in a list',
    {
      ...base,
      required: ['keys'],
      properties: { ...members, keys: { type: 'array', items: { type: 'object', required: ['key'], properties: { key: secret } } } },
    },
    { keys: [{ key: 'hush' }] },
  ],
  ['inherited', { allOf: [{ type: 'object', properties: members }, { $ref: '#/components/schemas/Secrets' }] }, { pin: 'hush' }],
  [
    'a whole object',
    {
      type: 'object',
      required: ['card'],
      properties: { ...members, card: { type: 'object', writeOnly: true, properties: { number: { type: 'string' } } } },
    },
    { card: { number: 'hush' } },
  ],
])('a secret, %s', async (_name, schema, secrets) => {
  const sandbox = accounts(schema);
  const texts: string[] = [];
  const seen = async (answer: Promise<Response>): Promise<Response> => {
    const response = await answer;
    expect(response.status).toBeLessThan(300);
    texts.push(await response.clone().text());
    return response;
  };
  const made = await seen(sandbox.send('POST', '/a/accounts', { name: 'n', ...secrets }));
  const at = made.headers.get('location') ?? '';
  expect((await (await seen(sandbox.request(at))).json()).name).toBe('n');
  await seen(sandbox.request('/a/accounts'));
  await seen(sandbox.send('PUT', at, { name: 'm', ...secrets }));
  await seen(sandbox.send('PATCH', at, { name: 'o', ...secrets }, { 'Content-Type': 'application/merge-patch+json' }));
  expect((await (await seen(sandbox.request(at))).json()).name).toBe('o');
  await seen(sandbox.request('/a/example'));
  expect(texts.filter((text) => text.includes('hush') || /"(secret|key|pin|card)"/.test(text))).toEqual([]);
  expect((await sandbox.send('POST', '/a/accounts', { name: 'n' })).status).toBe(400);
});
