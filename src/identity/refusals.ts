/** What the identity service refuses an application or a user, in its words (identity-service-api, its proxy and its end-to-end tests). */
import type { Problem, ProblemKind } from '../mock/problem.ts';

export interface TokenRefusal {
  readonly status: RefusalStatus;
  readonly error: string;
  readonly description: string;
  /** Seconds after which one may ask again. */
  readonly retryAfter?: number;
}

type RefusalStatus = 400 | 401 | 403 | 415 | 429 | 501;

const kinds: Readonly<Record<RefusalStatus, ProblemKind>> = {
  400: 'invalid-value',
  401: 'unauthorised',
  403: 'forbidden',
  415: 'unsupported-media-type',
  429: 'rate-limited',
  501: 'not-implemented',
};

export const refusalOf = (status: RefusalStatus, description: string, error = 'invalid_request'): TokenRefusal => ({
  status,
  error,
  description,
});

export const isRefused = <T extends object>(decided: T | TokenRefusal): decided is TokenRefusal => 'description' in decided;

/** As a behaviour answers with it. */
export const oauthProblem = ({ status, error, description, retryAfter }: TokenRefusal): Problem => ({
  problem: kinds[status],
  message: description,
  said: { status, code: error, diagnostics: description },
  ...(retryAfter !== undefined && { headers: { 'Retry-After': String(retryAfter) } }),
});

export const notApproved = refusalOf(401, 'The developer app associated with the API key is not approved or revoked', 'access_denied');

export const notSubscribed = refusalOf(
  401,
  'API Key supplied does not have access to this resource. Please check the API Key you are using belongs to an app which has sufficient access to access this resource.',
  'access_denied',
);

export const noScopeLeft = refusalOf(
  401,
  'you have tried to request authorization but your application is not configured to use this authorization grant type',
  'unauthorized_client',
);
