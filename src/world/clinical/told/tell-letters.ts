/** The letters that follow from what is told: of each stay in hospital its summary. */
import type { DocumentEntry } from '../../../clinical-record.ts';
import { dayOf } from '../../calendar.ts';
import { dischargeSummary } from '../documents/discharges.ts';
import { dateInWords, lowerFirst, syntheticMark } from '../documents/wording.ts';
import { type HistoryTelling, headOfTold, trustOn } from './history-telling.ts';
import { tellStays } from './tell-care-given.ts';
import { tellMedicines } from './tell-medicines.ts';

export function tellLetters(telling: HistoryTelling): readonly DocumentEntry[] {
  return tellStays(telling).flatMap(({ id, admitted, discharged, specialty, reason }, n) => {
    if (discharged === undefined) return [];
    const begun = tellMedicines(telling).filter(({ start }) => start >= admitted && start <= discharged);
    return [
      {
        ...headOfTold(telling, 'document', n, discharged, trustOn(telling, admitted)),
        sort: 'discharge-summary',
        title: `Discharge summary: ${lowerFirst(specialty.text)}`,
        type: dischargeSummary,
        about: [id],
        paragraphs: [
          syntheticMark,
          `Admission: ${dateInWords(dayOf(admitted))}. Discharge: ${dateInWords(dayOf(discharged))}.`,
          `Reason for admission: ${reason.text}.`,
          `Medicines started: ${begun.map(({ medicine }) => medicine.text).join('; ') || 'none'}.`,
        ],
      },
    ];
  });
}
