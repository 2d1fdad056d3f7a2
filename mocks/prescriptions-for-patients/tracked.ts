/** How far an item is said to be: first what Spine has of it, then what the pharmacy says. */
import type { IssueState, Item, Prescription } from '../prescriptions/prescription.ts';
import { isWaiting, requestStatuses } from '../prescriptions/status.ts';
import { saidOf, takesPart } from '../prescriptions/status-updates/said.ts';
import type { BusinessStatus } from '../prescriptions/status-updates/statuses.ts';
import type { Held } from '../prescriptions/store.ts';

export type ShownStatus =
  | BusinessStatus
  | 'Prescriber Approved'
  | 'Prescriber Cancelled'
  | 'With Pharmacy but Tracking not Supported'
  | 'Tracking Temporarily Unavailable';

export interface History {
  readonly status: ShownStatus;
  readonly since: number;
}

export interface Tracked {
  readonly request: 'active' | 'completed' | 'cancelled' | 'stopped';
  /** The last one holds. */
  readonly histories: readonly [History, ...History[]];
}

const hour = 3_600_000;
const week = 7 * 24 * hour;

/** Spine knows of no pharmacy more than that it has the item. */
function ofSpine({ states }: { readonly states: IssueState }, { id }: Item): History {
  const { items, status, since } = states;
  if (items[id] === '0005') return { status: 'Prescriber Cancelled', since };
  if (isWaiting(status) || status === '9000') return { status: 'Prescriber Approved', since };
  if (items[id] === '0002' || items[id] === '0006') return { status: 'Not Dispensed', since };
  return { status: 'With Pharmacy but Tracking not Supported', since };
}

const isSettled = ({ status }: History): boolean => status === 'Prescriber Approved' || status === 'Prescriber Cancelled';

export interface Looking {
  readonly held: Held;
  readonly prescription: Prescription;
  readonly state: IssueState;
  /** The look-up fails. */
  readonly isDown: boolean;
}

export function tracked({ held, prescription, state, isDown }: Looking, item: Item): Tracked {
  const spine = ofSpine({ states: state }, item);
  const request = requestStatuses[state.items[item.id] ?? '0007'];
  const pharmacy = state.dispenser ?? prescription.pharmacy;
  if (pharmacy === undefined || isSettled(spine)) return { request, histories: [spine] };
  const now = held.clock.now();
  if (isDown) return { request, histories: withMore(spine, { status: 'Tracking Temporarily Unavailable', since: now }) };
  if (!takesPart(held, prescription, pharmacy)) {
    const isNew = now - spine.since < hour;
    const status = isNew ? 'Prescriber Approved' : 'With Pharmacy but Tracking not Supported';
    return { request, histories: withMore(spine, { status, since: now }) };
  }
  const said = saidOf(held, prescription, item.id);
  // What was not dispensed is with no pharmacy, though nobody has said so.
  if (!said && request === 'stopped') return { request, histories: [spine] };
  if (!said) return { request: 'active', histories: withMore(spine, { status: 'With Pharmacy', since: now }) };
  const isLongOver = said.isFinal && now - said.since > week;
  return { request: isLongOver ? 'completed' : 'active', histories: withMore(spine, { status: said.status, since: said.since }) };
}

/** In the place of one that says nothing, and behind any other. */
const withMore = (before: History, more: History): Tracked['histories'] =>
  before.status === 'With Pharmacy but Tracking not Supported' ? [more] : [before, more];
