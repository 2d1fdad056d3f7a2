/** Which worklists there are, for whom, and which referrals each holds. */
import type { Referral } from '../referral/referral.ts';
import type { ReferralState } from '../referral/states.ts';

interface ReferralList {
  readonly side: 'referrer' | 'provider';
  readonly states?: readonly ReferralState[];
  /** Besides, where a state does not say all. */
  readonly holds?: (referral: Referral) => boolean;
  /** End of the address of the extension that each entry has. */
  readonly item: string;
}

export const referralLists = {
  REFERRALS_FOR_REVIEW: {
    side: 'provider',
    states: ['BOOKED', 'AWAITING_TRIAGE'],
    holds: ({ isAccepted = false }) => !isAccepted,
    item: 'ReferralsforReview',
  },
  APPOINTMENT_SLOT_ISSUES: { side: 'provider', states: ['DEFERRED_TO_PROVIDER'], item: 'AppointmentSlotIssues' },
  LETTERS_OUTSTANDING: {
    side: 'referrer',
    holds: ({ intendsLetter = false, attachments, state }) => intendsLetter && attachments.length === 0 && state !== 'CANCELLED_REFERRAL',
    item: 'LettersOutstanding',
  },
  REJECTED_TRIAGE_RESPONSE: { side: 'referrer', states: ['REJECTED', 'TRIAGE_RESPONSE'], item: 'RejectedTriageResponse' },
  ASSESSMENT_RETURNED_CANCELLED_DNA: {
    side: 'referrer',
    states: ['ASSESSMENT_RESULT', 'CANCELLED_REFERRAL', 'DID_NOT_ATTEND'],
    item: 'AssessmentReturnedCancelledDna',
  },
  AWAITING_BOOKING: {
    side: 'referrer',
    states: ['NOT_BOOKED', 'AWAITING_TRIAGE', 'DEFERRED_TO_PROVIDER', 'APPT_CANCELLED_BY_PATIENT', 'APPT_CANCELLED_BY_PROVIDER'],
    item: 'AwaitingBooking',
  },
} as const satisfies Readonly<Record<string, ReferralList>>;

export type ReferralListType = keyof typeof referralLists;

export const isListType = (code: string): code is ReferralListType => Object.hasOwn(referralLists, code);

export function isListed(type: ReferralListType, referral: Referral): boolean {
  const { states, holds }: ReferralList = referralLists[type];
  return (states === undefined || states.includes(referral.state)) && (holds === undefined || holds(referral));
}
