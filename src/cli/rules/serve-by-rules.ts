/** APIs with the rules of their user's own before those that they have. */
import type { Served } from '../../gateway/api.ts';
import { RulesError } from '../../runtimes/rules/rules-error.ts';
import { withRules } from '../../runtimes/rules/with-rules.ts';
import { Failure } from '../failure.ts';
import type { RulesLoader } from './load-rules.ts';
import { rulesByName, type RulesFile } from './rules-option.ts';

export async function serveByRules(
  apis: readonly Served[],
  files: readonly RulesFile[],
  { load }: RulesLoader,
): Promise<readonly Served[]> {
  const named = rulesByName(files, apis);
  return Promise.all(
    apis.map(async (api) => {
      const file = named.get(api.contract.slug);
      if (file === undefined) return api;
      const written = await load(file);
      try {
        return withRules(api, written, file);
      } catch (error) {
        throw error instanceof RulesError ? new Failure(error.message, { cause: error }) : error;
      }
    }),
  );
}
