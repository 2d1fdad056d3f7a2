/** Makes the parts of a FHIR answer agree: a Bundle's total and fullUrls with its entries, and references with the resources at hand. */
import type { Json, JsonObject } from '../../contract/contract.ts';
import { isArray, isObject } from '../../contract/json.ts';

/** The same value where there is nothing to mend. */
export function coherent(value: JsonObject, link?: (path: string) => string): JsonObject {
  return value['resourceType'] === 'Bundle' && isArray(value['entry']) ? coherentBundle(value, value['entry'], link) : value;
}

function coherentBundle(bundle: JsonObject, entries: readonly Json[], link: ((path: string) => string) | undefined): JsonObject {
  const taken = new Set<string>();
  const entry = entries.map((each) => (isObject(each) ? coherentEntry(each, taken, link) : each));
  const total = entry.filter((each) => !isObject(each) || !isObject(each['search']) || each['search']['mode'] !== 'include').length;
  const listed = bundle['type'] === undefined || bundle['type'] === 'searchset' || bundle['type'] === 'history';
  const mended: JsonObject = { ...bundle, entry, ...(listed && Object.hasOwn(bundle, 'total') ? { total } : {}) };
  const known = resourcesOf(entry);
  return known.size > 0 ? (withReferences(mended, known) as JsonObject) : mended; // an object stays one
}

/** `fullUrl` is where the resource is: its own address, or its UUID; unique in the Bundle (bdl-7). */
function coherentEntry(entry: JsonObject, taken: Set<string>, link: ((path: string) => string) | undefined): Json {
  const resource = entry['resource'];
  if (typeof entry['fullUrl'] !== 'string' || !isObject(resource) || typeof resource['resourceType'] !== 'string') return entry;
  const { id, resourceType } = resource;
  if (typeof id !== 'string' || id === '') return entry;
  const path = `/${resourceType}/${id}`;
  const fullUrl = link ? link(path) : entry['fullUrl'].startsWith('urn:uuid:') ? `urn:uuid:${id}` : `${baseOf(entry['fullUrl'])}${path}`;
  if (taken.has(fullUrl)) return entry;
  taken.add(fullUrl);
  return { ...entry, fullUrl };
}

function baseOf(url: string): string {
  return /^(https?:\/\/.+?)\/[A-Z][A-Za-z]+\/[^/]+$/.exec(url)?.[1] ?? /^https?:\/\/[^/]+/.exec(url)?.[0] ?? 'https://example.org';
}

/** The first resource of each type, by type. */
function resourcesOf(entries: readonly Json[]): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const entry of entries) {
    const resource = isObject(entry) ? entry['resource'] : undefined;
    if (!isObject(resource)) continue;
    const { resourceType, id } = resource;
    if (typeof resourceType === 'string' && typeof id === 'string' && !known.has(resourceType)) known.set(resourceType, id);
  }
  return known;
}

/** A relative reference to a type that is at hand names the resource at hand, unless it already names one of them. */
function withReferences(value: Json, known: ReadonlyMap<string, string>): Json {
  if (isArray(value)) return value.map((item) => withReferences(item, known));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      if (name !== 'reference' || typeof member !== 'string') return [name, withReferences(member, known)];
      const type = /^([A-Z][A-Za-z]+)\/[^/]+$/.exec(member)?.[1];
      const id = type === undefined ? undefined : known.get(type);
      return [name, id === undefined ? member : `${type}/${id}`];
    }),
  );
}
