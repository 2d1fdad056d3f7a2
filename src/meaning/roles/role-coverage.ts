/** How much of a contract is understood: the share of its leaves and parameters with a role, and the names of the others by frequency. */
import type { Contract, JsonObject, SchemaAt } from '../../contract/contract.ts';
import { inferRoles, type Meaning, type Sidecar } from '../infer-roles.ts';
import { isLeaf, type Merged } from '../schema/merged-schema.ts';
import { asResource, enter, toldWord, leafAt, rootScope, type Scope } from '../evidence/scope.ts';

export interface RoleCoverage {
  readonly leaves: number;
  readonly known: number;
  readonly unknownByFrequency: readonly (readonly [name: string, count: number])[];
}

const DEPTH = 40;

export function roleCoverage(contract: Contract, sidecar?: Sidecar): RoleCoverage {
  const meaning = inferRoles(contract, sidecar);
  const tally: Tally = { meaning, seen: new Set(), leaves: 0, known: 0, unknown: new Map() };
  for (const operation of contract.operations) {
    for (const parameter of operation.parameters) count(tally, parameter.name, meaning.parameterRole(operation, parameter) !== undefined);
    const content = [...(operation.body?.content ?? []), ...[...operation.responses.values()].flatMap((response) => response.content)];
    for (const { schema } of content) {
      if (schema) walk(tally, schema, rootScope(operation, meaning.read(schema).component), 0);
    }
  }
  const unknownByFrequency = [...tally.unknown].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return { leaves: tally.leaves, known: tally.known, unknownByFrequency };
}

interface Tally {
  readonly meaning: Meaning;
  /** Schemas counted already: a component used in forty places is one thing to understand. */
  readonly seen: Set<string>;
  leaves: number;
  known: number;
  readonly unknown: Map<string, number>;
}

function count(tally: Tally, name: string, known: boolean): void {
  tally.leaves++;
  if (known) tally.known++;
  else tally.unknown.set(name, (tally.unknown.get(name) ?? 0) + 1);
}

function walk(tally: Tally, at: SchemaAt, scope: Scope, depth: number): void {
  const merged = tally.meaning.read(at);
  const key = `${merged.pointer} ${scope.resource?.type ?? ''}`;
  if (depth > DEPTH || tally.seen.has(key)) return;
  tally.seen.add(key);
  const type = merged.properties.get('resourceType');
  const here = asResource(scope, type && toldWord(tally.meaning.read(type).schema));
  const siblings = fixedSiblings(tally.meaning, merged);
  for (const [name, place] of merged.properties) property(tally, name, place, { scope: here, merged, siblings, depth });
  if (merged.items) walk(tally, merged.items, here, depth + 1);
  for (const choice of merged.choices) for (const branch of choice.branches) walk(tally, branch, here, depth + 1);
}

function property(
  tally: Tally,
  name: string,
  place: SchemaAt,
  above: { scope: Scope; merged: Merged; siblings: JsonObject; depth: number },
): void {
  const { meaning } = tally;
  const own = meaning.read(place);
  const items = own.items ? meaning.read(own.items) : undefined;
  const inner = items && isLeaf(items) ? items : own;
  if (!isLeaf(inner)) return walk(tally, place, enter(above.scope, name, own), above.depth + 1);
  const beside = [...above.merged.properties.keys()];
  const leaf = leafAt({ scope: above.scope, name, schema: inner.schema, pointer: inner.pointer, beside, siblings: above.siblings });
  count(tally, name, meaning.roleOf(leaf) !== undefined);
}

/** Values that the schema fixes for what stands beside a leaf: an identifier's `system`, an extension's `url`. */
function fixedSiblings(meaning: Meaning, merged: Merged): JsonObject {
  const fixed: Record<string, string> = {};
  for (const name of ['system', 'url']) {
    const place = merged.properties.get(name);
    const value = place && toldWord(meaning.read(place).schema);
    if (value !== undefined) fixed[name] = value;
  }
  return fixed;
}
