/**
 * The order as a dispenser gets it: the message as it was sent, or one that is made from the patient's record, with where each item stands. The
 * signature of one that is made is nobody's.
 */
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { isObject } from '../../../src/contract/json.ts';
import { uuidBy } from '../../../src/contract/uuid.ts';
import { referByIdentifier, type Referent, type Writing } from '../../../src/fhir/clinical/about.ts';
import { conceptOf, writtenConcept, writtenQuantity } from '../../../src/fhir/clinical/concepts.ts';
import { writeOrganization, writePatient, writePractitioner } from '../../../src/fhir/clinical/context.ts';
import { fhirElement, listOf } from '../../../src/fhir/clinical/element.ts';
import { testData } from '../../../src/fhir/clinical/head.ts';
import { community, noSubstitution } from '../../../src/fhir/clinical/medicine-elements.ts';
import { system, ukCoreExtension } from '../../../src/fhir/clinical/systems.ts';
import { dateOf, instant } from '../../../src/fhir/instant.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import { identifierIn } from '../../electronic-prescriptions/message.ts';
import type { IssueState, Item, Prescription } from '../../prescriptions/prescription.ts';
import { currentIssue, itemStatuses, requestStatuses } from '../../prescriptions/status.ts';

const nhs = (name: string): string => `https://fhir.nhs.uk/StructureDefinition/Extension-${name}`;

export function orderTold(call: AnyCall, prescription: Prescription, dispenser: string, owner: JsonObject): JsonObject {
  const order: Json = prescription.message === undefined ? orderMade(call, prescription) : (JSON.parse(prescription.message) as Json);
  const state = currentIssue(prescription);
  const entries = isObject(order) && Array.isArray(order['entry']) ? (order['entry'] as readonly Json[]) : [];
  return {
    ...(isObject(order) && order),
    entry: entries.map((entry) => {
      const resource = isObject(entry) ? entry['resource'] : undefined;
      if (!isObject(entry) || !isObject(resource)) return entry;
      if (resource['resourceType'] === 'MedicationRequest') return { ...entry, resource: asItStands(resource, prescription, state) };
      if (resource['resourceType'] === 'MessageHeader') return { ...entry, resource: addressed(resource, dispenser, owner) };
      return entry;
    }),
  };
}

/** To whoever releases it, whoever was nominated. */
function addressed(header: JsonObject, dispenser: string, owner: JsonObject): JsonObject {
  const { name } = owner;
  const receiver = { identifier: { system: system.ods, value: dispenser }, ...(typeof name === 'string' && { display: name }) };
  return { ...header, destination: [{ endpoint: `urn:nhs-uk:addressing:ods:${dispenser}`, receiver }] };
}

function asItStands(resource: JsonObject, prescription: Prescription, state: IssueState): JsonObject {
  const item = identifierIn(resource, system.prescriptionItem)?.toLowerCase() ?? '';
  const status = state.items[item] ?? '0008';
  const cancelled = prescription.steps.findLast(({ items }) => items?.[item] === '0005');
  const extensions = Array.isArray(resource['extension']) ? (resource['extension'] as readonly Json[]) : [];
  return {
    ...resource,
    status: requestStatuses[status],
    extension: [
      ...extensions,
      {
        url: nhs('EPS-DispensingInformation'),
        extension: [
          {
            url: 'dispenseStatus',
            valueCoding: { system: 'https://fhir.nhs.uk/CodeSystem/medicationdispense-type', code: status, display: itemStatuses[status] },
          },
        ],
      },
      ...(status === '0005' && cancelled
        ? [
            {
              url: nhs('DM-PrescriptionStatusHistory'),
              extension: [
                {
                  url: 'status',
                  valueCoding: {
                    system: 'https://fhir.nhs.uk/CodeSystem/medicationrequest-status-history',
                    code: 'R-0001',
                    display: 'Prescription/item was cancelled',
                  },
                },
                { url: 'statusDate', valueDateTime: instant(cancelled.at) },
              ],
            },
          ]
        : []),
      ...(prescription.issues > 1 || prescription.place
        ? [
            {
              url: ukCoreExtension('MedicationRepeatInformation'),
              extension: [{ url: 'numberOfPrescriptionsIssued', valueUnsignedInt: prescription.place?.number ?? state.issue }],
            },
          ]
        : []),
    ],
  };
}

const courses = {
  acute: 'Short course (acute) therapy',
  continuous: 'Continuous long term therapy',
  'continuous-repeat-dispensing': 'Continuous long term (repeat dispensing)',
} as const;

const courseSystems = {
  acute: 'http://terminology.hl7.org/CodeSystem/medicationrequest-course-of-therapy',
  continuous: 'http://terminology.hl7.org/CodeSystem/medicationrequest-course-of-therapy',
  'continuous-repeat-dispensing': 'https://fhir.nhs.uk/CodeSystem/medicationrequest-course-of-therapy',
} as const;

function orderMade(call: AnyCall, prescription: Prescription): JsonObject {
  const { id, patient, prescriber, items, authored } = prescription;
  const uuid = (what: string): string => uuidBy((part) => call.chance(`prescription/${id}/${what}/${part}`));
  const to = (what: string): JsonObject => ({ reference: `urn:uuid:${uuid(what)}` });
  const entry = (what: string, resource: JsonObject): JsonObject => ({
    fullUrl: `urn:uuid:${uuid(what)}`,
    // A person's id is their number, wherever they are told of.
    resource: { id: uuid(what), ...resource },
  });
  const person = call.population.find(patient);
  const organisation = call.population.organisation(prescriber.organisation);
  const who = call.population.practitioners(prescriber.organisation).find(({ sdsUserId }) => sdsUserId === prescriber.practitioner);
  const writing = person && writingAbout(call, person);
  const parent = organisation?.parent;
  const phone = organisation?.phone ?? '01632960000';
  const header = {
    resourceType: 'MessageHeader',
    eventCoding: { system: 'https://fhir.nhs.uk/CodeSystem/message-event', code: 'prescription-order', display: 'Prescription Order' },
    sender: fhirElement({ identifier: { system: system.ods, value: prescriber.organisation }, display: organisation?.name }),
    source: { endpoint: `urn:nhs-uk:addressing:ods:${prescriber.organisation}` },
    focus: [...items.map((item) => to(item.id)), to('patient'), to('role'), to('signature')],
  };
  return {
    resourceType: 'Bundle',
    meta: { tag: [testData('R4')] },
    identifier: { system: system.uuid, value: uuid('message') },
    type: 'message',
    timestamp: instant(authored),
    entry: [
      entry('header', header),
      ...items.map((item) => entry(item.id, requestMade(prescription, item, to))),
      entry(
        'patient',
        person && writing
          ? writePatient(person, writing)
          : { resourceType: 'Patient', identifier: [{ system: system.nhsNumber, value: patient }] },
      ),
      entry(
        'role',
        fhirElement({
          resourceType: 'PractitionerRole',
          identifier: listOf(who?.roleProfileId ?? prescriber.role).map((value) => ({ system: system.sdsRole, value })),
          practitioner: to('practitioner'),
          organization: to('organisation'),
          code: [conceptOf('https://fhir.nhs.uk/CodeSystem/NHSDigital-SDS-JobRoleCode', 'R8000', 'Clinical Practitioner Access Role')],
          telecom: [{ system: 'phone', use: 'work', value: phone }],
        }),
      ),
      entry(
        'practitioner',
        who
          ? writePractitioner(who, { version: 'R4' })
          : fhirElement({
              resourceType: 'Practitioner',
              identifier: [
                ...listOf(prescriber.practitioner).map((value) => ({ system: system.sdsUser, value })),
                ...listOf(prescriber.professionalCode).map((value) => ({ system: 'https://fhir.hl7.org.uk/Id/gmc-number', value })),
              ],
              name: listOf(prescriber.name).map((text) => ({ text })),
            }),
      ),
      entry('organisation', {
        ...(organisation
          ? writeOrganization(organisation, { version: 'R4' })
          : { resourceType: 'Organization', identifier: [{ system: system.ods, value: prescriber.organisation }] }),
        ...(parent !== undefined && { partOf: { identifier: { system: system.ods, value: parent } } }),
      }),
      entry('signature', {
        resourceType: 'Provenance',
        target: items.map((item) => to(item.id)),
        recorded: instant(authored),
        agent: [{ who: to('role') }],
        signature: [
          {
            type: [{ system: 'urn:iso-astm:E1762-95:2013', code: '1.2.840.10065.1.12.1.1' }],
            when: instant(authored),
            who: to('role'),
            data: syntheticSignature(uuid('signature')),
          },
        ],
      }),
    ],
  };
}

const writingAbout = (call: AnyCall, person: Writing['about']['person']): Writing => ({
  version: 'R4',
  about: {
    person,
    entry: () => undefined,
    organisation: (ods) => call.population.organisation(ods),
    practitioner: () => undefined,
    refer: (referent: Referent) => referByIdentifier(referent),
  },
});

function requestMade(prescription: Prescription, item: Item, to: (what: string) => JsonObject): JsonObject {
  const { id, uuid, type, treatment, authored, from = authored, siteType, pharmacy, issues, place } = prescription;
  const repeats = (place?.of ?? issues) - 1;
  return fhirElement({
    resourceType: 'MedicationRequest',
    extension: [
      { url: nhs('DM-PrescriptionType'), valueCoding: { system: 'https://fhir.nhs.uk/CodeSystem/prescription-type', code: type } },
    ],
    identifier: [{ system: system.prescriptionItem, value: item.id }],
    status: 'active',
    intent: 'order',
    category: [community()],
    medicationCodeableConcept: writtenConcept(item.medicine),
    subject: to('patient'),
    authoredOn: instant(authored),
    requester: to('role'),
    groupIdentifier: {
      extension: [{ url: nhs('DM-PrescriptionId'), valueIdentifier: { system: 'https://fhir.nhs.uk/Id/prescription', value: uuid } }],
      system: system.prescription,
      value: id,
    },
    courseOfTherapyType: conceptOf(courseSystems[treatment], treatment, courses[treatment]),
    dosageInstruction: [{ text: item.dose }],
    dispenseRequest: fhirElement({
      extension: [
        {
          url: nhs('DM-PerformerSiteType'),
          valueCoding: { system: 'https://fhir.nhs.uk/CodeSystem/dispensing-site-preference', code: siteType },
        },
      ],
      validityPeriod: { start: dateOf(from), end: dateOf(prescription.until) },
      numberOfRepeatsAllowed: repeats > 0 ? repeats : undefined,
      quantity: writtenQuantity(item.quantity),
      expectedSupplyDuration: { value: item.days, unit: 'day', system: system.ucum, code: 'd' },
      performer: pharmacy === undefined ? undefined : { identifier: { system: system.ods, value: pharmacy } },
    }),
    substitution: noSubstitution,
  });
}

/** In the form of one, and of nobody. */
const syntheticSignature = (digest: string): string =>
  btoa(
    `<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo><Reference><DigestValue>${btoa(digest)}</DigestValue></Reference></SignedInfo>` +
      `<SignatureValue>${btoa('synthetic')}</SignatureValue><KeyInfo><X509Data><X509Certificate>${btoa('synthetic')}</X509Certificate></X509Data></KeyInfo></Signature>`,
  );
