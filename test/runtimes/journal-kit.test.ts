/** `sandbox.journal` in a test: what a client has asked, and whether it was what it should be. */
import { expect, test } from 'vitest';
import { createSandbox } from '../../src/runtimes/browser/sandbox.ts';

test('a test looks at what its client has sent, and asserts it', async () => {
  const sandbox = createSandbox({ apis: ['personal-demographics'], clock: '2026-01-01T09:00:00Z' });
  const { journal } = sandbox;
  await expect(journal.last()).rejects.toThrow('nothing was asked');
  const read = (id: string) =>
    sandbox.fetch(`http://localhost:8787/personal-demographics/FHIR/R4/Patient/${id}`, {
      headers: { 'X-Request-ID': 'c1ab3fba-6bae-4ba4-b257-5a87c44d4a91' },
    });
  await read('9000000009');
  await read('9000000017');
  expect((await journal.list()).map(({ request }) => request.url.slice(-10))).toEqual(['9000000009', '9000000017']);
  expect((await journal.last({ person: '9000000009' })).request.headers).toMatchObject({ 'x-request-id': expect.stringMatching(/^c1ab/) });
  await expect(journal.last({ method: 'PATCH' })).rejects.toThrow('nothing was asked that is {"method":"PATCH"}');

  const one = { match: { method: 'GET', person: '9000000009' }, times: 1 } as const;
  await journal.assert([one, { noneInvalid: true }]);
  await read('9000000009');
  await expect(journal.assert(one)).rejects.toMatchObject({
    name: 'AssertionError',
    message: expect.stringMatching(/^✗ exactly 1: GET, person 9000000009\n {2}Found 2 among 3 exchanges\.\n {4}#0 GET /),
    asserted: { passed: false },
  });
  await expect(journal.assert({ ...one, times: { atleast: 1 } as object })).rejects.toThrow('did you mean "atLeast"');
});
