/** What an API does not enforce of requests, because its contract's own examples break it. */
import type { Operation, Quirk, Relaxation } from '../../contract/contract.ts';
import type { ApiPlan } from '../api-plan.ts';

/** One for each keyword, however many operations have it. */
export function relaxedQuirks(plan: ApiPlan): readonly Quirk[] {
  const found = new Map<string, { readonly relaxation: Relaxation; readonly operations: Set<string> }>();
  for (const operation of plan.contract.operations) {
    for (const relaxation of relaxationsFor(plan, operation)) {
      const known = found.get(relaxation.pointer) ?? { relaxation, operations: new Set() };
      found.set(relaxation.pointer, { ...known, operations: known.operations.add(operation.id) });
    }
  }
  return [...found.values()].map(({ relaxation: { pointer, keyword, sample, at, message }, operations }) => ({
    pointer,
    effect: 'relaxed',
    message: `Requests of ${listed([...operations])} may break "${keyword}" here, as ${sample} does: ${at === '' ? 'the whole' : at} ${message}.`,
  }));
}

function relaxationsFor(plan: ApiPlan, operation: Operation): readonly Relaxation[] {
  const { readers, bodies } = plan.of(operation);
  return [...readers, ...bodies].flatMap(({ relaxations }) => relaxations());
}

/** Most operations that are named. */
const NAMED = 3;

function listed(names: readonly string[]): string {
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
  return names.slice(0, NAMED).join(', ') + more;
}
