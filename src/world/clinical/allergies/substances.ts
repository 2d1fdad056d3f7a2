/**
 * What people are recorded as allergic to, or as having reacted badly to: of a hundred people by age and sex for penicillin (West, JAC 2019,
 * and about half as many again women as men), of all ages for the rest.
 */
import type { AllergyEntry, CodedText } from '../../../clinical-record.ts';
import { snomed, uncoded } from '../coded.ts';

export interface Substance {
  readonly sort: string;
  readonly what: CodedText;
  readonly category: AllergyEntry['category'];
  /** Of a hundred, women and men, by those ages. */
  readonly women: readonly number[];
  readonly men: readonly number[];
  /** How often, against those born in 1980, by year of birth. */
  readonly born?: readonly (readonly [year: number, times: number])[];
  readonly reactions: readonly (readonly [what: CodedText, weight: number])[];
}

export const allergyAges = [0, 2, 5, 10, 16, 30, 45, 55, 65, 75, 90] as const;

const rash = uncoded('Rash');
const itch = snomed('304386008', 'O/E - itchy rash', 'Itchy rash');
const hives = snomed('247472004', 'Urticarial rash');
const vomiting = snomed('422400008', 'Vomiting');
const nausea = snomed('422587007', 'nausea', 'Nausea');
const swelling = uncoded('Swelling of face');
const shock = snomed('39579001', 'Anaphylactic reaction', 'Anaphylaxis');
const cough = snomed('49727002', 'Cough');
const wheeze = snomed('230145002', 'Difficulty breathing');
const pain = uncoded('Muscle pain');
const indigestion = uncoded('Indigestion');
const diarrhoea = snomed('249519007', 'Diarrhoea and vomiting');
const dizziness = snomed('404640003', 'Dizziness (finding)', 'Dizziness');

type Reactions = Substance['reactions'];
const usual: Reactions = [
  [rash, 30],
  [itch, 14],
  [hives, 12],
  [vomiting, 12],
  [swelling, 10],
  [diarrhoea, 6],
  [shock, 3],
];
const ofFood: Reactions = [
  [hives, 34],
  [swelling, 22],
  [vomiting, 16],
  [itch, 16],
  [shock, 9],
];

/** Of most medicines more is recorded the older people are. */
const withAge = [0, 0.03, 0.08, 0.15, 0.25, 0.7, 1.05, 1.4, 1.8, 2.2, 2.6];
const early = [0, 0.75, 0.95, 1, 1, 1, 1, 1, 1, 1, 1];
const anyAge = [0, 0.1, 0.3, 0.5, 0.65, 0.9, 1.05, 1.2, 1.35, 1.5, 1.6];
const times = (shape: readonly number[], percent: number): readonly number[] => shape.map((share) => share * percent);

/** Found in childhood, and the more often the later somebody was born. */
const lately: Substance['born'] = [
  [1950, 0.25],
  [1980, 1],
  [2005, 3],
  [2012, 4],
];

const medicine = (sort: string, what: CodedText, percent: number, reactions = usual): Substance => ({
  sort,
  what,
  category: 'medication',
  women: times(withAge, percent * 1.4),
  men: times(withAge, percent * 0.95),
  reactions,
});
const food = (sort: string, what: CodedText, percent: number, reactions = ofFood): Substance => ({
  sort,
  what,
  category: 'food',
  women: times(early, percent),
  men: times(early, percent),
  born: lately,
  reactions,
});
const around = (sort: string, what: CodedText, percent: number, reactions = usual): Substance => ({
  sort,
  what,
  category: 'environment',
  women: times(anyAge, percent * 1.35),
  men: times(anyAge, percent * 1.1),
  reactions,
});

export const substances: readonly Substance[] = [
  {
    sort: 'penicillin',
    what: snomed('890458001', 'Penicillin-containing product', 'Penicillin'),
    category: 'medication',
    women: [0, 1.1, 1.9, 2.8, 3.5, 4.8, 6.3, 7.8, 9.4, 11.2, 12.8],
    men: [0, 1, 1.5, 2.1, 2.5, 3.2, 4.2, 5.2, 6.4, 7.6, 8.8],
    reactions: usual,
  },
  medicine('opioid', uncoded('Codeine'), 1.3, [
    [vomiting, 40],
    [nausea, 30],
    [itch, 12],
    [dizziness, 10],
  ]),
  medicine('trimethoprim', snomed('32792001', 'Trimethoprim'), 1.2),
  medicine('nsaid', snomed('38268001', 'Ibuprofen'), 1.1, [
    [indigestion, 30],
    [wheeze, 20],
    [swelling, 20],
    [rash, 20],
    [shock, 2],
  ]),
  medicine('ace-inhibitor', uncoded('Ramipril'), 0.9, [
    [cough, 70],
    [swelling, 20],
    [dizziness, 8],
  ]),
  medicine('macrolide', uncoded('Erythromycin'), 0.8, [
    [vomiting, 45],
    [diarrhoea, 30],
    [rash, 20],
  ]),
  medicine('tetracycline', uncoded('Doxycycline'), 0.4),
  medicine('statin', snomed('96304005', 'Simvastatin'), 0.5, [[pain, 90]]),
  medicine('contrast', uncoded('Iodinated contrast medium'), 0.15),
  around('plasters', uncoded('Adhesive plaster'), 0.6, [
    [itch, 50],
    [rash, 50],
  ]),
  around('latex', uncoded('Latex'), 0.3),
  around('wasp-or-bee-sting', uncoded('Wasp or bee sting'), 0.3, [
    [swelling, 70],
    [shock, 20],
  ]),
  food('peanut', snomed('256349002', 'Peanut - dietary', 'Peanut'), 0.26, [
    ...ofFood,
    [snomed('241933001', 'Peanut-induced anaphylaxis'), 12],
  ]),
  food('tree-nut', uncoded('Tree nuts'), 0.12),
  food('cashew-nut', snomed('227493005', 'Cashew nut'), 0.05),
  food('egg', uncoded('Egg'), 0.28),
  food('cows-milk', uncoded("Cow's milk"), 0.34, [
    [vomiting, 30],
    [hives, 30],
    [diarrhoea, 20],
    [rash, 20],
  ]),
  { ...around('shellfish', uncoded('Shellfish'), 0.2, ofFood), category: 'food' },
];
