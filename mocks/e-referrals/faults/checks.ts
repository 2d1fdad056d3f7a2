/** What the contract's checks find, told in the order of the service: what a path leads to, and its version, come before a body. */
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { AskedAtGate } from '../../../src/mock/mock.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { appointmentToChange } from '../booking/cancel-appointment.ts';
import { referralToChange } from '../referral/target.ts';
import { historyNotSupported } from './refusals.ts';

const keepsVersions = /^\/?STU3\/(?:ReferralRequest|CommunicationRequest|Appointment)\/[^/]+\/_history\/[^/]+$/;

/** Versions are asked of what has none. */
export function gate({ path }: AskedAtGate): Problem | undefined {
  return /\/_history(?:\/|$)/.test(path) && !keepsVersions.test(path) ? historyNotSupported : undefined;
}

const ofBody: ReadonlySet<string> = new Set(['missing-value', 'invalid-value', 'missing-body', 'malformed-body']);

/** Looks for what is to be changed, by the operations that change something. */
const targets: Readonly<Record<string, (call: AnyCall) => object>> = {
  ubrn: referralToChange,
  id: appointmentToChange,
};

export function inOwnWords(problem: Problem, call: AnyCall): Problem {
  if (problem.said || problem.isWanted || !ofBody.has(problem.problem)) return problem;
  const { faults = [] } = problem;
  const ofQuery = faults.filter((fault) => fault.in === 'query');
  if (ofQuery.length > 0) return { ...problem, faults: ofQuery, said: { status: 400 } };
  const sooner = targetProblem(call);
  return sooner ?? { ...problem, faults: faults.filter((fault) => fault.in === 'body'), said: { status: 422 } };
}

function targetProblem(call: AnyCall): Problem | undefined {
  if (!call.operation.parameters.some(({ name }) => name === 'If-Match')) return undefined;
  const name = Object.keys(targets).find((each) => call.path[each] !== undefined);
  const found = name === undefined ? undefined : targets[name]?.(call);
  return found && 'problem' in found ? (found as Problem) : undefined; // what is told with a problem is one
}
