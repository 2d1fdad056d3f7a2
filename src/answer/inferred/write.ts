/** POST, PUT, PATCH and DELETE on any resource: what a client sends is kept, in the shape the contract reads it back in. */
import type { Json, SchemaAt } from '../../contract/contract.ts';
import { isObject } from '../../contract/json.ts';
import { applyPatch, mergePatch, parsePatch } from '../../fhir/json-patch.ts';
import type { Problem, Reply } from '../../mock.ts';
import { jsonMedia, shownSchema, successOf, type Success } from './documented.ts';
import { valueAt } from './edit.ts';
import { idPlace, isNumeric, mintId, placeId, propertiesOf } from './identity.ts';
import { collectionOf, currentItem, idInPath, keyOf, missingParent, notFound, toBase64, unknownId, type Inferring } from './inferring.ts';
import { textWithNumbers } from './numbers.ts';
import type { Resource } from './resource.ts';
import { writeRow, type Row } from './row.ts';
import { withoutReadOnly, withServerOwned, type Ownership } from './server-owned.ts';
import { shapeTo } from './shape.ts';
import { preconditionProblem } from './version.ts';

export function create(inferring: Inferring): Reply | Problem | undefined {
  const { call, contract, inference } = inferring;
  const { resource } = inference;
  const success = successOf(call.operation, [201, 200, 202]);
  if (!success || (call.body === undefined && call.binary === undefined)) return undefined;
  const orphan = missingParent(inferring, resource);
  if (orphan) return orphan;
  const chosen = chosenId(inferring, resource);
  if (chosen !== undefined && isTaken(inferring, resource, chosen)) {
    return {
      problem: 'duplicate',
      message: 'A resource with this id exists already.',
      faults: [{ in: 'body', pointer: '/id', keyword: 'unique', message: 'is taken' }],
    };
  }
  const id = chosen ?? freshId(inferring, resource);
  const row = rowFor(inferring, resource, id, 1);
  writeRow(call.store, collectionOf(contract, resource), keyOf(inferring, resource, id), row);
  const headers = { ...location(inferring, resource, id), ...tag(inferring, 1) };
  const body = acknowledgement(inferring, resource, success, id, row);
  return { status: success.status, headers, ...(body === undefined ? {} : body) };
}

export function replace(inferring: Inferring): Reply | Problem | undefined {
  const { call, contract, inference } = inferring;
  const { resource } = inference;
  if (call.body === undefined && call.binary === undefined) return undefined;
  const id = idInPath(inferring, resource);
  const orphan = missingParent(inferring, resource);
  if (orphan) return orphan;
  const item = currentItem(inferring, resource, id);
  const creates = call.operation.responses.has('201') || resource.single;
  if (!item || item === 'deleted') {
    const unknown = item === 'deleted' ? notFound(inferring, id) : unknownId(inferring, resource, id);
    if (unknown && !creates) return unknown;
  } else {
    const stale = preconditionProblem(call, inference.tagging, item.row.version, item.asPublished);
    if (stale) return stale;
  }
  const existing = item !== undefined && item !== 'deleted' ? item : undefined;
  const success = successOf(call.operation, existing ? [200, 204, 201] : [201, 200, 204]);
  if (!success) return undefined;
  const row = rowFor(inferring, resource, id, (existing?.row.version ?? 0) + 1);
  writeRow(call.store, collectionOf(contract, resource), keyOf(inferring, resource, id), row);
  const headers = { ...(existing ? {} : location(inferring, resource, id)), ...tag(inferring, row.version) };
  const body = acknowledgement(inferring, resource, success, id, row);
  return { status: success.status, headers, ...(body === undefined ? {} : body) };
}

export function patch(inferring: Inferring): Reply | Problem | undefined {
  const { call, contract, inference } = inferring;
  const { resource } = inference;
  const id = idInPath(inferring, resource);
  if (call.body === undefined) return undefined;
  const item = currentItem(inferring, resource, id);
  if (item === 'deleted') return notFound(inferring, id);
  if (!item) return unknownId(inferring, resource, id);
  const stale = preconditionProblem(call, inference.tagging, item.row.version, item.asPublished);
  if (stale) return stale;
  const success = successOf(call.operation, [200, 204, 202]);
  if (!success || item.row.binary !== undefined) return undefined;
  const before: Json = JSON.parse(item.row.text);
  const patched = applied(inferring, before);
  if (patched === undefined) return undefined;
  if ('problem' in patched) return item.asPublished && isPublishedRequest(inferring) ? undefined : patched;
  const at = shownSchema(resource.operations.read) ?? jsonMedia(success.response)?.schema;
  const own = ownership(inferring, resource, id, item.row.version + 1, at);
  const body = isObject(patched.document) ? withServerOwned(patched.document, own) : patched.document;
  const broken = newFaults(inferring, at, before, body);
  if (broken) return item.asPublished && isPublishedRequest(inferring) ? undefined : broken;
  const row: Row = { version: own.version, updated: own.updated, text: textWithNumbers(body, [item.row.text, call.bodyText]) };
  writeRow(call.store, collectionOf(contract, resource), keyOf(inferring, resource, id), row);
  const shown = acknowledgement(inferring, resource, success, id, row);
  return { status: success.status, headers: tag(inferring, row.version), ...(shown === undefined ? {} : shown) };
}

export function remove(inferring: Inferring): Reply | Problem | undefined {
  const { call, contract, inference } = inferring;
  const { resource } = inference;
  const id = idInPath(inferring, resource);
  const success = successOf(call.operation, [204, 200, 202]);
  if (!success) return undefined;
  const orphan = missingParent(inferring, resource);
  if (orphan) return orphan;
  const item = currentItem(inferring, resource, id);
  if (item === 'deleted') return notFound(inferring, id);
  if (!item) {
    const unknown = unknownId(inferring, resource, id);
    if (unknown) return unknown;
  }
  const stale = item && preconditionProblem(call, inference.tagging, item.row.version, item.asPublished);
  if (stale) return stale;
  const version = (item?.row.version ?? 0) + 1;
  const gone: Row = { version, updated: now(inferring), deleted: true, text: '' };
  writeRow(call.store, collectionOf(contract, resource), keyOf(inferring, resource, id), gone);
  const shown = item ? acknowledgement(inferring, resource, success, id, item.row) : undefined;
  return { status: success.status, ...(shown === undefined ? {} : shown) };
}

/** The row that keeps this request's body, in the shape that reads show. */
function rowFor(inferring: Inferring, resource: Resource, id: string, version: number): Row {
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
function acknowledgement(
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

function ownership(inferring: Inferring, resource: Resource, id: string, version: number, at: SchemaAt | undefined): Ownership {
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

const now = ({ call }: Inferring): string => new Date(call.clock.now()).toISOString();

/** An id that the client may choose: the request's schema has one that is not read-only, and the body is no FHIR resource (there the server chooses). */
function chosenId(inferring: Inferring, resource: Resource): string | undefined {
  const { call, contract } = inferring;
  const schema = call.operation.body?.content.map((media) => media.schema?.schema).find((one) => one !== undefined);
  if (schema === undefined || !isObject(call.body) || call.body['resourceType'] !== undefined) return undefined;
  const place = idPlace(contract, schema, resource.itemParameter);
  const value = place && valueAt(withoutReadOnly(contract, schema, call.body), place);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function isTaken(inferring: Inferring, resource: Resource, id: string): boolean {
  const item = currentItem(inferring, resource, id);
  return item !== undefined && item !== 'deleted' && !item.asPublished;
}

function freshId(inferring: Inferring, resource: Resource): string {
  const { call, contract } = inferring;
  const collection = collectionOf(contract, resource);
  const published = inferring.published(resource);
  const parameter = resource.all
    .flatMap((part) => part.operation.parameters)
    .find((p) => p.in === 'path' && p.name === resource.itemParameter);
  const ordinal = call.store.count(collection);
  return mintId(contract, {
    parameter,
    ordinal,
    chance: (key) => call.chance(`${collection} ${ordinal} ${key}`),
    shown: [...published.shown, ...published.rows.keys()],
    isFree: (id) => !published.shown.includes(id) && currentItem(inferring, resource, id) === undefined,
  });
}

function location({ call, contract }: Inferring, resource: Resource, id: string): Readonly<Record<string, string>> {
  if (resource.itemPath === undefined || !contract.operations.some((operation) => operation.path === resource.itemPath)) return {};
  const path = resource.itemPath.replace(/\{([^{}]+)\}/g, (_, name: string) =>
    encodeURIComponent(name === resource.itemParameter ? id : String(call.path[name] ?? '')),
  );
  return { Location: call.url(path) };
}

function tag({ inference: { tagging } }: Inferring, version: number): Readonly<Record<string, string>> {
  return tagging ? { [tagging.header]: tagging.write(version) } : {};
}

/** The body after this request's patch; undefined where its kind of patch is not known here. */
function applied({ call }: Inferring, before: Json): { readonly document: Json } | Problem | undefined {
  const { body } = call;
  if (body === undefined) return undefined;
  const wrapped = isObject(body) && Array.isArray(body['patches']) ? body['patches'] : body;
  if (Array.isArray(wrapped)) {
    const parsed = parsePatch(wrapped);
    const result = parsed.ok ? applyPatch(before, parsed.patches) : parsed;
    if (result.ok) return { document: result.document };
    return {
      problem: 'unprocessable',
      message: `The patch cannot be applied: ${result.message}.`,
      faults: [{ in: 'body', pointer: result.pointer, keyword: 'patch', message: result.message }],
    };
  }
  if (isObject(body) && body['resourceType'] === 'Parameters') return undefined;
  return { document: mergePatch(before, body) };
}

/** Faults of the patched body that the body before did not have: a published example may break its own schema. */
function newFaults({ contract }: Inferring, at: SchemaAt | undefined, before: Json, after: Json): Problem | undefined {
  if (!at) return undefined;
  const known = new Set(contract.check(at, before).map((fault) => `${fault.pointer} ${fault.keyword}`));
  const faults = contract.check(at, after).filter((fault) => !known.has(`${fault.pointer} ${fault.keyword}`));
  if (faults.length === 0) return undefined;
  return {
    problem: 'invalid-value',
    message: 'The resource would break its schema after this patch.',
    faults: faults.map((fault) => ({ in: 'body', ...fault })),
  };
}

/** A request that the contract itself shows is answered as the contract shows it, while the item is as published. */
function isPublishedRequest({ call }: Inferring): boolean {
  const sent = JSON.stringify(call.body);
  return call.operation.body?.content.some((media) => media.examples.some((example) => JSON.stringify(example.value) === sent)) ?? false;
}
