/** One plain schema out of `$ref`s, `allOf` and a chosen branch of each union: what a writer of values needs to see at once. */
import type { Schema, SchemaObject } from '../../contract/contract.ts';

/** Union branches are tried in turn: `variant` 0 takes the most promising of each. */
export type Flatten = (schema: Schema, variant: number) => SchemaObject;

const DEEPEST = 16;

export function createFlatten(resolve: (schema: Schema) => Schema): Flatten {
  const known: WeakMap<SchemaObject, SchemaObject>[] = [];
  const flatten = (schema: Schema, variant: number, depth: number): SchemaObject => {
    const target = resolve(schema);
    if (typeof target === 'boolean' || depth > DEEPEST) return {};
    const memo = (known[variant] ??= new WeakMap());
    const before = memo.get(target);
    if (before) return before;
    memo.set(target, {}); // what a union says of itself adds nothing
    const parts: SchemaObject[] = [];
    const { allOf = [], anyOf, oneOf, ...own } = target;
    for (const part of allOf) parts.push(flatten(part, variant, depth + 1));
    for (const union of [anyOf, oneOf]) {
      const branches = union?.map((branch) => flatten(branch, variant, depth + 1)) ?? [];
      if (branches.length > 0) parts.push(branches.every(isScalar) ? eitherOf(branches) : chosen(branches, variant));
    }
    const flat = parts.length === 0 ? own : merge([...parts, own]);
    memo.set(target, flat);
    return flat;
  };
  return (schema, variant) => flatten(schema, variant, 0);
}

function isScalar({ properties, items, type = [], enum: allowed, const: only }: SchemaObject): boolean {
  if (properties || items !== undefined || type.includes('object') || type.includes('array')) return false;
  return type.length > 0 || allowed !== undefined || only !== undefined;
}

function eitherOf(branches: readonly SchemaObject[]): SchemaObject {
  const types = branches.flatMap(({ type }) => type ?? []);
  const enums = branches.flatMap((branch) => branch.enum ?? (branch.const === undefined ? [] : [branch.const]));
  const [first] = branches;
  if (branches.length === 1 && first) return first;
  return {
    ...(types.length > 0 && { type: [...new Set(types)] }),
    ...(enums.length > 0 && branches.every((branch) => branch.enum ?? branch.const !== undefined) && { enum: enums }),
  };
}

/** An error is an OperationOutcome sooner than another resource, and an object sooner than a text. */
function chosen(branches: readonly SchemaObject[], variant: number): SchemaObject {
  const ranked = branches.map((branch, i) => ({ branch, rank: rankOf(branch) * branches.length + i })).toSorted((a, b) => a.rank - b.rank);
  return ranked[variant % ranked.length]?.branch ?? {};
}

function rankOf({ properties = {} }: SchemaObject): number {
  const type = properties['resourceType'];
  if (type === undefined) return Object.keys(properties).some((name) => /err|fault|issue|message|detail/i.test(name)) ? 1 : 2;
  return JSON.stringify(type).includes('OperationOutcome') ? 0 : 3;
}

function merge(parts: readonly SchemaObject[]): SchemaObject {
  const properties: Record<string, Schema> = Object.create(null); // names come from a contract, and `__proto__` is one of them
  for (const part of parts) {
    for (const [name, schema] of Object.entries(part.properties ?? {})) {
      const before = properties[name];
      properties[name] = before === undefined || before === schema ? schema : { allOf: [before, schema] };
    }
  }
  const required = [...new Set(parts.flatMap((part) => part.required ?? []))];
  const items = parts.flatMap((part) => (part.items === undefined ? [] : [part.items]));
  return Object.assign({}, ...parts, {
    ...(Object.keys(properties).length > 0 && { properties }),
    ...(required.length > 0 && { required }),
    ...(items.length > 1 && { items: { allOf: items } }),
  }) as SchemaObject; // Object.assign over a spread loses the type of what it merges
}
