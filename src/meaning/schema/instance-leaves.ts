/** The leaves of an existing document, each with where it stands and the schema that describes it there, as far as the schema reaches. */
import type { Json, JsonObject, Operation, SchemaAt } from '../../contract/contract.ts';
import { isArray, isObject } from '../../contract/json.ts';
import { bestBranch, settle } from './branches.ts';
import type { Meaning } from '../infer-roles.ts';
import type { Leaf } from './leaf.ts';
import type { Merged } from './merged-schema.ts';
import { asExtension, asResource, enter, leafAt, rootScope, type Scope } from '../evidence/scope.ts';

export interface InstanceLeaf {
  readonly tokens: readonly string[];
  readonly value: string | number | boolean;
  readonly leaf: Leaf;
  /** Index in the innermost array. */
  readonly index: number;
}

/** More leaves than any body that we make or are sent has. */
const MOST = 50_000;
const ANYTHING: SchemaAt = { pointer: '', schema: true };

export function instanceLeaves(
  meaning: Meaning,
  value: Json,
  at: SchemaAt = ANYTHING,
  operation?: Pick<Operation, 'path'>,
): readonly InstanceLeaf[] {
  const found: InstanceLeaf[] = [];
  const root = meaning.read(at);
  visit({
    meaning,
    found,
    value,
    merged: root,
    scope: rootScope(operation, root.component),
    name: '',
    tokens: [],
    beside: [],
    siblings: {},
    index: 0,
  });
  return found;
}

interface Visit {
  readonly meaning: Meaning;
  readonly found: InstanceLeaf[];
  readonly value: Json;
  readonly merged: Merged;
  readonly scope: Scope;
  readonly name: string;
  readonly tokens: readonly string[];
  readonly beside: readonly string[];
  readonly siblings: JsonObject;
  readonly index: number;
}

function visit(here: Visit): void {
  const { meaning, found, value } = here;
  if (value === null || found.length >= MOST) return;
  const merged = settle(meaning.read, here.merged, (choice) => bestBranch(meaning.read, choice, value));
  if (isArray(value)) {
    for (const [index, item] of value.entries()) {
      visit({
        ...here,
        value: item,
        merged: meaning.read(merged.prefixItems[index] ?? merged.items ?? ANYTHING),
        tokens: [...here.tokens, String(index)],
        index,
      });
    }
  } else if (isObject(value)) {
    visitObject({ ...here, merged }, value);
  } else {
    const { scope, name, tokens, beside, siblings, index } = here;
    // Beyond the reach of any schema the value itself is all there is to go by.
    const schema = Object.keys(merged.schema).length > 0 ? merged.schema : { type: typeof value, example: value };
    found.push({ tokens, value, index, leaf: leafAt({ scope, name, schema, pointer: merged.pointer, beside, siblings }) });
  }
}

function visitObject(here: Visit, value: JsonObject): void {
  const { meaning, merged } = here;
  const type = value['resourceType'];
  const scope = asExtension(asResource(here.scope, typeof type === 'string' ? type : undefined), here.name, value['url']);
  const beside = [...new Set([...merged.properties.keys(), ...Object.keys(value)])];
  for (const [name, member] of Object.entries(value)) {
    const inside = meaning.read(merged.properties.get(name) ?? additional(merged));
    // A leaf's own name is not part of what surrounds it; a container's is.
    const container = typeof member === 'object' && member !== null && !(isArray(member) && !isContainer(member[0] ?? null));
    visit({
      ...here,
      value: member,
      merged: inside,
      scope: container ? enter(scope, name, inside) : scope,
      name,
      tokens: [...here.tokens, name],
      beside,
      siblings: value,
      index: 0,
    });
  }
}

function isContainer(value: Json): boolean {
  return typeof value === 'object' && value !== null;
}

function additional({ pointer, schema }: Merged): SchemaAt {
  const { additionalProperties } = schema;
  return typeof additionalProperties === 'object' ? { pointer: `${pointer}/additionalProperties`, schema: additionalProperties } : ANYTHING;
}
