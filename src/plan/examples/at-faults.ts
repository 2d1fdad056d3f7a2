/** What a walk along the schema cannot see: rules across members, counts, conditions. Each fault is mended where the contract finds it. */
import type { Json, SchemaFault } from '../../contract/contract.ts';
import { changedAt, modelAt } from '../../contract/json-edit.ts';
import { tokensOf, valueAt } from '../../contract/json-pointer.ts';
import { isArray, isObject } from '../../contract/json.ts';
import { placeIn } from '../../meaning/schema/place.ts';
import { corrected } from './correct-leaf.ts';
import { faultsOf, isResource, madeAlone, type ExampleMending } from './example-mending.ts';

/** Each round mends what the one before has brought to light. */
const ROUNDS = 24;
/** A place that stays faulty this often is given up for what is around it. */
const PATIENCE = 2;

export function atFaults(mending: ExampleMending, value: Json): Json {
  const { contract, at } = mending;
  const tried = new Map<string, number>();
  let current = value;
  for (let round = 0; round < ROUNDS; round++) {
    // From the end backwards, so that taking an item away moves no other fault's place.
    const faults = faultsOf(contract, at, current).toReversed();
    if (faults.length === 0) return current;
    for (const fault of faults) {
      const times = tried.get(fault.pointer) ?? 0;
      tried.set(fault.pointer, times + 1);
      current = times < PATIENCE ? mendFault(mending, current, fault) : replacedAround(mending, current, fault, times - PATIENCE);
    }
  }
  return current;
}

function mendFault(mending: ExampleMending, value: Json, { pointer, keyword }: SchemaFault): Json {
  const tokens = tokensOf(pointer);
  const found = valueAt(value, tokens);
  const place = placeIn(mending.meaning.read, mending.at, value, tokens);
  const model = (): Json | undefined => modelAt(mending.donor(), tokens);
  switch (keyword) {
    case 'additionalProperties':
    case 'unevaluatedProperties':
    case 'unevaluatedItems':
    case 'propertyNames':
    case 'uniqueItems':
    case 'false':
      return tokens.length === 0 ? value : changedAt(value, tokens, undefined);
    case 'maxItems':
      return isArray(found) ? changedAt(value, tokens, found.slice(0, place?.merged.schema.maxItems)) : value;
    case 'minItems':
    case 'contains': {
      const more = model();
      return isArray(found) && isArray(more)
        ? changedAt(value, tokens, [...found, ...(more.length > found.length ? more.slice(found.length) : more)])
        : value;
    }
    case 'minProperties': {
      const more = model();
      return isObject(found) && isObject(more) ? changedAt(value, tokens, { ...more, ...found }) : value;
    }
    case 'required':
    case 'dependentRequired':
      if (!place && isResource(valueAt(value, tokens.slice(0, -1)))) return value;
      return changedAt(value, tokens, model() ?? madeAlone(mending, place?.at, tokens.at(-1)) ?? null);
    default: {
      if (found === undefined) return value;
      const meant = place && corrected(place.merged.schema, found, mending.meaning.fits);
      return tokens.length === 0 ? mending.donor() : changedAt(value, tokens, meant ?? model());
    }
  }
}

/** The place has defied every attempt: what is around it, further out each time, is taken from the donor. */
function replacedAround(mending: ExampleMending, value: Json, { pointer }: SchemaFault, levels: number): Json {
  const tokens = tokensOf(pointer).slice(0, -levels - 1);
  return tokens.length === 0 ? mending.donor() : changedAt(value, tokens, modelAt(mending.donor(), tokens));
}
