/** The initial state of a resource: every example its contract publishes, under its own id and under the ids its paths show. */
import type { Contract, Json, Operation } from '../../contract/contract.ts';
import { isObject } from '../../contract/json.ts';
import { jsonMedia, shownSchema, successOf } from '../../contract/documented.ts';
import { itemsIn, recogniseEnvelope } from '../list/envelope.ts';
import { valueAt } from '../../contract/json-edit.ts';
import { identitiesOf, idPlace, isNumeric, placeId } from './identity.ts';
import type { Resource } from './resource.ts';
import { versionInTag } from './version.ts';

export interface Published {
  /** By id. An item that the contract shows under two ids is here twice. */
  readonly rows: ReadonlyMap<string, PublishedRow>;
  /** Well-formed ids that the contract shows for the item's path: where there are any, every other id is nobody's. */
  readonly ids: ReadonlySet<string>;
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
}

export function publishedState(contract: Contract, resource: Resource): Published {
  const shape = shownSchema(resource.operations.read) ?? shownSchema(resource.operations.replace) ?? shownSchema(resource.operations.patch);
  const fits = (body: Json): boolean => shape === undefined || contract.check(shape, body).length === 0;
  const parameter = itemParameters(resource)[0];
  const shown = unique(itemParameters(resource).flatMap((p) => p.examples.map((example) => text(example.value))));
  const wellFormed = shown.filter(
    (id) =>
      !parameter?.schema || contract.check(parameter.schema, isNumeric(contract, parameter.schema.schema) ? Number(id) : id).length === 0,
  );
  const bodies = publishedBodies(contract, resource, fits);
  const rows = new Map<string, PublishedRow>();
  const version = versionOf(resource);
  const keep = (id: string, body: Json, primary: boolean): void => {
    if (!rows.has(id)) rows.set(id, { body, text: JSON.stringify(body), version: version(body), primary, fits: fits(body) });
  };
  for (const body of bodies) {
    const ids = identitiesOf(body, resource.itemParameter);
    const own = ids.find((id) => shown.includes(id)) ?? ids[0];
    if (own !== undefined) keep(own, body, true);
  }
  const place = shape && idPlace(contract, shape.schema, resource.itemParameter);
  for (const id of [...wellFormed, ...requestIds(contract, resource)]) {
    const body = bodies.find((one) => identitiesOf(one, resource.itemParameter).includes(id)) ?? bodies[0];
    if (body === undefined || rows.has(id)) continue;
    const renamed = place && isObject(body) ? placeId(body, place, id, typeof valueAt(body, place) === 'number') : body;
    keep(id, fits(renamed) || !fits(body) ? renamed : body, rows.size === 0);
  }
  return { rows, ids: new Set(wellFormed), shown, parents: shownParents(resource) };
}

function itemParameters(resource: Resource): Operation['parameters'] {
  return resource.all
    .filter((part) => part.operation.path.startsWith(resource.itemPath ?? '\0'))
    .flatMap((part) => part.operation.parameters.filter((p) => p.in === 'path' && p.name === resource.itemParameter));
}

/** What operations show of items: reads first, since they are the item's own shape; then writes; then the items in lists. */
function publishedBodies(contract: Contract, resource: Resource, fits: (body: Json) => boolean): readonly Json[] {
  const examples = (operation: Operation): readonly Json[] =>
    [...operation.responses]
      .filter(([key]) => key.startsWith('2'))
      .flatMap(([, response]) => jsonMedia(response)?.examples.map((example) => example.value) ?? []);
  const of = (...interactions: readonly string[]): readonly Operation[] =>
    resource.all.filter((part) => interactions.includes(part.interaction)).map((part) => part.operation);
  const reads = of('read', 'read-version').flatMap(examples).filter(isObject);
  const writes = of('replace', 'patch', 'create')
    .flatMap(examples)
    .filter((body) => isObject(body) && fits(body));
  const listed = of('list').flatMap((operation) => {
    const schema = shownSchema(operation)?.schema;
    const envelope = schema === undefined ? undefined : recogniseEnvelope(contract, schema);
    return envelope
      ? examples(operation)
          .flatMap((body) => itemsIn(envelope, body))
          .filter((item) => isObject(item) && fits(item))
      : [];
  });
  const seen = new Set<string>();
  return [...reads.filter(fits), ...reads.filter((body) => !fits(body)), ...writes, ...listed].filter((body) => {
    const key = identitiesOf(body, resource.itemParameter)[0] ?? JSON.stringify(body);
    return !seen.has(key) && seen.add(key);
  });
}

/** Ids that published requests use for an item: a PUT example must find the item it replaces. */
function requestIds(contract: Contract, resource: Resource): readonly string[] {
  const replace = resource.operations.replace;
  if (!replace || !successOf(replace, [200])) return [];
  const bodies = replace.body?.content.flatMap((media) => media.examples.map((example) => example.value)) ?? [];
  const parameter = itemParameters(resource)[0];
  return bodies
    .flatMap((body) => identitiesOf(body, resource.itemParameter).slice(0, 1))
    .filter((id) => !parameter?.schema || contract.check(parameter.schema, id).length === 0);
}

function shownParents(resource: Resource): Readonly<Record<string, readonly string[]>> {
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
function versionOf(resource: Resource): (body: Json) => number {
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
