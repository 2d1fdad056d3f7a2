/** What patients see of their referrals: those that are under way, with what is next, and the services that they lead to. */
import type { operations } from '../../src/generated/e-referrals-patient-care.types.ts';
import type { Mock } from '../../src/mock/mock.ts';
import { referralsAsked, serviceAsked } from '../referrals-told.ts';
import { access } from './access.ts';
import { dialect } from './dialect.ts';
import { ownReferrals } from './referrals.ts';
import { readService } from './healthcare-service.ts';

export default {
  access,
  dialect,
  // For whoever keeps the referrals, and nobody else.
  events: {
    emits: [referralsAsked, serviceAsked],
    asks: [referralsAsked, serviceAsked],
    messages: { [referralsAsked]: () => undefined, [serviceAsked]: () => undefined },
  },
  everyAnswer: ({ id }) => ({ 'X-Request-ID': id }),
  behaviours: {
    'a001-retrieve-referral-requests': ownReferrals,
    'a002-retrieve-healthcare-service': readService,
  },
} satisfies Mock<operations>;
