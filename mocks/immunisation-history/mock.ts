/** Immunisation History: the vaccinations of people's records, against the three targets that it has. */
import type { operations } from '../../src/generated/immunisation-history.types.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Mock } from '../../src/mock/mock.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { access, withoutLeave } from './access.ts';
import { asked } from './asked.ts';
import { dialect } from './dialect.ts';
import { historyOf } from './history.ts';

/** The gateway sets these itself, and takes them from nobody. */
const ofGateway = ['AUTHORISED_TARGETS', 'X-Request-Url'];

export default {
  access,
  dialect,
  problems: inOwnWords,
  behaviours: {
    'get-immunisation-history': (call) => {
      const header = ofGateway.find((name) => call.header(name) !== undefined);
      if (header !== undefined)
        return { status: 404, body: { error: 'invalid_request', error_description: `${header} cannot be provided in headers` } };
      const wanted = asked(call);
      if ('problem' in wanted) return wanted;
      return withoutLeave(call, wanted.target) ?? { status: 200, headers: { version: wanted.version }, rendered: historyOf(call, wanted) };
    },
  },
} satisfies Mock<operations>;

/** What the contract's checks find is told in the service's words and order; a token that is not accepted, in those of its gateway. */
function inOwnWords(problem: Problem, call: AnyCall): Problem {
  if (problem.isWanted) return problem;
  if (problem.token) return { ...problem, said: { issue: 'forbidden', diagnostics: 'Provided access token is invalid' } };
  if (problem.problem !== 'missing-value' && problem.problem !== 'invalid-value') return problem;
  const own = problem.said ? undefined : asked(call);
  return own && 'problem' in own ? { ...own, ...(problem.faults && { faults: problem.faults }) } : problem;
}
