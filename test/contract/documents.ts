/** Small contracts for tests, put together from the part that a test is about. */
import type { Contract, Json, JsonObject, SchemaAt } from '../../src/contract/contract.ts';
import { loadContract } from '../../src/contract/load.ts';

export function documentWith(parts: JsonObject): JsonObject {
  return { openapi: '3.1.0', info: { title: 'Test', version: '1' }, servers: [{ url: '/' }], paths: {}, ...parts };
}

export function load(parts: JsonObject, name = 'test.json'): Contract {
  return loadContract({ name, text: JSON.stringify(documentWith(parts)) });
}

/** A contract with one operation, `POST /things`, that takes bodies of this schema. */
export function withBody(schema: Json, parts: JsonObject = {}): { readonly contract: Contract; readonly body: SchemaAt } {
  const contract = load({
    paths: {
      '/things': {
        post: { operationId: 'add', requestBody: { content: { 'application/json': { schema } } }, responses: { 201: { description: '' } } },
      },
    },
    ...parts,
  });
  return { contract, body: { pointer: '/paths/~1things/post/requestBody/content/application~1json/schema', schema: bodySchema(contract) } };
}

function bodySchema(contract: Contract): SchemaAt['schema'] {
  return contract.operations[0]?.body?.content[0]?.schema?.schema ?? true;
}

/** Keyword and pointer of each fault, in order: `required /name`. */
export function faultsOf(schema: Json, value: Json, parts: JsonObject = {}): string[] {
  const { contract, body } = withBody(schema, parts);
  return contract.check(body, value).map(({ keyword, pointer }) => `${keyword} ${pointer}`);
}

/** A contract with one operation, `GET /things/{id}`, that answers 200. */
export function withOperation(operation: JsonObject, path = '/things/{id}', method = 'get'): JsonObject {
  return { paths: { [path]: { [method]: { operationId: 'read', responses: { 200: { description: '' } }, ...operation } } } };
}
