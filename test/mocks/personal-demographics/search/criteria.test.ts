/** What a search may ask, and the first thing wrong with one that may not be asked. */
import { describe, expect, test } from 'vitest';
import { readCriteria } from '../../../../mocks/personal-demographics/search/criteria.ts';
import type { Json } from '../../../../src/contract/contract.ts';

const read = (query: Record<string, Json>, undeclared: readonly string[] = []): unknown => {
  const criteria = readCriteria(query, undeclared);
  return 'problem' in criteria ? [criteria.said?.code, criteria.said?.diagnostics] : criteria;
};

const smith = { family: 'Smith', birthdate: ['eq2010-10-22'] };
const tooLittle =
  "Invalid search data provided - 'No searches were performed as the search criteria did not meet the minimum requirements'";
const tooLittleForFuzzy =
  "Invalid search data provided - 'A fuzzy search was requested however the data given did not meet the fuzzy search criteria'";
const missingBirth = "Missing value - 'birth_date/birth_date_range_start/birth_date_range_end'";

describe('refuses, in this order,', () => {
  test.for<[string, Record<string, Json>, string[], string, string | undefined]>([
    ['no parameter at all', {}, [], 'UNSUPPORTED_SERVICE', undefined],
    [
      'one it does not know',
      { birthdate: ['x'] },
      ['colour'],
      'ADDITIONAL_PROPERTIES',
      "Invalid request with error - Additional properties are not allowed ('colour' was unexpected)",
    ],
    [
      'several it does not know',
      smith,
      ['model', 'manufacturer', 'year'],
      'ADDITIONAL_PROPERTIES',
      "Invalid request with error - Additional properties are not allowed ('model', 'manufacturer', 'year' were unexpected)",
    ],
    [
      'a birth date in another form',
      { birthdate: ['22/10/2010'] },
      [],
      'INVALID_VALUE',
      "Invalid value - '22/10/2010' in field 'birthdate'",
    ],
    ['one of two birth dates', { birthdate: ['ge2010-10-21', 'le'] }, [], 'INVALID_VALUE', "Invalid value - 'le' in field 'birthdate'"],
    ['a day that is none', { birthdate: ['2010-02-30'] }, [], 'INVALID_VALUE', "Invalid value - '2010-02-30' in field 'birthdate'"],
    ['a death date in another form', { 'death-date': ['soon'] }, [], 'INVALID_VALUE', "Invalid value - 'soon' in field 'death-date'"],
    ['no birth date', { family: 'Smith' }, [], 'MISSING_VALUE', missingBirth],
    ['neither family nor birth date', { gender: 'female' }, [], 'MISSING_VALUE', missingBirth],
    ['no family', { birthdate: ['2010-10-22'] }, [], 'INVALID_SEARCH_DATA', tooLittle],
    ['another gender', { ...smith, gender: 'feminine' }, [], 'INVALID_VALUE', "Invalid value - 'feminine' in field 'gender'"],
    ['too many results', { ...smith, '_max-results': 51 }, [], 'INVALID_VALUE', "Invalid value - '51' in field '_max-results'"],
    ['no results', { ...smith, '_max-results': 0 }, [], 'INVALID_VALUE', "Invalid value - '0' in field '_max-results'"],
    ['a wildcard too early', { ...smith, family: 'S*' }, [], 'INVALID_VALUE', "Invalid value - 'S*' in field 'family'"],
    ['a fuzzy search for a family name only', { ...smith, '_fuzzy-match': true }, [], 'INVALID_SEARCH_DATA', tooLittleForFuzzy],
    [
      'a fuzzy search with a wildcard',
      { ...smith, given: ['Jane'], family: 'Sm*', '_fuzzy-match': true },
      [],
      'INVALID_SEARCH_DATA',
      tooLittleForFuzzy,
    ],
    ['a fuzzy search without birth date', { family: 'Smith', given: ['Jane'], '_fuzzy-match': true }, [], 'MISSING_VALUE', missingBirth],
  ])('%s', ([, query, undeclared, code, diagnostics]) => {
    expect(read(query, undeclared)).toEqual([code, diagnostics]);
  });

  test('both names of the postcode parameter', () => {
    expect(read({ ...smith, 'address-postcode': 'LS1', 'address-postalcode': 'LS1' })).toEqual([
      'INVALID_SEARCH_DATA',
      expect.stringContaining('address-postalcode'),
    ]);
  });
});

describe('reads', () => {
  test.for<[Json, { from: string; to: string }]>([
    [['2010-10-22'], { from: '2010-10-22', to: '2010-10-22' }],
    [['eq2010-10-22'], { from: '2010-10-22', to: '2010-10-22' }],
    [['ge2010-10-21', 'le2010-10-23'], { from: '2010-10-21', to: '2010-10-23' }],
    [['ge2010-10-21'], { from: '2010-10-21', to: '9999-12-31' }],
    [['le2010-10-23'], { from: '0000-01-01', to: '2010-10-23' }],
  ])('%s as a range', ([birthdate, born]) => {
    expect(read({ family: 'Smith', birthdate })).toMatchObject({ born });
  });

  test.for<Record<string, Json>>([
    { family: 'Smith', given: ['Jane'], birthdate: ['2010-10-22'] },
    { family: 'Smith', gender: 'female', 'address-postalcode': 'LS1 6AE', birthdate: ['2010-10-22'] },
    { given: ['Jane'], gender: 'female', 'address-postalcode': 'LS1 6AE', birthdate: ['2010-10-22'] },
  ])('a fuzzy search for %s', (query) => {
    expect(read({ ...query, '_fuzzy-match': true })).toMatchObject({ fuzzy: true, history: true, maxResults: 50 });
  });
});
