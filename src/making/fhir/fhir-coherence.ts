/** Makes the parts of a FHIR answer agree: a Bundle's total and fullUrls with its entries, references with the resources at hand, attachments with their data. */
import type { Json, JsonObject, SchemaFault } from '../../contract/contract.ts';
import { isArray, isObject } from '../../contract/json.ts';
import { applyAccepted } from '../binding/edits.ts';
import { attachmentEdits } from './attachments.ts';
import { referenceEdits } from './references.ts';

export interface Coherence {
  /** Makes an absolute link inside the sandbox. */
  link?(path: string): string;
  faultsOf(value: Json): readonly SchemaFault[];
}

/** The same value where there is nothing to mend, or where its contract would not have it. */
export function coherent(value: JsonObject, { link, faultsOf }: Coherence): Json {
  if (value['resourceType'] === undefined) return value;
  const bundled = value['resourceType'] === 'Bundle' && isArray(value['entry']) ? coherentBundle(value, value['entry'], link) : value;
  const whole = bundled === value || faultsOf(bundled).length > 0 ? value : bundled;
  const edits = [...referenceEdits(whole), ...attachmentEdits(whole)];
  return edits.length === 0 ? whole : applyAccepted(whole, edits, () => new Set(), faultsOf);
}

function coherentBundle(bundle: JsonObject, entries: readonly Json[], link: ((path: string) => string) | undefined): JsonObject {
  const taken = new Set<string>();
  const entry = entries.map((each) => (isObject(each) ? coherentEntry(each, taken, link) : each));
  const total = entry.filter((each) => !isObject(each) || !isObject(each['search']) || each['search']['mode'] !== 'include').length;
  const listed = bundle['type'] === undefined || bundle['type'] === 'searchset' || bundle['type'] === 'history';
  return { ...bundle, entry, ...(listed && Object.hasOwn(bundle, 'total') ? { total } : {}) };
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
