/** What anybody may ask: whether the sandbox is ready, what it serves, and each contract as one file. */
import { quirkLines } from '../contract/quirk-texts.ts';
import type { Contract } from '../contract/contract.ts';
import { fidelityOf } from '../contract/fidelity.ts';
import { redactLiveNumbers } from '../fhir/live-numbers.ts';
import type { Api } from '../gateway/api.ts';
import type { BesideControl } from '../gateway/gateway.ts';
import { reservedQuirks } from '../gateway/reserved.ts';
import { publishedNumberQuirks } from '../plan/published-numbers.ts';
import { notOpened } from './admission.ts';
import type { Behaviours } from './behaviours.ts';
import { contractPath, writtenContracts } from './contracts/written-contracts.ts';

export function publicLists({ apis }: BesideControl, own: Contract): Behaviours<'health' | 'catalogue' | 'read-contract'> {
  const file = writtenContracts([...apis.map(({ contract }) => contract), own]);
  return {
    health: () => ({ status: 200, body: { status: 'pass' } }),
    catalogue: () => ({ status: 200, body: { data: 'synthetic', apis: apis.map((api) => describe(api)) } }),
    'read-contract': ({ path: { name }, caller, visit: { workspace } }) =>
      // What a workspace brought is its own.
      caller.scopes.has('manage') || workspace.contracts.text(name) === undefined ? file(name) : notOpened,
  };
}

function describe({ contract, mock, mounts, plan }: Api) {
  const quirks = [...reservedQuirks(contract), ...publishedNumberQuirks(plan.publishedNumbers()), ...contract.quirks];
  const fidelity = fidelityOf(contract);
  return {
    slug: contract.slug,
    title: redactLiveNumbers(contract.title),
    version: redactLiveNumbers(contract.version),
    base: redactLiveNumbers(mounts[0] ?? ''),
    contract: contractPath(contract.slug),
    operations: contract.operations.length,
    behaviours: Object.keys(mock?.behaviours ?? {}),
    ...(fidelity !== undefined && { fidelity: redactLiveNumbers(fidelity) }),
    quirks: quirkLines(quirks).map((line) => redactLiveNumbers(line)),
  };
}
