/** What the topics of the clinical record ask of one. */
import type { ClinicalRecord, Entry } from '../../../../src/clinical-record.ts';
import { dayOf, isoDate } from '../../../../src/world/calendar.ts';
import { close, type Figure } from '../../figures.ts';
import type { Reading } from '../../counts.ts';
import type { Source } from '../../sources.ts';

/** Conditions that have not ended; or of whatever time, where a register keeps them. */
export const hasAny = (record: ClinicalRecord, sorts: readonly string[], isEver = false): boolean =>
  record.of('condition').some(({ sort, end }) => (isEver || end === undefined) && sorts.includes(sort));

export const daysAgo = ({ asOf }: ClinicalRecord, days: number): string => isoDate(dayOf(asOf) - days);

export function since<One extends Entry>(record: ClinicalRecord, entries: readonly One[], days = 365): readonly One[] {
  const from = daysAgo(record, days);
  return entries.filter(({ recorded }) => recorded > from);
}

export const sexes = ['female', 'male'] as const;
export const wordsOfSex = { female: 'women', male: 'men' } as const;

/** Accepted within a share of it. */
export const within = (share: number, label: string, reading: Reading, england: number, source: Source): Figure =>
  close(label, reading, england, source, share * england);
