/** Every message comes here: an order makes a prescription, an update cancels an item of one. */
import type { JsonObject } from '../../src/contract/contract.ts';
import { isObject } from '../../src/contract/json.ts';
import { stringAt } from '../../src/fhir/clinical/element.ts';
import { bodyOf, type AnyCall } from '../../src/mock/any-call.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { mayDo } from '../../src/nhs/access-modes.ts';
import { disabled } from '../electronic-prescriptions/access.ts';
import { commonFaults } from '../electronic-prescriptions/common-rules.ts';
import { eventIn, sent, take, type Typed } from '../electronic-prescriptions/facade.ts';
import { done, spineCodes, told, type MessageIssue, type Outcome } from '../electronic-prescriptions/issues.ts';
import { entriesOf, type Placed } from '../electronic-prescriptions/message.ts';
import { refusedBySpine } from '../electronic-prescriptions/outcomes-of-spine.ts';
import { isOfAnother } from '../electronic-prescriptions/signed.ts';
import { keepNew } from '../prescriptions/keep.ts';
import { cancel } from './cancel.ts';
import { cancelRules } from './cancel-rules.ts';
import { createRules } from './create-rules.ts';
import { orderIn } from './order.ts';

/** One that keeps every rule. */
export interface Message {
  readonly bundle: JsonObject;
  readonly placed: readonly Placed[];
  readonly isOrder: boolean;
}

export const processMessage = (call: AnyCall): Typed | Problem =>
  taking(call, (message) => (message.isOrder ? create(call, message.bundle) : cancel(call, message.placed)));

/** What is done with a message of prescribers, whichever of the two it is. */
export function taking(call: AnyCall, act: (message: Message) => Outcome): Typed | Problem {
  const body = bodyOf(call);
  if (isObject(body) && body['resourceType'] === 'Bundle' && body['entry'] === undefined) return sent(told([noEntries], call.clock.now()));
  const event = eventIn(call, 'prescribing');
  if (typeof event !== 'string') return event;
  // Of an application that has permissions here, this is one.
  if (!mayDo(call, 'eps-prescribing', (permission) => permission === 'prescribing')) return disabled('prescribing');
  const isOrder = event === 'prescription-order';
  return take(call, {
    side: 'prescribing',
    resource: 'Bundle',
    read(bundle): Message | readonly MessageIssue[] {
      const placed = entriesOf(bundle);
      const broken = [...commonFaults(bundle), ...(isOrder ? createRules(placed) : cancelRules(placed))];
      return broken.length > 0 || !isObject(bundle) ? broken : { bundle, placed, isOrder };
    },
    act,
  });
}

const noEntries: MessageIssue = {
  severity: 'error',
  code: 'value',
  coding: { system: spineCodes, version: '1', code: 'MISSING_FIELD', display: "ResourceType Bundle must contain 'entry' field" },
};

function create(call: AnyCall, bundle: JsonObject): Outcome {
  const now = call.clock.now();
  if (isOfAnother(bundle)) return told([signedSomethingElse], now);
  const order = orderIn(call, bundle);
  if (typeof order === 'string') return refusedBySpine(order, now);
  const { organisation, practitioner } = order.prescriber;
  keepNew(call, order, {
    at: now,
    status: order.from === undefined ? '0001' : '0000',
    by: { organisation, ...(practitioner !== undefined && { practitioner }) },
    message: stringAt(bundle, 'identifier', 'value') ?? '',
  });
  return done(now);
}

const signedSomethingElse: MessageIssue = {
  severity: 'error',
  code: 'invalid',
  diagnostics: "Signature doesn't match prescription.",
  expression: 'Provenance.signature.data',
};
