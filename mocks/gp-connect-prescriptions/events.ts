/** What happens by itself: practices look at what was asked for, and decide. */
import type { MockEvents } from '../../src/mock/event.ts';
import { prescriptionChanged, untold } from '../prescriptions/keep.ts';
import { decide, endWithDeath, lookAt } from './requests/decide.ts';

export const events: MockEvents = {
  emits: [prescriptionChanged],
  messages: untold,
  later: { 'look-at-request': lookAt, 'decide-request': decide },
  laterInWords: {
    'look-at-request': 'A practice looks at a request for a repeat prescription',
    'decide-request': 'A practice decides on a request for a repeat prescription',
  },
  on: { 'pds-death-notification-2': endWithDeath },
};
