/** Care plans as documents, which practices share. */
import type { LivedPlan } from '../health.ts';
import { doctorAt } from '../hospital/told-places.ts';
import type { RecordTelling } from '../telling.ts';
import type { DocumentDraft } from './draft.ts';
import { aboutPerson, allergiesOn, dateInWords, medicinesOn, problemsOn, syntheticMark } from './wording.ts';

export function carePlanDocuments(telling: RecordTelling): readonly DocumentDraft[] {
  return telling.health.care.plans.flatMap((plan): readonly DocumentDraft[] => {
    const { ordinal, recorded, title, type } = plan;
    const practice = recorded > telling.today ? undefined : telling.practiceOn(recorded);
    if (practice === undefined) return [];
    const practitioner = doctorAt(telling, practice, recorded);
    return [
      {
        source: 'plan',
        of: ordinal,
        recorded,
        organisation: practice,
        practitioner,
        sort: 'care-plan',
        title,
        type,
        about: [telling.idOf('care-plan', ordinal)],
        say: () => [
          syntheticMark,
          `${telling.nameOf(practice)}\n${dateInWords(recorded)}`,
          aboutPerson(telling, recorded),
          ...planWords(plan),
          problemsOn(telling, recorded),
          medicinesOn(telling, recorded),
          allergiesOn(telling, recorded),
          `Agreed with: ${practitioner === undefined ? telling.nameOf(practice) : telling.staffName(practice, practitioner)}`,
          syntheticMark,
        ],
      },
    ];
  });
}

const planWords = ({ title, activities, review }: LivedPlan): readonly string[] => [
  `${title}.`,
  ...(activities.length === 0 ? [] : [`What we agreed:\n${activities.map((activity) => `- ${activity}`).join('\n')}`]),
  ...(review === undefined ? [] : [`To be looked at again by ${dateInWords(review)}.`]),
];
