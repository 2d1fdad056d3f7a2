/** What happens by itself: providers book what was left to them, the hour of an appointment comes, and referrers go on with advice. */
import type { MockEvents } from '../../src/mock/event.ts';
import { referralsAsked, serviceAsked } from '../referrals-told.ts';
import { referrerGoesOn } from './advice/referrer.ts';
import { providerBooks } from './booking/provider-books.ts';
import { visit } from './booking/visit.ts';
import { endWithDeath } from './referral/death.ts';
import { tellReferrals, tellService } from './patients/tell.ts';

export const events: MockEvents = {
  later: { 'provider-books': providerBooks, visit, 'referrer-answers': referrerGoesOn },
  on: { 'pds-death-notification-2': endWithDeath, [referralsAsked]: tellReferrals, [serviceAsked]: tellService },
  laterInWords: {
    'provider-books': 'A provider books what was left to them',
    visit: 'The hour of an appointment has passed',
    'referrer-answers': 'A referrer goes on with advice',
  },
};
