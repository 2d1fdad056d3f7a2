/** A referral as a ReferralRequest, with its shortlist, its appointment and its files inside it. */
import type { JsonObject } from '../../../src/contract/contract.ts';
import { fhirElement, listOf } from '../../../src/fhir/clinical/element.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import { documentReference } from '../attachments/attached.ts';
import { findAppointment } from '../appointment/appointment.ts';
import { writtenAppointment } from '../appointment/told.ts';
import { serviceOf } from '../healthcare-services/offered.ts';
import { specialtyNamed } from '../healthcare-services/specialties.ts';
import { codes, codeSystemAt, extensionOf, identified, identifierSystem, structure } from '../systems.ts';
import { isOver, stateDisplays } from './states.ts';
import type { CriteriaParameter, Priority, Referral, StateReason } from './referral.ts';

const priorityDisplays: Readonly<Record<Priority, string>> = { ROUTINE: 'Routine', URGENT: 'Urgent', TWO_WEEK_WAIT: '2 Week Wait' };

const requirementDisplays: Readonly<Record<string, string>> = { ADVOCACY: 'Advocacy', INTERPRETER: 'Interpreter', TRANSPORT: 'Transport' };

export function writtenReferral(call: AnyCall, referral: Referral): JsonObject {
  const { ubrn, version, requestId, nhsNumber, state, specialty, created, related } = referral;
  const appointment = referral.appointment === undefined ? undefined : findAppointment(call, referral.appointment);
  const files = filesOf(call, referral);
  const told = fhirElement({
    id: ubrn,
    meta: { versionId: String(version), profile: [structure('eRS-ReferralRequest-1')] },
    resourceType: 'ReferralRequest',
    extension: extensionsOf(call, referral),
    contained: [
      criteriaOf(call, referral),
      shortlistOf(call, referral),
      ...listOf(appointment && { ...writtenAppointment(call, appointment, version), id: 'appointment' }),
      ...files,
    ],
    status: isOver(state) ? 'cancelled' : 'active',
    specialty: specialty === undefined ? undefined : { coding: [specialtyCoding(call, specialty)] },
    subject: identified('nhsNumber', nhsNumber),
    authoredOn: created,
    intent: 'plan',
    identifier: [{ system: identifierSystem.request, value: requestId }],
  });
  // The service tells it empty, too.
  const supportingInfo = [
    ...files.map(({ id }) => ({ reference: `#${String(id)}` })),
    ...listOf(related === undefined ? undefined : { reference: `ReferralRequest/${related}` }),
  ];
  return { ...told, supportingInfo };
}

export const specialtyCoding = (call: AnyCall, code: string): JsonObject =>
  fhirElement({ system: codeSystemAt(call, 'SPECIALTY'), code, display: specialtyNamed(code)?.display });

function extensionsOf(call: AnyCall, referral: Referral): readonly JsonObject[] {
  const { appointment, clinicalFirst, clinicalLast, pathwayStart, priority, commissioning, requirements = [] } = referral;
  return [
    ...(appointment === undefined
      ? []
      : [
          extensionOf('Appointment', { valueReference: { reference: '#appointment' } }),
          extensionOf('Appointment-Reference', { valueReference: { reference: `Appointment/${appointment}` } }),
        ]),
    ...(clinicalFirst === undefined ? [] : [extensionOf('ClinicalInfoFirstSubmitted', { valueDateTime: clinicalFirst })]),
    ...(clinicalLast === undefined ? [] : [extensionOf('ClinicalInfoLastUpdated', { valueDateTime: clinicalLast })]),
    ...(pathwayStart === undefined ? [] : [extensionOf('eReferralPathwayStart', { valueInstant: pathwayStart })]),
    extensionOf('ReferralPriority', {
      valueCodeableConcept: { coding: [{ system: codes('eRS-Priority-1'), code: priority, display: priorityDisplays[priority] }] },
    }),
    extensionOf('ReferralShortlist', { valueReference: { reference: '#shortlist' } }),
    extensionOf('Commissioning-Rule-Org', {
      valueIdentifier: { system: identifierSystem.organisation, value: commissioning },
    }),
    extensionOf('ReferralState', { extension: stateParts(call, referral) }),
    ...requirements.map((code) =>
      extensionOf('PatientAdditionalRequirement', {
        valueCoding: fhirElement({ system: codes('eRS-AdditionalRequirementType-1'), code, display: requirementDisplays[code] }),
      }),
    ),
  ];
}

function stateParts(call: AnyCall, { state, reason, comments }: Referral): readonly JsonObject[] {
  return [
    { url: 'state', valueCoding: { system: codes('eRS-ReferralState-1'), code: state, display: stateDisplays[state] } },
    ...listOf(reason && { url: 'reason', valueCoding: writtenReason(call, reason) }),
    ...(comments === undefined ? [] : [{ url: 'comments', valueString: comments }]),
  ];
}

export const writtenReason = (call: AnyCall, { system, code, display }: StateReason): JsonObject =>
  fhirElement({ system: codeSystemAt(call, system), code, display });

/** Codes that are kept without their system have the one that goes with the parameter. */
const criteriaSystems: Readonly<Record<string, string>> = {
  priority: 'eRS-Priority-1',
  specialty: 'SPECIALTY',
  clinicType: 'eRS-ClinicType-1',
};

export function criteriaOf(call: AnyCall, { criteria }: Pick<Referral, 'criteria'>): JsonObject {
  return {
    id: 'serviceSearchCriteria',
    meta: { profile: [structure('eRS-ServiceSearchCriteria-Parameters-1')] },
    resourceType: 'Parameters',
    parameter: criteria.map((parameter) => withSystem(call, parameter)),
  };
}

function withSystem(call: AnyCall, parameter: CriteriaParameter): JsonObject {
  const name = criteriaSystems[parameter.name];
  const told = parameter as unknown as JsonObject; // it was JSON when it was sent
  const coding = parameter['valueCoding'];
  return name === undefined || typeof coding !== 'object'
    ? told
    : { ...told, valueCoding: { system: codeSystemAt(call, name), ...(coding as JsonObject) } };
}

export function shortlistOf(call: AnyCall, { shortlist }: Pick<Referral, 'shortlist'>): JsonObject {
  return {
    id: 'shortlist',
    meta: { profile: [structure('eRS-Shortlist-List-1')] },
    resourceType: 'List',
    extension: [extensionOf('Shortlist-SearchCriteria', { valueReference: { reference: '#serviceSearchCriteria' } })],
    status: 'current',
    mode: 'snapshot',
    entry: shortlist.map((id) => ({ item: fhirElement({ ...identified('service', id), display: serviceOf(call, id)?.name }) })),
  };
}

/** One for each file that is attached, by numbers that they have nowhere else. */
const firstFile = 80_000;

function filesOf(call: AnyCall, { attachments }: Referral): readonly JsonObject[] {
  return attachments.flatMap((file, n) => listOf(documentReference(call, file, firstFile + n)));
}
