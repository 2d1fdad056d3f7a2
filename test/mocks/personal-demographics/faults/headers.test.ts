/** The ids of a request come back as they were sent, on a success and on a refusal; none is made where none was sent. */
import { expect, test } from 'vitest';
import { demographics } from '../demographics.ts';

const { call } = demographics();

test.each(['abc 123', '3b9d4e7c-2a6f-4c58-b1d0-6e8f9a7c5d42', '{"trace":"a; b=c"}', '0', 'x'.repeat(1_000)])(
  'X-Correlation-ID %j comes back',
  async (id) => {
    for (const [path, status] of [
      ['/Patient/9000000009', 200],
      ['/Patient/9111231130', 404],
      ['/Patient/9000000009/RelatedPerson', 200],
      ['/Patient', 400],
    ] as const) {
      const answer = await call('GET', path, { headers: { 'X-Correlation-ID': id } });
      expect([path, answer.status, answer.headers.get('x-correlation-id')]).toEqual([path, status, id]);
    }
  },
);

test('without X-Correlation-ID there is none', async () => {
  for (const path of ['/Patient/9000000009', '/Patient/9111231130', '/nothing/here'])
    expect((await call('GET', path)).headers.get('x-correlation-id')).toBeNull();
});

test('an id that could be the number of a real patient does not come back', async () => {
  const id = 'of 401 023 2137';
  const answer = await call('GET', '/Patient/9000000009', { headers: { 'X-Correlation-ID': id } });
  expect(answer.headers.get('x-correlation-id')).toBeNull();
});

test.each(['12345', 'null', '8d2f6a04-51c7-4f3e-9a1b-0c5e7d3b2f1'])(
  'X-Request-ID %j is refused, and comes back on the refusal',
  async (id) => {
    const answer = await call('GET', '/Patient/9000000009', { headers: { 'X-Request-ID': id } });
    expect([answer.status, answer.headers.get('x-request-id')]).toEqual([400, id]);
  },
);
