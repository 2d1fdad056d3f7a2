/** The table of access modes, asked through its port. */
import { describe, expect, test } from 'vitest';
import {
  decide,
  resultsAllowed,
  table,
  type AccessMode,
  type Asked,
  type Caller,
  type OperationId,
} from '../../../mocks/personal-demographics/access.ts';

const own = '9000000009';
const said = (caller: Caller, asked: Asked): unknown[] | 'yes' => {
  const problem = decide(caller, asked);
  return problem === undefined
    ? 'yes'
    : [problem.said?.status, problem.said?.code, problem.said?.issue, problem.said?.display, problem.said?.diagnostics];
};
const patient: Caller = { mode: 'patient-access', proofing: 'P9', nhsNumber: own };
const patientMayNot = [
  403,
  'ACCESS_DENIED',
  'forbidden',
  'Patient cannot perform this action',
  'Your access token has insufficient permissions. See documentation regarding Patient access restrictions https://digital.nhs.uk/developer/api-catalogue/personal-demographics-service-fhir',
];
const app = (code: string, display: string, what: string, issue = 'forbidden'): unknown[] => [
  403,
  code,
  issue,
  display,
  `Your app has insufficient permissions to ${what}. Please contact support.`,
];

describe('a health worker', () => {
  const worker: Caller = { mode: 'user-restricted' };
  test('may do everything but coverage', () => {
    for (const operationId of [
      'get-patient',
      'search-patient',
      'create-patient',
      'update-patient-partial',
      'get-related-people',
      'process-birth-details',
    ] as const) {
      expect(said(worker, { operationId })).toBe('yes');
    }
    expect(said(worker, { operationId: 'get-coverage' })).toEqual(
      app('ACCESS_DENIED', 'Cannot GET resource with user-restricted access token', 'use this operation'),
    );
    expect(said(worker, { operationId: 'post-coverage' })).toEqual(
      app('ACCESS_DENIED', 'Cannot POST resource with user-restricted access token', 'use this operation'),
    );
  });
});

describe.for(['application-restricted', 'privileged-application-restricted'] as const)('an application in %s mode', (mode) => {
  test('may read, and search for one', () => {
    expect(said({ mode }, { operationId: 'get-patient' })).toBe('yes');
    expect(said({ mode }, { operationId: 'get-related-people' })).toBe('yes');
    expect(said({ mode }, { operationId: 'search-patient' })).toBe('yes');
    expect(said({ mode }, { operationId: 'search-patient', maxResults: 1 })).toBe('yes');
    expect(resultsAllowed({ mode }, 50)).toBe(1);
    expect(said({ mode }, { operationId: 'search-patient', maxResults: 2 })).toEqual(
      app('INVALID_VALUE', `Cannot retrieve more than one result with ${mode} access token`, 'perform this search', 'token'),
    );
  });

  test('may not change or create, unless it has leave to update', () => {
    expect(said({ mode }, { operationId: 'update-patient-partial' })).toEqual(
      app('INVALID_METHOD', `Cannot update resource with ${mode} access token`, 'use this method'),
    );
    expect(said({ mode, mayUpdate: true }, { operationId: 'update-patient-partial' })).toBe('yes');
    expect(said({ mode }, { operationId: 'create-patient' })).toEqual(
      app('INVALID_METHOD', `Cannot create resource with ${mode} access token`, 'use this method'),
    );
  });
});

describe('a patient', () => {
  test('may see and change their own record, and nobody else’s', () => {
    for (const operationId of ['get-patient', 'update-patient-partial', 'get-related-people', 'post-coverage'] as const) {
      expect(said(patient, { operationId, nhsNumber: own })).toBe('yes');
      expect(said(patient, { operationId, nhsNumber: '9000000017' })).toEqual(patientMayNot);
    }
  });

  test('may not search or create', () => {
    expect(said(patient, { operationId: 'search-patient' })).toEqual(patientMayNot);
    expect(said(patient, { operationId: 'create-patient' })).toEqual(
      app('INVALID_METHOD', 'Cannot create resource with patient-access access token', 'use this method'),
    );
  });

  test('asks for coverage with the colon percent-encoded', () => {
    const asked = { operationId: 'get-coverage', nhsNumber: own } as const;
    expect(said(patient, { ...asked, rawQuery: `subscriber%3Aidentifier=${own}` })).toBe('yes');
    expect(said(patient, { ...asked, rawQuery: `subscriber:identifier=${own}` }).slice(0, 2)).toEqual([400, 'INVALID_SEARCH_DATA']);
  });

  test.for(['P0', 'P5'] as const)('of proofing level %s may do nothing', (proofing) => {
    expect(said({ ...patient, proofing }, { operationId: 'get-patient', nhsNumber: own })).toEqual(patientMayNot);
  });
});

test('an application without an ASID may do nothing', () => {
  expect(said({ mode: 'user-restricted', hasAsid: false }, { operationId: 'get-patient' })).toEqual([
    400,
    'MISSING_VALUE',
    'value',
    'Required value is missing',
    'No ASID is associated with your app. Please contact support.',
  ]);
});

test('every mode says something of every operation', () => {
  const modes = Object.keys(table) as AccessMode[];
  const operations = Object.keys(table['user-restricted']) as OperationId[];
  expect([modes.length, operations.length]).toEqual([4, 8]);
  for (const mode of modes) expect(Object.keys(table[mode]).toSorted()).toEqual(operations.toSorted());
});
