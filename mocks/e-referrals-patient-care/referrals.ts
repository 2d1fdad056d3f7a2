/** The referrals of one person that are not over, each with its appointment or with what the hospital has to do. */
import { uuid, uuidBy } from '../../src/contract/uuid.ts';
import { eachOf } from '../../src/fhir/clinical/element.ts';
import { instant } from '../../src/fhir/instant.ts';
import { parseNhsNumber } from '../../src/fhir/nhs-number.ts';
import { askedIn, type AnyCall } from '../../src/mock/any-call.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { askForReferrals, type ToldReferral } from '../referrals-told.ts';
import { nhsNumberIn } from './access.ts';
import { codeSystem, concept, identifierOf, referenceTo } from './systems.ts';

const profile = (name: string): string => `https://fhir.nhs.uk/StructureDefinition/${name}`;

export function ownReferrals(call: AnyCall): { readonly status: 200; readonly rendered: string } | Problem {
  const nhsNumber = parseNhsNumber(nhsNumberIn(call.query['patient:identifier']));
  if (nhsNumber === undefined) return wrongNumber;
  const own = askForReferrals(call, nhsNumber);
  const asked = eachOf(askedIn(call)['_revinclude']);
  const now = instant(call.clock.now());
  const entry = [
    ...own.map((each) => entryOf(call, serviceRequest(each), 'match')),
    ...(asked.includes('Appointment:based-on') ? own.flatMap((each) => booked(call, each)) : []),
    ...(asked.includes('Task:focus') ? own.flatMap((each) => waiting(call, each)) : []),
  ];
  const bundle = {
    resourceType: 'Bundle',
    id: uuidBy((part) => call.chance(`patient-care/${nhsNumber}/${part}`)),
    meta: { lastUpdated: now, profile: ['https://fhir.hl7.org.uk/StructureDefinition/UKCore-Bundle'] },
    type: 'searchset',
    timestamp: now,
    total: own.length,
    link: [{ relation: 'self', url: call.url(`/FHIR/R4/ServiceRequest${call.search}`) }],
    ...(entry.length > 0 && { entry }),
  };
  return { status: 200, rendered: JSON.stringify(bundle) };
}

const wrongNumber: Problem = {
  problem: 'invalid-value',
  message: 'patient:identifier is no NHS number.',
  faults: [{ in: 'query', name: 'patient:identifier', pointer: '', keyword: 'pattern', message: 'must be an NHS number' }],
};

const priorities: Readonly<Record<ToldReferral['priority'], readonly [priority: string, display: string]>> = {
  ROUTINE: ['routine', 'Routine'],
  URGENT: ['urgent', 'Urgent'],
  TWO_WEEK_WAIT: ['asap', '2 Week Wait'],
};

function serviceRequest({
  requestId,
  version,
  state,
  priority,
  ubrn,
  nhsNumber,
  created,
  referrer,
  clinician = '',
  specialty,
}: ToldReferral) {
  const requester = `PractitionerRole-${referrer}-${clinician}`;
  const [own, display] = priorities[priority];
  return {
    resourceType: 'ServiceRequest',
    id: requestId,
    meta: { versionId: String(version), profile: [profile('NHSDigital-ServiceRequest-PatientCare')] },
    contained: [
      {
        resourceType: 'PractitionerRole',
        id: requester,
        meta: { profile: [profile('NHSDigital-PractitionerRole-Minimal')] },
        practitioner: referenceTo('user', clinician),
        organization: referenceTo('organisation', referrer),
      },
    ],
    extension: [
      { url: profile('Extension-Portal-Link'), valueUrl: `https://refer.example.org/nhslogin?ubrn=${ubrn}` },
      {
        url: profile('Extension-eRS-ServiceRequest-State'),
        extension: [{ url: 'state', valueCoding: { system: codeSystem('eRS-ReferralState'), code: states[state] ?? state } }],
      },
      {
        url: profile('Extension-ServiceRequest-Priority'),
        valueCoding: { system: codeSystem('eRS-Priority'), code: priority, display },
      },
    ],
    identifier: [identifierOf('ubrn', ubrn)],
    status: 'active',
    intent: 'order',
    category: [{ coding: [{ system: 'http://snomed.info/sct', code: '3457005' }] }],
    priority: own,
    subject: referenceTo('nhsNumber', nhsNumber),
    authoredOn: instant(Date.parse(created)),
    requester: { reference: `#${requester}` },
    ...(specialty !== undefined && { performerType: concept('eRS-Specialty', specialty.code, specialty.display) }),
  };
}

function entryOf<Resource extends { readonly resourceType: string; readonly id: string }>(call: AnyCall, resource: Resource, mode: string) {
  return { fullUrl: call.url(`/FHIR/R4/${resource.resourceType}/${resource.id}`), resource, search: { mode } };
}

const idFor = (call: AnyCall, what: string, id: string): string =>
  uuid.test(id) ? id : uuidBy((part) => call.chance(`patient-care/${what}/${id}/${part}`));

function booked(call: AnyCall, { requestId, nhsNumber, appointment }: ToldReferral) {
  if (!appointment) return [];
  const { id, version, start, end, slot, service } = appointment;
  return [
    entryOf(
      call,
      {
        resourceType: 'Appointment',
        id: idFor(call, 'appointment', id),
        meta: { versionId: String(version), profile: [profile('NHSDigital-Appointment-PatientCare')] },
        status: 'booked',
        basedOn: [{ reference: call.url(`/FHIR/R4/ServiceRequest/${requestId}`) }],
        ...(start !== undefined && { start }),
        ...(end !== undefined && { end }),
        ...(slot !== undefined && { slot: [referenceTo('slot', `USRN-${slot}`)] }),
        participant: [
          { actor: referenceTo('service', service), status: 'accepted' },
          { actor: referenceTo('nhsNumber', nhsNumber), status: 'accepted' },
        ],
      },
      'include',
    ),
  ];
}

/** What the hospital has to do. */
function waiting(call: AnyCall, { ubrn, version, requestId, nhsNumber, task }: ToldReferral) {
  if (!task) return [];
  const { code, service, until } = task;
  return [
    entryOf(
      call,
      {
        resourceType: 'Task',
        id: idFor(call, 'task', ubrn),
        meta: { versionId: String(version), profile: [profile('NHSDigital-Task-PatientCare')] },
        status: 'requested',
        intent: 'order',
        code: concept('Workflow-Code', code),
        focus: { reference: call.url(`/FHIR/R4/ServiceRequest/${requestId}`) },
        for: referenceTo('nhsNumber', nhsNumber),
        owner: referenceTo('service', service),
        restriction: { period: { end: until } },
      },
      'include',
    ),
  ];
}

/** States that patients are told in other words than staff. Of whoever did not come, or was assessed, nothing is booked. */
const states: Readonly<Record<string, string>> = {
  DEFERRED_TO_PROVIDER: 'DEFER_TO_PROVIDER',
  TRIAGED_PROVIDER_TO_ACTION: 'ARBL',
  APPT_CANCELLED_BY_PATIENT: 'APPOINTMENT_CANCELLED_BY_PATIENT',
  APPT_CANCELLED_BY_PROVIDER: 'APPOINTMENT_CANCELLED_BY_PROVIDER',
  DID_NOT_ATTEND: 'NOT_BOOKED',
  ASSESSMENT_RESULT: 'NOT_BOOKED',
};
