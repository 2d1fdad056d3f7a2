/** By what a list is asked: query parameters, and the members of a body where the search is sent as one. */
import type { Operation, Parameter } from '../../contract/contract.ts';
import { mayBeJson } from '../../contract/media-type.ts';
import type { Meaning } from '../../meaning/infer-roles.ts';
import { shapeOfSchema } from './envelope/shape.ts';

/** The operation with the members of its body as parameters. */
export function asked(meaning: Meaning, operation: Operation): Operation {
  if (operation.method !== 'post' && operation.method !== 'query') return operation;
  const content = operation.body?.content ?? [];
  const at = (content.find(({ type }) => /urlencoded/i.test(type)) ?? content.find(({ type }) => mayBeJson(type)) ?? content[0])?.schema;
  if (!at) return operation;
  const members = [...shapeOfSchema(meaning.read, at).members].flatMap(([name, member]): readonly Parameter[] => {
    const schema = member().at;
    return schema && operation.parameters.every((parameter) => parameter.name !== name)
      ? [{ name, in: 'query', required: false, schema, style: 'form', explode: true, examples: [] }]
      : [];
  });
  return { ...operation, parameters: [...operation.parameters, ...members] };
}
