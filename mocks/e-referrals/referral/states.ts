/**
 * What may happen to a referral, in which state, and what state it is in then: the one table by which requests are refused, actions are offered
 * and worklists are made.
 */

/** Codes with their displays. */
export const stateDisplays = {
  NOT_BOOKED: 'Not Booked',
  AWAITING_TRIAGE: 'Awaiting Triage',
  TRIAGE_RESPONSE: 'Triage Response',
  TRIAGED_PROVIDER_TO_ACTION: 'Triaged - Provider To Action',
  DEFERRED_TO_PROVIDER: 'Deferred To Provider',
  BOOKED: 'Booked',
  REJECTED: 'Rejected',
  APPT_CANCELLED_BY_PATIENT: 'Appointment Cancelled By Patient',
  APPT_CANCELLED_BY_PROVIDER: 'Appointment Cancelled By Provider',
  DID_NOT_ATTEND: 'Did Not Attend',
  ASSESSMENT_RESULT: 'Assessment Result',
  CANCELLED_REFERRAL: 'Cancelled Referral',
} as const;

export type ReferralState = keyof typeof stateDisplays;

export type ReferralEvent =
  | 'book'
  | 'defer'
  | 'send for triage'
  | 'change shortlist'
  | 'change shortlist and send for triage'
  | 'maintain letter'
  | 'accept'
  | 'reject'
  | 'return with advice'
  | 'accept, book later'
  | 'provider books'
  | 'cancel appointment'
  | 'cancel appointment, act later'
  | 'patient stays away'
  | 'assess'
  | 'cancel';

type Row = Readonly<Partial<Record<ReferralEvent, ReferralState>>>;

/** What the referrer may do with one that is theirs to act on. */
const withReferrer: Row = {
  book: 'BOOKED',
  defer: 'DEFERRED_TO_PROVIDER',
  'send for triage': 'AWAITING_TRIAGE',
  'change shortlist': 'NOT_BOOKED',
  'change shortlist and send for triage': 'AWAITING_TRIAGE',
  cancel: 'CANCELLED_REFERRAL',
};

export const transitions: Readonly<Record<ReferralState, Row>> = {
  NOT_BOOKED: { ...withReferrer, 'maintain letter': 'NOT_BOOKED' },
  AWAITING_TRIAGE: {
    'maintain letter': 'AWAITING_TRIAGE',
    'return with advice': 'TRIAGE_RESPONSE',
    'accept, book later': 'TRIAGED_PROVIDER_TO_ACTION',
    cancel: 'CANCELLED_REFERRAL',
  },
  TRIAGE_RESPONSE: { ...withReferrer, 'maintain letter': 'TRIAGE_RESPONSE' },
  TRIAGED_PROVIDER_TO_ACTION: {
    'maintain letter': 'TRIAGED_PROVIDER_TO_ACTION',
    'provider books': 'BOOKED',
    cancel: 'CANCELLED_REFERRAL',
  },
  DEFERRED_TO_PROVIDER: {
    'maintain letter': 'DEFERRED_TO_PROVIDER',
    'provider books': 'BOOKED',
    cancel: 'CANCELLED_REFERRAL',
  },
  BOOKED: {
    'maintain letter': 'BOOKED',
    accept: 'BOOKED',
    reject: 'REJECTED',
    'cancel appointment': 'APPT_CANCELLED_BY_PATIENT',
    'cancel appointment, act later': 'APPT_CANCELLED_BY_PROVIDER',
    'patient stays away': 'DID_NOT_ATTEND',
    assess: 'ASSESSMENT_RESULT',
    cancel: 'CANCELLED_REFERRAL',
  },
  REJECTED: { ...withReferrer },
  APPT_CANCELLED_BY_PATIENT: { ...withReferrer, 'maintain letter': 'APPT_CANCELLED_BY_PATIENT' },
  APPT_CANCELLED_BY_PROVIDER: {
    'maintain letter': 'APPT_CANCELLED_BY_PROVIDER',
    'provider books': 'BOOKED',
    cancel: 'CANCELLED_REFERRAL',
  },
  DID_NOT_ATTEND: { ...withReferrer, 'maintain letter': 'DID_NOT_ATTEND' },
  ASSESSMENT_RESULT: { ...withReferrer, 'maintain letter': 'ASSESSMENT_RESULT' },
  CANCELLED_REFERRAL: {},
};

/** Undefined where it may not happen. */
export const after = (state: ReferralState, event: ReferralEvent): ReferralState | undefined => transitions[state][event];

/** Nothing happens to it any more. */
export const isOver = (state: ReferralState): boolean => Object.keys(transitions[state]).length === 0;
