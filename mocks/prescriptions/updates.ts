/** What pharmacies say of the items that they have: status updates, which are no steps of the prescription itself. Kept for two years. */
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
  /** `lastModified`, in milliseconds: from then on it holds. */
  readonly modified: number;
  /** The same as it was written. */
  readonly modifiedText: string;
  /** When it was set, where it was dated ahead: `meta.lastUpdated`. */
  readonly set?: number;
  /** When it was taken. */
  readonly received: number;
  /** The id of the request that it came in. */
  readonly request: string;
  readonly issue?: number;
  /** The application that sent it. */
  readonly application?: { readonly id: string; readonly name: string };
}

const collection = 'prescriptions/update';
const lasts = 2 * 365 * 86_400_000;

/** Keys are `{prescription}/{task}`: one that is known already is a conflict. */
export function updateOf(held: Held, prescription: string, task: string): StatusUpdate | undefined {
  const document = held.store.get(collection, keyOf(prescription, task));
  return document === undefined ? undefined : read(held, document);
}

export function keepUpdate({ store }: Held, update: StatusUpdate): void {
  store.put(collection, keyOf(update.prescription, update.task), JSON.stringify(update));
}

/** In the order of their prescriptions and tasks: of one prescription, or of all. */
export const updatesOf = (held: Held, prescription?: string): readonly StatusUpdate[] =>
  held.store
    .list(collection, prescription === undefined ? undefined : keyOf(prescription, ''))
    .flatMap(([, document]) => read(held, document) ?? []);

/** The one that holds now, and how a record tells it: of those whose time has come, the one that was set last. */
export function latestOf(
  held: Held,
  prescription: string,
  item: string,
): (StatusUpdate & { readonly inRecord: IssueEntry['status'] | undefined }) | undefined {
  const now = held.clock.now();
  const latest = updatesOf(held, prescription)
    .filter((each) => each.item === item && each.modified <= now)
    .toSorted((a, b) => (a.set ?? a.modified) - (b.set ?? b.modified) || a.received - b.received)
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

function read({ clock }: Held, document: string): StatusUpdate | undefined {
  const update = JSON.parse(document) as StatusUpdate; // as `keepUpdate` wrote it
  return clock.now() < update.received + lasts ? update : undefined;
}

const keyOf = (prescription: string, task: string): string => `${encodeURIComponent(prescription)}/${encodeURIComponent(task)}`;
