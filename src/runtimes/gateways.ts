/** The gateway of each workspace: one for all that serve the same, and one of its own for each that brought contracts. */
import type { Contract } from '../contract/contract.ts';
import { slugOfMountable, type Mountable } from '../gateway/announced.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { ContractTexts } from '../workspace/contract-texts.ts';
import type { Workspace } from '../workspace/workspace.ts';

export interface Gateways {
  /** Of workspaces that brought no contract. */
  readonly common: Gateway;
  of(workspace: Pick<Workspace, 'contracts'>): Gateway | Promise<Gateway>;
}

interface Own {
  /** Of the contracts that it serves. */
  readonly version: number;
  gateway: Gateway | Promise<Gateway>;
}

export function gatewaysOf(apis: readonly Mountable[], open: (apis: readonly Mountable[]) => Gateway): Gateways {
  const common = open(apis);
  /** Gone with the open workspace that the texts are of. */
  const own = new WeakMap<ContractTexts, Own>();

  async function openFor(texts: ContractTexts, entry: Own): Promise<Gateway> {
    try {
      const brought = await understood(texts);
      const slugs = new Set(brought.map(({ slug }) => slug));
      const gateway = open([
        ...apis.filter((mountable) => !slugs.has(slugOfMountable(mountable))),
        ...brought.map((contract) => ({ contract })),
      ]);
      entry.gateway = gateway;
      return gateway;
    } catch (error) {
      // Whoever waits for it is told; the next one tries again.
      own.delete(texts);
      throw error;
    }
  }

  function opened(texts: ContractTexts, version: number): Gateway | Promise<Gateway> {
    const entry: Own = { version, gateway: common };
    own.set(texts, entry);
    if (texts.list().length > 0) entry.gateway = openFor(texts, entry);
    return entry.gateway;
  }

  return {
    common,
    of({ contracts }) {
      const version = contracts.version();
      const known = own.get(contracts);
      return known?.version === version ? known.gateway : opened(contracts, version);
    },
  };
}

/** Code that most servers never need. */
async function understood(texts: ContractTexts): Promise<readonly Contract[]> {
  const { understandTogether } = await import('../contract/understand-together.ts');
  const slugs = texts.list().map(({ slug }) => slug);
  return [...understandTogether(slugs, (slug) => texts.text(slug) ?? '').values()].flatMap((contract) => contract() ?? []);
}
