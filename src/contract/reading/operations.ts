/** The operations of an understood document. One that makes no sense becomes an `unserved` quirk and takes no other down. */
import type { DocumentedResponse, Encoding, Json, JsonObject, MediaType, Operation, RequestBody, ResponseHeader } from '../contract.ts';
import { escapeToken, isArray, isObject } from '../json.ts';
import { parametersOf } from './parameter-objects.ts';
import { followed, type PlacedNode, type Reading, schemaAt, withExamples } from './reading.ts';
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
  const taken = new Set<string>();
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
    for (const found of operationsIn({ node: item.node, pointer: item.pointer })) {
      const operation = readOperation(reading, { key, ...found, item: { node: item.node, pointer: item.pointer }, taken });
      if (operation) operations.push(operation);
    }
  }
  return operations;
}

interface OperationPlace extends Found {
  readonly key: string;
  readonly item: PlacedNode;
  readonly taken: Set<string>;
}

interface Found {
  readonly method: string;
  readonly raw: Json;
  readonly at: string;
}

function* operationsIn({ node, pointer }: PlacedNode): Generator<Found> {
  for (const method of METHODS) if (node[method] !== undefined) yield { method, raw: node[method], at: `${pointer}/${method}` };
  const { additionalOperations: more } = node;
  for (const [name, raw] of Object.entries(isObject(more) ? more : {})) {
    yield { method: name.toLowerCase(), raw, at: `${pointer}/additionalOperations/${escapeToken(name)}` };
  }
}

/** What HTTP lets be a method (RFC 9110 §5.6.2). */
const TOKEN = /^[a-z0-9!#$%&'*+.^_`|~-]+$/;

function readOperation(reading: Reading, { key, method, raw, at, item, taken }: OperationPlace): Operation | undefined {
  const { document, quirks } = reading;
  const { node = null, pointer } = dereference(document, raw, at) ?? { pointer: at };
  const [, path = '', fragment] = /^([^#?]*)(?:[#?](.*))?$/s.exec(key) ?? [];
  const unserved = (message: string): undefined => void quirks.push({ pointer, effect: 'unserved', message });
  if (!isObject(node)) {
    if (!isObject(raw)) return unserved('An operation must be a mapping.');
    return void quirks.push(unfollowed(String(raw['$ref']), { pointer, effect: 'unserved' }));
  }
  if (!TOKEN.test(method)) return unserved('This is no method that HTTP can have.');
  if (!path.startsWith('/')) return unserved('A path must begin with a slash.');
  if (!/^(?:[^{}]|\{[^{}/]+\})*$/.test(path)) return unserved('The braces of this path do not pair up.');
  const same = `${method} ${path}#${fragment ?? ''}`;
  if (taken.has(same)) return unserved('Another operation has this method and path.');
  taken.add(same);
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
  return [method, ...`${path}/${fragment}`.split(/[^A-Za-z0-9_.-]+/)].filter(Boolean).join('-');
}

function uniqueId(
  { quirks }: Reading,
  about: { readonly node: JsonObject; readonly pointer: string; readonly made: string; readonly taken: Set<string> },
): string {
  const { node, pointer, made, taken } = about;
  const { operationId } = node;
  const given = typeof operationId === 'string' && operationId !== '' ? operationId : undefined;
  let id = given === undefined || taken.has(given) ? made : given;
  for (let number = 2; taken.has(id); number++) id = `${made}-${number}`;
  taken.add(id);
  if (id !== operationId) {
    const why = given === undefined ? 'has no operationId' : 'repeats the operationId of another one';
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

function readContent(reading: Reading, content: Json | undefined, at: string): MediaType[] {
  if (!isObject(content)) return [];
  return Object.entries(content).flatMap(([type, raw]) => {
    const found = followed(reading, raw ?? {}, `${at}/${escapeToken(type)}`);
    return found ? [mediaType(reading, type, found)] : [];
  });
}

function mediaType(reading: Reading, type: string, place: PlacedNode): MediaType {
  const schema = schemaAt(place.node, place.pointer);
  const json = /[/+]json\b|^\*\/\*/i.test(type);
  if (!schema && json)
    reading.quirks.push({ pointer: place.pointer, effect: 'unchecked', message: 'These bodies have no schema, so any JSON fits.' });
  const encoding = readEncoding(place.node['encoding']);
  return withExamples(reading, place, type, { type, ...(schema && { schema }), ...(encoding && { encoding }) });
}

function readEncoding(raw: Json | undefined): ReadonlyMap<string, Encoding> | undefined {
  if (!isObject(raw)) return undefined;
  return new Map(
    Object.entries(raw)
      .filter((entry): entry is [string, JsonObject] => isObject(entry[1]))
      .map(([name, { contentType, style, explode }]) => [
        name,
        {
          ...(typeof contentType === 'string' && { contentType }),
          ...(typeof style === 'string' && { style }),
          ...(typeof explode === 'boolean' && { explode }),
        },
      ]),
  );
}

function readResponses(reading: Reading, raw: Json | undefined, at: string): ReadonlyMap<string, DocumentedResponse> {
  const responses = new Map<string, DocumentedResponse>();
  for (const [key, value] of Object.entries(isObject(raw) ? raw : {})) {
    if (key.startsWith('x-')) continue;
    const status = /^[1-5](\d\d|XX)$/i.test(key) ? key.toUpperCase() : /^default$/i.test(key) ? 'default' : undefined;
    const pointer = `${at}/${escapeToken(key)}`;
    if (status === undefined) {
      reading.quirks.push({
        pointer,
        effect: 'unchecked',
        message: 'This is no status code (200), range (4XX) or "default"; the response is left out.',
      });
      continue;
    }
    const found = followed(reading, value, pointer);
    const node = found?.node ?? {};
    const here = found?.pointer ?? pointer;
    responses.set(status, {
      key: status,
      description: typeof node['description'] === 'string' ? node['description'] : '',
      content: readContent(reading, node['content'], `${here}/content`),
      headers: readHeaders(reading, node['headers'], `${here}/headers`),
    });
  }
  return responses;
}

function readHeaders(reading: Reading, raw: Json | undefined, at: string): ResponseHeader[] {
  return Object.entries(isObject(raw) ? raw : {}).flatMap(([name, value]) => {
    const found = followed(reading, value, `${at}/${escapeToken(name)}`);
    if (!found) return [];
    const schema = schemaAt(found.node, found.pointer);
    const { required, description } = found.node;
    const told = typeof description === 'string' && { description };
    return [withExamples(reading, found, undefined, { name, required: required === true, ...told, ...(schema && { schema }) })];
  });
}
