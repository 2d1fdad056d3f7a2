/** What every inferred interaction works with, and the current state of an item: the overlay first, then what is published. */
import type { Contract, DocumentedResponse, Json, MediaType, Parameter, SchemaAt } from '../../contract/contract.ts';
import type { Call, Problem, Reply } from '../../mock.ts';
import type { Settings } from '../../workspace/settings.ts';
import type { Success } from '../../contract/documented.ts';
import { jsonMedia, shownSchema } from '../../contract/documented.ts';
import type { Published, PublishedRow } from '../../plan/resource/published.ts';
import type { Inference, Resource } from '../../plan/resource/resource.ts';
import { readRow, type Row } from './row.ts';

export interface Inferring {
  readonly contract: Contract;
  readonly call: Call;
  readonly settings: Settings;
  readonly inference: Inference;
  readonly published: (resource: Resource) => Published;
  readonly parentOf: (resource: Resource) => Resource | undefined;
  /** A body that suits a documented response: an example of it, else a generated one, with this request's ids put in. */
  readonly model: (response: DocumentedResponse, media: MediaType, id?: string) => Json | undefined;
  readonly people: PeopleOfRequest;
}

export interface PeopleOfRequest {
  /** True where this parameter names a person and the world has that person. */
  knows(parameter: Parameter | undefined, value: string): boolean;
  /** The NHS number of whom this request is about, wherever it says so. */
  asked(): string | undefined;
  /** NHS numbers that a body gives as a patient's. */
  numbersIn(body: Json): readonly string[];
  /** A body published under a person's number, told of the person whom the world has under it. */
  retold(number: string, body: Json, at: SchemaAt | undefined): Json;
}

export interface Item {
  readonly row: Row;
  /** The id it goes by. */
  readonly id: string;
  /** False once a client has written it. */
  readonly asPublished: boolean;
  /** True where it is an example that breaks its own schema. */
  readonly broken?: boolean;
}

export const collectionOf = (contract: Contract, resource: Resource): string => contract.slug + resource.path;

export function parentKey({ call }: Inferring, resource: Resource): string {
  return resource.parents.map((name) => `${encodeURIComponent(String(call.path[name] ?? ''))}/`).join('');
}

export function keyOf(inferring: Inferring, resource: Resource, id: string): string {
  return parentKey(inferring, resource) + encodeURIComponent(id);
}

/** The id that this request's path gives an item of the resource; '' for a lone document. */
export function idInPath({ call }: Inferring, resource: Resource): string {
  return resource.itemParameter === undefined ? '' : String(call.path[resource.itemParameter] ?? '');
}

export function currentItem(inferring: Inferring, resource: Resource, id: string): Item | 'deleted' | undefined {
  const row = readRow(inferring.call.store, collectionOf(inferring.contract, resource), keyOf(inferring, resource, id));
  if (row) return row.deleted ? 'deleted' : { row, id, asPublished: false };
  const published = inferring.published(resource);
  const found = shownUnderThisParent(inferring, resource, published) ? published.rows.get(id) : undefined;
  if (!found) return undefined;
  const body = publishedBody(inferring, resource, id, found);
  const text = body === found.body ? found.text : JSON.stringify(body);
  return { row: { version: found.version, updated: '', text }, id, asPublished: true, broken: !found.fits };
}

/** An item that goes by an NHS number tells of the person whom the world has under it, whoever it was published about. */
export function publishedBody({ people }: Inferring, resource: Resource, id: string, { body }: PublishedRow): Json {
  const parameters = resource.all.flatMap((part) => part.operation.parameters);
  const parameter = parameters.find((p) => p.in === 'path' && p.name === resource.itemParameter);
  return people.knows(parameter, id) ? people.retold(id, body, shownSchema(resource.operations.read)) : body;
}

/** Published items of a nested collection belong to the parents the contract shows them under. */
export function shownUnderThisParent({ call }: Inferring, resource: Resource, published: Published): boolean {
  return resource.parents.every((name) => {
    const shown = published.parents[name] ?? [];
    return shown.length === 0 || shown.includes(String(call.path[name]));
  });
}

export const notFound = (inferring: Inferring, id: string): Problem => ({
  problem: 'not-found',
  message: id === '' ? 'There is nothing here yet.' : 'No resource with this id exists in this workspace.',
  ...(inferring.inference.resource.itemParameter === undefined
    ? {}
    : {
        faults: [
          {
            in: 'path' as const,
            name: inferring.inference.resource.itemParameter,
            pointer: '',
            keyword: 'exists',
            message: 'names nothing that exists',
          },
        ],
      }),
});

/**
 * What an id without a row means: nobody's where the contract shows ids or clients have made rows of their own;
 * else anybody's, and the contract answers for it.
 */
export function unknownId(inferring: Inferring, resource: Resource, id: string): Problem | undefined {
  const { settings, call, contract } = inferring;
  if (settings.unknownIds === 'synthesise') return undefined;
  const parameter = call.operation.parameters.find((p) => p.in === 'path' && p.name === resource.itemParameter);
  if (inferring.people.knows(parameter, id)) return undefined;
  const { ids } = inferring.published(resource);
  // Shown by the contract, yet without a row: its example is of a kind that has no id, bytes perhaps.
  if (settings.unknownIds === 'infer' && ids.has(id)) return undefined;
  const answersAny = settings.unknownIds === 'infer' && ids.size === 0 && call.store.count(collectionOf(contract, resource)) === 0;
  return answersAny ? undefined : notFound(inferring, id);
}

/** A nested collection's parent must exist where the contract has it as a resource. */
export function missingParent(inferring: Inferring, resource: Resource): Problem | undefined {
  const parent = inferring.parentOf(resource);
  if (!parent?.itemParameter) return undefined;
  const id = String(inferring.call.path[parent.itemParameter] ?? '');
  const item = currentItem(inferring, parent, id);
  if (item === 'deleted') return notFound(inferring, id);
  return item ? undefined : unknownId(inferring, parent, id);
}

/** An item as a documented response shows it. */
export function showItem(inferring: Inferring, item: Item, success: Success): Reply {
  const { tagging } = inferring.inference;
  const headers = tagging ? { [tagging.header]: tagging.write(item.row.version) } : {};
  if (item.row.binary !== undefined) {
    return { status: success.status, headers, binary: { bytes: fromBase64(item.row.text), type: item.row.binary } };
  }
  if (success.response.content.length > 0 && !jsonMedia(success.response)) return { status: success.status, headers };
  return { status: success.status, headers, ...(success.response.content.length > 0 ? { rendered: item.row.text } : {}) };
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let i = 0; i < bytes.length; i += 8_192) binary += String.fromCharCode(...bytes.subarray(i, i + 8_192));
  return btoa(binary);
}
