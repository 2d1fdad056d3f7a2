/** Walks a document along OpenAPI's own structure and mends every schema in it, references included, without looking into examples. */
import type { Json } from '../../contract.ts';
import { childrenOf, type NodeKind, type NodePart } from '../document-structure.ts';
import { isObject, unescapeToken } from '../../json.ts';
import { tokensOf, valueAt } from '../../json-pointer.ts';
import { mendItems } from './mend-items.ts';
import { mendQueries } from './mend-queries.ts';
import { type Mending, mendSchema } from './mend-schema.ts';
import type { Draft, ReadDocument } from '../read-document.ts';
import { lookUp, unfollowed } from '../references.ts';
import type { Budget } from '../../work.ts';
import { COST } from '../../limits.ts';
import { breakCycles, type PlacedSchema } from './schema-cycles.ts';

/** Gives the schemas whose own examples their patterns refuse. */
export function mendDocument({ document, before31, quirks }: ReadDocument, budget: Budget, compile: Mending['compile']): ReadonlySet<Json> {
  /** What each node became. References and YAML anchors reach one node by several ways. */
  const mended = new Map<Json, Json>();
  const walked = new Set<Json>();
  const schemas: PlacedSchema[] = [];
  const doubted = new Set<Json>();
  const queue: NodePart[] = [];
  mended.set(document, document);
  enqueue('document', document, '');
  // The queue grows while it is read.
  for (const visit of queue) {
    const { kind, holder, key, pointer } = visit;
    budget.spend(COST.part);
    if (kind === 'schema') {
      holder[key] = mendOnce(visit);
      continue;
    }
    const node = holder[key] ?? null;
    // Apart from the schemas: a broken reference can make one node stand for a path and for a schema, and it is read as each.
    if (!isObject(node) || walked.has(node)) continue;
    walked.add(node);
    if (kind === 'path-item' || kind === 'operation') mendQueries(node as Draft, { document, pointer, quirks, budget });
    if (kind === 'media-type') mendItems(node as Draft, { type: key, pointer, quirks });
    if (kind === 'example') sayExternal(node as Draft, pointer);
    followReference(node as Draft, pointer, kind);
    enqueue(kind, node as Draft, pointer);
  }
  breakCycles(document, schemas, { quirks, budget });
  return doubted;

  /** One by one: a schema may have more members than a call may have arguments. */
  function enqueue(kind: NodeKind, node: Draft, pointer: string): void {
    for (const part of childrenOf(kind, node, pointer)) queue.push(part);
  }

  function mendOnce({ holder, key, pointer }: NodePart): Json {
    const node = holder[key] ?? null;
    const known = mended.get(node);
    if (known !== undefined) return known;
    if (typeof node === 'boolean') return node;
    if (!isObject(node)) {
      quirks.push({ pointer, effect: 'unchecked', message: 'This is no schema: a schema is a mapping, or true or false.' });
      return true;
    }
    budget.spend(COST.schema);
    const schema = mendSchema(node as Draft, {
      before31,
      compile,
      doubt: (schema) => doubted.add(schema),
      quirk(effect, message, member) {
        budget.spend(COST.quirk);
        quirks.push({ pointer: member === undefined ? pointer : `${pointer}/${member}`, effect, message });
      },
    });
    mended.set(node, schema);
    mended.set(schema, schema);
    schemas.push({ schema, pointer });
    // Where "or null" was put around the schema, its own parts still stand in the node itself.
    if (!followReference(node as Draft, pointer, 'schema')) delete (node as Draft)['$ref'];
    enqueue('schema', node as Draft, pointer);
    return schema;
  }

  /** A reference may name a place that OpenAPI's own structure does not lead to (`#/definitions/…` in 3.0): it is walked as well. */
  function followReference(node: Draft, pointer: string, kind: NodeKind): boolean {
    const { $ref } = node;
    if ($ref === undefined) return true;
    budget.spend(COST.reference * (1 + String($ref).length / 25));
    const found = typeof $ref === 'string' ? lookUp(document, $ref) : undefined;
    const at = found?.pointer ?? '';
    const cut = at.lastIndexOf('/');
    const holder = cut < 0 ? undefined : valueAt(document, tokensOf(at.slice(0, cut)));
    if (found && typeof holder === 'object' && holder !== null) {
      queue.push({ kind, holder: holder as Draft, key: unescapeToken(at.slice(cut + 1)), pointer: at });
    }
    if (!found && kind === 'schema') quirks.push(unfollowed(String($ref), { pointer: `${pointer}/$ref`, effect: 'unchecked' }));
    if (!found && kind === 'example') quirks.push(unfollowed(String($ref), { pointer, effect: 'mended' }));
    return found !== undefined;
  }

  function sayExternal({ externalValue, value }: Draft, pointer: string): void {
    if (typeof externalValue !== 'string' || value !== undefined) return;
    const message = `The example is kept at "${externalValue}", which is not read; it is left out.`;
    quirks.push({ pointer, effect: 'mended', message, reference: externalValue });
  }
}
