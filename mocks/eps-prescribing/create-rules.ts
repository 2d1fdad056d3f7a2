/** What a new prescription must be, for the façade in front of Spine: all that it breaks is told. */
import type { Json } from '../../src/contract/contract.ts';
import { eachOf, elementAt, elementsAt, extensionIn, numberAt, stringAt } from '../../src/fhir/clinical/element.ts';
import { system } from '../../src/fhir/clinical/systems.ts';
import { differing } from '../electronic-prescriptions/common-rules.ts';
import { missingField, spineCodes, wrongValue, type MessageIssue } from '../electronic-prescriptions/issues.ts';
import { identifierIn, ofType, type Placed } from '../electronic-prescriptions/message.ts';

const request = 'Bundle.entry.resource.ofType(MedicationRequest)';

const nhsExtension = (name: string): string => `extension("https://fhir.nhs.uk/StructureDefinition/Extension-${name}")`;

/** What every item of a prescription says alike, and where it says it. */
const alike: Readonly<Record<string, (item: Json) => Json | undefined>> = {
  groupIdentifier: (item) => elementAt(item, 'groupIdentifier'),
  category: (item) => elementAt(item, 'category'),
  authoredOn: (item) => elementAt(item, 'authoredOn'),
  subject: (item) => elementAt(item, 'subject'),
  requester: (item) => elementAt(item, 'requester'),
  'dispenseRequest.performer': (item) => elementAt(item, 'dispenseRequest', 'performer'),
  'dispenseRequest.validityPeriod': (item) => elementAt(item, 'dispenseRequest', 'validityPeriod'),
  'dispenseRequest.expectedSupplyDuration': (item) => elementAt(item, 'dispenseRequest', 'expectedSupplyDuration'),
  [`dispenseRequest.${nhsExtension('DM-PerformerSiteType')}`]: (item) =>
    extensionIn(elementAt(item, 'dispenseRequest'), 'DM-PerformerSiteType'),
  [nhsExtension('DM-PrescriptionType')]: (item) => extensionIn(item, 'DM-PrescriptionType'),
  [nhsExtension('DM-ResponsiblePractitioner')]: (item) => extensionIn(item, 'DM-ResponsiblePractitioner'),
};

const ofRepeats: typeof alike = {
  'dispenseRequest.numberOfRepeatsAllowed': (item) => elementAt(item, 'dispenseRequest', 'numberOfRepeatsAllowed'),
  'extension("https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-MedicationRepeatInformation")': (item) =>
    extensionIn(item, 'MedicationRepeatInformation'),
};

export function createRules(placed: readonly Placed[]): readonly MessageIssue[] {
  const items = ofType(placed, 'MedicationRequest');
  const isRepeatDispensing = items.some(({ resource }) => courseOf(resource) === 'continuous-repeat-dispensing');
  const resources = items.map(({ resource }) => resource);
  return [
    ...Object.entries(isRepeatDispensing ? { ...alike, ...ofRepeats } : alike).flatMap(([name, of]) =>
      differing('MedicationRequest', name, resources.map(of)),
    ),
    ...sameIdentifiers(items),
    ...items.flatMap(notActive),
    ...items.flatMap(wrongDosage),
    ...(isRepeatDispensing ? items.flatMap(withoutPeriod) : []),
    ...(typeOf(items).startsWith('01') ? ofPrimaryCare(placed) : []),
    ...ofType(placed, 'Practitioner').flatMap(wrongProfessionalCode),
  ];
}

export const courseOf = (item: Json): string | undefined => stringAt(item, 'courseOfTherapyType', 'coding', 'code');

const typeOf = ([first]: readonly Placed[]): string =>
  stringAt(extensionIn(first?.resource, 'DM-PrescriptionType'), 'valueCoding', 'code') ?? '';

function sameIdentifiers(items: readonly Placed[]): readonly MessageIssue[] {
  const ids = items.map(({ resource }) => identifierIn(resource, system.prescriptionItem));
  if (new Set(ids).size === ids.length) return [];
  const received = ids.map((id) => `"${id ?? ''}"`).join(', ');
  return [
    wrongValue(
      `Expected all MedicationRequests to have a different value for identifier. Received [${received}].`,
      `${request}.identifier`,
    ),
  ];
}

const notActive = ({ resource }: Placed): readonly MessageIssue[] =>
  resource['status'] === 'active' ? [] : [wrongValue("MedicationRequest.status must be 'active'.", `${request}.status`)];

function wrongDosage({ resource }: Placed): readonly MessageIssue[] {
  const lines = resource['dosageInstruction'] === undefined ? [] : eachOf(resource['dosageInstruction']);
  const expression = `${request}.dosageInstruction`;
  if (lines.length === 0) return [missingField(expression)];
  if (lines.length === 1 || lines.every((line) => numberAt(line, 'sequence') !== undefined)) return [];
  return [
    {
      severity: 'error',
      code: 'value',
      coding: { system: spineCodes, version: '1', code: 'MISSING_VALUE', display: 'Required value is missing' },
      diagnostics: 'The request contains multiple dosage instruction lines but no corresponding dosage sequence number.',
      expression,
    },
  ];
}

const withoutPeriod = ({ resource }: Placed): readonly MessageIssue[] =>
  ['validityPeriod', 'expectedSupplyDuration'].flatMap((name) =>
    elementAt(resource, 'dispenseRequest', name) === undefined ? [missingField(`${request}.dispenseRequest.${name}`)] : [],
  );

/** Of whoever prescribes: another party that answers for it is not of primary care. */
function ofPrimaryCare(placed: readonly Placed[]): readonly MessageIssue[] {
  const prescribers = ofType(placed, 'PractitionerRole').filter(({ resource }) => resource['identifier'] !== undefined);
  const practices = new Set(prescribers.map(({ resource }) => stringAt(resource, 'organization', 'reference')));
  const service = 'Bundle.entry.resource.ofType(PractitionerRole).healthcareService';
  return [
    ...prescribers.flatMap(({ resource }) =>
      resource['healthcareService'] === undefined ? [] : [wrongValue(`Unexpected field of ${service}.`, service)],
    ),
    ...ofType(placed, 'Organization').flatMap(({ resource, fullUrl }) =>
      !practices.has(fullUrl) || resource['partOf'] !== undefined
        ? []
        : [missingField('Bundle.entry.resource.ofType(Organization).partOf')],
    ),
  ];
}

const professional: ReadonlySet<string> = new Set(['gmc-number', 'nmc-number', 'gphc-number', 'hcpc-number', 'professional-code']);

export const professionalCodesOf = (practitioner: Json | undefined): readonly string[] =>
  elementsAt(practitioner, 'identifier').flatMap((each) =>
    professional.has((stringAt(each, 'system') ?? '').split('/').at(-1) ?? '') ? (stringAt(each, 'value') ?? []) : [],
  );

function wrongProfessionalCode({ resource }: Placed): readonly MessageIssue[] {
  const codes = professionalCodesOf(resource);
  if (codes.length === 1) return [];
  const wanted = 'Bundle resource Practitioner.identifier expected exactly one professional code from GMC|NMC|GPhC|HCPC|professional-code.';
  const received = codes.length === 0 ? '' : ` But received: ${codes.join(', ')}`;
  return [wrongValue(wanted + received, 'Bundle.entry.resource.ofType(Practitioner).identifier')];
}
