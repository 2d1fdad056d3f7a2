/** `writeOnly`: what a client sends and no answer ever shows, at whatever depth a schema says so. */
import type { Contract, Json, Schema } from './contract.ts';
import { isArray, isObject } from './json.ts';
import { reachesKeyword } from './reading/reaches-keyword.ts';
import { shapeOf, type ValueShape } from './value-shape.ts';

/** Takes out of a value what any of these schemas calls write-only; undefined where none of them does, which is nearly always. */
export function withoutWriteOnly(
  contract: Pick<Contract, 'document' | 'resolve' | 'family'>,
  ...schemas: readonly Schema[]
): ((value: Json) => Json) | undefined {
  if (!schemas.some((schema) => reachesKeyword(contract, schema, 'writeOnly'))) return undefined;
  const shape = shapeOf(contract, ...schemas);
  return (value) => strip(shape, value);
}

/** The value itself where nothing has to go. */
function strip(shape: ValueShape, value: Json): Json {
  if (isArray(value)) {
    const { items } = shape;
    const kept = items && value.map((item) => strip(items, item));
    return kept?.some((item, index) => item !== value[index]) ? kept : value;
  }
  if (!isObject(value)) return value;
  let changed = false;
  const kept: Record<string, Json> = {};
  for (const [name, member] of Object.entries(value)) {
    const inner = shape.members?.get(name) ?? shape.others;
    if (inner?.parts.some(({ writeOnly }) => writeOnly === true)) {
      changed = true;
      continue;
    }
    const inside = inner ? strip(inner, member) : member;
    if (inside !== member) changed = true;
    kept[name] = inside;
  }
  return changed ? kept : value;
}
