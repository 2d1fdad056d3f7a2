/** What goes wrong on purpose: what a rule of the kind `faults` does to the requests that it is for. */
import type { RateLimit } from '../../mock/problem.ts';
import type { RuleMatch } from '../rules/match.ts';

/** Answers in the place of the API. */
export type AnswerEffect =
  | { readonly type: 'status'; readonly status: number; readonly example?: string }
  | { readonly type: 'rate-limit'; readonly kind: RateLimit; readonly retryAfter?: number }
  | { readonly type: 'gateway'; readonly status: GatewayStatus; readonly retryAfter?: number };

export type GatewayStatus = 408 | 500 | 502 | 503 | 504;

/** Milliseconds, or how they are spread: half of all answers wait less than the median. */
export type LatencyEffect =
  | { readonly type: 'latency'; readonly ms: number }
  | { readonly type: 'latency'; readonly median: number; readonly sigma: number };

/** What the wire does to an answer that is otherwise as it would be. */
export type WireEffect =
  | { readonly type: 'truncate'; readonly after: number }
  | { readonly type: 'slow-body'; readonly bytesPerSecond: number }
  | { readonly type: 'drop'; readonly after?: number };

/** A read answers what was there before its last write: where that was no longer ago than `by`, a duration of ISO 8601, if it is said. */
export interface StaleEffect {
  readonly type: 'stale';
  readonly by?: string;
}

export type FaultEffect = AnswerEffect | LatencyEffect | WireEffect | StaleEffect;

export interface FaultRule {
  readonly match?: RuleMatch;
  readonly effect: FaultEffect;
  /** False while it is paused. */
  readonly enabled?: boolean;
}
