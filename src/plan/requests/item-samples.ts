/** What a contract shows of an item and a client may send back: the answers of the operations on it, as samples of the body that writes it. */
import type { Json, MediaType, Operation, Sample, SchemaAt } from '../../contract/contract.ts';
import { isJsonType } from '../../contract/media-type.ts';
import type { ApiPlan } from '../api-plan.ts';
import { itemShape, itemsIn } from '../list/envelope/envelope.ts';
import type { StatePlan } from '../operation-plan.ts';

export function itemSamples(state: StatePlan | undefined, { type }: MediaType): readonly Sample[] {
  if (!isJsonType(type) || (state?.interaction !== 'create' && state?.interaction !== 'replace')) return [];
  const { all } = state.resource;
  const whole = all.filter(({ interaction }) => interaction === 'read' || interaction === 'create' || interaction === 'replace');
  const listed = all.filter(({ interaction }) => interaction === 'list');
  return [...whole.flatMap((part) => answersOf(part.operation)), ...listed.flatMap((part) => itemsOf(state.api, part.operation))];
}

interface Answer extends Sample {
  readonly under: SchemaAt;
}

function answersOf({ id, responses }: Operation): readonly Answer[] {
  return [...responses]
    .filter(([key]) => key.startsWith('2'))
    .flatMap(([key, { content }]) =>
      content.flatMap(({ type, schema, examples }) =>
        schema && isJsonType(type)
          ? examples.map(({ name, value }) => ({ name: `the example "${name}" of what ${id} answers (${key})`, value, under: schema }))
          : [],
      ),
    );
}

function itemsOf({ of }: ApiPlan, operation: Operation): readonly Sample[] {
  const list = of(operation).state?.list();
  const item = list && itemShape(list.frame.envelope)?.at;
  if (!list || !item) return [];
  return answersOf(operation).flatMap(({ name, value }) =>
    itemsIn(list.frame.envelope, value).map((one: Json) => ({ name: `an item of ${name}`, value: one, under: item })),
  );
}
