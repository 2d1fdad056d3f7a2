/** What people call conditions, and the sorts that each word stands for. */
import { asWord } from '../../fold.ts';
import { illnesses } from './illnesses.ts';

/** Words for several sorts, or for one that the table calls otherwise. */
const everyday = new Map(
  Object.entries({
    diabetes: 'type-1-diabetes type-2-diabetes',
    'pre-diabetes': 'non-diabetic-hyperglycaemia',
    'high-blood-pressure': 'hypertension',
    'heart-disease': 'coronary-heart-disease angina myocardial-infarction',
    'heart-attack': 'myocardial-infarction',
    tia: 'transient-ischaemic-attack',
    'kidney-disease': 'chronic-kidney-disease-3 chronic-kidney-disease-4 chronic-kidney-disease-5',
    'mental-illness': 'schizophrenia bipolar-disorder',
    depression: 'depression mixed-anxiety-and-depression postnatal-depression',
    anxiety: 'anxiety-disorder mixed-anxiety-and-depression',
    arthritis: 'osteoarthritis rheumatoid-arthritis',
    'thyroid-disease': 'hypothyroidism hyperthyroidism',
    anaemia: 'iron-deficiency-anaemia pernicious-anaemia anaemia-in-pregnancy',
    'bowel-disease': 'ulcerative-colitis crohns-disease',
    leukaemia: 'chronic-lymphocytic-leukaemia acute-lymphoblastic-leukaemia acute-myeloid-leukaemia',
    lymphoma: 'non-hodgkin-lymphoma hodgkin-lymphoma',
    parkinsons: 'parkinsons-disease',
  }),
);

/** Those that a help text names. */
export const conditionWords: readonly string[] = ['asthma', 'dementia', 'diabetes', 'depression', 'heart-attack', 'kidney-disease'];

const groups = Map.groupBy(illnesses.values(), ({ group }) => group);
export const conditionGroups: readonly string[] = [...groups.keys()];
const bySort = new Map([...illnesses.values()].map(({ sort, what }) => [asWord(what.text), sort]));

export function conditionsCalled(word: string): readonly string[] | undefined {
  const known = everyday.get(word)?.split(' ');
  if (known !== undefined) return known;
  const group = [...groups].find(([name]) => name === word)?.[1];
  if (group !== undefined) return group.map(({ sort }) => sort);
  const sort = illnesses.has(word) ? word : bySort.get(word);
  return sort === undefined ? undefined : [sort];
}
