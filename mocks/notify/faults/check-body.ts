/** What the contract cannot see in a body: check digits, and references that come twice. */
import type { Json } from '../../../src/contract/contract.ts';
import { isObject } from '../../../src/contract/json.ts';
import { valueAt } from '../../../src/contract/json-pointer.ts';
import { isNhsNumber } from '../../../src/fhir/nhs-number.ts';
import type { Call } from '../../../src/mock/call.ts';
import type { Fault } from '../../../src/mock/problem.ts';

const attributes = '/data/attributes';

/** What a single message calls `messages` is passed over. */
export const isBatch = ({ operation }: Pick<Call, 'operation'>): boolean => operation.id === 'create-message-batch';

/** Messages of a batch. */
const most = 45_000;

export function bodyFaults(call: Pick<Call, 'operation' | 'body'>): readonly Fault[] {
  const { body } = call;
  const said = isObject(body) ? valueAt(body, ['data', 'attributes']) : undefined;
  if (!isObject(said)) return [];
  if (!isBatch(call)) return recipientFaults(said['recipient'], attributes);
  const messages = said['messages'];
  if (!Array.isArray(messages)) return [];
  // Where each of so many is wrong, the contract's own checks do not come to the end.
  if (messages.length > most) return [fault(`${attributes}/messages`, 'maxItems', `must be ${most} at most`)];
  const seen = new Set<Json>();
  return (messages as readonly Json[]).flatMap((message, n) => {
    if (!isObject(message)) return [];
    const pointer = `${attributes}/messages/${n}`;
    const { messageReference: reference, recipient } = message;
    const isRepeated = typeof reference === 'string' && seen.has(reference);
    if (reference !== undefined) seen.add(reference);
    const repeated = isRepeated ? [fault(`${pointer}/messageReference`, 'uniqueItems', 'must be of this message alone')] : [];
    return [...repeated, ...recipientFaults(recipient, pointer)];
  });
}

function recipientFaults(recipient: Json | undefined, pointer: string): readonly Fault[] {
  if (!isObject(recipient)) return [];
  const { nhsNumber } = recipient;
  // What is no ten digits the contract refuses.
  const isWrong = typeof nhsNumber === 'string' && /^\d{10}$/.test(nhsNumber) && !isNhsNumber(nhsNumber);
  return isWrong ? [fault(`${pointer}/recipient/nhsNumber`, 'checkDigit', 'must be an NHS number: its check digit is wrong')] : [];
}

const fault = (pointer: string, keyword: string, message: string): Fault => ({ in: 'body', pointer, keyword, message });
