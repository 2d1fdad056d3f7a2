/** Which of somebody's entries a name asks for: `currentMedications`, `past-appointments`, `nextAppointment`, `repeats`. */
import type { ClinicalRecord, Entry, EntryKind } from '../../clinical-record.ts';
import { wordsOf } from '../../meaning/words.ts';
import { kindNamed } from './plain-kinds.ts';

export interface EntriesNamed {
  readonly kind: EntryKind;
  /** In the order of the record. */
  of(record: ClinicalRecord): readonly Entry[];
  /** The one that a single object under this name tells. */
  one(record: ClinicalRecord): Entry | undefined;
}

type Test = (entry: Entry, asOf: string) => boolean;

const hasEnded: Test = (entry, asOf) => {
  const end =
    'end' in entry ? entry.end : entry.kind === 'appointment' ? entry.on : entry.kind === 'admission' ? entry.discharged : undefined;
  return end !== undefined && end < asOf;
};
const isAhead: Test = (entry, asOf) =>
  entry.kind === 'appointment' ? entry.status === 'booked' && entry.on >= asOf : !hasEnded(entry, asOf);

/** Whoever speaks of repeats means those that go on. */
const isRepeated: Test = (entry, asOf) => !('course' in entry) || (entry.course === 'repeat' && !hasEnded(entry, asOf));

/** Words that narrow a name. */
const tests: Readonly<Record<string, Test>> = {
  current: (entry, asOf) => !hasEnded(entry, asOf),
  active: (entry, asOf) => !hasEnded(entry, asOf),
  ongoing: (entry, asOf) => !hasEnded(entry, asOf),
  open: (entry, asOf) => !hasEnded(entry, asOf),
  past: hasEnded,
  previous: hasEnded,
  historic: hasEnded,
  resolved: hasEnded,
  inactive: hasEnded,
  ended: hasEnded,
  upcoming: isAhead,
  future: isAhead,
  next: isAhead,
  booked: isAhead,
  repeat: isRepeated,
  repeats: isRepeated,
  acute: (entry) => !('course' in entry) || entry.course === 'acute',
  major: (entry) => entry.kind !== 'condition' || entry.isMajor,
  minor: (entry) => entry.kind !== 'condition' || !entry.isMajor,
};

export function entriesNamed(name: string): EntriesNamed | undefined {
  const kind = kindNamed(name);
  if (kind === undefined) return undefined;
  const words = wordsOf(name);
  const asked = words.flatMap((word) => (Object.hasOwn(tests, word) ? (tests[word] ?? []) : []));
  const of = (record: ClinicalRecord): readonly Entry[] => {
    const entries: readonly Entry[] = record.of(kind);
    return asked.length === 0 ? entries : entries.filter((entry) => asked.every((test) => test(entry, record.asOf)));
  };
  const isFirst = words.includes('next') || words.includes('first');
  return {
    kind,
    of,
    one(record) {
      const entries = of(record);
      if (!isFirst) return entries.at(-1);
      return entries.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1))[0];
    },
  };
}

const dayOf = (entry: Entry): string => (entry.kind === 'appointment' ? entry.on + entry.at : entry.recorded);
