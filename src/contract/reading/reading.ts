/** What reading any part of a document needs: following references, finding schemas, and keeping examples for later. */
import type { Json, JsonObject, NamedExample, Quirk, SchemaAt } from '../contract.ts';
import { examplesOf } from './examples.ts';
import { isObject } from '../json.ts';
import { COST } from '../limits.ts';
import type { Budget } from '../work.ts';
import { dereference, unfollowed } from './references.ts';

export interface Reading {
  readonly document: JsonObject;
  readonly quirks: Quirk[];
  /** Absent for contracts that were read when they were built. */
  readonly budget?: Budget;
  /** Contracts built ahead keep examples apart from the document: here a place has its examples again, and references in them resolve. */
  published?(place: PlacedNode): { readonly document: JsonObject; readonly node: JsonObject };
}

/** An object of the document and where it stands. */
export interface PlacedNode {
  readonly node: JsonObject;
  readonly pointer: string;
}

/** The object a node or its reference means; reports one that leads nowhere. */
export function followed({ document, quirks, budget }: Reading, raw: Json | undefined, at: string): PlacedNode | undefined {
  if (raw === undefined) return undefined;
  budget?.spend(COST.part);
  const found = dereference(document, raw, at);
  if (found && isObject(found.node)) return { node: found.node, pointer: found.pointer };
  const ref = isObject(raw) ? raw['$ref'] : undefined;
  const place = { pointer: at, effect: 'unchecked' } as const;
  quirks.push(typeof ref === 'string' ? unfollowed(ref, place) : { ...place, message: 'This should be a mapping; it is left out.' });
  return undefined;
}

/** The schema of a node, mended already; absent where the contract gives none. */
export function schemaAt(node: JsonObject, pointer: string): SchemaAt | undefined {
  const { schema } = node;
  return typeof schema === 'boolean' || isObject(schema) ? { pointer: `${pointer}/schema`, schema } : undefined;
}

/** Adds the place's examples, read on first use: examples can be megabytes, and most are never looked at. `type` is the media type that they travel in. */
export function withExamples<T extends { readonly schema?: SchemaAt }>(
  reading: Reading,
  place: PlacedNode,
  type: string | undefined,
  known: T,
): T & { readonly examples: readonly NamedExample[] } {
  let examples: readonly NamedExample[] | undefined;
  const read = (): readonly NamedExample[] => {
    const { document, node } = reading.published?.(place) ?? { document: reading.document, node: place.node };
    return examplesOf({ document, node, schema: known.schema?.schema, type });
  };
  return Object.defineProperty(known, 'examples', { enumerable: true, get: () => (examples ??= read()) }) as T & {
    readonly examples: readonly NamedExample[];
  };
}
