/** What happens by itself: referrers go on with what they were answered. */
import type { MockEvents } from '../../src/mock/event.ts';
import { referrerGoesOn } from './advice/referrer.ts';

export const events: MockEvents = {
  later: { 'referrer-answers': referrerGoesOn },
  laterInWords: { 'referrer-answers': 'A referrer goes on with advice' },
};
