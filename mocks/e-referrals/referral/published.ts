/** The referrals of the published examples, in every fresh workspace: those that are booked are always ahead, until somebody moves them on. */
import { englishInstant } from '../../../src/fhir/clinical/england-time.ts';
import { dayFrom } from '../working-days.ts';
import type { Appointment } from '../appointment/appointment.ts';
import { publishedOrganisation } from '../organisations.ts';
import { publishedClinician } from '../healthcare-services/published.ts';
import type { Reading, Referral, ReferralFile, StateReason } from './referral.ts';
import type { ReferralState } from './states.ts';

interface Row {
  readonly state: ReferralState;
  readonly reason?: StateReason;
  readonly shortlist: readonly string[];
  readonly more?: Partial<Referral>;
  readonly appointment?: Pick<Appointment, 'id' | 'service' | 'status'> & Partial<Appointment>;
}

const reviewReason = (code: string): StateReason => ({ system: 'eRS-ReviewReason-1', code });
const outcome = (code: string, display: string): StateReason => ({ system: 'eRS-ReviewOutcome-1', code, display });
const returned = outcome('RETURN_TO_REFERRER_WITH_ADVICE', 'Return to Referrer With Advice');
const actLater = outcome('CANCEL_APPOINTMENT_ACTION_LATER', 'Cancel Appointment Action Later');
const triage = reviewReason('TRIAGE');
const noSlots = reviewReason('NO_SLOTS_AT_SERVICE');

const letter = (id: string, type: ReferralFile['type'] = 'REFERRER'): ReferralFile => ({
  id,
  type,
  description: 'referralletter pdf',
  indexed: '2021-06-11T12:09:09.459Z',
});

const rows: Readonly<Record<string, Row>> = {
  '000000070000': {
    state: 'NOT_BOOKED',
    shortlist: ['11002', '11000', '11008', '11021', '50001'],
    more: { attachments: [letter('19eb7224-dff3-4730-a5cb-67eac811f1a5')] },
  },
  '000000070001': {
    state: 'BOOKED',
    shortlist: ['11002'],
    more: { attachments: [letter('719f6045-e791-4029-8e0f-1201c02b0a55')] },
    appointment: { id: '70000', service: '11002', status: 'booked', slot: '11002001', clinician: publishedClinician },
  },
  '000000070002': {
    state: 'BOOKED',
    shortlist: ['50002'],
    appointment: { id: '70001', service: '50002', status: 'booked' },
  },
  '000000070003': {
    state: 'DEFERRED_TO_PROVIDER',
    reason: noSlots,
    shortlist: ['11010'],
    more: { priority: 'URGENT' },
    appointment: { id: '70002', service: '11010', status: 'proposed', reason: noSlots, comment: 'Slot unavailable' },
  },
  '000000070004': {
    state: 'BOOKED',
    shortlist: ['11002'],
    appointment: { id: '70007', service: '11002', status: 'booked', slot: '11002002' },
  },
  '000000070005': {
    state: 'BOOKED',
    shortlist: ['11002'],
    more: { priority: 'TWO_WEEK_WAIT', related: '000000070004' },
    appointment: { id: '70009', service: '11002', status: 'booked', slot: '11002011', clinician: publishedClinician },
  },
  '000000070006': {
    state: 'AWAITING_TRIAGE',
    reason: triage,
    shortlist: ['50001'],
    appointment: { id: '70003', service: '50001', status: 'proposed', reason: triage },
  },
  '000000070007': {
    state: 'TRIAGE_RESPONSE',
    reason: returned,
    shortlist: ['11115'],
    appointment: { id: '70004', service: '11115', status: 'proposed', reason: returned, comment: 'Condition not serious' },
  },
  '000000070008': {
    state: 'APPT_CANCELLED_BY_PROVIDER',
    reason: actLater,
    shortlist: ['11002'],
    appointment: { id: '70005', service: '11002', status: 'proposed', reason: actLater, comment: 'Please rebook later' },
  },
  '000000070009': {
    state: 'APPT_CANCELLED_BY_PATIENT',
    reason: { system: 'APPOINTMENT-CANCELLATION-REASON', code: 'PATIENT_ILL' },
    shortlist: ['11002'],
    appointment: {
      id: '70006',
      service: '11002',
      status: 'cancelled',
      reason: { system: 'APPOINTMENT-CANCELLATION-REASON', code: 'PATIENT_ILL' },
    },
  },
  '000000070011': {
    state: 'BOOKED',
    shortlist: ['11002'],
    more: { requirements: ['ADVOCACY', 'INTERPRETER', 'TRANSPORT'], attachments: [letter('19eb7224-dff3-4730-a5cb-67eac811f1a5')] },
    appointment: { id: '70011', service: '11002', status: 'booked', slot: '11002003' },
  },
  '000000070012': {
    state: 'NOT_BOOKED',
    shortlist: ['11002'],
    more: {
      attachments: [
        letter('19eb7224-dff3-4730-a5cb-67eac811f1a5'),
        letter('10e22163-b1d3-4434-8166-b92be5104c72'),
        letter('adda8c72-4a91-4dc7-a918-b6d12fb28085'),
        letter('9e554611-3378-425c-9cab-700b697e52d3'),
      ],
    },
  },
};

export const publishedUbrns: readonly string[] = Object.keys(rows);

/** The slots of their appointments. */
export const takenByPublished: ReadonlySet<string> = new Set(Object.values(rows).flatMap(({ appointment }) => appointment?.slot ?? []));

const patient = '9912003888';
const submitted = '2021-06-11T12:09:08.667Z';
/** The published examples of reads have 5; of requests, one more or less. */
const version = 5;
/** The appointments are so many working days ahead. */
const ahead = 10;

export function publishedReferral(
  held: Reading,
  ubrn: string,
): { readonly referral: Referral; readonly appointment?: Appointment } | undefined {
  const row = Object.hasOwn(rows, ubrn) ? rows[ubrn] : undefined;
  if (!row) return undefined;
  const { state, reason, shortlist, more = {}, appointment } = row;
  const number = ubrn.slice(-2);
  const priority = more.priority ?? 'ROUTINE';
  const referral: Referral = {
    ubrn,
    version,
    nhsNumber: patient,
    requestId: `r.c18c4ec4-7d0a-480e-8506-347e0ec228${number}`,
    created: submitted,
    referrer: publishedOrganisation,
    referringClinician: publishedClinician,
    priority,
    specialty: 'CARDIOLOGY',
    criteria: [
      { name: 'priority', valueCoding: { code: priority } },
      { name: 'specialty', valueCoding: { code: 'CARDIOLOGY' } },
      { name: 'clinicType', valueCoding: { code: 'HEART_FAILURE' } },
      { name: 'ageAndGenderAppropriate', valueBoolean: true },
    ],
    shortlist,
    commissioning: publishedOrganisation,
    state,
    ...(reason && { reason }),
    ...(appointment?.comment !== undefined && { comments: appointment.comment }),
    attachments: [],
    clinicalFirst: submitted,
    ...more,
    ...(appointment && { appointment: appointment.id }),
    entry: `e5a70000-0000-4000-8000-0000000700${number}`,
    alsoVersions: [version - 1, version + 1],
  };
  return {
    referral,
    ...(appointment && { appointment: { ...timesOf(held, appointment.status), ...appointment, version, ubrn, nhsNumber: patient } }),
  };
}

/** A booking is ahead of whatever day it is. */
function timesOf({ clock }: Reading, status: Appointment['status']): Pick<Appointment, 'created' | 'start' | 'end'> {
  if (status !== 'booked') return { created: submitted };
  const day = dayFrom(new Date(clock.now()).toISOString().slice(0, 10), ahead);
  return { created: submitted, start: englishInstant(day, '12:30'), end: englishInstant(day, '12:45') };
}
