/** A message to this API: what it is for is told by its event, and it is looked at in the order of the service. */
import type { JsonObject } from '../../src/contract/contract.ts';
import { isObject } from '../../src/contract/json.ts';
import { bodyOf, type AnyCall } from '../../src/mock/any-call.ts';
import { mayDo } from '../../src/nhs/access-modes.ts';
import { eventOf, placedIn, type Placed } from '../prescription-messages/bundle.ts';
import { commonRules } from '../prescription-messages/common-rules.ts';
import type { Rendered } from '../prescription-messages/dialect.ts';
import { disabled, withoutFunctionality } from '../prescription-messages/functionality.ts';
import { allRefused, fatal, wrongResource, type Refusal } from '../prescription-messages/issues.ts';
import { refusedByValidator } from '../prescription-messages/validator.ts';
import { cancelRules } from './cancel-rules.ts';
import { createRules } from './create-rules.ts';

export type Answered = Rendered<200> | Rendered<400>;

const events = ['prescription-order', 'prescription-order-update'] as const;

export interface Message {
  readonly event: (typeof events)[number];
  readonly bundle: JsonObject;
  readonly placed: readonly Placed[];
}

export function messageIn(call: AnyCall): Message | Refusal {
  const bundle = bodyOf(call);
  if (!isObject(bundle)) return wrongResource('Bundle');
  if (bundle['resourceType'] === 'Bundle' && bundle['entry'] === undefined) return noEntries;
  const invalid = refusedByValidator(call, bundle);
  if (invalid) return invalid;
  if (bundle['resourceType'] !== 'Bundle') return wrongResource('Bundle');
  const placed = placedIn(bundle);
  const code = eventOf(placed);
  const event = events.find((each) => each === code);
  if (event === undefined) return fatal(`MessageHeader.eventCoding.code must be one of: ${events.join(', ')}.`);
  const refusal = withoutFunctionality(call, 'prescribing') ?? switchedOff(call);
  if (refusal) return refusal;
  const rules = event === 'prescription-order' ? createRules : cancelRules;
  return allRefused([...commonRules(placed), ...rules(placed)]) ?? { event, bundle, placed };
}

const noEntries = fatal("ResourceType Bundle must contain 'entry' field");

/** An application that has permissions, and this is none of them. */
const switchedOff = (call: AnyCall): Refusal | undefined =>
  mayDo(call, 'eps-prescribing', (permission) => permission === 'prescribing') ? undefined : disabled('prescribing');
