/** The platform's own fault, as its gateway answers where no API wraps it: `{"fault": {"faultstring", "detail": {"errorcode"}}}`. */
import type { Dialect } from '../mock/dialect.ts';
import type { ProblemKind, TokenFault } from '../mock/problem.ts';
import { rateLimits } from './rate-limits.ts';
import { reportsOf } from './report.ts';

/** The flow that finds the fault, in the platform's own naming (Apigee's). */
const ERROR_CODES: Partial<Record<ProblemKind, string>> = {
  'malformed-url': 'protocol.http.BadPath',
  'unknown-path': 'messaging.adaptors.http.flow.ApplicationNotFound',
  'method-not-allowed': 'messaging.adaptors.http.flow.MethodNotAllowed',
  'length-required': 'messaging.adaptors.http.flow.LengthRequired',
  'too-large': 'protocol.http.TooBigBody',
  unauthorised: 'oauth.v2.InvalidAccessToken',
  forbidden: 'keymanagement.service.InvalidAPICallAsNoApiProductMatchFound',
  'rate-limited': 'policies.ratelimit.QuotaViolation',
  timeout: 'messaging.adaptors.http.flow.GatewayTimeout',
  unavailable: 'messaging.adaptors.http.flow.ServiceUnavailable',
  internal: 'messaging.runtime.InternalServerError',
};

/** What is shown of who asks has an error code of its own for each fault. */
const TOKEN_CODES: Readonly<Record<TokenFault, string>> = {
  missing: 'oauth.v2.InvalidAccessToken',
  malformed: 'keymanagement.service.invalid_access_token',
  unknown: 'keymanagement.service.invalid_access_token',
  expired: 'keymanagement.service.access_token_expired',
  'no-product': 'keymanagement.service.InvalidAPICallAsNoApiProductMatchFound',
  'missing-key': 'steps.oauth.v2.FailedToResolveAPIKey',
  'unknown-key': 'oauth.v2.InvalidApiKey',
};

export const gatewayFault: Dialect = {
  name: 'gateway fault',
  type: 'application/json',
  write: (problem) => ({
    fault: {
      faultstring: problem.limit ? rateLimits[problem.limit].faultstring : reportsOf(problem).whole.message,
      detail: {
        errorcode:
          problem.said?.code ??
          (problem.limit && rateLimits[problem.limit].errorcode) ??
          (problem.token && TOKEN_CODES[problem.token]) ??
          ERROR_CODES[problem.problem] ??
          `messaging.adaptors.http.flow.${pascalCase(problem.problem)}`,
      },
    },
  }),
};

const pascalCase = (kind: string): string => kind.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
