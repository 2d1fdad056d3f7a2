/** Which branch of a `oneOf` or `anyOf` a value means, and a schema with its choices made. */
import type { Json, SchemaAt, SchemaObject } from '../../contract/contract.ts';
import { tagIn } from '../../contract/discriminator.ts';
import { isArray, isObject } from '../../contract/json.ts';
import { typesOf } from './leaf-constraints.ts';
import { isLeaf, type Choice, type Merged } from './merged-schema.ts';

type Read = (at: SchemaAt) => Merged;

/** Choices nest (a branch may be a choice again), but not for ever. */
const NESTED = 6;

/** The schema with one branch of each choice merged in; `pick` gives the branch's index. */
export function settle(read: Read, merged: Merged, pick: (choice: Choice, nth: number) => number): Merged {
  let settled = merged;
  let nth = 0;
  for (let round = 0; round < NESTED && settled.choices.length > 0; round++) {
    const [choice, ...others] = settled.choices;
    const branch = choice?.branches[pick(choice, nth++)];
    settled = { ...settled, choices: others };
    if (branch) settled = both(settled, read(branch));
  }
  return settled;
}

function both(base: Merged, branch: Merged): Merged {
  const properties = new Map(base.properties);
  for (const [name, place] of branch.properties) {
    const before = properties.get(name);
    properties.set(
      name,
      before && before.schema !== place.schema ? { pointer: place.pointer, schema: { allOf: [before.schema, place.schema] } } : place,
    );
  }
  const component = branch.component ?? base.component;
  const items = branch.items ?? base.items;
  return {
    pointer: branch.pointer,
    ...(component === undefined ? {} : { component }),
    schema: { ...base.schema, ...branch.schema },
    properties,
    required: new Set([...base.required, ...branch.required]),
    ...(items ? { items } : {}),
    prefixItems: branch.prefixItems.length > 0 ? branch.prefixItems : base.prefixItems,
    choices: [...base.choices, ...branch.choices],
    impossible: base.impossible || branch.impossible,
  };
}

/** The branch that an existing value fits best, by its type, its fixed words and its members. */
export function bestBranch(read: Read, choice: Choice, value: Json): number {
  const word = choice.tags && tagIn(choice.tags, value);
  const told = word === undefined ? undefined : choice.tags?.branchOf.get(word);
  if (told !== undefined) return told;
  let best = 0;
  let most = -Infinity;
  for (const [index, branch] of choice.branches.entries()) {
    const likeness = likenessOf(read, branch, value, 2);
    if (likeness > most) [best, most] = [index, likeness];
  }
  return best;
}

function likenessOf(read: Read, at: SchemaAt, value: Json, depth: number): number {
  const merged = read(at);
  if (merged.impossible) return -100;
  const { schema } = merged;
  const types = typesOf(schema);
  if (types.length > 0 && !types.includes(typeOf(value)) && !(typeof value === 'number' && types.includes('integer'))) return -100;
  if (schema.const !== undefined) return schema.const === value ? 5 : -50;
  if (schema.enum) return schema.enum.includes(value) ? 4 : -50;
  if (isArray(value)) return depth > 0 && merged.items && value[0] !== undefined ? likenessOf(read, merged.items, value[0], depth - 1) : 0;
  if (!isObject(value)) return types.length > 0 ? 1 : 0;
  const resource = merged.properties.get('resourceType');
  if (resource && !isAllowed(read(resource), value['resourceType'])) return -60;
  let likeness = resource && isFixed(read(resource)) ? OF_THIS_TYPE : 0;
  for (const name of merged.required) if (!Object.hasOwn(value, name)) likeness -= 5;
  for (const [name, member] of Object.entries(value)) {
    const place = merged.properties.get(name);
    if (!place) likeness -= schema.additionalProperties === false ? 5 : 0.5;
    else likeness += 1 + (depth > 0 ? Math.max(-20, Math.min(5, likenessOf(read, place, member, depth - 1))) : 0);
  }
  const nested = merged.choices.map((choice) =>
    Math.max(...choice.branches.map((branch) => (depth > 0 ? likenessOf(read, branch, value, depth - 1) : 0))),
  );
  return likeness + nested.reduce((sum, each) => sum + each, 0);
}

/** A branch for this very type of resource, over one for any: more than a wrong member or two can say against it. */
const OF_THIS_TYPE = 30;

const isFixed = ({ schema }: Merged): boolean => schema.const !== undefined || schema.enum?.length === 1;

/** Told apart first: a Bundle may hold any of a hundred and fifty resources. */
function isAllowed({ schema }: Merged, word: Json | undefined): boolean {
  if (word === undefined) return true;
  return schema.const !== undefined ? schema.const === word : (schema.enum?.includes(word) ?? true);
}

export function typeOf(value: Json): string {
  if (value === null) return 'null';
  return isArray(value) ? 'array' : typeof value;
}

/** The schema with each choice among leaves read as one leaf that may be any of them: a writer of values can meet it without choosing. */
export function withLeavesJoined(read: Read, merged: Merged): Merged {
  if (merged.choices.length === 0) return merged;
  const [leaves, others]: [SchemaObject[], Choice[]] = [[], []];
  for (const choice of merged.choices) {
    const branches = choice.branches.map(read);
    if (branches.every((branch) => isLeaf(branch) && saysWhich(branch))) leaves.push(eitherOf(branches.map(({ schema }) => schema)));
    else others.push(choice);
  }
  return leaves.length === 0 ? merged : { ...merged, schema: Object.assign({}, ...leaves, merged.schema), choices: others };
}

const saysWhich = ({ schema }: Merged): boolean => schema.type !== undefined || schema.enum !== undefined || schema.const !== undefined;

function eitherOf(schemas: readonly SchemaObject[]): SchemaObject {
  const [only, second] = schemas;
  if (only && !second) return only;
  const types = new Set(schemas.flatMap(typesOf));
  const words = schemas.map((schema) => schema.enum ?? (schema.const === undefined ? undefined : [schema.const]));
  return {
    ...(types.size > 0 && { type: [...types] }),
    ...(words.every((some) => some !== undefined) && { enum: words.flat() }),
  };
}
