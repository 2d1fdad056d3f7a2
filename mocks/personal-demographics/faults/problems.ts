/** Problems that the contract's checks found, said the way the service says them and in the order it looks. */
import type { Call } from '../../../src/mock/call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { bodyProblem } from './contract-faults.ts';
import { invalidHeader, invalidUpdate, invalidValue, missingValue } from './errors.ts';
import { readCriteria } from '../search/criteria.ts';
import { readUpdate } from '../update/update.ts';

export function problemInSpineWords(problem: Problem, call: Call): Problem {
  const { faults = [] } = problem;
  const isNamed = problem.said !== undefined || (faults.length === 0 && problem.problem !== 'missing-body');
  if (isNamed) return problem;
  const sooner = foundSooner(call);
  if (sooner) return sooner;
  if (problem.problem === 'missing-body')
    return call.operation.id === 'update-patient-partial' ? invalidUpdate('No patches found') : problem;

  const parameter = faults.find((fault) => fault.in !== 'body');
  if (parameter === undefined) return { ...problem, ...bodyProblem(faults, call.body ?? null) };
  const { name = '', value = '' } = parameter;
  if (parameter.in === 'header')
    return name === 'Accept' || name === 'Content-Type' ? problem : { ...problem, ...invalidHeader(value, name) };
  return { ...problem, ...(parameter.keyword === 'required' ? missingValue(name) : invalidValue(value, name)) };
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
