/** Reasonable adjustments by what they are needed for: in a hundred of those who have it, since the flag for them was introduced. */
import { snomed } from '../coded.ts';

export const adjustmentsSince = '2016-08-01';

export const adjustments = {
  'extended-appointment': snomed('1108171000000102', 'Requires extended appointment', 'Needs a longer appointment'),
  'carer-present': snomed('1108151000000106', 'Requires carer to be present at encounters', 'Needs a carer to be present'),
  reminders: snomed('1108131000000104', 'Requires appointment reminders', 'Needs reminders of appointments'),
  'first-appointment': snomed(
    '1325351000000103',
    'Requires first appointment in appointment schedule',
    'Needs the first appointment of the day',
  ),
  'home-visit': snomed('1325371000000107', 'Requires home visit appointments', 'Needs visits at home'),
  wheelchair: snomed('1108191000000103', 'Requires wheelchair access', 'Needs wheelchair access'),
  'easy-read': snomed('796161000000101', 'Requires information in Easyread', 'Needs information in easy read'),
  'large-print': snomed('957331000000109', 'Requires written information in at least 20 point sans serif font', 'Needs large print'),
  'low-noise': snomed('1325391000000106', 'Requires low noise environment', 'Needs a quiet room'),
  'low-light': snomed('1325381000000109', 'Requires low light environment', 'Needs a room with low light'),
  'sighted-guide': snomed('719563003', 'Requires sighted guide', 'Needs a sighted guide'),
  'sign-language': snomed('204331000000107', 'British Sign Language interpreter needed', 'Needs a British Sign Language interpreter'),
  'hearing-loop': snomed('198061000000105', 'Uses hearing loop'),
  'lip-reads': snomed('441092009', 'Does lip read', 'Reads lips'),
  'aphasia-friendly': snomed('1082671000000100', 'Requires aphasia-friendly communication', 'Needs aphasia-friendly communication'),
  'text-message': snomed('936701000000103', 'Requires contact by short message service text message', 'Needs contact by text message'),
} as const;

type AdjustmentName = keyof typeof adjustments;

export const neededFor: Readonly<Record<string, readonly (readonly [AdjustmentName, percent: number])[]>> = {
  'hearing-loss': [
    ['hearing-loop', 7],
    ['text-message', 5],
    ['lip-reads', 3],
    ['sign-language', 1],
  ],
  'macular-degeneration': [
    ['large-print', 28],
    ['sighted-guide', 3],
  ],
  glaucoma: [['large-print', 5]],
  'diabetic-retinopathy': [['large-print', 5]],
  'learning-disability': [
    ['easy-read', 55],
    ['extended-appointment', 55],
    ['carer-present', 32],
    ['low-noise', 6],
  ],
  'downs-syndrome': [['easy-read', 40]],
  autism: [
    ['low-noise', 20],
    ['extended-appointment', 14],
    ['first-appointment', 9],
    ['low-light', 6],
  ],
  dementia: [
    ['carer-present', 32],
    ['reminders', 22],
    ['extended-appointment', 16],
  ],
  frailty: [
    ['home-visit', 13],
    ['wheelchair', 11],
  ],
  stroke: [
    ['wheelchair', 5],
    ['aphasia-friendly', 3],
  ],
  'parkinsons-disease': [['wheelchair', 12]],
  'multiple-sclerosis': [['wheelchair', 24]],
  'motor-neurone-disease': [['wheelchair', 55]],
  'cerebral-palsy': [
    ['wheelchair', 38],
    ['extended-appointment', 15],
  ],
  schizophrenia: [['extended-appointment', 8]],
};
