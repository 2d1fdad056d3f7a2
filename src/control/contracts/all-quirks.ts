/** What a person should know of a contract before relying on it: what is left out, not followed, not enforced. */
import type { Quirk } from '../../contract/contract.ts';
import { tidyQuirks } from '../../contract/quirk-texts.ts';
import { unlessBeyond } from '../../contract/work.ts';
import { reservedQuirks } from '../../gateway/reserved.ts';
import type { ApiPlan } from '../../plan/api-plan.ts';
import { publishedNumberQuirks } from '../../plan/published-numbers.ts';
import { refusedExamples, relaxedQuirks } from '../../plan/requests/relaxed.ts';
import { unreadTypes } from './unread-types.ts';

export function quirksOf(plan: ApiPlan): readonly Quirk[] {
  const none = (): readonly Quirk[] => [];
  const relaxed = unlessBeyond(() => relaxedQuirks(plan), none);
  const places = new Set(relaxed.map(({ pointer }) => pointer));
  // What is doubtful at load may turn out not to be enforced at all.
  const known = plan.contract.quirks.filter(({ effect, pointer }) => effect !== 'hint' || !places.has(pointer));
  return tidyQuirks([
    ...known,
    ...reservedQuirks(plan.contract),
    ...unreadTypes(plan.contract),
    ...relaxed,
    ...unlessBeyond(() => refusedExamples(plan), none),
    ...publishedNumberQuirks(plan.publishedNumbers()),
  ]);
}
