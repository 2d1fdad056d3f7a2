/** Requests for advice as CommunicationRequest, and what is said about them as Communication. */
import type { JsonObject } from '../../../src/contract/contract.ts';
import { fhirElement, listOf } from '../../../src/fhir/clinical/element.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import { documentReference, type AttachedFile } from '../attachments/attached.ts';
import { displayOfPriority } from '../reference/displays.ts';
import { criteriaOf, shortlistOf, specialtyCoding } from '../referral/told.ts';
import { codes, extensionOf, identified, identifierSystem, structure } from '../systems.ts';
import { isEnded, type ActingUser, type Advice, type AdviceMessage } from './advice.ts';

/** `021600556514.R69.REFERRING-CLINICIAN` */
export const roleId = ({ user, organisation, role }: ActingUser): string => `${user}.${organisation}.${role.replaceAll('_', '-')}`;

export function practitionerRole(of: ActingUser, id: string): JsonObject {
  return {
    resourceType: 'PractitionerRole',
    id,
    meta: { profile: ['https://fhir.hl7.org.uk/STU3/StructureDefinition/CareConnect-PractitionerRole-1'] },
    practitioner: identified('user', of.user),
    organization: identified('organisation', of.organisation),
    code: [{ coding: [{ system: codes('eRS-BusinessFunction-1'), code: of.role }] }],
  };
}

const conversions = {
  true: ['AUTHORISED_TO_CONVERT', 'has'],
  false: ['NOT_AUTHORISED_TO_CONVERT', 'has NOT'],
} as const;

export function communicationRequest(call: AnyCall, advice: Advice): JsonObject {
  const { ubrn, requestId, version, patient, priority, isConvertible, specialty, service, referrer, status } = advice;
  const role = `PractitionerRole.${roleId(referrer)}`;
  const byRole = {
    extension: [{ url: structure('Extension-PractitionerRole-Reference-1'), valueReference: { reference: `#${role}` } }],
  };
  const [conversion, may] = conversions[`${isConvertible}`];
  const files = toldFiles(call, advice.files);
  return fhirElement({
    resourceType: 'CommunicationRequest',
    id: ubrn,
    meta: { versionId: String(version), profile: [structure('eRS-CommunicationRequest-1')] },
    contained: [criteriaOf(call, advice), shortlistOf(call, advice), practitionerRole(referrer, role), ...files],
    extension: [
      extensionOf('ReferralPriority', {
        valueCodeableConcept: { coding: [{ system: codes('eRS-Priority-1'), code: priority, display: displayOfPriority(priority) }] },
      }),
      extensionOf('ProviderConversionAuthorisation', {
        valueCoding: {
          system: codes('eRS-ProviderConversionAuthorisation-1'),
          code: conversion,
          display: `Referrer ${may} allowed the Service Provider to convert the Advice and Guidance to a Referral`,
        },
      }),
      extensionOf('ReferralShortlist', { valueReference: { reference: '#shortlist' } }),
      extensionOf('Specialty', { valueCoding: specialtyCoding(call, specialty) }),
    ],
    identifier: [{ system: identifierSystem.request, value: `a.${requestId}` }],
    status: isEnded(call, advice) ? 'completed' : 'active',
    category: [{ coding: [{ system: codes('eRS-AdviceAndGuidanceStatus-1'), code: status }] }],
    recipient: [recipientService(service)],
    subject: identified('nhsNumber', patient),
    payload: files.map(({ id }) => ({ contentReference: { reference: `#${String(id)}` } })),
    requester: { agent: byRole },
    sender: byRole,
  });
}

const recipientService = (service: string): JsonObject => ({
  extension: [{ url: structure('Extension-HealthcareService-Reference-1'), valueReference: identified('service', service) }],
});

/** Their numbers are told nowhere else: each is the place of the file in the whole. */
const toldFiles = (call: AnyCall, files: readonly AttachedFile[], first = 70_000): readonly JsonObject[] =>
  files.flatMap((file, n) => listOf(documentReference(call, file, first + n)));

/** Where the roles and the files of a message stand: inside it, or beside it. */
export type Placing = 'contained' | 'beside';

export interface ToldMessage {
  readonly communication: JsonObject;
  readonly roles: readonly JsonObject[];
  readonly files: readonly JsonObject[];
}

export function communication(call: AnyCall, advice: Advice, message: AdviceMessage, placing: Placing): ToldMessage {
  const { id, by, from, requester, sent, text, files: attached } = message;
  const isInside = placing === 'contained';
  const roleOf = (one: ActingUser): string => (isInside ? `PractitionerRole.${roleId(one)}` : roleId(one));
  const refer = (type: string, to: string): JsonObject => ({ reference: isInside ? `#${to}` : `${type}/${to}` });
  const people = roleId(from) === roleId(requester) ? [from] : [from, requester];
  const roles = people.map((one) => practitionerRole(one, roleOf(one)));
  const files = toldFiles(call, attached, Number(id.slice(-6)) * 10).map((file) =>
    isInside ? file : { ...file, id: String(file['id']).replace('DocumentReference-', '') },
  );
  return {
    roles,
    files,
    communication: fhirElement({
      resourceType: 'Communication',
      id,
      meta: { versionId: '0', profile: [structure('eRS-Communication-1')] },
      contained: isInside ? [...files, ...roles] : [],
      extension: [{ url: structure('Extension-Communication-Requester-1'), valueReference: refer('PractitionerRole', roleOf(requester)) }],
      basedOn: [{ reference: `CommunicationRequest/${advice.ubrn}/_history/${advice.version}` }],
      status: 'completed',
      category: [{ coding: [{ system: codes('eRS-CommunicationSentBy-1'), code: by }] }],
      recipient: [by === 'RESPONDER' ? identified('organisation', advice.referrer.organisation) : recipientService(advice.service)],
      sent: new Date(sent).toISOString(),
      sender: {
        extension: [{ url: structure('Extension-PractitionerRole-Reference-1'), valueReference: refer('PractitionerRole', roleOf(from)) }],
      },
      payload: files.map((file) => ({ contentReference: refer('DocumentReference', String(file['id'])) })),
      note: text === undefined ? [] : [{ text }],
    }),
  };
}
