/** Turns a problem into what is sent: its status, its media type and its body, in the dialect declared or inferred for the API. */
import type { Json } from '../contract/contract.ts';
import { isJsonType, negotiate } from '../contract/media-type.ts';
import type { Dialect } from '../mock/dialect.ts';
import type { Problem } from '../mock/problem.ts';
import { writeBody } from './body/write-body.ts';
import type { FaultPlan } from './fault-plan.ts';
import { responseFor } from './form/error-form.ts';
import { gatewayFault } from './gateway-fault.ts';
import { reportsOf } from './report.ts';
import { statusFor } from './status-for.ts';

export interface WrittenProblem {
  readonly status: number;
  readonly type: string;
  /** A text under a type that is not JSON is sent as it is; undefined is an empty body. */
  readonly body: Json | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

export interface AboutProblem {
  /** undefined where no API owns the path. */
  readonly plan: FaultPlan | undefined;
  readonly declared: Dialect | undefined;
  readonly problem: Problem;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: number;
  readonly id: string;
  readonly accept?: string | undefined;
  /** Of the request, within the API. */
  readonly path?: string | undefined;
  readonly method?: string | undefined;
}

export function writeProblem({ plan, declared, problem, now, id, accept, path, method }: AboutProblem): WrittenProblem {
  const operation = plan?.operation;
  const status = statusFor({ problem, operation, declared, terms: plan?.terms ?? [] });
  const answered = { status, id, now: new Date(now).toISOString() };
  const { headers = {} } = problem;
  if (!declared && plan) {
    const reports = reportsOf(status === 404 && problem.problem === 'invalid-value' ? { ...problem, problem: 'not-found' } : problem);
    const written = writeBody({ plan, reports, answered, accept });
    if (written) return { status, headers, ...written };
    // The contract shows no error body that can say this: what it documents as empty is left empty, the rest is the platform's.
    if (operation && responseFor(operation, status)?.content.length === 0)
      return { status, headers, type: 'application/json', body: undefined };
  }
  const dialect = declared ?? gatewayFault;
  const text = dialect.plain?.(problem);
  if (text !== undefined) return { status, headers, type: 'text/plain;charset=utf-8', body: text };
  // A refusal is sent even to who accepts none of its types (RFC 9110 §15.5.7).
  const types = [dialect.type, ...(dialect.others?.(problem) ?? [])];
  // Whoever takes JSON too gets that: browsers ask for XML before all else, and nobody means it.
  const type = negotiate(accept, types.filter(isJsonType)) ?? negotiate(accept, types) ?? dialect.type;
  return {
    status,
    headers,
    type,
    body: dialect.write(problem, {
      ...answered,
      type,
      ...(operation && { operation }),
      ...(path !== undefined && { path }),
      ...(method !== undefined && { method }),
    }),
  };
}
