/** Media types of a contract that are neither read nor written here. */
import { isUnreadBody } from '../../contract/bodies/unread-body.ts';
import type { Contract, Operation, Quirk } from '../../contract/contract.ts';
import { successTypes } from '../../contract/documented.ts';

export function unreadTypes(contract: Contract): readonly Quirk[] {
  return contract.operations.flatMap((operation) => [...unreadBodies(contract, operation), ...unwritten(operation)]);
}

function unreadBodies(contract: Contract, { pointer, body }: Operation): readonly Quirk[] {
  return (body?.content ?? [])
    .filter((media) => isUnreadBody(contract, media))
    .map(({ type }) => ({
      pointer: `${pointer}/requestBody`,
      effect: 'unchecked',
      message: `Bodies of the type ${type} cannot be read here: they are taken as they come, and not held to their schema.`,
    }));
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
