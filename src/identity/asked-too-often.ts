/** The platform counts what applications ask of its authorization server as it counts what they ask of an API. */
import { rateLimits } from '../dialect/rate-limits.ts';
import type { RegisteredApplication } from '../workspace/applications/applications.ts';
import { countRequest } from '../workspace/applications/count-request.ts';
import { accessHeader, isStrictlyAsked } from '../workspace/strict-access.ts';
import type { IdentityCall } from './identity-call.ts';
import { refusalOf, type TokenRefusal } from './refusals.ts';

/** Counts one more, where access is strict. In which words the platform refuses one too many nobody has published. */
export function askedTooOften(application: RegisteredApplication, call: IdentityCall): TokenRefusal | undefined {
  if (!isStrictlyAsked(call.settings, call.header(accessHeader))) return undefined;
  const { over } = countRequest(call.visit.workspace, application, { slug: 'oauth2' });
  if (!over) return undefined;
  const { faultstring, retryAfter } = rateLimits[over];
  return { ...refusalOf(429, faultstring), retryAfter };
}
