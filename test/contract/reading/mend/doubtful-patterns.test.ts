/** Patterns that can hardly be meant: said at load, and not enforced of requests where the contract's own examples show it. */
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../../src/contract/contract.ts';
import { sandboxOf } from '../../../sandbox.ts';
import { withBody } from '../../documents.ts';

const effects = (schema: JsonObject): string[] => {
  const { contract, body } = withBody(schema);
  return contract.quirks.map(({ effect, pointer }) => `${effect} ${pointer.slice(body.pointer.length)}`);
};

describe('a pattern', () => {
  test.each([
    ['escaped twice', String.raw`^[A-Za-z]\\d{5}$`, 'backslash'],
    ['escaped twice throughout', String.raw`^\\w+@\\w+$`, 'backslash'],
    ['between slashes', '/^[0-9]{6}$/', 'slashes'],
    ['between slashes, with flags', '^[a-z]+$/i', 'slashes'],
    ['that is a sentence', 'Must be a valid postcode in capitals', 'sentence'],
    ['that is a sentence about characters', 'must not match <(.|\n)*?>', 'sentence'],
  ])('%s is a hint', (_what, pattern, why) => {
    expect(withBody({ type: 'string', pattern }).contract.quirks).toMatchObject([
      { effect: 'hint', message: expect.stringContaining(why) },
    ]);
  });

  test.each([
    String.raw`^\d{5}$`,
    String.raw`^https\:\/\/example\.org\/Id\|(\d+)$`,
    String.raw`^[A-Z]:\\dir\\file$`,
    String.raw`^\\\d+$`,
    '^[a-z]+/[a-z]+$',
    '[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+',
    '^(entered in error|final version)$',
    'Bearer [a-z]+',
    '',
  ])('such as %s is taken as it stands', (pattern) => {
    expect(effects({ type: 'string', pattern })).toEqual([]);
  });

  test.each<[string, JsonObject, string[]]>([
    ['its example does not match', { pattern: '^[a-z]+$', example: 'ABC' }, ['relaxed /pattern']],
    ['none of its examples matches', { pattern: String.raw`^\\d$`, examples: ['1', '2'] }, ['relaxed /pattern']],
    ['none of its values matches', { pattern: '^[0-9]$', enum: ['a', 'b'] }, ['relaxed /pattern']],
    ['one of its examples matches', { pattern: '^[a-z]+$', examples: ['ABC', 'abc'] }, []],
    [
      'its doubtful form matches its example',
      { pattern: 'a sentence for the people', example: 'it is a sentence for the people here' },
      [],
    ],
    ['its example is no text', { pattern: '^[a-z]+$', example: 5 }, []],
  ])('of which %s', (_what, schema, want) => {
    expect(effects({ type: 'string', ...schema })).toEqual(want);
  });
});

test('what a schema’s own example breaks is let through in requests, wherever the schema stands, and noted', async () => {
  const code: JsonObject = { type: 'string', pattern: String.raw`^[A-Z]\\d$`, maxLength: 4, example: 'A1' };
  const sandbox = sandboxOf(
    JSON.stringify({
      openapi: '3.0.3',
      servers: [{ url: '/t' }],
      paths: {
        '/things': {
          post: {
            operationId: 'add',
            parameters: [{ name: 'q', in: 'query', schema: { $ref: '#/components/schemas/Code' } }],
            requestBody: {
              content: {
                'application/json': {
                  schema: {
                    type: 'object',
                    properties: {
                      code: { $ref: '#/components/schemas/Code' },
                      codes: { type: 'array', items: { $ref: '#/components/schemas/Code' } },
                    },
                  },
                },
              },
            },
            responses: { 202: { description: 'ok' }, 400: { description: 'no' } },
          },
        },
      },
      components: { schemas: { Code: code } },
    }),
  );
  const taken = await sandbox.send('POST', '/t/things?q=C3', { code: 'A1', codes: ['B2', 'C3'] });
  expect(taken.status).toBe(202);
  const trace = await sandbox.request(new URL(taken.headers.get('x-sandbox-trace') ?? '').pathname);
  expect(
    ((await trace.json()) as { notes: string[] }).notes.filter((line) => line.includes('"pattern" was not enforced')).length,
  ).toBeGreaterThanOrEqual(2);
  for (const [query, body] of [
    ['A1', { code: 'A1234' }],
    ['A1', { code: 5 }],
    ['A1234', { code: 'A1' }],
  ] as const) {
    expect((await sandbox.send('POST', `/t/things?q=${query}`, body)).status).toBe(400);
  }
});
