/** What an API does not enforce of requests, because its contract's own examples break it. */
import type { Json, Operation, Quirk, Relaxation, SchemaFault } from '../../contract/contract.ts';
import { isCounterExample } from '../../contract/counter-examples.ts';
import { isJsonType } from '../../contract/media-type.ts';
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
    message: `"${keyword}" is not enforced here for ${listed([...operations])}: ${sample} breaks it${at === '' ? '' : ` at ${at}`}: it ${message}.`,
  }));
}

function relaxationsFor(plan: ApiPlan, operation: Operation): readonly Relaxation[] {
  const { readers, bodies } = plan.of(operation);
  return [...readers, ...bodies].flatMap(({ relaxations }) => relaxations());
}

/** Request examples that are refused all the same, and why nothing can be let through for them. */
export function refusedExamples(plan: ApiPlan): readonly Quirk[] {
  return plan.contract.operations.flatMap((operation) => {
    const { bodies } = plan.of(operation);
    return (operation.body?.content ?? []).flatMap(({ type, schema, examples }, index) =>
      examples.flatMap((example): readonly Quirk[] => {
        const [fault] = isJsonType(type) ? (bodies[index]?.check(example.value).faults ?? []) : [];
        if (!fault) return [];
        const why = isCounterExample(operation, example) ? 'it is there to show what is refused' : whyNot(fault, example.value);
        const place = fault.pointer === '' ? 'the whole' : fault.pointer;
        const message = `The request example "${example.name}" of ${operation.id} is refused ("${fault.keyword}": ${place} ${fault.message}): ${why}.`;
        return [{ pointer: schema?.pointer ?? operation.pointer, effect: 'hint', message }];
      }),
    );
  });
}

function whyNot({ keyword }: SchemaFault, value: Json): string {
  if (keyword === 'cost') return 'it cannot be checked within bounds';
  return typeof value === 'string' ? 'it is a text that is no JSON' : 'nothing that it breaks can be told apart from the rest';
}

/** Most operations that are named. */
const NAMED = 3;

function listed(names: readonly string[]): string {
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
  return names.slice(0, NAMED).join(', ') + more;
}
