/** A record cut at an earlier day: without what was written after it, and without what only then came out. */
import type { ClinicalRecord, Entry, EntryKind } from '../../../src/clinical-record.ts';
import type { IsoDate } from '../../../src/population.ts';
import { dayOf, isoDate } from '../../../src/world/calendar.ts';
import { isOfKind } from './told-lives.ts';

/** Issues are told for two years. */
const issuesTold = 730;

/** What both records tell of the earlier day, as text. */
export function toldBy(day: IsoDate, { record, since }: { readonly record: ClinicalRecord; readonly since: IsoDate }, kind: EntryKind) {
  const from = kind === 'issue' ? isoDate(dayOf(since) - issuesTold) : '';
  return record.of(kind).flatMap((entry) => (entry.recorded <= day && entry.recorded >= from ? [JSON.stringify(cut(entry, day))] : []));
}

const before = (end: IsoDate | undefined, day: IsoDate): IsoDate | undefined => (end === undefined || end > day ? undefined : end);

/** Without an end that had not come, and what changes on its own as days go by: how far something is, who fetches it, when it is due. */
function cut(entry: Entry, day: IsoDate): unknown {
  if (isOfKind(entry, 'medication')) {
    const end = before(entry.end, day);
    return { ...entry, end, stopped: end && entry.stopped, review: undefined };
  }
  // Of a cancer it notes since when there is no sign of it.
  if (isOfKind(entry, 'condition')) return { ...entry, end: before(entry.end, day), note: undefined };
  if (isOfKind(entry, 'flag')) return { ...entry, end: before(entry.end, day) };
  if (isOfKind(entry, 'care-plan')) return { ...entry, end: before(entry.end, day), review: undefined };
  if (isOfKind(entry, 'admission')) return { ...entry, discharged: before(entry.discharged, day) };
  if (isOfKind(entry, 'pregnancy')) return { ...entry, outcome: before(entry.outcome?.on, day) && entry.outcome };
  if (isOfKind(entry, 'issue')) return { ...entry, status: undefined, dispensed: undefined, pharmacy: undefined };
  if (isOfKind(entry, 'referral')) return { ...entry, status: undefined, waitingFor: undefined };
  if (isOfKind(entry, 'appointment')) return { ...entry, status: undefined };
  return entry;
}
