/** `Prefer: code=`: each fault in the words that this service has for it, never those of another that its contract shows beside it. */
import { expect, test } from 'vitest';
import { demographics, faultOf } from '../demographics.ts';
import { somebody } from '../people.ts';

const { call } = demographics();
const path = `/Patient/${somebody.nhsNumber}`;

test.each([
  [400, 'INVALID_VALUE'],
  [401, 'ACCESS_DENIED'],
  [403, 'INVALID_METHOD'],
  [404, 'RESOURCE_NOT_FOUND'],
  [405, 'UNSUPPORTED_REQUEST'],
  [406, 'UNSUPPORTED_SERVICE'],
  [408, 'UNABLE_TO_CALL_SERVICE'],
  [409, 'RESOURCE_VERSION_MISMATCH'],
  [410, 'RESOURCE_NOT_FOUND'],
  [412, 'PRECONDITION_FAILED'],
  [415, 'UNSUPPORTED_SERVICE'],
  [422, 'INVALID_VALUE'],
  [428, 'PRECONDITION_FAILED'],
  [429, 'TOO_MANY_REQUESTS'],
  [500, 'UNKNOWN_ERROR'],
  [502, 'SERVICE_UNAVAILABLE'],
  [503, 'SERVICE_UNAVAILABLE'],
  [504, 'UNABLE_TO_CALL_SERVICE'],
])('%i is %s', async (status, code) => {
  const answer = await call('GET', path, { headers: { Prefer: `code=${status}` } });
  expect(faultOf(answer)).toMatchObject({ status, code, diagnostics: `Status ${status} was asked for in the Prefer header.` });
  expect(answer.headers.get('preference-applied')).toBe(`code=${status}`);
});

test('an example of the range is sent where it is asked for by name', async () => {
  const answer = await call('GET', path, { headers: { Prefer: 'code=404, example=invalidated-resource' } });
  expect(faultOf(answer)).toMatchObject({ status: 404, code: 'INVALIDATED_RESOURCE' });
  expect(answer.headers.get('preference-applied')).toBe('code=404, example=invalidated-resource');
});

test.each(['429', '503'])('%s says when to come again, whatever the method', async (code) => {
  for (const [method, at] of [
    ['GET', path],
    ['POST', '/Patient'],
  ] as const) {
    const { headers } = await call(method, at, { headers: { Prefer: `code=${code}` } });
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  }
});

test('an example that is not there is refused with the names of those that are, rather than answered by a rule', async () => {
  const { diagnostics, status } = faultOf(await call('GET', path, { headers: { Prefer: 'code=404, example=nope' } }));
  expect(status).toBe(400);
  expect(diagnostics).toContain('“resource-not-found”');
  expect((await call('GET', path, { headers: { Prefer: 'example=nope' } })).status).toBe(400);
});
