/** What a sandbox in this process serves: APIs of the catalogue, and contracts that it was given. */
import { type Limits, OWN_LIMITS } from '../../contract/limits.ts';
import type { Beside } from '../../contract/reading/several-files/contract-files.ts';
import { slugOfMountable, isAnnounced, type Mountable } from '../../gateway/announced.ts';
import { contractOnDisk } from '../node/contract-on-disk.ts';
import { mustBeKnown } from './api-names.ts';
import type { BroughtContract, SandboxOptions } from './in-process-sandbox.ts';

/** Contracts are large, so they are loaded when the first request needs them. */
export async function served(options: SandboxOptions): Promise<readonly Mountable[]> {
  const apis = await servedByThemselves(options);
  const rules = Object.entries(options.rules ?? {});
  if (rules.length === 0) return apis;
  mustBeKnown(
    rules.map(([name]) => name),
    apis.map(slugOfMountable),
  );
  const { withRules } = await import('../rules/with-rules.ts');
  const ofName = new Map(rules);
  return Promise.all(
    apis.map(async (mountable) => {
      const slug = slugOfMountable(mountable);
      const written = ofName.get(slug);
      if (written === undefined) return mountable;
      return withRules(isAnnounced(mountable) ? await mountable.load() : mountable, written, `the rules of ${slug}`);
    }),
  );
}

async function servedByThemselves({ apis, contracts = [], contractLimits = {} }: SandboxOptions): Promise<readonly Mountable[]> {
  const brought = contracts.length === 0 ? [] : await bring(contracts, { ...OWN_LIMITS, ...contractLimits });
  if (apis?.length === 0 || (apis === undefined && brought.length > 0)) return brought;
  const { announcedApis } = await import('../own-apis.ts');
  return [...announcedApis(apis), ...brought];
}

async function bring(contracts: readonly BroughtContract[], limits: Limits): Promise<readonly Mountable[]> {
  const { loadContract } = await import('../../contract/load.ts');
  return contracts.map((brought) => {
    const file = 'path' in brought ? contractOnDisk(brought.path, limits) : { ...brought, beside: filesGiven(brought.files) };
    return { contract: loadContract(file, limits) };
  });
}

function filesGiven(files: Readonly<Record<string, string>> = {}): Beside {
  const texts = new Map(Object.entries(files).map(([path, text]) => [path.replace(/^\.\//, ''), text]));
  return (path) => {
    const text = texts.get(path);
    return text === undefined ? { problem: 'missing' } : { text };
  };
}
