/** How the faults of one API are said: what its contract teaches about them as a whole, and a plan per operation. */
import type { Contract, Operation } from '../../contract/contract.ts';
import { lazily, lazilyFor } from '../../contract/lazily.ts';
import { learnErrors } from '../../dialect/error-language.ts';
import { planFaults, type FaultPlan } from '../../dialect/fault-plan.ts';
import type { Meaning } from '../../meaning/infer-roles.ts';

export interface ApiFaults {
  /** undefined is what comes before an operation is known: another method, an unknown path below the API's own. */
  of(operation: Operation | undefined): FaultPlan;
}

export function planApiFaults(contract: Contract, meaning: Meaning): ApiFaults {
  const language = lazily(() => learnErrors(contract, meaning));
  return { of: lazilyFor((operation) => planFaults(language(), operation)) };
}
