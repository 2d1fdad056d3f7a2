/**
 * References by the names that schemas give themselves (`$id`, `$anchor`, `$dynamicAnchor`; JSON Schema 2020-12 §8.2) become pointers
 * into the document, which is what everything else follows.
 */
import type { Json, Quirk } from '../../contract.ts';
import { escapeToken, isArray, isObject, valuesIn } from '../../json.ts';
import { COST } from '../../limits.ts';
import { type Budget, UNBOUNDED } from '../../work.ts';
import { tokensOf, valueAt } from '../../json-pointer.ts';
import type { Draft } from '../read-document.ts';
import { pointerOfReference } from '../references.ts';

/** Whether a text may hold such names at all; most do not, and need not be walked. */
export const mayHaveIdentities = (text: string): boolean => /\$(?:id|self|anchor|dynamicRef|dynamicAnchor)\b/.test(text);

/** Where relative names are resolved that stand in no named schema; nothing is ever asked of it. */
const DOCUMENT = 'https://document.invalid/contract';

/** A schema resource, or the document: what a name in it is relative to. */
interface Resource {
  readonly uri: string;
  readonly pointer: string;
}

interface Reference {
  readonly node: Draft;
  readonly pointer: string;
  readonly resource: Resource;
  /** The component around it: what stands for a resource of its own where contracts forget to name one. */
  readonly scope: string;
}

interface Anchor {
  readonly pointer: string;
  readonly resource: Resource;
  readonly scope: string;
}

interface Named {
  readonly resources: Map<string, Resource>;
  readonly anchors: Map<string, Anchor[]>;
  /** The first of a name in a resource. */
  readonly ofResource: Map<string, Anchor>;
  readonly dynamic: Map<string, Anchor[]>;
  readonly references: Reference[];
  readonly dynamicReferences: Reference[];
}

/** Makes pointers of the references of one file that go by names of that file. */
export function resolveIdentities(document: Draft, budget: Budget = UNBOUNDED): void {
  const named = namesIn(document, budget);
  for (const { node, resource } of named.references) {
    budget.spend(COST.part);
    const pointer = pointerFor(document, named, String(node['$ref']), resource);
    if (pointer !== undefined) node['$ref'] = referenceTo(pointer);
  }
}

const referenceTo = (pointer: string): string => `#${pointer.replaceAll('%', '%25')}`;

function namesIn(document: Draft, budget: Budget): Named {
  const named: Named = {
    resources: new Map(),
    anchors: new Map(),
    ofResource: new Map(),
    dynamic: new Map(),
    references: [],
    dynamicReferences: [],
  };
  const whole: Resource = { uri: resolved(document['$self'], DOCUMENT) ?? DOCUMENT, pointer: '' };
  named.resources.set(whole.uri, whole);
  const stack: { readonly node: Json; readonly pointer: string; readonly around: Resource; readonly scope: string }[] = [
    { node: document, pointer: '', around: whole, scope: '' },
  ];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, pointer, around } = next;
    if (typeof node !== 'object' || node === null) continue;
    budget.spend(COST.reference);
    const own = isObject(node) ? resolved(node['$id'], around.uri) : undefined;
    const resource = own === undefined ? around : { uri: own.replace(/#$/, ''), pointer };
    const scope = own === undefined && !/^\/components\/schemas\/[^/]+$/.test(pointer) ? next.scope : pointer;
    if (own !== undefined) named.resources.set(resource.uri, resource);
    if (isObject(node)) note(named, { node: node as Draft, pointer, resource, scope });
    for (const [key, child] of Object.entries(node).toReversed()) {
      if (typeof child === 'object') stack.push({ node: child, pointer: `${pointer}/${escapeToken(key)}`, around: resource, scope });
    }
  }
  return named;
}

function note({ anchors, ofResource, dynamic, references, dynamicReferences }: Named, here: Reference): void {
  const { $anchor, $dynamicAnchor, $ref, $dynamicRef } = here.node;
  for (const name of [$anchor, $dynamicAnchor]) {
    const key = `${here.resource.uri} ${String(name)}`;
    if (typeof name === 'string' && !ofResource.has(key)) ofResource.set(key, here);
  }
  if (typeof $anchor === 'string') add(anchors, $anchor, here);
  if (typeof $dynamicAnchor === 'string') {
    add(anchors, $dynamicAnchor, here);
    add(dynamic, $dynamicAnchor, here);
  }
  if (typeof $ref === 'string') references.push(here);
  if (typeof $dynamicRef === 'string') dynamicReferences.push(here);
}

function add(anchors: Map<string, Anchor[]>, name: string, here: Anchor): void {
  const known = anchors.get(name);
  if (known) known.push(here);
  else anchors.set(name, [here]);
}

/** Undefined for a reference that is right as it is, or that names nothing here. */
function pointerFor(
  document: Draft,
  { resources, anchors, ofResource }: Named,
  ref: string,
  { uri, pointer }: Resource,
): string | undefined {
  const cut = ref.indexOf('#');
  const fragment = cut < 0 ? '' : ref.slice(cut + 1);
  const target = cut === 0 ? uri : resolved(cut < 0 ? ref : ref.slice(0, cut), uri);
  const resource = target === undefined ? undefined : resources.get(target);
  // Inside a named schema a pointer begins at that schema; most who write one mean the document.
  if (cut === 0 && pointer === '' && /^(?:\/|$)/.test(fragment)) return undefined;
  if (!resource) return undefined;
  const within = pointerOfReference(`#${fragment}`);
  if (within !== undefined) return at(document, resource.pointer + within) === undefined ? undefined : resource.pointer + within;
  return (ofResource.get(`${resource.uri} ${fragment}`) ?? anchors.get(fragment)?.[0])?.pointer;
}

function resolved(uri: Json | undefined, base: string): string | undefined {
  if (typeof uri !== 'string') return undefined;
  return URL.canParse(uri, base) ? new URL(uri, base).href : undefined;
}

/**
 * `$dynamicRef` means the anchor of the outermost schema that led there. So a schema that refers to a general one, and has an anchor
 * of its own for something in it, gets a copy of the general one that goes by its anchors; on its own, the general one goes by its own.
 */
export function resolveDynamicReferences(document: Draft, { quirks, budget }: { readonly quirks: Quirk[]; readonly budget: Budget }): void {
  const { anchors, dynamic, dynamicReferences } = namesIn(document, budget);
  const anchorFor = (reference: Reference, scope: string): Anchor | undefined => {
    const all = dynamic.get(nameIn(reference)) ?? anchors.get(nameIn(reference)) ?? [];
    budget.spend(COST.reference * all.length);
    return (
      all.find((anchor) => anchor.scope === scope) ??
      all.find((anchor) => anchor.scope === reference.scope) ??
      (all.length === 1 ? all[0] : undefined)
    );
  };
  for (const [general, references] of Map.groupBy(dynamicReferences, ({ scope }) => scope)) {
    const names = new Set(references.map(nameIn));
    const specials = new Set([...names].flatMap((name) => (dynamic.get(name) ?? []).map(({ scope }) => scope)));
    for (const special of specials) {
      const copy = special === general ? undefined : copyFor(document, { special, general, budget });
      if (copy) for (const reference of references) goBy(at(copy, reference.pointer.slice(general.length)), anchorFor(reference, special));
    }
  }
  for (const reference of dynamicReferences) {
    const anchor = anchorFor(reference, reference.scope);
    const { $dynamicRef } = reference.node;
    goBy(reference.node, anchor);
    if (anchor) continue;
    const message = `"${String($dynamicRef)}" names no anchor that is certain here, so it is not enforced.`;
    quirks.push({ pointer: `${reference.pointer}/$dynamicRef`, effect: 'unchecked', message, reference: String($dynamicRef) });
  }
}

function nameIn({ node }: Reference): string {
  const text = String(node['$dynamicRef']);
  return text.slice(text.indexOf('#') + 1);
}

function goBy(node: Json | undefined, anchor: Anchor | undefined): void {
  if (!isObject(node)) return;
  const draft = node as Draft; // part of the document that is being read
  delete draft['$dynamicRef'];
  if (!anchor) return;
  const $ref = referenceTo(anchor.pointer);
  if (draft['$ref'] === undefined) draft['$ref'] = $ref;
  else draft['allOf'] = [...(isArray(draft['allOf']) ? draft['allOf'] : []), { $ref }];
}

/** A copy of the general schema, put in the place of the special one's reference to it; undefined where it has none. */
function copyFor(
  document: Draft,
  { special, general, budget }: { readonly special: string; readonly general: string; readonly budget: Budget },
): Draft | undefined {
  budget.spend(COST.part);
  const node = at(document, special);
  const original = at(document, general);
  if (!isObject(node) || !isObject(original) || special === '' || general === '') return undefined;
  const holders = [node, ...(isArray(node['allOf']) ? node['allOf'] : [])].filter(isObject) as Draft[];
  const holder = holders.find(({ $ref }) => $ref === referenceTo(general));
  if (!holder) return undefined;
  budget.spend(COST.part * valuesIn(original));
  const copy = structuredClone(original) as Draft;
  delete holder['$ref'];
  holder['allOf'] = [...(isArray(holder['allOf']) ? holder['allOf'] : []), copy];
  return copy;
}

const at = (root: Json, pointer: string): Json | undefined => valueAt(root, tokensOf(pointer));
