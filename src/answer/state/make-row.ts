/** The row that a write keeps: what was sent, and what the server owns, made once and kept with it. */
import { toBase64 } from '../../contract/base64.ts';
import type { Json, JsonObject, SchemaAt } from '../../contract/contract.ts';
import { modelAt } from '../../contract/json-edit.ts';
import { valueAt } from '../../contract/json-pointer.ts';
import { isArray, isObject } from '../../contract/json.ts';
import type { Call } from '../../mock/call.ts';
import { lazily } from '../../contract/lazily.ts';
import { planSuccess, type StatePlan } from '../../plan/operation-plan.ts';
import { placeId } from '../../plan/resource/id-plan.ts';
import type { Resource } from '../../plan/resource/resource.ts';
import type { Owned, OwnedMember } from '../../plan/write/owned.ts';
import type { ReadOnly } from '../../plan/write/write-plan.ts';
import type { Bodies, ShownIn } from './bodies.ts';
import { withoutMisfits, withOwnWords } from './leave-out.ts';
import { textWithNumbers } from './numbers.ts';
import type { Row } from './row.ts';

export interface MadeRow {
  readonly row: Row;
  /** The row's body; undefined where it is bytes. */
  readonly body: Json | undefined;
}

export interface RowToMake {
  readonly id: string;
  readonly version: number;
  /** What the row held before, from which the server's own members are kept. */
  readonly before?: Json | undefined;
}

export function makeRow(plan: StatePlan, call: Call, bodies: Bodies, { id, version, before }: RowToMake): MadeRow {
  const updated = nowOf(call);
  if (call.binary) {
    return { row: { version, updated, binary: call.binary.type, text: toBase64(call.binary.bytes) }, body: undefined };
  }
  const own = ownedBy(plan, call, bodies, { id, version, before, updated, body: sentBody(plan, call, bodies, id) });
  const body = shownOf(plan, plan.write.fit ? withoutMisfits(call, plan.write.fit, own) : own);
  return { row: { version, updated, text: textWithNumbers(body, [call.bodyText]) }, body };
}

/** The same for a body that a patch has made. */
export function makePatchedRow(
  plan: StatePlan,
  call: Call,
  bodies: Bodies,
  about: RowToMake & { readonly body: Json; readonly text: string },
): MadeRow {
  const updated = nowOf(call);
  const body = shownOf(plan, ownedBy(plan, call, bodies, { ...about, updated, patched: true }));
  return { row: { version: about.version, updated, text: textWithNumbers(body, [about.text, call.bodyText]) }, body };
}

/** What was sent, as an item shows it. */
function sentBody({ write, resource }: StatePlan, call: Call, bodies: Bodies, id: string): Json {
  const body = call.body ?? null;
  const sent = without(write.withoutWriteOnly().sent?.(body) ?? body, write.readOnly());
  if (write.row.kind === 'as-sent') return sent;
  if (write.row.kind === 'inside') return write.row.place.reduceRight((inside: Json, name): Json => ({ [name]: inside }), sent);
  if (write.row.kind === 'taken-out') return valueAt(sent, write.row.place) ?? sent;
  return modelOf(resource, call, bodies, id) ?? sent;
}

/** A row never holds what no answer may show. */
function shownOf({ write }: StatePlan, body: Json): Json {
  return write.withoutWriteOnly().row?.(body) ?? body;
}

function without(body: Json, { names, inside }: ReadOnly): Json {
  if (names.size === 0 && inside.size === 0) return body;
  if (isArray(body)) return body.map((item) => without(item, { names, inside }));
  if (!isObject(body)) return body;
  const kept: Record<string, Json> = {};
  for (const [name, value] of Object.entries(body)) {
    if (names.has(name)) continue;
    const deeper = typeof value === 'object' ? inside.get(name) : undefined;
    kept[name] = deeper ? without(value, deeper()) : value;
  }
  return kept;
}

/** The item as the contract alone would show it. */
function modelOf({ operations }: Resource, call: Call, bodies: Bodies, id: string): Json | undefined {
  const { read } = operations;
  const success = read && planSuccess(read, [200]);
  return success?.media && bodies.model(call, success.response, success.media, { id });
}

interface Owning extends RowToMake {
  readonly body: Json;
  /** The instant of the write, ISO 8601. */
  readonly updated: string;
  /** The body is what a patch has left. */
  readonly patched?: boolean;
}

/** The body with its id, its version and what else the server owns. */
function ownedBy(plan: StatePlan, call: Call, bodies: Bodies, { id, version, before, updated, body, patched = false }: Owning): Json {
  if (!isObject(body)) return body;
  const { resource, write } = plan;
  const model = lazily(() => modelOf(resource, call, bodies, id));
  const read = resource.operations.read;
  const media = read && planSuccess(read, [200])?.media;
  const making = makingOf(resource, call, bodies, { id, version, model, shown: media && { operation: read, media } });
  const complete = completedObject(body, write.owned(), { making, before, tokens: [], patched });
  return withMeta(plan, placeId(complete, resource.id, id), version, updated);
}

/** What of a row another answer has room for, and what that answer requires besides. */
export function rowWithin(
  { resource }: StatePlan,
  call: Call,
  bodies: Bodies,
  about: {
    readonly body: JsonObject;
    readonly id: string;
    readonly version: number;
    readonly at: SchemaAt;
    readonly owned: Owned;
    readonly model: () => Json | undefined;
  },
): Json {
  const making = makingOf(resource, call, bodies, { ...about, shown: undefined });
  const complete = completedObject(about.body, about.owned, { making, before: undefined, tokens: [], patched: false });
  return withoutMisfits(call, about.at, withOwnWords(call, about.at, complete, about.model));
}

function makingOf(
  resource: Resource,
  call: Call,
  bodies: Bodies,
  {
    id,
    version,
    model,
    shown,
  }: { readonly id: string; readonly version: number; readonly model: () => Json | undefined; readonly shown: ShownIn | undefined },
): Making {
  const partAt = (tokens: readonly string[]): Json | undefined => {
    const part = shown && bodies.part(call, shown, tokens);
    return part ? part.value : modelAt(model(), tokens);
  };

  return {
    // What a published body shows of several members belongs together; a lone value is made for its own meaning.
    value: (member, tokens) =>
      (member.isLeaf ? undefined : partAt(tokens)) ??
      bodies.value(call, member.at, member.name, `${resource.collection} ${id} ${tokens.join('/')}`),
    moment: (at) => momentFor(call, at),
    inPath(name, at) {
      const text = call.path[name] ?? '';
      return [text, Number(text)].find((value) => value !== '' && call.check(at, value).length === 0);
    },
    version,
    self: () => call.url(itemPathOf(resource, call, id)),
  };
}

interface Making {
  value(member: OwnedMember, tokens: readonly string[]): Json | undefined;
  moment(at: SchemaAt): Json | undefined;
  inPath(name: string, at: SchemaAt): Json | undefined;
  readonly version: number;
  self(): string;
}

interface Place {
  readonly making: Making;
  readonly before: Json | undefined;
  readonly tokens: readonly string[];
  /** What a client may send and a patch has taken away is not put back. */
  readonly patched: boolean;
}

function completed(value: Json, owned: Owned, place: Place): Json {
  if (isObject(value)) return completedObject(value, owned, place);
  const items = isArray(value) ? owned(value).items : undefined;
  if (!isArray(value) || !items) return value;
  return value.map((item, i) => completed(item, items, { ...place, before: undefined, tokens: [...place.tokens, String(i)] }));
}

function completedObject(value: JsonObject, owned: Owned, place: Place): JsonObject {
  const here = owned(value);
  let all = value;
  for (const member of here.members) {
    if (place.patched ? !isDue(member, value, place.before) : value[member.name] !== undefined) continue;
    const made = memberValue(member, { ...place, tokens: [...place.tokens, member.name] });
    if (made !== undefined) all = { ...all, [member.name]: made };
  }
  for (const [name, deeper] of here.inside) {
    const member = value[name];
    if (typeof member !== 'object' || member === null) continue;
    const before = isObject(place.before) ? place.before[name] : undefined;
    const inside = completed(member, deeper, { ...place, before, tokens: [...place.tokens, name] });
    if (inside !== member) all = { ...all, [name]: inside };
  }
  return all;
}

/** Whether a patched body gets this member from the server: what tells of the change, and what only a server may take away. */
function isDue({ name, source, isReadOnly }: OwnedMember, value: JsonObject, before: Json | undefined): boolean {
  const held = isObject(before) ? before[name] : undefined;
  if (source === 'updated' || source === 'version') return value[name] === undefined || value[name] === held;
  return value[name] === undefined && isReadOnly;
}

function memberValue(member: OwnedMember, { making, before, tokens }: Place): Json | undefined {
  if (typeof member.source === 'object') return making.inPath(member.source.path, member.at) ?? making.value(member, tokens);
  if (member.source === 'version') return making.version;
  if (member.source === 'updated') return making.moment(member.at) ?? making.value(member, tokens);
  const known = isObject(before) ? before[member.name] : undefined;
  if (known !== undefined) return known;
  if (member.source === 'self') return making.self();
  if (member.source === 'created') return making.moment(member.at) ?? making.value(member, tokens);
  return member.initial ?? making.value(member, tokens);
}

/** Now, as the schema writes a moment; undefined where it is none of the usual ways. */
function momentFor(call: Call, at: SchemaAt): Json | undefined {
  const now = call.clock.now();
  const iso = new Date(now).toISOString();
  const ways: readonly Json[] = [iso, `${iso.slice(0, 19)}Z`, `${iso.slice(0, 19)}+00:00`, iso.slice(0, 10), Math.floor(now / 1000), now];
  return ways.find((way) => call.check(at, way).length === 0);
}

function withMeta({ write }: StatePlan, body: JsonObject, version: number, updated: string): JsonObject {
  if (!write.meta || typeof body['resourceType'] !== 'string') return body;
  const own: Record<string, Json> = {};
  if (write.meta.versionId) own['versionId'] = String(version);
  if (write.meta.lastUpdated) own['lastUpdated'] = updated;
  return { ...body, meta: { ...(isObject(body['meta']) ? body['meta'] : {}), ...own } };
}

const nowOf = (call: Call): string => new Date(call.clock.now()).toISOString();

/** An item's path, its parameters filled. */
export function itemPathOf(resource: Resource, call: Call, id: string): string {
  const path = resource.itemPath ?? `${resource.path}/{}`;
  return path.replace(/\{([^{}]*)\}/g, (_, name: string) =>
    encodeURIComponent(name === (resource.itemParameter ?? '') ? id : String(call.path[name] ?? '')),
  );
}
