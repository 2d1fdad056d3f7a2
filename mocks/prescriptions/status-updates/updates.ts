/** What pharmacies have said of the items of prescriptions: kept for two years, each under its prescription and its task. */
import type { Cue } from '../../../src/mock/event.ts';
import type { BusinessStatus } from './statuses.ts';

export interface StatusUpdate {
  readonly prescription: string;
  readonly item: string;
  readonly task: string;
  readonly nhsNumber: string;
  readonly pharmacy: string;
  readonly status: BusinessStatus;
  /** As it was spelled. */
  readonly spelled: string;
  readonly follows: 'in-progress' | 'completed';
  /** Since when it holds: milliseconds, and as it was written. */
  readonly modified: number;
  readonly modifiedText: string;
  /** When one that is dated ahead was set. */
  readonly set?: number;
  readonly received: number;
  readonly request: string;
  readonly application?: { readonly id: string; readonly name: string };
  readonly repeat?: number;
}

type Held = Pick<Cue, 'store' | 'clock'>;

const collection = 'prescriptions/status-updates';
const lasts = 2 * 365 * 86_400_000;

const keyOf = (prescription: string, task: string): string => `${prescription.toUpperCase()}/${task.toLowerCase()}`;

export function keepUpdate({ store }: Held, update: StatusUpdate): void {
  store.put(collection, keyOf(update.prescription, update.task), JSON.stringify(update));
}

const read = (held: Held, document: string): StatusUpdate | undefined => {
  const update = JSON.parse(document) as StatusUpdate; // as `keepUpdate` wrote it
  return held.clock.now() < update.received + lasts ? update : undefined;
};

export function wasSent(held: Held, prescription: string, task: string): boolean {
  const document = held.store.get(collection, keyOf(prescription, task));
  return document !== undefined && read(held, document) !== undefined;
}

/** All that were kept, of one prescription or of all, by prescription and task. */
export function updatesOf(held: Held, prescription?: string): readonly StatusUpdate[] {
  const prefix = prescription === undefined ? undefined : `${prescription.toUpperCase()}/`;
  return held.store.list(collection, prefix).flatMap(([, document]) => read(held, document) ?? []);
}

/** The update of an item that holds now: of those whose time has come, the one that was set last. */
export function latestUpdate(held: Held, prescription: string, item: string): StatusUpdate | undefined {
  const now = held.clock.now();
  const setAt = ({ set, modified }: StatusUpdate): number => set ?? modified;
  return updatesOf(held, prescription)
    .filter((update) => update.item.toLowerCase() === item.toLowerCase() && update.modified <= now)
    .reduce<StatusUpdate | undefined>((last, update) => (last && setAt(last) > setAt(update) ? last : update), undefined);
}
