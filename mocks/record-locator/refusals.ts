/** What the record locator refuses by a rule of its own: its codes, and their words. */
import type { Problem, ProblemKind } from '../../src/mock/problem.ts';

/** Of the service of 2024; its value set has these displays. */
const codes = {
  BAD_REQUEST: ['invalid-value', 'Bad request', 'invalid'],
  INVALID_RESOURCE: ['invalid-value', 'Invalid validation of resource', 'invalid'],
  INVALID_NHS_NUMBER: ['invalid-value', 'Invalid NHS number', 'invalid'],
  INVALID_CODE_SYSTEM: ['invalid-value', 'Invalid code system', 'code-invalid'],
  INVALID_CODE_VALUE: ['invalid-value', 'Invalid code value', 'value'],
  INVALID_IDENTIFIER_SYSTEM: ['invalid-value', 'Invalid identifier system', 'invalid'],
  INVALID_IDENTIFIER_VALUE: ['invalid-value', 'Invalid identifier value', 'invalid'],
  AUTHOR_CREDENTIALS_ERROR: ['forbidden', 'Author credentials error', 'forbidden'],
  /** With a space: clients compare it. */
  'ACCESS DENIED': ['forbidden', 'Access has been denied to process this request', 'forbidden'],
  NO_RECORD_FOUND: ['not-found', 'No record found', 'not-found'],
  DUPLICATE_REJECTED: ['duplicate', 'Create would lead to creation of a duplicate resource', 'conflict'],
} as const satisfies Record<string, readonly [ProblemKind, string, string]>;

export type Code = keyof typeof codes;

interface Where {
  /** JSON pointer into the body; for a parameter of a query its name. */
  readonly at?: string;
  readonly issue?: string;
}

export function refused(code: Code, diagnostics: string, { at, issue }: Where = {}): Problem {
  const [problem, display, usual] = codes[code];
  return {
    problem,
    message: diagnostics,
    said: { code, display, issue: issue ?? usual, diagnostics },
    ...(at !== undefined && {
      faults: [
        at.startsWith('/')
          ? { in: 'body', pointer: at, keyword: 'rule', message: diagnostics }
          : { in: 'query', name: at, pointer: '', keyword: 'rule', message: diagnostics },
      ],
    }),
  };
}

export const notFound = refused('NO_RECORD_FOUND', 'The requested DocumentReference could not be found');

export const otherId = refused('BAD_REQUEST', 'The document id in the path does not match the document id in the body', { at: '/id' });
