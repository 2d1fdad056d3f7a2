/** Every kind of problem, for every operation of every published contract at hand, is answered as that contract documents. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Contract, Operation } from '../../src/contract/contract.ts';
import { loadContract } from '../../src/contract/load.ts';
import { KINDS } from '../../src/dialect/words/kinds.ts';
import { writeProblem, type WrittenProblem } from '../../src/dialect/write-problem.ts';
import type { Fault, Problem, ProblemKind } from '../../src/mock/problem.ts';
import { planApi } from '../../src/plan/api-plan.ts';
import { badHeader, ID, missing, NOW, tooLong } from './small-contracts.ts';

const specs = new URL('../../../shared/specs/', import.meta.url);
const files = existsSync(specs) ? readdirSync(specs).filter((name) => name.endsWith('.json')) : [];

const faults: Partial<Record<ProblemKind, readonly Fault[]>> = {
  'missing-value': [missing],
  'invalid-value': [tooLong, badHeader, missing],
  'malformed-body': [{ in: 'body', pointer: '', keyword: 'json', message: 'The text is not JSON.' }],
};

/**
 * Impossible to answer truly: the operation documents none of the kind's statuses, and each schema that it does document fixes
 * status and code to its own. The sandbox then borrows the form of another operation. None of these arises from a real request:
 * the operations have no body and no versions, and what is wrong in the path is answered with the documented 404.
 */
const IMPOSSIBLE: Readonly<Record<string, readonly ProblemKind[]>> = {
  'nhs-notify get-message': [
    'length-required',
    'too-large',
    'unsupported-media-type',
    'missing-body',
    'malformed-body',
    'missing-value',
    'invalid-value',
    'live-data',
    'conflict',
    'duplicate',
    'precondition-required',
    'precondition-failed',
    'version-conflict',
    'unprocessable',
    'not-implemented',
  ],
  'nhs-notify get-nhsapp-account-details': ['precondition-failed', 'version-conflict', 'not-implemented'],
};

/** What is wrong with an answer; undefined where it is as documented. */
function objection(
  contract: Contract,
  operation: Operation,
  { status, type, body }: WrittenProblem,
  kind: ProblemKind,
): string | undefined {
  const { responses } = operation;
  const range = `${String(status)[0]}XX`;
  const documented = responses.get(String(status)) ?? responses.get(range) ?? responses.get('default');
  if (!documented && !KINDS[kind].statuses.includes(status)) return `${status} is neither documented nor a status of ${kind}`;
  const candidates = documented ? [documented] : [...responses.values()].filter(({ key }) => key.startsWith('4'));
  const media = candidates.flatMap(({ content }) => content);
  if (media.length === 0) return undefined;
  if (body === undefined) return 'the body is empty';
  const sent = media.filter((one) => one.type === type);
  if (sent.length === 0) return `${type} is not documented`;
  const found = sent.map(({ schema }) => (schema ? contract.check(schema, body) : []));
  return found.some((list) => list.length === 0) ? undefined : JSON.stringify(found[0]);
}

describe.skipIf(files.length === 0)('of published contracts', () => {
  test.each(files)(
    '%s documents every answer',
    (name) => {
      const contract = loadContract({ name, text: readFileSync(new URL(name, specs), 'utf8') });
      const { of: faultsOf } = planApi(contract).faults;
      const objections: string[] = [];
      for (const operation of contract.operations) {
        for (const kind of Object.keys(KINDS) as ProblemKind[]) {
          const problem: Problem = { problem: kind, message: 'One sentence.', ...(faults[kind] && { faults: faults[kind] }) };
          const written = writeProblem({ plan: faultsOf(operation), declared: undefined, problem, now: NOW, id: ID });
          const found = objection(contract, operation, written, kind);
          const at = `${contract.slug} ${operation.id}`;
          if (found !== undefined && !IMPOSSIBLE[at]?.includes(kind)) objections.push(`${at} ${kind}: ${found}`);
        }
      }
      expect(objections).toEqual([]);
    },
    60_000,
  );
});
