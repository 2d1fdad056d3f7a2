/** A message that carries resources leaves them where the API keeps its own of that kind, so that they are read and found there. */
import type { Json, JsonObject } from '../../contract/contract.ts';
import { isArray, isObject } from '../../contract/json.ts';
import type { Call } from '../../mock/call.ts';
import { placeId } from '../../plan/resource/id-plan.ts';
import type { Resource } from '../../plan/resource/resource.ts';
import type { RecordTeller } from '../told/record-teller.ts';
import { mintId } from './mint-id.ts';
import { latestVersion, removeRow, writeRow } from './row.ts';

export function keepCarried(kinds: ReadonlyMap<string, Resource>, call: Call, records: Pick<RecordTeller, 'enter'>): void {
  if (!isObject(call.body) || !isArray(call.body['entry'])) return;
  const entries = call.body['entry'].filter(isObject);
  const identifiers = new Map(entries.flatMap(identifierOf));
  for (const entry of entries) keepEntry({ kinds, call, records }, entry, identifiers);
}

/** By which business identifier the other resources of a message may go on knowing this one, once they stand alone. */
function identifierOf({ fullUrl, resource }: JsonObject): readonly (readonly [string, Json])[] {
  const identifiers = isObject(resource) ? resource['identifier'] : undefined;
  const identifier = isArray(identifiers) ? identifiers[0] : identifiers;
  return typeof fullUrl === 'string' && isObject(identifier) ? [[fullUrl, identifier]] : [];
}

/** References to what else the message carries, with its identifier beside the address that means nothing outside. */
function identified(value: Json, identifiers: ReadonlyMap<string, Json>): Json {
  if (isArray(value)) return value.map((one) => identified(one, identifiers));
  if (!isObject(value)) return value;
  const { reference } = value;
  const identifier = typeof reference === 'string' && value['identifier'] === undefined ? identifiers.get(reference) : undefined;
  if (identifier !== undefined) return { ...value, identifier };
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, identified(member, identifiers)]));
}

interface Keeping {
  readonly kinds: ReadonlyMap<string, Resource>;
  readonly call: Call;
  readonly records: Pick<RecordTeller, 'enter'>;
}

function keepEntry({ kinds, call, records }: Keeping, entry: JsonObject, identifiers: ReadonlyMap<string, Json>): void {
  const { resource: body, request, fullUrl } = entry;
  const method = isObject(request) ? request['method'] : undefined;
  const resource = isObject(body) ? kinds.get(String(body['resourceType'])) : undefined;
  if (!isObject(body) || !resource || method === 'GET' || method === 'HEAD' || method === 'PATCH') return;
  const id = idOf(body, fullUrl) ?? mintedId(resource, call);
  const key = encodeURIComponent(id);
  const version = latestVersion(resource, call, key) + 1;
  const updated = new Date(call.clock.now()).toISOString();
  if (method === 'DELETE') {
    removeRow(resource, call, key, { version, updated });
    records.enter(call, resource, id, undefined);
    return;
  }
  const whole = identified(body, identifiers);
  const kept: JsonObject = placeId(isObject(whole) ? whole : body, { place: ['id'], numeric: false }, id);
  writeRow(resource, call, key, { row: { version, updated, text: JSON.stringify(kept) }, body: kept });
  records.enter(call, resource, id, kept);
  call.note(`The ${String(body['resourceType'])} that this message carries is kept as ${resource.path}/${id}.`);
}

function idOf(body: JsonObject, fullUrl: Json | undefined): string | undefined {
  if (typeof body['id'] === 'string' && body['id'] !== '') return body['id'];
  return typeof fullUrl === 'string' ? (/^urn:uuid:(.+)$/.exec(fullUrl)?.[1] ?? /\/([A-Za-z0-9.-]{1,64})$/.exec(fullUrl)?.[1]) : undefined;
}

function mintedId(resource: Resource, call: Call): string {
  const ordinal = call.store.count(resource.collection);
  const isFree = (id: string): boolean => call.store.get(resource.collection, encodeURIComponent(id)) === undefined;
  return mintId(call, resource.id, { ordinal, key: `${resource.collection} ${ordinal}`, shown: resource.published().shown, isFree });
}
