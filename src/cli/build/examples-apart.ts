/** Takes the examples of media types, parameters, headers and components out of a document, so that start-up need not parse them. */
import type { Json } from '../../contract/contract.ts';
import { childrenOf, type NodeKind, type NodePart } from '../../contract/reading/document-structure.ts';
import { isObject } from '../../contract/json.ts';
import type { Draft } from '../../contract/reading/read-document.ts';

const TAKEN_FROM: ReadonlySet<NodeKind> = new Set(['media-type', 'parameter', 'header', 'components']);

/** By the JSON pointer of what they belonged to: `example` and `examples` as they stood there. The document loses them. */
export function takeExamples(document: Draft): Record<string, Draft> {
  const taken: Record<string, Draft> = {};
  const queue: NodePart[] = [...childrenOf('document', document, '')];
  for (const { kind, holder, key, pointer } of queue) {
    const node = holder[key];
    if (kind === 'schema' || !isObject(node)) continue;
    if (TAKEN_FROM.has(kind)) take(node as Draft, pointer);
    queue.push(...childrenOf(kind, node as Draft, pointer));
  }
  return taken;

  function take(node: Draft, pointer: string): void {
    for (const key of ['example', 'examples']) {
      const value: Json | undefined = node[key];
      if (value === undefined) continue;
      (taken[pointer] ??= {})[key] = value;
      delete node[key];
    }
  }
}
