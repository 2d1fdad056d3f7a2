/** What people are referred for without it turning out to be a condition: most of those who are sent to a hospital. */
import type { CodedText, ReferralEntry } from '../../../clinical-record.ts';
import type { Life } from '../life.ts';
import { snomed, uncoded } from '../coded.ts';
import { firstThat } from '../../first-that.ts';
import type { OperationName } from './operations.ts';
import type { Specialty } from './specialties.ts';

export interface ReferralReason {
  readonly specialty: Specialty;
  readonly reason: CodedText;
  readonly priority: ReferralEntry['priority'];
  /** What may be done for it, and of how many. */
  readonly operation?: readonly [OperationName, share: number];
}

interface Row extends ReferralReason {
  readonly sex?: Life['sex'];
  /** Both inclusive. */
  readonly ages?: readonly [from: number, to: number];
  readonly weights: Weights;
}

/** How often at 0–14, 15–44, 45–64 and from 65, by 1,000 people a year, about. */
type Weights = readonly [child: number, young: number, middle: number, old: number];

type Rest = Pick<Row, 'sex' | 'ages' | 'operation'>;

const row =
  (priority: Row['priority']) =>
  (specialty: Specialty, reason: CodedText | string, weights: Weights, rest: Rest = {}): Row => ({
    specialty,
    reason: typeof reason === 'string' ? uncoded(reason) : reason,
    priority,
    weights,
    ...rest,
  });
const routine = row('routine');
const urgent = row('urgent');
const suspectedCancer = row('two-week-wait');

const female = { sex: 'female' } as const;
const male = { sex: 'male' } as const;
const aged = (from: number, to = 120): Pick<Row, 'ages'> => ({ ages: [from, to] });

/**
 * Shares of services as on the waiting list, by the median wait of each; urgent suspected cancer referrals are 52 of 1,000 people a year, four
 * in five of them for breast, skin, bowel, gynaecology and urology, and 6 % have cancer (NHS England).
 */
const rows: readonly Row[] = [
  routine('orthopaedics', snomed('30989003', 'Knee pain'), [2, 7, 14, 8], { operation: ['arthroscopy', 0.12] }),
  routine('orthopaedics', 'Shoulder pain', [0, 4, 11, 9], { operation: ['jointInjection', 0.3] }),
  routine('orthopaedics', 'Hip pain', [1, 2, 6, 4], { operation: ['jointInjection', 0.2] }),
  routine('orthopaedics', 'Hip pain', [0, 0, 3, 8], { operation: ['hip', 0.25], ...aged(58) }),
  routine('orthopaedics', snomed('30989003', 'Knee pain'), [0, 0, 3, 8], { operation: ['knee', 0.25], ...aged(58) }),
  routine('orthopaedics', 'Foot pain', [1, 3, 5, 5]),
  routine('orthopaedics', 'Numbness of hand', [0, 2, 5, 5], { operation: ['carpalTunnel', 0.3] }),
  routine('orthopaedics', 'Back pain with sciatica', [0, 4, 6, 5]),
  routine('orthopaedics', 'Gait in a child', [5, 0, 0, 0], aged(1, 6)),
  routine('neurosurgery', 'Sciatica not settling', [0, 2, 4, 3]),
  routine('pain', 'Persistent pain', [0, 3, 6, 5], { operation: ['spinalInjection', 0.5] }),
  routine('ent', 'Recurrent tonsillitis', [6, 5, 0, 0], { operation: ['tonsils', 0.4], ...aged(3, 30) }),
  routine('ent', 'Glue ear', [8, 0, 0, 0], { operation: ['grommets', 0.25], ...aged(1, 10) }),
  routine('ent', 'Blocked nose', [3, 6, 6, 4], { operation: ['septoplasty', 0.12] }),
  routine('ent', 'Tinnitus', [0, 3, 7, 7]),
  routine('ent', 'Hearing difficulty', [5, 2, 8, 16]),
  routine('ent', snomed('404640003', 'Dizziness (finding)', 'Dizziness'), [0, 3, 5, 8]),
  suspectedCancer('ent', 'Lump in neck', [0, 2, 3, 3]),
  suspectedCancer('ent', 'Hoarse voice', [0, 1, 3, 4]),
  routine('gynaecology', 'Heavy periods', [0, 12, 12, 0], { ...female, operation: ['hysteroscopy', 0.25], ...aged(12, 54) }),
  routine('gynaecology', 'Pelvic pain', [0, 14, 5, 1], { ...female, operation: ['laparoscopy', 0.12], ...aged(14) }),
  routine('gynaecology', 'Difficulty conceiving', [0, 12, 0, 0], { ...female, ...aged(22, 44) }),
  routine('gynaecology', 'Abnormal cervical screening result', [0, 14, 6, 0], { ...female, ...aged(25, 64) }),
  routine('gynaecology', 'Ovarian cyst', [0, 8, 4, 2], { ...female, ...aged(15) }),
  routine('gynaecology', 'Prolapse', [0, 3, 8, 9], { ...female, operation: ['womb', 0.1] }),
  suspectedCancer('gynaecology', 'Bleeding after the menopause', [0, 0, 12, 7], {
    ...female,
    operation: ['hysteroscopy', 0.45],
    ...aged(51),
  }),
  routine('ophthalmology', 'Squint', [9, 0, 0, 0], aged(0, 8)),
  routine('ophthalmology', 'Blurred vision', [4, 4, 0, 0]),
  routine('ophthalmology', 'Blurred vision', [0, 0, 8, 18], { operation: ['cataract', 0.5] }),
  routine('ophthalmology', 'Raised pressure in the eye', [0, 2, 9, 16]),
  routine('ophthalmology', 'Lump on eyelid', [2, 4, 4, 5]),
  urgent('ophthalmology', 'Floaters and flashes', [0, 2, 7, 9]),
  routine('paediatrics', 'Poor weight gain', [8, 0, 0, 0], aged(0, 3)),
  routine('paediatrics', 'Recurrent abdominal pain', [11, 0, 0, 0], aged(4, 14)),
  routine('paediatrics', 'Constipation', [9, 0, 0, 0]),
  routine('paediatrics', 'Heart murmur', [7, 0, 0, 0]),
  routine('paediatrics', 'Delayed speech', [9, 0, 0, 0], aged(1, 6)),
  routine('paediatrics', 'Recurrent wheeze', [9, 0, 0, 0], aged(0, 10)),
  routine('paediatrics', 'Suspected food allergy', [8, 0, 0, 0]),
  routine('childPsychiatry', 'Anxiety and low mood', [6, 2, 0, 0], aged(8, 17)),
  routine('psychiatry', 'Low mood not responding to treatment', [0, 8, 6, 3], aged(18)),
  routine('neurology', 'Headache', [4, 10, 7, 4], aged(5)),
  routine('neurology', 'Numbness or tingling', [0, 4, 6, 6]),
  routine('neurology', 'Tremor', [0, 1, 2, 7]),
  urgent('neurology', 'Blackout', [1, 3, 2, 4]),
  routine('rheumatology', 'Joint pain and stiffness', [1, 4, 10, 9]),
  urgent('cardiology', 'Chest pain', [0, 4, 16, 18], { operation: ['angiography', 0.22] }),
  routine('cardiology', 'Palpitations', [0, 7, 9, 14]),
  routine('cardiology', 'Heart murmur', [0, 1, 4, 11]),
  urgent('cardiology', 'Breathlessness', [0, 0, 5, 16], { operation: ['angiography', 0.12] }),
  routine('urology', 'Urinary symptoms', [3, 2, 8, 20], { operation: ['cystoscopy', 0.22], ...aged(5) }),
  routine('urology', 'Recurrent urinary infection', [2, 4, 5, 9], { operation: ['cystoscopy', 0.35] }),
  routine('urology', 'Lump in scrotum', [1, 6, 4, 3], male),
  suspectedCancer('urology', 'Blood in urine', [0, 1, 8, 16], { operation: ['cystoscopy', 0.7] }),
  suspectedCancer('urology', 'Raised prostate specific antigen', [0, 0, 11, 20], { ...male, operation: ['prostateBiopsy', 0.35] }),
  routine('gastroenterology', 'Indigestion', [0, 6, 11, 9], { operation: ['gastroscopy', 0.8] }),
  routine('gastroenterology', 'Altered bowel habit', [1, 9, 7, 4], { operation: ['colonoscopy', 0.3] }),
  routine('gastroenterology', 'Abnormal liver tests', [0, 4, 8, 6]),
  urgent('gastroenterology', 'Iron deficiency anaemia', [0, 2, 4, 8], { operation: ['gastroscopy', 0.8] }),
  suspectedCancer('gastroenterology', 'Difficulty swallowing', [0, 1, 5, 9], { operation: ['gastroscopy', 0.9] }),
  suspectedCancer('colorectal', 'Change in bowel habit', [0, 2, 14, 20], { operation: ['colonoscopy', 0.62] }),
  suspectedCancer('colorectal', 'Rectal bleeding', [0, 6, 10, 9], { operation: ['colonoscopy', 0.45] }),
  suspectedCancer('breast', 'Breast lump', [0, 13, 17, 10], { ...female, ...aged(18) }),
  routine('breast', 'Breast pain', [0, 7, 7, 2], { ...female, ...aged(16) }),
  suspectedCancer('dermatology', 'Changing mole', [0, 9, 14, 17], { operation: ['skinExcision', 0.3] }),
  routine('dermatology', 'Skin lesion', [1, 5, 11, 24], { operation: ['skinExcision', 0.36] }),
  routine('dermatology', 'Acne not responding to treatment', [3, 8, 1, 0], aged(12, 45)),
  routine('dermatology', 'Itchy rash', [6, 5, 5, 8]),
  routine('generalSurgery', 'Lump in groin', [1, 3, 5, 5]),
  routine('generalSurgery', 'Lump under the skin', [1, 6, 8, 6]),
  routine('generalSurgery', 'Abdominal pain', [0, 8, 8, 6], { operation: ['gastroscopy', 0.25] }),
  routine('colorectal', 'Haemorrhoids', [0, 5, 6, 4], { operation: ['haemorrhoids', 0.25] }),
  routine('vascular', 'Varicose veins', [0, 3, 6, 5], { operation: ['veins', 0.25] }),
  routine('oralSurgery', 'Impacted wisdom tooth', [0, 14, 3, 1], { operation: ['teeth', 0.25], ...aged(17) }),
  routine('oralSurgery', 'Dental decay', [8, 0, 0, 0], { operation: ['teeth', 0.7], ...aged(3, 14) }),
  routine('oralSurgery', 'Lump in mouth', [0, 2, 5, 6]),
  routine('respiratory', snomed('49727002', 'Cough', 'Persistent cough'), [0, 3, 8, 11]),
  routine('respiratory', 'Snoring and daytime sleepiness', [0, 4, 9, 4]),
  suspectedCancer('respiratory', 'Abnormal chest X-ray', [0, 0, 4, 10], { operation: ['bronchoscopy', 0.12] }),
  routine('plastics', 'Hand lump or contracture', [0, 2, 5, 6], { operation: ['hand', 0.35] }),
  routine('elderly', 'Falls', [0, 0, 0, 9]),
  routine('elderly', 'Memory loss', [0, 0, 1, 9], aged(58)),
  routine('endocrinology', 'Abnormal thyroid tests', [0, 4, 5, 4]),
  routine('haematology', 'Abnormal blood count', [1, 3, 5, 9]),
];

const bandOf = (age: number): 0 | 1 | 2 | 3 => (age < 15 ? 0 : age < 45 ? 1 : age < 65 ? 2 : 3);

/** For each sex and band of age, the running sum of the weights. */
const sums = (['female', 'male'] as const).map((sex) =>
  ([0, 1, 2, 3] as const).map((band) => {
    let sum = 0;
    return rows.map((each) => (sum += each.sex === undefined || each.sex === sex ? each.weights[band] : 0));
  }),
);

/** One of them, fit for sex and age, by a number in [0, 1); undefined where it falls on one for other ages. */
export function referralReason(sex: Life['sex'], age: number, chance: number): ReferralReason | undefined {
  const running = sums[sex === 'female' ? 0 : 1]?.[bandOf(age)] ?? [];
  const at = chance * (running.at(-1) ?? 0);
  const found = rows[firstThat(running.length, (n) => (running[n] ?? 0) > at)];
  const [from, to] = found?.ages ?? [0, Infinity];
  return age < from || age > to ? undefined : found;
}
