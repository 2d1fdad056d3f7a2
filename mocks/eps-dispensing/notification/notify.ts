/** A dispense notification is taken: what became of the items says what becomes of the prescription. */
import type { AnyCall } from '../../../src/mock/any-call.ts';
import { bodyOf } from '../../../src/mock/any-call.ts';
import { done, told, type MessageIssue, type Outcome } from '../../electronic-prescriptions/issues.ts';
import { issueOfSpine, type SpineOutcome } from '../../electronic-prescriptions/outcomes-of-spine.ts';
import type { IssueState, Prescription } from '../../prescriptions/prescription.ts';
import { isWithDispenser, itemStatuses, statusByItems, type ItemStatus, type PrescriptionStatus } from '../../prescriptions/status.ts';
import { heldBy, isRefused, known, refuse, stepBy } from '../steps.ts';
import { notificationsOf } from './notified.ts';
import type { Notification, Repeats } from './read-notification.ts';
import { diedOn } from '../../demographics-now.ts';

type Items = IssueState['items'];

export function notify(call: AnyCall, notification: Notification): Outcome {
  const { dispenser, replaces, repeats, handedOver } = notification;
  const found = known(call, notification, replaces === undefined ? 'notify' : 'amend', 'PRESCRIPTION_NOT_FOUND');
  if (isRefused(found)) return found;
  if (Number.isNaN(Date.parse(handedOver))) return refuse(call, 'INVALID_DATE_FORMAT', 'MedicationDispense.whenHandedOver');
  const death = diedOn(call, found.patient);
  if (death !== undefined && handedOver.slice(0, 10) > death) return refuse(call, 'PATIENT_DECEASED');
  const held = heldBy(call, found, dispenser, replaces === undefined ? withDispenser(found) : notifiedIn(found));
  if (isRefused(held)) return held;
  const { state } = held;
  const refusal = wrongRepeats(found, state, repeats);
  if (refusal) return refuse(call, refusal);
  const before = replaces === undefined ? state : replaced(found, state, replaces);
  if (before === undefined) return refuse(call, 'DISPENSE_AMEND_IDENTIFIER_MISMATCH');
  const faults = notification.items.flatMap((one) => wrongItem(before.items, one));
  if (faults.length > 0) return told(faults, call.clock.now());
  const became = Object.fromEntries(notification.items.map(({ item, status }) => [item, asItemStatus(status) ?? '0008']));
  const items = { ...before.items, ...became };
  stepBy(call, held, dispenser, {
    what: replaces === undefined ? 'dispensed' : 'amended',
    status: statusByItems(Object.values(items)),
    items,
    message: notification.id,
    sent: JSON.stringify(bodyOf(call)),
  });
  return done(call.clock.now());
}

const withDispenser = ({ states }: Prescription): IssueState | undefined => states.find(({ status }) => isWithDispenser(status));

/** What a notification leaves, until it is claimed for or given back. */
const notified: readonly PrescriptionStatus[] = ['0003', '0006', '0007'];

/** The latest issue of which something was notified and nothing claimed. */
export const notifiedIn = (prescription: Prescription): IssueState | undefined =>
  prescription.states.findLast(({ issue, status }) => notified.includes(status) && notificationsOf(prescription, issue).length > 0);

/** What stood before the last notification, if that is the one. */
function replaced(prescription: Prescription, { issue }: IssueState, id: string): { readonly items: Items } | undefined {
  const last = notificationsOf(prescription, issue).at(-1);
  return last?.message === id ? last : undefined;
}

const asItemStatus = (code: string): ItemStatus | undefined => (Object.hasOwn(itemStatuses, code) ? (code as ItemStatus) : undefined);

/** What is settled stays. */
const settled: readonly (ItemStatus | undefined)[] = ['0001', '0002', '0005', '0006'];

function wrongItem(items: Items, { item, status, at }: Notification['items'][number]): readonly MessageIssue[] {
  const now = Object.hasOwn(items, item) ? items[item] : undefined;
  if (now === undefined) return [issueOfSpine('MEDICATIONREQUEST_NOT_FOUND', at)];
  const to = asItemStatus(status);
  const isWrong = to === undefined || to === '0007' || (settled.includes(now) && to !== now);
  return isWrong ? [issueOfSpine('MEDICATIONREQUEST_INVALID_STATE_TRANSITION', `${at}.type`)] : [];
}

const mostRepeats = 99;

/** Which issue it is about, and of how many; the number of repeats is that of the issues, or of those after the first. */
export function wrongRepeats(
  { treatment, issues, place }: Prescription,
  { issue }: IssueState,
  repeats: Repeats | undefined,
): SpineOutcome | undefined {
  if (repeats === undefined || treatment !== 'continuous-repeat-dispensing') return undefined;
  const { allowed, issued } = repeats;
  const of = place?.of ?? issues;
  if (allowed !== undefined && allowed !== of && allowed !== of - 1) return 'MISMATCH_AUTHORISED_REPEAT_COUNT';
  if (issued === undefined) return undefined;
  if (!Number.isInteger(issued) || issued < 1 || issued > Math.min(of, mostRepeats)) return 'INVALID_REPEAT_COUNT';
  return issued === (place?.number ?? issue) ? undefined : 'PRESCRIPTION_INVALID_STATE_TRANSITION';
}
