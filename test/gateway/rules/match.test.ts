/** Which requests a rule is for. */
import { describe, expect, test } from 'vitest';
import { readMatch, type AskedOfRules, type RuleMatch } from '../../../src/gateway/rules/match.ts';

const asked: AskedOfRules = {
  api: 'library',
  operation: 'lend',
  method: 'POST',
  segments: ['library', 'v1', 'books', '42', 'loans'],
  base: 2,
  query: new URLSearchParams('kind=long&kind=quiet&of=9000000009'),
  headers: new Headers({ 'X-Reader': 'team-7' }),
  body: { reader: { name: 'Jane', age: 30 }, tags: ['a', 'b'] },
  texts: () => ['9000000009', '{"id":"19990000013"}'],
};
const fits = (match: RuleMatch): boolean => readMatch(match, 'a rule').fits(asked) !== undefined;

describe('a rule is for a request when all that it says holds', () => {
  const fitting: readonly RuleMatch[] = [
    {},
    { api: 'library', operation: 'lend', method: 'POST' },
    { path: '/books/{id}/loans' },
    { path: '/library/v1/books/*/loans' },
    { path: '/books/*' },
    { path: '/library/*' },
    { query: { kind: 'quiet', other: null } },
    { query: { kind: 'lo*' } },
    { headers: { 'x-reader': 'team-*', 'X-Other': null } },
    { body: { '/reader/name': 'J*', '/reader/age': 30, '/tags': ['a', 'b'], '/tags/1': 'b', '/none': null } },
    { person: '9000000009' },
  ];
  test.each(fitting.map((match) => [JSON.stringify(match), match] as const))('%s', (_, match) => expect(fits(match)).toBe(true));
});

describe('a rule is not for a request of which anything does not hold', () => {
  const others: readonly RuleMatch[] = [
    { api: 'library', operation: 'return' },
    { method: 'GET' },
    { path: '/books/{id}' },
    { path: '/books/{id}/loans/*/more' },
    { query: { kind: 'short' } },
    { query: { kind: null } },
    { headers: { 'x-reader': null } },
    { headers: { 'x-other': '*' } },
    { body: { '/reader/name': 'Ada' } },
    { body: { '/reader/name': null } },
    { person: '9990000013' },
  ];
  test.each(others.map((match) => [JSON.stringify(match), match] as const))('%s', (_, match) => expect(fits(match)).toBe(false));
});

test('what a path template names is told', () => {
  expect(readMatch({ path: '/books/{book}/{what}' }, 'a rule').fits(asked)).toEqual({ book: '42', what: 'loans' });
});

test('the turn of a request is told by how many have come', () => {
  const due = (match: RuleMatch): readonly number[] => {
    const { isDue } = readMatch(match, 'a rule');
    return [1, 2, 3, 4, 5, 6].filter((count) => isDue(count, 42));
  };
  expect(due({ nth: 2 })).toEqual([2]);
  expect(due({ every: 3 })).toEqual([3, 6]);
  expect(due({ chance: 1 })).toHaveLength(6);
  expect(due({ chance: 0 })).toEqual([]);
});

test('chances are those of the seed, as many as are asked for, and the same each time', () => {
  const { isDue } = readMatch({ chance: 0.25 }, 'a rule');
  const drawn = (seed: number): readonly number[] => Array.from({ length: 4_000 }, (_, i) => i + 1).filter((count) => isDue(count, seed));
  expect(drawn(42)).toEqual(drawn(42));
  expect(drawn(42)).not.toEqual(drawn(43));
  expect(drawn(42).length / 4_000).toBeCloseTo(0.25, 1);
});
