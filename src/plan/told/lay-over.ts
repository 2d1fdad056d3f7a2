/** A resource that tells an entry, in the shape that a contract gives its type: what has no room is left out, what is required comes from the contract's own example. */
import type { JsonObject } from '../../contract/contract.ts';
import { isObject } from '../../contract/json.ts';
import type { Generator } from '../../making/generate.ts';
import { isAccepted } from '../examples/example-mending.ts';
import { mended } from '../examples/mend.ts';
import type { ToldResources } from './told-items.ts';

export interface LaidOver {
  readonly resource: JsonObject;
  /** False where nothing helps: it is sent as it is. */
  readonly fits: boolean;
}

/** `model`: the contract's example, told of the same person. */
export function layOver(
  generator: Generator,
  path: string,
  { at, example }: Pick<ToldResources, 'at' | 'example'>,
  { resource, model }: { readonly resource: JsonObject; readonly model: () => JsonObject | undefined },
): LaidOver {
  const { contract } = generator.meaning;
  const profiled = underProfilesOf(example, resource);
  if (!at || isAccepted(contract, at, profiled)) return { resource: profiled, fits: true };
  const shown = model();
  const found = mended({ generator, operation: { path }, at, value: profiled, ...(shown && { shown }) });
  // What the contract shows is about something else that happened, if not to somebody else.
  return isObject(found) && found !== shown && isAccepted(contract, at, found)
    ? { resource: found, fits: true }
    : { resource: profiled, fits: false };
}

/** It claims to be what the contract's own resources claim to be. */
function underProfilesOf(example: JsonObject | undefined, resource: JsonObject): JsonObject {
  if (!example) return resource;
  const { meta: own } = resource;
  const shown = isObject(example['meta']) ? example['meta']['profile'] : undefined;
  const { profile, ...others } = isObject(own) ? own : {};
  if (profile === undefined && shown === undefined) return resource;
  const meta = shown === undefined ? others : { profile: shown, ...others };
  const { meta: _, ...rest } = resource;
  return Object.keys(meta).length === 0 ? rest : placedFirst(rest, meta);
}

/** `resourceType` and `id` stand before `meta`, as FHIR writes them. */
function placedFirst({ resourceType, id, ...rest }: JsonObject, meta: JsonObject): JsonObject {
  return { ...(resourceType !== undefined && { resourceType }), ...(id !== undefined && { id }), meta, ...rest };
}
