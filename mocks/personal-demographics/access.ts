/** Who may do what: the service's access modes as a table, and the decision as a pure function of what is known of a caller. */
import type { Problem } from '../../src/mock/problem.ts';
import { spine } from '../../src/nhs/spine/spine-faults.ts';
import { invalidSearch } from '../../src/nhs/spine/spine-words.ts';

export type AccessMode = 'user-restricted' | 'patient-access' | 'application-restricted' | 'privileged-application-restricted';

export type OperationId =
  | 'search-patient'
  | 'create-patient'
  | 'get-patient'
  | 'update-patient-partial'
  | 'get-related-people'
  | 'process-birth-details'
  | 'get-coverage'
  | 'post-coverage';

/** What identity knows of a caller; the port through which the table is asked. */
export interface Caller {
  readonly mode: AccessMode;
  /** NHS login: proofing level of the signed-in patient. */
  readonly proofing?: 'P0' | 'P5' | 'P9';
  /** NHS login: the signed-in patient's own number. */
  readonly nhsNumber?: string;
  /** The application has an accredited system id; without one nothing works. */
  readonly hasAsid?: boolean;
  /** An application-restricted application with leave to update. */
  readonly mayUpdate?: boolean;
}

export interface Asked {
  readonly operationId: OperationId;
  /** NHS number of the record asked about, where the request names one. */
  readonly nhsNumber?: string;
  readonly maxResults?: number;
  /** The query as sent, percent-encoding and all. */
  readonly rawQuery?: string;
}

type Verdict = 'yes' | 'no patient' | 'no update' | 'no create' | 'no coverage' | 'own record' | 'one result';

const applicationRules: Readonly<Record<OperationId, Verdict>> = {
  'get-patient': 'yes',
  'get-related-people': 'yes',
  'search-patient': 'one result',
  'update-patient-partial': 'no update',
  'create-patient': 'no create',
  'process-birth-details': 'no create',
  'get-coverage': 'no coverage',
  'post-coverage': 'no coverage',
};

export const table: Readonly<Record<AccessMode, Readonly<Record<OperationId, Verdict>>>> = {
  'user-restricted': {
    'get-patient': 'yes',
    'get-related-people': 'yes',
    'search-patient': 'yes',
    'update-patient-partial': 'yes',
    'create-patient': 'yes',
    'process-birth-details': 'yes',
    'get-coverage': 'no coverage',
    'post-coverage': 'no coverage',
  },
  'patient-access': {
    'get-patient': 'own record',
    'get-related-people': 'own record',
    'search-patient': 'no patient',
    'update-patient-partial': 'own record',
    'create-patient': 'no create',
    'process-birth-details': 'no create',
    'get-coverage': 'own record',
    'post-coverage': 'own record',
  },
  'application-restricted': applicationRules,
  'privileged-application-restricted': applicationRules,
};

const guidance = 'https://digital.nhs.uk/developer/api-catalogue/personal-demographics-service-fhir';

/** Undefined where the caller may. */
export function decide(caller: Caller, asked: Asked): Problem | undefined {
  if (caller.proofing === 'P0' || caller.proofing === 'P5') return patientMayNot();
  if (caller.hasAsid === false) {
    return spine('MISSING_VALUE', 'No ASID is associated with your app. Please contact support.', { issue: 'value' });
  }
  const { mode } = caller;
  switch (table[mode][asked.operationId]) {
    case 'yes':
      return undefined;
    case 'no patient':
      return patientMayNot();
    case 'no update':
      return caller.mayUpdate === true
        ? undefined
        : refused('INVALID_METHOD', `Cannot update resource with ${mode} access token`, 'use this method');
    case 'no create':
      return refused('INVALID_METHOD', `Cannot create resource with ${mode} access token`, 'use this method');
    case 'no coverage': {
      const method = asked.operationId === 'get-coverage' ? 'GET' : 'POST';
      return refused('ACCESS_DENIED', `Cannot ${method} resource with ${mode} access token`, 'use this operation');
    }
    case 'one result':
      return asked.maxResults === undefined || asked.maxResults === 1
        ? undefined
        : refused('INVALID_VALUE', `Cannot retrieve more than one result with ${mode} access token`, 'perform this search', 'token');
    case 'own record':
      return ownRecord(caller, asked);
  }
}

/** A signed-in patient's gateway wants the colon of the coverage search percent-encoded, and nothing after the number. */
function ownRecord(caller: Caller, asked: Asked): Problem | undefined {
  if (asked.operationId === 'get-coverage' && asked.rawQuery !== undefined && !/^subscriber%3Aidentifier=\d{10}$/i.test(asked.rawQuery)) {
    return invalidSearch('Coverage search request must follow the format /Coverage?subscriber:identifier=NHS_NUMBER');
  }
  return caller.nhsNumber !== undefined && caller.nhsNumber === asked.nhsNumber ? undefined : patientMayNot();
}

function patientMayNot(): Problem {
  return spine(
    'ACCESS_DENIED',
    `Your access token has insufficient permissions. See documentation regarding Patient access restrictions ${guidance}`,
    { status: 403, display: 'Patient cannot perform this action' },
  );
}

function refused(code: 'INVALID_METHOD' | 'ACCESS_DENIED' | 'INVALID_VALUE', display: string, what: string, issue = 'forbidden'): Problem {
  return spine(code, `Your app has insufficient permissions to ${what}. Please contact support.`, { status: 403, display, issue });
}

/** The most results a caller may be given: an application takes one and no more. */
export function resultsAllowed({ mode }: Caller, asked: number): number {
  return table[mode]['search-patient'] === 'one result' ? 1 : asked;
}
