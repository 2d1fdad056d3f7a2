/** A life as a list of events: what the registers tell, and what the clinical record does. */
import type { ClinicalRecord } from '../../clinical-record.ts';
import type { EventKind, LifeEvent } from '../../population.ts';
import { isOfRecord, recordedEvents } from './recorded.ts';
import { type Family, type Happening, registeredEvents } from './registered.ts';

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

interface Window {
  readonly kind?: EventKind;
  readonly from?: string;
  readonly to?: string;
}

/** In order of date; each numbered among its kind. */
export function eventsOf(record: ClinicalRecord, family: Family, window: Window = {}): readonly LifeEvent[] {
  return inOrder([...registeredEvents(record.person, family), ...recordedEvents(record, window.kind)], window);
}

/** The same of a record that was changed: `before` are all events of the one that it was. */
export function eventsAnew(record: ClinicalRecord, before: readonly LifeEvent[], window: Window = {}): readonly LifeEvent[] {
  return inOrder([...before.filter(({ kind }) => !isOfRecord(kind)), ...recordedEvents(record, window.kind)], window);
}

function inOrder(happenings: readonly Happening[], { kind, from, to }: Window): readonly LifeEvent[] {
  const counts = new Map<EventKind, number>();
  return happenings
    .filter((event) => kind === undefined || event.kind === kind)
    .toSorted((a, b) => (a.date === b.date ? eventKinds.indexOf(a.kind) - eventKinds.indexOf(b.kind) : a.date < b.date ? -1 : 1))
    .map((event) => {
      const ordinal = counts.get(event.kind) ?? 0;
      counts.set(event.kind, ordinal + 1);
      return { ...event, ordinal };
    })
    .filter(({ date }) => (from === undefined || date >= from) && (to === undefined || date <= to));
}
