/** The documents of a record as of a day. */
import type { DocumentEntry } from '../../../clinical-record.ts';
import { isoDate } from '../../calendar.ts';
import type { RecordTelling } from '../telling.ts';
import { carePlanDocuments } from './care-plans.ts';
import { fitNotes } from './certificates.ts';
import { attendanceLetters, dischargeSummaries } from './discharges.ts';
import { documentOrdinal, type DocumentDraft } from './draft.ts';
import { clinicLetters, referralLetters } from './letters.ts';
import { resultDocuments } from './reports.ts';

const drafts = [
  referralLetters,
  clinicLetters,
  dischargeSummaries,
  attendanceLetters,
  resultDocuments,
  fitNotes,
  carePlanDocuments,
] as const;

export function documentEntries(telling: RecordTelling): readonly DocumentEntry[] {
  const { today, health } = telling;
  const last = Math.min(today, health.life.end);
  return drafts
    .flatMap((draft) => draft(telling))
    .filter(({ recorded }) => recorded <= last)
    .toSorted((a, b) => a.recorded - b.recorded)
    .map((draft) => entryOf(telling, draft));
}

function entryOf({ idOf }: RecordTelling, draft: DocumentDraft): DocumentEntry {
  const { recorded, organisation, practitioner, sort, title, type, about } = draft;
  let said: readonly string[] | undefined;
  return {
    kind: 'document',
    id: idOf('document', documentOrdinal(draft)),
    recorded: isoDate(recorded),
    ...(organisation !== undefined && { organisation }),
    ...(practitioner !== undefined && { practitioner }),
    sort,
    title,
    type,
    about,
    get paragraphs() {
      return (said ??= draft.say());
    },
  };
}
