/** A claim is taken for what was dispensed, or takes the place of the one before. */
import { bodyOf, type AnyCall } from '../../../src/mock/any-call.ts';
import { done, told, type Outcome } from '../../electronic-prescriptions/issues.ts';
import { issueOfSpine } from '../../electronic-prescriptions/outcomes-of-spine.ts';
import type { IssueState, Prescription } from '../../prescriptions/prescription.ts';
import { isAhead } from '../../prescriptions/status.ts';
import { wrongRepeats } from '../notification/notify.ts';
import { heldBy, isRefused, known, refuse, stepBy } from '../steps.ts';
import type { DispenseClaim } from './read-claim.ts';

export function claim(call: AnyCall, asked: DispenseClaim): Outcome {
  const { dispenser, replaces, repeats, items } = asked;
  const found = known(call, asked, 'claim', 'PRESCRIPTION_NOT_FOUND');
  if (isRefused(found)) return found;
  const held = heldBy(call, found, dispenser, claimable(found, replaces));
  if (isRefused(held)) return held;
  const { state } = held;
  if (replaces === undefined && state.status !== '0006') return refuse(call, 'CLAIM_INVALID_NOT_DISPENSED');
  const refusal =
    wrongRepeats(found, state, repeats) ?? (replaces === undefined ? undefined : wrongAmendment(call, found, state, replaces));
  if (refusal) return refuse(call, refusal);
  const unknown = items.flatMap(({ item, at }) =>
    Object.hasOwn(state.items, item) ? [] : [issueOfSpine('MEDICATIONREQUEST_NOT_FOUND', at)],
  );
  if (unknown.length > 0) return told(unknown, call.clock.now());
  stepBy(call, held, dispenser, {
    what: replaces === undefined ? 'claimed' : 'claim amended',
    status: '0008',
    message: asked.id,
    sent: JSON.stringify(bodyOf(call)),
  });
  return done(call.clock.now());
}

/** The issue that is dispensed; of a claim that takes the place of another, the one that is claimed for; otherwise the one that has got furthest. */
function claimable({ states }: Prescription, replaces: string | undefined): IssueState | undefined {
  const wanted = replaces === undefined ? '0006' : '0008';
  return states.find(({ status }) => status === wanted) ?? states.findLast(({ status }) => !isAhead(status)) ?? states[0];
}

function wrongAmendment(
  call: AnyCall,
  { steps }: Prescription,
  { issue }: IssueState,
  replaces: string,
): 'CLAIM_INVALID_NOT_DISPENSED' | 'RESOURCE_VERSION_MISMATCH' | 'CLAIM_AMEND_PERIOD_ISSUE' | undefined {
  const claims = steps.filter((step) => step.issue === issue && (step.what === 'claimed' || step.what === 'claim amended'));
  const [first] = claims;
  if (first === undefined) return 'CLAIM_INVALID_NOT_DISPENSED';
  if (claims.at(-1)?.message !== replaces) return 'RESOURCE_VERSION_MISMATCH';
  return call.clock.now() >= endOfAmending(first.at) ? 'CLAIM_AMEND_PERIOD_ISSUE' : undefined;
}

/** After the fifth of the month after, it is paid. */
function endOfAmending(claimed: number): number {
  const date = new Date(claimed);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 6);
}
