/** What a schema says of one place in a value: choices on the way are settled by what the value looks like. */
import type { Json, SchemaAt } from '../../contract/contract.ts';
import { isArray, isObject } from '../../contract/json.ts';
import { bestBranch, settle } from './branches.ts';
import type { Merged } from './merged-schema.ts';

export interface SchemaPlace {
  readonly at: SchemaAt;
  readonly merged: Merged;
  /** Whether the object around it must have it. */
  readonly required: boolean;
}

/** Undefined where the schema says nothing of the place. */
export function placeIn(read: (at: SchemaAt) => Merged, at: SchemaAt, value: Json, tokens: readonly string[]): SchemaPlace | undefined {
  const [token, ...rest] = tokens;
  const merged = settle(read, read(at), (choice) => bestBranch(read, choice, value));
  if (token === undefined) return { at, merged, required: true };
  const inside = isArray(value) ? itemPlace(merged, Number(token)) : memberPlace(merged, token);
  if (!inside) return undefined;
  const inner = isArray(value) ? value[Number(token)] : isObject(value) && Object.hasOwn(value, token) ? value[token] : undefined;
  const place = placeIn(read, inside, inner ?? null, rest);
  return place && rest.length === 0 ? { ...place, required: !isArray(value) && merged.required.has(token) } : place;
}

export function itemPlace({ prefixItems, items }: Merged, index: number): SchemaAt | undefined {
  return prefixItems[index] ?? items;
}

/** The schema of a member, declared or not; undefined where anything may stand there. */
export function memberPlace({ properties, pointer, schema }: Merged, name: string): SchemaAt | undefined {
  const declared = properties.get(name);
  if (declared) return declared;
  const { additionalProperties } = schema;
  return typeof additionalProperties === 'object'
    ? { pointer: `${pointer}/additionalProperties`, schema: additionalProperties }
    : undefined;
}
