/** What anybody may ask: whether the sandbox is ready, what it serves, and each contract as one file. */
import { quirkLines } from '../contract/quirk-texts.ts';
import type { Contract } from '../contract/contract.ts';
import { basisOf, fidelityOf } from '../contract/fidelity.ts';
import { groupOf, inGroups } from '../contract/group.ts';
import { lazily } from '../contract/lazily.ts';
import { redactLiveNumbers } from '../fhir/live-numbers.ts';
import type { Api } from '../gateway/api.ts';
import type { BesideControl } from '../gateway/gateway.ts';
import { reservedQuirks } from '../gateway/reserved.ts';
import { curlLine } from '../gateway/works/command-lines.ts';
import type { WireRequest } from '../gateway/works/draft.ts';
import { publishedNumberQuirks } from '../plan/published-numbers.ts';
import { notOpened } from './admission.ts';
import { elsewhere, type Ask, type Behaviours } from './behaviours.ts';
import { contractPath, writtenContracts } from './contracts/written-contracts.ts';

export function publicLists(
  { apis, served, workingRequests }: BesideControl,
  own: Contract,
): Behaviours<'health' | 'catalogue' | 'read-contract'> {
  const file = lazily(() => writtenContracts([...served.map(({ contract }) => contract), own]));
  const listed = lazily(() => inGroups(apis, ({ contract }) => groupOf(contract)).flatMap(({ members }) => members));
  return {
    health: () => ({ status: 200, body: { status: 'pass' } }),
    catalogue: elsewhere({
      reads: async ({ query, visit: { workspace } }: Ask<'catalogue'>) => (query.curl === false ? none : workingRequests.each(workspace)),
      turn: ({ visit: { prefix }, origin }, { read }) => ({
        status: 200 as const,
        body: {
          data: 'synthetic' as const,
          apis: listed().map((api) => describe(api, curlTo(read.get(api.slug), origin + prefix))),
        },
      }),
    }),
    'read-contract': ({ path: { name }, caller, visit: { workspace } }) =>
      // What a workspace brought is its own.
      caller.scopes.has('manage') || workspace.contracts.text(name) === undefined ? file()(name) : notOpened,
  };
}

const none: ReadonlyMap<string, WireRequest> = new Map();

const curlTo = (request: WireRequest | undefined, base: string): string | undefined => request && curlLine(base, request);

function describe({ contract, mock, mounts, plan }: Api, curl: string | undefined) {
  const quirks = [...reservedQuirks(contract), ...publishedNumberQuirks(plan.publishedNumbers()), ...contract.quirks];
  const fidelity = fidelityOf(contract);
  return {
    slug: contract.slug,
    group: groupOf(contract),
    title: redactLiveNumbers(contract.title),
    version: redactLiveNumbers(contract.version),
    base: redactLiveNumbers(mounts[0] ?? ''),
    contract: contractPath(contract.slug),
    operations: contract.operations.length,
    behaviours: Object.keys(mock?.behaviours ?? {}),
    basis: basisOf(contract, (id) => mock?.behaviours[id] !== undefined),
    ...(fidelity !== undefined && { fidelity: redactLiveNumbers(fidelity) }),
    ...(curl !== undefined && { curl }),
    quirks: quirkLines(quirks).map((line) => redactLiveNumbers(line)),
  };
}
