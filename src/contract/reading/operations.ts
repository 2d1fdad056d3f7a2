/** The operations of an understood document. One that makes no sense becomes an `unserved` quirk and takes no other down. */
import type { Json, JsonObject, Operation, Quirk, RequestBody } from '../contract.ts';
import { escapeToken, isArray, isObject } from '../json.ts';
import { isFieldName } from '../header-field.ts';
import { readContent } from './content.ts';
import { parametersOf } from './parameter-objects.ts';
import { followed, type PlacedNode, type Reading } from './reading.ts';
import { readResponses } from './responses.ts';
import { dereference, unfollowed } from './references.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace', 'query'];

export function listOperations(reading: Reading): Operation[] {
  const { document, quirks } = reading;
  const { paths } = document;
  if (!isObject(paths)) {
    quirks.push({ pointer: '/paths', effect: 'unserved', message: 'The document has no "paths", so there is no operation to serve.' });
    return [];
  }
  const operations: Operation[] = [];
  const taken: Taken = { places: new Set(), ids: new Set(), numbers: new Map() };
  for (const [key, raw] of Object.entries(paths)) {
    if (key.startsWith('x-')) continue;
    const pointer = `/paths/${escapeToken(key)}`;
    const item = dereference(document, raw, pointer);
    if (!item || !isObject(item.node)) {
      const ref = isObject(raw) ? raw['$ref'] : undefined;
      const place = { pointer, effect: 'unserved' } as const;
      quirks.push(
        typeof ref === 'string' ? unfollowed(ref, place) : { ...place, message: 'A path must be a mapping of methods to operations.' },
      );
      continue;
    }
    for (const found of operationsIn({ node: item.node, pointer: item.pointer }, quirks)) {
      const operation = readOperation(reading, { key, ...found, item: { node: item.node, pointer: item.pointer }, taken });
      if (operation) operations.push(operation);
    }
  }
  return operations;
}

interface OperationPlace extends Found {
  readonly key: string;
  readonly item: PlacedNode;
  readonly taken: Taken;
}

interface Taken {
  /** Method, path and fragment. */
  readonly places: Set<string>;
  readonly ids: Set<string>;
  /** The last number given to ids that are made and would be the same. */
  readonly numbers: Map<string, number>;
}

interface Found {
  readonly method: string;
  readonly raw: Json;
  readonly at: string;
}

/** Methods of a path besides those that OpenAPI names: each stands in every `Allow` header of the path. */
const MORE_METHODS = 20;

function* operationsIn({ node, pointer }: PlacedNode, quirks: Quirk[]): Generator<Found> {
  for (const method of METHODS) if (node[method] !== undefined) yield { method, raw: node[method], at: `${pointer}/${method}` };
  const { additionalOperations } = node;
  const more = Object.entries(isObject(additionalOperations) ? additionalOperations : {});
  const at = `${pointer}/additionalOperations`;
  if (more.length > MORE_METHODS) {
    const message = `A path may have ${MORE_METHODS} methods of its own; ${more.length - MORE_METHODS} more are left out.`;
    quirks.push({ pointer: at, effect: 'unserved', message });
  }
  for (const [name, raw] of more.slice(0, MORE_METHODS)) yield { method: name.toLowerCase(), raw, at: `${at}/${escapeToken(name)}` };
}

/** Longest method, path and operationId: a path is a part of a URL, and all of them stand in headers, in links and in the journal. */
const METHOD_LENGTH = 32;
const PATH_LENGTH = 2_000;
const ID_LENGTH = 200;

function readOperation(reading: Reading, { key, method, raw, at, item, taken }: OperationPlace): Operation | undefined {
  const { document, quirks } = reading;
  const { node = null, pointer } = dereference(document, raw, at) ?? { pointer: at };
  const [, path = '', fragment] = /^([^#?]*)(?:[#?](.*))?$/s.exec(key) ?? [];
  const unserved = (message: string): undefined => void quirks.push({ pointer, effect: 'unserved', message });
  if (!isObject(node)) {
    if (!isObject(raw)) return unserved('An operation must be a mapping.');
    return void quirks.push(unfollowed(String(raw['$ref']), { pointer, effect: 'unserved' }));
  }
  if (!isFieldName(method) || method.length > METHOD_LENGTH) return unserved('This is no method that HTTP can have.');
  if (!path.startsWith('/')) return unserved('A path must begin with a slash.');
  if (path.length > PATH_LENGTH) return unserved(`A path may have ${PATH_LENGTH} characters.`);
  if (/[\p{Cc}\p{Cs}]/u.test(path)) return unserved('This path holds a control character, or half of one, that no URL can carry.');
  if (!/^(?:[^{}]|\{[^{}/]+\})*$/.test(path)) return unserved('The braces of this path do not pair up.');
  const same = `${method} ${path}#${fragment ?? ''}`;
  if (taken.places.has(same)) return unserved('Another operation has this method and path.');
  taken.places.add(same);
  const body = readBody(reading, node['requestBody'], `${pointer}/requestBody`);
  return {
    id: uniqueId(reading, { node, pointer, made: madeId(method, path, fragment), taken }),
    method,
    path,
    ...(fragment !== undefined && { fragment }),
    pointer,
    ...(typeof node['summary'] === 'string' && { summary: node['summary'] }),
    tags: strings(node['tags']),
    parameters: parametersOf(reading, { path, item, operation: { node, pointer } }),
    ...(body && { body }),
    responses: readResponses(reading, node['responses'], `${pointer}/responses`),
    security: readSecurity(node['security'] ?? document['security']),
  };
}

function madeId(method: string, path: string, fragment = ''): string {
  return [method, ...`${path}/${fragment}`.split(/[^A-Za-z0-9_.-]+/)].filter(Boolean).join('-').slice(0, ID_LENGTH);
}

function uniqueId(
  { quirks }: Reading,
  about: { readonly node: JsonObject; readonly pointer: string; readonly made: string; readonly taken: Taken },
): string {
  const { node, pointer, made, taken } = about;
  const { operationId } = node;
  const given = typeof operationId === 'string' && operationId !== '' ? operationId : undefined;
  const isUsable = given !== undefined && given.length <= ID_LENGTH && !/[\p{Cc}\p{Cs}]/u.test(given);
  let id = isUsable && !taken.ids.has(given) ? given : made;
  while (taken.ids.has(id)) {
    const number = (taken.numbers.get(made) ?? 1) + 1;
    taken.numbers.set(made, number);
    id = `${made}-${number}`;
  }
  taken.ids.add(id);
  if (id !== operationId) {
    const why =
      given === undefined
        ? 'has no operationId'
        : isUsable
          ? 'repeats the operationId of another one'
          : `has an operationId that no address can hold (control characters, or more than ${ID_LENGTH} characters)`;
    quirks.push({ pointer, effect: 'mended', message: `This operation ${why}; it is called ${id} here.` });
  }
  return id;
}

function strings(value: Json | undefined): string[] {
  return isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function readSecurity(value: Json | undefined): Record<string, readonly string[]>[] {
  if (!isArray(value)) return [];
  return value
    .filter(isObject)
    .map((alternative) => Object.fromEntries(Object.entries(alternative).map(([scheme, scopes]) => [scheme, strings(scopes)])));
}

function readBody(reading: Reading, raw: Json | undefined, at: string): RequestBody | undefined {
  const found = followed(reading, raw, at);
  if (!found) return undefined;
  return { required: found.node['required'] === true, content: readContent(reading, found.node['content'], `${found.pointer}/content`) };
}
