/** The initial state of a resource: every example its contract publishes, under its own id and under the ids its paths show. */
import type { Contract, Json, NamedExample, Operation } from '../../contract/contract.ts';
import { jsonMedia, successOf } from '../../contract/documented.ts';
import { valueAt } from '../../contract/json-pointer.ts';
import { isObject } from '../../contract/json.ts';
import { lazily } from '../../contract/lazily.ts';
import type { Generator } from '../../making/generate.ts';
import type { Meaning } from '../../meaning/infer-roles.ts';
import { mended } from '../examples/mend.ts';
import { exampleName } from '../examples/pairing.ts';
import { idsIn } from '../examples/shown.ts';
import { itemsIn } from '../list/envelope/envelope.ts';
import { planFrame } from '../list/envelope/frame.ts';
import { shapeOfSchema } from '../list/envelope/shape.ts';
import { identitiesOf, idPlace, madeElsewhere, sentBy, placeId } from './id-plan.ts';
import { membersOf } from './members.ts';
import { collectionName } from './names.ts';
import type { Resource } from './resource.ts';
import { versionInTag } from './version.ts';

export interface Published {
  /** By id. An item that the contract shows under two ids is here twice. */
  readonly rows: ReadonlyMap<string, PublishedRow>;
  /** Well-formed ids that the contract shows for the item's path: where there are any, every other id is nobody's. */
  readonly ids: ReadonlySet<string>;
  /** Ids in the names of the examples of a read. */
  readonly named: ReadonlySet<string>;
  /** Ids the contract shows, whether well-formed or not: models for ids minted here. */
  readonly shown: readonly string[];
  /** Ids of the parents these rows are shown under; empty where the contract shows none. */
  readonly parents: Readonly<Record<string, readonly string[]>>;
}

export interface PublishedRow {
  readonly body: Json;
  readonly text: string;
  readonly version: number;
  /** False for a row kept under a second id. */
  readonly primary: boolean;
  /** False where the example breaks its own schema. */
  readonly fits: boolean;
  /** The same body made to fit, of its own values wherever they fit. */
  readonly fitting: () => Json;
}

type Unpublished = Omit<Resource, 'published' | 'told' | 'plain'>;

export function publishedState(generator: Generator, resource: Unpublished): Published {
  const { meaning } = generator;
  const { contract } = meaning;
  const { shape, id } = resource;
  const fits = (body: Json): boolean => shape === undefined || contract.check(shape, body).length === 0;
  const shown = unique(itemParameters(resource).flatMap((p) => p.examples.map((example) => text(example.value))));
  const isWellFormed = wellFormed(contract, meaning, resource);
  const known = shown.filter(isWellFormed);
  const bodies = publishedBodies(meaning, resource, fits);
  const paired = pairedBodies(resource, (body) => bodies.includes(body) || fits(body));
  const rows = new Map<string, PublishedRow>();
  const version = versionOf(resource);
  const operation = resource.operations.read ?? { path: resource.path };
  const keep = (key: string, body: Json, primary: boolean): void => {
    if (rows.has(key)) return;
    const fitting = lazily(() => (shape && !fits(body) ? mended({ generator, operation, at: shape, value: body }) : body));
    rows.set(key, { body, text: JSON.stringify(body), version: version(body), primary, fits: fits(body), fitting });
  };
  for (const body of bodies) {
    const ids = identitiesOf(body, id);
    const own = ids.find((one) => shown.includes(one)) ?? ids[0];
    if (own !== undefined) keep(own, body, true);
  }
  const kept = new Set([...rows.values()].map(({ body }) => body));
  for (const key of [...known, ...requestIds(resource).filter(isWellFormed)]) {
    const own = bodies.find((one) => identitiesOf(one, id).includes(key)) ?? paired.get(key);
    const body = own ?? bodies[0];
    if (body === undefined || rows.has(key)) continue;
    const renamed = isObject(body) && (!id.numeric || /^\d{1,15}$/.test(key)) ? placeId(body, id, key) : body;
    keep(key, fits(renamed) || !fits(body) ? renamed : body, rows.size === 0 || (own !== undefined && !kept.has(own)));
    kept.add(body);
  }
  return {
    rows,
    ids: new Set(known),
    named: namedIds(resource),
    shown: unique([...shown, ...acknowledgedIds(meaning, resource)]),
    parents: shownParents(resource),
  };
}

/** By id: what the contract shows under the name that it has for that id. Operations that read tell more than those that write. */
function pairedBodies(resource: Unpublished, isOfResource: (body: Json) => boolean): ReadonlyMap<string, Json> {
  const paired = new Map<string, Json>();
  for (const interactions of [
    ['read', 'read-version'],
    ['replace', 'patch'],
  ]) {
    for (const { operation } of resource.all.filter((part) => interactions.includes(part.interaction))) {
      const bodies = new Map(
        successesOf(operation).flatMap(({ name, value }): [string, Json][] => {
          const plain = exampleName(name);
          return plain !== undefined && isObject(value) && isOfResource(value) ? [[plain, value]] : [];
        }),
      );
      const named = operation.parameters.filter((p) => p.in === 'path' && p.name === resource.itemParameter).flatMap((p) => p.examples);
      for (const { name, value } of named) {
        const body = bodies.get(exampleName(name) ?? '');
        if (body !== undefined && !paired.has(text(value))) paired.set(text(value), body);
      }
    }
  }
  return paired;
}

function successesOf({ responses }: Operation): readonly NamedExample[] {
  return [...responses].filter(([key]) => key.startsWith('2')).flatMap(([, response]) => jsonMedia(response)?.examples ?? []);
}

/** Whether a text can stand in the item's path. */
function wellFormed(contract: Contract, meaning: Meaning, { parameter }: Unpublished): (id: string) => boolean {
  const at = parameter?.schema;
  if (!at) return () => true;
  const types = [meaning.read(at).schema.type ?? []].flat();
  const numeric = types.includes('integer') || types.includes('number');
  return (id) => contract.check(at, numeric ? Number(id) : id).length === 0;
}

function itemParameters(resource: Unpublished): Operation['parameters'] {
  return resource.all
    .filter((part) => part.operation.path.startsWith(resource.itemPath ?? '\0'))
    .flatMap((part) => part.operation.parameters.filter((p) => p.in === 'path' && p.name === resource.itemParameter));
}

/** What operations show of items: reads first, since they are the item's own shape; then writes; then the items in lists. */
function publishedBodies(meaning: Meaning, resource: Unpublished, fits: (body: Json) => boolean): readonly Json[] {
  const examples = (operation: Operation): readonly Json[] => successesOf(operation).map(({ value }) => value);
  const of = (...interactions: readonly string[]): readonly Operation[] =>
    resource.all.filter((part) => interactions.includes(part.interaction)).map((part) => part.operation);
  const reads = of('read', 'read-version').flatMap(examples).filter(isObject);
  const writes = of('replace', 'patch', 'create')
    .flatMap(examples)
    .filter((body) => isObject(body) && fits(body));
  const item = resource.shape && shapeOfSchema(meaning.read, resource.shape);
  const listed = of('list').flatMap((operation) => {
    const media = jsonMedia(successOf(operation, [200])?.response);
    const frame = media && planFrame(meaning, media, { name: collectionName(resource.path), certain: true, ...(item ? { item } : {}) });
    return frame
      ? examples(operation)
          .flatMap((body) => itemsIn(frame.envelope, body))
          .filter((item) => isObject(item) && fits(item))
      : [];
  });
  const seen = new Set<string>();
  return [...reads.filter(fits), ...reads.filter((body) => !fits(body)), ...writes, ...listed].filter((body) => {
    const key = identitiesOf(body, resource.id)[0] ?? JSON.stringify(body);
    return !seen.has(key) && seen.add(key);
  });
}

/** Ids that the contract shows a create to answer with, whatever document it answers. */
function acknowledgedIds(meaning: Meaning, { operations, path }: Unpublished): readonly string[] {
  const media = operations.create && jsonMedia(successOf(operations.create, [201, 200, 202])?.response);
  const place =
    media?.schema && idPlace(meaning, membersOf(meaning, media.schema), path, undefined, madeElsewhere(meaning, sentBy(operations.create)));
  if (!media || !place) return [];
  const values = media.examples.map(({ value }) => valueAt(value, place));
  return values.filter((value) => typeof value === 'string' || typeof value === 'number').map(String);
}

/** Ids that published requests use for an item: a PUT example must find the item it replaces. */
function requestIds(resource: Unpublished): readonly string[] {
  const replace = resource.operations.replace;
  if (!replace || !successOf(replace, [200])) return [];
  const bodies = replace.body?.content.flatMap((media) => media.examples.map((example) => example.value)) ?? [];
  return bodies.flatMap((body) => identitiesOf(body, resource.id).slice(0, 1));
}

function namedIds({ operations }: Unpublished): ReadonlySet<string> {
  const media = operations.read && jsonMedia(successOf(operations.read, [200])?.response);
  return new Set(media?.examples.flatMap(({ name }) => idsIn(name)));
}

function shownParents(resource: Unpublished): Readonly<Record<string, readonly string[]>> {
  const parents: Record<string, readonly string[]> = {};
  for (const name of resource.parents) {
    parents[name] = unique(
      resource.all.flatMap((part) =>
        part.operation.parameters
          .filter((p) => p.in === 'path' && p.name === name)
          .flatMap((p) => p.examples.map((example) => text(example.value))),
      ),
    );
  }
  return parents;
}

/** A published row's version is its own `meta.versionId`, else the one in the contract's example ETag, else 1. */
function versionOf(resource: Unpublished): (body: Json) => number {
  const tags = resource.all.flatMap((part) =>
    [...part.operation.responses.values()].flatMap((response) => response.headers.filter((header) => /^e-?tag$/i.test(header.name))),
  );
  const documented = tags
    .flatMap((header) => header.examples)
    .map((example) => versionInTag(String(example.value)))
    .find((version) => version !== undefined);
  return (body) => {
    const meta = isObject(body) ? body['meta'] : undefined;
    const own = isObject(meta) ? versionInTag(String(meta['versionId'] ?? '')) : undefined;
    return own ?? documented ?? 1;
  };
}

const text = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));
const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];
