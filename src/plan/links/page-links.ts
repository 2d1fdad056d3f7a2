/** The links of a published answer to a search: it is the whole of what there is, so `self` is this request and no other page is promised. */
import type { Json, JsonObject, MediaType, SchemaAt } from '../../contract/contract.ts';
import { isArray, isObject } from '../../contract/json.ts';
import { asPublished } from '../../contract/published-links.ts';
import type { Meaning } from '../../meaning/infer-roles.ts';
import { membersOf } from '../resource/members.ts';

/** `address` is that of the request. */
export type PageLinks = (body: Json, address: string) => Json;

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]/g, '');

const isSelf = (name: string): boolean => /^(self|selflink|selfurl)$/.test(plain(name));
/** The first page and the last are this one. */
const isEdge = (name: string): boolean => /^(first|last)(page|link|url)?$/.test(plain(name));
const isOther = (name: string): boolean =>
  /^(odata)?(next|prev|previous)(page|link|url|uri|cursor|token|pagetoken|pagelink|pageurl|pagecursor)?$/.test(plain(name));
/** Members that hold links and places beside the items. */
const holds = (name: string): boolean => /^(links?|paging|pagination|page|pageinfo|meta|metadata|responsemetadata)$/.test(plain(name));

export function planPageLinks(meaning: Meaning, { schema }: MediaType): PageLinks {
  return (body, address) => (isObject(body) ? within(body, schema, address, 0) : typeof body === 'string' ? inXml(body, address) : body);

  function within(owner: JsonObject, at: SchemaAt | undefined, address: string, depth: number): JsonObject {
    let changed: Record<string, Json> | undefined;
    // `first` and `last` may be anybody's name; beside other links they are links.
    const isPaged = depth > 0 || Object.keys(owner).some((name) => isSelf(name) || isOther(name));
    for (const [name, value] of Object.entries(owner)) {
      const to = isEdge(name) && !isPaged ? value : member(name, value, at, address, depth);
      if (to === value) continue;
      changed ??= { ...owner };
      if (to === undefined) delete changed[name];
      else changed[name] = to;
    }
    return changed ?? owner;
  }

  function member(name: string, value: Json, at: SchemaAt | undefined, address: string, depth: number): Json | undefined {
    if (holds(name) && isArray(value)) return listed(value, address);
    if (holds(name) && isObject(value) && depth < 2) return within(value, membersOf(meaning, at).get(name), address, depth + 1);
    if (isSelf(name) || isEdge(name)) return leading(value, address) ?? value;
    if (isOther(name) && (leading(value, address) !== undefined || /cursor|token/i.test(name))) return withoutMember(name, value, at);
    return /^hasmore$|^hasnext(page)?$/.test(plain(name)) && value === true ? false : value;
  }

  /** Gone where the schema lets it be gone, empty where it may be empty, and else as it was. */
  function withoutMember(name: string, value: Json, at: SchemaAt | undefined): Json | undefined {
    if (!at || !meaning.read(at).required.has(name)) return undefined;
    const own = membersOf(meaning, at).get(name);
    return own && [meaning.read(own).schema.type ?? []].flat().includes('null') ? null : value;
  }
}

/** A Bundle that is published as XML. */
function inXml(text: string, address: string): string {
  return text.replace(
    /\s*<link>\s*<relation value="([\w-]+)"\s*\/>\s*<url value="[^"<>]*"\s*\/>\s*<\/link>/g,
    (whole, relation: string) => {
      if (isOther(relation)) return '';
      return isSelf(relation) || isEdge(relation)
        ? whole.replace(/(<url value=")[^"]*/, (_, begin: string) => begin + address.replaceAll('&', '&amp;'))
        : whole;
    },
  );
}

/** `{relation: 'next', url}` of FHIR, `{rel: 'next', href}` of others. */
function listed(items: readonly Json[], address: string): Json {
  const relationOf = (item: Json): string => (isObject(item) ? String(item['relation'] ?? item['rel'] ?? '') : '');
  if (!items.some((item) => relationOf(item) !== '')) return items;
  return items
    .filter((item) => !isOther(relationOf(item)))
    .map((item) => (isSelf(relationOf(item)) || isEdge(relationOf(item)) ? (leading(item, address) ?? item) : item));
}

/** A link, however it is written, to this address; undefined where the value is none. */
function leading(value: Json, address: string): Json | undefined {
  if (typeof value === 'string') return value.includes('/') || value.startsWith('?') ? relativeTo(value, address) : undefined;
  if (!isObject(value)) return undefined;
  const name = ['href', 'url', 'uri'].find((one) => typeof value[one] === 'string');
  return name === undefined ? undefined : { ...value, [name]: relativeTo(String(value[name]), address) };
}

/** An API that writes its links as paths is left to do so. */
const relativeTo = (published: string, address: string): string =>
  asPublished(published).startsWith('/') ? address.replace(/^https?:\/\/[^/]+/, '') : address;
