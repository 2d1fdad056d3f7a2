/** What people call medicines, and the sorts that each word stands for. */
import { asWord } from '../../fold.ts';
import type { MedicineClass } from './classes.ts';
import { medicines } from './medicines.ts';

interface Meant {
  readonly classes: readonly MedicineClass[];
  readonly sorts?: readonly string[];
}

/** Words for several classes, or sorts that are in none. */
const everyday = new Map(
  Object.entries<Meant>({
    inhaler: { classes: ['preventer-inhaler'], sorts: ['salbutamol'] },
    insulin: { classes: ['basal-insulin', 'meal-insulin'] },
    antibiotic: { classes: ['penicillin', 'macrolide', 'tetracycline', 'nitrofurantoin'], sorts: ['trimethoprim'] },
    'blood-thinner': { classes: ['anticoagulant'] },
    'blood-pressure-medicine': { classes: ['renin', 'calcium-blocker', 'beta-blocker', 'thiazide'] },
    hrt: { classes: ['oestrogen'] },
    painkiller: { classes: ['opioid', 'nsaid'], sorts: ['paracetamol'] },
    steroid: { classes: [], sorts: ['prednisolone'] },
  }),
);

const all = [...medicines.values()];
const sorts: ReadonlySet<string> = new Set(all.map(({ sort }) => sort));
const byWord = new Map([...sorts].map((sort) => [asWord(sort), sort]));
const byClass = new Map<string, ReadonlySet<string>>();
for (const { sort, classes } of all) for (const each of classes) byClass.set(each, new Set([...(byClass.get(each) ?? []), sort]));

/** Those that a help text names. */
export const medicineWords: readonly string[] = [
  'statin',
  'antidepressant',
  'anticoagulant',
  'opioid',
  'contraceptive',
  'antipsychotic',
  ...everyday.keys(),
];

export function medicinesCalled(word: string): readonly string[] | undefined {
  const known = everyday.get(word);
  if (known !== undefined) return [...known.classes.flatMap((each) => [...(byClass.get(each) ?? [])]), ...(known.sorts ?? [])];
  const ofClass = byClass.get(word);
  if (ofClass !== undefined) return [...ofClass];
  const sort = byWord.get(word);
  return sort === undefined ? undefined : [sort];
}
