/** How the authorization server says what it refuses (RFC 6749 §5.2, with the platform's `message_id`). */
import type { Dialect } from '../mock/dialect.ts';

export const oauthErrors: Dialect = {
  name: 'oauth',
  type: 'application/json',
  statuses: {
    'unknown-path': [404],
    'method-not-allowed': [405],
    'malformed-url': [400],
    'malformed-body': [400],
    'invalid-value': [400],
    'missing-value': [400],
    'live-data': [422],
    unauthorised: [401],
    forbidden: [403],
    'too-large': [413],
    'unsupported-media-type': [415],
    'rate-limited': [429],
    internal: [500],
  },
  write({ problem, message, said }, { id }) {
    // The platform sends its 405 without a body: the Allow header says it all.
    if (problem === 'method-not-allowed') return undefined;
    return {
      error: said?.code ?? 'invalid_request',
      error_description: said?.diagnostics ?? (problem === 'unknown-path' ? 'Not Found' : message),
      message_id: `rrt-${id}`,
    };
  },
};
