/** A prescription is given back, or the last notification of it is taken back. */
import type { AnyCall } from '../../../src/mock/any-call.ts';
import { done, type Outcome } from '../../electronic-prescriptions/issues.ts';
import { givenBack, isWithDispenser } from '../../prescriptions/status.ts';
import { notificationsOf } from '../notification/notified.ts';
import { notifiedIn } from '../notification/notify.ts';
import { heldBy, isRefused, known, refuse, stepBy } from '../steps.ts';
import type { DispenserTask } from './read-task.ts';

type Answer = Outcome;

export const actOn = (call: AnyCall, task: DispenserTask): Answer => (task.does === 'return' ? giveBack(call, task) : withdraw(call, task));

/** It waits again, for whoever wants it; what was marked for cancellation is cancelled now. */
function giveBack(call: AnyCall, task: DispenserTask): Answer {
  const found = known(call, task, 'give back', 'RESOURCE_NOT_FOUND');
  if (isRefused(found)) return found;
  const state = found.states.find(({ status }) => isWithDispenser(status));
  const held = heldBy(call, found, task.dispenser, state);
  if (isRefused(held)) return held;
  stepBy(call, held, task.dispenser, { what: 'returned', ...givenBack(held.state), reason: task.reason, ...messageOf(task) });
  return done(call.clock.now());
}

/** The issue stands again at what it stood before. Of what was claimed for, nothing is taken back. */
function withdraw(call: AnyCall, task: DispenserTask): Answer {
  const found = known(call, task, 'withdraw', 'RESOURCE_NOT_FOUND');
  if (isRefused(found)) return found;
  const held = heldBy(call, found, task.dispenser, notifiedIn(found));
  if (isRefused(held)) return held;
  const last = notificationsOf(found, held.state.issue).at(-1);
  if (last === undefined) return refuse(call, 'PRESCRIPTION_INVALID_STATE_TRANSITION');
  if (task.focus !== undefined && last.message !== undefined && task.focus !== last.message)
    return refuse(call, 'DISPENSE_AMEND_IDENTIFIER_MISMATCH');
  const { status, items } = last;
  stepBy(call, held, task.dispenser, { what: 'withdrawn', status, items, reason: task.reason, ...messageOf(task) });
  return done(call.clock.now());
}

const messageOf = ({ id }: DispenserTask): { readonly message?: string } => (id === undefined ? {} : { message: id });
