/** The population as a workspace sees it: everybody's record, with what clients have written into it on top. */
import type { ClinicalRecord, Diary, Entries, Entry, EntryKind, RecordChange, Slot } from '../../clinical-record.ts';
import type { Population } from '../../population.ts';
import { eventsAnew } from '../events/events.ts';
import { onPrescription } from './medicines/prescription-ids.ts';
import { oncePerKind } from './once-per-kind.ts';

/** What clients have written, to be looked up. */
export interface RecordChanges {
  /** Of one person, in the order in which they were written first. */
  of(nhsNumber: string): readonly RecordChange[];
  byId(id: string): RecordChange | undefined;
  /** Whose record a client has written something into that is on the prescription of this short id. */
  prescribedTo(prescription: string): string | undefined;
  /** Whether an appointment that a client booked takes this slot, or one that they cancelled gave it back; undefined where neither. */
  takes(slot: string): boolean | undefined;
}

export function withRecordChanges(world: Population, changes: RecordChanges): Population {
  function record(nhsNumber: string): ClinicalRecord | undefined {
    const told = world.record(nhsNumber);
    const those = told === undefined ? [] : changes.of(nhsNumber);
    return told === undefined || those.length === 0 ? told : changedRecord(told, those);
  }

  const asBooked = (slot: Slot): Slot => {
    const takes = changes.takes(slot.id);
    return takes === undefined ? slot : { ...slot, isFree: !takes };
  };

  // Nothing is asked of the world before somebody asks it: it is made then, which takes long.
  return {
    asOf: world.asOf,
    get size() {
      return world.size;
    },
    get published() {
      return world.published;
    },
    get register() {
      return world.register;
    },
    on: (date, made) => withRecordChanges(world.on(date, made), changes),
    brought: () => world.brought(),
    find: (nhsNumber) => world.find(nhsNumber),
    search: (query) => world.search(query),
    organisation: (ods) => world.organisation(ods),
    organisations: (kind) => world.organisations(kind),
    practitioners: (ods) => world.practitioners(ods),
    relatives: (nhsNumber) => world.relatives(nhsNumber),
    partnerships: (nhsNumber) => world.partnerships(nhsNumber),
    household: (nhsNumber) => world.household(nhsNumber),
    addresses: (postcode, paf) => world.addresses(postcode, paf),
    members: (ods, places) => world.members(ods, places),
    placesOnList: (ods) => world.placesOnList(ods),
    suppliedBy: (ods, from) => world.suppliedBy(ods, from),
    at: (index) => world.at(index),
    seek: (sought) => world.seek(sought),
    withTrait: (trait) => world.withTrait(trait),
    spareNumber: (n) => world.spareNumber(n),
    record,
    entry(id) {
      const change = changes.byId(id);
      if (change === undefined) return world.entry(id);
      const { nhsNumber, entry } = change;
      return entry === undefined || !isToldOn(world.asOf, entry) ? undefined : { nhsNumber, entry };
    },
    prescription(id) {
      const nhsNumber = world.prescription(id)?.nhsNumber ?? changes.prescribedTo(id);
      return nhsNumber === undefined ? undefined : onPrescription(id, record(nhsNumber));
    },
    referral(ubrn) {
      const told = world.referral(ubrn);
      const entry = told && record(told.nhsNumber)?.entry(told.entry.id);
      return told && entry?.kind === 'referral' ? { ...told, entry } : undefined;
    },
    diary(ods) {
      const diary = world.diary(ods);
      return diary && bookedDiary(diary, asBooked);
    },
    slot(id) {
      const slot = world.slot(id);
      return slot && asBooked(slot);
    },
    events(nhsNumber, window) {
      const told = changes.of(nhsNumber).length === 0 ? undefined : record(nhsNumber);
      return told === undefined ? world.events(nhsNumber, window) : eventsAnew(told, world.events(nhsNumber), window);
    },
  };
}

const bookedDiary = ({ organisation, clinics, slots, slot }: Diary, asBooked: (slot: Slot) => Slot): Diary => ({
  organisation,
  clinics,
  *slots(from, to) {
    for (const each of slots(from, to)) yield asBooked(each);
  },
  slot(id) {
    const found = slot(id);
    return found && asBooked(found);
  },
});

const isToldOn = (asOf: string, { recorded }: Entry): boolean => recorded <= asOf;

function changedRecord(told: ClinicalRecord, changes: readonly RecordChange[]): ClinicalRecord {
  const changed = new Map(changes.map((change) => [change.id, change]));
  const own = changes.flatMap(({ entry }) => (entry !== undefined && isToldOn(told.asOf, entry) ? [entry] : []));
  const of = oncePerKind(<Kind extends EntryKind>(kind: Kind): readonly Entries[Kind][] => {
    const isOfKind = (entry: Entry): entry is Entry & Entries[Kind] => entry.kind === kind;
    return [...told.of(kind).filter(({ id }) => !changed.has(id)), ...own.filter(isOfKind)].toSorted((a, b) =>
      a.recorded === b.recorded ? 0 : a.recorded < b.recorded ? -1 : 1,
    );
  });

  return {
    person: told.person,
    asOf: told.asOf,
    of,
    entry(id) {
      const change = changed.get(id);
      return change === undefined ? told.entry(id) : own.find((entry) => entry.id === id);
    },
    due() {
      const given = of('vaccination').filter(({ status }) => status === 'completed');
      return told.due().filter(({ sort, due }) => !given.some((jab) => jab.sort === sort && jab.given >= due));
    },
  };
}
