/** Registering somebody as the official sandbox does: every check in its order, two people it knows, and one number for all others. */
import { expect, test } from 'vitest';
import type { Json } from '../../../../src/contract/contract.ts';
import { faultOf } from '../demographics.ts';
import { edited, refusalOf, type Edits } from './edits.ts';
import { official } from './official.ts';

const { call } = await official();

const period = { start: '2020-01-01' };
const name = { use: 'usual', given: ['Jane'], family: 'Edwards', prefix: ['Mrs'], period: { start: '1986-07-01' } };
const address = { use: 'home', line: ['', '1 Trevelyan Square', '', 'Leeds', 'West Yorkshire'], postalCode: 'LS1 6AE', period };
const registration: Json = {
  resourceType: 'Patient',
  name: [name],
  address: [address],
  gender: 'female',
  birthDate: '1982-07-10',
  telecom: [{ system: 'phone', use: 'home', value: '01632960587', period }],
  extension: [{ url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-RegisteringAuthority' }],
};
const register = (edits: Edits = {}, headers: Record<string, string> = {}) =>
  call('POST', '/Patient', {
    body: JSON.stringify(edited(registration, edits)),
    headers: { 'Content-Type': 'application/json', ...headers },
  });

test('a registration is answered with name, address, gender and birth date, and kept nowhere', async () => {
  const { status, headers, json } = await register();
  const id = expect.stringMatching(/^[0-9A-F]{6}$/);
  expect(json).toEqual({
    resourceType: 'Patient',
    id: '5182663366',
    identifier: [expect.objectContaining({ value: '5182663366', extension: [expect.anything()] })],
    meta: { versionId: '1', security: [expect.objectContaining({ code: 'U' })] },
    name: [{ ...name, id }],
    address: [{ ...address, line: ['1 Trevelyan Square', 'Leeds', 'West Yorkshire'], id }],
    gender: 'female',
    birthDate: '1982-07-10',
  });
  expect([status, headers.get('ETag'), headers.get('Location')]).toEqual([201, null, null]);
  expect(headers.get('Content-Type')).toMatch(/^application\/fhir\+json/);
  expect((await call('GET', '/Patient/5182663366')).status).toBe(404);
});

test.for(['text/plain', 'application/fhir+json', 'application/json; charset=utf-8', 'application/bananas'])(
  '%s is read as JSON',
  async (type) => {
    expect((await register({}, { 'Content-Type': type })).status).toBe(201);
  },
);

/** Each row is wrong in what the next ones are wrong in too, down to the birth date, so that their order shows. */
test.for<[string, Edits]>([
  ["Missing value - 'name'", { name: undefined, address: undefined, gender: undefined, birthDate: undefined }],
  ["Missing value - 'address'", { address: undefined, gender: undefined, birthDate: undefined }],
  ["Missing value - 'gender'", { gender: '', birthDate: undefined, 'address/0': 'none' }],
  ["Missing value - 'birthDate'", { birthDate: undefined, 'address/0': 'none' }],
  ["Invalid value - '['another', 'array']' in field 'address/0'", { 'address/0': ['another', 'array'], 'name/0/given': 'one' }],
  ["Missing value - 'address/0/period'", { 'address/0/period': undefined, 'name/0/given': 'one', gender: 'other' }],
  ["Missing value - 'address/0/period'", { 'address/0': 'not an object', 'name/0/given': 'one' }],
  ["Missing value - 'address/0/period'", { address: [] }],
  ["Invalid value - 'not an array' in field 'name/0/given'", { 'name/0/given': 'not an array', gender: 'other', birthDate: 'not-a-date' }],
  ["Invalid value - 'O`Brien' in field 'name/0/given'", { 'name/0/given': 'O`Brien' }],
  ["Invalid value - 'undefined' in field 'name/0/given'", { 'name/0/given': undefined }],
  ["Invalid value - 'other' in field 'gender'", { gender: 'other', birthDate: 'not-a-date' }],
  ["Invalid value - 'not-a-date' in field 'birthDate'", { birthDate: 'not-a-date', 'name/0/period/start': 'not-a-date' }],
  ["Invalid value - 'not-a-date' in field 'birthDate'", { birthDate: '1982-7-10' }],
])('%s', async ([diagnostics, edits]) => {
  expect(faultOf(await register(edits))).toEqual(refusalOf(diagnostics));
});

test('a body that is no JSON, or none, has no name', async () => {
  for (const body of ['none', undefined]) {
    const answer = await call('POST', '/Patient', { body, headers: { 'Content-Type': 'text/plain' } });
    expect(faultOf(answer)).toEqual(refusalOf("Missing value - 'name'"));
  }
});

test('the request id and the token are looked at first', async () => {
  expect(faultOf(await register({ name: undefined }, { 'X-Request-ID': '123456' }))).toMatchObject({
    status: 400,
    diagnostics: "Invalid value - '123456' in header 'X-Request-ID'",
  });
  expect(faultOf(await register({ name: undefined }, { 'X-Request-ID': '' }))).toMatchObject({ status: 400, code: 'MISSING_VALUE' });
  expect(faultOf(await register({ name: undefined }, { Authorization: 'Bearer' }))).toMatchObject({ status: 401, code: 'ACCESS_DENIED' });
});

test.for<[string, string, object]>([
  [
    'McMatch-Single',
    'BAP 4WG',
    {
      code: 'SINGLE_MATCH',
      display: 'Single match found',
      diagnostics: 'Unable to create new patient. NHS number 5900054586 found for supplied demographic data.',
    },
  ],
  [
    'McMatch-Multiple',
    'DN19 7UD',
    {
      code: 'MULTIPLE_MATCHES',
      display: 'Multiple matches found',
      diagnostics: 'Unable to create new patient. Multiple matches found for supplied demographic data.',
    },
  ],
])('%s of %s is known', async ([family, postalCode, match]) => {
  const answer = await register({ 'name/0/family': family, 'address/0/postalCode': postalCode });
  expect(faultOf(answer)).toEqual({ status: 200, issue: 'value', severity: 'error', ...match });
  expect((await register({ 'name/0/family': family })).status).toBe(201);
});

test('what is not looked at may be anything', async () => {
  const edits = { 'name/0/use': 'old', extension: undefined, 'address/0/line': ['', '', '', '', ''], 'name/0/period': undefined };
  expect((await register(edits)).status).toBe(201);
});
