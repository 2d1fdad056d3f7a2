/** What a request gives each of its parameters, and its body with the schema that the contract has for it. */
import { documentedType, isJsonType } from '../../contract/media-type.ts';
import type { RequestValues } from '../../meaning/bound.ts';
import type { Call } from '../../mock.ts';

export function requestValues(call: Call): RequestValues {
  const content = call.operation.body?.content ?? [];
  const at = (documentedType(call.header('content-type') ?? '', content) ?? content.find((media) => isJsonType(media.type)))?.schema;
  const headers = call.operation.parameters.filter((parameter) => parameter.in === 'header').map(({ name }) => name);
  return {
    path: call.path,
    query: call.query,
    header: Object.fromEntries(headers.map((name) => [name.toLowerCase(), call.header(name)])),
    ...(call.body === undefined ? {} : { body: { value: call.body, ...(at ? { at } : {}) } }),
  };
}
