/** Where the items of a list stand in its body: the array whose items are what the collection holds, wherever a contract puts it. */
import type { Json } from '../../../contract/contract.ts';
import { isArray, isObject } from '../../../contract/json.ts';
import { valueAt } from '../../../contract/json-pointer.ts';
import { plainName, singular } from '../../resource/names.ts';

import { isFactName } from './page-facts.ts';
import type { Shape } from './shape.ts';

export interface Envelope {
  /** Members from the body down to the array; none where the body is the array. */
  readonly path: readonly string[];
  /** Members from an element of the array down to the item: `resource` in a FHIR Bundle, `node` in a connection. */
  readonly wrapping: readonly string[];
  readonly bundle: boolean;
  /** Types of the resources in a Bundle that are its items, in lower case; what else it holds, it includes. None: all but outcomes. */
  readonly kinds: readonly string[];
  /** Elements are ids of items. */
  readonly idsOnly: boolean;
  readonly body: Shape;
  /** An element of the array. */
  readonly element?: Shape;
}

/** What is known of the items before the list is looked at. */
export interface Collection {
  /** The last word of the collection's path: `widgets`. */
  readonly name: string;
  /** An item as it is read alone, or as it is sent. */
  readonly item?: Shape;
  /** True where paths say that this is a list: an array of other things will then do. */
  readonly certain: boolean;
}

const usual =
  /^(items?|data|results?|value|values|records?|content|contents|entries|entry|list|rows|hits|elements|members?|resources|objects|docs|documents|edges|nodes|collection)$/;
const seldom =
  /^(errors?|warnings?|links?|included|facets?|issues?|filters?|aggregations?|sort|orders?by|fields|columns|tags|permissions|notes)$/;
/** Members of an answer that say nothing of what it is about. */
const general =
  /^(status|statuscode|success|ok|message|messages|code|result|resultcode|requestid|correlationid|traceid|transactionid|timestamp|datetime|generatedat|apiversion|version|kind|type|object|url|path|errors?|warnings?|facets?|included|jsonapi|query|@odatacontext|resourcetype|lastupdated)$/;
const wrappers = /^(resource|node|item|data|record|entity|value|attributes|result|document|source|object|content)$/;

/** Objects inside objects are looked into so far, and so many of them. */
const DEEP = 4;
const LOOKED_AT = 2_000;

interface Candidate {
  readonly path: readonly string[];
  readonly array: Shape;
  /** Whether that is so of every member beside it, at every level. */
  besideAre(is: (name: string) => boolean): boolean;
  /** Where it comes among the members of each level. */
  readonly order: readonly number[];
}

export function findEnvelope(body: Shape, collection: Collection): Envelope | undefined {
  const candidates = arraysIn(body);
  let best: { readonly envelope: Envelope; readonly score: number } | undefined;
  for (const candidate of candidates) {
    const judged = judge(body, candidate, collection, candidates.length === 1);
    if (judged && (!best || judged.score > best.score)) best = judged;
  }
  return best?.envelope;
}

/** Level by level, since what stands nearer says more; in the order in which a reader meets them. */
function arraysIn(body: Shape): readonly Candidate[] {
  const found: Candidate[] = [];
  let level: readonly Candidate[] = [{ path: [], array: body, besideAre: () => true, order: [] }];
  let left = LOOKED_AT;
  while (level.length > 0) {
    const next: Candidate[] = [];
    for (const around of level) {
      const { path, array: shape, order } = around;
      if (shape.type === 'array') found.push(around);
      if (shape.type !== 'object' || path.length >= DEEP) continue;
      for (const [nth, [name, member]] of [...shape.members].entries()) {
        if (--left < 0) break;
        next.push({
          path: [...path, name],
          array: member(),
          order: [...order, nth],
          besideAre: (is) => around.besideAre(is) && shape.members.keys().every((other) => other === name || is(other)),
        });
      }
    }
    level = next;
  }
  return found.sort((a, b) => inOrder(a.order, b.order));
}

function inOrder(a: readonly number[], b: readonly number[]): number {
  const differ = a.findIndex((nth, level) => nth !== b[level]);
  return differ < 0 ? a.length - b.length : (a[differ] ?? 0) - (b[differ] ?? -1);
}

function judge(
  body: Shape,
  { path, array, besideAre }: Candidate,
  { name, item, certain }: Collection,
  alone: boolean,
): { readonly envelope: Envelope; readonly score: number } | undefined {
  const last = plainName(path.at(-1) ?? '');
  const element = array.items?.();
  if (isBundle(body, path)) return { envelope: bundleOf(body, element, name), score: 1_000 };
  const like = element && item ? likest(element, item) : undefined;
  const named = last !== '' && singular(last) === singular(name);
  const scalars = element?.type === 'scalar';
  const onlyFactsBeside = besideAre(isFactName);
  const isAnswer = certain || besideAre((other) => isFactName(other) || general.test(plainName(other)));
  const trusted =
    path.length === 0 ||
    (like !== undefined && !scalars) ||
    named ||
    (usual.test(last) && isAnswer && (!scalars || onlyFactsBeside)) ||
    (alone && (onlyFactsBeside || (certain && !scalars && !seldom.test(last))));
  if (!trusted || element?.type === 'array') return undefined;
  const score =
    (like?.likeness ?? 0) +
    (named ? 30 : 0) +
    (usual.test(last) ? 12 : 0) +
    (path.length === 0 ? 25 : 0) -
    (seldom.test(last) && !named ? 40 : 0) -
    3 * path.length;
  const envelope: Envelope = {
    path,
    wrapping: like?.wrapping ?? [],
    bundle: false,
    kinds: [],
    idsOnly: scalars && item?.type !== 'scalar',
    body,
    ...(element ? { element } : {}),
  };
  return { envelope, score };
}

function isBundle(body: Shape, path: readonly string[]): boolean {
  return path.length === 1 && path[0] === 'entry' && body.members.has('resourceType');
}

function bundleOf(body: Shape, element: Shape | undefined, name: string): Envelope {
  // Some contracts have resources stand bare in the entries.
  const isBare = element !== undefined && element.members.has('resourceType') && !element.members.has('resource');
  const resource = isBare ? element : element?.members.get('resource')?.();
  const shown = (resource ? kindsOf(resource) : []).map((kind) => String(kind).toLowerCase());
  const own = [name.toLowerCase(), singular(name)];
  const named = shown.filter((kind) => own.includes(kind));
  const kinds = named.length > 0 ? named : /^[A-Z]/.test(name) ? own.slice(0, 1) : shown;
  return {
    path: ['entry'],
    wrapping: isBare ? [] : ['resource'],
    bundle: true,
    kinds,
    idsOnly: false,
    body,
    ...(element ? { element } : {}),
  };
}

interface Likeness {
  readonly likeness: number;
  readonly wrapping: readonly string[];
}

/** How much the elements are like the items, either of which may stand inside something. */
function likest(element: Shape, item: Shape): Likeness | undefined {
  // Things that are alike as wholes need no wrapper, whatever they have inside.
  const whole = likenessOf(element, item);
  if (whole >= CLEARLY) return { likeness: whole, wrapping: [] };
  let best: Likeness | undefined;
  for (const [wrapping, inner] of insides(element)) {
    for (const [unwrapping, one] of insides(item)) {
      const likeness = likenessOf(inner, one) - 4 * (wrapping.length + unwrapping.length);
      if (likeness > 0 && (!best || likeness > best.likeness)) best = { likeness, wrapping };
    }
  }
  return best;
}

function* insides(shape: Shape): Generator<readonly [readonly string[], Shape]> {
  yield [[], shape];
  if (shape.type !== 'object') return;
  for (const [name, member] of shape.members) {
    const inner = member();
    const isWrapper = wrappers.test(plainName(name)) || (shape.members.size <= 3 && inner.members.size > 1);
    if (inner.type === 'object' && isWrapper) yield [[name], inner];
  }
}

const SAME = 100;
/** Half of the members in common, and more than one. */
const CLEARLY = 30;
/** The share of members that two schemas must have in common to be of one kind. */
const ENOUGH = 0.4;

function likenessOf(a: Shape, b: Shape): number {
  if (a.pointer !== undefined && a.pointer === b.pointer) return SAME;
  if (a.type !== 'object' || b.type !== 'object' || differInKind(a, b)) return 0;
  const names = new Set([...b.members.keys()].map(plainName));
  const shared = [...a.members.keys()].filter((name) => names.has(plainName(name))).length;
  const ratio = shared / Math.max(1, Math.min(a.members.size, b.members.size));
  return ratio >= ENOUGH ? 60 * ratio * Math.min(1, shared / 2) : 0;
}

function differInKind(a: Shape, b: Shape): boolean {
  const [kindA, kindB] = [kindsOf(a), kindsOf(b)];
  return kindA.length > 0 && kindB.length > 0 && !kindA.some((kind) => kindB.includes(kind));
}

/** FHIR resource types that a shape says it is. */
export function kindsOf(shape: Shape): readonly Json[] {
  const keywords = shape.members.get('resourceType')?.().keywords;
  if (keywords?.const !== undefined) return [keywords.const];
  return keywords?.enum ?? (keywords?.example === undefined ? [] : [keywords.example]);
}

/** What an item looks like, without what is wrapped around it. */
export function itemShape({ element, wrapping }: Envelope): Shape | undefined {
  let item: Shape | undefined = element;
  for (const step of wrapping) item = item?.members.get(step)?.();
  return item;
}

/** What a thing goes by, and what kind of thing it is. */
const identity = /^(?:id|uuid|guid|identifier|type|kind|object|class|resourcetype)$/;

/**
 * Whether what a request says under a plain name is said of the items, and nothing that the list around them could say again. A Bundle says
 * nothing of what was asked but in its links; elsewhere a query for an id or a type means that of an item, where items have one.
 */
export function isSaidOfItems(envelope: Envelope, plain: string, isInQuery: boolean): boolean {
  if (envelope.bundle) return true;
  if (!isInQuery || !identity.test(plain)) return false;
  const item = itemShape(envelope);
  return item === undefined || item.members.size === 0 || item.members.keys().some((name) => plainName(name) === plain);
}

/** The items that a published body lists, as they are listed. */
export function itemsIn(envelope: Envelope, body: Json): readonly Json[] {
  return elementsIn(envelope, body).filter((item) => isItem(envelope, item));
}

/** What a published Bundle holds beside its items. */
export function includedIn(envelope: Envelope, body: Json): readonly { readonly fullUrl: string | undefined; readonly resource: Json }[] {
  const array = envelope.bundle ? valueAt(body, envelope.path) : undefined;
  if (!isArray(array)) return [];
  return array
    .filter(isObject)
    .flatMap(({ fullUrl, resource }) =>
      resource === undefined || isItem(envelope, resource)
        ? []
        : [{ fullUrl: typeof fullUrl === 'string' ? fullUrl : undefined, resource }],
    );
}

function elementsIn({ path, wrapping, bundle }: Envelope, body: Json): readonly Json[] {
  const array = valueAt(body, path);
  if (!isArray(array)) return [];
  return array.flatMap((element) => {
    const item = valueAt(element, bundle && isObject(element) && element['resource'] !== undefined ? ['resource'] : wrapping);
    if (item !== undefined) return [item];
    // Bundles are published with resources that stand bare in their entries.
    return bundle && isObject(element) && element['resourceType'] !== undefined ? [element] : [];
  });
}

/** Whether something can be an item of the list: in a Bundle, by its type. */
export function isItem({ bundle, kinds }: Envelope, item: Json): boolean {
  const type = bundle && isObject(item) ? item['resourceType'] : undefined;
  if (typeof type !== 'string') return true;
  return kinds.length === 0 ? type !== 'OperationOutcome' : kinds.includes(type.toLowerCase());
}
