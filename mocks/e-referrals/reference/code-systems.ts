/** The lists that clients choose codes from, each as a whole. */
import type { JsonObject } from '../../../src/contract/contract.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import { appointmentReasons, referralReasons } from './cancellation-reasons.ts';
import type { Concept, Property } from './concept.ts';
import { clinicTypes, specialties } from './specialties.ts';

const structure = 'https://fhir.nhs.uk/STU3/StructureDefinition/';
const shareable = 'http://hl7.org/fhir/StructureDefinition/shareablecodesystem';
const began = '2004-06-01';

const days = (defer: number, triage: number): readonly Property[] => [
  { code: 'deferToProviderContactDays', valueInteger: defer },
  { code: 'triageContactDays', valueInteger: triage },
];

/** Days are working days: the provider is to get in touch with the patient within them. */
export const priorities: readonly Concept[] = [
  { code: 'ROUTINE', display: 'Routine', properties: days(40, 40) },
  { code: 'URGENT', display: 'urgent', properties: days(10, 5) },
  { code: 'TWO_WEEK_WAIT', display: 'Two Week Wait', properties: days(5, 2) },
];

const nonAttendanceReasons: readonly Concept[] = [
  { code: 'CANCELLED_TOO_LATE', display: 'Cancelled too late' },
  { code: 'ARRIVED_TOO_LATE', display: 'Patient arrived too late to be seen' },
  { code: 'PATIENT_FORGOT', display: 'Patient forgot about appointment' },
  { code: 'PATIENT_DIED', display: 'Patient died' },
  { code: 'PATIENT_ILL', display: 'Patient ill' },
  { code: 'UNKNOWN', display: 'Reason not known' },
  { code: 'NOT_SPECIFIED', display: 'Not specified' },
  { code: 'OTHER_MIGRATION_FROM_CAB', display: 'Other (Migration from CAB)', to: '2012-01-31' },
];

interface Listed {
  readonly name: string;
  readonly profile?: string;
  readonly date: string;
  /** Types of its properties beside the two that all have. */
  readonly properties?: Readonly<Record<string, 'Coding' | 'boolean' | 'integer'>>;
  /** Their days stand in extensions as well. */
  readonly hasExtensions?: true;
  readonly concepts: (system: (type: string) => string) => readonly Concept[];
}

const lists: Readonly<Record<string, Listed>> = {
  SPECIALTY: {
    name: 'Specialty',
    profile: `${structure}eRS-Specialty-CodeSystem-1`,
    date: '2021-05-26T13:47:38.185Z',
    hasExtensions: true,
    concepts: () => specialties,
  },
  'CLINIC-TYPE': {
    name: 'Clinic Type',
    date: '2021-05-26T13:49:36.514Z',
    properties: { specialty: 'Coding' },
    concepts: (system) =>
      clinicTypes.map(({ specialty, ...rest }) => ({
        ...rest,
        properties: [{ code: 'specialty', valueCoding: { system: system('SPECIALTY'), code: specialty } }],
      })),
  },
  'APPOINTMENT-CANCELLATION-REASON': {
    name: 'Appointment Cancellation Reason',
    date: '2022-01-21T13:28:30.188Z',
    properties: {
      appointmentBookingCancellationReasonType: 'Coding',
      willCancelWholeRequest: 'boolean',
      commentIsMandatory: 'boolean',
      businessFunction: 'Coding',
      usage: 'Coding',
    },
    concepts: () => appointmentReasons,
  },
  'REFERRAL-CANCELLATION-REASON': {
    name: 'ReferralRequest Cancellation Reason',
    date: '2022-01-21T13:27:51.923Z',
    properties: {
      appointmentRequestCancellationReasonType: 'Coding',
      commentIsMandatory: 'boolean',
      canCancelAppointment: 'boolean',
      businessFunction: 'Coding',
      referrerUsage: 'Coding',
    },
    concepts: () => referralReasons,
  },
  'APPOINTMENT-NON-ATTENDANCE-REASON': {
    name: 'Appointment Non-attendance Reason',
    date: '2021-05-26T13:47:15.123Z',
    concepts: () => nonAttendanceReasons,
  },
  PRIORITY: {
    name: 'Priority',
    date: '2022-02-19T15:30:48.538Z',
    properties: { deferToProviderContactDays: 'integer', triageContactDays: 'integer' },
    concepts: () => priorities,
  },
};

/** The address of a code system, under this base. */
const codeSystemUrl = (call: Pick<AnyCall, 'url'>, type: string): string => call.url(`/STU3/CodeSystem/${type}`);

export function codeSystem(call: Pick<AnyCall, 'url'>, type: string): JsonObject | undefined {
  const list = Object.hasOwn(lists, type) ? lists[type] : undefined;
  if (!list) return undefined;
  const { name, profile = shareable, date, properties = {}, concepts, hasExtensions = false } = list;
  const kinds = { effectiveFrom: 'dateTime', effectiveTo: 'dateTime', ...properties };
  const title = `e-RS ${name}`;
  return {
    resourceType: 'CodeSystem',
    id: type,
    meta: { profile: [profile] },
    url: codeSystemUrl(call, type),
    version: '1',
    name: title,
    status: 'active',
    experimental: false,
    date,
    publisher: 'e-Referral Service',
    description: title,
    caseSensitive: true,
    content: 'complete',
    property: Object.entries(kinds).map(([code, kind]) => ({
      code,
      uri: `https://fhir.nhs.uk/STU3/CodeSystem/eRS-Concept-Properties-1#${code}`,
      type: kind,
    })),
    concept: concepts((other) => codeSystemUrl(call, other)).map((concept) => written(concept, hasExtensions)),
  };
}

function written({ code, display, from = began, to, properties = [] }: Concept, hasExtensions: boolean): JsonObject {
  const until = to === undefined ? [] : [to];
  const dated = (name: string, day: string) => ({ url: `${structure}Extension-eRS-${name}-1`, valueDate: day.slice(0, 10) });
  const extension = [dated('EffectivefromDate', from), ...until.map((day) => dated('EffectivetoDate', day))];
  return {
    ...(hasExtensions && { extension }),
    code,
    display,
    property: [
      { code: 'effectiveFrom', valueDateTime: atMidnight(from) },
      ...until.map((day) => ({ code: 'effectiveTo', valueDateTime: atMidnight(day) })),
      ...properties,
    ],
  };
}

const atMidnight = (day: string): string => (day.includes('T') ? day : `${day}T00:00:00.000Z`);
