/** APIs with the rules of their user's own before those that they have. */
import { isAnnounced, slugOfMountable, type Mountable } from '../../gateway/announced.ts';
import { RulesError } from '../../runtimes/rules/rules-error.ts';
import { withRules } from '../../runtimes/rules/with-rules.ts';
import { Failure } from '../failure.ts';
import type { RulesLoader } from './load-rules.ts';
import { rulesByName, type RulesFile } from './rules-option.ts';

export async function serveByRules(
  apis: readonly Mountable[],
  files: readonly RulesFile[],
  { load }: RulesLoader,
): Promise<readonly Mountable[]> {
  const named = rulesByName(files, apis);
  return Promise.all(
    apis.map(async (mountable) => {
      const file = named.get(slugOfMountable(mountable));
      if (file === undefined) return mountable;
      const written = await load(file);
      try {
        return withRules(isAnnounced(mountable) ? await mountable.load() : mountable, written, file);
      } catch (error) {
        throw error instanceof RulesError ? new Failure(error.message, { cause: error }) : error;
      }
    }),
  );
}
