/** A FHIR resource as JSON, and a walk over everything in it. */
import type { Json, JsonObject } from '../../../src/contract/contract.ts';

export interface Resource extends JsonObject {
  readonly resourceType: string;
}

export function isResource(value: Json | undefined): value is Resource {
  return isObject(value) && typeof value['resourceType'] === 'string';
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

export function objects(value: Json | undefined): readonly JsonObject[] {
  return list(value).filter(isObject);
}

/** Every value inside, with the path to it and the key it stands under. */
export function* walk(value: Json, path = '', key = ''): Generator<{ readonly value: Json; readonly path: string; readonly key: string }> {
  yield { value, path, key };
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* walk(item, `${path}/${index}`, key);
  else if (isObject(value)) for (const [name, member] of Object.entries(value)) yield* walk(member, `${path}/${name}`, name);
}

/** The resource itself and all that stand inside it, contained or as entries of a Bundle. */
export function* resourcesIn(resource: Resource, path = ''): Generator<{ readonly resource: Resource; readonly path: string }> {
  yield { resource, path };
  for (const [index, contained] of list(resource['contained']).entries()) {
    if (isResource(contained)) yield* resourcesIn(contained, `${path}/contained/${index}`);
  }
  for (const [index, entry] of objects(resource['entry']).entries()) {
    const inner = entry['resource'];
    if (isResource(inner)) yield* resourcesIn(inner, `${path}/entry/${index}/resource`);
  }
}
