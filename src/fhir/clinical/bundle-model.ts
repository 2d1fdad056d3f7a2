/** What a published Bundle is made of, so that another record can be told in its shape: types of resource, their order, and how it refers. */
import type { Json, JsonObject } from '../../contract/contract.ts';
import { isObject } from '../../contract/json.ts';
import { uuidOfHex } from '../../contract/uuid.ts';
import { eachOf, elementsAt, stringAt } from './element.ts';
import { idReferredTo } from './head.ts';

export interface BundleModel {
  readonly bundle: JsonObject;
  readonly resources: readonly JsonObject[];
  /** In the order in which they first come. */
  readonly types: readonly string[];
  readonly byType: ReadonlyMap<string, readonly JsonObject[]>;
  /** What stands before type and id in the addresses of its entries, `urn:uuid:`, or undefined where they have none. */
  readonly base: string | undefined;
  /** Whoever prescribes, records or performs is referred to by their role. */
  readonly byRole: boolean;
  /** How its entries say why they are there. */
  readonly search: Json | undefined;
}

export const urn = 'urn:uuid:';

export function bundleModel(bundle: JsonObject): BundleModel {
  const entries = eachOf(bundle['entry']);
  const resources = entries.flatMap((entry) => (isObject(entry) && isObject(entry['resource']) ? [entry['resource']] : []));
  const byType = Map.groupBy(resources, resourceTypeOf);
  const types = [...byType.keys()];
  const [first] = entries;
  return {
    bundle,
    resources,
    types,
    byType,
    base: baseOf(stringAt(first, 'fullUrl'), resources[0]),
    byRole: types.includes('PractitionerRole') && countOf(resources, rolesIn(entries)) > 0,
    search: isObject(first) ? first['search'] : undefined,
  };
}

export const resourceTypeOf = (resource: JsonObject): string => stringAt(resource, 'resourceType') ?? '';

function baseOf(fullUrl: string | undefined, resource: JsonObject | undefined): string | undefined {
  if (fullUrl === undefined || resource === undefined) return undefined;
  if (fullUrl.startsWith('urn:')) return urn;
  const at = fullUrl.lastIndexOf(`${resourceTypeOf(resource)}/`);
  return at < 0 ? undefined : fullUrl.slice(0, at);
}

/** By which addresses and ids its roles are referred to. */
function rolesIn(entries: readonly Json[]): ReadonlySet<string> {
  const roles = entries.filter((entry) => stringAt(entry, 'resource', 'resourceType') === 'PractitionerRole');
  return new Set(
    roles.flatMap((role) => [idReferredTo({ reference: stringAt(role, 'fullUrl') ?? '' }) ?? '', stringAt(role, 'resource', 'id') ?? '']),
  );
}

const byWhom = ['requester', 'recorder', 'asserter', 'author'];

function countOf(resources: readonly JsonObject[], ids: ReadonlySet<string>): number {
  return resources
    .flatMap((resource) => byWhom.flatMap((member) => elementsAt(resource, member)))
    .filter((reference) => {
      const id = idReferredTo(reference);
      return id !== undefined && id !== '' && ids.has(id);
    }).length;
}

/** An id that stands for something in one Bundle after another: the same for the same words. */
export function idFor(...words: readonly string[]): string {
  const text = words.join('|');
  let hex = '';
  for (let part = 0; part < 4; part += 1) {
    let hash = Math.imul(0x811c9dc5 ^ part, 0x01000193);
    for (let n = 0; n < text.length; n += 1) hash = Math.imul(hash ^ text.charCodeAt(n), 0x01000193);
    hash ^= hash >>> 15;
    hash = Math.imul(hash, 0x2c1b3c6d);
    hex += ((hash ^ (hash >>> 13)) >>> 0).toString(16).padStart(8, '0');
  }
  return uuidOfHex(hex);
}
