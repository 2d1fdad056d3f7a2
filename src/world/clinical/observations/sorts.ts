/**
 * What is measured or found, as one row each: how it is called, in which unit, and what is normal. The place of a row is part of what is drawn
 * for it: new ones go last.
 */
import type { CodedText, ObservationEntry } from '../../../clinical-record.ts';
import { snomed, uncoded } from '../coded.ts';

/** Normal from … to, either may be absent: as entries tell it, so that all of them share it. */
type Range = NonNullable<ObservationEntry['range']>;
type Bounds = readonly [low: number | undefined, high: number | undefined];

/** For women and men, and for children up to an age where theirs is another. */
export interface NormalRanges {
  readonly female: Range;
  readonly male: Range;
  readonly child?: { readonly below: number; readonly range: Range };
}

export interface ObservationRow {
  readonly what: CodedText;
  readonly unit?: string;
  readonly ucum?: string;
  readonly decimals: number;
  readonly ranges?: NormalRanges;
}

const range = ([low, high]: Bounds): Range => ({ ...(low !== undefined && { low }), ...(high !== undefined && { high }) });

interface Childrens {
  readonly below: number;
  readonly range: Bounds;
}

const bySex = (female: Bounds, male: Bounds, child?: Childrens): NormalRanges => ({
  female: range(female),
  male: range(male),
  ...(child && { child: { below: child.below, range: range(child.range) } }),
});

const normal = (low: number | undefined, high: number | undefined, child?: Childrens): NormalRanges =>
  bySex([low, high], [low, high], child);

/** A number with its unit, which UCUM writes in the same way unless said otherwise. */
const measured = (what: CodedText, unit: string, decimals: number, ranges?: NormalRanges, ucum = unit): ObservationRow => ({
  what,
  unit,
  ucum,
  decimals,
  ...(ranges && { ranges }),
});

const score = (what: CodedText): ObservationRow => measured(what, 'score', 0, undefined, '{score}');

/** Said in words. */
const found = (what: CodedText): ObservationRow => ({ what, decimals: 0 });

const rows = {
  'blood-pressure': measured(snomed('75367002', 'Blood pressure'), 'mmHg', 0, undefined, 'mm[Hg]'),
  pulse: measured(snomed('78564009', 'Pulse rate'), 'beats/min', 0, normal(50, 100), '/min'),
  temperature: measured(snomed('386725007', 'Body temperature'), '°C', 1, normal(36, 37.9), 'Cel'),
  'oxygen-saturation': measured(snomed('431314004', 'Peripheral oxygen saturation'), '%', 0, normal(94, undefined)),
  'respiratory-rate': measured(
    snomed('86290005', 'Respiratory rate'),
    'breaths/min',
    0,
    normal(12, 20, { below: 12, range: [18, 40] }),
    '/min',
  ),
  'early-warning-score': score(
    snomed('1104051000000101', 'Royal College of Physicians NEWS2 (National Early Warning Score 2) total score', 'NEWS2 total score'),
  ),
  weight: measured(snomed('27113001', 'Body weight'), 'kg', 1),
  height: measured(snomed('50373000', 'Body height measure', 'Body height'), 'cm', 0),
  bmi: measured(snomed('60621009', 'Body mass index'), 'kg/m²', 1, undefined, 'kg/m2'),
  waist: measured(snomed('276361009', 'Waist circumference'), 'cm', 0, bySex([undefined, 87], [undefined, 101])),
  'head-circumference': measured(snomed('363812007', 'Head circumference'), 'cm', 1),
  'birth-weight': measured(snomed('364589006', 'Birth weight'), 'kg', 2),
  smoking: found(snomed('365981007', 'Tobacco smoking behaviour - finding', 'Smoking status')),
  cigarettes: measured(snomed('230056004', 'Cigarette consumption'), 'cigarettes/day', 0, undefined, '{cigarette}/d'),
  alcohol: measured(snomed('1082641000000106', 'Alcohol units consumed per week'), 'units/week', 0, normal(undefined, 14), '{unit}/wk'),
  'peak-flow': measured(snomed('18491006', 'Peak expiratory flow rate'), 'L/min', 0),
  fev1: measured(uncoded('Forced expiratory volume in 1 second'), 'L', 2),
  'forced-vital-capacity': measured(snomed('50834005', 'Forced vital capacity'), 'L', 2),
  hba1c: measured(
    snomed('1107481000000106', 'HbA1c (haemoglobin A1c) substance concentration in blood', 'HbA1c'),
    'mmol/mol',
    0,
    normal(20, 41),
  ),
  glucose: measured(snomed('1010671000000102', 'Plasma glucose level'), 'mmol/L', 1, normal(3, 7.7)),
  'fasting-glucose': measured(snomed('1003141000000105', 'Plasma fasting glucose level'), 'mmol/L', 1, normal(3, 5.4)),
  'glucose-after-2-hours': measured(snomed('1003721000000104', '120 minute blood glucose level'), 'mmol/L', 1, normal(undefined, 7.7)),
  cholesterol: measured(snomed('1005671000000105', 'Serum cholesterol level'), 'mmol/L', 1, normal(undefined, 5)),
  hdl: measured(
    snomed('1005681000000107', 'Serum high density lipoprotein cholesterol level'),
    'mmol/L',
    2,
    bySex([1.2, undefined], [1, undefined]),
  ),
  ldl: measured(snomed('1022191000000100', 'Serum low density lipoprotein cholesterol level'), 'mmol/L', 1, normal(undefined, 3)),
  triglycerides: measured(snomed('1005691000000109', 'Serum triglycerides level'), 'mmol/L', 1, normal(undefined, 1.7)),
  'cardiovascular-risk': measured(uncoded('Cardiovascular risk (10 years)'), '%', 1, normal(undefined, 9.9)),
  creatinine: measured(
    snomed('1107001000000108', 'Creatinine substance concentration in serum', 'Serum creatinine'),
    'µmol/L',
    0,
    bySex([45, 84], [59, 104], { below: 16, range: [20, 70] }),
    'umol/L',
  ),
  egfr: measured(
    snomed('1107411000000104', 'Estimated glomerular filtration rate by laboratory calculation', 'eGFR'),
    'mL/min/1.73m²',
    0,
    normal(60, undefined),
    'mL/min/{1.73_m2}',
  ),
  sodium: measured(snomed('1107871000000107', 'Sodium substance concentration in serum', 'Serum sodium'), 'mmol/L', 0, normal(133, 146)),
  potassium: measured(
    snomed('1107761000000109', 'Potassium substance concentration in serum', 'Serum potassium'),
    'mmol/L',
    1,
    normal(3.5, 5.3),
  ),
  urea: measured(snomed('1110281000000107', 'Urea substance concentration in serum', 'Serum urea'), 'mmol/L', 1, normal(2.5, 7.8)),
  alt: measured(
    snomed('1106081000000100', 'Alanine aminotransferase enzyme activity in serum', 'Alanine aminotransferase'),
    'U/L',
    0,
    bySex([undefined, 35], [undefined, 45]),
  ),
  alp: measured(uncoded('Alkaline phosphatase'), 'U/L', 0, normal(30, 130, { below: 17, range: [60, 425] })),
  bilirubin: measured(
    snomed('1107221000000109', 'Total bilirubin substance concentration in serum', 'Total bilirubin'),
    'µmol/L',
    0,
    normal(undefined, 21),
    'umol/L',
  ),
  albumin: measured(uncoded('Serum albumin'), 'g/L', 0, normal(35, 50)),
  calcium: measured(uncoded('Adjusted serum calcium'), 'mmol/L', 2, normal(2.2, 2.6)),
  phosphate: measured(uncoded('Serum phosphate'), 'mmol/L', 2, normal(0.8, 1.5, { below: 16, range: [1.1, 1.9] })),
  haemoglobin: measured(
    snomed('1107511000000100', 'Haemoglobin mass concentration in blood', 'Haemoglobin'),
    'g/L',
    0,
    bySex([115, 165], [130, 180], { below: 12, range: [105, 150] }),
  ),
  mcv: measured(
    snomed('1491000237105', 'Erythrocytes MCV (mean corpuscular volume) in blood', 'Mean corpuscular volume'),
    'fL',
    0,
    normal(80, 100, { below: 12, range: [73, 92] }),
  ),
  'white-cells': measured(snomed('1110441000000100', 'White blood cell count in blood'), '10⁹/L', 1, normal(4, 11), '10*9/L'),
  neutrophils: measured(snomed('1108071000000101', 'Neutrophil count in blood'), '10⁹/L', 1, normal(2, 7.5), '10*9/L'),
  platelets: measured(snomed('1108041000000107', 'Platelet count in blood'), '10⁹/L', 0, normal(150, 450), '10*9/L'),
  ferritin: measured(uncoded('Serum ferritin'), 'µg/L', 0, bySex([13, 150], [30, 400]), 'ug/L'),
  b12: measured(uncoded('Serum vitamin B12'), 'ng/L', 0, normal(180, 900)),
  folate: measured(uncoded('Serum folate'), 'µg/L', 1, normal(3, 20), 'ug/L'),
  'vitamin-d': measured(uncoded('Serum 25-hydroxyvitamin D'), 'nmol/L', 0, normal(50, undefined)),
  tsh: measured(uncoded('Serum thyroid stimulating hormone'), 'mU/L', 2, normal(0.3, 4.5), 'm[IU]/L'),
  t4: measured(uncoded('Serum free thyroxine'), 'pmol/L', 1, normal(9, 19)),
  crp: measured(snomed('135842001', 'Serum C reactive protein level'), 'mg/L', 0, normal(undefined, 5)),
  esr: measured(uncoded('Erythrocyte sedimentation rate'), 'mm/h', 0, bySex([undefined, 20], [undefined, 15])),
  'rheumatoid-factor': measured(uncoded('Rheumatoid factor'), 'kU/L', 0, normal(undefined, 13), 'k[IU]/L'),
  inr: measured(uncoded('International normalised ratio'), 'ratio', 1, undefined, '{INR}'),
  psa: measured(
    snomed('1107801000000104', 'Prostate specific antigen mass concentration in plasma', 'Prostate specific antigen'),
    'µg/L',
    1,
    undefined,
    'ug/L',
  ),
  urate: measured(uncoded('Serum urate'), 'µmol/L', 0, bySex([140, 360], [200, 430]), 'umol/L'),
  lithium: measured(uncoded('Serum lithium'), 'mmol/L', 2, normal(0.4, 1)),
  digoxin: measured(uncoded('Serum digoxin'), 'µg/L', 1, normal(0.5, 1.5), 'ug/L'),
  'urine-albumin-creatinine': measured(snomed('1023491000000104', 'Urine albumin:creatinine ratio'), 'mg/mmol', 1, normal(undefined, 2.9)),
  calprotectin: measured(uncoded('Faecal calprotectin'), 'µg/g', 0, normal(undefined, 49), 'ug/g'),
  'faecal-blood': measured(uncoded('Faecal immunochemical test'), 'µg/g', 0, normal(undefined, 9), 'ug/g'),
  'coeliac-antibodies': measured(uncoded('Tissue transglutaminase antibodies'), 'U/mL', 1, normal(undefined, 6.9)),
  natriuretic: measured(uncoded('N-terminal pro B-type natriuretic peptide'), 'ng/L', 0, normal(undefined, 399)),
  'ovarian-marker': measured(uncoded('Cancer antigen 125'), 'kU/L', 0, normal(undefined, 34), 'k[IU]/L'),
  'urine-leucocytes': found(snomed('275741008', 'Leucocytes in urine')),
  'urine-nitrite': found(snomed('1023721000000106', 'Urine nitrite level')),
  'urine-protein': found(snomed('1003291000000105', 'Urine total protein')),
  'urine-ketones': found(snomed('1019571000000108', 'Urine ketone test')),
  'urine-glucose': found(snomed('1003181000000102', 'Urine test for glucose')),
  'urine-blood': found(snomed('307821001', 'Urine blood test')),
  'urine-culture': found(uncoded('Urine culture')),
  'stool-culture': found(uncoded('Stool culture')),
  'throat-culture': found(uncoded('Throat swab culture')),
  'cervical-screening': found(uncoded('Cervical screening result')),
  mammogram: found(uncoded('Breast screening result')),
  'aorta-diameter': measured(uncoded('Diameter of the abdominal aorta'), 'cm', 1, normal(undefined, 2.9)),
  'bone-density': measured(uncoded('Bone density T-score'), 'T-score', 1, normal(-1, undefined), '{T-score}'),
  'foot-check': found(uncoded('Diabetic foot check')),
  'eye-screening': found(uncoded('Diabetic eye screening result')),
  breathlessness: measured(uncoded('MRC breathlessness scale'), 'grade', 0, undefined, '{grade}'),
  'asthma-control': score(uncoded('Asthma control score (5 to 25)')),
  'depression-score': score(uncoded('PHQ-9 score')),
  'anxiety-score': score(uncoded('GAD-7 score')),
  'memory-score': score(uncoded('Memory score (out of 30)')),
  'frailty-score': score(uncoded('Frailty score (1 to 9)')),
  'fundal-height': measured(uncoded('Height of the womb above the pubic bone'), 'cm', 0),
  'fetal-heart': measured(snomed('249043002', 'Fetal heart rate'), 'beats/min', 0, normal(110, 160), '/min'),
  'blood-group': found(uncoded('Blood group')),
  'pregnancy-infections': found(uncoded('Infection screening in pregnancy')),
  'newborn-blood-spot': found(uncoded('Newborn blood spot screening')),
  'newborn-hearing': found(uncoded('Newborn hearing screening')),
  'newborn-examination': found(uncoded('Newborn physical examination')),
} satisfies Record<string, ObservationRow>;

export type ObservationSort = keyof typeof rows;

export const observationRows: { readonly [Sort in ObservationSort]: ObservationRow } = rows;

export const observationSorts = Object.keys(rows).filter((name): name is ObservationSort => name in rows);

/** The row of a sort by its name. */
export const observationRowOf = (sort: string): ObservationRow | undefined => rowsByName.get(sort);

const rowsByName: ReadonlyMap<string, ObservationRow> = new Map(Object.entries(rows));

/** The parts of a blood pressure. */
export const bloodPressureParts = [
  snomed('271649006', 'Systolic blood pressure'),
  snomed('271650006', 'Diastolic blood pressure'),
] as const;

/** What is normal at an age for one of a sex. */
export function rangeOf({ ranges }: ObservationRow, sex: 'female' | 'male', age: number): Range | undefined {
  if (ranges === undefined) return undefined;
  return ranges.child !== undefined && age < ranges.child.below ? ranges.child.range : ranges[sex];
}
