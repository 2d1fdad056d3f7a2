/** Turns a problem into what is sent: its status, its media type and its body, in the dialect declared or inferred for the API. */
import type { Contract, Json, Operation } from '../contract/contract.ts';
import type { Dialect, Problem } from '../mock.ts';
import { gatewayFault } from './gateway-fault.ts';
import { writeInferred } from './inferred-dialect.ts';
import { learnFaults, type KnownFaults } from './published/known-faults.ts';
import { reportsOf } from './report.ts';
import { statusFor } from './status-for.ts';
import { responseFor } from './form/error-form.ts';

export interface WrittenProblem {
  readonly status: number;
  readonly type: string;
  /** A text under a type that is not JSON is sent as it is; undefined is an empty body. */
  readonly body: Json | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

export interface AboutProblem {
  readonly contract: Contract | undefined;
  /** undefined where the path or the method names none. */
  readonly operation: Operation | undefined;
  readonly declared: Dialect | undefined;
  readonly problem: Problem;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: number;
  readonly id: string;
  readonly accept?: string | undefined;
  /** Of the request, within the API. */
  readonly path?: string | undefined;
}

/** A contract never changes once loaded, so what it teaches is kept for as long as it lives. */
const learnt = new WeakMap<Contract, KnownFaults>();

function knownFaults(contract: Contract): KnownFaults {
  const known = learnt.get(contract) ?? learnFaults(contract);
  learnt.set(contract, known);
  return known;
}

export function writeProblem({ contract, operation, declared, problem, now, id, accept, path }: AboutProblem): WrittenProblem {
  const known = contract && knownFaults(contract);
  const terms = known && operation ? known.termsOf(operation) : [];
  const status = statusFor({ problem, operation, declared, terms });
  const answered = { status, id, now: new Date(now).toISOString() };
  const { headers = {} } = problem;
  const reports = reportsOf(status === 404 && problem.problem === 'invalid-value' ? { ...problem, problem: 'not-found' } : problem);
  if (!declared && contract && known) {
    const inferred = writeInferred({ contract, known, operation, reports, answered, accept });
    if (inferred) return { status, headers, ...inferred };
    // The contract shows no error body anywhere: what it documents as empty is left empty, the rest is the platform's.
    if (operation && responseFor(operation, status)) return { status, headers, type: 'application/json', body: undefined };
  }
  const dialect = declared ?? gatewayFault;
  return {
    status,
    headers,
    type: dialect.type,
    body: dialect.write(problem, { ...answered, ...(operation && { operation }), ...(path !== undefined && { path }) }),
  };
}
