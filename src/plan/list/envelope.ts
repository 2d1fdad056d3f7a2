/** How a contract wraps many items in one answer: a FHIR Bundle, JSON:API `data`, `{items: []}` or a bare array; read from the schema. */
import type { Json, JsonObject, SchemaAt } from '../../contract/contract.ts';
import { isObject } from '../../contract/json.ts';
import type { Meaning } from '../../meaning/infer-roles.ts';
import { isList, membersOf, type Members } from '../resource/members.ts';
import { plainName } from '../resource/names.ts';

export interface Envelope {
  readonly kind: 'bundle' | 'json-api' | 'member' | 'bare';
  /** The member that holds the items; '' for a bare array. */
  readonly member: string;
  /** Declared top-level members, for totals and links. */
  readonly declared: Members;
}

export interface Page {
  readonly items: readonly Json[];
  readonly total: number;
  readonly links: Readonly<Partial<Record<'self' | 'first' | 'prev' | 'next' | 'last', string>>>;
  /** An item's own address, for `fullUrl`. */
  readonly addressOf: (item: Json) => string | undefined;
}

export function recogniseEnvelope(meaning: Meaning, at: SchemaAt): Envelope | undefined {
  if (isList(meaning, at)) return { kind: 'bare', member: '', declared: new Map() };
  const declared = membersOf(meaning, at);
  if (declared.has('resourceType') && isList(meaning, declared.get('entry'))) return { kind: 'bundle', member: 'entry', declared };
  if (isList(meaning, declared.get('data'))) return { kind: 'json-api', member: 'data', declared };
  const arrays = [...declared].filter(([name, member]) => isList(meaning, member) && !/^(errors?|warnings?|links?)$/i.test(name));
  const [only] = arrays;
  // A resource has members of its own beside its arrays; an envelope has only one array, and counts or links beside it.
  const others = [...declared].filter(([name]) => name !== only?.[0] && !isPagingMember(name));
  return only && arrays.length === 1 && others.length === 0 ? { kind: 'member', member: only[0], declared } : undefined;
}

/** The schema of one item of a list; undefined where the schema is of no list, or says nothing of its items. */
export function itemsAt(meaning: Meaning, at: SchemaAt): SchemaAt | undefined {
  const envelope = recogniseEnvelope(meaning, at);
  if (!envelope) return undefined;
  const { items } = meaning.read((envelope.member === '' ? at : envelope.declared.get(envelope.member)) ?? at);
  return envelope.kind === 'bundle' ? items && membersOf(meaning, items).get('resource') : items;
}

const totals = new Set([
  'total',
  'count',
  'totalcount',
  'totalitems',
  'totalresults',
  'totalrecords',
  'totalelements',
  'messagecount',
  'approxinboxcount',
]);
const isPagingMember = (name: string): boolean =>
  totals.has(plainName(name)) ||
  /^(_?links?|meta|page|pages|paging|pagination|next|prev|previous|first|last|cursor|nextcursor|nextpage|hasmore|limit|offset|size|pagesize)$/.test(
    plainName(name),
  );

export function itemsIn(envelope: Envelope, body: Json): readonly Json[] {
  const held = envelope.kind === 'bare' ? body : isObject(body) ? body[envelope.member] : undefined;
  const items: readonly Json[] = Array.isArray(held) ? held : [];
  return envelope.kind === 'bundle'
    ? items.flatMap((entry) => (isObject(entry) && isObject(entry['resource']) ? [entry['resource']] : []))
    : items;
}

/** A list's own body as it would be were its schema complete; `shapeTo` settles what the contract wants besides. */
export function wrapPage(envelope: Envelope, page: Page): Json {
  if (envelope.kind === 'bare') return page.items;
  if (envelope.kind === 'bundle') return bundle(page, envelope);
  const body: Record<string, Json> = { [envelope.member]: page.items };
  for (const name of envelope.declared.keys()) {
    if (totals.has(plainName(name))) body[name] = page.total;
    else if (plainName(name) === 'links') body[name] = { ...page.links };
    else if (plainName(name) === 'next' && page.links.next !== undefined) body[name] = page.links.next;
  }
  return body;
}

function bundle(page: Page, envelope: Envelope): JsonObject {
  const entries = page.items.map((resource): JsonObject => {
    const fullUrl = page.addressOf(resource);
    return { ...(fullUrl === undefined ? {} : { fullUrl }), resource, search: { mode: 'match' } };
  });
  const links = Object.entries(page.links).map(([relation, url]): JsonObject => ({
    relation: relation === 'prev' ? 'previous' : relation,
    url,
  }));
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    total: page.total,
    ...(envelope.declared.has('link') && links.length > 0 ? { link: links } : {}),
    ...(entries.length > 0 ? { entry: entries } : {}),
  };
}
