/** What is at hand where a history that was told is written as entries, and how each of them begins. */
import type { EntryKind } from '../../../clinical-record.ts';
import type { IsoDate, OdsCode, Person } from '../../../population.ts';
import type { ToldCare } from './told-history.ts';

export interface HistoryTelling extends AroundHistory {
  readonly person: Person;
  readonly history: ToldCare;
  /** The last day that is told of. */
  readonly asOf: IsoDate;
}

export interface AroundHistory {
  idOf(kind: EntryKind, ordinal: number): string;
  /** One of those who work somewhere, by SDS user id. */
  staffAt(ods: OdsCode | undefined): string | undefined;
  /** The hospital trust for a practice. */
  trustFor(practice: OdsCode | undefined): OdsCode | undefined;
}

/** The members that every entry begins with: written at the practice of that day, where nothing else is said. The ordinal is the place in what was told. */
export function headOfTold<Kind extends EntryKind>(telling: HistoryTelling, kind: Kind, ordinal: number, recorded: IsoDate, at?: OdsCode) {
  const organisation = at ?? practiceOn(telling, recorded);
  const practitioner = telling.staffAt(organisation);
  return {
    kind,
    id: telling.idOf(kind, ordinal),
    recorded,
    ...(organisation !== undefined && { organisation }),
    ...(practitioner !== undefined && { practitioner }),
  };
}

function practiceOn({ person: { registrations } }: HistoryTelling, date: IsoDate): OdsCode | undefined {
  return registrations.find(({ period }) => period.start <= date && (period.end === undefined || period.end >= date))?.practice;
}

export const trustOn = (telling: HistoryTelling, date: IsoDate): OdsCode | undefined => telling.trustFor(practiceOn(telling, date));

/** The day of an end, where it has come by then. */
export const endedIn = ({ asOf }: HistoryTelling, end: IsoDate | undefined): { readonly end?: IsoDate } =>
  end === undefined || end > asOf ? {} : { end };
