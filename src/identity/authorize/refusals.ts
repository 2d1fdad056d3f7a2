/** What the identity service says where it refuses an application or a user, in its words (identity-service-api, its proxy). */
import type { Problem, ProblemKind } from '../../mock/problem.ts';

type Status = 400 | 401 | 501;

const kinds: Readonly<Record<Status, ProblemKind>> = { 400: 'invalid-value', 401: 'unauthorised', 501: 'not-implemented' };

export const oauthProblem = (status: Status, description: string, error = 'invalid_request'): Problem => ({
  problem: kinds[status],
  message: description,
  said: { status, code: error, diagnostics: description },
});

export const notApproved = oauthProblem(401, 'The developer app associated with the API key is not approved or revoked', 'access_denied');

export const notSubscribed = oauthProblem(
  401,
  'API Key supplied does not have access to this resource. Please check the API Key you are using belongs to an app which has sufficient access to access this resource.',
  'access_denied',
);
