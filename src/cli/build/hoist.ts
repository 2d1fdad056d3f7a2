/**
 * Finds schemas that ask the same of a value, within a contract and across contracts, so that each is compiled once. Two schemas
 * are the same when their own rules are and all the schemas inside them are; names, descriptions and examples do not count.
 */
import type { Json, JsonObject, Schema } from '../../contract/contract.ts';
import { childrenOf } from '../../contract/document-structure.ts';
import { FORMATS } from '../../contract/formats.ts';
import { isObject } from '../../contract/json.ts';
import type { Draft } from '../../contract/read-document.ts';
import { dereference } from '../../contract/references.ts';

/** Keywords whose value is data, not schemas. */
const RULES = [
  'type',
  'enum',
  'const',
  'minLength',
  'maxLength',
  'pattern',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'required',
  'dependentRequired',
  'minProperties',
  'maxProperties',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minContains',
  'maxContains',
];

/** A schema, seen as rules of its own and schemas inside, each at a place such as `properties/name` or `items`. */
interface Node {
  readonly rules: JsonObject;
  readonly children: ReadonlyMap<string, Node | boolean>;
  /** Number of the class of equal schemas it is in. */
  class: number;
}

export interface Root {
  readonly document: JsonObject;
  readonly schema: Schema;
}

export interface Hoisted {
  /** Each schema to compile, by its name; they refer to each other by these names. */
  readonly schemas: ReadonlyMap<string, Schema>;
  /** The name for each root, in the order given. */
  readonly roots: readonly string[];
}

/** A schema smaller than this (as JSON text) costs less repeated than called. */
const WORTH_SHARING = 300;

export function hoist(roots: readonly Root[]): Hoisted {
  const graph = new Graph();
  const tops = roots.map(({ document, schema }) => graph.node(document, schema as Json)); // a schema is JSON
  const classes = classify(graph.nodes);
  const shared = choose(tops, classes);
  const schemas = new Map<string, Schema>();
  for (const one of shared) schemas.set(nameOf(one), write(classes, shared, one));
  return { schemas, roots: tops.map((top) => (typeof top === 'boolean' ? String(top) : nameOf(top.class))) };
}

function nameOf(one: number): string {
  return `fits${one}`;
}

/** Turns schemas into nodes, references followed; a recursive schema is a circle of nodes. */
class Graph {
  readonly nodes: Node[] = [];
  readonly #known = new Map<Json, Node>();

  node(document: JsonObject, schema: Json): Node | boolean {
    if (!isObject(schema)) return schema === true;
    const { $ref } = schema;
    const rules = ruleset(schema);
    const parts = [...childrenOf('schema', schema as Draft, '')].filter(({ pointer }) => !/^\/(\$defs|definitions)\//.test(pointer));
    if (typeof $ref === 'string' && parts.length === 0 && Object.keys(rules).length === 0) {
      return this.node(document, dereference(document, schema, '')?.node ?? true);
    }
    const known = this.#known.get(schema);
    if (known) return known;
    const children = new Map<string, Node | boolean>();
    const made: Node = { rules, children, class: 0 };
    this.#known.set(schema, made);
    this.nodes.push(made);
    for (const { holder, key, pointer } of parts) children.set(pointer, this.node(document, holder[key] ?? true));
    if (typeof $ref === 'string') children.set('/allOf/ref', this.node(document, dereference(document, schema, '')?.node ?? true));
    return made;
  }
}

function ruleset(schema: JsonObject): JsonObject {
  const rules: Record<string, Json> = {};
  for (const keyword of RULES) if (schema[keyword] !== undefined) rules[keyword] = schema[keyword];
  const { format } = schema;
  if (typeof format === 'string' && FORMATS[format]) rules['format'] = format;
  return rules;
}

/** Splits nodes into classes until no class holds two nodes that differ, in themselves or in the classes of their children. */
function classify(nodes: readonly Node[]): readonly Node[] {
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
  const members: Node[] = [];
  for (const node of nodes) members[node.class] ??= node;
  return members;
}

/** The classes to be compiled on their own: every root, what recursion comes back to, and what is large and used more than once. */
function choose(tops: readonly (Node | boolean)[], classes: readonly Node[]): ReadonlySet<number> {
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

function write(classes: readonly Node[], shared: ReadonlySet<number>, one: number): Schema {
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
