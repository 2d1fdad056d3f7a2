/** Every check that a request passes, by name, and the order in which they are asked. */
import type { Answerer } from '../../answer/answer.ts';
import type { Answered } from '../../answer/documented.ts';
import type { PolicyName } from '../../mock/mock.ts';
import type { Problem } from '../../mock/problem.ts';
import type { Api } from '../api.ts';
import type { Incoming } from '../request/incoming.ts';
import { checkAccess, checkPermissions } from './access.ts';
import { checkAccept, checkBodyType, checkContract, checkHeaderRules, checkSize } from './checks.ts';
import { checkExpectation } from './expectation.ts';
import { checkFaults } from './faults.ts';
import { checkGate } from './gate.ts';
import { checkRateLimit } from './rate-limit.ts';
import { checkToken, isStrict } from './token.ts';

/** A check of a request. A problem ends its way, as does an answer in the place of its own; nothing lets it pass. */
export type Policy = (incoming: Incoming, answerer: Answerer) => Problem | Answered | undefined;

/**
 * That of the NHS platform: what the head of a request shows comes before what is in its body. Reading a body and keeping live data out
 * come before all of these, and no API can leave them out.
 */
export const platformOrder: readonly PolicyName[] = [
  'expectation',
  'faults',
  'token',
  'rate-limit',
  'access',
  'gate',
  'size',
  'accept',
  'header-rules',
  'body-type',
  'contract',
  'permissions',
];

const policies: Readonly<Record<PolicyName, Policy>> = {
  expectation: checkExpectation,
  faults: checkFaults,
  token: checkToken,
  'rate-limit': checkRateLimit,
  access: checkAccess,
  gate: checkGate,
  size: checkSize,
  accept: checkAccept,
  'header-rules': checkHeaderRules,
  'body-type': checkBodyType,
  contract: checkContract,
  permissions: checkPermissions,
};

const inOrder = (order: readonly PolicyName[]): readonly Policy[] => order.map((name) => policies[name]);

const usual = inOrder(platformOrder);

/** The checks of an API in their order: the platform's, unless its mock states another. */
export function policiesOf({ mock }: Api): readonly Policy[] {
  return mock?.order ? inOrder(mock.order) : usual;
}

/** What is asked before path and body are looked at, whatever is wrong with these: token and limits where access is strict, and what the API asks of all. */
export function atTheGate(incoming: Incoming): Problem | undefined {
  return (isStrict(incoming) ? lettingIn(incoming) : undefined) ?? checkGate(incoming);
}

/** Where the API asks it at all. */
function lettingIn(incoming: Incoming): Problem | undefined {
  const order = incoming.api?.mock?.order ?? platformOrder;
  return (
    (order.includes('token') ? checkToken(incoming) : undefined) ?? (order.includes('rate-limit') ? checkRateLimit(incoming) : undefined)
  );
}
