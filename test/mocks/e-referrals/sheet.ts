/** What is known of the e-Referral Service, row by row. Of what its official sandbox does otherwise some is shown in `sheet-advice.test.ts`. */
import type { Sheet } from '../sheet.ts';
import { adviceRows } from './sheet-advice.ts';
import { referralRows } from './sheet-referrals.ts';

const ofTheService = Object.fromEntries(Object.entries(adviceRows).filter(([name]) => !name.startsWith('8: ')));

export const sheet: Sheet = {
  file: 'e-referrals.md',
  sections: ['1', '2', '3', '4', '5', '6', '7'],
  rows: { ...ofTheService, ...referralRows },
};
