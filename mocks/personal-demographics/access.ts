/** Who may do what, by access mode: asked as soon as it is known what a request is for. */
import type { operations } from '../../src/generated/personal-demographics.types.ts';
import { isObject } from '../../src/contract/json.ts';
import { valueAt } from '../../src/contract/json-pointer.ts';
import type { Application } from '../../src/mock/access.ts';
import { bodyOf, type AnyCall } from '../../src/mock/any-call.ts';
import type { Caller } from '../../src/mock/caller.ts';
import type { ApiLimits } from '../../src/mock/mock.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { accessBy, refusedApplication, wantsAsid, type AccessRules, type Rule } from '../../src/nhs/access-modes.ts';
import { requestId } from '../../src/nhs/checks-in-order.ts';
import { spine } from '../../src/nhs/spine/spine-faults.ts';
import { role } from './faults/checks.ts';
import { coverageSearchWanted } from './faults/errors.ts';

type Verdict = 'no patient' | 'no update' | 'no create' | 'no coverage' | 'own record' | 'one result';
type Rules = AccessRules<keyof operations, Verdict>;

const ofApplications: Rules['table']['application-restricted'] = {
  'get-patient': 'yes',
  'get-related-people': 'yes',
  'search-patient': 'one result',
  'update-patient-partial': 'no update',
  'create-patient': 'no create',
  'process-birth-details': 'no create',
  'get-coverage': 'no coverage',
  'post-coverage': 'no coverage',
  'poll-write': 'yes',
};

const table: Rules['table'] = {
  'user-restricted': {
    'get-patient': 'yes',
    'get-related-people': 'yes',
    'search-patient': 'yes',
    'update-patient-partial': 'yes',
    'create-patient': 'yes',
    'process-birth-details': 'yes',
    'get-coverage': 'no coverage',
    'post-coverage': 'no coverage',
    'poll-write': 'yes',
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
    'poll-write': 'yes',
  },
  'application-restricted': ofApplications,
  'privileged-application-restricted': ofApplications,
};

const guidance = 'https://digital.nhs.uk/developer/api-catalogue/personal-demographics-service-fhir';

const patientMayNot = (): Problem =>
  spine(
    'ACCESS_DENIED',
    `Your access token has insufficient permissions. See documentation regarding Patient access restrictions ${guidance}`,
    { status: 403, display: 'Patient cannot perform this action' },
  );

const rules: Readonly<Record<Verdict, Rule>> = {
  'no patient': patientMayNot,
  'no update': ({ mode, mayUpdate }) =>
    mayUpdate === true
      ? undefined
      : refusedApplication('INVALID_METHOD', `Cannot update resource with ${mode} access token`, { to: 'use this method' }),
  'no create': ({ mode }) =>
    refusedApplication('INVALID_METHOD', `Cannot create resource with ${mode} access token`, { to: 'use this method' }),
  'no coverage': ({ mode }, { operation }) =>
    refusedApplication('ACCESS_DENIED', `Cannot ${operation.method.toUpperCase()} resource with ${mode} access token`, {
      to: 'use this operation',
    }),
  'one result': ({ mode }, { query }) =>
    query['_max-results'] === undefined || query['_max-results'] === 1
      ? undefined
      : refusedApplication('INVALID_VALUE', `Cannot retrieve more than one result with ${mode} access token`, {
          to: 'perform this search',
          issue: 'token',
        }),
  'own record': ownRecord,
};

/** A signed-in patient's gateway wants the colon of the coverage search percent-encoded, and nothing after the number. */
function ownRecord({ nhsNumber }: Application, call: AnyCall): Problem | undefined {
  if (call.operation.id === 'get-coverage' && !/^\?subscriber%3Aidentifier=\d{10}$/i.test(call.search)) {
    return coverageSearchWanted();
  }
  return nhsNumber !== undefined && nhsNumber === recordAsked(call) ? undefined : patientMayNot();
}

/** The number of the record that is asked about, wherever the request names it. */
function recordAsked(call: AnyCall): unknown {
  if (call.path['id'] !== undefined) return call.path['id'];
  const body = bodyOf(call);
  return isObject(body) ? valueAt(body, ['subscriber', 'identifier', 'value']) : call.query['subscriber:identifier'];
}

const isUnproven: Rule = ({ proofing }) => (proofing === 'P0' || proofing === 'P5' ? patientMayNot() : undefined);

/** Whether it is there is for the service behind the gateway to ask. */
const wellFormedId: Rule = (_, call) => (call.header('X-Request-ID') ? requestId(call) : undefined);

/** The order is that of the service’s gateway. */
export const access = accessBy({
  always: [isUnproven, wellFormedId, (_, call) => role(call), wantsAsid],
  table,
  rules,
  lets: { 'own record': 'own', 'no update': 'some', 'one result': 'some' },
});

/** On a counter of its own, before anything of it is looked at: so some of many are refused as invalid, and some as too many. */
export const limits: ApiLimits = { operations: { 'create-patient': 3 } };

/** The most results a caller may be given: an application takes one and no more. */
export function resultsAllowed({ application }: Caller, asked: number): number {
  return application && table[application.mode]['search-patient'] === 'one result' ? 1 : asked;
}

const asApplication: Application = { mode: 'application-restricted' };
const askedOfApplications: Readonly<Partial<Record<string, 'yes' | Verdict>>> = ofApplications;

/** What is said to who may not do it: to an application, and where that may do it, to a patient. */
export function refusedFor(call: AnyCall): Problem {
  const verdict = askedOfApplications[call.operation.id] ?? 'yes';
  return (verdict === 'yes' ? undefined : rules[verdict](asApplication, call)) ?? patientMayNot();
}
