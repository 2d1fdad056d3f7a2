/** Whatever is broken in a contract of several files, it is served as far as it goes or refused by name: never a crash, never without end. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../../../../src/contract/contract.ts';
import { loadContract } from '../../../../src/contract/load.ts';
import { planApi } from '../../../../src/plan/api-plan.ts';
import { refusedExamples, relaxedQuirks } from '../../../../src/plan/requests/relaxed.ts';
import { runs } from '../../../runs.ts';

type Draft = { [key: string]: Json };

const whole = (): Draft => ({
  'farm.json': {
    openapi: '3.2.0',
    $self: 'https://example.org/farm',
    servers: [{ url: '/f' }],
    paths: {
      '/a': { $ref: 'paths.json#/a' },
      '/b/{id}': {
        parameters: [
          { $ref: 'parts.json#/p' },
          { name: 'q', in: 'querystring', content: { 'application/x-www-form-urlencoded': { schema: { $ref: 'parts.json#/s' } } } },
        ],
        query: {
          requestBody: {
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/A' },
                examples: { x: { $ref: 'parts.json#/e' }, y: { externalValue: 'v.json' } },
              },
            },
          },
          responses: { 200: { description: 'ok', content: { 'application/jsonl': { itemSchema: { $ref: '#an' } } } } },
        },
        additionalOperations: { COPY: { responses: {} } },
      },
    },
    components: {
      schemas: {
        A: {
          $id: 'a',
          $anchor: 'an',
          oneOf: [{ $ref: 'parts.json#/s' }, { $ref: '#/components/schemas/B' }],
          discriminator: { propertyName: 'k', mapping: { z: 'parts.json#/s' } },
        },
        B: {
          allOf: [{ $ref: '#/components/schemas/A' }, { properties: { x: { $dynamicRef: '#d' } } }],
          $defs: { d: { $dynamicAnchor: 'd', type: 'string', pattern: String.raw`\\d`, example: '1' } },
        },
      },
    },
  },
  'paths.json': {
    a: { post: { operationId: 'p', requestBody: { $ref: 'parts.json#/b' }, responses: { 201: { $ref: 'parts.json#/r' } } } },
  },
  'parts.json': {
    p: { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
    s: { type: 'object', properties: { k: { enum: ['z'] }, n: { $ref: '#/s' } } },
    e: { value: { k: 'q' } },
    b: { content: { 'application/json': { schema: { $ref: '#/s' }, example: { k: 'y', m: { $ref: 'v.json' } } } } },
    r: { description: 'ok', headers: { H: { $ref: '#/h' } }, content: { 'application/json': { schema: { $ref: '#/s' } } } },
    h: { schema: { type: 'integer' } },
  },
  'v.json': { k: 'z' },
});

const references = [
  '#',
  '#/components',
  '#an',
  'parts.json',
  'parts.json#/s',
  'farm.json#/components/schemas/A',
  '../up.json',
  'none.json',
  'a',
  '#/s',
  'v.json',
];
const junk: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    null,
    5,
    '',
    'x',
    true,
    [],
    {},
    [1],
    ['a'],
    { $ref: 5 },
    { $dynamicRef: '#d' },
    { $dynamicRef: 3 },
    { externalValue: 4 },
    'parts.json#/s',
  ),
  fc.constantFrom(...references).map((ref): Json => ({ $ref: ref })),
  fc.constantFrom(...references).map((ref): Json => ({ externalValue: ref })),
  fc.constantFrom(...references).map((ref): Json => ({ properties: { $ref: ref }, allOf: [{ $ref: ref }] })),
  fc.constantFrom(...references).map((ref): Json => ({ value: { $ref: ref } })),
);
const keys = [
  '$ref',
  '$id',
  '$anchor',
  'itemSchema',
  'oneOf',
  'discriminator',
  'examples',
  'parameters',
  'paths',
  'components',
  'additionalOperations',
  'pattern',
  'required',
  'mapping',
  'content',
  'properties',
];
const damage = fc.record({ place: fc.nat(), by: junk, how: fc.constantFrom('replace', 'delete', ...keys) });

function membersIn(node: Json, found: [Draft, string][] = []): [Draft, string][] {
  if (typeof node !== 'object' || node === null) return found;
  for (const [key, child] of Object.entries(node)) {
    found.push([node as Draft, key]);
    membersIn(child, found);
  }
  return found;
}

test('any damage is survived', () => {
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (damages) => {
      const files = whole();
      for (const { place, by, how } of damages) {
        const members = membersIn(files);
        const [holder, key] = members[place % members.length] ?? [files, 'farm.json'];
        if (how === 'delete') delete holder[key];
        else holder[how === 'replace' ? key : how] = structuredClone(by);
      }
      const textOf = (path: string): string | undefined => (files[path] === undefined ? undefined : JSON.stringify(files[path]));
      try {
        const contract = loadContract({
          name: 'farm.json',
          text: textOf('farm.json') ?? '',
          beside: (path) => {
            const text = textOf(path);
            return text === undefined ? { problem: 'missing' } : { text };
          },
        });
        const plan = planApi(contract);
        relaxedQuirks(plan);
        refusedExamples(plan);
        for (const { body, responses } of contract.operations) {
          for (const { schema } of [...(body?.content ?? []), ...[...responses.values()].flatMap(({ content }) => content)]) {
            if (schema) contract.check(schema, { k: 'z', n: { k: 1 } });
          }
        }
      } catch (error) {
        expect(error).toMatchObject({ name: 'ContractError' });
      }
    }),
    { numRuns: runs(100) },
  );
});
