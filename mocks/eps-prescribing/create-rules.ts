/** What a new prescription must be, for the services in front of Spine: all that it breaks is told. */
import type { Json } from '../../src/contract/contract.ts';
import { canonicalText } from '../prescription-messages/canonical-text.ts';
import { eachOf, elementAt, elementsAt, numberAt, stringAt } from '../../src/fhir/clinical/element.ts';
import { extensionOf, identifierOf, itemSystem, ofType, type Placed } from '../prescription-messages/bundle.ts';
import { missingField, missingValueOf, unexpectedField, wrongValue, type EpsIssue } from '../prescription-messages/issues.ts';
import { extensions } from '../prescription-messages/extensions.ts';

const request = 'Bundle.entry.resource.ofType(MedicationRequest)';

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
  [`dispenseRequest.extension("${extensions.siteType}")`]: (item) => extensionOf(elementAt(item, 'dispenseRequest'), extensions.siteType),
  [`extension("${extensions.type}")`]: (item) => extensionOf(item, extensions.type),
  [`extension("${extensions.responsible}")`]: (item) => extensionOf(item, extensions.responsible),
};

const ofRepeats: Readonly<Record<string, (item: Json) => Json | undefined>> = {
  'dispenseRequest.numberOfRepeatsAllowed': (item) => elementAt(item, 'dispenseRequest', 'numberOfRepeatsAllowed'),
  [`extension("${extensions.repeats}")`]: (item) => extensionOf(item, extensions.repeats),
};

export function createRules(placed: readonly Placed[]): readonly EpsIssue[] {
  const items = ofType(placed, 'MedicationRequest');
  const isRepeatDispensing = items.some(({ resource }) => courseOf(resource) === 'continuous-repeat-dispensing');
  return [
    ...Object.entries(isRepeatDispensing ? { ...alike, ...ofRepeats } : alike).flatMap(([name, of]) => unlike(items, name, of)),
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
  stringAt(first && extensionOf(first.resource, extensions.type), 'valueCoding', 'code') ?? '';

function unlike(items: readonly Placed[], name: string, of: (item: Json) => Json | undefined): readonly EpsIssue[] {
  const values = new Set(items.map(({ resource }) => canonicalText(of(resource))));
  if (values.size < 2) return [];
  const why = `Expected all MedicationRequests to have the same value for ${name}.`;
  const received = [...values].map((value) => (value === '' ? 'undefined' : value)).join(', ');
  return [wrongValue(`${why} Received [${received}].`, { expression: `${request}.${name}`, pointer: items[0]?.pointer ?? '' }, why)];
}

function sameIdentifiers(items: readonly Placed[]): readonly EpsIssue[] {
  const ids = items.map(({ resource }) => identifierOf(resource, itemSystem));
  if (new Set(ids).size === ids.length) return [];
  const why = 'Expected all MedicationRequests to have a different value for identifier.';
  const received = ids.map((id) => `"${id ?? ''}"`).join(', ');
  return [wrongValue(`${why} Received [${received}].`, { expression: `${request}.identifier`, pointer: items[0]?.pointer ?? '' }, why)];
}

function notActive({ resource, pointer }: Placed): readonly EpsIssue[] {
  if (resource['status'] === 'active') return [];
  return [wrongValue(`MedicationRequest.status must be 'active'.`, { expression: `${request}.status`, pointer: `${pointer}/status` })];
}

function wrongDosage({ resource, pointer }: Placed): readonly EpsIssue[] {
  const lines = resource['dosageInstruction'] === undefined ? [] : eachOf(resource['dosageInstruction']);
  const place = { expression: `${request}.dosageInstruction`, pointer: `${pointer}/dosageInstruction` };
  if (lines.length === 0) return [missingField(place.expression, place.pointer)];
  if (lines.length === 1 || lines.every((line) => numberAt(line, 'sequence') !== undefined)) return [];
  return [missingValueOf('The request contains multiple dosage instruction lines but no corresponding dosage sequence number.', place)];
}

function withoutPeriod({ resource, pointer }: Placed): readonly EpsIssue[] {
  return ['validityPeriod', 'expectedSupplyDuration'].flatMap((name) =>
    elementAt(resource, 'dispenseRequest', name) === undefined
      ? [missingField(`${request}.dispenseRequest.${name}`, `${pointer}/dispenseRequest/${name}`)]
      : [],
  );
}

function ofPrimaryCare(placed: readonly Placed[]): readonly EpsIssue[] {
  const prescriber = ofType(placed, 'PractitionerRole').filter(({ resource }) => resource['identifier'] !== undefined);
  const wanted = new Set(prescriber.map(({ resource }) => stringAt(resource, 'organization', 'reference')));
  return [
    ...prescriber.flatMap(({ resource, pointer }) =>
      resource['healthcareService'] === undefined
        ? []
        : [unexpectedField('Bundle.entry.resource.ofType(PractitionerRole).healthcareService', `${pointer}/healthcareService`)],
    ),
    ...ofType(placed, 'Organization').flatMap(({ resource, fullUrl, pointer }) =>
      !wanted.has(fullUrl) || resource['partOf'] !== undefined
        ? []
        : [missingField('Bundle.entry.resource.ofType(Organization).partOf', `${pointer}/partOf`)],
    ),
  ];
}

const professional = new Set(['gmc-number', 'nmc-number', 'gphc-number', 'hcpc-number', 'professional-code']);
const codesAsTold = 'GMC|NMC|GPhC|HCPC|professional-code';

export const professionalCodesOf = (practitioner: Json): readonly string[] =>
  elementsAt(practitioner, 'identifier').flatMap((each) =>
    professional.has((stringAt(each, 'system') ?? '').split('/').at(-1) ?? '') ? (stringAt(each, 'value') ?? []) : [],
  );

function wrongProfessionalCode({ resource, pointer }: Placed): readonly EpsIssue[] {
  const codes = professionalCodesOf(resource);
  if (codes.length === 1) return [];
  const why = `Bundle resource Practitioner.identifier expected exactly one professional code from ${codesAsTold}.`;
  const received = codes.length === 0 ? '' : ` But received: ${codes.join(', ')}`;
  return [
    wrongValue(
      `${why}${received}`,
      { expression: 'Bundle.entry.resource.ofType(Practitioner).identifier', pointer: `${pointer}/identifier` },
      why,
    ),
  ];
}
