/** The two ways in which the platform says that there are too many requests: a quota of a minute, and an arrest of spikes within it. */
import type { RateLimit } from '../mock/problem.ts';

interface SaidLimit {
  /** In the platform's own shape. */
  readonly errorcode: string;
  readonly faultstring: string;
  /** In the words of an API that has its own. */
  readonly message: string;
  /** Seconds after which one may come again. */
  readonly retryAfter: number;
}

export const rateLimits: Readonly<Record<RateLimit, SaidLimit>> = {
  quota: {
    errorcode: 'policies.ratelimit.QuotaViolation',
    faultstring: 'Rate limit quota violation. Quota limit exceeded.',
    message: 'The quota of requests of this application is used up.',
    retryAfter: 60,
  },
  'spike-arrest': {
    errorcode: 'policies.ratelimit.SpikeArrestViolation',
    faultstring: 'Spike arrest violation. Requests come faster than the allowed rate.',
    message: 'Requests come faster than this application may send them.',
    retryAfter: 1,
  },
};
