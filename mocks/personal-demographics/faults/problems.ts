/** Problems that the contract's checks found, said the way the service says them and in the order it looks. */
import { dateOf } from '../../../src/fhir/instant.ts';
import type { Call } from '../../../src/mock/call.ts';
import { isProblem, type Problem } from '../../../src/mock/problem.ts';
import { inSpineWords, isUnsaid } from '../../../src/nhs/spine/contract-faults.ts';
import { refusedFor } from '../access.ts';
import { missingOfCard } from '../coverage/coverage.ts';
import { wholeBirth } from '../create/birth.ts';
import { foundFirst } from '../create/create.ts';
import { readCriteria } from '../search/criteria.ts';
import { readUpdate } from '../update/update.ts';

export function problemInSpineWords(problem: Problem, call: Call): Problem {
  if (problem.isWanted && problem.problem === 'forbidden') return { ...problem, said: { ...refusedFor(call).said, ...problem.said } };
  if (!isUnsaid(problem)) return problem;
  const sooner = foundSooner[call.operation.id]?.(call);
  if (sooner && isProblem(sooner)) return sooner;
  return inSpineWords(problem, call.body);
}

/** What the operation's own rules find wrong before they would come to the values at fault. No body at all is one with nothing in it. */
const foundSooner: Readonly<Record<string, (call: Call) => object | undefined>> = {
  'search-patient': (call) => readCriteria(call.query, call.undeclared),
  'update-patient-partial': readUpdate,
  'create-patient': (call) => foundFirst(call.body ?? null, dateOf(call.clock.now())),
  'process-birth-details': wholeBirth,
  'post-coverage': (call) => missingOfCard(call.body ?? null),
};
