/** The OpenAPI document of a drawn shape. */
import type { Json, JsonObject } from '../../src/contract/contract.ts';
import type { Shape } from './contract-generator.ts';
import { envelopeSchema } from './envelopes.ts';
import { components, isRequired, isSent, isServed, schemaOf, type Member } from './members.ts';
import { itemAnswer, publishedItem } from './items.ts';
import { parametersOf } from './searches.ts';

export const base = '/shop';
const text = { type: 'string' };

export const parentNames = ['room', 'shelf'] as const;
const plurals: Readonly<Record<string, string>> = { room: 'rooms', shelf: 'shelves' };

export const collectionName = ({ style, resource }: Shape): string => (style === 'fhir' ? resource : 'jars');

/** The path of the collection, with parameters where its parents stand. */
export const collectionPath = (shape: Shape): string =>
  parentNames
    .slice(0, shape.parents)
    .map((name) => `/${plurals[name]}/{${name}Id}`)
    .join('') + `/${collectionName(shape)}`;

/** The collections above, from the outermost. */
export const parentCollections = (shape: Shape): readonly string[] =>
  parentNames.slice(0, shape.parents).map(
    (name, i) =>
      `${parentNames
        .slice(0, i)
        .map((above) => `/${plurals[above]}/{${above}Id}`)
        .join('')}/${plurals[name]}`,
  );

export const parameterName = (shape: Shape): string => {
  if (shape.style === 'fhir') return 'id';
  if (shape.id === 'slug') return shape.parameter === 'same' ? 'slug' : shape.parameter === 'jarId' ? 'jarSlug' : 'jar_slug';
  return shape.parameter === 'same' ? idMember(shape) : shape.parameter;
};
export const idMember = (shape: Shape): string => (shape.id === 'slug' ? 'slug' : shape.idName);
export const parentMember = (shape: Shape): string => `${parentNames[shape.parents - 1] ?? ''}Id`;

/** True where a client says the id in the body. */
export const saysId = ({ id }: Shape): boolean => id === 'slug' || id === 'chosen';

function idSchema({ id }: Shape): JsonObject {
  switch (id) {
    case 'uuid':
      return { type: 'string', format: 'uuid' };
    case 'integer':
      return { type: 'integer' };
    case 'pattern':
      return { type: 'string', pattern: '^J-[0-9]{6}$' };
    case 'ksuid':
      return { type: 'string', pattern: '^[0-9A-Za-z]{27}$' };
    default:
      return text;
  }
}

export const mediaOfAnswers = ({ style, media }: Shape): string =>
  style === 'fhir'
    ? 'application/fhir+json'
    : style === 'json-api'
      ? 'application/vnd.api+json'
      : media === 'application/x-www-form-urlencoded'
        ? 'application/json'
        : media;
export const mediaOfRequests = (shape: Shape): string => (shape.style === 'plain' ? shape.media : mediaOfAnswers(shape));

export const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: JsonObject, required: readonly string[], more: JsonObject = {}): JsonObject => ({
  type: 'object',
  ...(required.length > 0 ? { required } : {}),
  properties,
  ...more,
});

function memberSchemas({ openapi }: Shape, members: readonly Member[], marked: boolean): JsonObject {
  return Object.fromEntries(
    members.map((member) => {
      const schema = schemaOf(member.kind, openapi);
      const mark = member.mode === 'writeOnly' ? { writeOnly: true } : marked && !isSent(member) ? { readOnly: true } : {};
      // In 3.0 what stands beside a reference is not read.
      const marks = Object.keys(mark).length > 0;
      return [member.name, marks && schema['$ref'] !== undefined ? { allOf: [schema], ...mark } : { ...schema, ...mark }];
    }),
  );
}

function schemas(shape: Shape): JsonObject {
  const { style, members } = shape;
  if (style === 'fhir') {
    const own = memberSchemas(shape, members, true);
    const properties = {
      resourceType: { type: 'string', enum: [shape.resource] },
      id: { ...idSchema(shape) },
      meta: { type: 'object', properties: { versionId: text, lastUpdated: { type: 'string', format: 'date-time' } } },
      ...own,
    };
    return { Jar: object(properties, ['resourceType', ...members.filter(isRequired).map(({ name }) => name)]) };
  }
  const closed = shape.open ? {} : { additionalProperties: false };
  const requiredOf = (list: readonly Member[]): string[] => list.filter(isRequired).map(({ name }) => name);
  if (style === 'json-api') {
    const resource = (id: boolean, required: readonly string[]): JsonObject =>
      object(
        {
          type: { type: 'string', enum: ['jars'] },
          ...(id ? { id: idSchema(shape) } : {}),
          attributes: object(memberSchemas(shape, members, true), required, closed),
        },
        ['type', ...(id ? ['id'] : []), 'attributes'],
      );
    return {
      Jar: resource(true, requiredOf(members)),
      NewJar: object({ data: resource(false, requiredOf(members)) }, ['data']),
      SomeOfJar: object({ data: resource(true, []) }, ['data']),
      OneJar: object({ data: ref('Jar') }, ['data']),
    };
  }
  const id = idMember(shape);
  const parent = shape.showsParent ? { [parentMember(shape)]: { ...text, readOnly: true } } : {};
  const one = shape.schemas === 'one';
  const own = { ...idSchema(shape), ...(saysId(shape) || !one ? {} : { readOnly: true }) };
  const served = one ? members : members.filter(isServed);
  const sent = members.filter(isSent);
  const shown = shape.idShown ? { [id]: own } : {};
  const whole = object(
    { ...shown, ...parent, ...memberSchemas(shape, served, one) },
    [...Object.keys(shown), ...Object.keys(parent), ...requiredOf(served)],
    closed,
  );
  const fresh = object(
    { ...(saysId(shape) ? { [id]: idSchema(shape) } : {}), ...memberSchemas(shape, sent, false) },
    [...(saysId(shape) ? [id] : []), ...requiredOf(sent)],
    closed,
  );
  const changes = object(memberSchemas(shape, sent, false), [], closed);
  return {
    Jar: whole,
    ...(one ? {} : { NewJar: fresh }),
    SomeOfJar: shape.wrapped === 'both' ? object({ data: changes }, ['data']) : changes,
    ...(shape.wrapped === 'none' ? {} : { OneJar: object({ data: ref('Jar') }, ['data']) }),
    ...(shape.wrapped === 'both' ? { SentJar: object({ data: ref(one ? 'Jar' : 'NewJar') }, ['data']) } : {}),
    ...(shape.listed === 'summary'
      ? {
          JarSummary: object(
            { ...shown, ...memberSchemas(shape, summarised(shape), one) },
            [...Object.keys(shown), ...requiredOf(summarised(shape))],
            {
              additionalProperties: false,
            },
          ),
        }
      : {}),
  };
}

/** What a summary in a list tells of an item. */
export const summarised = ({ members }: Shape): readonly Member[] => members.filter(isServed).filter((_, i) => i % 2 === 0);

export const itemSchema = ({ style, wrapped }: Shape): JsonObject => ref(style === 'json-api' || wrapped !== 'none' ? 'OneJar' : 'Jar');
const sentSchema = ({ style, wrapped, schemas: count }: Shape): JsonObject =>
  ref(style === 'json-api' ? 'NewJar' : wrapped === 'both' ? 'SentJar' : count === 'two' && style === 'plain' ? 'NewJar' : 'Jar');

const fault = { $ref: '#/components/responses/Fault' };

export function documentOf(shape: Shape): JsonObject {
  return withoutUnused(wholeDocumentOf(shape));
}

/** Only the schemas that something refers to, so that what fails is short to read. */
function withoutUnused(document: JsonObject): JsonObject {
  const { paths = null, components: all } = document;
  const named = (all as { schemas: JsonObject; responses: JsonObject }).schemas; // as made below
  const used = new Set(['Fault']);
  const see = (value: Json): void => {
    for (const [, name = ''] of JSON.stringify(value).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (used.has(name)) continue;
      used.add(name);
      see(named[name] ?? null);
    }
  };
  see(paths);
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
      ...(shape.item ? { [`${collection}/{${parameterName(shape)}}`]: { parameters: [...parameters, own], ...item(shape) } } : {}),
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

function faultSchema({ style }: Shape): JsonObject {
  return style === 'fhir'
    ? {
        Fault: object(
          {
            resourceType: { type: 'string', enum: ['OperationOutcome'] },
            issue: { type: 'array', minItems: 1, items: object({ severity: text, code: text, diagnostics: text }, ['severity', 'code']) },
          },
          ['resourceType', 'issue'],
        ),
      }
    : { Fault: object({ code: text, message: text }, ['code', 'message']) };
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
            responses: { ...changed(shape.put), ...faults },
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
