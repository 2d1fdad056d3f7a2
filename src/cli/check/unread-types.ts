/** Media types of a contract that are neither read nor written here. */
import type { Contract, MediaType, Operation, Quirk } from '../../contract/contract.ts';
import { successTypes } from '../../contract/documented.ts';
import { essenceOf, formOf } from '../../contract/media-type.ts';

export function unreadTypes(contract: Contract): readonly Quirk[] {
  return contract.operations.flatMap((operation) => [...unreadBodies(operation), ...unwritten(operation)]);
}

function unreadBodies({ pointer, body }: Operation): readonly Quirk[] {
  return (body?.content ?? []).filter(isUnread).map(({ type }) => ({
    pointer: `${pointer}/requestBody`,
    effect: 'unchecked',
    message: `Bodies of the type ${type} cannot be read here: they are taken as they come, and not held to their schema.`,
  }));
}

/** Bytes of which the contract says more than that they are bytes. */
function isUnread({ type, schema }: MediaType): boolean {
  if (essenceOf(type).startsWith('multipart/')) return essenceOf(type) !== 'multipart/form-data';
  const told = schema?.schema;
  return (
    formOf(type) === 'bytes' &&
    typeof told === 'object' &&
    (told.type === 'object' || told.type === 'array' || told.properties !== undefined)
  );
}

function unwritten(operation: Operation): readonly Quirk[] {
  const written = successTypes(operation);
  const documented = [...operation.responses]
    .filter(([key]) => key.startsWith('2'))
    .flatMap(([, { content }]) => content.map(({ type }) => type));
  return [...new Set(documented)]
    .filter((type) => !written.includes(type))
    .map((type) => ({
      pointer: `${operation.pointer}/responses`,
      effect: 'unserved',
      message: `${type} is documented for an answer and never sent: the contract shows neither a schema nor an example of it.`,
    }));
}
