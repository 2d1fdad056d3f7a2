/** How this API writes a problem: as Spine does. */
import type { Problem } from '../../src/mock/problem.ts';
import { outcomeOf, spineDialect } from '../../src/nhs/spine/spine-dialect.ts';
import type { OperationOutcome } from './record/patient.ts';

export const dialect = spineDialect;

/** A problem as a body of an operation that documents one. */
export function outcomeBody(problem: Problem): OperationOutcome {
  return outcomeOf(problem) as OperationOutcome; // written by the catalogue, whose codes are those of the contract
}
