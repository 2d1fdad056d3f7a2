/** What a request says about its answer. */
import { expect, test } from 'vitest';
import { bindRequest } from '../../src/meaning/bound.ts';
import { inferRoles } from '../../src/meaning/infer-roles.ts';
import { smallContract } from '../making/small-contract.ts';

const text = { type: 'string' };

test('path, query and body values are bound by name and by role; the last path parameter names the item', () => {
  const { contract, operation, at } = smallContract(
    { type: 'object', properties: { patient: { type: 'object', properties: { nhsNumber: text } } } },
    {
      path: '/surgeries/{odsCode}/visits/{visitId}',
      parameters: ['odsCode', 'visitId'].map((name) => ({ name, in: 'path', required: true, schema: text })),
    },
  );
  const bound = bindRequest(inferRoles(contract), operation, {
    path: { odsCode: 'Y90001', visitId: 'v-1' },
    body: { at, value: { patient: { nhsNumber: '9000000009' } } },
  });
  expect(bound).toEqual({
    byName: new Map([
      ['odscode', { value: 'Y90001', telling: true }],
      ['visitid', { value: 'v-1', telling: true }],
      ['nhsnumber', { value: '9000000009', telling: true }],
    ]),
    byRole: { 'organisation.odsCode': 'Y90001', 'patient.nhsNumber': '9000000009' },
    item: { name: 'visitId', value: 'v-1' },
  });
});

test('a value that its role refuses binds no role', () => {
  const { contract, operation } = smallContract(text, {
    path: '/people/{nhsNumber}',
    parameters: [{ name: 'nhsNumber', in: 'path', required: true, schema: text }],
  });
  expect(bindRequest(inferRoles(contract), operation, { path: { nhsNumber: '9000000000' } }).byRole).toEqual({});
});

test('a header speaks of the caller, unless it names a patient', () => {
  const parameters = [
    { name: 'End-User-Organisation-ODS', in: 'header', schema: text },
    { name: 'X-NHS-Number', in: 'header', schema: text },
  ];
  const { contract, operation } = smallContract(text, { parameters });
  const bound = bindRequest(inferRoles(contract), operation, {
    header: { 'end-user-organisation-ods': 'Y90001', 'x-nhs-number': '9000000009' },
  });
  expect(bound.byRole).toEqual({ 'patient.nhsNumber': '9000000009' });
});
