/** What is at hand where a life is told as of a day: who the person is then, where they are registered, who works there. */
import type { EntryKind } from '../../clinical-record.ts';
import type { OdsCode, Person } from '../../population.ts';
import { type Day, isoDate } from '../calendar.ts';
import type { Where } from './contacts/where.ts';
import type { Clinics } from './diaries/diary.ts';
import type { Happened, Health } from './health.ts';

export interface RecordTelling {
  readonly seed: number;
  /** The last day that is told of. */
  readonly today: Day;
  readonly person: Person;
  readonly health: Health;
  /** Where they were registered on a day; on days ahead, where they are today. */
  practiceOn(day: Day): OdsCode | undefined;
  /** The hospital trust for the practice of a day. */
  trustOn(day: Day): OdsCode | undefined;
  /** One of the people who work somewhere, by SDS user id: the same for the same field and count. */
  someoneAt(ods: OdsCode | undefined, field: number, n?: number): string | undefined;
  /** What an organisation is called, and who works there under an SDS user id. */
  nameOf(ods: OdsCode): string;
  staffName(ods: OdsCode, sdsUserId: string): string;
  /** Where, and with whom, they were in contact with their practice on a day, if they were: who wrote what was written there then. */
  seenOn(day: Day): Where | undefined;
  clinicsAt(ods: OdsCode): Clinics | undefined;
  /** The id of the entry of a kind that has this ordinal. */
  idOf(kind: EntryKind, ordinal: number): string;
}

/** The members that every entry begins with: written at the practice of that day, where nothing else is said. */
export function written<Kind extends EntryKind>(
  telling: RecordTelling,
  kind: Kind,
  { ordinal, recorded }: Happened,
  organisation?: OdsCode,
) {
  const place = organisation ?? telling.practiceOn(recorded);
  return {
    kind,
    id: telling.idOf(kind, ordinal),
    recorded: isoDate(recorded),
    ...(place !== undefined && { organisation: place }),
  };
}

/** The day of an end, where it has come by then. */
export const endedBy = ({ today }: RecordTelling, end: Day | undefined): { readonly end?: string } =>
  end === undefined || end > today ? {} : { end: isoDate(end) };
