/** A message for a receiver of the workspace's own is passed on to whoever subscribed to it, and what that answers is the answer; else it is in the inbox. */
import type { Json } from '../../../src/contract/contract.ts';
import { stringAt } from '../../../src/fhir/clinical/element.ts';
import { bodyOf, type AnyCall } from '../../../src/mock/any-call.ts';
import { isProblem, type Problem } from '../../../src/mock/problem.ts';
import { fault } from '../faults.ts';
import { askedReceiver } from '../target/checks.ts';
import { messageTypeOf, targetHeader } from '../target/read-target.ts';
import { readMessage } from './read-message.ts';
import { replayOf } from './take-message.ts';
import { receiverSilent, refusedBy } from './refused.ts';

export interface PassedOn {
  readonly status: 200;
  readonly rendered: string;
}

/** Of those that say who asks, and for what. The token stays here. */
const headers = [
  targetHeader,
  'X-Request-Id',
  'X-Correlation-Id',
  'NHSD-End-User-Organisation',
  'NHSD-Requesting-Practitioner',
  'NHSD-Requesting-Software',
  'use-context',
];

/** Undefined where the receiver is one of the sandbox's own, or nobody subscribed. */
export async function passOn(call: AnyCall): Promise<PassedOn | Problem | undefined> {
  const receiver = askedReceiver(call);
  if (!receiver?.isOwn) return undefined;
  const relay = call.relay(messageTypeOf(receiver.value));
  if (!relay) return undefined;
  const message = readMessage(bodyOf(call));
  const refused = isProblem(message) ? message : replayOf(call, message);
  if (refused || isProblem(message)) return refused;
  const outcome = await relay({
    id: message.id,
    contentType: 'application/fhir+json; version=1.4.0',
    headers: Object.fromEntries(headers.flatMap((name) => namedValue(call, name))),
    body: call.bodyText ?? JSON.stringify(call.body),
  });
  if ('failure' in outcome) {
    call.note(`Passed on to the receiver of ${receiver.value}, and nothing came of it. ${outcome.failure}`);
    return outcome.isLate ? receiverSilent : fault('unavailable', ['REC_SERVICE_UNAVAILABLE', 'transient', outcome.failure]);
  }
  call.note(`Passed on to the receiver of ${receiver.value}, which answered ${outcome.status}: its JSON is the answer.`);
  if (outcome.status >= 400) return refusedBy(outcome.status, outcome.answer);
  // A receiver may say in an outcome that it has taken the message.
  const wrong = stringAt(outcome.answer, 'resourceType') === 'OperationOutcome' ? undefined : faultIn(call, outcome.answer);
  if (wrong === undefined) return { status: 200, rendered: JSON.stringify(outcome.answer) };
  return fault('internal', ['REC_SERVER_ERROR', 'exception', `The receiver answered with no message of this standard: ${wrong}`]);
}

const namedValue = (call: AnyCall, name: string): readonly (readonly [string, string])[] => {
  const value = call.header(name);
  return value === undefined ? [] : [[name, value]];
};

/** The first that the contract has against its answer. */
function faultIn(call: AnyCall, answer: Json | undefined): string | undefined {
  const at = call.operation.responses.get('200')?.content[0]?.schema;
  const [first] = at ? call.check(at, answer ?? null) : [];
  return first && `${first.pointer} ${first.message}`;
}
