/** A life as a list of events: what the registers tell, and what the clinical record does. */
import type { ClinicalRecord } from '../../clinical-record.ts';
import type { EventKind, LifeEvent } from '../../population.ts';
import { recordedEvents } from './recorded.ts';
import { type Family, registeredEvents } from './registered.ts';

/** In the order in which they stand on one day. */
export const eventKinds: readonly EventKind[] = [
  'birth',
  'registration',
  'move',
  'marriage',
  'condition',
  'immunisation',
  'prescription',
  'referral',
  'appointment',
  'admission',
  'death',
];

/** In order of date; each numbered among its kind. */
export function eventsOf(
  record: ClinicalRecord,
  family: Family,
  { kind, from, to }: { kind?: EventKind; from?: string; to?: string } = {},
): readonly LifeEvent[] {
  const counts = new Map<EventKind, number>();
  return [...registeredEvents(record.person, family), ...recordedEvents(record, kind)]
    .filter((event) => kind === undefined || event.kind === kind)
    .toSorted((a, b) => (a.date === b.date ? eventKinds.indexOf(a.kind) - eventKinds.indexOf(b.kind) : a.date < b.date ? -1 : 1))
    .map((event) => {
      const ordinal = counts.get(event.kind) ?? 0;
      counts.set(event.kind, ordinal + 1);
      return { ...event, ordinal };
    })
    .filter(({ date }) => (from === undefined || date >= from) && (to === undefined || date <= to));
}
