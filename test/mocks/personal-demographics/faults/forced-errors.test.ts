/** Faults that are asked for: each in the words that this service has for it, never those of another that its contract shows beside it. */
import { expect, test } from 'vitest';
import { demographics, faultOf } from '../demographics.ts';
import { somebody } from '../people.ts';

const { call, sandbox } = demographics();
const path = `/Patient/${somebody.nhsNumber}`;

const token = 'Invalid Access Token';
const version = 'Invalid request with error - If-Match header must be supplied to update this resource';
const slow =
  "The downstream domain processing has not completed within the configured timeout period. Using the same 'X-Request-ID' header, retry your request after the time specified by the 'Retry-After' response header.";

/** The code and the diagnostics: none where the service has none, `asked` where it always quotes something of the request. */
const known = [
  [400, 'INVALID_VALUE', 'asked'],
  [401, 'ACCESS_DENIED', token],
  [404, 'RESOURCE_NOT_FOUND', undefined],
  [405, 'UNSUPPORTED_REQUEST', 'asked'],
  [406, 'UNSUPPORTED_SERVICE', undefined],
  [408, 'UNABLE_TO_CALL_SERVICE', undefined],
  [409, 'RESOURCE_VERSION_MISMATCH', undefined],
  [410, 'RESOURCE_NOT_FOUND', undefined],
  [412, 'PRECONDITION_FAILED', version],
  [415, 'UNSUPPORTED_SERVICE', undefined],
  [418, 'INVALID_VALUE', 'asked'],
  [422, 'INVALID_VALUE', 'asked'],
  [428, 'PRECONDITION_FAILED', version],
  [429, 'TOO_MANY_REQUESTS', 'asked'],
  [500, 'UNKNOWN_ERROR', 'asked'],
  [502, 'SERVICE_UNAVAILABLE', slow],
  [503, 'SERVICE_UNAVAILABLE', slow],
  [504, 'UNABLE_TO_CALL_SERVICE', undefined],
] as const;

test.each(known)('%i is %s', async (status, code, words) => {
  const answer = await call('GET', path, { headers: { Prefer: `code=${status}` } });
  const diagnostics = words === 'asked' ? `Status ${status} was asked for in the Prefer header.` : words;
  expect(faultOf(answer)).toMatchObject({ status, code, ...(diagnostics !== undefined && { diagnostics }) });
  expect('diagnostics' in faultOf(answer)).toBe(diagnostics !== undefined);
  expect(answer.headers.get('preference-applied')).toBe(`code=${status}`);
  const trace = await sandbox.request(answer.headers.get('X-Sandbox-Trace') ?? '');
  expect(await trace.text()).toContain(`Status ${status} was asked for in the Prefer header.`);
});

test.each(known)('%i is %s where a fault of the sandbox asks for it too', async (status, code, words) => {
  const answer = await call('GET', path, { headers: { 'X-Sandbox-Scenario': `status=${status}` } });
  expect(faultOf(answer)).toMatchObject({ status, code, ...(words !== undefined && words !== 'asked' && { diagnostics: words }) });
  expect(answer.headers.get('retry-after')).toBe({ 429: '60', 503: '5' }[status as number] ?? null);
});

test.each([
  ['GET', path, 'ACCESS_DENIED', 'Patient cannot perform this action'],
  ['GET', '/Patient?family=Smith', 'ACCESS_DENIED', 'Patient cannot perform this action'],
  ['PATCH', path, 'INVALID_METHOD', 'Cannot update resource with application-restricted access token'],
  ['POST', '/Patient', 'INVALID_METHOD', 'Cannot create resource with application-restricted access token'],
  ['POST', '/Coverage', 'ACCESS_DENIED', 'Cannot POST resource with application-restricted access token'],
])('403 of %s %s says who may not do it', async (method, at, code, display) => {
  const answer = faultOf(await call(method, at, { headers: { Prefer: 'code=403' } }));
  expect(answer).toMatchObject({ status: 403, code, display });
  expect(answer['diagnostics']).toMatch(/^Your (access token|app) has insufficient permissions/);
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
    expect(headers.get('retry-after')).toBe(code === '503' ? '5' : '60');
  }
});

test('an example that is not there is refused with the names of those that are, rather than answered by a rule', async () => {
  const { diagnostics, status } = faultOf(await call('GET', path, { headers: { Prefer: 'code=404, example=nope' } }));
  expect(status).toBe(400);
  expect(diagnostics).toContain('“resource-not-found”');
  expect((await call('GET', path, { headers: { Prefer: 'example=nope' } })).status).toBe(400);
});
