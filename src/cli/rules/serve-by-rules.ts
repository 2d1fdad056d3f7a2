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
    apis.map(async (listed) => {
      const file = named.get(slugOfMountable(listed));
      if (file === undefined) return listed;
      const written = await load(file);
      try {
        return withRules(isAnnounced(listed) ? await listed.load() : listed, written, file);
      } catch (error) {
        throw error instanceof RulesError ? new Failure(error.message, { cause: error }) : error;
      }
    }),
  );
}
