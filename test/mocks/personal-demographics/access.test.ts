/** What this API answers to applications of each access mode, and to the patients who sign in to them. */
import { describe, expect, test } from 'vitest';
import type { AccessMode, Application } from '../../../src/mock/access.ts';
import { anyone } from '../../../src/mock/caller.ts';
import type { Loose } from '../../sandbox.ts';
import { base, contract, demographics, faultOf, type Demographics } from './demographics.ts';

const own = '9000000009';
const requestId = '60e0b220-8136-4ca5-ae46-1d97ef59d068';
const other = '9000000017';
const as = (application: Application): Demographics => demographics({ caller: { ...anyone, application } });
const patient: Application = { mode: 'patient-access', proofing: 'P9', nhsNumber: own };

const change = [
  { op: 'add', path: '/address/-', value: { use: 'temp', line: ['1 Heron Way', '', '', 'Leeds'], period: { start: '2025-01-01' } } },
];
const card = { status: 'active' };
const examples = (id: string): unknown => contract.operations.find((each) => each.id === id)?.body?.content[0]?.examples[0]?.value;

/** One request per operation, about this patient. */
const requests: Readonly<Record<string, (service: Demographics, id: string) => ReturnType<Demographics['call']>>> = {
  'get-patient': ({ call }, id) => call('GET', `/Patient/${id}`),
  'get-related-people': ({ call }, id) => call('GET', `/Patient/${id}/RelatedPerson`),
  'search-patient': ({ call }) => call('GET', '/Patient?family=Smith&birthdate=2010-10-22&given=Jane'),
  'update-patient-partial': ({ patch }, id) => patch(id, 2, change),
  'create-patient': ({ call }) =>
    call('POST', '/Patient', { body: examples('create-patient'), headers: { 'Content-Type': 'application/json' } }),
  'process-birth-details': ({ call }) =>
    call('POST', '/Patient/$process-birth-details', {
      body: examples('process-birth-details'),
      headers: { 'Content-Type': 'application/fhir+json' },
    }),
  'poll-write': ({ call }) => call('GET', '/_poll/00000000-0000-0000-0000-000000000000'),
  'get-coverage': ({ call }, id) => call('GET', `/Coverage?subscriber%3Aidentifier=${id}`),
  'post-coverage': ({ call }, id) =>
    call('POST', '/Coverage', {
      body: { ...card, subscriber: { identifier: { value: id } } },
      headers: { 'Content-Type': 'application/json', 'If-Match': 'W/"2"' },
    }),
};

const asked = async (application: Application, operation: string, id = own): Promise<unknown> => {
  const answer = await requests[operation]?.(as(application), id);
  if (answer === undefined) return 'no such operation';
  // A refusal for another reason than access is none here.
  const { status, display } = faultOf(answer);
  return status === 403 || status === 401 ? display : 'yes';
};

test('every operation of the contract is asked here', () => {
  expect(Object.keys(requests).toSorted()).toEqual(contract.operations.map(({ id }) => id).toSorted());
});

const mayNot = 'Patient cannot perform this action';

describe.for<[AccessMode, Readonly<Record<string, string>>]>([
  [
    'user-restricted',
    {
      'get-coverage': 'Cannot GET resource with user-restricted access token',
      'post-coverage': 'Cannot POST resource with user-restricted access token',
    },
  ],
  [
    'patient-access',
    {
      'search-patient': mayNot,
      'create-patient': 'Cannot create resource with patient-access access token',
      'process-birth-details': 'Cannot create resource with patient-access access token',
    },
  ],
  ...(['application-restricted', 'privileged-application-restricted'] as const).map(
    (mode): [AccessMode, Readonly<Record<string, string>>] => [
      mode,
      {
        'update-patient-partial': `Cannot update resource with ${mode} access token`,
        'create-patient': `Cannot create resource with ${mode} access token`,
        'process-birth-details': `Cannot create resource with ${mode} access token`,
        'get-coverage': `Cannot GET resource with ${mode} access token`,
        'post-coverage': `Cannot POST resource with ${mode} access token`,
      },
    ],
  ),
])('in %s mode', ([mode, refusals]) => {
  const application: Application = mode === 'patient-access' ? patient : { mode };

  test.for(Object.keys(requests))('%s', async (operation) => {
    expect(await asked(application, operation)).toBe(refusals[operation] ?? 'yes');
  });
});

describe('an application that runs by itself', () => {
  const mode = 'application-restricted';

  test('finds one person, and may not ask for more', async () => {
    const { call, sandbox } = as({ mode });
    const youds = '/Patient?family=Youds&birthdate=1970-01-24';
    expect(faultOf(await call('GET', youds))).toMatchObject({ status: 200, code: 'TOO_MANY_MATCHES' });
    expect((await call('GET', `${youds}&gender=male`)).body['total']).toBe(1);
    // The service's own code for this issue is none of FHIR's, nor of its published contract, which every other answer here is held to.
    const response = await sandbox.request(`${base}${youds}&_max-results=2`, { headers: { 'X-Request-ID': requestId } });
    expect(faultOf({ status: response.status, headers: response.headers, body: (await response.json()) as Loose })).toEqual({
      status: 403,
      code: 'INVALID_VALUE',
      issue: 'token',
      severity: 'error',
      display: `Cannot retrieve more than one result with ${mode} access token`,
      diagnostics: 'Your app has insufficient permissions to perform this search. Please contact support.',
    });
  });

  test('updates where it has leave to', async () => {
    expect(await asked({ mode, mayUpdate: true }, 'update-patient-partial')).toBe('yes');
  });
});

describe('a signed-in patient', () => {
  test.for(['get-patient', 'get-related-people', 'update-patient-partial', 'get-coverage', 'post-coverage'])(
    'may not ask about somebody else: %s',
    async (operation) => {
      expect(await asked(patient, operation, other)).toBe(mayNot);
    },
  );

  test.for(['P0', 'P5'] as const)('of proofing level %s may do nothing', async (proofing) => {
    expect(await asked({ ...patient, proofing }, 'get-patient')).toBe(mayNot);
  });

  test('asks for coverage with the colon percent-encoded', async () => {
    const answer = await as(patient).call('GET', `/Coverage?subscriber:identifier=${own}`);
    expect(faultOf(answer)).toMatchObject({ status: 400, code: 'INVALID_SEARCH_DATA' });
  });

  test('changes an address, and not a gender', async () => {
    const { patch } = as(patient);
    const refused = await patch(own, 2, [{ op: 'replace', path: '/gender', value: 'unknown' }]);
    expect(faultOf(refused)).toMatchObject({
      code: 'INVALID_UPDATE',
      diagnostics: 'Invalid update with error - This user does not have permission to update the fields in the patches provided.',
    });
    const changed = await patch(own, 2, [
      { op: 'replace', path: '/address/0/id', value: '456' },
      { op: 'replace', path: '/address/0/line/0', value: '2 Trevelyan Square' },
    ]);
    expect([changed.status, changed.body['address']?.[0]?.['line']?.[0]]).toEqual([200, '2 Trevelyan Square']);
  });
});

test('an application without an ASID may do nothing', async () => {
  const { call } = as({ mode: 'user-restricted', hasAsid: false });
  expect(faultOf(await call('GET', `/Patient/${own}`))).toEqual({
    status: 400,
    code: 'MISSING_VALUE',
    issue: 'value',
    severity: 'error',
    display: 'Required value is missing',
    diagnostics: 'No ASID is associated with your app. Please contact support.',
  });
});
