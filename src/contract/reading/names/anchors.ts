/** Names that schemas give to places of a document: `$anchor`, and `$dynamicAnchor` where it is the only one of its name. */
import type { Json } from '../../contract.ts';
import { escapeToken } from '../../json.ts';

/** Pointers by name. The first one counts where a name is given twice. */
export function anchorsIn(tree: Json): ReadonlyMap<string, string> {
  const anchors = new Map<string, string>();
  // While files are put together a tree may go round.
  const seen = new Set<Json>();
  const stack: { readonly node: Json; readonly pointer: string }[] = [{ node: tree, pointer: '' }];
  for (let at = stack.pop(); at; at = stack.pop()) {
    const { node, pointer } = at;
    if (typeof node !== 'object' || node === null || seen.has(node)) continue;
    seen.add(node);
    for (const keyword of ['$anchor', '$dynamicAnchor']) {
      const name = (node as { readonly [key: string]: Json })[keyword];
      if (typeof name === 'string' && !anchors.has(name)) anchors.set(name, pointer);
    }
    for (const [key, child] of Object.entries(node).toReversed()) {
      if (typeof child === 'object') stack.push({ node: child, pointer: `${pointer}/${escapeToken(key)}` });
    }
  }
  return anchors;
}
