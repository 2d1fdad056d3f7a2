/** What a prescription and its items can stand at, and which follows from which. */
import type { IssueState, Prescription } from './prescription.ts';

/** `EPS-task-business-status`. */
export const prescriptionStatuses = {
  '0000': 'Awaiting Release Ready',
  '0001': 'To be Dispensed',
  '0002': 'With Dispenser',
  '0003': 'With Dispenser - Active',
  '0004': 'Expired',
  '0005': 'Cancelled',
  '0006': 'Dispensed',
  '0007': 'Not Dispensed',
  '0008': 'Claimed',
  '0009': 'No-Claimed',
  '9000': 'Repeat Dispense future instance',
  '9001': 'Prescription future instance',
  '9005': 'Cancelled future instance',
} as const;

export type PrescriptionStatus = keyof typeof prescriptionStatuses;

/** `medicationdispense-type`. */
export const itemStatuses = {
  '0001': 'Item fully dispensed',
  '0002': 'Item not dispensed',
  '0003': 'Item dispensed - partial',
  '0004': 'Item not dispensed - owing',
  '0005': 'Item cancelled',
  '0006': 'Expired',
  '0007': 'Item to be dispensed',
  '0008': 'Item with dispenser',
} as const;

export type ItemStatus = keyof typeof itemStatuses;

/** The status of a MedicationRequest that goes with that of an item. */
export const requestStatuses: Readonly<Record<ItemStatus, 'active' | 'completed' | 'stopped' | 'cancelled'>> = {
  '0001': 'completed',
  '0002': 'stopped',
  '0003': 'active',
  '0004': 'active',
  '0005': 'cancelled',
  '0006': 'stopped',
  '0007': 'active',
  '0008': 'active',
};

/** Nobody has it: it can be released, or will be. */
export const isWaiting = (status: PrescriptionStatus): boolean => status === '0000' || status === '0001';

export const isAhead = (status: PrescriptionStatus): boolean => status === '9000' || status === '9001';

export const isWithDispenser = (status: PrescriptionStatus): boolean => status === '0002' || status === '0003';

/** Nothing of it is dispensed any more; it may still be claimed for. */
export const isOver = (status: PrescriptionStatus): boolean => !isWaiting(status) && !isAhead(status) && !isWithDispenser(status);

/** The issue that a prescription is about now: the first that is not over, or the last. */
export function currentIssue({ states }: Prescription): IssueState {
  const current = states.find(({ status }) => !isOver(status)) ?? states.at(-1);
  if (current === undefined) throw new RangeError('a prescription has at least one issue');
  return current;
}

/** By a dispense notification: what an issue stands at when its items stand at these. */
export function statusByItems(items: readonly ItemStatus[]): PrescriptionStatus {
  if (items.some((status) => status === '0003' || status === '0004' || status === '0007' || status === '0008')) return '0003';
  if (items.includes('0001')) return '0006';
  return items.every((status) => status === '0005') ? '0005' : '0007';
}

/** What a step that gives it back leaves: what was marked is cancelled, what is not settled waits again. */
export function givenBack({ items, marked }: IssueState): Pick<IssueState, 'status' | 'items'> {
  const left = Object.fromEntries(
    Object.entries(items).map(([id, status]): [string, ItemStatus] => [
      id,
      marked.includes(id) ? '0005' : status === '0008' ? '0007' : status,
    ]),
  );
  return { status: statusOfWaiting('0001', left), items: left };
}

/** Of one that nobody has: it waits no more when all its items are settled. */
export function statusOfWaiting(status: PrescriptionStatus, items: IssueState['items']): PrescriptionStatus {
  const byItems = statusByItems(Object.values(items));
  return byItems === '0003' ? status : byItems === '0005' && isAhead(status) ? '9005' : byItems;
}
