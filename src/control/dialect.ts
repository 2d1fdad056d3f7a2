/** How the sandbox says its own problems: RFC 9457, with every place that is wrong. */
import { reasonTitle } from '../dialect/words/reason-phrases.ts';
import type { Dialect } from '../mock/dialect.ts';

export const problemJson: Dialect = {
  name: 'problem+json',
  type: 'application/problem+json',
  statuses: {
    'malformed-url': [400],
    'missing-body': [400],
    'missing-value': [400],
    'invalid-value': [400],
    unauthorised: [401],
    forbidden: [403],
    'not-found': [404],
    conflict: [409],
    unprocessable: [422],
    'live-data': [422],
    'rate-limited': [429],
  },
  write: ({ message, faults = [] }, { status }) => ({
    type: 'about:blank',
    title: reasonTitle(status),
    status,
    detail: message,
    ...(faults.length > 0 && {
      errors: faults.slice(0, shownFaults).map(({ in: place, name, pointer, message: detail }) => ({
        in: place,
        ...(name !== undefined && { name }),
        pointer,
        detail,
      })),
    }),
  }),
};

const shownFaults = 20;
