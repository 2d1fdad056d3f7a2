/**
 * What lasting conditions of the body are treated with, in the steps that guidance for England takes, and as often as leaves the shares
 * of people by medicine where Prescription Cost Analysis 2024/25 has them.
 */
import {
  statin,
  strongStatin,
  calciumBlocker,
  renin,
  anticoagulant,
  acidReducer,
  emollient,
  antihistamine,
  nasalSteroid,
  oneStepPreventer,
  twoStepPreventer,
  bloodThinning,
  painLadder,
  strongPainRelief,
  nsaid,
  nervePain,
  paracetamol,
  laxative,
  loop,
  betaBlocker,
  iron,
  gliflozin,
  glaucomaDrops,
  fromBladder,
  vitaminD,
} from './choices.ts';
import type { Taker, Treatment } from './treatment.ts';
import { only } from './treatment.ts';
import { said, taken, weekly } from './doses.ts';

const blackCategories = 'MNP';
/** NICE NG136: a calcium-channel blocker comes first from 55 on, and for people of Black African or African-Caribbean family origin. */
const calciumFirst = ({ age, day, life, health }: Taker): boolean =>
  (age >= 55 || blackCategories.includes(life.ethnicity)) &&
  !health.conditions.some(({ illness, recorded }) => illness.sort === 'type-2-diabetes' && recorded <= day);
const reninFirst = (taker: Taker): boolean => !calciumFirst(taker);
const from =
  (least: number) =>
  ({ age }: Taker): boolean =>
    age >= least;
const below =
  (most: number) =>
  ({ age }: Taker): boolean =>
    age < most;

export const treatmentsOfBody: Readonly<Record<string, readonly Treatment[]>> = {
  // Heart and vessels
  hypertension: [
    { percent: 88, who: calciumFirst, choices: calciumBlocker },
    { percent: 62, who: calciumFirst, after: [0.5, 6], choices: renin },
    { percent: 88, who: reninFirst, choices: renin },
    { percent: 50, who: reninFirst, after: [0.5, 8], choices: calciumBlocker },
    {
      percent: 24,
      after: [2, 12],
      choices: [
        { of: ['Indapamide 2.5mg tablets'], weight: 3 },
        { of: ['Bendroflumethiazide 2.5mg tablets'], weight: 9, before: 2012 },
      ],
    },
    { percent: 8, after: [3, 14], choices: only('Doxazosin 4mg tablets') },
    { percent: 9, after: [0.5, 10], choices: betaBlocker },
    { percent: 3, after: [4, 14], choices: only('Spironolactone 25mg tablets') },
    { percent: 34, who: from(45), after: [0, 6], choices: statin },
  ],
  'coronary-heart-disease': [
    { percent: 95, choices: strongStatin, replaces: true },
    {
      percent: 94,
      choices: [
        { of: ['Aspirin 75mg dispersible tablets'], weight: 7 },
        { of: ['Clopidogrel 75mg tablets'], weight: 3 },
      ],
    },
    { percent: 78, choices: betaBlocker },
    { percent: 72, after: [0, 1], choices: renin },
    { percent: 45, after: [0, 3], choices: acidReducer },
    { percent: 26, after: [1, 10], choices: only('Ezetimibe 10mg tablets') },
    { percent: 30, choices: only('Glyceryl trinitrate 400micrograms/dose pump sublingual spray') },
  ],
  angina: [
    { percent: 85, choices: only('Glyceryl trinitrate 400micrograms/dose pump sublingual spray') },
    { percent: 28, after: [0, 4], choices: only('Isosorbide mononitrate 60mg modified-release tablets') },
    { percent: 12, choices: [{ of: ['Diltiazem 180mg modified-release capsules'] }] },
  ],
  'myocardial-infarction': [
    { percent: 35, lasts: [1, 1], choices: [{ of: ['Ticagrelor 90mg tablets'], since: 2012 }] },
    { percent: 85, choices: strongStatin, replaces: true },
  ],
  'atrial-fibrillation': [
    { percent: 92, choices: anticoagulant },
    { percent: 66, choices: betaBlocker },
    { percent: 14, after: [0, 4], choices: only('Digoxin 125microgram tablets') },
    { percent: 40, choices: statin },
  ],
  'heart-failure': [
    { percent: 82, choices: [{ of: ['Bisoprolol 1.25mg tablets', 'Bisoprolol 2.5mg tablets', 'Bisoprolol 5mg tablets'] }] },
    { percent: 75, choices: renin },
    { percent: 82, choices: loop },
    { percent: 40, after: [0, 2], choices: only('Spironolactone 25mg tablets') },
    {
      percent: 48,
      after: [0, 3],
      choices: [
        { of: ['Dapagliflozin 10mg tablets'], since: 2020 },
        { of: ['Empagliflozin 10mg tablets'], since: 2021 },
      ],
    },
    { percent: 10, after: [1, 4], replaces: true, choices: [{ of: ['Entresto 49mg/51mg tablets'], since: 2016 }] },
  ],
  'transient-ischaemic-attack': [
    { percent: 92, choices: strongStatin },
    { percent: 95, choices: bloodThinning },
  ],
  stroke: [
    { percent: 92, choices: strongStatin, replaces: true },
    { percent: 95, choices: bloodThinning },
    { percent: 50, after: [0, 1], choices: renin },
    { percent: 30, choices: acidReducer },
  ],
  'peripheral-arterial-disease': [
    { percent: 92, choices: strongStatin },
    { percent: 92, choices: bloodThinning },
  ],
  'high-cholesterol': [
    { percent: 52, who: from(40), after: [0, 5], choices: statin },
    { percent: 7, after: [1, 8], choices: only('Ezetimibe 10mg tablets') },
  ],
  'familial-hypercholesterolaemia': [
    { percent: 95, who: from(12), choices: strongStatin },
    { percent: 40, after: [0, 5], choices: only('Ezetimibe 10mg tablets') },
  ],
  'venous-insufficiency': [{ percent: 20, lasts: [1, 5], choices: emollient }],
  'chronic-kidney-disease-3': [
    { percent: 62, choices: statin },
    { percent: 40, choices: renin },
    { percent: 16, after: [0, 6], choices: [{ of: ['Dapagliflozin 10mg tablets'], since: 2022 }] },
    { percent: 8, after: [1, 8], choices: only('Furosemide 20mg tablets', 'Furosemide 40mg tablets') },
  ],
  'chronic-kidney-disease-4': [
    { percent: 50, choices: loop },
    { percent: 30, choices: only('Folic acid 5mg tablets') },
  ],

  'chronic-kidney-disease-5': [
    { percent: 66, choices: only('Alfacalcidol 250nanogram capsules') },
    { percent: 52, choices: only('Sodium bicarbonate 500mg capsules') },
    { percent: 60, choices: loop },
  ],

  // Metabolism
  'type-1-diabetes': [
    {
      percent: 100,
      choices: [
        { of: ['Insulin glargine 100units/ml solution for injection 3ml pre-filled disposable devices'], weight: 3 },
        { of: ['Insulin degludec 100units/ml solution for injection 3ml pre-filled disposable devices'], since: 2014 },
      ],
    },
    {
      percent: 100,
      choices: [
        { of: ['Insulin aspart 100units/ml solution for injection 3ml pre-filled disposable devices'], weight: 3 },
        { of: ['Fiasp FlexTouch 100units/ml solution for injection 3ml pre-filled pens'], since: 2018 },
      ],
    },
    { percent: 85, after: [0, 1], choices: [{ of: ['FreeStyle Libre 2 Sensor kit'], since: 2019 }] },
    { percent: 90, choices: only('Glucose blood testing strips') },
    { percent: 65, who: from(40), choices: statin },
  ],
  'type-2-diabetes': [
    {
      percent: 84,
      after: [0, 0.7],
      choices: [
        { of: ['Metformin 500mg tablets'], weight: 5, dose: taken(2, 2) },
        { of: ['Metformin 500mg tablets'], weight: 4 },
        { of: ['Metformin 500mg modified-release tablets'], weight: 3 },
      ],
    },
    { percent: 24, after: [1.5, 10], choices: only('Gliclazide 80mg tablets') },
    { percent: 42, after: [1, 9], choices: gliflozin },
    {
      percent: 26,
      after: [2, 10],
      choices: [{ of: ['Linagliptin 5mg tablets'], since: 2011 }, { of: ['Sitagliptin 100mg tablets'] }],
    },
    {
      percent: 17,
      after: [3, 12],
      choices: [
        { of: ['Semaglutide 1mg/0.74ml solution for injection 3ml pre-filled disposable devices'], weight: 3, since: 2019 },
        { of: ['Dulaglutide 1.5mg/0.5ml solution for injection pre-filled disposable devices'], weight: 2, since: 2015 },
      ],
    },
    {
      percent: 9,
      after: [5, 16],
      choices: [
        { of: ['Insulin glargine 100units/ml solution for injection 3ml pre-filled disposable devices'], weight: 2 },
        { of: ['Insulin isophane biphasic human 30/70 100units/ml suspension for injection 3ml cartridges'] },
      ],
    },
    { percent: 3, after: [2, 8], choices: only('Pioglitazone 30mg tablets') },
    { percent: 16, after: [0, 3], choices: only('Glucose blood testing strips') },
    { percent: 76, who: from(38), after: [0, 1], choices: statin },
    { percent: 40, who: from(38), after: [0, 5], choices: renin },
  ],
  'diabetic-neuropathy': [{ percent: 70, choices: nervePain }],
  gout: [{ percent: 68, after: [0, 3], choices: only('Allopurinol 100mg tablets', 'Allopurinol 300mg tablets') }],
  hypothyroidism: [
    {
      percent: 98,
      choices: [
        {
          of: [
            'Levothyroxine sodium 25microgram tablets',
            'Levothyroxine sodium 50microgram tablets',
            'Levothyroxine sodium 100microgram tablets',
          ],
        },
        { of: ['Levothyroxine sodium 50microgram tablets', 'Levothyroxine sodium 100microgram tablets'] },
        { of: ['Levothyroxine sodium 50microgram tablets'] },
      ],
    },
  ],
  hyperthyroidism: [
    {
      percent: 80,
      lasts: [1, 2],
      choices: [
        { of: ['Carbimazole 5mg tablets'], weight: 6 },
        { of: ['Propylthiouracil 50mg tablets'], sex: 'female' },
      ],
    },
    { percent: 40, lasts: [0.2, 0.6], choices: only('Propranolol 40mg tablets') },
  ],
  'vitamin-d-deficiency': [{ percent: 85, lasts: [0.5, 8], choices: vitaminD }],
  'pernicious-anaemia': [{ percent: 92, choices: only('Hydroxocobalamin 1mg/1ml solution for injection ampoules') }],
  'iron-deficiency-anaemia': [{ percent: 88, lasts: [0.3, 1.2], choices: iron }],

  // Lungs, nose and skin
  asthma: [
    { percent: 95, choices: [{ of: ['Salbutamol 100micrograms/dose inhaler CFC free'] }] },
    { percent: 84, mild: 74, severe: 98, choices: oneStepPreventer },
    { percent: 26, mild: 6, severe: 80, after: [1, 10], replaces: true, choices: twoStepPreventer },
    { percent: 12, severe: 40, who: from(15), after: [1, 10], choices: only('Montelukast 10mg tablets') },
  ],
  copd: [
    { percent: 92, choices: only('Salbutamol 100micrograms/dose inhaler CFC free') },
    {
      percent: 60,
      choices: [
        { of: ['Tiotropium bromide 18microgram inhalation powder capsules'], weight: 3, before: 2019 },
        { of: ['Tiotropium bromide 2.5micrograms/dose inhalation solution cartridge with device CFC free'], weight: 4 },
        { of: ['Umeclidinium bromide 65micrograms/dose / Vilanterol 22micrograms/dose dry powder inhaler'], weight: 2, since: 2014 },
      ],
    },
    {
      percent: 62,
      mild: 30,
      severe: 90,
      after: [0.5, 6],
      replaces: true,
      choices: [
        { of: ['Trimbow 87micrograms/dose / 5micrograms/dose / 9micrograms/dose inhaler'], weight: 9, since: 2017 },
        { of: ['Beclometasone 100micrograms/dose / Formoterol 6micrograms/dose inhaler CFC free'], weight: 2 },
        { of: ['Fluticasone furoate 92micrograms/dose / Vilanterol 22micrograms/dose dry powder inhaler'], weight: 2, since: 2014 },
        { of: ['Fluticasone 125micrograms/dose / Salmeterol 25micrograms/dose inhaler CFC free'], weight: 2, before: 2019 },
      ],
    },
    { percent: 28, severe: 45, after: [0, 5], choices: only('Carbocisteine 375mg capsules') },
    { percent: 5, severe: 20, after: [3, 10], choices: only('Morphine 10mg/5ml oral solution') },
  ],
  bronchiectasis: [
    { percent: 60, choices: only('Carbocisteine 375mg capsules') },
    { percent: 50, choices: only('Salbutamol 100micrograms/dose inhaler CFC free') },
  ],
  'hay-fever': [
    { percent: 15, lasts: [1, 9], choices: antihistamine },
    { percent: 11, lasts: [1, 8], choices: nasalSteroid },
    {
      percent: 6,
      who: from(6),
      lasts: [1, 6],
      choices: [{ of: ['Sodium cromoglicate 2% eye drops'], weight: 3 }, { of: ['Olopatadine 1mg/ml eye drops'] }],
    },
  ],
  eczema: [
    { percent: 38, lasts: [1, 8], choices: emollient },
    {
      percent: 34,
      lasts: [0.5, 6],
      choices: [
        { of: ['Hydrocortisone 1% cream'], weight: 4 },
        { of: ['Clobetasone 0.05% cream'], weight: 2, ages: [2, 200] },
        { of: ['Betamethasone valerate 0.1% cream'], weight: 1.5, ages: [6, 200] },
        { of: ['Mometasone 0.1% ointment'], weight: 1, ages: [6, 200] },
      ],
    },
  ],
  psoriasis: [
    { percent: 50, lasts: [1, 10], choices: [{ of: ['Calcipotriol 0.005% / Betamethasone dipropionate 0.05% gel'], ages: [18, 200] }] },
    { percent: 34, lasts: [1, 10], choices: emollient },
    { percent: 5, after: [2, 8], choices: only('Methotrexate 2.5mg tablets') },
    { percent: 5, after: [2, 8], choices: only('Folic acid 5mg tablets') },
    { percent: 18, lasts: [1, 6], choices: only('Betamethasone valerate 0.1% ointment') },
  ],
  acne: [
    { percent: 36, lasts: [0.3, 1.2], choices: only('Adapalene 0.1% / Benzoyl peroxide 2.5% gel') },
    { percent: 32, lasts: [0.25, 0.6], choices: [{ of: ['Lymecycline 408mg capsules'], ages: [12, 200] }] },
  ],
  rosacea: [{ percent: 25, lasts: [0.25, 1], choices: only('Lymecycline 408mg capsules') }],

  // Bones, joints and pain
  osteoarthritis: [
    { percent: 34, lasts: [1, 14], choices: paracetamol },
    { percent: 22, after: [0, 4], lasts: [1, 14], choices: painLadder },
    { percent: 14, who: below(75), lasts: [0.3, 4], choices: nsaid },
    { percent: 14, lasts: [0.5, 6], choices: only('Ibuprofen 5% gel') },
    { percent: 6, after: [3, 12], choices: strongPainRelief },
    { percent: 20, after: [0, 5], choices: acidReducer },
  ],
  'low-back-pain': [
    { percent: 24, lasts: [1, 12], choices: painLadder },
    { percent: 20, who: below(75), lasts: [0.2, 2], choices: nsaid },
    { percent: 18, after: [0.3, 4], lasts: [1, 16], choices: nervePain },
    { percent: 3, after: [1, 6], lasts: [1, 12], choices: strongPainRelief },
    { percent: 14, lasts: [1, 10], choices: paracetamol },
  ],
  fibromyalgia: [
    { percent: 65, choices: nervePain },
    { percent: 35, after: [0, 3], lasts: [1, 10], choices: painLadder },
  ],
  'rheumatoid-arthritis': [
    { percent: 62, choices: only('Methotrexate 2.5mg tablets') },
    { percent: 62, choices: [{ of: ['Folic acid 5mg tablets'], dose: weekly() }] },
    { percent: 24, choices: only('Hydroxychloroquine 200mg tablets') },
    { percent: 16, choices: only('Sulfasalazine 500mg gastro-resistant tablets') },
    { percent: 20, lasts: [0.5, 6], choices: only('Prednisolone 5mg tablets') },
    { percent: 25, choices: painLadder },
    { percent: 40, choices: acidReducer },
  ],
  'ankylosing-spondylitis': [{ percent: 65, choices: nsaid }],
  osteoporosis: [
    {
      percent: 66,
      lasts: [4, 10],
      choices: [
        { of: ['Alendronic acid 70mg tablets'], weight: 8 },
        { of: ['Denosumab 60mg/1ml solution for injection pre-filled syringes'], since: 2012 },
      ],
    },
    { percent: 76, choices: [{ of: ['Calcium carbonate 1.5g / Colecalciferol 400unit chewable tablets'], weight: 5 }, ...vitaminD] },
  ],
  'polymyalgia-rheumatica': [
    { percent: 97, lasts: [1.3, 3.5], choices: [{ of: ['Prednisolone 5mg tablets'], dose: said('Two to be taken each morning', 2) }] },
    { percent: 60, lasts: [1.3, 4], choices: only('Alendronic acid 70mg tablets') },
    { percent: 70, lasts: [1.3, 4], choices: acidReducer },
  ],

  // Gut
  'gastro-oesophageal-reflux': [
    { percent: 84, mild: 76, lasts: [1, 25], choices: acidReducer },
    { percent: 14, lasts: [0.5, 6], choices: only('Peptac liquid peppermint') },
  ],
  'irritable-bowel-syndrome': [
    { percent: 28, lasts: [1, 14], choices: only('Mebeverine 135mg tablets') },
    { percent: 10, lasts: [0.5, 6], choices: only('Hyoscine butylbromide 10mg tablets') },
    { percent: 10, lasts: [1, 6], choices: only('Amitriptyline 10mg tablets') },
  ],
  'ulcerative-colitis': [
    { percent: 78, choices: only('Mesalazine 800mg gastro-resistant tablets') },
    { percent: 15, after: [1, 6], choices: only('Azathioprine 50mg tablets') },
  ],
  'crohns-disease': [
    { percent: 36, choices: only('Azathioprine 50mg tablets') },
    { percent: 25, choices: only('Hydroxocobalamin 1mg/1ml solution for injection ampoules') },
    { percent: 20, choices: vitaminD },
  ],
  'coeliac-disease': [{ percent: 20, choices: vitaminD }],
  cirrhosis: [
    { percent: 50, choices: only('Propranolol 40mg tablets') },
    { percent: 40, choices: only('Spironolactone 25mg tablets') },
    { percent: 40, choices: only('Lactulose 3.1-3.7g/5ml oral solution') },
  ],
  'diverticular-disease': [{ percent: 24, lasts: [0.5, 6], choices: laxative }],
  constipation: [{ percent: 62, lasts: [0.3, 4], choices: laxative }],

  // Bladder, prostate, eyes
  'overactive-bladder': [{ percent: 74, lasts: [0.7, 12], choices: fromBladder }],
  'urinary-incontinence': [{ percent: 18, lasts: [0.5, 8], choices: fromBladder }],
  'prostate-enlargement': [
    { percent: 80, choices: only('Tamsulosin 400microgram modified-release capsules') },
    { percent: 52, after: [0.5, 6], choices: only('Finasteride 5mg tablets') },
  ],
  'erectile-dysfunction': [{ percent: 84, lasts: [4, 22], choices: only('Sildenafil 50mg tablets', 'Sildenafil 100mg tablets') }],
  glaucoma: [
    { percent: 88, choices: glaucomaDrops },
    { percent: 14, after: [2, 8], choices: only('Timolol 0.5% eye drops') },
    { percent: 12, after: [2, 10], choices: only('Brinzolamide 10mg/ml eye drops') },
  ],

  // Women
  endometriosis: [{ percent: 34, lasts: [1, 8], choices: only('Naproxen 500mg tablets') }],
  'heavy-menstrual-bleeding': [
    { percent: 40, lasts: [0.5, 4], choices: only('Tranexamic acid 500mg tablets') },
    { percent: 12, lasts: [0.3, 1], choices: only('Norethisterone 5mg tablets') },
  ],
  'polycystic-ovary-syndrome': [{ percent: 16, choices: only('Metformin 500mg tablets') }],

  // Pregnancy
  'gestational-diabetes': [
    { percent: 52, lasts: [0.2, 0.3], choices: only('Metformin 500mg tablets') },
    { percent: 90, lasts: [0.2, 0.3], choices: only('Glucose blood testing strips') },
  ],
  'pre-eclampsia': [
    { percent: 92, lasts: [0.1, 0.3], choices: [{ of: ['Labetalol 200mg tablets'], weight: 9 }, { of: ['Amlodipine 5mg tablets'] }] },
  ],
  'anaemia-in-pregnancy': [{ percent: 96, lasts: [0.25, 0.5], choices: iron }],
  'obstetric-cholestasis': [{ percent: 70, lasts: [0.1, 0.2], choices: only('Ursodeoxycholic acid 250mg tablets') }],

  // Cancers
  'breast-cancer': [
    {
      percent: 76,
      after: [0.3, 0.8],
      lasts: [5, 7],
      choices: [
        { of: ['Tamoxifen 20mg tablets'], ages: [18, 55], weight: 3 },
        { of: ['Letrozole 2.5mg tablets'], ages: [50, 200], weight: 2 },
        { of: ['Anastrozole 1mg tablets'], ages: [50, 200] },
      ],
    },
  ],
  'prostate-cancer': [
    { percent: 42, after: [0.1, 1], lasts: [2, 8], choices: only('Goserelin 10.8mg implant pre-filled syringes') },
    { percent: 20, lasts: [0.1, 0.2], choices: only('Bicalutamide 50mg tablets') },
  ],

  // Towards the end of life
  'palliative-care': [
    { percent: 62, choices: [{ of: ['Morphine 10mg/5ml oral solution'], weight: 3 }, ...strongPainRelief] },
    { percent: 50, choices: laxative },
    { percent: 34, choices: [{ of: ['Cyclizine 50mg tablets'] }, { of: ['Metoclopramide 10mg tablets'] }] },
    { percent: 22, choices: only('Fortisip Bottle') },
  ],
  'lung-cancer': [{ percent: 34, choices: [{ of: ['Morphine 10mg/5ml oral solution'] }, { of: ['Codeine 30mg tablets'] }] }],
  'metastatic-cancer': [{ percent: 56, choices: strongPainRelief }],
  'deep-vein-thrombosis': [{ percent: 96, lasts: [0.25, 3], choices: anticoagulant }],
  'pulmonary-embolism': [{ percent: 96, lasts: [0.5, 8], choices: anticoagulant }],
};
