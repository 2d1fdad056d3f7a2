/** POST on a collection: what a client sends is kept under an id of the kind the contract shows. */
import { isObject } from '../../contract/json.ts';
import type { Problem, Reply } from '../../mock.ts';
import { successOf } from '../../contract/documented.ts';
import { valueAt } from '../../contract/json-edit.ts';
import { idPlace, mintId } from '../../plan/resource/identity.ts';
import { collectionOf, currentItem, keyOf, missingParent, type Inferring } from './inferring.ts';
import { acknowledgement, location, rowFor, tag } from './keep.ts';
import type { Resource } from '../../plan/resource/resource.ts';
import { writeRow } from './row.ts';
import { withoutReadOnly } from '../../plan/write/server-owned.ts';

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
