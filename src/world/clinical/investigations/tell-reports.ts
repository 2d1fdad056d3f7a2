/** Results of investigations as of a day. */
import type { ReportEntry } from '../../../clinical-record.ts';
import { isoDate } from '../../calendar.ts';
import { field } from '../../fields.ts';
import type { LivedReport } from '../health.ts';
import { type RecordTelling, written } from '../telling.ts';
import { type PanelRow, panelOf } from './panels.ts';

const whoRequests = field.result + 191;

export function tellReports(telling: RecordTelling): ReportEntry[] {
  const told: ReportEntry[] = [];
  for (const lived of telling.health.results.until(telling.today).reports) {
    if (lived.recorded > telling.today) break;
    const row = panelOf(lived.sort);
    if (row !== undefined) told.push(entryOf(telling, lived, row));
  }
  return told;
}

function entryOf(telling: RecordTelling, lived: LivedReport, { what, category, specimen }: PanelRow): ReportEntry {
  const { sort, requested, recorded, observations, conclusion } = lived;
  const begun = written(
    telling,
    'report',
    lived,
    lived.at === 'hospital' || category === 'imaging' ? telling.trustOn(recorded) : undefined,
  );
  const told: { -readonly [Member in keyof ReportEntry]: ReportEntry[Member] } = {
    ...begun,
    sort,
    what,
    category,
    requested: isoDate(requested),
    observations: observations.map((ordinal) => telling.idOf('observation', ordinal)),
  };
  const seen = begun.organisation === telling.practiceOn(requested) ? telling.seenOn(requested) : undefined;
  const practitioner = seen?.practitioner ?? telling.someoneAt(begun.organisation, whoRequests, requested);
  if (practitioner !== undefined) told.practitioner = practitioner;
  if (specimen !== undefined) told.specimen = specimen;
  if (conclusion !== undefined) told.conclusion = conclusion;
  return told;
}
