/** Whether a keyword stands in a schema or in any schema that it leads to. */
import type { Contract, Json, Schema, SchemaObject } from '../contract.ts';
import { isObject } from '../json.ts';
import { childrenOf } from './document-structure.ts';
import type { Draft } from './read-document.ts';
import { dereference } from './references.ts';

export function reachesKeyword({ document, family }: Pick<Contract, 'document' | 'family'>, schema: Schema, keyword: string): boolean {
  const seen = new Set<Json>([schema as Json]); // a schema is JSON
  for (const node of seen) {
    if (!isObject(node)) continue;
    if (node[keyword] !== undefined) return true;
    if (isObject(node['discriminator'])) for (const heir of family(node as SchemaObject)) seen.add(heir as Json);
    if (typeof node['$ref'] === 'string') seen.add(dereference(document, node, '')?.node ?? true);
    for (const { holder, key } of childrenOf('schema', node as Draft, '')) seen.add(holder[key] ?? true); // nothing is written to it
  }
  return false;
}
