/** The OpenAPI document of a drawn shape. */
import type { Json, JsonObject } from '../../src/contract/contract.ts';
import { isObject } from '../../src/contract/json.ts';
import type { Shape } from './contract-generator.ts';
import { envelopeSchema } from './envelopes.ts';
import { components } from './members.ts';
import { itemAnswer, publishedItem } from './items.ts';
import {
  base,
  collectionPath,
  idMember,
  itemPath,
  mediaOfAnswers,
  mediaOfRequests,
  parameterName,
  parentCollections,
  parentNames,
} from './naming.ts';
import { faultSchema, idSchema, itemSchema, object, ref, schemas, sentSchema } from './schemas.ts';
import { parametersOf } from './searches.ts';

const text = { type: 'string' };

const fault = { $ref: '#/components/responses/Fault' };

export function documentOf(shape: Shape): JsonObject {
  const whole = wholeDocumentOf(shape);
  const document = withoutUnused(shape.references ? referring(whole) : whole);
  return shape.keys === 'exact' ? document : (ranged(document) as JsonObject); // an object of the same members
}

/** Parameters and request bodies by reference, as contracts of some size have them. */
function referring(document: JsonObject): JsonObject {
  const parameters: Record<string, Json> = {};
  const bodies: Record<string, Json> = {};
  const moved = (store: Record<string, Json>, kind: string, value: Json): Json => {
    const text = JSON.stringify(value);
    const known = Object.entries(store).find(([, one]) => JSON.stringify(one) === text)?.[0];
    const name = known ?? `${kind}${Object.keys(store).length + 1}`;
    store[name] = value;
    return { $ref: `#/components/${kind}/${name}` };
  };
  const walked = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(walked);
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => {
        if (name === 'parameters' && Array.isArray(member)) return [name, member.map((one: Json) => moved(parameters, 'parameters', one))];
        if (name === 'requestBody') return [name, moved(bodies, 'requestBodies', member)];
        return [name, walked(member)];
      }),
    );
  };
  const paths = walked(document['paths'] ?? {});
  return { ...document, paths, components: { ...(document['components'] as JsonObject), parameters, requestBodies: bodies } };
}

/** Reads documented under the keys of whole ranges: `2XX` for their success, `4XX` for every fault. */
function ranged(value: Json): Json {
  if (Array.isArray(value)) return value.map(ranged);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const responses = name === 'get' && isObject(member) ? member['responses'] : undefined;
      if (!isObject(member) || !isObject(responses)) return [name, ranged(member)];
      return [name, { ...member, responses: { '2XX': responses['200'] ?? {}, '4XX': fault } }];
    }),
  );
}

/** Only the schemas that something refers to, so that what fails is short to read. */
function withoutUnused(document: JsonObject): JsonObject {
  const { paths = null, components: all } = document;
  const parts = all as { schemas: JsonObject; parameters?: JsonObject; requestBodies?: JsonObject }; // as made below
  const named = parts.schemas;
  const used = new Set(['Fault']);
  const see = (value: Json): void => {
    for (const [, name = ''] of JSON.stringify(value).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (used.has(name)) continue;
      used.add(name);
      see(named[name] ?? null);
    }
  };
  see(paths);
  see(parts.parameters ?? {});
  see(parts.requestBodies ?? {});
  const kept = Object.fromEntries(Object.entries(named).filter(([name]) => used.has(name)));
  return { ...document, components: { ...(all as JsonObject), schemas: kept } };
}

function wholeDocumentOf(shape: Shape): JsonObject {
  const collection = collectionPath(shape);
  const parameters = parentNames
    .slice(0, shape.parents)
    .map((name): Json => ({ name: `${name}Id`, in: 'path', required: true, schema: text }));
  const own = {
    name: parameterName(shape),
    in: 'path',
    required: true,
    schema: shape.parameterType === 'same' ? idSchema(shape) : text,
    ...(shape.id === 'ksuid' ? { example: '2WL5qPZhKmTBHMkBFpdZqbYbYzF' } : {}),
  };
  return {
    openapi: shape.openapi,
    info: { title: 'Jars', version: '1.0.0' },
    servers: [{ url: base }],
    paths: {
      ...(shape.parentsKnown ? parentPaths(shape) : {}),
      [collection]: { ...(parameters.length > 0 ? { parameters } : {}), get: list(shape), post: create(shape) },
      ...(shape.item ? { [itemPath(shape)]: { parameters: [...parameters, own], ...item(shape) } } : {}),
    },
    components: {
      schemas: { ...schemas(shape), ...components, ...faultSchema(shape) },
      responses: {
        Fault: {
          description: 'A fault',
          content: { [shape.style === 'fhir' ? 'application/fhir+json' : 'application/json']: { schema: ref('Fault') } },
        },
      },
    },
  };
}

/** Parents have a resource of their own: what stands below one that does not exist is not there. */
function parentPaths(shape: Shape): JsonObject {
  const row = object({ id: { type: 'string', readOnly: true }, name: text }, ['id', 'name']);
  const content = { 'application/json': { schema: row } };
  return Object.fromEntries(
    parentCollections(shape).flatMap((path, i) => {
      const name = (level: number): Json => ({ name: `${parentNames[level]}Id`, in: 'path', required: true, schema: text });
      const above = parentNames.slice(0, i).map((_, level) => name(level));
      return [
        [
          path,
          {
            ...(above.length > 0 ? { parameters: above } : {}),
            post: { requestBody: { required: true, content }, responses: { '201': { description: 'Made', content } } },
          },
        ],
        [
          `${path}/{${parentNames[i]}Id}`,
          { parameters: [...above, name(i)], get: { responses: { '200': { description: 'One', content }, '404': fault } } },
        ],
      ];
    }),
  );
}

function list(shape: Shape): JsonObject {
  const example = shape.published === 'list' ? { example: envelopeSchema(shape).example([publishedItem(shape, 'list')]) } : {};
  const parameters = parametersOf(shape);
  return {
    ...(parameters.length > 0 ? { parameters } : {}),
    responses: {
      '200': { description: 'Jars', content: { [mediaOfAnswers(shape)]: { schema: envelopeSchema(shape).schema, ...example } } },
      '400': fault,
      '404': fault,
    },
  };
}

function acknowledgement(shape: Shape): JsonObject {
  const answers = (schema: JsonObject): JsonObject => ({ content: { [mediaOfAnswers(shape)]: { schema } } });
  const headers = {
    ...(shape.versions === 'none' ? {} : { ETag: { schema: text } }),
    ...(shape.idShown && (shape.acknowledgement === 'row' || shape.acknowledgement === 'ok')
      ? {}
      : { Location: { required: true, schema: text } }),
  };
  const more = Object.keys(headers).length > 0 ? { headers } : {};
  switch (shape.acknowledgement) {
    case 'ok':
      return { '200': { description: 'Made', ...more, ...answers(itemSchema(shape)) } };
    case 'empty':
      return { '201': { description: 'Made', ...more } };
    case 'id':
      return { '201': { description: 'Made', ...more, ...answers(object({ [idMember(shape)]: idSchema(shape) }, [idMember(shape)])) } };
    case 'receipt':
      return {
        '202': {
          description: 'Taken',
          ...more,
          ...answers(
            object({ messageId: text, state: { type: 'string', enum: ['accepted'] } }, ['messageId', 'state'], {
              additionalProperties: false,
            }),
          ),
        },
      };
    case 'outcome':
      return { '201': { description: 'Made', ...more, ...answers(ref('Fault')) } };
    default:
      return { '201': { description: 'Made', ...more, ...answers(itemSchema(shape)) } };
  }
}

const create = (shape: Shape): JsonObject => ({
  requestBody: { required: true, content: { [mediaOfRequests(shape)]: { schema: sentSchema(shape) } } },
  responses: { ...acknowledgement(shape), '400': fault, '404': fault, '409': fault },
});

function item(shape: Shape): JsonObject {
  const tags = shape.versions === 'none' ? {} : { headers: { ETag: { schema: text } } };
  const condition: JsonObject =
    shape.versions === 'none'
      ? {}
      : { parameters: [{ name: 'If-Match', in: 'header', required: shape.versions === 'required', schema: text }] };
  const example = shape.published === 'none' ? {} : { example: itemAnswer(shape, publishedItem(shape, 'read')) };
  const row = { [mediaOfAnswers(shape)]: { schema: itemSchema(shape) } };
  const faults = { '400': fault, '404': fault, '412': fault, '428': fault, '422': fault };
  const patches: Readonly<Record<string, JsonObject>> = {
    merge: { [shape.style === 'json-api' ? 'application/vnd.api+json' : 'application/merge-patch+json']: { schema: ref('SomeOfJar') } },
    'json-patch': {
      'application/json-patch+json': {
        schema: { type: 'array', items: object({ op: text, path: text, value: {} }, ['op', 'path']) },
      },
    },
    partial: {
      [shape.media === 'application/x-www-form-urlencoded' ? 'application/json' : mediaOfAnswers(shape)]: { schema: ref('SomeOfJar') },
    },
  };
  const changed = (kind: 'row' | 'empty'): JsonObject =>
    kind === 'row' ? { '200': { description: 'Changed', ...tags, content: row } } : { '204': { description: 'Changed', ...tags } };
  return {
    get: {
      responses: {
        '200': { description: 'A jar', ...tags, content: { [mediaOfAnswers(shape)]: { schema: itemSchema(shape), ...example } } },
        '404': fault,
      },
    },
    ...(shape.put === 'none'
      ? {}
      : {
          put: {
            ...condition,
            requestBody: { required: true, content: { [mediaOfRequests(shape)]: { schema: sentSchema(shape) } } },
            responses: {
              ...changed(shape.put === 'empty' ? 'empty' : 'row'),
              ...(shape.put === 'upsert' ? { '201': { description: 'Made', ...tags, content: row } } : {}),
              ...faults,
            },
          },
        }),
    ...(shape.patch === 'none'
      ? {}
      : {
          patch: {
            ...condition,
            requestBody: { required: true, content: patches[shape.patch] ?? {} },
            responses: { ...changed('row'), ...faults },
          },
        }),
    ...(shape.delete === 'none'
      ? {}
      : {
          delete: {
            ...condition,
            responses: {
              ...(shape.delete === 'row' ? { '200': { description: 'Gone', content: row } } : { '204': { description: 'Gone' } }),
              ...faults,
            },
          },
        }),
  };
}
