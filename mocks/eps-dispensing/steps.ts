/** The steps that a dispenser takes: a prescription that is there and with them, and what stands after it. */
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Outcome } from '../electronic-prescriptions/issues.ts';
import { refusedBySpine, type SpineOutcome } from '../electronic-prescriptions/outcomes-of-spine.ts';
import { takeStep } from '../prescriptions/keep.ts';
import type { IssueState, Prescription, Step } from '../prescriptions/prescription.ts';
import { hasRightCheck, hasShortIdForm } from '../prescriptions/short-id.ts';
import { bringIn, dispensable, type Asked, type Wanted } from './published/published.ts';
import { isOtherDispenser, withAnother } from './dispensers.ts';

type Refused = Outcome;

export interface Dispensing {
  readonly prescription: Prescription;
  readonly state: IssueState;
}

export const refuse = (call: AnyCall, code: SpineOutcome, expression?: string): Refused =>
  refusedBySpine(code, call.clock.now(), expression);

/** By its short id, of the patient who is named. */
export function known(call: AnyCall, asked: Asked, wanted: Wanted, notFound: SpineOutcome): Prescription | Refused {
  const { prescription: id, nhsNumber } = asked;
  if (hasShortIdForm(id) && !hasRightCheck(id)) return refuse(call, 'INVALID_CHECK_DIGIT');
  const found = dispensable(call, asked, wanted);
  return found && (nhsNumber === undefined || found.patient === nhsNumber) ? found : refuse(call, notFound);
}

export const isRefused = (found: object): found is Refused => 'rendered' in found;

/** The issue that whoever asks has, or had; `which` tells it from others. */
export function heldBy(call: AnyCall, prescription: Prescription, asking: string, state: IssueState | undefined): Dispensing | Refused {
  if (state === undefined) return refuse(call, 'PRESCRIPTION_INVALID_STATE_TRANSITION');
  if (isOtherDispenser(state, asking)) return withAnother(call, prescription, state);
  return { prescription, state };
}

export function stepBy(
  call: AnyCall,
  { prescription, state }: Dispensing,
  dispenser: string,
  step: Omit<Step, 'at' | 'issue' | 'by'>,
): Prescription {
  bringIn(call, prescription);
  return takeStep(call, prescription.id, { at: call.clock.now(), issue: state.issue, by: { organisation: dispenser }, ...step });
}
