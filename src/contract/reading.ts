/** What reading any part of a document needs: following references, finding schemas, and keeping examples for later. */
import type { Json, JsonObject, Quirk, SchemaAt } from './contract.ts';
import { isObject } from './json.ts';
import { dereference, whyUnfollowed } from './references.ts';

export interface Reading {
  readonly document: JsonObject;
  readonly quirks: Quirk[];
}

/** An object of the document and where it stands. */
export interface Place {
  readonly node: JsonObject;
  readonly pointer: string;
}

/** The object a node or its reference means; reports one that leads nowhere. */
export function followed({ document, quirks }: Reading, raw: Json | undefined, at: string): Place | undefined {
  if (raw === undefined) return undefined;
  const found = dereference(document, raw, at);
  if (found && isObject(found.node)) return { node: found.node, pointer: found.pointer };
  const ref = isObject(raw) ? raw['$ref'] : undefined;
  quirks.push({
    pointer: at,
    effect: 'unchecked',
    message: typeof ref === 'string' ? whyUnfollowed(ref) : 'This should be a mapping; it is left out.',
  });
  return undefined;
}

/** The schema of a node, mended already; absent where the contract gives none. */
export function schemaAt(node: JsonObject, pointer: string): SchemaAt | undefined {
  const { schema } = node;
  return typeof schema === 'boolean' || isObject(schema) ? { pointer: `${pointer}/schema`, schema } : undefined;
}

/** Examples can be megabytes, and most are never looked at. */
export function withExamples<T extends object, E>(node: T, read: () => E): T & { readonly examples: E } {
  let examples: E | undefined;
  return Object.defineProperty(node, 'examples', { enumerable: true, get: () => (examples ??= read()) }) as T & { readonly examples: E };
}
