/**
 * Finds schemas that ask the same of a value, within a contract and across contracts, so that each is compiled once. Two schemas
 * are the same when their own rules are and all the schemas inside them are; names, descriptions and examples do not count.
 */
import { type Direction, directionOf } from '../../contract/validation/check.ts';
import type { Json, JsonObject, Schema, SchemaAt } from '../../contract/contract.ts';
import type { Draft } from '../../contract/reading/read-document.ts';
import { type SchemaNode, type SchemaWalk, walkFor } from './schema-graph.ts';

export interface Root extends SchemaAt {
  readonly document: JsonObject;
}

export interface Hoisted {
  /** Each schema to compile, by its name; they refer to each other by these names. */
  readonly schemas: ReadonlyMap<string, Schema>;
  /** The name (or, where there is nothing to check, the code) for each root, in the order given. */
  readonly roots: readonly string[];
}

/** A schema smaller than this (as JSON text) costs less repeated than called. */
const WORTH_SHARING = 300;

export function hoist(roots: readonly Root[]): Hoisted {
  const nodes: SchemaNode[] = [];
  const walks: Record<Direction, SchemaWalk> = { request: walkFor('request', nodes), response: walkFor('response', nodes) };
  const tops = roots.map(({ document, pointer, schema }) => walks[directionOf(pointer)](document, schema as Json)); // a schema is JSON
  const classes = classify(nodes);
  const shared = choose(tops, classes);
  const schemas = new Map<string, Schema>();
  for (const one of shared) schemas.set(nameOf(one), write(classes, shared, one));
  return { schemas, roots: tops.map((top) => (typeof top === 'boolean' ? `() => ${top}` : nameOf(top.class))) };
}

function nameOf(one: number): string {
  return `fits${one}`;
}

/** Splits nodes into classes until no class holds two nodes that differ, in themselves or in the classes of their children. */
function classify(nodes: readonly SchemaNode[]): readonly SchemaNode[] {
  for (let count = 0; ;) {
    const classes = new Map<string, number>();
    const next = nodes.map((node) => {
      const inside = [...node.children].map(([place, child]) => [place, typeof child === 'boolean' ? child : child.class]);
      const text = JSON.stringify([node.rules, inside]);
      const known = classes.get(text) ?? classes.size;
      classes.set(text, known);
      return known;
    });
    for (const [index, node] of nodes.entries()) node.class = next[index] ?? 0;
    if (classes.size === count) break;
    count = classes.size;
  }
  const members: SchemaNode[] = [];
  for (const node of nodes) members[node.class] ??= node;
  return members;
}

/** The classes to be compiled on their own: every root, what recursion comes back to, and what is large and used more than once. */
function choose(tops: readonly (SchemaNode | boolean)[], classes: readonly SchemaNode[]): ReadonlySet<number> {
  const shared = new Set(tops.flatMap((top) => (typeof top === 'boolean' ? [] : [top.class])));
  const uses = new Map<number, number>();
  const sizes = new Map<number, number>();
  const open = new Set<number>();
  for (const one of shared) size(one);
  for (const [one, count] of uses) if (count > 1 && (sizes.get(one) ?? 0) >= WORTH_SHARING) shared.add(one);
  return new Set([...shared].sort((a, b) => a - b));

  function size(one: number): number {
    const known = sizes.get(one);
    if (known !== undefined) return known;
    open.add(one);
    const node = classes[one];
    let total = node ? JSON.stringify(node.rules).length : 0;
    for (const [place, child] of node?.children ?? []) {
      total += place.length;
      if (typeof child === 'boolean') continue;
      uses.set(child.class, (uses.get(child.class) ?? 0) + 1);
      if (open.has(child.class)) shared.add(child.class);
      else total += size(child.class);
    }
    open.delete(one);
    sizes.set(one, total);
    return total;
  }
}

function write(classes: readonly SchemaNode[], shared: ReadonlySet<number>, one: number): Schema {
  const node = classes[one];
  if (!node) return true;
  const schema: Draft = { ...node.rules };
  for (const [place, child] of node.children) {
    const value =
      typeof child === 'boolean' ? child : shared.has(child.class) ? { $ref: nameOf(child.class) } : write(classes, shared, child.class);
    put(schema, place, value as Json); // a schema is JSON
  }
  return schema as Schema;
}

/** `place` is a pointer of one step (`/items`) or two (`/properties/name`, `/allOf/0`). */
function put(schema: Draft, place: string, value: Json): void {
  const [, keyword = '', name] = place.split('/');
  if (name === undefined) schema[keyword] = value;
  else if (['allOf', 'anyOf', 'oneOf', 'prefixItems'].includes(keyword)) ((schema[keyword] ??= []) as Json[]).push(value);
  else ((schema[keyword] ??= {}) as Draft)[name.replaceAll('~1', '/').replaceAll('~0', '~')] = value;
}
