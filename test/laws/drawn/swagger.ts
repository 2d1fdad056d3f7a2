/** The same contract as Swagger 2.0 has it: bodies are parameters, types are named per operation, and schemas are definitions. */
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { isArray, isObject } from '../../../src/contract/json.ts';

const methods = ['get', 'post', 'put', 'patch', 'delete'];

export function asSwagger(document: JsonObject, basePath: string): JsonObject {
  const { schemas = {}, responses = {} } = objectAt(document, 'components');
  return {
    swagger: '2.0',
    info: document['info'] ?? {},
    basePath,
    paths: mapped(objectAt(document, 'paths'), (item) =>
      mapped(item, (part, name) => (methods.includes(name) ? operation(part) : part['parameters'] === undefined ? parameters(part) : part)),
    ),
    definitions: moved(schemas),
    responses: mapped(isObject(responses) ? responses : {}, response),
  };
}

const objectAt = (value: JsonObject, name: string): JsonObject => {
  const member = value[name];
  return isObject(member) ? member : {};
};

/** Lists stay lists. */
function mapped(value: JsonObject, change: (one: JsonObject, name: string) => Json): JsonObject {
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      isArray(one) ? one.map((each) => (isObject(each) ? change({ ...each }, name) : each)) : isObject(one) ? change(one, name) : one,
    ]),
  );
}

function operation(of: JsonObject): JsonObject {
  const body = objectAt(of, 'requestBody');
  const content = Object.entries(objectAt(body, 'content'));
  const sent = content.map(([, media]): Json => ({
    name: 'body',
    in: 'body',
    required: true,
    schema: moved(isObject(media) ? (media['schema'] ?? {}) : {}),
  }));
  const own = of['parameters'];
  const answers = objectAt(of, 'responses');
  const produces = [...new Set(Object.values(answers).flatMap((one) => (isObject(one) ? Object.keys(objectAt(one, 'content')) : [])))];
  return {
    ...(content.length > 0 ? { consumes: content.map(([type]) => type) } : {}),
    ...(produces.length > 0 ? { produces } : {}),
    parameters: [...(isArray(own) ? own.map((one) => (isObject(one) ? parameters(one) : one)) : []), ...sent],
    responses: mapped(answers, response),
  };
}

/** A parameter, whose schema stands in it. */
function parameters({ schema, style, explode, ...rest }: JsonObject): JsonObject {
  const type = isObject(schema) ? schema : {};
  return { ...rest, ...type, ...(style === 'form' && explode === false ? { collectionFormat: 'csv' } : {}) };
}

function response({ $ref: to, description = '', content, headers }: JsonObject): JsonObject {
  if (typeof to === 'string') return { $ref: to.replace('#/components/responses/', '#/responses/') };
  const [type, media] = Object.entries(isObject(content) ? content : {})[0] ?? [];
  const { schema, example } = isObject(media) ? media : {};
  return {
    description,
    ...(schema === undefined ? {} : { schema: moved(schema) }),
    ...(example === undefined || type === undefined ? {} : { examples: { [type]: example } }),
    ...(isObject(headers) ? { headers: mapped(headers, ({ schema: of }) => of ?? { type: 'string' }) } : {}),
  };
}

function moved(schema: Json): Json {
  const text = JSON.stringify(schema).replaceAll('#/components/schemas/', '#/definitions/');
  const read: Json = JSON.parse(text);
  return read;
}
