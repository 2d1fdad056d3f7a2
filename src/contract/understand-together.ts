/** Several contracts of one workspace, each understood when it is first asked for, all of them in as many steps as a workspace may take. */
import type { Contract } from './contract.ts';
import { lazily } from './lazily.ts';
import { SHARED_LIMITS, WORKSPACE_READING_STEPS } from './limits.ts';
import { loadContract } from './load.ts';

/** Undefined for one that cannot be understood, or not in the steps that are left: an older release may have taken what this one refuses. */
export function understandTogether(
  slugs: readonly string[],
  textOf: (slug: string) => string,
): ReadonlyMap<string, () => Contract | undefined> {
  let left = WORKSPACE_READING_STEPS;
  const understand = (name: string): Contract | undefined => {
    const steps = Math.min(left, SHARED_LIMITS.steps);
    try {
      const contract = loadContract({ name, text: textOf(name) }, { ...SHARED_LIMITS, steps });
      left -= contract.readingSteps;
      return contract;
    } catch (error) {
      if (!(error instanceof Error && error.name === 'ContractError')) throw error;
      left -= steps;
      return undefined;
    }
  };
  return new Map(slugs.map((slug) => [slug, lazily(() => understand(slug))]));
}
