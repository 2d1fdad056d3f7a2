/** Problems that the contract's checks found, said the way the service says them and in the order it looks. */
import type { Call } from '../../../src/mock/call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { inSpineWords, isUnsaid } from '../../../src/nhs/spine/contract-faults.ts';
import { invalidUpdate } from '../../../src/nhs/spine/spine-words.ts';
import { refusedFor } from '../access.ts';
import { readCriteria } from '../search/criteria.ts';
import { readUpdate } from '../update/update.ts';

export function problemInSpineWords(problem: Problem, call: Call): Problem {
  if (problem.isWanted && problem.problem === 'forbidden') return { ...problem, said: { ...refusedFor(call).said, ...problem.said } };
  if (!isUnsaid(problem)) return problem;
  const sooner = foundSooner(call);
  if (sooner) return sooner;
  if (problem.problem === 'missing-body')
    return call.operation.id === 'update-patient-partial' ? invalidUpdate('No patches found') : problem;
  return inSpineWords(problem, call.body);
}

/** What the operation's own rules find wrong before they would come to the values at fault. */
function foundSooner(call: Call): Problem | undefined {
  if (call.operation.id === 'search-patient') {
    const criteria = readCriteria(call.query, call.undeclared);
    return 'problem' in criteria ? criteria : undefined;
  }
  if (call.operation.id === 'update-patient-partial') {
    const update = readUpdate(call);
    return 'problem' in update ? update : undefined;
  }
  return undefined;
}
