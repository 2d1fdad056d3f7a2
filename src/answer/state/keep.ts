/** Keeping what a client writes, in the shape the contract reads it back in, and telling the client what was kept. */
import type { Json, SchemaAt } from '../../contract/contract.ts';
import { isObject } from '../../contract/json.ts';
import type { Reply } from '../../mock.ts';
import { jsonMedia, successOf, type Success } from '../../contract/documented.ts';
import { valueAt } from '../../contract/json-edit.ts';
import { idPlace, isNumeric, placeId, propertiesOf } from '../../plan/resource/identity.ts';
import { toBase64, type Inferring } from './inferring.ts';
import { textWithNumbers } from './numbers.ts';
import type { Resource } from '../../plan/resource/resource.ts';
import type { Row } from './row.ts';
import { withoutReadOnly, withServerOwned, type Ownership } from '../../plan/write/server-owned.ts';
import { shapeTo } from '../../plan/write/shape.ts';

/** The row that keeps this request's body, in the shape that reads show. */
export function rowFor(inferring: Inferring, resource: Resource, id: string, version: number): Row {
  const { call, contract } = inferring;
  if (call.binary) return { version, updated: now(inferring), binary: call.binary.type, text: toBase64(call.binary.bytes) };
  const readSuccess = resource.operations.read && successOf(resource.operations.read, [200]);
  const media = jsonMedia(readSuccess?.response);
  const own = ownership(
    inferring,
    resource,
    id,
    version,
    media?.schema ?? jsonMedia(successOf(call.operation, [201, 200])?.response)?.schema,
  );
  const body = sentBody(inferring, own);
  const kept =
    media?.schema && readSuccess ? shapeTo(contract, media.schema, body, () => inferring.model(readSuccess.response, media, id)) : body;
  return { version, updated: own.updated, text: textWithNumbers(named(kept ?? body, own), [call.bodyText]) };
}

function sentBody(inferring: Inferring, own: Ownership): Json {
  const { call, contract } = inferring;
  const schema = call.operation.body?.content.map((media) => media.schema?.schema).find((one) => one !== undefined);
  const sent = schema === undefined ? call.body : withoutReadOnly(contract, schema, call.body ?? null);
  return isObject(sent) ? withServerOwned(sent, own) : (sent ?? null);
}

/** The answer to a write, where the operation documents a JSON body: the item as kept, in the shape of this response. */
export function acknowledgement(
  inferring: Inferring,
  resource: Resource,
  success: Success,
  id: string,
  row: Row,
): Pick<Reply, 'body' | 'rendered'> | Pick<Reply, 'binary'> | undefined {
  const { contract } = inferring;
  const media = jsonMedia(success.response);
  if (!media) return undefined;
  const at = media.schema;
  if (row.binary !== undefined) return { body: inferring.model(success.response, media, id) };
  if (!at) return { rendered: row.text };
  const own = ownership(inferring, resource, id, row.version, at);
  const kept: Json = JSON.parse(row.text);
  if (contract.check(at, kept).length === 0) return { rendered: row.text };
  const shaped = shapeTo(contract, at, kept, () => inferring.model(success.response, media, id));
  return shaped === undefined ? undefined : { body: named(shaped, own) };
}

function named(body: Json, own: Ownership): Json {
  if (!isObject(body) || own.place === undefined) return body;
  return valueAt(body, own.place) !== undefined || body['resourceType'] !== undefined
    ? placeId(body, own.place, own.id, own.numeric)
    : body;
}

export function ownership(inferring: Inferring, resource: Resource, id: string, version: number, at: SchemaAt | undefined): Ownership {
  const { contract } = inferring;
  const declared = at && resource.itemParameter !== undefined ? idPlace(contract, at.schema, resource.itemParameter) : undefined;
  const members = at ? propertiesOf(contract, at.schema) : new Map();
  // Every FHIR resource has an id, whether or not a contract lists it.
  const place = declared ?? (members.has('resourceType') && resource.itemParameter !== undefined ? ['id'] : undefined);
  const idSchema = place?.length === 1 ? members.get(place[0] ?? '') : undefined;
  return {
    id,
    place,
    numeric: idSchema !== undefined && isNumeric(contract, idSchema),
    version,
    updated: now(inferring),
    hasMeta: members.has('meta'),
  };
}

export const now = ({ call }: Inferring): string => new Date(call.clock.now()).toISOString();

export function location({ call, contract }: Inferring, resource: Resource, id: string): Readonly<Record<string, string>> {
  if (resource.itemPath === undefined || !contract.operations.some((operation) => operation.path === resource.itemPath)) return {};
  const path = resource.itemPath.replace(/\{([^{}]+)\}/g, (_, name: string) =>
    encodeURIComponent(name === resource.itemParameter ? id : String(call.path[name] ?? '')),
  );
  return { Location: call.url(path) };
}

export function tag({ inference: { tagging } }: Inferring, version: number): Readonly<Record<string, string>> {
  return tagging ? { [tagging.header]: tagging.write(version) } : {};
}
