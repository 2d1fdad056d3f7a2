/** What people come to the practice with that leaves nothing else in the record: a row each, with what is noted, in words of our own. */
import type { PlannedContact } from './planned-contact.ts';

export interface Reason {
  readonly words: string;
  /** Ages from … to, completed years. */
  readonly ages: readonly [number, number];
  readonly sex?: 'female' | 'male';
  /** Next to the others. */
  readonly weight: number;
  readonly clinic: PlannedContact['clinic'];
  /** Twice as often from October to March. */
  readonly isOfWinter?: true;
  /** Cannot be while somebody is pregnant, or after the womb was taken out. */
  readonly needsPeriods?: true;
  /** Of those who take medicines for good. */
  readonly isForRepeats?: true;
  /** Sorts of conditions that say it otherwise. */
  readonly notWith?: readonly string[];
  /** It has to be looked at. */
  readonly isSeen?: true;
  readonly found: readonly string[];
  readonly plan: readonly string[];
}

type Rest = Partial<Omit<Reason, 'words' | 'ages' | 'weight' | 'found' | 'plan'>>;

const reason = (
  words: string,
  ages: Reason['ages'],
  weight: number,
  [found, plan]: readonly [readonly string[], readonly string[]],
  rest: Rest = {},
): Reason => ({ words, ages, weight, found, plan, clinic: 'doctor', ...rest });

const winter: Rest = { isOfWinter: true };
const seen: Rest = { isSeen: true };
const byNurse: Rest = { clinic: 'nurse', isSeen: true };
const byPhysiotherapist: Rest = { clinic: 'physiotherapist' };
const byPharmacist: Rest = { clinic: 'pharmacist', isForRepeats: true };

const selfCare = ['Likely viral. Fluids and rest, call back if worse.', 'Self-care advice given. Return if no better in a week.'];
const watch = ['Watch and wait. Review if it persists.', 'No red flags. Come back if it does not settle in four weeks.'];
const painAdvice = ['Exercises explained. Pain relief from the pharmacy if needed.', 'Keep active. Review in six weeks if no better.'];

export const reasons: readonly Reason[] = [
  reason(
    'Feeding problems',
    [0, 0],
    8,
    [
      ['Possets after feeds, weight gain steady. Abdomen soft.', 'Mother worried about feeds. Baby alert, well hydrated.'],
      ['Feeding advice given. Health visitor told.', 'Reassured. Weigh again in two weeks.'],
    ],
    seen,
  ),
  reason('Nappy rash', [0, 2], 5, [['Red skin in the nappy area, no broken skin.'], ['Barrier cream from the pharmacy.']], seen),
  reason('Crying baby', [0, 0], 5, [['Cries in the evening. Examination normal.'], ['Reassured. Soothing and safety-net advice.']], seen),
  reason(
    'Fever in a child',
    [0, 11],
    12,
    [['Feverish for two days, drinking well, no rash. Ears and throat normal.', 'Hot overnight, playing now. No focus found.'], selfCare],
    { ...winter, ...seen },
  ),
  reason(
    'Cough',
    [0, 110],
    11,
    [['Cough for ten days, no fever, not breathless.', 'Dry cough since a cold, worse at night.'], selfCare],
    winter,
  ),
  reason('Cold symptoms', [0, 110], 7, [['Blocked nose and sore throat for four days.', 'Runny nose, tired, no fever.'], selfCare], winter),
  reason('Sore throat', [3, 60], 7, [['Sore for three days, drinks and swallows, no fever.'], selfCare], winter),
  reason(
    'Earache',
    [1, 14],
    5,
    [['Ear drum pink, not bulging. No discharge.'], ['Pain relief as needed. Return if worse in three days.']],
    { ...winter, ...seen },
  ),
  reason('Diarrhoea and vomiting', [0, 75], 5, [
    ['Loose stools for two days, no blood. Drinking.'],
    ['Fluids. Off school or work until 48 hours clear.'],
  ]),
  reason('Constipation', [1, 110], 4, [
    ['Hard stools, opens bowels twice a week. No blood.'],
    ['More fibre and fluids. Review if no better.'],
  ]),
  reason('Tummy ache', [4, 16], 5, [['On and off for weeks, eats well. Abdomen soft, no guarding.'], watch], seen),
  reason('Rash', [0, 110], 6, [
    ['Blotchy rash, blanches, no fever. Sent a photograph.', 'Itchy patches on the arms.'],
    ['Emollient from the pharmacy. Send a picture if it spreads.', 'Likely viral. Should settle in days.'],
  ]),
  reason(
    'Skin lesion',
    [16, 110],
    5,
    [
      ['Mole looked at: regular, unchanged for years.', 'Raised waxy lesion, stuck on. Harmless in appearance.'],
      ['Reassured. Return if it changes.'],
    ],
    seen,
  ),
  reason('Sleep and behaviour', [1, 12], 4, [
    ['Wakes often. Parents tired. Development on course.'],
    ['Sleep routine discussed. Leaflet sent.'],
  ]),
  reason('Headache', [6, 110], 6, [
    ['Band-like, evenings, no visual change, no stiff neck.', 'Headaches at work, drinks little water.'],
    ['Headache diary. Return if it changes.', ...watch],
  ]),
  reason('Tiredness', [13, 110], 6, [['Tired for two months, sleeps badly. No weight loss.'], ['Sleep advice. Review in four weeks.']]),
  reason(
    'Back pain',
    [16, 110],
    8,
    [['Low back pain after lifting. No red flags, walks well.', 'Stiff back in the mornings, no leg symptoms.'], painAdvice],
    byPhysiotherapist,
  ),
  reason('Knee pain', [12, 110], 6, [['Sore on stairs, no swelling, full movement.'], painAdvice], byPhysiotherapist),
  reason('Shoulder pain', [25, 110], 5, [['Painful to lift the arm, no injury.'], painAdvice], byPhysiotherapist),
  reason('Foot pain', [16, 110], 3, [['Sore heel on first steps in the morning.'], painAdvice], byPhysiotherapist),
  reason('Neck pain', [18, 110], 3, [['Stiff neck, desk work. No arm symptoms.'], painAdvice], byPhysiotherapist),
  reason('Stress', [16, 66], 7, [
    ['Under pressure at work, sleeping poorly. No thoughts of self-harm.', 'Tearful after a difficult month. Good support at home.'],
    ['Talked through. Talking therapies can be booked directly.', 'Talked through what would help at work. Come back if no better.'],
  ]),
  reason('Low mood', [14, 110], 4, [
    ['Flat since losing a relative. Eats and sleeps. No risk.'],
    ['Listened. Will call if it gets worse.'],
  ]),
  reason('Trouble sleeping', [18, 110], 4, [['Lies awake, screen in bed. Mood stable.'], ['Sleep hygiene. No tablets for now.']]),
  reason('Indigestion', [18, 110], 4, [
    ['Burning after meals, no weight loss, swallows well.'],
    ['Smaller meals, less coffee. Antacid from the pharmacy.'],
  ]),
  reason('Abdominal pain', [16, 110], 4, [['Crampy, comes and goes. Abdomen soft, no mass.'], watch], seen),
  reason('Dizziness', [30, 110], 5, [
    ['Light-headed on standing, never fainted.', 'Brief spinning on turning in bed.'],
    ['Rise slowly, drink more. Review if it goes on.'],
  ]),
  reason(
    'Palpitations',
    [18, 80],
    2,
    [['Brief flutters at rest, none on effort. Pulse regular.'], ['Cut down caffeine. Return if longer or with faintness.']],
    seen,
  ),
  reason(
    'Swollen ankles',
    [55, 110],
    3,
    [['Both ankles by evening, not breathless, calves soft.'], ['Raise legs, keep moving. Review in a month.']],
    seen,
  ),
  reason('Fall at home', [70, 110], 4, [
    ['Tripped on a rug. No injury, no loss of consciousness.'],
    ['Home hazards discussed. Falls leaflet given.'],
  ]),
  reason(
    'Memory worries',
    [65, 110],
    2,
    [['Forgets names, manages alone. Family not concerned.'], ['Reassured. Look again in six months.']],
    { notWith: ['dementia', 'mild-cognitive-impairment'] },
  ),
  reason('Urinary symptoms', [16, 110], 4, [['Goes often, no pain, no fever.'], ['Less caffeine, bladder diary. Review with it.']]),
  reason(
    'Contraception advice',
    [15, 49],
    16,
    [
      ['Options talked through.', 'Content with present method. No concerns.'],
      ['Leaflet sent. Will call back with her choice.', 'No change for now.'],
    ],
    { sex: 'female', needsPeriods: true },
  ),
  reason(
    'Period problems',
    [13, 49],
    9,
    [['Painful periods, regular cycle. No bleeding between.', 'Heavier for three months.'], ['Diary for two cycles, then review.']],
    { sex: 'female', needsPeriods: true },
  ),
  reason('Vaginal discharge', [16, 60], 5, [['Thin discharge, no pain, no itch.'], ['Normal variation likely. Swab if it goes on.']], {
    sex: 'female',
  }),
  reason('Breast tenderness', [16, 60], 3, [['Both sides, before periods. No lump.'], ['Reassured. Return if a lump is felt.']], {
    sex: 'female',
    isSeen: true,
    needsPeriods: true,
  }),
  reason('Fertility advice', [25, 42], 2, [['Trying for eight months, regular cycle.'], ['Folic acid, timing. Come back at a year.']], {
    sex: 'female',
    needsPeriods: true,
  }),
  reason('Hot flushes', [45, 58], 5, [['Flushes and poor sleep. Periods changing.'], ['Lifestyle first. Leaflet on treatments sent.']], {
    sex: 'female',
  }),
  reason(
    'Erectile problems',
    [35, 80],
    3,
    [['Gradual, under stress. No chest pain.'], ['Talked through. Review with results of lifestyle change.']],
    { sex: 'male' },
  ),
  reason('Testicular discomfort', [15, 50], 1, [['Dull ache, no lump felt.'], watch], { sex: 'male', isSeen: true }),
  reason('Acne', [12, 30], 3, [['Spots on face, no scarring.'], ['Wash and gel from the pharmacy. Review in eight weeks.']]),
  reason(
    'Injury',
    [3, 75],
    4,
    [['Twisted ankle at sport, can bear weight.', 'Bruised hand, full grip.'], ['Rest, ice, raise. Return if no better in a week.']],
    seen,
  ),
  reason('Eye irritation', [1, 110], 3, [
    ['Gritty, no discharge, sees well.'],
    ['Lubricant from the pharmacy. Optician if vision changes.'],
  ]),
  reason('Hay fever symptoms', [5, 60], 3, [['Sneezing and itchy eyes outdoors.'], ['Antihistamine from the pharmacy.']]),
  reason('Ear wax', [30, 110], 4, [['Wax in both canals, drums not seen.'], ['Olive oil for two weeks, then reassess.']], byNurse),
  reason(
    'Wound care',
    [5, 110],
    5,
    [
      ['Wound clean, edges together. Dressing changed.', 'Stitches out, healed well.'],
      ['Keep dry for two days.', 'Dressing again in three days.'],
    ],
    byNurse,
  ),
  reason('Travel advice', [5, 75], 2, [['Trip in two months, no malaria there.'], ['Insect and food advice given.']], byNurse),
  reason('Help to stop smoking or lose weight', [18, 75], 3, [['Motivated. Goals set.'], ['Told how to join the lifestyle service.']], {
    clinic: 'nurse',
  }),
  reason(
    'Form or letter',
    [16, 110],
    5,
    [['Asks for a letter for the council.', 'Form for work completed from the record.'], ['Ready at reception in a week.']],
    { clinic: 'telephone' },
  ),
  reason('Return to work', [18, 66], 4, [['Better, wants to go back.'], ['Shorter days suggested for the first weeks.']], {
    clinic: 'telephone',
  }),
  reason(
    'Question about medicines',
    [40, 110],
    9,
    [
      ['Asked how to take them. No side effects.', 'Unsure about timing with food.', 'Checked for interactions: none of note.'],
      ['Explained. No change.', 'Pharmacy to supply in a weekly box.'],
    ],
    byPharmacist,
  ),
  reason(
    'Discussion of results',
    [25, 110],
    7,
    [
      ['Results explained. Nothing to worry about.', 'Went through the letter from the hospital.'],
      ['No further action.', 'Happy with the plan.'],
    ],
    { clinic: 'telephone' },
  ),
  reason(
    'Care at home',
    [80, 110],
    6,
    [
      ['Seen at home. Eats little, comfortable, skin intact.', 'Carers report more sleepy. Chest clear.'],
      ['Carers know whom to call. District nurse to visit.'],
    ],
    { clinic: 'home' },
  ),
];
