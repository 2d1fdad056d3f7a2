/** Reading the tables of error codes in the descriptions of responses. */
import { expect, test } from 'vitest';
import { readCodeTable } from '../../src/dialect/published/read-table.ts';

test('a table of statuses and codes', () => {
  const text =
    'Faults:\n\n| HTTP status | Error code | Description |\n| --- | :---: | --- |\n| 400 | `MISSING_VALUE` | Left out. |\n|404|NOT_FOUND|None.';
  expect(readCodeTable(text)).toEqual([
    { status: 400, code: 'MISSING_VALUE', about: '400 MISSING_VALUE Left out.' },
    { status: 404, code: 'NOT_FOUND', about: '404 NOT_FOUND None.' },
  ]);
});

test('columns of FHIR’s own, a display and a system given as a link', () => {
  const text = [
    '| issue.details.coding.code | issue.code | Title | Coding System |',
    '|---|---|---|---|',
    '| NO_ACCESS | <ul><li>login</li></ul> | No access | [Codes](https://example.org/codes) |',
  ].join('\n');
  expect(readCodeTable(text)).toMatchObject([
    { code: 'NO_ACCESS', issue: 'login', display: 'No access', system: 'https://example.org/codes' },
  ]);
});

test('prose, tables of other things and lower-case issue codes say nothing', () => {
  expect(readCodeTable('It went wrong | badly.')).toEqual([]);
  expect(readCodeTable('| Field | Meaning |\n|---|---|\n| name | The name |')).toEqual([]);
  expect(readCodeTable('| HTTP status | Error code |\n|---|---|\n| 400 | `value` |')).toEqual([]);
});

test('a description made to take long does not', () => {
  expect(
    readCodeTable('| Error code |\n|---|---|\n'.concat(`| ${'A_'.repeat(20_000)}! | ${'(http:'.repeat(9_000)} |\n`.repeat(3))),
  ).toEqual([]);
});
