/** Every message comes here: an order makes a prescription, an update cancels an item of one. */
import { stringAt } from '../../src/fhir/clinical/element.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import { accepted, rendered } from '../prescription-messages/dialect.ts';
import { refused, type Refusal } from '../prescription-messages/issues.ts';
import { signatureOf } from '../prescription-messages/signature.ts';
import { keepNew } from '../prescriptions/keep.ts';
import { cancel } from './cancel.ts';
import { messageIn, type Answered, type Message } from './message.ts';
import { orderIn } from './order.ts';

export function processMessage(call: AnyCall): Answered | Refusal {
  const message = messageIn(call);
  if ('problem' in message) return message;
  return message.event === 'prescription-order' ? create(call, message) : cancel(call, message.placed);
}

function create(call: AnyCall, { bundle, placed }: Message): Answered | Refusal {
  if (signatureOf(placed) === 'other') return signedSomethingElse;
  const order = orderIn(call, placed, JSON.stringify(bundle));
  if ('problem' in order) return order;
  const { organisation, practitioner } = order.prescriber;
  keepNew(call, order, {
    at: call.clock.now(),
    status: order.from === undefined ? '0001' : '0000',
    by: { organisation, ...(practitioner !== undefined && { practitioner }) },
    message: stringAt(bundle, 'identifier', 'value') ?? '',
  });
  return rendered(200, accepted(call.clock.now()));
}

const signedSomethingElse = refused([
  {
    severity: 'error',
    code: 'invalid',
    diagnostics: "Signature doesn't match prescription.",
    expression: ['Provenance.signature.data'],
    why: "Signature doesn't match prescription.",
  },
]);
