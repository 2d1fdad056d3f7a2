/** What is done in hospitals by plan: operations, looks inside, and treatments that are given in a day. */
import type { CodedText } from '../../../clinical-record.ts';
import { snomed, uncoded } from '../coded.ts';
import type { Specialty } from './specialties.ts';

export interface Intervention {
  readonly sort: string;
  readonly what: CodedText;
  readonly specialty: Specialty;
  /** Nights in hospital, about; none for a day case. */
  readonly nights: number;
  /** How often in a life; without bound where it is not said. */
  readonly atMost?: number;
  /** Done on one side, and the other time on the other. */
  readonly hasSides?: true;
}

type Rest = Partial<Pick<Intervention, 'atMost' | 'hasSides'>>;
const once: Rest = { atMost: 1 };
const eachSide: Rest = { atMost: 2, hasSides: true };

const operation = (sort: string, what: CodedText | string, specialty: Specialty, nights: number, rest: Rest = {}): Intervention => ({
  sort,
  what: typeof what === 'string' ? uncoded(what) : what,
  specialty,
  nights,
  ...rest,
});

export const operations = {
  cataract: operation('cataract-surgery', snomed('54885007', 'Extraction of cataract'), 'ophthalmology', 0, eachSide),
  gastroscopy: operation('gastroscopy', 'Gastroscopy', 'gastroenterology', 0),
  colonoscopy: operation('colonoscopy', snomed('73761001', 'Colonoscopy'), 'gastroenterology', 0),
  cystoscopy: operation('cystoscopy', 'Cystoscopy', 'urology', 0),
  hysteroscopy: operation('hysteroscopy', 'Hysteroscopy', 'gynaecology', 0),
  skinExcision: operation('skin-lesion-excision', 'Excision of skin lesion', 'dermatology', 0),
  angiography: operation('coronary-angiography', 'Coronary angiography', 'cardiology', 0),
  stent: operation('coronary-stent', 'Insertion of coronary stent', 'cardiology', 2, { atMost: 3 }),
  bypass: operation('coronary-bypass', 'Coronary artery bypass graft', 'cardiology', 8, once),
  valve: operation('heart-valve-replacement', 'Replacement of heart valve', 'cardiology', 8, once),
  cardioversion: operation('cardioversion', 'Cardioversion', 'cardiology', 0, { atMost: 3 }),
  pacemaker: operation('pacemaker', 'Implantation of cardiac pacemaker', 'cardiology', 1, once),
  hip: operation('hip-replacement', 'Total hip replacement', 'orthopaedics', 4, eachSide),
  knee: operation('knee-replacement', 'Total knee replacement', 'orthopaedics', 4, eachSide),
  hipFracture: operation('hip-fracture-surgery', 'Fixation of hip fracture', 'orthopaedics', 14, { atMost: 2 }),
  fixation: operation('fracture-fixation', 'Fixation of fracture', 'orthopaedics', 2, { atMost: 4 }),
  arthroscopy: operation('knee-arthroscopy', 'Arthroscopy of knee', 'orthopaedics', 0, eachSide),
  carpalTunnel: operation('carpal-tunnel-release', 'Carpal tunnel release', 'orthopaedics', 0, eachSide),
  jointInjection: operation('joint-injection', 'Injection into joint', 'orthopaedics', 0),
  spinalInjection: operation('spinal-injection', 'Injection into spine for pain', 'pain', 0),
  hernia: operation('hernia-repair', 'Repair of inguinal hernia', 'generalSurgery', 0, eachSide),
  gallbladder: operation('cholecystectomy', 'Laparoscopic cholecystectomy', 'generalSurgery', 0, once),
  appendix: operation('appendicectomy', 'Appendicectomy', 'generalSurgery', 2, once),
  haemorrhoids: operation('haemorrhoid-treatment', 'Treatment of haemorrhoids', 'colorectal', 0, { atMost: 2 }),
  veins: operation('varicose-vein-treatment', 'Treatment of varicose veins', 'vascular', 0, eachSide),
  tonsils: operation('tonsillectomy', 'Tonsillectomy', 'ent', 0, once),
  grommets: operation('grommets', 'Insertion of grommets', 'ent', 0, { atMost: 2 }),
  septoplasty: operation('septoplasty', 'Septoplasty', 'ent', 0, once),
  teeth: operation('dental-extraction', 'Extraction of teeth', 'oralSurgery', 0, { atMost: 3 }),
  womb: operation('hysterectomy', snomed('236886002', 'Hysterectomy'), 'gynaecology', 3, once),
  laparoscopy: operation('laparoscopy', 'Diagnostic laparoscopy', 'gynaecology', 0, { atMost: 3 }),
  hand: operation('hand-surgery', 'Operation on hand', 'plastics', 0, { atMost: 2 }),
  prostate: operation('prostate-resection', 'Transurethral resection of prostate', 'urology', 2, once),
  stone: operation('stone-treatment', 'Treatment of kidney stone', 'urology', 0, { atMost: 3 }),
  prostateBiopsy: operation('prostate-biopsy', 'Biopsy of prostate', 'urology', 0, { atMost: 3 }),
  prostatectomy: operation('prostatectomy', 'Radical prostatectomy', 'urology', 2, once),
  breast: operation('breast-surgery', 'Wide local excision of breast cancer', 'breast', 0, once),
  mastectomy: operation('mastectomy', 'Mastectomy', 'breast', 2, once),
  bowel: operation('bowel-resection', 'Resection of bowel', 'colorectal', 7, once),
  lung: operation('lung-resection', 'Resection of lung', 'respiratory', 6, once),
  bladder: operation('bladder-tumour-resection', 'Transurethral resection of bladder tumour', 'urology', 1, { atMost: 3 }),
  kidney: operation('nephrectomy', 'Nephrectomy', 'urology', 4, once),
  melanoma: operation('melanoma-excision', 'Wide excision of melanoma', 'plastics', 0, { atMost: 2 }),
  thyroid: operation('thyroidectomy', 'Thyroidectomy', 'ent', 2, once),
  testis: operation('orchidectomy', 'Removal of testis', 'urology', 0, once),
  neck: operation('neck-dissection', 'Excision of tumour of head or neck', 'ent', 5, once),
  brain: operation('craniotomy', 'Excision of brain tumour', 'neurosurgery', 7, once),
  chemotherapy: operation('chemotherapy', 'Chemotherapy', 'oncology', 0),
  eyeInjection: operation('eye-injection', 'Injection into eye', 'ophthalmology', 0),
  glaucomaLaser: operation('glaucoma-laser', 'Laser treatment of glaucoma', 'ophthalmology', 0, eachSide),
  infusion: operation('infusion', 'Infusion of a biological medicine', 'rheumatology', 0),
  ironInfusion: operation('iron-infusion', 'Infusion of iron', 'haematology', 0),
  boneInfusion: operation('zoledronic-acid-infusion', 'Infusion of zoledronic acid', 'rheumatology', 0),
  bronchoscopy: operation('bronchoscopy', 'Bronchoscopy', 'respiratory', 0, { atMost: 2 }),
  dialysisAccess: operation('dialysis-access', 'Making of access for dialysis', 'vascular', 0, once),
  evacuation: operation('evacuation-of-womb', 'Surgical management of miscarriage', 'gynaecology', 0),
  caesarean: operation('caesarean', 'Caesarean section', 'obstetrics', 3),
} as const satisfies Record<string, Intervention>;

export type OperationName = keyof typeof operations;
