/** Laws of filling an error form: whatever an API documents, what is written fits it and names the fault. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../../src/contract/contract.ts';
import { loadContract } from '../../src/contract/load.ts';
import { contractOf, invalid, json, missing, operationOf, tooLong, write } from './small-contracts.ts';

const name = fc.constantFrom(
  'code',
  'message',
  'status',
  'title',
  'detail',
  'errors',
  'issue',
  'type',
  'id',
  'timestamp',
  'source',
  'pointer',
  'error',
  'meta',
  'ward',
  'extension',
  'constructor',
);

const leaf: fc.Arbitrary<Json> = fc.oneof(
  fc.constant<Json>({ type: 'string' }),
  fc.nat({ max: 60 }).map((maxLength): Json => ({ type: 'string', maxLength: maxLength + 1 })),
  fc.constantFrom<Json>({ type: 'string', format: 'uuid' }, { type: 'string', format: 'date-time' }, { type: 'string', format: 'uri' }),
  fc.constantFrom<Json>({ type: 'integer' }, { type: 'number', minimum: 3 }, { type: 'boolean' }, { type: ['string', 'null'] }),
  fc
    .uniqueArray(fc.constantFrom('NOT_FOUND', 'BAD_REQUEST', 'error', '400', 'Invalid value', 'x'), { minLength: 1, maxLength: 4 })
    .map((values): Json => ({ type: 'string', enum: values })),
  fc.constant<Json>({ const: 'fixed' }),
  fc.constant<Json>({ anyOf: [{ type: 'string' }, { type: 'integer' }] }),
);

const { schema } = fc.letrec<{ schema: Json; object: Json; array: Json; union: Json }>((tie) => ({
  schema: fc.oneof({ maxDepth: 4, withCrossShrink: true }, leaf, tie('object'), tie('array'), tie('union')),
  object: fc
    .record({
      members: fc.uniqueArray(fc.tuple(name, tie('schema'), fc.boolean()), { maxLength: 5, selector: ([key]) => key }),
      closed: fc.boolean(),
    })
    .map(({ members, closed }): Json => ({
      type: 'object',
      properties: Object.fromEntries(members.map(([key, member]) => [key, member])),
      required: members.filter(([, , required]) => required).map(([key]) => key),
      ...(closed && { additionalProperties: false }),
    })),
  array: fc
    .record({ items: tie('schema'), minItems: fc.nat({ max: 3 }), more: fc.nat({ max: 3 }) })
    .map(({ items, minItems, more }): Json => ({ type: 'array', items, minItems, maxItems: minItems + more + 1 })),
  union: fc
    .record({ kind: fc.constantFrom('anyOf', 'allOf'), one: tie('object'), two: leaf })
    .map(({ kind, one, two }): Json => (kind === 'allOf' ? { allOf: [one] } : { anyOf: [one, two] })),
}));

test('the body fits its schema', () => {
  fc.assert(
    fc.property(schema, (documented) => {
      const contract = contractOf({ read: { 400: json(documented) } });
      const media = operationOf(contract, 'read').responses.get('400')?.content[0];
      const { body } = write(contract, invalid(tooLong, missing));
      expect(body === undefined || !media?.schema ? [] : contract.check(media.schema, body)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('the same problem gives the same bytes, whatever was written before it', () => {
  fc.assert(
    fc.property(schema, (documented) => {
      const [a, b] = [contractOf({ read: { 400: json(documented) } }), contractOf({ read: { 400: json(documented) } })];
      write(a, { problem: 'malformed-body', message: 'Not JSON.' });
      write(a, invalid(missing));
      expect(JSON.stringify(write(a, invalid(tooLong, missing)))).toBe(JSON.stringify(write(b, invalid(tooLong, missing))));
    }),
    { numRuns: 150 },
  );
});

test('a schema that contains itself is written and ends', () => {
  const paths = { '/read': { get: { operationId: 'read', responses: { 400: json({ $ref: '#/components/schemas/Fault' }) } } } };
  const again: Json = { $ref: '#/components/schemas/Fault' };
  const properties = {
    message: { type: 'string' },
    error: again,
    errors: { type: 'array', items: again },
    detail: { anyOf: [again, { type: 'string' }] },
  };
  const components = { schemas: { Fault: { type: 'object', required: ['message'], properties } } };
  const text = JSON.stringify({ openapi: '3.1.0', info: { title: 'Endless', version: '1' }, paths, components });
  const contract = loadContract({ name: 'endless.json', text });
  expect(write(contract, invalid(tooLong)).body).toHaveProperty(
    'message',
    'The request body at /name/0/family must have at most 35 characters.',
  );
});
