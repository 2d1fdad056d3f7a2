/** Small words that every FHIR mock speaks: instants, versions, searchsets, outcomes. */
import { describe, expect, test } from 'vitest';
import { dateOf, daysBetween, instant, isRealDate } from '../../src/fhir/instant.ts';
import { operationOutcome } from '../../src/fhir/operation-outcome.ts';
import { searchset, searchsetText } from '../../src/fhir/searchset.ts';
import { etag, versionOf } from '../../src/fhir/version.ts';

describe('time', () => {
  const noon = Date.UTC(2026, 1, 28, 12, 30, 15, 999);
  test('is written in UTC with its offset and whole seconds', () => {
    expect([instant(noon), dateOf(noon)]).toEqual(['2026-02-28T12:30:15+00:00', '2026-02-28']);
  });

  test.for<[string, boolean]>([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2024-04-31', false],
    ['2024-13-01', false],
    ['2024-1-1', false],
    ['not a date', false],
  ])('%s is a real date: %s', ([text, real]) => {
    expect(isRealDate(text)).toBe(real);
  });

  test('counts days over a leap day', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  });
});

test('a version survives being written as an entity tag', () => {
  expect([etag('7'), versionOf('W/"7"'), versionOf('"7"'), versionOf('W/"x"'), versionOf('7')]).toEqual([
    'W/"7"',
    '7',
    undefined,
    undefined,
    undefined,
  ]);
});

test('a searchset of nothing has no entry member', () => {
  expect(searchset([], '2026-01-01T00:00:00+00:00')).toEqual({
    resourceType: 'Bundle',
    type: 'searchset',
    timestamp: '2026-01-01T00:00:00+00:00',
    total: 0,
  });
  expect(searchset([1, 2], 'now')).toMatchObject({ total: 2, entry: [1, 2] });
});

test.for([[[]], [[1, 'two']]])('a searchset written from the text of its entries is the same text: %j', ([entries = []]) => {
  const now = '2026-01-01T00:00:00+00:00';
  expect(searchsetText(JSON.stringify(entries), entries.length, now)).toBe(JSON.stringify(searchset(entries, now)));
});

test('an outcome has one issue, and says only what it was given', () => {
  expect(operationOutcome({ severity: 'error', code: 'value' })).toEqual({
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'error', code: 'value' }],
  });
  expect(
    operationOutcome({ severity: 'error', code: 'value', coding: { system: 's', code: 'C', display: 'D' }, diagnostics: 'why' }),
  ).toEqual({
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'error', code: 'value', details: { coding: [{ system: 's', code: 'C', display: 'D' }] }, diagnostics: 'why' }],
  });
});
