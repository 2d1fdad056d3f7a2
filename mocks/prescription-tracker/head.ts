/** What the search and the read of a prescription have in common: whose it is, and the head of one issue. */
import type { JsonObject } from '../../src/contract/contract.ts';
import { fhirElement } from '../../src/fhir/clinical/element.ts';
import { uuidBy } from '../../src/contract/uuid.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { PersonName } from '../../src/population.ts';
import type { IssueState, Item, Prescription } from '../prescriptions/prescription.ts';
import { extensionOf, identifier, intents, statusCoding, typeCoding } from './systems.ts';

export interface Entry {
  readonly fullUrl: string;
  readonly search: { readonly mode: 'match' | 'include' };
  readonly resource: JsonObject & { readonly resourceType: ResourceType };
}

type ResourceType = 'RequestGroup' | 'Patient' | 'MedicationRequest' | 'MedicationDispense' | 'PractitionerRole';

export const idFor = (call: Pick<AnyCall, 'chance'>, what: string): string => uuidBy((part) => call.chance(`tracked ${what} ${part}`));

export const entryOf = (mode: Entry['search']['mode'], id: string, resource: Entry['resource']): Entry => ({
  fullUrl: `urn:uuid:${id}`,
  search: { mode },
  resource,
});

export const referTo = (id: string): JsonObject => ({ reference: `urn:uuid:${id}` });

export const instantText = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}+00:00`;

export function patientOf(call: AnyCall, nhsNumber: string, id: string, isRead: boolean): Entry['resource'] {
  const person = call.population.find(nhsNumber);
  const name = person?.names.find(({ use }) => use === 'usual') ?? person?.names[0];
  const home = person?.addresses.find(({ use }) => use === 'home');
  const line = home?.lines.filter((each) => each !== '') ?? [];
  const text = [...line, ...(home?.postcode === undefined ? [] : [home.postcode])].join(', ');
  const isHidden = person?.restricted === true;
  return {
    resourceType: 'Patient',
    ...fhirElement({
      id: isRead ? id : undefined,
      identifier: [identifier('nhs-number', nhsNumber)],
      name: name && [nameOf(name)],
      ...(isRead && {
        gender: person?.gender ?? 'unknown',
        birthDate: person?.birthDate,
        address: text === '' || isHidden ? undefined : [fhirElement({ line, postalCode: home?.postcode, text, type: 'both', use: 'home' })],
      }),
    }),
  };
}

const nameOf = ({ prefix, given, family, suffix }: PersonName): JsonObject =>
  fhirElement({
    prefix: prefix === undefined ? undefined : [prefix],
    suffix: suffix === undefined ? undefined : [suffix],
    given: [...given],
    family,
  });

/** What is told of one issue, whether it is found or read. */
export function headOf(prescription: Prescription, state: IssueState, subject: string): Entry['resource'] {
  const { id, treatment, authored, issues, place } = prescription;
  const marks = marksOf(prescription, state);
  return {
    resourceType: 'RequestGroup',
    identifier: [identifier('prescription-order-number', id)],
    subject: referTo(subject),
    status: 'active',
    intent: intents[treatment],
    authoredOn: instantText(authored),
    extension: [
      extensionOf('DM-PrescriptionStatusHistory', { extension: [{ url: 'status', valueCoding: { ...statusCoding(state.status) } }] }),
      ...(treatment === 'acute'
        ? []
        : [
            extensionOf('EPS-RepeatInformation', {
              extension: [
                { url: 'numberOfRepeatsIssued', valueInteger: place?.number ?? state.issue },
                { url: 'numberOfRepeatsAllowed', valueInteger: place?.of ?? issues },
              ],
            }),
          ]),
      extensionOf('PendingCancellation', {
        extension: [
          { url: 'prescriptionPendingCancellation', valueBoolean: marks.all },
          { url: 'lineItemPendingCancellation', valueBoolean: marks.some },
        ],
      }),
    ],
  };
}

function marksOf({ items }: Prescription, { marked }: IssueState): { readonly all: boolean; readonly some: boolean } {
  const all = items.every(({ id }) => marked.includes(id));
  return { all, some: marked.length > 0 && !all };
}

/** What a read tells besides. */
export function moreOf(prescription: Prescription, { issue }: IssueState): readonly JsonObject[] {
  const reason = prescription.steps.findLast((step) => step.issue === issue && step.reason !== undefined)?.reason;
  const isOfCancelling = reason?.system.endsWith('medicationrequest-status-reason') === true;
  return [
    ...(reason && isOfCancelling
      ? [extensionOf('DM-PrescriptionStatusHistory', { extension: [{ url: 'cancellationReason', valueCoding: { ...reason } }] })]
      : []),
    extensionOf('DM-PrescriptionType', { valueCoding: { ...typeCoding(prescription.type) } }),
  ];
}

export const roleOf = (id: string, organisation: string): Entry['resource'] => ({
  resourceType: 'PractitionerRole',
  ...fhirElement({
    id,
    organization: organisation === '' ? undefined : { identifier: identifier('ods-organization-code', organisation) },
  }),
});

/** The service has no code but that of the whole of SNOMED CT. */
export const medicineOf = (text: string): JsonObject => ({ coding: [{ system: 'http://snomed.info/sct', code: '138875005' }], text });

export const quantityOf = ({ value, unit }: Item['quantity']): JsonObject => ({
  system: 'http://unitsofmeasure.org',
  code: `{${unit}}`,
  value,
  unit,
});
