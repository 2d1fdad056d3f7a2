/** Records told twice, on a day and on an earlier one: what the laws of the record are held against. */
import type { ClinicalRecord, Entries, Entry, EntryKind } from '../../../src/clinical-record.ts';
import type { IsoDate, Population } from '../../../src/population.ts';
import { entryKinds } from '../../../bench/population/read-record.ts';
import { isoDate } from '../../../src/world/calendar.ts';
import { buildWorld } from '../../../src/world/build-world.ts';
import { hash } from '../../../src/world/hash.ts';
import { createWorld, defaultSeed, defaultSize } from '../../../src/world/world.ts';

export interface ToldLife {
  readonly world: Population;
  readonly record: ClinicalRecord;
  /** The day of coming to England, or of birth. */
  readonly arrival: IsoDate;
  /** The last day that anything can be of: today, or that of death. */
  readonly last: IsoDate;
  /** Of the same person on an earlier day, unless they were not here by then. */
  readonly earlier: ClinicalRecord | undefined;
  readonly entries: readonly Entry[];
  readonly byId: ReadonlyMap<string, Entry>;
}

export const isOfKind = <Kind extends EntryKind>(entry: Entry | undefined, kind: Kind): entry is Entry & Entries[Kind] =>
  entry?.kind === kind;

const { parts, numbers } = buildWorld({ seed: defaultSeed, size: defaultSize, personas: [], organisations: [] });

function arrivalOf(nhsNumber: string): IsoDate {
  const { copies } = parts;
  const index = numbers.index(nhsNumber) ?? 0;
  return isoDate(copies.arrival(copies.copyOf(index), copies.memberOf(index)));
}

/** So many people of the whole population, one after the other; another draw, other people. */
export function* toldLives(count: number, draw = 1): Generator<ToldLife> {
  const world = createWorld({ asOf: '2026-06-15' });
  const days: readonly IsoDate[] = ['2017-03-01', '2021-11-20', '2024-12-27', '2026-05-30'];
  for (let n = 0; n < count; n += 1) {
    const { nhsNumber, status, minimal, death } = world.at(hash(draw, n, 1) % world.size);
    const record = status.kind === 'live' && !minimal ? world.record(nhsNumber) : undefined;
    if (record === undefined) continue;
    const entries = entryKinds.flatMap((kind): readonly Entry[] => record.of(kind));
    yield {
      world,
      record,
      arrival: arrivalOf(nhsNumber),
      last: death?.date ?? world.asOf,
      earlier: world.on(days[hash(draw, n, 2) % days.length] ?? world.asOf).record(nhsNumber),
      entries,
      byId: new Map(entries.map((entry) => [entry.id, entry])),
    };
  }
}
