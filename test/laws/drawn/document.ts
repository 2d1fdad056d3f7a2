/** The OpenAPI document of a drawn shape. */
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import type { Shape } from '../contract-generator.ts';
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
import { asSwagger } from './swagger.ts';
import { ranged, referring, withoutUnused } from './spelling.ts';
import { faultSchema, idSchema, itemSchema, object, ref, schemas, sentSchema } from './schemas.ts';
import { parametersOf } from './searches.ts';

const text = { type: 'string' };

const fault = { $ref: '#/components/responses/Fault' };

export function documentOf(shape: Shape): JsonObject {
  const whole = wholeDocumentOf(shape);
  const document = withoutUnused(shape.references ? referring(whole) : whole);
  if (shape.openapi === '2.0') return asSwagger(document, base);
  return shape.keys === 'exact' ? document : (ranged(document) as JsonObject); // an object of the same members
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
      '200': {
        description: 'Jars',
        ...(shape.linkHeader ? { headers: { Link: { schema: { type: 'string' }, description: 'Pages beside this one (RFC 8288)' } } } : {}),
        content: { [mediaOfAnswers(shape)]: { schema: envelopeSchema(shape).schema, ...example } },
      },
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
