/** A dispense notification: what was handed over of each item, and by whom; and what is wrong with it. */
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { isArray, isObject } from '../../../src/contract/json.ts';
import { eachOf, elementAt, extensionIn, numberAt, stringAt } from '../../../src/fhir/clinical/element.ts';
import { system } from '../../../src/fhir/clinical/systems.ts';
import { commonFaults, differing } from '../../electronic-prescriptions/common-rules.ts';
import { missingField, wrongValue, type MessageIssue } from '../../electronic-prescriptions/issues.ts';
import {
  codeIn,
  containedIn,
  entriesOf,
  groupIdentifierOf,
  identifierIn,
  ofType,
  referredTo,
  type Placed,
} from '../../electronic-prescriptions/message.ts';

export const itemStatuses = 'https://fhir.nhs.uk/CodeSystem/medicationdispense-type';

export interface NotifiedItem {
  /** Id of the item of the prescription. */
  readonly item: string;
  /** Code of what has become of it. */
  readonly status: string;
  readonly at: string;
}

export interface Repeats {
  readonly allowed: number | undefined;
  readonly issued: number | undefined;
}

export interface Notification {
  readonly id: string;
  /** The notification that it takes the place of. */
  readonly replaces?: string;
  readonly prescription: string;
  readonly nhsNumber: string;
  readonly dispenser: string;
  readonly organisation: JsonObject;
  readonly handedOver: string;
  readonly repeats?: Repeats;
  readonly items: readonly NotifiedItem[];
}

export function readNotification(bundle: Json | undefined): Notification | readonly MessageIssue[] {
  const entries = entriesOf(bundle);
  const dispenses = ofType(entries, 'MedicationDispense');
  const faults = [...commonFaults(bundle), ...faultsOf(entries, dispenses)];
  const [first] = dispenses;
  const organisation = first && dispenserOf(entries, first);
  if (faults.length > 0 || !first || !organisation) return faults;
  const replaces = replacedIn(entries[0]?.resource);
  const prescribed = prescribedIn(first);
  const repeats = repeatsIn(first.resource);
  return {
    id: (stringAt(bundle, 'identifier', 'value') ?? '').toLowerCase(),
    ...(replaces !== undefined && { replaces }),
    prescription: groupIdentifierOf(prescribed?.resource) ?? '',
    nhsNumber: patientOf(first.resource) ?? '',
    dispenser: (identifierIn(organisation.resource, system.ods) ?? '').toUpperCase(),
    organisation: organisation.resource,
    handedOver: stringAt(first.resource, 'whenHandedOver') ?? '',
    ...(repeats && { repeats }),
    items: dispenses.map((dispense) => ({
      item: (identifierIn(prescribedIn(dispense)?.resource, system.prescriptionItem) ?? '').toLowerCase(),
      status: codeIn(dispense.resource['type'], itemStatuses) ?? '',
      at: dispense.at,
    })),
  };
}

export function replacedIn(resource: Json | undefined): string | undefined {
  return stringAt(extensionIn(resource, 'replacementOf'), 'valueIdentifier', 'value')?.toLowerCase();
}

export function repeatsIn(resource: Json | undefined): Repeats | undefined {
  const extension = extensionIn(resource, 'RepeatInformation');
  if (!extension) return undefined;
  const number = (name: string): number | undefined => {
    const part = eachOf(extension['extension']).find((one) => stringAt(one, 'url') === name);
    return numberAt(part, 'valueInteger') ?? numberAt(part, 'valueUnsignedInt');
  };
  return { allowed: number('numberOfRepeatsAllowed'), issued: number('numberOfRepeatsIssued') };
}

function faultsOf(entries: readonly Placed[], dispenses: readonly Placed[]): readonly MessageIssue[] {
  if (dispenses.length === 0) return [missingField('MedicationDispense', 'Bundle.entry')];
  const values = (read: (resource: JsonObject) => Json | undefined): readonly (Json | undefined)[] =>
    dispenses.map(({ resource }) => read(resource));
  return [
    ...differing(
      'MedicationDispense',
      'whenHandedOver',
      values((one) => one['whenHandedOver']),
    ),
    ...differing('MedicationDispense', 'subject.identifier.value', values(patientOf)),
    ...differing(
      'MedicationDispense',
      'extension(EPS-RepeatInformation)',
      values((one) => extensionIn(one, 'RepeatInformation')),
    ),
    ...differing(
      'MedicationRequest',
      'groupIdentifier',
      dispenses.map((one) => groupIdentifierOf(prescribedIn(one)?.resource)),
    ),
    ...dispenses.flatMap((one) => [...fieldFaults(one), ...performerFaults(entries, one)]),
  ];
}

function fieldFaults(dispense: Placed): readonly MessageIssue[] {
  const { resource, at } = dispense;
  const prescribed = prescribedIn(dispense);
  const wanted: readonly (readonly [value: unknown, path: string, expression: string])[] = [
    [stringAt(resource, 'whenHandedOver'), 'MedicationDispense.whenHandedOver', `${at}.whenHandedOver`],
    [patientOf(resource), 'MedicationDispense.subject.identifier.value', `${at}.subject`],
    [codeIn(resource['type'], itemStatuses), 'MedicationDispense.type.coding.code', `${at}.type`],
    [prescribed, 'MedicationDispense.authorizingPrescription', `${at}.authorizingPrescription`],
  ];
  const ofPrescribed: typeof wanted = prescribed
    ? [
        [identifierIn(prescribed.resource, system.prescriptionItem), 'MedicationRequest.identifier.value', `${prescribed.at}.identifier`],
        [groupIdentifierOf(prescribed.resource), 'MedicationRequest.groupIdentifier.value', `${prescribed.at}.groupIdentifier`],
      ]
    : [];
  return [...wanted, ...ofPrescribed].flatMap(([value, path, expression]) => (value === undefined ? [missingField(path, expression)] : []));
}

function performerFaults(entries: readonly Placed[], dispense: Placed): readonly MessageIssue[] {
  const { resource, at } = dispense;
  const performers = isArray(resource['performer']) ? resource['performer'] : [];
  if (performers.length === 0) return [missingField('MedicationDispense.performer', `${at}.performer`)];
  if (performers.length > 1) return [wrongValue('Expected exactly one MedicationDispense.performer.', `${at}.performer`)];
  const role = roleIn(dispense);
  if (!role)
    return [
      wrongValue('performer populated incorrectly. Please populate with Reference to contained PractitionerRole.', `${at}.performer`),
    ];
  const practitioner = role.resource['practitioner'];
  const organisation = dispenserOf(entries, dispense);
  return [
    ...(isObject(practitioner) && practitioner['reference'] === undefined && identifierIn(practitioner) !== undefined
      ? []
      : [wrongValue('practitioner populated incorrectly. Please populate with Identifier and Display.', `${role.at}.practitioner`)]),
    ...(organisation
      ? reimbursementFaults(organisation)
      : [
          wrongValue(
            'organization populated incorrectly. Please populate with Reference to resource within Bundle.',
            `${role.at}.organization`,
          ),
        ]),
  ];
}

function reimbursementFaults({ resource, at }: Placed): readonly MessageIssue[] {
  const relationships = extensionIn(resource, 'OrganisationRelationships');
  const authority = eachOf(relationships?.['extension']).find((one) => stringAt(one, 'url') === 'reimbursementAuthority');
  const place = `${at}.extension`;
  if (authority === undefined)
    return [wrongValue('The dispense notification is missing the reimbursement authority and it should be provided.', place)];
  return stringAt(authority, 'valueIdentifier', 'value') === undefined
    ? [wrongValue('The dispense notification is missing the reimbursement authority ODS code and it should be provided.', place)]
    : [];
}

const localTo = (placed: Placed, reference: Json | undefined): Placed | undefined =>
  containedIn(placed).find(({ resource }) => `#${String(resource['id'])}` === elementAt(reference, 'reference'));

const roleIn = (dispense: Placed): Placed | undefined => localTo(dispense, elementAt(dispense.resource, 'performer', 'actor'));

const prescribedIn = (dispense: Placed): Placed | undefined =>
  localTo(dispense, elementAt(dispense.resource, 'authorizingPrescription')) ?? ofType(containedIn(dispense), 'MedicationRequest')[0];

const dispenserOf = (entries: readonly Placed[], dispense: Placed): Placed | undefined =>
  referredTo(entries, elementAt(roleIn(dispense)?.resource, 'organization'));

const patientOf = (resource: JsonObject): string | undefined => stringAt(resource, 'subject', 'identifier', 'value');
