/** A value made for one member of an answer, with what the request gives under its names: the `routingPlanId` as the id of a `routingPlan`. */
import type { Json, SchemaAt } from '../../contract/contract.ts';
import type { Bound } from '../../meaning/bound.ts';
import type { Meaning } from '../../meaning/infer-roles.ts';
import { instanceLeaves } from '../../meaning/schema/instance-leaves.ts';
import { namedValue } from './bind-ids.ts';
import { applyAccepted, type Edit } from './edits.ts';

export interface MadeMember {
  readonly meaning: Meaning;
  readonly at: SchemaAt;
  readonly name: string;
  readonly value: Json;
  readonly byName: Bound['byName'];
}

export function namedMember({ meaning, at, name, value, byName }: MadeMember): Json {
  if (byName.size === 0) return value;
  const edits = instanceLeaves(meaning, value, at).flatMap((leaf): readonly Edit[] => {
    const wanted = namedValue(leaf, { byName }, meaning.fits, name);
    return wanted === undefined || wanted === leaf.value ? [] : [{ tokens: leaf.tokens, value: wanted }];
  });
  const faultless = (): ReadonlySet<string> => new Set();
  return applyAccepted(value, edits, faultless, (edited) => meaning.contract.check(at, edited));
}
