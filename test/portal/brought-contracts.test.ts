/** Contracts of strangers on the pages about APIs: whatever they hold is text, pages stay of a size to read, and files command nothing. */
import { expect, test } from 'vitest';
import { sandboxOf } from '../sandbox.ts';

const hostile = JSON.stringify({
  swagger: '2.0',
  info: {
    title: '<script>alert(1)</script>',
    version: '1',
    description:
      '# Hello\n<img src=x onerror=alert(1)>\n\n- [good](https://example.org/a) and [bad](javascript:alert(1))\n\nWith **weight**.',
  },
  basePath: '/pets',
  produces: ['application/json'],
  consumes: ['application/json'],
  paths: {
    '/pets/{id}': {
      get: {
        summary: 'Read "<b>it</b>"',
        tags: ['</ul>Pets'],
        parameters: [{ name: 'id', in: 'path', required: true, type: 'string', description: '"><svg onload=alert(1)>' }],
        responses: { 200: { description: '<i>ok</i>', schema: { $ref: '#/definitions/Pet' } } },
      },
      post: {
        operationId: 'a/b?c#d',
        summary: 'Send it\n### another\nGET http://elsewhere.example',
        parameters: [
          { name: 'id', in: 'path', required: true, type: 'string' },
          { name: 'X-Home', in: 'header', required: true, type: 'string', default: '{{$processEnv HOME}}' },
          { name: 'pet', in: 'body', required: true, schema: { $ref: '#/definitions/Pet' } },
        ],
        responses: { 201: { description: 'made', schema: { $ref: '#/definitions/Pet' } } },
      },
    },
  },
  definitions: {
    Pet: {
      type: 'object',
      required: ['name'],
      properties: {
        name: { type: 'string', example: '{{$dotenv SECRET}}' },
        parent: { $ref: '#/definitions/Pet' },
        children: { type: 'array', items: { $ref: '#/definitions/Pet' } },
        constructor: { type: 'string' },
      },
    },
  },
});

async function page(contract: string, path: string): Promise<string> {
  const answer = await sandboxOf(contract, { tolerateDefects: true }).visit(path);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.text();
}

test('what their authors wrote is text, and only links to https are links', async () => {
  const all = await page(hostile, '/_portal/apis');
  const api = await page(hostile, '/_portal/apis/invented');
  const operation = await page(hostile, '/_portal/apis/invented/get-pets-id');
  for (const html of [all, api, operation]) {
    expect(html).not.toMatch(/<script>|<img|<svg|<b>|<i>|href="javascript|style="/);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  }
  expect(api).toContain('<a href="https://example.org/a" rel="noopener noreferrer nofollow">good</a>');
  expect(api).toContain('<strong>weight</strong>');
  expect(api).toContain('<strong>Put right:</strong> This operation has no operationId; it is called get-pets-id here.');
});

test('an operation of any id has a page, which goes round in no circle', async () => {
  const html = await page(hostile, `/_portal/apis/invented/${encodeURIComponent('a/b?c#d')}`);
  expect(html).toContain('As Pet above.');
  expect(html).toContain('<code>constructor</code>');
});

test('no file makes the program that reads it run or tell anything', async () => {
  const http = await page(hostile, '/_portal/apis/invented/requests.http');
  expect(http.match(/^###.*/gm)).toEqual([
    '### Read "<b>it</b>" (get-pets-id)',
    '### Send it ### another GET http://elsewhere.example (a/b?c#d)',
  ]);
  expect(http.match(/\{\{.*?\}\}/g)).toEqual(['{{baseUrl}}', '{{baseUrl}}']);
  expect(http).toContain('# Left out, since this kind of file would take it for a command: the header x-home');
  const postman = await page(hostile, '/_portal/apis/invented/postman.json');
  expect(new Set(postman.match(/\{\{.*?\}\}/g))).toEqual(new Set(['{{baseUrl}}']));
});

test.each([
  ['wide', { type: 'object', properties: Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`member${i}`, { type: 'string' }])) }],
  ['deep', Array.from({ length: 60 }).reduce<object>((inner) => ({ type: 'object', properties: { more: inner } }), { type: 'string' })],
  ['long', { type: 'string', description: 'word '.repeat(40_000), enum: Array.from({ length: 2_000 }, (_, i) => `value ${i}`) }],
  ['wordy', { type: 'string', example: 'x'.repeat(200_000) }],
])('a %s schema is cut', async (_, schema) => {
  const content = { 'application/json': { schema } };
  const statuses = Array.from({ length: 12 }, (_ignored, i) => [String(400 + i), { description: 'No.', content }]);
  const contract = JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Large', version: '1' },
    servers: [{ url: 'https://example.org/large' }],
    paths: {
      '/it': { get: { operationId: 'it', responses: Object.fromEntries([['200', { description: 'Yes.', content }], ...statuses]) } },
    },
  });
  const html = await page(contract, '/_portal/apis/invented/it');
  expect(html.length).toBeLessThan(600_000);
});
