/** The checks every request passes before its body is looked at, in the order the service makes them, which differs by operation. */
import { parseNhsNumber } from '../../../src/fhir/nhs-number.ts';
import type { Call } from '../../../src/mock/call.ts';
import type { Fault, Problem } from '../../../src/mock/problem.ts';
import { echoing, invalidHeader, invalidSearch, spine } from './errors.ts';

type Check = (call: Call) => Problem | undefined;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const requestId: Check = (call) => {
  const id = call.header('X-Request-ID');
  if (id === undefined || id === '') {
    return spine('MISSING_VALUE', 'Invalid request with error - X-Request-ID header must be supplied to access this resource');
  }
  return uuid.test(id) ? undefined : invalidHeader(id, 'X-Request-ID');
};

const patientId: Check = (call) => (parseNhsNumber(call.path['id'] ?? '') === undefined ? spine('INVALID_RESOURCE_ID') : undefined);

/** Missing or no weak tag of a number: both count as not supplied. */
const ifMatch: Check = (call) =>
  /^W\/"\d+"$/.test(call.header('If-Match') ?? '')
    ? undefined
    : spine('PRECONDITION_FAILED', 'Invalid request with error - If-Match header must be supplied to update this resource');

/** The service says no more than that it is unsupported; what it wants is told where the sandbox explains the answer. */
const jsonPatchType: Check = (call) => {
  const sent = call.header('Content-Type') ?? '';
  return /^application\/json-patch\+json\s*(;|$)/i.test(sent)
    ? undefined
    : { ...spine('UNSUPPORTED_SERVICE'), faults: [wrongPatchType(sent)] };
};

const wrongPatchType = (sent: string): Fault => {
  const told =
    sent === '' ? '; none was sent' : /^application\/(fhir\+)?json\s*(;|$)/i.test(sent) ? `; ${sent.split(/\s*;/)[0]} was sent` : '';
  return { in: 'header', name: 'Content-Type', pointer: '', keyword: 'contentType', message: `must be application/json-patch+json${told}` };
};

const roleProfile: Check = (call) => {
  const urid = call.header('NHSD-Session-URID');
  if (urid === undefined || /^\d+$/.test(urid)) return undefined;
  const guidance =
    'Refer to the guidance for this header in our API Specification https://digital.nhs.uk/developer/api-catalogue/personal-demographics-service-fhir';
  const problem = invalidHeader(urid, 'NHSD-Session-URID');
  return echoing(spine('INVALID_VALUE', `${problem.said?.diagnostics ?? ''}. ${guidance}`), `${problem.message}. ${guidance}`);
};

/** The one form a coverage search has. */
const coverageSearch: Check = (call) => {
  const subscriber = call.query['subscriber:identifier'];
  if (call.undeclared.length > 0 || typeof subscriber !== 'string' || subscriber === '') {
    return invalidSearch('Coverage search request must follow the format /Coverage?subscriber:identifier=NHS_NUMBER');
  }
  return parseNhsNumber(subscriber) === undefined ? spine('INVALID_RESOURCE_ID') : undefined;
};

const checks: Readonly<Record<string, readonly Check[]>> = {
  'get-patient': [requestId, roleProfile, patientId],
  'get-related-people': [requestId, roleProfile, patientId],
  'search-patient': [requestId, roleProfile],
  'create-patient': [requestId, roleProfile],
  'process-birth-details': [requestId, roleProfile],
  'update-patient-partial': [patientId, ifMatch, jsonPatchType, requestId, roleProfile],
  'get-coverage': [requestId, coverageSearch],
  'post-coverage': [requestId, ifMatch],
};

export function firstProblem(call: Call): Problem | undefined {
  for (const check of checks[call.operation.id] ?? []) {
    const problem = check(call);
    if (problem) return problem;
  }
  return undefined;
}
