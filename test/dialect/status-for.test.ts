/** Which status a problem is answered with. */
import { expect, test } from 'vitest';
import type { Json } from '../../src/contract/contract.ts';
import type { Problem, ProblemKind } from '../../src/mock/problem.ts';
import { contractOf, invalid, notFound, tooLong, write } from './small-contracts.ts';

const documented = (...statuses: readonly string[]): Record<string, Json> =>
  Object.fromEntries(statuses.map((status) => [status, { description: 'A fault' }]));

const statusOf = (problem: Problem | ProblemKind, responses: Record<string, Json>): number =>
  write(contractOf({ read: responses }), typeof problem === 'string' ? { problem, message: 'One sentence.' } : problem).status;

test('the first of its kind’s statuses that the operation documents', () => {
  expect(statusOf('malformed-body', documented('422', '404'))).toBe(422);
  expect(statusOf('malformed-body', documented('400', '422'))).toBe(400);
  expect(statusOf('unsupported-media-type', documented('400'))).toBe(400);
  expect(statusOf('version-conflict', documented('412'))).toBe(412);
  expect(statusOf('precondition-required', documented('412', '400'))).toBe(412);
});

test('a range documents the statuses in it', () => {
  expect(statusOf('duplicate', documented('4XX'))).toBe(409);
  expect(statusOf('not-found', documented('400', '4XX'))).toBe(404);
  expect(statusOf('unavailable', documented('5XX'))).toBe(503);
});

test('a table in a range’s description says which status carries the fault', () => {
  const table = [
    '| HTTP status | Error code | Description |',
    '| --- | --- | --- |',
    '| 422 | DUPLICATE | It is there already. |',
    '| 412 | `PRECONDITION_FAILED` | Stale. |',
  ];
  const responses = { '4XX': { description: `What can go wrong:\n\n${table.join('\n')}\n` } };
  expect(statusOf('duplicate', responses)).toBe(422);
  expect(statusOf('version-conflict', responses)).toBe(412);
  expect(statusOf('not-found', responses)).toBe(404);
});

test('the kind’s first status where none is documented, never one documented for something else', () => {
  expect(statusOf('malformed-body', documented('404', '401'))).toBe(400);
  expect(statusOf('not-found', documented('400'))).toBe(404);
  expect(statusOf('duplicate', documented('default'))).toBe(409);
});

test('what no identifier in the path can look like is not there, where only 404 is documented', () => {
  const inPath = invalid({ in: 'path', name: 'id', pointer: '', keyword: 'pattern', message: 'must be a UUID' });
  expect(statusOf(inPath, documented('404'))).toBe(404);
  expect(statusOf(inPath, documented('404', '400'))).toBe(400);
  expect(statusOf(invalid(tooLong), documented('404'))).toBe(400);
});

test('the status an API’s own rule says', () => {
  expect(statusOf({ ...notFound, said: { status: 420 } }, documented('404'))).toBe(420);
});
