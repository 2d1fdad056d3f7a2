/** The ids that R4 has for what STU3 knows by its UBRN: of a referral, of a request for advice, or of both. */
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { adviceOf, type Advice } from '../advice/advice.ts';
import { unrelatedToAdvice } from '../advice/target.ts';
import { findReferral, type Referral } from '../referral/referral.ts';
import { isOver } from '../referral/states.ts';
import { unrelated } from '../referral/target.ts';
import { found, type Found } from './found.ts';
import { concept, identifierOf, isUbrnSystem, referenceTo } from './systems.ts';

/** The published examples leave one of the two out, though both are there. */
const published: Readonly<Record<string, readonly ('referral' | 'advice')[]>> = {
  '000000070000': ['referral'],
  '000000070001': ['advice'],
  '000000070003': [],
};

export function requestsByUbrn(call: AnyCall): Found | Problem {
  const token = String(call.query['identifier'] ?? '');
  const [system, value] = token.includes('|') ? [token.slice(0, token.indexOf('|')), token.slice(token.indexOf('|') + 1)] : ['', token];
  if ((system !== '' && !isUbrnSystem(system)) || !/^\d{12}$/.test(value)) return badIdentifier;
  const [referral, advice] = [findReferral(call, value), adviceOf(call, value)];
  const isUntouched = referral?.alsoVersions !== undefined && advice?.alsoVersions !== undefined;
  const told = isUntouched ? (published[value] ?? ['referral', 'advice']) : ['referral', 'advice'];
  return found(call, [
    ...(referral && told.includes('referral') && !unrelated(call, referral) ? [ofReferral(referral)] : []),
    ...(advice && told.includes('advice') && !unrelatedToAdvice(call, advice) ? [ofAdvice(advice)] : []),
  ]);
}

const badIdentifier: Problem = {
  problem: 'invalid-value',
  message: 'identifier is a UBRN, with https://fhir.nhs.uk/Id/UBRN| before it or without.',
  said: { status: 400, code: 'REC_BAD_REQUEST', issue: 'invalid' },
};

const shared = (ubrn: string, version: number, isActive: boolean) => ({
  meta: { versionId: String(version) },
  identifier: [identifierOf('ubrn', ubrn)],
  status: isActive ? 'active' : 'completed',
  intent: 'order',
});

function ofReferral({ ubrn, version, requestId, nhsNumber, state }: Referral) {
  return {
    resourceType: 'ServiceRequest',
    id: requestId,
    ...shared(ubrn, version, !isOver(state)),
    category: [concept('message-category-servicerequest', 'referral')],
    subject: referenceTo('nhsNumber', nhsNumber),
  };
}

function ofAdvice({ ubrn, version, requestId, patient, isOver: isClosed }: Advice) {
  return {
    resourceType: 'ServiceRequest',
    id: `a.${requestId}`,
    ...shared(ubrn, version, !isClosed),
    category: [concept('message-category-servicerequest', 'request')],
    code: concept('servicerequest-code', 'advice-and-guidance'),
    subject: referenceTo('nhsNumber', patient),
  };
}
