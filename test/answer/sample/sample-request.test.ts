/** Requests that an operation accepts, and how they go on the wire. */
import { generatorOf } from '../../generator-of.ts';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderRequest } from '../../../src/answer/sample/render-request.ts';
import { sampleRequest } from '../../../src/answer/sample/sample-request.ts';
import { isRole } from '../../../src/meaning/roles/check-role.ts';
import type { Contract, Json, Operation } from '../../../src/contract/contract.ts';
import { loadContract } from '../../../src/contract/load.ts';

const options = { key: 'key', now: Date.UTC(2026, 0, 15) };

function operationOf(
  path: string,
  parameters: Json,
  requestBody?: Json,
  responses: Json = { 200: { description: 'ok' } },
): { readonly contract: Contract; readonly operation: Operation } {
  const text = JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Small', version: '1' },
    paths: { [path]: { post: { parameters, ...(requestBody === undefined ? {} : { requestBody }), responses } } },
  });
  const contract = loadContract({ name: 'small', text });
  const operation = contract.operations[0];
  if (!operation) throw new Error('there is one operation');
  return { contract, operation };
}

const text = { type: 'string' };

test('published examples are used where they fit, and made where they do not', () => {
  const { contract, operation } = operationOf('/a/{size}/{nhsNumber}', [
    { name: 'size', in: 'path', required: true, schema: { type: 'integer' }, example: 7 },
    { name: 'nhsNumber', in: 'path', required: true, schema: { type: 'string', pattern: '^\\d{10}$' }, example: 'not a number' },
    { name: 'left-out', in: 'query', schema: text },
  ]);
  const sample = sampleRequest(generatorOf(contract), operation, options);
  expect(sample.path['size']).toBe(7);
  expect(isRole('patient.nhsNumber', sample.path['nhsNumber'] ?? '')).toBe(true);
  expect(sample.query).toEqual({});
});

test('a path asks for an id that the contract publishes', () => {
  const responses = {
    200: { description: 'ok', content: { 'application/json': { schema: { type: 'object' }, example: { id: 'known-1' } } } },
  };
  const { contract, operation } = operationOf(
    '/things/{thingId}',
    [{ name: 'thingId', in: 'path', required: true, schema: text }],
    undefined,
    responses,
  );
  expect(sampleRequest(generatorOf(contract), operation, options).path).toEqual({ thingId: 'known-1' });
});

test('a body follows its example and is valid', () => {
  const schema = { type: 'object', required: ['a', 'b'], properties: { a: text, b: { type: 'integer' }, id: { ...text, readOnly: true } } };
  const { contract, operation } = operationOf('/things', [], { content: { 'application/json': { schema, example: { a: 'kept' } } } });
  expect(sampleRequest(generatorOf(contract), operation, options).body?.value).toEqual({ a: 'kept', b: expect.any(Number) });
});

test('parameters are written in their styles', () => {
  const array = { type: 'array', items: text };
  const { contract, operation } = operationOf('/things/{id}/$do', [
    { name: 'id', in: 'path', required: true, schema: text, example: 'a/b c' },
    { name: 'many', in: 'query', required: true, schema: array, example: ['x', 'y'] },
    { name: 'few', in: 'query', required: true, style: 'pipeDelimited', explode: false, schema: array, example: ['x', 'y'] },
    {
      name: 'deep',
      in: 'query',
      required: true,
      style: 'deepObject',
      schema: { type: 'object', properties: { a: text } },
      example: { a: '1' },
    },
    { name: 'X-Request-ID', in: 'header', required: true, schema: { type: 'string', format: 'uuid' } },
  ]);
  const rendered = renderRequest(operation, sampleRequest(generatorOf(contract), operation, options));
  expect(rendered).toMatchObject({
    method: 'POST',
    target: '/things/a%2Fb%20c/$do?many=x&many=y&few=x|y&deep[a]=1',
    headers: { accept: '*/*' },
  });
  expect(rendered.headers['x-request-id']).toMatch(/^[\da-f-]{36}$/);
});

test('forms and texts travel as what they are', () => {
  const form = operationOf('/token', [], {
    content: {
      'application/x-www-form-urlencoded': {
        schema: { type: 'object', required: ['grant_type'], properties: { grant_type: { const: 'a b' } } },
      },
    },
  });
  expect(renderRequest(form.operation, sampleRequest(generatorOf(form.contract), form.operation, options)).body).toBe('grant_type=a%20b');
  const plain = operationOf('/files', [], { content: { 'text/plain': { schema: text, example: 'Hello.' } } });
  expect(renderRequest(plain.operation, sampleRequest(generatorOf(plain.contract), plain.operation, options)).body).toBe('Hello.');
});

const specs = resolve(import.meta.dirname, '../../../../shared/specs');
const files = existsSync(specs) ? readdirSync(specs).filter((file) => file.endsWith('.json')) : [];

/** Bodies that no value can satisfy: the contract contradicts itself. */
const UNSATISFIABLE = ['summary-care-record.json alert'];

describe.skipIf(files.length === 0)('every operation of the published contracts has a request that it accepts', () => {
  test.each(files)('%s', (file) => {
    const contract = loadContract({ name: file, text: readFileSync(join(specs, file), 'utf8') });
    const refused = contract.operations.flatMap((operation) => {
      const sample = sampleRequest(generatorOf(contract), operation, { ...options, extent: 'full' });
      const bad = operation.parameters.filter(({ schema, in: place, name }) => {
        const value = sample[place][name];
        if (value === undefined || !schema) return false;
        return ![value, String(value), Number(value)].some((reading) => contract.check(schema, reading).length === 0);
      });
      const media = operation.body?.content.find(({ type }) => type === sample.body?.type);
      const faulty = media?.schema && /json/.test(media.type) && contract.check(media.schema, sample.body?.value ?? null).length > 0;
      return [...bad.map(({ name }) => `${file} ${operation.id} ${name}`), ...(faulty ? [`${file} ${operation.id}`] : [])];
    });
    expect(refused.filter((name) => !UNSATISFIABLE.includes(name))).toEqual([]);
  });
});
