/** Contracts that a workspace brought: served from the next request on. */
import type { BesideControl } from '../../gateway/gateway.ts';
import type { Api } from '../../gateway/api.ts';
import type { Problem } from '../../mock/problem.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { slugOf } from '../../contract/load.ts';
import type { Contract } from '../../contract/contract.ts';
import type { Behaviours } from '../behaviours.ts';
import { filesOf } from './written-contracts.ts';
import { contractText, notBrought, understoodApi, understoodContract, understoodIn, unprocessable } from './understood.ts';

type Ids = 'list-contracts' | 'read-brought-contract' | 'bring-contract' | 'remove-contract';

export function contractBehaviours({ apis }: BesideControl, own: Contract): Behaviours<Ids> {
  const files = `Of every contract there is a file. ${filesOf([...apis.map(({ slug }) => slug), own.slug])}`;
  /** As they are served; what was not understood is not. */
  const brought = ({ contracts }: Workspace): readonly Api[] => {
    const slugs = new Set(contracts.list().map(({ slug }) => slug));
    return apis.filter(({ slug }) => slugs.has(slug));
  };
  return {
    'list-contracts': ({ visit: { workspace } }) => ({
      status: 200,
      body: { contracts: brought(workspace).map(({ contract }) => understoodContract(contract)) },
    }),
    'read-brought-contract': ({ path: { name }, visit: { workspace } }) => {
      const api = brought(workspace).find(({ contract }) => contract.slug === name);
      return api ? { status: 200, body: understoodApi(api) } : { ...notBrought, message: `${notBrought.message} ${files}` };
    },
    'bring-contract': (call) => {
      const text = contractText(call);
      if (typeof text !== 'string') return text;
      const contract = bringInto(call.visit.workspace, call.path.name, text);
      return 'problem' in contract ? contract : { status: 200, body: understoodContract(contract) };
    },
    'remove-contract': ({ path: { name }, visit: { workspace } }) =>
      workspace.contracts.delete(slugOf(name)) ? { status: 204 } : notBrought,
  };
}

/** The contract as it is understood, once it is there; whatever stands against it otherwise. */
export function bringInto({ contracts }: Workspace, name: string, text: string): Contract | Problem {
  const contract = understoodIn(name, text);
  if ('problem' in contract) return contract;
  const { slug } = contract;
  if (contracts.list().some((other) => other.slug === slug) && name.replace(/\.(?:json|ya?ml)$/, '') !== slug)
    return unprocessable(
      `A contract of this name would be called ${slug}, and there is one: put it at /_sandbox/contracts/${slug} to replace that, or under another name.`,
    );
  return contracts.put(slug, text, contract.readingSteps) ?? contract;
}
