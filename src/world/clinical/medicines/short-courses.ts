/**
 * When a short course is prescribed: for what passes, for what lasts when it is worse, and for what nobody codes. Antibiotics are as common
 * by age as Dolk (JAC 2018) has them, other medicines as Prescription Cost Analysis 2024/25 leaves for short courses.
 */
import type { seasons } from '../conditions/passing.ts';
import type { RemedyName } from './remedies.ts';

/** What may be given, and how often each against the others; those that follow are for those who may not have it. */
export type Remedies = Readonly<Partial<Record<RemedyName, number>>>;

export interface ShortCourse {
  /** Of a hundred. */
  readonly percent: number;
  readonly of: Remedies;
}

const chest: Remedies = { amoxicillin: 62, doxycycline: 30, clarithromycin: 5 };
const throat: Remedies = { penicillin: 78, amoxicillin: 12, clarithromycin: 5 };
const ear: Remedies = { amoxicillin: 82, clarithromycin: 8, coAmoxiclav: 4 };
const water: Remedies = { nitrofurantoin: 58, trimethoprim: 15, cefalexin: 16 };
const skin: Remedies = { flucloxacillin: 88, doxycycline: 7, clarithromycin: 5 };
const pain: Remedies = { naproxen: 42, coCodamol: 18, codeine: 22, paracetamol: 12, ibuprofen: 6, tramadol: 6 };
const joint: Remedies = { naproxen: 40, ibuprofenGel: 22, paracetamol: 18, coCodamol: 14, ibuprofen: 7 };
const stool: Remedies = { macrogol: 55, lactulose: 25, senna: 16 };
const stomach: Remedies = { omeprazole: 50, lansoprazole: 36, alginate: 14 };
const itch: Remedies = { hydrocortisone: 40, betamethasone: 22, clobetasone: 14, epimax: 14, cetraben: 12 };
const allergic: Remedies = { fexofenadine: 30, antihistamine: 34, loratadine: 16, chlorphenamine: 12 };
const some = (percent: number, of: Remedies): readonly ShortCourse[] => [{ percent, of }];

/** By the sort of what passes. */
export const forWhatPasses: Readonly<Record<string, readonly ShortCourse[]>> = {
  'chest-infection': [...some(78, chest), ...some(5, { salbutamol: 1 })],
  pneumonia: some(80, { amoxicillin: 45, doxycycline: 30, coAmoxiclav: 12, clarithromycin: 14 }),
  'upper-respiratory-infection': [...some(14, { ...throat, amoxicillin: 40 }), ...some(5, { paracetamol: 1 })],
  'post-viral-cough': some(6, { salbutamol: 1 }),
  influenza: some(12, { paracetamol: 1 }),
  bronchiolitis: some(6, { salbutamol: 1 }),
  croup: some(72, { dexamethasone: 1 }),
  'otitis-media': [...some(64, ear), ...some(24, { ibuprofen: 1, paracetamol: 2 })],
  'otitis-externa': some(84, { earSpray: 4, earDrops: 5, flucloxacillin: 1 }),
  tonsillitis: [...some(62, throat), ...some(10, { paracetamol: 1 })],
  'scarlet-fever': some(96, { penicillinTenDays: 9, clarithromycin: 1 }),
  sinusitis: [...some(46, { penicillin: 40, doxycycline: 34, clarithromycin: 10 }), ...some(26, { nasalSteroid: 1 })],
  'ear-wax': some(22, { oliveOil: 1 }),
  'benign-positional-vertigo': some(56, { prochlorperazine: 6, betahistine: 3, cyclizine: 1 }),
  conjunctivitis: some(60, { chloramphenicol: 8, chloramphenicolOintment: 2 }),
  chickenpox: some(34, { chlorphenamine: 3, calamine: 1 }),
  'hand-foot-and-mouth': some(6, { paracetamol: 1 }),
  impetigo: some(92, { hydrogenPeroxide: 3, fusidicAcid: 4, flucloxacillin: 3, clarithromycin: 1 }),
  scabies: some(94, { permethrin: 1 }),
  'fungal-skin-infection': some(74, { clotrimazole: 5, terbinafineCream: 4, miconazole: 4, terbinafine: 1, ketoconazole: 2 }),
  'nappy-rash': some(62, { zinc: 3, miconazole: 2, clotrimazole: 2 }),
  'infant-colic': some(10, { infantAlginate: 1 }),
  'oral-thrush': some(88, { nystatin: 1 }),
  gastroenteritis: [...some(12, { rehydration: 1 }), ...some(5, { loperamide: 1 }), ...some(5, { ondansetron: 1, metoclopramide: 1 })],
  threadworm: some(90, { mebendazole: 1 }),
  constipation: some(50, { ...stool, glycerol: 4 }),
  dyspepsia: some(76, stomach),
  'urinary-tract-infection': some(94, water),
  'kidney-stone': some(54, { naproxen: 5, codeine: 3 }),
  cellulitis: some(95, skin),
  'skin-abscess': some(76, skin),
  mastitis: some(84, skin),
  'ingrowing-toenail': some(34, skin),
  'insect-bite': [...some(24, skin), ...some(26, { chlorphenamine: 2, hydrocortisone: 1 })],
  laceration: some(8, skin),
  burn: some(30, { silver: 1 }),
  'contact-dermatitis': some(68, itch),
  urticaria: some(76, allergic),
  shingles: [...some(72, { aciclovir: 7, valaciclovir: 3 }), ...some(24, { amitriptyline: 3, coCodamol: 3, codeine: 1 })],
  'vaginal-thrush': some(86, { fluconazole: 4, clotrimazolePessary: 5 }),
  'bacterial-vaginosis': some(90, { metronidazoleSevenDays: 1 }),
  balanitis: some(70, { clotrimazole: 3, miconazole: 3 }),
  diverticulitis: some(70, { coAmoxiclav: 4, metronidazole: 2, doxycycline: 1 }),
  'acute-back-pain': [...some(58, pain), ...some(9, { diazepam: 1 })],
  sciatica: [...some(60, pain), ...some(22, { amitriptyline: 1 })],
  'neck-pain': [...some(42, pain), ...some(5, { diazepam: 1 })],
  'shoulder-pain': some(40, joint),
  'knee-pain': some(40, joint),
  'tennis-elbow': some(30, joint),
  'plantar-fasciitis': some(24, joint),
  'ankle-sprain': some(24, joint),
  'ankle-fracture': some(42, { coCodamol: 3, codeine: 2, paracetamol: 2 }),
  'wrist-fracture': some(42, { coCodamol: 3, codeine: 2, paracetamol: 2 }),
  'hip-fracture': some(60, { coCodamol: 2, codeine: 2, paracetamol: 3, morphine: 1 }),
  'stress-reaction': some(13, { zopiclone: 3, propranolol: 3, diazepam: 2, promethazine: 1 }),
  'actinic-keratosis': some(40, { efudix: 1 }),
  'hyperemesis-gravidarum': some(90, { cyclizine: 5, prochlorperazine: 3, ondansetron: 2 }),
  'pelvic-girdle-pain': some(20, { paracetamol: 1, codeine: 1 }),
  bereavement: some(15, { zopiclone: 3, diazepam: 2 }),
};

type Season = keyof typeof seasons;

export interface Flare {
  /** Of a thousand who live with it, in a year; where it is severe, so many times as often. */
  readonly perThousand: number;
  readonly severe?: number;
  readonly season: Season;
  /** What it is for, in words, where that is not the condition itself. */
  readonly reason?: string;
  readonly of: readonly Remedies[];
}

const flare = (perThousand: number, season: Season, ...of: readonly Remedies[]): Flare => ({ perThousand, season, of });
const because = (reason: string, perThousand: number, season: Season, of: Remedies): Flare => ({ perThousand, season, reason, of: [of] });

/** By the sort of what lasts. */
export const whenWorse: Readonly<Record<string, readonly Flare[]>> = {
  asthma: [
    { ...flare(130, 'winter', { prednisolone: 1 }), severe: 3 },
    because('Chest infection', 40, 'winter', chest),
    flare(300, 'autumn', { spacer: 1 }),
  ],
  copd: [{ ...flare(300, 'winter', { shortPrednisolone: 1 }, { doxycycline: 5, amoxicillin: 4, clarithromycin: 1 }), severe: 1.8 }],
  bronchiectasis: [flare(500, 'winter', { amoxicillin: 4, doxycycline: 4, clarithromycin: 1 })],
  gout: [flare(160, 'even', { colchicine: 5, naproxen: 4, shortPrednisolone: 1 })],
  eczema: [flare(170, 'winter', itch), because('Infected eczema', 26, 'winter', skin)],
  psoriasis: [flare(110, 'winter', { betamethasoneOintment: 1, betamethasone: 1 })],
  'hay-fever': [
    flare(150, 'spring', allergic),
    flare(110, 'spring', { nasalSteroid: 1, fluticasoneSpray: 1 }),
    flare(30, 'spring', { cromoglicate: 3, olopatadine: 1 }),
  ],
  migraine: [flare(50, 'even', { naproxen: 2, prochlorperazine: 1, metoclopramide: 1 })],
  'low-back-pain': [flare(170, 'even', pain), flare(40, 'even', { diazepam: 1 })],
  osteoarthritis: [flare(140, 'even', joint), flare(70, 'even', { coCodamol: 2, codeine: 1 })],
  'rheumatoid-arthritis': [flare(160, 'even', { shortPrednisolone: 1 })],
  'gastro-oesophageal-reflux': [flare(60, 'even', { alginate: 1 })],
  'irritable-bowel-syndrome': [flare(80, 'even', { mebeverine: 3, hyoscine: 2, loperamide: 1 })],
  haemorrhoids: [flare(180, 'even', { haemorrhoidOintment: 1 })],
  'anxiety-disorder': [flare(90, 'even', { propranolol: 4, diazepam: 4, promethazine: 1 })],
  depression: [because('Poor sleep', 24, 'even', { zopiclone: 2, promethazine: 1 })],
  insomnia: [flare(200, 'even', { zopiclone: 3, promethazine: 1 })],
  'vitamin-d-deficiency': [flare(160, 'winter', { strongColecalciferol: 1, colecalciferol: 1 })],
  'heavy-menstrual-bleeding': [flare(220, 'even', { tranexamicAcid: 3, norethisterone: 1 })],
  'urinary-incontinence': [because('Urinary symptoms', 130, 'even', water)],
  dementia: [because('Urinary symptoms', 70, 'winter', water), because('Chest infection', 50, 'winter', chest)],
  frailty: [
    because('Chest infection', 45, 'winter', chest),
    because('Urinary symptoms', 40, 'even', water),
    because('Infected skin', 20, 'even', skin),
    because('Constipation', 120, 'even', stool),
  ],
  'type-2-diabetes': [because('Infected skin', 50, 'even', skin)],
  'heart-failure': [because('Chest infection', 110, 'winter', chest)],
  'macular-degeneration': [because('Dry eyes', 60, 'even', { hypromellose: 1, carmellose: 1 })],
  cataract: [because('Inflamed eye', 70, 'even', { steroidAndAntibacterialDrops: 1 })],
  acne: [flare(60, 'even', { fusidicAcid: 1 })],
};

/** First ages of the bands that the rates below are given for. */
export const everydayAges = [0, 1, 5, 10, 16, 25, 45, 65, 75, 85] as const;

export interface Everyday {
  /** In words: nobody codes it. */
  readonly reason: string;
  /** Of a thousand in a year, by band. */
  readonly rates: readonly number[];
  /** Of women, for one of men. */
  readonly women: number;
  readonly season: Season;
  readonly of: Remedies;
}

const day = (reason: string, rates: readonly number[], of: Remedies, { women = 1, season = 'even' as Season } = {}): Everyday => ({
  reason,
  rates,
  women,
  season,
  of,
});

/** So many for one man that there is no man. */
const womenOnly = 1_000_000;

export const everyday: readonly Everyday[] = [
  day('Cough', [100, 110, 28, 10, 24, 32, 56, 92, 88, 40], chest, { season: 'winter', women: 1.6 }),
  day('Sore throat', [20, 54, 42, 24, 42, 26, 13, 6, 5, 4], throat, { season: 'winter', women: 1.6 }),
  day('Earache', [60, 76, 30, 10, 8, 7, 6, 5, 4, 4], ear, { season: 'winter' }),
  day('Dental abscess', [0, 3, 10, 9, 18, 26, 24, 20, 16, 12], { amoxicillin: 6, metronidazole: 4 }, { women: 1.2 }),
  day('Urinary symptoms', [6, 8, 8, 7, 32, 38, 40, 54, 56, 30], water, { women: 4 }),
  day('Infected skin', [14, 20, 11, 9, 16, 19, 22, 29, 30, 16], skin, { women: 1.3, season: 'summer' }),
  day('Infected wound', [1, 6, 6, 5, 6, 6, 8, 12, 18, 28], { flucloxacillin: 5, coAmoxiclav: 1, doxycycline: 2 }),
  day('Pelvic pain', [0, 0, 0, 0, 12, 10, 3, 1, 0, 0], { metronidazole: 3, doxycycline: 3 }, { women: 12 }),
  day('Pain', [0, 0, 0, 1, 28, 76, 110, 100, 90, 80], pain, { women: 1.4 }),
  day('Fever', [40, 36, 12, 4, 0, 0, 0, 0, 0, 0], { paracetamol: 4, ibuprofen: 1 }, { season: 'winter' }),
  day('Itchy skin', [50, 34, 18, 14, 16, 20, 26, 34, 40, 44], itch, { season: 'winter' }),
  day('Seasonal allergy', [0, 10, 30, 28, 22, 16, 11, 8, 6, 4], allergic, { season: 'spring', women: 1.3 }),
  day('Blocked nose', [0, 0, 12, 12, 12, 16, 14, 12, 9, 6], { nasalSteroid: 1, fluticasoneSpray: 1 }, { season: 'spring' }),
  day('Dry eyes', [0, 0, 0, 0, 1, 2, 5, 11, 15, 16], { hypromellose: 1, carmellose: 1 }, { women: 1.8 }),
  day('Sticky eye', [70, 34, 10, 4, 3, 4, 6, 9, 14, 20], { chloramphenicol: 1 }),
  day('Head lice', [0, 3, 6, 2, 0, 0, 0, 0, 0, 0], { dimeticone: 1 }, { women: 2, season: 'autumn' }),
  day('Indigestion', [16, 2, 1, 3, 14, 24, 30, 30, 30, 26], { ...stomach, infantAlginate: 10 }, { women: 1.2 }),
  day('Dizziness', [0, 0, 0, 0, 3, 6, 10, 15, 19, 20], { prochlorperazine: 3, betahistine: 1 }, { women: 1.6 }),
  day('Sickness', [0, 0, 0, 1, 7, 8, 6, 7, 9, 12], { cyclizine: 3, metoclopramide: 2, ondansetron: 1, domperidone: 1 }, { women: 2 }),
  day('Flying', [0, 0, 0, 0, 1, 10, 14, 7, 2, 0], { diazepam: 1 }, { women: 2 }),
  day('Emergency contraception', [0, 0, 0, 0, 26, 9, 0.5, 0, 0, 0], { morningAfter: 3, ulipristal: 2 }, { women: womenOnly }),
  day('Cold sore', [0, 1, 2, 2, 3, 3, 2, 1, 1, 1], { aciclovirCream: 1 }),
  day('Stopping smoking', [0, 0, 0, 0, 2, 6, 7, 3, 1, 0], { nicotinePatch: 3, nicotineGum: 1 }),
  day('Low iron', [0, 0, 0, 2, 8, 10, 10, 14, 22, 30], { ferrousFumarate: 1 }, { women: 4 }),
  day('Low folate', [0, 0, 0, 0, 2, 3, 6, 10, 15, 22], { folicAcid: 1 }, { women: 1.3 }),
  day('Wheeze', [0, 18, 10, 6, 10, 18, 30, 40, 44, 42], { prednisolone: 4, shortPrednisolone: 6, salbutamol: 2 }, { season: 'winter' }),
  day('Piles', [0, 0, 0, 0, 3, 6, 6, 6, 5, 4], { haemorrhoidOintment: 1 }),
  day('Constipation', [8, 10, 4, 3, 4, 6, 10, 20, 36, 60], stool, { women: 1.5 }),
];
