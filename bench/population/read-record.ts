/** A clinical record read whole, with the time that it takes. */
import type { ClinicalRecord, EntryKind } from '../../src/clinical-record.ts';
import type { Population } from '../../src/population.ts';
import type { Counts } from './counts.ts';

const named: Record<EntryKind, true> = {
  condition: true,
  medication: true,
  issue: true,
  allergy: true,
  vaccination: true,
  observation: true,
  report: true,
  procedure: true,
  encounter: true,
  referral: true,
  appointment: true,
  admission: true,
  document: true,
  pregnancy: true,
  'care-plan': true,
  flag: true,
};
export const entryKinds = Object.keys(named) as readonly EntryKind[]; // its own members

/** All kinds of entry, so that what one takes is not counted for another. */
export function readRecord(population: Population, nhsNumber: string, counts: Counts): ClinicalRecord | undefined {
  const before = process.cpuUsage();
  const record = population.record(nhsNumber);
  if (record === undefined) return undefined;
  const entries = entryKinds.reduce((sum, kind) => sum + record.of(kind).length, 0);
  const { user, system } = process.cpuUsage(before);
  counts.value('milliseconds for a record', (user + system) / 1_000);
  counts.value('entries of a record', entries);
  return record;
}
