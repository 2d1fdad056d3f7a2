/** How an API writes its faults. */
import type { JsonObject, Operation } from '../contract/contract.ts';
import type { Problem, ProblemKind } from './problem.ts';

/** Writes a problem in an API's own error shape. Data, so that a mock can declare one and a contract can have one inferred. */
export interface Dialect {
  readonly name: string;
  /** The media type of what it writes. */
  readonly type: string;
  /** Types that it can write a problem under as well: sent where the request's Accept header would rather have one of them. */
  readonly others?: (problem: Problem) => readonly string[];
  /** What it sends as plain text and not as that; undefined where it does not. */
  readonly plain?: (problem: Problem) => string | undefined;
  /** The status for a kind of problem, in order of preference; the first one that the operation documents is sent, else the first. */
  readonly statuses?: Partial<Record<ProblemKind, readonly number[]>>;
  /** Undefined is an empty body. */
  write(
    problem: Problem,
    about: {
      readonly status: number;
      /** The media type that it is sent under: what the request accepts of the dialect's own. */
      readonly type: string;
      readonly operation?: Operation;
      readonly now: string;
      readonly id: string;
      /** The request's path within this API, as sent: for dialects that name a path they do not know. */
      readonly path?: string;
      /** Of the request, in capitals. */
      readonly method?: string;
    },
  ): JsonObject | undefined;
}
