/** What happens to a message before Spine has it, in the façade's order: validator, type, whether its sender may, and the rules of it. */
import type { Json } from '../../src/contract/contract.ts';
import { stringAt } from '../../src/fhir/clinical/element.ts';
import { bodyOf, type AnyCall } from '../../src/mock/any-call.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { disabled, scopeRefused, type Side } from './access.ts';
import { eventOf, mediaType, otherResource, type MessageEvent } from './dialect.ts';
import { told, type MessageIssue, type Outcome } from './issues.ts';
import { entriesOf } from './message.ts';
import { foundByValidator } from './validator.ts';

export type Typed = Outcome & { readonly type: string };

export interface Taking<Read extends object> {
  readonly side: Side;
  readonly resource: 'Bundle' | 'Parameters' | 'Task' | 'Claim';
  /** Nobody need be signed in for it. */
  readonly byItself?: (body: Json | undefined) => boolean;
  /** What it says, or all that is wrong with it. */
  readonly read: (body: Json | undefined) => Read | readonly MessageIssue[];
  readonly act: (read: Read) => Outcome;
}

export function take<Read extends object>(call: AnyCall, { side, resource, byItself, read, act }: Taking<Read>): Typed | Problem {
  const body = bodyOf(call);
  const found = foundByValidator(call, body);
  if (found.length > 0) return sent(told(found, call.clock.now()));
  const refused = otherResource(call, resource) ?? scopeRefused(call, side, byItself?.(body) === true);
  if (refused) return refused;
  const message = read(body);
  if (isRead(message)) return sent(act(message));
  return sent(told(message, call.clock.now()));
}

const isRead = <Read extends object>(read: Read | readonly MessageIssue[]): read is Read => !Array.isArray(read);

/** Answers say which version of FHIR they are in. */
export const sent = <Answer extends object>(answer: Answer): Answer & { readonly type: string } => ({ ...answer, type: mediaType });

const sideOf: Readonly<Record<MessageEvent, Side>> = {
  'prescription-order': 'prescribing',
  'prescription-order-update': 'prescribing',
  'dispense-notification': 'dispensing',
};

/** Which message a Bundle is, at the address of one side. */
export function eventIn(call: AnyCall, side: Side): MessageEvent | Problem {
  const body = bodyOf(call);
  const other = otherResource(call, 'Bundle');
  if (other) return other;
  const header = entriesOf(body).find(({ resource }) => resource['resourceType'] === 'MessageHeader');
  const event = eventOf(stringAt(header?.resource, 'eventCoding', 'code'));
  if (typeof event !== 'string' || sideOf[event] === side) return event;
  return disabled(sideOf[event]);
}

/** `$validate`: what the validator finds, and nothing else. */
export function validated(call: AnyCall): Typed {
  const found = foundByValidator(call, bodyOf(call));
  const issues: readonly MessageIssue[] =
    found.length > 0 ? found : [{ severity: 'information', code: 'informational', diagnostics: 'No issues detected during validation' }];
  return sent(told(issues, call.clock.now()));
}
