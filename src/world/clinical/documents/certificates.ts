/** Statements of fitness for work, for those of working age who are ill for longer than a week. */
import { field } from '../../fields.ts';
import { snomed } from '../coded.ts';
import { doctorAt } from '../hospital/told-places.ts';
import { recordsBegan } from '../records-began.ts';
import type { RecordTelling } from '../telling.ts';
import { workingDay } from '../working-days.ts';
import type { DocumentDraft } from './draft.ts';
import { aboutPerson, dateInWords, syntheticMark } from './wording.ts';

const certificate = snomed('18381000000107', 'Sickness certificates', 'Statement of fitness for work');
const workingAges = { from: 17, to: 66 } as const;

/** Of how many in a hundred who have it, and for how many weeks. */
const absences: Readonly<Record<string, readonly [percent: number, weeks: number]>> = {
  depression: [35, 4],
  'anxiety-disorder': [20, 3],
  'mixed-anxiety-and-depression': [30, 4],
  'stress-reaction': [50, 3],
  bereavement: [30, 2],
  'acute-back-pain': [20, 2],
  'low-back-pain': [25, 3],
  sciatica: [35, 4],
  'shoulder-pain': [8, 2],
  'knee-pain': [6, 2],
  'wrist-fracture': [50, 6],
  'ankle-fracture': [65, 8],
  'hip-fracture': [90, 13],
  'chest-infection': [5, 1],
  pneumonia: [45, 3],
  'covid-19': [12, 2],
  appendicitis: [60, 2],
  pancreatitis: [60, 4],
  'pulmonary-embolism': [40, 3],
  'myocardial-infarction': [80, 8],
  stroke: [85, 13],
  'breast-cancer': [70, 13],
  'bowel-cancer': [75, 13],
  'lung-cancer': [80, 13],
  'prostate-cancer': [30, 6],
  'multiple-sclerosis': [25, 6],
};

export function fitNotes(telling: RecordTelling): readonly DocumentDraft[] {
  const { life, conditions } = telling.health;
  return conditions.flatMap((condition): readonly DocumentDraft[] => {
    const { illness, ordinal } = condition;
    const absence = absences[illness.sort];
    if (absence === undefined || condition.recorded < recordsBegan || condition.recorded > telling.today) return [];
    const [percent, weeks] = absence;
    if (life.chance(field.document + 1, ordinal + 1) * 100 >= percent) return [];
    const recorded = workingDay(condition.recorded);
    const age = life.age(recorded);
    if (age < workingAges.from || age >= workingAges.to) return [];
    const practice = telling.practiceOn(recorded);
    if (practice === undefined) return [];
    const practitioner = doctorAt(telling, practice, recorded);
    return [
      {
        source: 'fit-note',
        of: ordinal,
        recorded,
        organisation: practice,
        practitioner,
        sort: 'certificate',
        title: 'Statement of fitness for work',
        type: certificate,
        about: [telling.idOf('condition', ordinal)],
        say: () => [
          syntheticMark,
          `${telling.nameOf(practice)}\n${dateInWords(recorded)}`,
          aboutPerson(telling, recorded),
          `I assessed their case on ${dateInWords(recorded)}, and because of: ${illness.what.text}.`,
          `I advise that they are not fit for work from ${dateInWords(recorded)} to ${dateInWords(recorded + weeks * 7 - 1)}.`,
          `Issued by: ${practitioner === undefined ? telling.nameOf(practice) : telling.staffName(practice, practitioner)}`,
          syntheticMark,
        ],
      },
    ];
  });
}
