/** What the searches of a collection look at, over all of its lists and the views of it: what its index keeps. */
import type { ApiPlan } from '../api-plan.ts';
import { planSuccess } from '../operation-plan.ts';
import type { Resource } from '../resource/resource.ts';
import { planSearching } from './list-plan.ts';
import type { SearchedField } from './search/field.ts';

/** `sharing`: every resource whose rows stand in the collection. */
export function listFields(api: Pick<ApiPlan, 'contract' | 'meaning'>, sharing: readonly Resource[]): readonly SearchedField[] {
  return sharing.flatMap((resource) =>
    resource.all.flatMap(({ operation, interaction }) => {
      const success = interaction === 'list' ? planSuccess(operation, [200]) : undefined;
      const plan = success && planSearching({ api, operation, resource, success });
      return plan?.search.fields ?? [];
    }),
  );
}
