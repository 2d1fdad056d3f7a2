/** P-02: the code names the fault it has, never another's. */
import { expect, test } from 'vitest';
import type { Json } from '../../src/contract/contract.ts';
import { KINDS } from '../../src/dialect/words/kinds.ts';
import type { Problem, ProblemKind } from '../../src/mock/problem.ts';
import { contractOf, fhir, json, outcome, publishedOutcome, write } from './small-contracts.ts';

const kinds = Object.keys(KINDS) as ProblemKind[];
const problemOf = (kind: ProblemKind): Problem => ({ problem: kind, message: 'One sentence.' });

/** The first code in a body, wherever the shape has it. */
function codeIn(body: Json | undefined): string | undefined {
  return /"(?:errorCode|code)":"([A-Z][A-Z0-9_]+)"/.exec(JSON.stringify(body ?? null))?.[1];
}

test.each(kinds.filter((kind) => !['not-found', 'unknown-path', 'gone'].includes(kind)))(
  'the only published example, of NOT_FOUND, is no answer to %s',
  (kind) => {
    const contract = contractOf({
      read: { '4XX': fhir(outcome, { example: publishedOutcome('not-found', 'RESOURCE_NOT_FOUND', 'Resource not found', 'None') }) },
    });
    const { body } = write(contract, problemOf(kind));
    expect(JSON.stringify(body)).not.toMatch(/not.found/i);
    expect(codeIn(body)).toBe(KINDS[kind].codes[0]);
  },
);

test('a table of codes names each fault', () => {
  const rows = [
    ['400', 'XY_BAD_REQUEST'],
    ['400', 'XY_MISSING_VALUE'],
    ['401', 'XY_ACCESS_DENIED'],
    ['404', 'XY_WARD_NOT_FOUND'],
    ['409', 'XY_ALREADY_EXISTS'],
    ['429', 'XY_TOO_MANY_REQUESTS'],
  ];
  const table = [
    '| HTTP status | Error code | Description |',
    '|---|---|---|',
    ...rows.map(([status, code]) => `| ${status} | ${code} | Words. |`),
  ].join('\n');
  const schema: Json = { type: 'object', properties: { code: { type: 'string' }, message: { type: 'string' } } };
  const contract = contractOf({ read: { '4XX': { ...(json(schema) as object), description: table } } });
  const code = (kind: ProblemKind): string | undefined => codeIn(write(contract, problemOf(kind)).body);
  expect(code('missing-value')).toBe('XY_MISSING_VALUE');
  expect(code('malformed-body')).toBe('XY_BAD_REQUEST');
  expect(code('unauthorised')).toBe('XY_ACCESS_DENIED');
  expect(code('not-found')).toBe('XY_WARD_NOT_FOUND');
  expect(code('duplicate')).toBe('XY_ALREADY_EXISTS');
  expect(code('rate-limited')).toBe('XY_TOO_MANY_REQUESTS');
  expect(code('too-large')).toBe('XY_BAD_REQUEST');
});

test('a code that says nothing is known by the words beside it', () => {
  const schema: Json = { type: 'object', properties: { errorCode: { type: 'string' }, errorMessage: { type: 'string' } } };
  const examples = {
    one: { value: { errorCode: 'E0001', errorMessage: 'Malformed JSON' } },
    two: { value: { errorCode: 'E0008', errorMessage: 'One or more required fields are empty' } },
  };
  const contract = contractOf({
    read: { 400: json(schema, { examples }), 404: json(schema, { example: { errorCode: 'E0005', errorMessage: 'No such ward' } }) },
  });
  const code = (kind: ProblemKind): string | undefined => codeIn(write(contract, problemOf(kind)).body);
  expect(code('malformed-body')).toBe('E0001');
  expect(code('missing-value')).toBe('E0008');
  expect(code('not-found')).toBe('E0005');
});

test('words written for one occasion are not said on another', () => {
  const contract = contractOf({
    read: { '4XX': fhir(outcome, { example: publishedOutcome('forbidden', 'ACCESS_DENIED', 'Patient cannot do this', 'Proxy only') }) },
  });
  const text = JSON.stringify(write(contract, problemOf('unauthorised')).body);
  expect(text).toContain('"ACCESS_DENIED"');
  expect(text).not.toContain('Patient cannot do this');
  expect(text).not.toContain('Proxy only');
});

test('a code published for a body of another shape is left to it', () => {
  const other = JSON.parse(JSON.stringify(outcome).replace('"minItems":1', '"minItems":1,"maxItems":9')) as Json;
  const contract = contractOf({
    read: { 400: fhir(outcome) },
    else: { 400: fhir(other, { example: publishedOutcome('value', 'ZZ_INVALID_VALUE', 'Invalid value', 'No') }) },
  });
  expect(codeIn(write(contract, problemOf('invalid-value')).body)).toBe('INVALID_VALUE');
});
