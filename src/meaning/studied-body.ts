/** A body with what its leaves mean and how it breaks its schema: worked out when first asked for, since published bodies are sent again and again. */
import type { Json, Operation, SchemaAt } from '../contract/contract.ts';
import { lazily } from '../contract/lazily.ts';
import { PLAN_STEPS } from '../contract/limits.ts';
import { unlessBeyond } from '../contract/work.ts';
import type { Meaning } from './infer-roles.ts';
import { happeningsIn, type DatedEvent } from './timeline.ts';
import { type InstanceLeaf, instanceLeaves } from './schema/instance-leaves.ts';

export type RoleLeaf = InstanceLeaf;

export interface StudiedBody {
  readonly value: Json;
  leaves(): readonly RoleLeaf[];
  /** What happens in it, and when. */
  happenings(): readonly DatedEvent[];
  /** Pointers of the faults that the value has as it is. */
  faulty(): ReadonlySet<string>;
}

/** Without a schema only names and identifier systems tell what the leaves mean. */
export function studied(meaning: Meaning, value: Json, at?: SchemaAt, operation?: Pick<Operation, 'path'>): StudiedBody {
  // With steps of its own: what a body means does not hang on what the request that asks first has left. Of one too large to study nothing is known.
  const leaves = lazily(() =>
    unlessBeyond(
      () => meaning.contract.work.within(PLAN_STEPS, () => instanceLeaves(meaning, value, at, operation)),
      () => [],
    ),
  );
  return {
    value,
    leaves,
    happenings: lazily(() => happeningsIn(leaves())),
    faulty: lazily(() => new Set(at ? meaning.contract.check(at, value).map(({ pointer }) => pointer) : [])),
  };
}
