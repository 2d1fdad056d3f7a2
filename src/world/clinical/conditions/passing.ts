/** Conditions that pass: how often they come by age, when in the year, and how long they last. They are told of since records began. */
import type { CodedText } from '../../../clinical-record.ts';
import { type Day, dayOf } from '../../calendar.ts';
import type { Quantiles } from '../../pattern/draws.ts';
import { snomed, uncoded } from '../coded.ts';
import type { Illness, IllnessGroup } from '../health.ts';
import type { FromTo } from './lasting-sort.ts';

/** First ages of the bands that rates are given for. */
export const rateBands = [0, 1, 5, 15, 25, 45, 65, 75, 85] as const;

/** Share of a year's cases in each month, in hundreds. */
export const seasons = {
  even: [8.5, 7.7, 8.5, 8.2, 8.5, 8.2, 8.5, 8.5, 8.2, 8.5, 8.2, 8.5],
  winter: [14, 12, 11, 8, 6, 5, 4, 4, 6, 8, 10, 12],
  summer: [5, 5, 6, 8, 10, 13, 14, 13, 9, 7, 5, 5],
  spring: [7, 8, 12, 13, 13, 11, 8, 5, 5, 6, 6, 6],
  autumn: [6, 6, 6, 6, 6, 6, 5, 6, 13, 15, 14, 11],
} as const satisfies Readonly<Record<string, readonly number[]>>;

export interface PassingSort {
  readonly illness: Illness;
  /** Of a thousand people a year, by band. */
  readonly rates: readonly number[];
  /** Of women, for one of men. */
  readonly women: number;
  readonly season: keyof typeof seasons;
  readonly days: FromTo;
  /** Nobody has it a second time. */
  readonly once: boolean;
  /** Days until the practice is told. */
  readonly delay: FromTo;
  readonly severity?: readonly [mild: number, moderate: number];
  /** Odds of those who have one of these. */
  readonly after?: Readonly<Record<string, number>>;
  /** The age from which there is no such thing. */
  readonly until?: number;
  /** Share of the rates in a year, where they have not always been the same. */
  readonly years?: Quantiles;
  /** The day from which there is such a thing. */
  readonly since?: Day;
}

type About = Partial<Omit<PassingSort, 'illness' | 'rates' | 'days'>> & Partial<Pick<Illness, 'specialty' | 'isMajor' | 'isEmergency'>>;

function passing(
  sort: string,
  group: IllnessGroup,
  what: string | CodedText,
  rates: readonly number[],
  days: FromTo,
  { specialty, isMajor = false, isEmergency = false, women = 1, season = 'even', once = false, delay, ...about }: About = {},
): PassingSort {
  return {
    illness: {
      sort,
      what: typeof what === 'string' ? uncoded(what) : what,
      group,
      isMajor,
      isLasting: false,
      isEmergency,
      ...(specialty && { specialty }),
    },
    rates,
    women,
    season,
    days,
    once,
    delay: delay ?? (isEmergency ? [1, 9] : [0, 6]),
    ...about,
  };
}

export const passingSorts: readonly PassingSort[] = [
  passing(
    'upper-respiratory-infection',
    'infection',
    snomed('54150009', 'Upper respiratory infection'),
    [420, 260, 80, 45, 36, 30, 26, 26, 24],
    [5, 14],
    { season: 'winter', women: 1.2 },
  ),
  passing('chest-infection', 'lungs', 'Chest infection', [90, 80, 26, 12, 18, 38, 75, 115, 150], [7, 21], {
    season: 'winter',
    women: 1.1,
    after: { copd: 5, asthma: 1.8, bronchiectasis: 6 },
    severity: [0.6, 0.35],
  }),
  passing('pneumonia', 'lungs', snomed('233604007', 'Pneumonia'), [6, 4, 1, 0.6, 1, 2.5, 7, 15, 32], [14, 42], {
    season: 'winter',
    isMajor: true,
    isEmergency: true,
    specialty: 'respiratory-medicine',
    severity: [0.2, 0.5],
    after: { copd: 4, dementia: 3 },
  }),
  passing('bronchiolitis', 'lungs', 'Bronchiolitis', [130, 6, 0, 0, 0, 0, 0, 0, 0], [7, 18], {
    until: 2,
    season: 'winter',
    women: 0.8,
    specialty: 'paediatrics',
    severity: [0.6, 0.32],
  }),
  passing('croup', 'lungs', 'Croup', [24, 26, 2, 0, 0, 0, 0, 0, 0], [3, 6], { until: 7, season: 'autumn', women: 0.7 }),
  passing(
    'post-viral-cough',
    'lungs',
    snomed('445241004', 'Postviral cough', 'Post-viral cough'),
    [25, 26, 10, 8, 10, 13, 16, 16, 12],
    [14, 40],
    { season: 'winter', women: 1.3 },
  ),
  passing('influenza', 'infection', snomed('6142004', 'Influenza'), [5, 6, 5, 4, 5, 5, 4, 5, 6], [7, 14], { season: 'winter' }),
  passing('covid-19', 'infection', snomed('1240751000000100', 'COVID-19'), [42, 30, 32, 52, 60, 50, 42, 52, 80], [6, 20], {
    since: dayOf('2020-03-01'),
    season: 'winter',
    women: 1.15,
    years: [
      [2_020, 0.4],
      [2_021, 0.9],
      [2_022, 1],
      [2_023, 0.35],
      [2_025, 0.15],
      [2_040, 0.1],
    ],
  }),
  passing('otitis-media', 'ears-nose-throat', snomed('65363002', 'Otitis media'), [95, 120, 38, 8, 6, 5, 4, 3, 2], [4, 10], {
    season: 'winter',
  }),
  passing('otitis-externa', 'ears-nose-throat', 'Otitis externa', [4, 8, 14, 13, 14, 17, 20, 20, 18], [7, 18], { season: 'summer' }),
  passing('tonsillitis', 'ears-nose-throat', 'Acute tonsillitis', [30, 72, 45, 36, 17, 5, 2, 1, 0.6], [6, 12], {
    women: 1.3,
    season: 'spring',
  }),
  passing('sinusitis', 'ears-nose-throat', 'Acute sinusitis', [0, 1, 4, 10, 18, 20, 17, 13, 7], [10, 24], { women: 1.7, season: 'winter' }),
  passing('ear-wax', 'ears-nose-throat', 'Impacted ear wax', [1, 3, 6, 8, 12, 26, 50, 65, 70], [10, 40]),
  passing('nosebleed', 'ears-nose-throat', 'Epistaxis', [2, 5, 8, 3, 2, 3, 7, 12, 16], [1, 5], { season: 'winter' }),
  passing(
    'benign-positional-vertigo',
    'ears-nose-throat',
    'Benign paroxysmal positional vertigo',
    [0, 0, 0.5, 2, 5, 11, 18, 21, 20],
    [14, 60],
    { women: 1.8 },
  ),
  passing(
    'conjunctivitis',
    'eyes',
    snomed('9826008', 'Conjunctivitis (disorder)', 'Conjunctivitis'),
    [110, 62, 16, 8, 8, 9, 11, 13, 16],
    [4, 10],
    { season: 'spring' },
  ),
  passing('chickenpox', 'infection', 'Chickenpox', [22, 26, 6, 1.5, 0.7, 0.1, 0, 0, 0], [9, 16], { season: 'spring', once: true }),
  passing('hand-foot-and-mouth', 'infection', 'Hand, foot and mouth disease', [22, 20, 1.5, 0.2, 0.3, 0, 0, 0, 0], [6, 11], {
    until: 9,
    season: 'autumn',
  }),
  passing('scarlet-fever', 'infection', 'Scarlet fever', [1, 4, 2, 0.1, 0.1, 0, 0, 0, 0], [6, 12], { season: 'spring', once: true }),
  passing('impetigo', 'skin', 'Impetigo', [9, 17, 10, 3, 2, 1.5, 1.2, 1.2, 1.5], [6, 14], { season: 'autumn' }),
  passing('viral-wart', 'skin', 'Viral wart', [0, 6, 26, 15, 8, 6, 4, 2, 1], [60, 420]),
  passing('molluscum-contagiosum', 'skin', 'Molluscum contagiosum', [3, 18, 11, 1.5, 0.5, 0, 0, 0, 0], [150, 500], { once: true }),
  passing('scabies', 'skin', 'Scabies', [2, 3, 3, 5, 2, 1, 0.8, 1, 2], [20, 50], { season: 'autumn' }),
  passing('fungal-skin-infection', 'skin', 'Fungal infection of skin', [16, 15, 14, 14, 16, 20, 26, 28, 30], [20, 60], {
    season: 'summer',
  }),
  passing('nappy-rash', 'skin', 'Nappy rash', [60, 10, 0, 0, 0, 0, 0, 0, 0], [4, 12], { until: 3 }),
  passing('infant-colic', 'gut', 'Infantile colic', [55, 0, 0, 0, 0, 0, 0, 0, 0], [20, 70], { until: 1 }),
  passing('oral-thrush', 'infection', 'Oral candidiasis', [48, 6, 0.5, 0.6, 1, 2.5, 5, 7, 11], [7, 16]),
  passing('febrile-convulsion', 'nerves', 'Febrile convulsion', [5, 8, 0.3, 0, 0, 0, 0, 0, 0], [1, 2], {
    until: 6,
    isEmergency: true,
    specialty: 'paediatrics',
    season: 'winter',
  }),
  passing('gastroenteritis', 'gut', 'Gastroenteritis', [80, 60, 15, 14, 15, 12, 12, 15, 22], [3, 9], { season: 'spring' }),
  passing('threadworm', 'infection', 'Threadworm', [0, 9, 8, 0.6, 2, 0.4, 0.1, 0, 0], [14, 28]),
  passing('constipation', 'gut', 'Constipation', [45, 48, 20, 10, 14, 22, 48, 85, 130], [14, 120], { women: 1.4 }),
  passing('dyspepsia', 'gut', 'Dyspepsia', [4, 2, 3, 12, 22, 30, 34, 36, 34], [20, 90], { women: 1.2 }),
  passing(
    'urinary-tract-infection',
    'kidneys-and-bladder',
    snomed('68566005', 'Urinary tract infection'),
    [10, 12, 9, 15, 15, 22, 42, 70, 110],
    [4, 10],
    { women: 3.6, after: { 'type-2-diabetes': 1.4, dementia: 1.7, 'prostate-enlargement': 1.8 } },
  ),
  passing('kidney-stone', 'kidneys-and-bladder', 'Kidney stone', [0, 0, 0.1, 0.8, 2.2, 3, 2.6, 1.8, 1.2], [7, 60], {
    women: 0.6,
    isEmergency: true,
    specialty: 'urology',
    isMajor: true,
    season: 'summer',
  }),
  passing('acute-kidney-injury', 'kidneys-and-bladder', 'Acute kidney injury', [0.3, 0.1, 0.1, 0.2, 0.5, 2, 8, 19, 36], [5, 40], {
    isEmergency: true,
    specialty: 'general-medicine',
    isMajor: true,
    severity: [0.6, 0.28],
    after: { 'chronic-kidney-disease-3': 3, 'heart-failure': 2 },
  }),
  passing('cellulitis', 'skin', 'Cellulitis', [4, 6, 5, 7, 11, 18, 28, 40, 60], [8, 21], { season: 'summer', severity: [0.55, 0.37] }),
  passing('skin-abscess', 'skin', 'Abscess of skin', [3, 4, 4, 9, 10, 9, 7, 6, 6], [7, 28]),
  passing('ingrowing-toenail', 'skin', 'Ingrowing toenail', [1, 2, 9, 8, 4, 4, 5, 6, 6], [20, 120]),
  passing('contact-dermatitis', 'skin', 'Contact dermatitis', [14, 14, 12, 16, 17, 17, 18, 18, 19], [14, 60], { women: 1.4 }),
  passing('urticaria', 'skin', 'Urticaria', [9, 14, 9, 8, 8, 6, 5, 4, 3], [3, 30], { women: 1.4 }),
  passing('insect-bite', 'skin', snomed('276433004', 'Insect bite - wound', 'Insect bite'), [7, 12, 9, 7, 9, 9, 8, 7, 5], [4, 10], {
    season: 'summer',
  }),
  passing('shingles', 'skin', 'Shingles', [0, 0.4, 1, 1.8, 2.8, 5.5, 9, 10.5, 11], [14, 40], { women: 1.25, severity: [0.5, 0.4] }),
  passing('vaginal-thrush', 'women', 'Vaginal candidiasis', [0, 0, 1, 30, 28, 12, 5, 3, 2], [5, 14]),
  passing('bacterial-vaginosis', 'women', 'Bacterial vaginosis', [0, 0, 0, 8, 9, 3, 0.6, 0.2, 0], [5, 12]),
  passing('balanitis', 'men', 'Balanitis', [6, 8, 3, 2, 3, 3, 4, 4, 3], [6, 16]),
  passing('neck-pain', 'bones-and-joints', 'Neck pain', [0, 0, 1.5, 9, 19, 24, 20, 16, 12], [20, 90], { women: 1.4 }),
  passing('acute-back-pain', 'bones-and-joints', 'Acute low back pain', [0, 0, 2, 18, 36, 42, 38, 36, 32], [10, 60], { women: 1.1 }),
  passing('sciatica', 'bones-and-joints', 'Sciatica', [0, 0, 0, 3, 12, 18, 16, 14, 10], [30, 150], { women: 1.1, severity: [0.4, 0.45] }),
  passing('shoulder-pain', 'bones-and-joints', 'Shoulder pain', [0, 0, 0.8, 5, 12, 27, 30, 28, 22], [40, 240], {
    women: 1.1,
    specialty: 'trauma-and-orthopaedics',
  }),
  passing('knee-pain', 'bones-and-joints', snomed('30989003', 'Knee pain'), [0, 0.5, 7, 11, 14, 24, 28, 28, 22], [20, 150], {
    specialty: 'trauma-and-orthopaedics',
  }),
  passing('plantar-fasciitis', 'bones-and-joints', 'Plantar fasciitis', [0, 0, 1, 2, 6, 11, 6, 3, 1], [60, 300], { women: 1.3 }),
  passing('tennis-elbow', 'bones-and-joints', 'Tennis elbow', [0, 0, 0.1, 0.8, 4, 6, 2, 1, 0.3], [60, 260]),
  passing('ankle-sprain', 'injury', 'Sprain of ankle', [0, 1, 15, 15, 9, 6, 4, 3, 2], [14, 45], { season: 'summer' }),
  passing('wrist-fracture', 'injury', 'Fracture of wrist', [0.2, 2, 10, 3, 1.8, 3, 4.5, 6, 8], [40, 70], {
    isMajor: true,
    isEmergency: true,
    specialty: 'trauma-and-orthopaedics',
    after: { osteoporosis: 2.5 },
    season: 'summer',
  }),
  passing('ankle-fracture', 'injury', 'Fracture of ankle', [0, 0.3, 1.2, 1.5, 1.3, 1.8, 2, 2, 1.6], [45, 90], {
    isMajor: true,
    isEmergency: true,
    specialty: 'trauma-and-orthopaedics',
  }),
  passing('hip-fracture', 'injury', 'Fracture of neck of femur', [0, 0, 0, 0, 0.05, 0.3, 1.8, 6, 19], [60, 150], {
    isMajor: true,
    isEmergency: true,
    women: 2,
    specialty: 'trauma-and-orthopaedics',
    after: { osteoporosis: 3, dementia: 2, frailty: 1.5 },
  }),
  passing('head-injury', 'injury', 'Minor head injury', [16, 22, 9, 7, 4, 4, 6, 11, 24], [2, 12], { isEmergency: true, women: 0.8 }),
  passing('laceration', 'injury', 'Laceration', [4, 14, 10, 10, 8, 7, 7, 9, 14], [7, 14], {
    isEmergency: true,
    women: 0.7,
    season: 'summer',
  }),
  passing('burn', 'injury', 'Burn of skin', [4, 5, 1, 1.4, 1.4, 1, 0.9, 0.9, 1], [7, 28]),
  passing('appendicitis', 'gut', 'Acute appendicitis', [0, 0.2, 1.6, 1.9, 1, 0.7, 0.5, 0.4, 0.3], [7, 28], {
    once: true,
    isMajor: true,
    isEmergency: true,
    women: 0.85,
    specialty: 'general-surgery',
  }),
  passing('diverticulitis', 'gut', 'Acute diverticulitis', [0, 0, 0, 0, 0.4, 2.2, 4, 4.5, 4], [8, 24], {
    isMajor: true,
    specialty: 'colorectal-surgery',
    after: { 'diverticular-disease': 6 },
  }),
  passing('pancreatitis', 'gut', 'Acute pancreatitis', [0, 0, 0, 0.2, 0.4, 0.6, 0.8, 1, 1.1], [7, 40], {
    isMajor: true,
    isEmergency: true,
    specialty: 'general-surgery',
    after: { gallstones: 4, 'alcohol-dependence': 7 },
  }),
  passing('deep-vein-thrombosis', 'heart-and-vessels', 'Deep vein thrombosis of leg', [0, 0, 0, 0.3, 0.7, 1.4, 2.6, 3.8, 4.8], [90, 200], {
    isMajor: true,
    specialty: 'haematology',
  }),
  passing('pulmonary-embolism', 'lungs', snomed('59282003', 'Pulmonary embolism'), [0, 0, 0, 0.15, 0.35, 0.8, 1.8, 2.8, 3.6], [90, 240], {
    isMajor: true,
    isEmergency: true,
    specialty: 'respiratory-medicine',
  }),
  passing(
    'syncope',
    'heart-and-vessels',
    snomed('271594007', 'Syncope (disorder)', 'Syncope'),
    [0.3, 0.5, 2, 4, 2.5, 3, 6, 11, 17],
    [1, 3],
    { isEmergency: true },
  ),
  passing('glue-ear', 'ears-nose-throat', 'Otitis media with effusion', [4, 16, 5, 0.3, 0.3, 0.4, 0.4, 0.3, 0.2], [60, 300], {
    specialty: 'ear-nose-throat',
    season: 'winter',
  }),
  passing('speech-delay', 'development', 'Delayed speech and language development', [0, 17, 1, 0, 0, 0, 0, 0, 0], [200, 900], {
    women: 0.45,
    once: true,
    until: 7,
    specialty: 'paediatrics',
  }),
  passing('squint', 'eyes', 'Squint', [3, 7, 1.2, 0.2, 0.1, 0.1, 0.1, 0.1, 0.1], [300, 1_200], {
    once: true,
    until: 12,
    specialty: 'ophthalmology',
  }),
  passing('undescended-testis', 'men', 'Undescended testis', [9, 2, 0.5, 0, 0, 0, 0, 0, 0], [150, 500], {
    once: true,
    until: 13,
    specialty: 'paediatrics',
  }),
  passing('nocturnal-enuresis', 'kidneys-and-bladder', 'Nocturnal enuresis', [0, 1.5, 7, 0.3, 0, 0, 0, 0, 0], [150, 900], {
    women: 0.6,
    until: 17,
  }),
  passing('tension-headache', 'nerves', 'Tension-type headache', [0, 0.5, 6, 11, 13, 11, 7, 5, 4], [10, 60], { women: 1.7 }),
  passing('dizziness', 'nerves', snomed('404640003', 'Dizziness (finding)', 'Dizziness'), [0, 0.2, 1.5, 6, 9, 14, 24, 33, 36], [7, 50], {
    women: 1.4,
  }),
  passing('palpitations', 'heart-and-vessels', 'Palpitations', [0, 0, 0.8, 4, 7, 10, 13, 14, 12], [7, 60], { women: 1.5 }),
  passing('blepharitis', 'eyes', 'Blepharitis', [3, 4, 3, 3, 4, 8, 13, 16, 16], [20, 90]),
  passing('seborrhoeic-dermatitis', 'skin', 'Seborrhoeic dermatitis', [40, 4, 4, 8, 8, 8, 8, 7, 6], [20, 90]),
  passing('trigger-finger', 'bones-and-joints', 'Trigger finger', [0, 0, 0.1, 0.3, 1, 3.5, 4.5, 3.5, 2], [60, 300], {
    women: 1.5,
    after: { 'type-2-diabetes': 2.5 },
    specialty: 'trauma-and-orthopaedics',
  }),
  passing('fall', 'injury', 'Fall', [4, 5, 2, 1, 1.5, 4, 18, 50, 135], [1, 14], {
    isEmergency: true,
    women: 1.3,
    after: { 'parkinsons-disease': 3, dementia: 2, frailty: 1.8 },
  }),
  passing('acute-confusion', 'nerves', snomed('130987000', 'Acute confusion'), [0, 0, 0, 0, 0.1, 0.4, 2, 7, 24], [4, 30], {
    isEmergency: true,
    specialty: 'elderly-medicine',
    after: { dementia: 4, 'parkinsons-disease': 2 },
  }),
  passing(
    'pressure-ulcer',
    'skin',
    snomed('225562005', 'Pressure injury of sacral region of back', 'Pressure ulcer of sacrum'),
    [0, 0, 0, 0, 0.1, 0.4, 1.5, 4.5, 14],
    [30, 160],
    {
      after: { dementia: 3, stroke: 2 },
    },
  ),
  passing('venous-leg-ulcer', 'skin', 'Venous ulcer of leg', [0, 0, 0, 0, 0.1, 0.7, 2.2, 4.5, 9], [60, 300], {
    women: 1.3,
    after: { 'venous-insufficiency': 6 },
  }),
  passing('stress-reaction', 'mind', 'Acute stress reaction', [0, 0, 0.5, 14, 22, 20, 7, 5, 4], [30, 150], { women: 1.6 }),
  passing('bereavement', 'mind', 'Bereavement reaction', [0, 0, 0.3, 1.5, 2.5, 6, 10, 14, 14], [60, 300], { women: 1.7 }),
];
