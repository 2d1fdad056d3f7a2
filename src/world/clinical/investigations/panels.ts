/** Investigations whose results come as a report: what it is called, of which specimen, and what it measures. New ones go last. */
import type { CodedText, ReportEntry } from '../../../clinical-record.ts';
import { snomed, uncoded } from '../coded.ts';
import type { ObservationSort } from '../observations/sorts.ts';

export interface PanelRow {
  readonly what: CodedText;
  readonly category: ReportEntry['category'];
  readonly specimen?: CodedText;
  readonly members: readonly ObservationSort[];
  /** Not again within so many days, for whichever reason. */
  readonly apart: number;
  /** What an image shows where nothing else is said of it. */
  readonly shows?: string;
}

const blood = snomed('122555007', 'Venous blood specimen');
const bloodWithEdta = snomed('445295009', 'Blood specimen with EDTA');
const urine = snomed('122575003', 'Urine specimen');
const midStream = snomed('258574006', 'Mid-stream urine specimen');
const stool = uncoded('Stool specimen');

const laboratory = (what: CodedText, specimen: CodedText, members: readonly ObservationSort[], apart = 20): PanelRow => ({
  what,
  category: 'laboratory',
  specimen,
  members,
  apart,
});
const image = (what: CodedText, shows: string, members: readonly ObservationSort[] = []): PanelRow => ({
  what,
  category: 'imaging',
  members,
  apart: 30,
  shows,
});
const tracing = (what: CodedText, shows: string | undefined, members: readonly ObservationSort[] = []): PanelRow => ({
  what,
  category: 'other',
  members,
  apart: 30,
  ...(shows !== undefined && { shows }),
});

const rows = {
  'full-blood-count': laboratory(snomed('26604007', 'Full blood count'), bloodWithEdta, [
    'haemoglobin',
    'mcv',
    'white-cells',
    'neutrophils',
    'platelets',
  ]),
  'urea-and-electrolytes': laboratory(snomed('252167001', 'Urea and electrolytes'), blood, [
    'sodium',
    'potassium',
    'urea',
    'creatinine',
    'egfr',
  ]),
  'liver-function': laboratory(snomed('26958001', 'Hepatic function panel', 'Liver function tests'), blood, [
    'alt',
    'alp',
    'bilirubin',
    'albumin',
  ]),
  lipids: laboratory(snomed('1005661000000103', 'Serum lipids level'), blood, ['cholesterol', 'hdl', 'ldl', 'triglycerides']),
  hba1c: laboratory(snomed('43396009', 'Haemoglobin A1c measurement'), bloodWithEdta, ['hba1c'], 12),
  thyroid: laboratory(uncoded('Thyroid function tests'), blood, ['tsh', 't4']),
  bone: laboratory(uncoded('Bone profile'), blood, ['calcium', 'phosphate']),
  haematinics: laboratory(uncoded('Haematinics'), blood, ['ferritin', 'b12', 'folate']),
  ferritin: laboratory(uncoded('Serum ferritin'), blood, ['ferritin']),
  'vitamin-d': laboratory(uncoded('Vitamin D'), blood, ['vitamin-d']),
  inflammation: laboratory(uncoded('Inflammatory markers'), blood, ['crp', 'esr'], 5),
  rheumatoid: laboratory(uncoded('Rheumatoid factor'), blood, ['rheumatoid-factor']),
  inr: laboratory(uncoded('International normalised ratio'), blood, ['inr'], 2),
  psa: laboratory(snomed('63476009', 'Prostate specific antigen measurement'), blood, ['psa']),
  urate: laboratory(uncoded('Serum urate'), blood, ['urate']),
  lithium: laboratory(uncoded('Lithium level'), blood, ['lithium'], 5),
  digoxin: laboratory(uncoded('Digoxin level'), blood, ['digoxin']),
  glucose: laboratory(uncoded('Plasma glucose'), blood, ['glucose']),
  'glucose-tolerance': laboratory(uncoded('Glucose tolerance test'), blood, ['fasting-glucose', 'glucose-after-2-hours']),
  'urine-albumin': laboratory(snomed('1023491000000104', 'Urine albumin:creatinine ratio'), urine, ['urine-albumin-creatinine']),
  urinalysis: laboratory(
    uncoded('Urine dipstick'),
    urine,
    ['urine-leucocytes', 'urine-nitrite', 'urine-blood', 'urine-protein', 'urine-ketones', 'urine-glucose'],
    4,
  ),
  'urine-culture': laboratory(uncoded('Urine microscopy and culture'), midStream, ['urine-culture'], 6),
  'stool-culture': laboratory(uncoded('Stool microscopy and culture'), stool, ['stool-culture']),
  'throat-swab': laboratory(uncoded('Throat swab'), uncoded('Throat swab'), ['throat-culture']),
  calprotectin: laboratory(uncoded('Faecal calprotectin'), stool, ['calprotectin']),
  'faecal-blood': laboratory(uncoded('Faecal immunochemical test'), stool, ['faecal-blood']),
  coeliac: laboratory(uncoded('Coeliac serology'), blood, ['coeliac-antibodies']),
  natriuretic: laboratory(uncoded('Natriuretic peptide'), blood, ['natriuretic']),
  'ovarian-marker': laboratory(uncoded('Cancer antigen 125'), blood, ['ovarian-marker']),
  'cervical-screening': laboratory(
    snomed('417036008', 'Liquid based cervical cytology screening', 'Cervical screening'),
    uncoded('Cervical sample'),
    ['cervical-screening'],
    200,
  ),
  'bowel-screening': laboratory(uncoded('Bowel cancer screening'), stool, ['faecal-blood'], 200),
  'breast-screening': { ...image(uncoded('Breast screening'), '', ['mammogram']), apart: 200 },
  'aorta-screening': image(uncoded('Abdominal aortic aneurysm screening'), '', ['aorta-diameter']),
  'antenatal-bloods': laboratory(uncoded('Antenatal booking bloods'), blood, ['blood-group', 'pregnancy-infections']),
  'newborn-blood-spot': laboratory(uncoded('Newborn blood spot screening'), snomed('440500007', 'Dried blood spot specimen'), [
    'newborn-blood-spot',
  ]),
  electrocardiogram: tracing(snomed('268400002', '12 lead ECG'), 'Sinus rhythm. No acute changes.'),
  spirometry: tracing(uncoded('Spirometry'), undefined, ['fev1', 'forced-vital-capacity']),
  'chest-x-ray': image(uncoded('X-ray of chest'), 'Lungs and pleural spaces clear. Heart not enlarged.'),
  'joint-x-ray': image(uncoded('X-ray of joint'), 'Mild wear of the joint for age. No fracture.'),
  'bone-x-ray': image(uncoded('X-ray of bone'), 'No fracture seen.'),
  'abdomen-ultrasound': image(uncoded('Ultrasound of abdomen'), 'Liver, gallbladder, kidneys and spleen normal.'),
  'pelvis-ultrasound': image(uncoded('Ultrasound of pelvis'), 'Womb and ovaries normal.'),
  echocardiogram: image(uncoded('Echocardiogram'), 'Left ventricle of normal size and function. No significant valve disease.'),
  'head-scan': image(uncoded('Computed tomography of head'), 'No bleeding, infarct or mass.'),
  'spine-scan': image(uncoded('Magnetic resonance imaging of lumbar spine'), 'Wear of discs. No compression of nerve roots.'),
  'chest-scan': image(snomed('169069000', 'Computed tomography of chest'), 'No suspicious nodule.'),
  'kidney-scan': image(uncoded('Computed tomography of kidneys, ureters and bladder'), 'No stone seen.'),
  mammogram: image(uncoded('Mammogram'), 'No sign of cancer.'),
  'bone-density': image(uncoded('Bone density scan'), '', ['bone-density']),
  'dating-scan': image(uncoded('Early pregnancy dating scan'), 'Single live pregnancy, size as expected for dates.'),
  'anomaly-scan': image(uncoded('20-week anomaly scan'), 'Growth as expected. No abnormality seen. Placenta clear of the cervix.'),
} satisfies Record<string, PanelRow>;

export type PanelSort = keyof typeof rows;

export const panelRows: { readonly [Sort in PanelSort]: PanelRow } = rows;

const rowsByName: ReadonlyMap<string, PanelRow> = new Map(Object.entries(rows));

export const panelOf = (sort: string): PanelRow | undefined => rowsByName.get(sort);
