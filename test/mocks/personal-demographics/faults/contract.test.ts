/** The contract refuses what the service refuses, so that typed clients and generators are told; the service's own words come first all the same. */
import { expect, expectTypeOf, test } from 'vitest';
import type { operations } from '../../../../src/generated/personal-demographics.types.ts';
import { contract, demographics, faultOf } from '../demographics.ts';

const { call } = demographics();
const least = "Invalid search data provided - 'No searches were performed as the search criteria did not meet the minimum requirements'";
const noBirthdate = "Missing value - 'birth_date/birth_date_range_start/birth_date_range_end'";

test.each([
  ['/Patient/0', 'INVALID_RESOURCE_ID', undefined],
  ['/Patient/90000000099', 'INVALID_RESOURCE_ID', undefined],
  ['/Patient/0/RelatedPerson', 'INVALID_RESOURCE_ID', undefined],
  ['/Coverage?subscriber:identifier=0', 'INVALID_RESOURCE_ID', undefined],
  ['/Patient', 'UNSUPPORTED_SERVICE', undefined],
  ['/Patient?family=Smith', 'MISSING_VALUE', noBirthdate],
  ['/Patient?_fuzzy-match=true&family=Smith&given=Jane', 'MISSING_VALUE', noBirthdate],
  ['/Patient?birthdate=eq2010-10-22', 'INVALID_SEARCH_DATA', least],
  ['/Patient?birthdate=eq2010-10-22&family=', 'INVALID_VALUE', "Invalid value - '' in field 'family'"],
  ['/Patient?birthdate=eq2010-10-22&family=S*', 'INVALID_VALUE', "Invalid value - 'S*' in field 'family'"],
  ['/Patient?birthdate=eq2010-10-22&family=Smith&given=', 'INVALID_VALUE', "Invalid value - '' in field 'given'"],
  ['/Patient?birthdate=eq2010-10-22&family=Smith&address-postalcode=', 'INVALID_VALUE', "Invalid value - '' in field 'address-postalcode'"],
  ['/Patient?birthdate=2010&family=Smith', 'INVALID_VALUE', "Invalid value - '2010' in field 'birthdate'"],
])('GET %s is %s', async (path, code, diagnostics) => {
  const fault = faultOf(await call('GET', path));
  expect([fault['status'], fault['code'], fault['diagnostics']]).toEqual([400, code, diagnostics]);
});

test.each([
  [{}, 'INVALID_UPDATE', 'Invalid update with error - No patches found'],
  [{ patches: [] }, 'INVALID_UPDATE', 'Invalid update with error - No patches found'],
  [{ patches: [{ op: 'replace', path: 'gender', value: 'male' }] }, 'INVALID_VALUE', "Invalid value - 'gender' in field '0/path'"],
])('PATCH with %j is %s', async (body, code, diagnostics) => {
  const headers = { 'Content-Type': 'application/json-patch+json', 'If-Match': 'W/"2"' };
  expect(faultOf(await call('PATCH', '/Patient/9000000009', { body, headers }))).toMatchObject({ status: 400, code, diagnostics });
});

test('an empty notification of a birth has too few entries', async () => {
  const body = { resourceType: 'Bundle', type: 'transaction', entry: [] };
  const headers = { 'Content-Type': 'application/fhir+json' };
  expect(faultOf(await call('POST', '/Patient/$process-birth-details', { body, headers }))).toMatchObject({ status: 400 });
});

test('typed clients have to give a date of birth to every search, and need not give more', () => {
  type Query = operations['search-patient']['parameters']['query'];
  expectTypeOf<{ birthdate: ['eq2010-10-22'] }>().toExtend<Query>();
  expectTypeOf<{ family: 'Smith' }>().not.toExtend<Query>();
});

test('the contract lets no search through that asks for too little', () => {
  const parameters = contract.operations.find(({ id }) => id === 'search-patient')?.parameters ?? [];
  const refused = (name: string, value: string | string[]): boolean => {
    const schema = parameters.find((parameter) => parameter.name === name)?.schema;
    return schema !== undefined && contract.check(schema, value).length > 0;
  };
  expect(['family', 'address-postalcode'].map((name) => ['', '*', 'S*', 'Sm*'].map((value) => refused(name, value)))).toEqual([
    [true, true, true, false],
    [true, true, true, false],
  ]);
  expect([[], [''], ['J*'], ['Ja*']].map((value) => refused('given', value))).toEqual([true, true, true, false]);
});
