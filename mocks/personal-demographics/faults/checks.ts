/** The checks every request passes before its body is looked at, in the order the service makes them, which differs by operation. */
import { parseNhsNumber } from '../../../src/fhir/nhs-number.ts';
import { askedIn } from '../../../src/mock/any-call.ts';
import type { Fault } from '../../../src/mock/problem.ts';
import { checksInOrder, ifMatch, nhsNumberInPath, requestId, roleProfile, type HeadCheck } from '../../../src/nhs/checks-in-order.ts';
import { spine } from '../../../src/nhs/spine/spine-faults.ts';
import { coverageSearchWanted } from './errors.ts';

/** The service says no more than that it is unsupported; what it wants is told where the sandbox explains the answer. */
const jsonPatchType: HeadCheck = (call) => {
  const sent = call.header('Content-Type') ?? '';
  return /^application\/json-patch\+json\s*(;|$)/i.test(sent)
    ? undefined
    : { ...spine('UNSUPPORTED_SERVICE'), faults: [wrongType(sent, 'application/json-patch+json')] };
};

/** Any type; whether the contract has it is looked at later. */
const someType: HeadCheck = (call) =>
  (call.header('Content-Type') ?? '') === ''
    ? { ...spine('UNSUPPORTED_SERVICE'), faults: [wrongType('', 'application/json or application/fhir+json')] }
    : undefined;

function wrongType(sent: string, wanted: string): Fault {
  const told =
    sent === '' ? '; none was sent' : /^application\/(fhir\+)?json\s*(;|$)/i.test(sent) ? `; ${sent.split(/\s*;/)[0]} was sent` : '';
  return { in: 'header', name: 'Content-Type', pointer: '', keyword: 'contentType', message: `must be ${wanted}${told}` };
}

export const role = roleProfile(
  'Refer to the guidance for this header in our API Specification https://digital.nhs.uk/developer/api-catalogue/personal-demographics-service-fhir',
);

/** The one form a coverage search has. */
const coverageSearch: HeadCheck = (call) => {
  const subscriber = askedIn(call)['subscriber:identifier'];
  if (call.undeclared.length > 0 || typeof subscriber !== 'string' || subscriber === '') {
    return coverageSearchWanted();
  }
  return parseNhsNumber(subscriber) === undefined ? spine('INVALID_RESOURCE_ID') : undefined;
};

export const headerRules = checksInOrder({
  'get-patient': [requestId, role, nhsNumberInPath],
  'get-related-people': [requestId, role, nhsNumberInPath],
  'search-patient': [requestId, role],
  'create-patient': [requestId, role],
  'process-birth-details': [requestId, role],
  'update-patient-partial': [nhsNumberInPath, ifMatch, jsonPatchType, requestId, role],
  'get-coverage': [requestId, coverageSearch],
  'poll-write': [requestId],
  'post-coverage': [ifMatch, someType, requestId],
});
