/** Contracts of a few lines, one per error shape, for the dialect's tests. */
import type { Contract, Json, Operation } from '../../src/contract/contract.ts';
import { loadContract } from '../../src/contract/load.ts';
import { writeProblem, type AboutProblem, type WrittenProblem } from '../../src/dialect/write-problem.ts';
import type { Fault, Problem } from '../../src/mock/problem.ts';
import { planApi } from '../../src/plan/api-plan.ts';

type Responses = Readonly<Record<string, Json>>;

/** A contract with one operation per entry, each `GET /<name>` with the given responses. */
export function contractOf(operations: Readonly<Record<string, Responses>>): Contract {
  const paths = Object.fromEntries(
    Object.entries(operations).map(([name, responses]) => [
      `/${name}`,
      { get: { operationId: name, responses: { 200: { description: 'Found' }, ...responses } } },
    ]),
  );
  return loadContract({ name: 'small.json', text: JSON.stringify({ openapi: '3.1.0', info: { title: 'Small', version: '1' }, paths }) });
}

export const json = (schema: Json, more: Readonly<Record<string, Json>> = {}, type = 'application/json'): Json => ({
  description: 'A fault',
  content: { [type]: { schema, ...more } },
});

export const fhir = (schema: Json, more: Readonly<Record<string, Json>> = {}): Json => json(schema, more, 'application/fhir+json');

export function operationOf(contract: Contract, id: string): Operation {
  const found = contract.operations.find((operation) => operation.id === id);
  if (!found) throw new Error(`No operation ${id}`);
  return found;
}

export const NOW = Date.UTC(2026, 0, 2, 3, 4, 5);
export const ID = '0123456789abcdef0123456789abcdef';

/** Writes a problem of the contract's operation `read`. */
export function write(contract: Contract | undefined, problem: Problem, more: Partial<AboutProblem> = {}): WrittenProblem {
  const plan = contract && planApi(contract).faults.of(contract.operations.find(({ id }) => id === 'read'));
  return writeProblem({ plan, declared: undefined, problem, now: NOW, id: ID, ...more });
}

export const missing: Fault = { in: 'query', name: 'family', pointer: '', keyword: 'required', message: 'is required but missing' };
export const tooLong: Fault = { in: 'body', pointer: '/name/0/family', keyword: 'maxLength', message: 'must have at most 35 characters' };
export const badHeader: Fault = { in: 'header', name: 'X-Request-ID', pointer: '', keyword: 'format', message: 'must be a UUID' };

export const invalid = (...faults: readonly Fault[]): Problem => ({
  problem: 'invalid-value',
  message: 'The request breaks its contract.',
  faults,
});
export const notFound: Problem = { problem: 'not-found', message: 'There is no patient with this id.' };

const TEXT: Json = { type: 'string' };

/** An OperationOutcome as FHIR APIs document it, with a coding system of its own. */
export const outcome: Json = {
  type: 'object',
  required: ['resourceType', 'issue'],
  properties: {
    resourceType: { type: 'string', enum: ['OperationOutcome'] },
    issue: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['severity', 'code'],
        properties: {
          severity: { type: 'string', enum: ['fatal', 'error', 'warning', 'information'] },
          code: TEXT,
          details: {
            type: 'object',
            properties: {
              coding: { type: 'array', items: { type: 'object', properties: { system: TEXT, version: TEXT, code: TEXT, display: TEXT } } },
            },
          },
          diagnostics: TEXT,
          expression: { type: 'array', items: TEXT },
        },
      },
    },
  },
};

/** A published OperationOutcome. */
export const publishedOutcome = (issue: string, code: string, display: string, diagnostics: string): Json => ({
  resourceType: 'OperationOutcome',
  issue: [
    {
      severity: 'error',
      code: issue,
      details: { coding: [{ system: 'https://example.org/codes', version: '1', code, display }] },
      diagnostics,
    },
  ],
});
