/** NHS Notify lets in applications that are onboarded, each to the routing plans that are its own: those are its permissions. */
import { isObject } from '../../src/contract/json.ts';
import { valueAt } from '../../src/contract/json-pointer.ts';
import { bodyOf, type AnyCall } from '../../src/mock/any-call.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { applicationsOnly, mayDo } from '../../src/nhs/access-modes.ts';

/** Whoever has no plan at all is not onboarded. */
export const access = (call: AnyCall): Problem | undefined =>
  applicationsOnly(call) ??
  (mayDo(call, 'notify', () => true) ? undefined : { problem: 'forbidden', message: 'The application has no routing plan of notify.' });

/** The service behind the gateway looks for the plan when all of the body is right. */
export function permissions(call: AnyCall): Problem | undefined {
  const body = bodyOf(call);
  const plan = isObject(body) ? valueAt(body, ['data', 'attributes', 'routingPlanId']) : undefined;
  if (typeof plan !== 'string' || mayDo(call, 'notify', (permission) => permission === plan)) return undefined;
  const diagnostics = 'The routing plan specified either does not exist or is not in a usable state.';
  return {
    problem: 'not-found',
    message: diagnostics,
    said: { code: 'CM_NO_SUCH_ROUTING_PLAN', display: 'No such routing plan', diagnostics },
    faults: [{ in: 'body', pointer: '/data/attributes/routingPlan', keyword: 'permission', message: diagnostics }],
  };
}
