/** Reports of images and tracings as documents, as hospitals send them to practices. */
import { snomed } from '../coded.ts';
import { panelOf } from '../investigations/panels.ts';
import type { RecordTelling } from '../telling.ts';
import type { DocumentDraft } from './draft.ts';
import { aboutPerson, dateInWords, syntheticMark } from './wording.ts';

const imaging = snomed('4201000179104', 'Imaging report');
const studies = snomed('721981007', 'Diagnostic studies report');

export function resultDocuments(telling: RecordTelling): readonly DocumentDraft[] {
  return telling.health.results.until(telling.today).reports.flatMap((report): readonly DocumentDraft[] => {
    const { ordinal, sort, recorded, requested, conclusion } = report;
    if (recorded > telling.today) return [];
    const row = panelOf(sort);
    const trust = telling.trustOn(recorded);
    if (row === undefined || row.category === 'laboratory' || conclusion === undefined || trust === undefined) return [];
    return [
      {
        source: 'report',
        of: ordinal,
        recorded,
        organisation: trust,
        practitioner: undefined,
        sort: 'result',
        title: row.what.text,
        type: row.category === 'imaging' ? imaging : studies,
        about: [telling.idOf('report', ordinal)],
        say: () => [
          syntheticMark,
          `${telling.nameOf(trust)}\n${dateInWords(recorded)}`,
          aboutPerson(telling, recorded),
          `Investigation: ${row.what.text}, requested on ${dateInWords(requested)}.`,
          `Result: ${conclusion}`,
          syntheticMark,
        ],
      },
    ];
  });
}
