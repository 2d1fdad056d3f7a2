/** A contract as it is served, and the plan of it: once, for all that serve it, since they depend on nothing else. */
import type { Contract } from '../contract/contract.ts';
import { lazilyOf } from '../contract/lazily.ts';
import { planApi, type ApiPlan } from './api-plan.ts';
import { linkedContract } from './links/linked-contract.ts';

export interface PlannedContract {
  readonly contract: Contract;
  readonly plan: ApiPlan;
}

export const plannedContract = lazilyOf((published: Contract): PlannedContract => {
  const contract = linkedContract(published);
  return { contract, plan: planApi(contract) };
});
