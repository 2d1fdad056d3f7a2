/** Notifying a birth as the official sandbox does: every check in its order, two babies it knows, and one number for all others. */
import { expect, test } from 'vitest';
import type { Json } from '../../../../src/contract/contract.ts';
import { faultOf } from '../demographics.ts';
import { edited, refusalOf, type Edits } from './edits.ts';
import { official } from './official.ts';

const { call } = await official();

const period = { start: '2025-12-30' };
const baby = 'urn:uuid:9f1a0b52-31c1-4d5c-9f0e-3a3cb3f7e001';
const name = { use: 'usual', given: ['Sky', 'May'], family: 'Weaver', period };
const address = { use: 'home', line: ['', '1 School Road', '', 'SCUNTHORPE', ''], postalCode: 'DN15 9NL', period };
const nhsNumber = { system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9736363023' };
const observed = (code: string, value: object): Json => ({
  resourceType: 'Observation',
  code: { coding: [{ system: 'http://snomed.info/sct', code }] },
  subject: { reference: baby },
  ...value,
});
const resources: readonly Json[] = [
  { resourceType: 'Patient', name: [name], gender: 'female', birthDate: '2025-12-30', address: [address], multipleBirthInteger: 2 },
  observed('364589006', { valueQuantity: { value: 3555, unit: 'g' } }),
  observed('237364002', { valueCodeableConcept: { coding: [{ code: '1', display: 'Live' }] } }),
  observed('268477000', { valueQuantity: { value: 38, unit: 'wk' } }),
  observed('246435002', { valueInteger: 2 }),
  observed('66091009', { valueCodeableConcept: { coding: [{ code: 'N' }] } }),
  { resourceType: 'RelatedPerson', identifier: [nhsNumber], patient: { reference: baby } },
  { resourceType: 'Patient', identifier: [nhsNumber], name: [{ use: 'usual', given: ['Ann'], family: 'Weaver' }], birthDate: '1990-08-02' },
  { resourceType: 'Organization', identifier: [{ value: 'A00002' }] },
  { resourceType: 'Location', identifier: [{ value: 'RR8G5' }] },
  { resourceType: 'CareTeam', subject: { reference: baby } },
  { resourceType: 'Practitioner', name: [{ family: 'Wells' }] },
];
const bundleOf = (entries: readonly Json[]): Json => ({
  resourceType: 'Bundle',
  type: 'transaction',
  entry: entries.map((resource) => ({ resource })),
});
const bundle = bundleOf(resources);
const send = (body: Json, headers: Record<string, string> = {}, query = '') =>
  call('POST', `/Patient/$process-birth-details${query}`, {
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', ...headers },
  });
const notify = (edits: Edits = {}) => send(edited(bundle, edits));

const notification = '2AE84248-5180-42B6-8BB7-C93C0991B863';

test('a birth is answered with the baby, who was born in Manchester and is kept nowhere', async () => {
  const { status, headers, json } = await notify();
  const id = expect.stringMatching(/^[0-9A-F]{8}$/);
  expect(json).toEqual({
    resourceType: 'Patient',
    id: '5900010775',
    identifier: [expect.objectContaining({ value: '5900010775', extension: [expect.anything()] })],
    meta: { versionId: '1', security: [expect.objectContaining({ code: 'U' })] },
    name: [{ ...name, id }],
    address: [{ ...address, line: ['1 School Road', 'SCUNTHORPE'], id }],
    gender: 'female',
    birthDate: '2025-12-30',
    multipleBirthInteger: 1,
    extension: [
      {
        url: 'http://hl7.org/fhir/StructureDefinition/patient-birthPlace',
        valueAddress: { city: 'Manchester', country: '1', district: 'Greater Manchester' },
      },
    ],
  });
  expect([status, headers.get('notification-id'), headers.get('ETag')]).toEqual([201, notification, null]);
  expect(headers.get('Content-Type')).toMatch(/^application\/fhir\+json/);
  expect((await call('GET', '/Patient/5900010775')).status).toBe(404);
});

test('the type of the body is not looked at, nor is what potential matches there are', async () => {
  for (const type of ['text/plain', 'application/fhir+json'])
    expect((await send(bundle, { 'Content-Type': type }, '?ignore_potential_matches=true')).status).toBe(201);
});

/** Each row is wrong in what the next ones are wrong in too, so that their order shows. */
test.for<[string, Edits]>([
  ["Missing value - 'entry/0/resource/name/0/use'", { 'entry/0/resource/name/0/use': undefined, 'entry/0/resource/address': undefined }],
  ["Missing value - 'entry/0/resource/address'", { 'entry/0/resource/address': undefined, 'entry/0/resource/gender': undefined }],
  ["Missing value - 'entry/0/resource/gender'", { 'entry/0/resource/gender': undefined, 'entry/0/resource/birthDate': undefined }],
  [
    "Missing value - 'entry/0/resource/birthDate'",
    { 'entry/0/resource/birthDate': undefined, 'entry/1/resource/valueQuantity/value': undefined },
  ],
  [
    "Missing value - 'entry/1/resource/valueQuantity/value'",
    { 'entry/1/resource/valueQuantity/value': undefined, 'entry/0/resource/address/0': 'another' },
  ],
  [
    "Invalid value - 'another' in field 'entry/0/resource/address/0'",
    { 'entry/0/resource/address/0': 'another', 'entry/0/resource/name/0/given': 'one' },
  ],
  ["Invalid value - '['another', 'array']' in field 'entry/0/resource/address/0'", { 'entry/0/resource/address/0': ['another', 'array'] }],
  ["Missing value - 'address/0/period'", { 'entry/0/resource/address/0/period': undefined, 'entry/0/resource/name/0/given': 'one' }],
  [
    "Invalid value - 'not an array' in field 'entry/0/resource/name/0/given'",
    { 'entry/0/resource/name/0/given': 'not an array', 'entry/0/resource/gender': 'other' },
  ],
  ["Invalid value - 'other' in field 'gender'", { 'entry/0/resource/gender': 'other', 'entry/0/resource/birthDate': 'not-a-date' }],
  [
    "Invalid value - 'not-a-date' in field 'birthDate'",
    { 'entry/0/resource/birthDate': 'not-a-date', 'entry/7/resource/identifier/0/value': undefined },
  ],
  [
    "Missing value - 'entry/7/resource/identifier/0/value'",
    { 'entry/7/resource/identifier/0/value': undefined, 'entry/1/resource/valueQuantity/value': 35552 },
  ],
  [
    "Invalid value - '35552' in field 'entry/1/resource/valueQuantity/value'",
    { 'entry/1/resource/valueQuantity/value': 35552, 'entry/0/resource/multipleBirthInteger': 100 },
  ],
  ["Invalid value - '999' in field 'entry/1/resource/valueQuantity/value'", { 'entry/1/resource/valueQuantity/value': 999 }],
  ["Invalid value - '100' in field 'entry/0/resource/multipleBirthInteger'", { 'entry/0/resource/multipleBirthInteger': 100 }],
  ["Invalid value - 'undefined' in field 'entry/0/resource/multipleBirthInteger'", { 'entry/0/resource/multipleBirthInteger': undefined }],
  ['Missing baby Patient resource in entry array', { 'entry/0/resource/identifier': [nhsNumber] }],
  ['Missing baby Patient resource in entry array', { entry: [] }],
])('%s', async ([diagnostics, edits]) => {
  const answer = await notify(edits);
  expect(faultOf(answer)).toEqual(refusalOf(diagnostics));
  expect(answer.headers.get('notification-id')).toBe(notification);
});

test.for<[string, string, object]>([
  [
    'McMatch-Single',
    'BAP 4WG',
    {
      code: 'SINGLE_MATCH',
      display: 'Single match found',
      diagnostics: 'Unable to create new patient. NHS number 5900004899 found for supplied demographic data.',
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
])('a baby %s of %s is known', async ([family, postalCode, match]) => {
  const answer = await notify({ 'entry/0/resource/name/0/family': family, 'entry/0/resource/address/0/postalCode': postalCode });
  expect(faultOf(answer)).toEqual({ status: 200, issue: 'value', severity: 'error', ...match });
  expect(answer.headers.get('notification-id')).toBe(notification);
});

test('the baby may stand elsewhere, and is spoken of as the first entry', async () => {
  const order = [...resources.slice(8, 9), ...resources.slice(1, 8), ...resources.slice(0, 1), ...resources.slice(9)];
  expect((await send(bundleOf(order))).json).toMatchObject({ id: '5900010775', name: [{ family: 'Weaver' }] });
  const refused = await send(edited(bundleOf(order), { 'entry/8/resource/gender': undefined }));
  expect(faultOf(refused)).toEqual(refusalOf("Missing value - 'entry/0/resource/gender'"));
});

test('the mother’s number is asked of her own entry, not of how she is related', async () => {
  expect((await notify({ 'entry/6/resource/identifier': undefined })).status).toBe(201);
});

test('the request id and the token are looked at first', async () => {
  for (const [headers, status] of [
    [{ 'X-Request-ID': '12345' }, 400],
    [{ 'X-Request-ID': '' }, 400],
    [{ Authorization: 'Bearer HEALTHCARE_WORKER' }, 401],
  ] as const) {
    const answer = await send({}, headers);
    expect([answer.status, answer.headers.get('notification-id')]).toEqual([status, notification]);
  }
});
