/** What a signed-in patient may change. */
import { expect, test } from 'vitest';
import { patientMayPatch } from '../../../../mocks/personal-demographics/update/patient-access.ts';
import { readPatches } from '../../../../mocks/personal-demographics/update/patches.ts';
import type { Json } from '../../../../src/contract/contract.ts';

const pharmacy = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NominatedPharmacy';
const record: Json = {
  telecom: [
    { id: '1', system: 'phone', use: 'home', value: '01632960587' },
    { id: '2', system: 'phone', use: 'mobile', value: '07700900123' },
  ],
  extension: [{ url: pharmacy }, { url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-DeathNotificationStatus' }],
};

const may = (...patches: readonly Json[]): boolean => {
  const read = readPatches(patches);
  if ('problem' in read) throw new Error(read.message);
  return patientMayPatch(record, read) === undefined;
};

test.for<[string, boolean, Json[]]>([
  ['a line of an address', true, [{ op: 'replace', path: '/address/0/line/0', value: 'X' }]],
  ['an emergency contact', true, [{ op: 'add', path: '/contact/-', value: {} }]],
  [
    'a whole mobile number',
    true,
    [{ op: 'replace', path: '/telecom/1', value: { id: '2', system: 'phone', use: 'mobile', value: '07700900124' } }],
  ],
  ['part of a mobile number', false, [{ op: 'replace', path: '/telecom/1/value', value: '07700900124' }]],
  [
    'a home telephone',
    false,
    [{ op: 'replace', path: '/telecom/0', value: { id: '1', system: 'phone', use: 'home', value: '01632960588' } }],
  ],
  ['an e-mail address', true, [{ op: 'add', path: '/telecom/-', value: { system: 'email', use: 'home', value: 'a@example.com' } }]],
  ['a whole pharmacy', true, [{ op: 'replace', path: '/extension/0', value: { url: pharmacy } }]],
  [
    'a removal with its test',
    true,
    [
      { op: 'test', path: '/extension/0/url', value: pharmacy },
      { op: 'remove', path: '/extension/0' },
    ],
  ],
  ['a bare removal', false, [{ op: 'remove', path: '/extension/0' }]],
  [
    'a death',
    false,
    [
      {
        op: 'replace',
        path: '/extension/1',
        value: { url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-DeathNotificationStatus' },
      },
    ],
  ],
  ['a name', false, [{ op: 'replace', path: '/name/0', value: { id: '1', use: 'usual', family: 'X' } }]],
  ['gender', false, [{ op: 'replace', path: '/gender', value: 'male' }]],
  ['a birth date', false, [{ op: 'replace', path: '/birthDate', value: '1990-01-01' }]],
])('%s: %s', ([, allowed, patches]) => {
  expect(may(...patches)).toBe(allowed);
});
