/** What a published error body teaches. */
import { expect, test } from 'vitest';
import { readExample } from '../../src/dialect/published/read-example.ts';

test('is every member that it fills, and what it calls the fault', () => {
  const { members, terms } = readExample({ code: 'NOT_FOUND', message: 'There is none.', errors: [{ field: 'id' }] });
  expect(members.map(({ trail }) => trail)).toEqual(['code', 'message', 'errors', 'errors/*', 'errors/*/field']);
  expect(terms.some(({ code }) => code === 'NOT_FOUND')).toBe(true);
});

test('is no more than two thousand members, however many a contract publishes', () => {
  const body = { code: 'MANY', details: Array.from({ length: 100_000 }, (_, i) => `detail ${i}`) };
  expect(readExample(body).members).toHaveLength(2_000);
});
