/** What the server owns of an item, whatever a client sends: its id, its version, when it changed, and every `readOnly` member. */
import type { Contract, Json, JsonObject, Schema } from '../../contract/contract.ts';
import { isObject } from '../../contract/json.ts';
import { placeId, propertiesOf } from '../resource/identity.ts';

export interface Ownership {
  readonly id: string;
  /** Where the id stands; undefined where the contract's items have none. */
  readonly place: readonly string[] | undefined;
  readonly numeric: boolean;
  readonly version: number;
  readonly updated: string;
  /** FHIR keeps version and time in `meta` where the contract declares it. */
  readonly hasMeta: boolean;
}

export function withServerOwned(body: JsonObject, own: Ownership): JsonObject {
  const named = own.place === undefined ? body : placeId(body, own.place, own.id, own.numeric);
  if (!own.hasMeta || typeof body['resourceType'] !== 'string') return named;
  const meta = isObject(body['meta']) ? body['meta'] : {};
  return { ...named, meta: { ...meta, versionId: String(own.version), lastUpdated: own.updated } };
}

/** The body without members that its schema says only the server may set. */
export function withoutReadOnly(contract: Contract, schema: Schema, body: Json, depth = 0): Json {
  if (!isObject(body) || depth > 6) return body;
  const declared = propertiesOf(contract, schema);
  const kept: Record<string, Json> = {};
  for (const [name, value] of Object.entries(body)) {
    const member = declared.get(name);
    const resolved = member === undefined ? undefined : contract.resolve(member);
    if (typeof resolved === 'object' && resolved.readOnly === true) continue;
    kept[name] = member === undefined ? value : withoutReadOnly(contract, member, value, depth + 1);
  }
  return kept;
}
