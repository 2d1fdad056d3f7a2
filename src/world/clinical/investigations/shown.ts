/** What images and tracings show of an illness, by what was looked at. */
import type { PanelSort } from './panels.ts';

const shown: Partial<Record<PanelSort, Readonly<Record<string, string>>>> = {
  'chest-x-ray': {
    pneumonia: 'Consolidation in the lower zone of one lung, in keeping with infection.',
    copd: 'Over-inflated lungs, in keeping with chronic obstructive pulmonary disease. No mass.',
    'pulmonary-fibrosis': 'Reticular shadowing at both bases, in keeping with fibrosis.',
    'heart-failure': 'Enlarged heart with small pleural effusions.',
    'lung-cancer': 'Suspicious mass in one lung. Urgent referral advised.',
  },
  'chest-scan': {
    'pulmonary-fibrosis': 'Reticular changes and honeycombing at both bases, in keeping with fibrosis.',
    bronchiectasis: 'Dilated airways in the lower lobes, in keeping with bronchiectasis.',
    'lung-cancer': 'Mass in one lung, in keeping with a tumour.',
    'pulmonary-embolism': 'Filling defects in the pulmonary arteries, in keeping with embolism.',
  },
  echocardiogram: {
    'heart-failure': 'Impaired function of the left ventricle.',
    'valvular-heart-disease': 'Calcified aortic valve with moderate stenosis. Left ventricle of normal function.',
  },
  electrocardiogram: {
    'atrial-fibrillation': 'Atrial fibrillation. No acute changes.',
    'myocardial-infarction': 'ST segment changes in keeping with acute myocardial infarction.',
  },
  'abdomen-ultrasound': {
    gallstones: 'Several stones in the gallbladder. Bile duct not dilated.',
    'fatty-liver-disease': 'Bright liver, in keeping with fatty change.',
    cirrhosis: 'Coarse liver with an irregular edge, in keeping with cirrhosis.',
    'kidney-cancer': 'Solid mass of one kidney. Urgent referral advised.',
    'liver-cancer': 'Mass in the liver. Urgent referral advised.',
    appendicitis: 'Thickened appendix, in keeping with acute appendicitis.',
  },
  'pelvis-ultrasound': {
    'ovarian-cancer': 'Complex mass of one ovary. Urgent referral advised.',
    'endometrial-cancer': 'Thickened lining of the womb. Urgent referral advised.',
    fibroids: 'Enlarged womb with fibroids. Ovaries normal.',
    endometriosis: 'Cyst of one ovary, in keeping with endometriosis.',
    'polycystic-ovary-syndrome': 'Both ovaries enlarged with many small follicles.',
  },
  mammogram: { 'breast-cancer': 'Suspicious mass in one breast. Biopsy advised.' },
  'head-scan': {
    dementia: 'Shrinkage of the brain and changes of small vessels. No bleeding or mass.',
    stroke: 'Recent infarct. No bleeding.',
  },
  'joint-x-ray': { osteoarthritis: 'Narrowed joint space with bony spurs, in keeping with osteoarthritis.' },
  'bone-x-ray': {
    'wrist-fracture': 'Fracture of the distal radius.',
    'ankle-fracture': 'Fracture of the lateral malleolus.',
    'hip-fracture': 'Fracture of the neck of femur.',
  },
  'kidney-scan': { 'kidney-stone': 'Stone in one ureter with mild dilatation above it.' },
};

export const shownOf = (panel: PanelSort, illness: string | undefined): string | undefined =>
  illness === undefined ? undefined : shown[panel]?.[illness];
