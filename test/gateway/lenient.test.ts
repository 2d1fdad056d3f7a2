/** Checks as warnings: a request that breaks its contract is answered, and its trace says what is wrong with it. */
import { expect, test } from 'vitest';
import { sandboxOf, type Sandbox } from '../sandbox.ts';

const contract = JSON.stringify({
  openapi: '3.0.3',
  info: { title: 'Jars', version: '1' },
  servers: [{ url: '/j' }],
  paths: {
    '/jars': {
      post: {
        parameters: [{ name: 'X-Request-ID', in: 'header', required: true, schema: { type: 'string', format: 'uuid' } }],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { type: 'object', required: ['label'], properties: { label: { type: 'string' }, size: { type: 'integer' } } },
            },
          },
        },
        responses: {
          201: {
            description: 'made',
            content: {
              'application/json': { schema: { type: 'object', properties: { id: { type: 'string' }, label: { type: 'string' } } } },
            },
          },
        },
      },
      get: {
        parameters: [{ name: 'limit', in: 'query', required: true, schema: { type: 'integer', maximum: 5 } }],
        responses: {
          200: { description: 'all', content: { 'application/json': { schema: { type: 'array', items: { type: 'object' } } } } },
        },
      },
    },
    '/jars/{id}': {
      get: {
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        responses: {
          200: {
            description: 'one',
            content: {
              'application/json': { schema: { type: 'object', properties: { id: { type: 'string' }, label: { type: 'string' } } } },
            },
          },
        },
      },
    },
  },
});
const lenient = (): Sandbox => sandboxOf(contract, { settings: { checks: 'warn' }, tolerateDefects: true });

async function notesOf(sandbox: Sandbox, answer: Response): Promise<readonly string[]> {
  const trace = await (await sandbox.request(answer.headers.get('x-sandbox-trace') ?? '')).json();
  return trace.notes.filter((line: string) => line.startsWith('Not enforced'));
}

test.each<[string, string, string, unknown, RegExp[]]>([
  ['a missing header', 'POST', '/j/jars', { label: 'a' }, [/header parameter X-Request-ID is required/]],
  [
    'a missing member and a wrong one',
    'POST',
    '/j/jars',
    { size: 'x' },
    [/X-Request-ID/, /body at \/label is required/, /body at \/size must be a whole number/],
  ],
  ['a missing parameter', 'GET', '/j/jars', undefined, [/query parameter limit is required/]],
  ['a parameter out of its limits', 'GET', '/j/jars?limit=9', undefined, [/query parameter limit must be 5 or less/]],
  ['a missing body', 'POST', '/j/jars', undefined, [/X-Request-ID/, /body is required/]],
])('%s is noted, and the request answered', async (_name, method, path, body, wanted) => {
  const sandbox = lenient();
  const answer = await sandbox.send(method, path, body);
  expect(answer.status).toBeLessThan(300);
  expect(await notesOf(sandbox, answer)).toEqual(wanted.map((line) => expect.stringMatching(line)));
  expect((await sandboxOf(contract).send(method, path, body)).status).toBe(400);
});

test('a body of another type is noted', async () => {
  const sandbox = lenient();
  const answer = await sandbox.send('POST', '/j/jars', 'label: a', { 'Content-Type': 'application/yaml' });
  expect(answer.status).toBe(201);
  expect(await notesOf(sandbox, answer)).toContainEqual(expect.stringMatching(/Content-Type must be application\/json/));
});

test('what was sent is kept, right or wrong', async () => {
  const sandbox = lenient();
  const made = await sandbox.send('POST', '/j/jars', { label: 'mine', lid: true });
  expect(await (await sandbox.request(made.headers.get('location') ?? '')).json()).toMatchObject({ label: 'mine' });
});

test('a request that cannot be read, or is too large, is refused all the same', async () => {
  const sandbox = lenient();
  expect((await sandbox.send('POST', '/j/jars', '{"label":')).status).toBe(400);
  expect((await sandbox.send('POST', '/j/jars', { label: 'x'.repeat(2 ** 20) })).status).toBe(413);
  expect((await sandbox.request('/j/jars?limit=%00')).status).toBe(400);
});
