/** What pharmacies say of the items that they have: status updates, which are no steps of the prescription itself. */
import type { IssueEntry } from '../../src/clinical-record.ts';
import type { Held } from './store.ts';

export interface StatusUpdate {
  /** The id of the Task. */
  readonly task: string;
  /** The short id, in capitals. */
  readonly prescription: string;
  /** The UUID of the line, in small letters. */
  readonly item: string;
  readonly nhsNumber: string;
  readonly pharmacy: string;
  /** As it was sent: `Ready to Collect`. */
  readonly status: string;
  /** `Task.status` is completed. */
  readonly isTerminal: boolean;
  /** `lastModified`, in milliseconds. */
  readonly modified: number;
  /** When it was taken. */
  readonly received: number;
  /** Until `modified` it is not told, where it was dated ahead. */
  readonly isPostDated?: true;
  readonly issue?: number;
  /** The application that sent it. */
  readonly application?: string;
}

const collection = 'prescriptions/update';

/** Keys are `{prescription}/{task}`: one that is known already is a conflict. */
export const updateOf = ({ store }: Held, prescription: string, task: string): StatusUpdate | undefined => {
  const document = store.get(collection, keyOf(prescription, task));
  return document === undefined ? undefined : read(document);
};

export function keepUpdate({ store }: Held, update: StatusUpdate): void {
  store.put(collection, keyOf(update.prescription, update.task), JSON.stringify(update));
}

/** Of one prescription, in the order of their tasks. */
export const updatesOf = ({ store }: Held, prescription: string): readonly StatusUpdate[] =>
  store.list(collection, keyOf(prescription, '')).map(([, document]) => read(document));

/** The latest that holds by now, and how a record tells it. */
export function latestOf(
  held: Held,
  prescription: string,
  item: string,
): (StatusUpdate & { readonly inRecord: IssueEntry['status'] | undefined }) | undefined {
  const now = held.clock.now();
  const latest = updatesOf(held, prescription)
    .filter((each) => each.item === item && (each.isPostDated !== true || each.modified <= now))
    .toSorted((a, b) => a.modified - b.modified)
    .at(-1);
  return latest && { ...latest, inRecord: inRecord[latest.status.toLowerCase()] };
}

const inRecord: Readonly<Record<string, IssueEntry['status']>> = {
  'with pharmacy': 'with-pharmacy',
  'with pharmacy - preparing remainder': 'with-pharmacy',
  'ready to collect': 'ready',
  'ready to collect - partial': 'ready',
  'ready to dispatch': 'ready',
  'ready to dispatch - partial': 'ready',
  collected: 'collected',
  dispatched: 'collected',
  'not dispensed': 'not-collected',
};

const read = (document: string): StatusUpdate => JSON.parse(document) as StatusUpdate; // as `keepUpdate` wrote it

const keyOf = (prescription: string, task: string): string => `${encodeURIComponent(prescription)}/${encodeURIComponent(task)}`;
