/** The dispense notifications of an issue that hold, oldest first: what was corrected or withdrawn is none any more. */
import type { Prescription } from '../../prescriptions/prescription.ts';
import type { ItemStatus, PrescriptionStatus } from '../../prescriptions/status.ts';

export interface Notified {
  /** Id of the message. */
  readonly message: string | undefined;
  /** What the issue stood at before it. */
  readonly status: PrescriptionStatus;
  readonly items: Readonly<Record<string, ItemStatus>>;
}

export function notificationsOf(prescription: Prescription, issue: number): readonly Notified[] {
  const found: Notified[] = [];
  let status: PrescriptionStatus = '0001';
  let items: Readonly<Record<string, ItemStatus>> = Object.fromEntries(prescription.items.map(({ id }) => [id, '0007']));
  for (const step of prescription.steps) {
    if (step.issue !== issue) continue;
    if (step.what === 'dispensed') found.push({ message: step.message, status, items });
    const last = found.at(-1);
    if (step.what === 'withdrawn') found.pop();
    if (step.what === 'amended' && last) found[found.length - 1] = { ...last, message: step.message };
    ({ status } = step);
    items = { ...items, ...step.items };
  }
  // What was cancelled since comes back with nothing.
  const cancelled = Object.fromEntries(Object.entries(items).filter(([, stands]) => stands === '0005'));
  return found.map((each) => ({ ...each, items: { ...each.items, ...cancelled } }));
}
