/**
 * What the pharmacy has said of an item: in updates that were sent, or, of a prescription of somebody's record, what the pharmacy must have
 * said for the record to be as it is. Not every pharmacy says anything: some have no system that can.
 */
import { isOnList } from './onboarded.ts';
import type { Prescription } from '../prescription.ts';
import type { Held } from '../store.ts';
import { latestOf } from '../updates.ts';
import { businessStatusIn, mayFollow, type BusinessStatus } from './statuses.ts';

export interface Said {
  readonly status: BusinessStatus;
  readonly since: number;
  /** Nothing follows. */
  readonly isFinal: boolean;
}

export function saidOf(held: Held, prescription: Prescription, item: string): Said | undefined {
  const update = latestOf(held, prescription.id, item);
  const status = update && businessStatusIn(update.status);
  if (update && status) return { status, since: update.modified, isFinal: update.isTerminal };
  return prescription.message === undefined ? toldByRecord(held, prescription, item) : undefined;
}

const day = 86_400_000;

function toldByRecord(held: Held, prescription: Prescription, item: string): Said | undefined {
  const entry = held.population.entry(item)?.entry;
  if (entry?.kind !== 'issue') return undefined;
  const isSent = held.population.register.premises(entry.pharmacy ?? '')?.sellsAtADistance === true;
  const step = (what: string): number => prescription.steps.findLast((one) => one.what === what)?.at ?? prescription.authored;
  const said = (status: BusinessStatus, since: number): Said => ({ status, since, isFinal: !mayFollow(status) });
  switch (entry.status) {
    case 'with-pharmacy':
      return said(entry.isPartial ? 'With Pharmacy - Preparing Remainder' : 'With Pharmacy', step('released'));
    case 'ready': {
      const ready = isSent ? ('Ready to Dispatch' as const) : ('Ready to Collect' as const);
      const since = Math.min(step('released') + day, held.clock.now());
      return said(entry.isPartial ? (`${ready} - Partial` as const) : ready, since);
    }
    case 'collected':
      return said(isSent ? 'Dispatched' : 'Collected', step('dispensed'));
    case 'not-collected':
      return said('Not Dispensed', step('dispensed'));
    default:
      return undefined;
  }
}

/** Whether the pharmacy takes part: whoever has sent an update does, and most others. */
export const takesPart = (held: Held, prescription: Prescription, ods: string): boolean =>
  isOnList(held, ods) || prescription.items.some(({ id }) => latestOf(held, prescription.id, id) !== undefined);
