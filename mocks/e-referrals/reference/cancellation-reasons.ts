/** Why appointments and referrals are cancelled: who may say so, and whether they have to say more. */
import type { Concept, Property } from './concept.ts';

/** A function may use a reason for one thing alone. */
type Use = readonly [code: string, display: string, type: string, more?: More];
interface More {
  /** Days; those of 2004 where nothing is said. */
  readonly from?: string;
  readonly to?: string;
  readonly wantsComment?: true;
  readonly cancelsAppointment?: true;
  readonly by?: readonly string[];
}

const functions = 'https://fhir.nhs.uk/STU3/CodeSystem/eRS-BusinessFunction-1';
const referrers = ['REFERRING_CLINICIAN_ADMIN', 'REFERRING_CLINICIAN'] as const;
const providers = ['SERVICE_PROVIDER_CLINICIAN', 'SERVICE_PROVIDER_CLINICIAN_ADMIN'] as const;
const triagers = [...providers, 'PROVIDER_AUTHORISED_APPLICATION'] as const;
const everyone = [...referrers, ...triagers] as const;

const rejects: More = { by: providers };
const ofPatient: More = { by: referrers };
const redirected: More = { wantsComment: true };
const triaged: More = { from: '2019-07-23T17:09:56.000Z', wantsComment: true, by: triagers };
const cancelling: More = { cancelsAppointment: true, by: everyone };
const mistaken: More = { from: '2007-09-14', cancelsAppointment: true, by: referrers };

const ofAppointments: readonly Use[] = [
  ['ADDITIONAL_REQ_NOT_AVAILABLE', 'Additional requirement not available', 'PROVIDER', { to: '2007-06-25' }],
  ['ADDITIONAL_REQ_NOT_ELIGIBLE', 'Not eligible for additional requirement', 'PROVIDER'],
  ['ADDITIONAL_REQ_NOT_PROVIDED', 'Additional req not provided at location', 'PROVIDER'],
  ['ADDITIONAL_REQ_UNAVAILABLE', 'Additional req unavailable for this appt', 'PROVIDER'],
  ['APPT_MADE_FOR_WRONG_PATIENT', 'Appt. made for wrong patient', 'UNKNOWN', { from: '2004-06-13', to: '2014-10-01' }],
  ['CLINIC_CANCELLED', 'Clinic cancelled', 'PROVIDER'],
  ['CLINIC_CANCELLED_ALTERNATIVE', 'Clinic cancelled', 'PROVIDER'],
  ['CLINIC_OVERRUN', 'Clinic overrun', 'PROVIDER'],
  ['CLINIC_OVERRUN_ALTERNATIVE', 'Clinic overrun', 'PROVIDER'],
  ['FURTHER_INFORMATION_REQUIRED', 'Further information required', 'PROVIDER_REJECT', rejects],
  ['NOT_SPECIFIED', 'Not Specified', 'PROVIDER', { from: '2000-06-01' }],
  ['OTHER', 'Other reason', 'PROVIDER_REJECT', rejects],
  ['OTHER_MIGRATION_FROM_CAB', 'Other', 'UNKNOWN', { from: '2014-10-01', to: '2014-10-01' }],
  ['OUTPATIENT_APPT_NOT_REQUIRED', 'Outpatient appointment not required', 'PROVIDER_REJECT', rejects],
  ['PATIENT_APPOINTMENT_CANCELLATION_OTHER', 'Other', 'PATIENT', { ...ofPatient, wantsComment: true }],
  ['PATIENT_APPOINTMENT_CLASH', 'Patient - Clashes with another appointment', 'UNKNOWN', { to: '2007-06-01' }],
  ['PATIENT_HOLIDAY', 'Patient on holiday', 'PATIENT', ofPatient],
  ['PATIENT_ILL', 'Patient is sick', 'PATIENT', ofPatient],
  ['PATIENT_OTHER_ENGAGEMENT', 'Patient - Other more pressing engagement', 'PATIENT', { ...ofPatient, wantsComment: true }],
  ['PRIORITY_CHANGE', 'Priority change for other reasons', 'PROVIDER', { wantsComment: true }],
  ['PRIORITY_INAPPROPRIATE', 'Inappropriate priority', 'PROVIDER', { wantsComment: true }],
  ['PROVIDER_CANCELLATION', 'Other - Provider cancellation', 'PROVIDER', { wantsComment: true }],
  ['REDIRECTED_AGE', 'Redirected due to patient age', 'UNKNOWN', redirected],
  ['REDIRECTED_APPROPRIATE_CLINIC', 'Redirected to more appropriate clinic', 'UNKNOWN', redirected],
  ['REDIRECTED_APPROPRIATE_SPECIALTY', 'Redirected to more appropriate specialty', 'UNKNOWN', redirected],
  ['REDIRECTED_CONFIDENTIALITY', 'Redirected due to confidentiality', 'UNKNOWN', redirected],
  ['REDIRECTED_GENDER', 'Redirected due to patient gender', 'UNKNOWN', redirected],
  ['REDIRECTED_OTHER', 'Redirected due to other reason', 'UNKNOWN', redirected],
  ['REDIRECTED_PRIORITY', 'Redirected due to priority', 'UNKNOWN', redirected],
  ['REDIRECTED_STAFF_VACATION', 'Redirected due to staff vacation', 'UNKNOWN', redirected],
  ['REDIRECTED_TEMPORARILY', 'A Temporary Redirected Reason', 'UNKNOWN', { to: '2014-10-01' }],
  ['SERVICE_INAPPROPRIATE', 'Inappropriate service', 'PROVIDER_REJECT', rejects],
  ['SERVICE_PREREQUISITES_NOT_COMPLETE', 'Pre-requisites for service not complete', 'PROVIDER_REJECT', rejects],
  ['SLOT_CANCELLED', 'Slot cancelled', 'PROVIDER'],
  ['SLOT_CANCELLED_ALTERNATIVE', 'Slot cancelled', 'PROVIDER'],
  ['WRONG_PROVIDER', 'Appt. made with wrong provider', 'UNKNOWN', { from: '2004-02-13', to: '2004-06-13' }],
];

const ofReferrals: readonly Use[] = [
  ['BOOKED_CLINICAL_NEED', 'Booked more urgently due to clinical need', 'PROVIDER_TRIAGE', triaged],
  [
    'BOOKED_OUTSIDE_CAB',
    'Patient booked outside NHS e-Referral Service',
    'PROVIDER',
    { from: '2007-09-14', cancelsAppointment: true, by: triagers },
  ],
  ['COMMUNITY_SERVICE_NA', 'Sent to community service not available in this system', 'PROVIDER_TRIAGE', triaged],
  ['COMPLEX_PATHWAY', 'Complex pathway, multiple appointments needed', 'PROVIDER_TRIAGE', triaged],
  ['INTEND_PRIVATE', 'Patient will go to a private clinic', 'PATIENT', cancelling],
  ['NO_LONGER_REQUIRED', 'Referral is no longer required', 'PROVIDER_TRIAGE', triaged],
  ['OTHER_OTHER', 'Other reason', 'PROVIDER_TRIAGE', triaged],
  ['OUTPATIENT_CLINICIAN_NA', 'Sent to outpatient service as named clinician is not available in this system', 'PROVIDER_TRIAGE', triaged],
  ['OUTPATIENT_SERVICE_NA', 'Sent to outpatient service not available in this system', 'PROVIDER_TRIAGE', triaged],
  ['PATIENT_DIED', 'Patient died', 'PATIENT', cancelling],
  ['PATIENT_REQUEST_CANCELLATION_OTHER', 'Other', 'PATIENT', { ...cancelling, wantsComment: true }],
  ['RAISED_IN_ERROR', 'Referral created by mistake', 'UNKNOWN', mistaken],
  ['REFERRER_CANCELLATION', 'Other - Referrer request cancellation', 'UNKNOWN', mistaken],
  ['STRAIGHT_TO_TEST', 'Sent straight to test / procedure', 'PROVIDER_TRIAGE', triaged],
  ['TREATMENT_NO_LONGER_REQUIRED', 'Referral no longer needed', 'PATIENT', cancelling],
  ['TRIAGE_ENDED', 'Triage Ended', 'PROVIDER_TRIAGE', { from: '2019-07-23T17:09:56.000Z', by: triagers }],
  ['PATIENT_APPOINTMENT_CANCELLATION_OTHER', 'Other', 'PATIENT', { cancelsAppointment: true }],
  ['PROVIDER_CANCELLATION', 'Other - Provider Cancellation', 'UNKNOWN', { cancelsAppointment: true }],
];

const coding = (system: string, code: string) => ({ valueCoding: { system, code } });
const own = (name: string): string => `https://fhir.nhs.uk/STU3/CodeSystem/${name}`;
const usedBy = ({ by = [] }: More): readonly Property[] => by.map((code) => ({ code: 'businessFunction', ...coding(functions, code) }));

export const appointmentReasons: readonly Concept[] = ofAppointments.map(([code, display, type, more = {}]) => ({
  code,
  display,
  from: more.from,
  to: more.to,
  properties: [
    { code: 'appointmentBookingCancellationReasonType', ...coding(own('eRS-AppointmentBookingCancellationReasonType-1'), type) },
    { code: 'willCancelWholeRequest', valueBoolean: false },
    { code: 'commentIsMandatory', valueBoolean: more.wantsComment === true },
    ...usedBy(more.by === providers ? { by: [...providers].reverse() } : more),
    ...(more.by
      ? [{ code: 'usage', ...coding(own('eRS-AppointmentCancellationReasonUsage-1'), more.by === providers ? 'REJECT' : 'CANCEL') }]
      : []),
  ],
}));

export const referralReasons: readonly Concept[] = ofReferrals.map(([code, display, type, more = {}]) => ({
  code,
  display,
  from: more.from,
  to: more.to,
  properties: [
    { code: 'appointmentRequestCancellationReasonType', ...coding(own('eRS-AppointmentRequestCancellationReasonType-1'), type) },
    { code: 'commentIsMandatory', valueBoolean: more.wantsComment === true },
    { code: 'canCancelAppointment', valueBoolean: more.cancelsAppointment === true },
    ...usedBy(more),
    ...(more.by ? [{ code: 'referrerUsage', ...coding(own('eRS-ReferralRequestCancellationReasonUsage-1'), 'CANCEL_REFERRAL') }] : []),
  ],
}));
