/** The Postcode Address File, as registrations use it; updates do so in `update/rules-place.test.ts`. */
import { expect, test } from 'vitest';
import { demographics, faultOf } from '../demographics.ts';
import { somebody } from '../people.ts';
import { paf, ukCore } from '../update/patching.ts';

const [, former] = somebody.addresses;
const registered = (address: object): object => ({
  resourceType: 'Patient',
  name: [{ use: 'usual', given: ['Robin'], family: 'Sampleton', period: { start: '1986-07-01' } }],
  gender: 'female',
  birthDate: '1982-07-10',
  address: [{ use: 'home', period: { start: '2020-01-01' }, ...address }],
  extension: [
    {
      url: `${ukCore}RegisteringAuthority`,
      extension: [
        {
          url: 'registeringAuthorityType',
          valueCodeableConcept: { coding: [{ system: 'https://fhir.nhs.uk/CodeSystem/UKCore-RegisteringAuthorityType', code: 'x' }] },
        },
        { url: 'organisationIdentifier', valueString: 'RGS' },
      ],
    },
  ],
});
const headers = { 'Content-Type': 'application/json' };

test('a PAF key and a postcode give a new patient the lines of their address', async () => {
  const body = registered({ postalCode: former?.postcode?.toLowerCase(), extension: [paf(former?.paf ?? '')] });
  expect(await demographics().call('POST', '/Patient', { body, headers })).toMatchObject({
    status: 201,
    body: { address: [{ line: former?.lines.filter((line) => line !== ''), postalCode: former?.postcode }] },
  });
});

test.for<[string, object, string, string]>([
  [
    'a key that nothing has',
    { postalCode: 'LS1 6AE', extension: [paf('00000001')] },
    'INVALID_CREATE',
    "Invalid patient create data provided - 'address lines 1 and 4 or 2 and 4 must be completed as a minimum'",
  ],
  [
    'a postcode that is none',
    { line: ['1 Invented Row', 'Leeds'], postalCode: 'NONSENSE' },
    'INVALID_VALUE',
    "Invalid value - 'NONSENSE' in field 'address/0/postalCode'",
  ],
])('%s is refused', async ([, address, code, diagnostics]) => {
  const answer = await demographics().call('POST', '/Patient', { body: registered(address), headers });
  expect(faultOf(answer)).toMatchObject({ status: 400, code, diagnostics });
});
