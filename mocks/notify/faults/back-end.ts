/** What the service behind the gateway finds, once all of a body is right: a fault at a time, each with a place. */
import type { Problem, ProblemKind } from '../../../src/mock/problem.ts';
import type { Words } from './words.ts';

export function found(problem: ProblemKind, status: number, { code, title, detail }: Words, pointer?: string): Problem {
  return {
    problem,
    message: detail,
    said: { status, code, display: title, diagnostics: detail },
    ...(pointer !== undefined && { faults: [{ in: 'body', pointer, keyword: 'rule', message: detail }] }),
  };
}
