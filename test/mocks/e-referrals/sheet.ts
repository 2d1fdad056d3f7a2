/** What is known of the e-Referral Service, row by row. Of what its official sandbox alone does, some is shown in lists besides. */
import type { Sheet } from '../sheet.ts';
import { adviceRows } from './sheet-advice.ts';
import { referralRows } from './sheet-referrals.ts';

export const sheet: Sheet = {
  file: 'e-referrals.md',
  sections: ['1', '2', '3', '4', '5', '6', '7'],
  rows: { ...adviceRows, ...referralRows },
};
