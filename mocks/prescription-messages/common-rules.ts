/** Rules of every message about prescriptions, whoever sends it. */
import type { JsonObject } from '../../src/contract/contract.ts';
import { isObject } from '../../src/contract/json.ts';
import { eachOf, stringAt } from '../../src/fhir/clinical/element.ts';
import { ofType, referred, type Placed } from './bundle.ts';
import { conflictingFields, missingField, wrongValue, type EpsIssue } from './issues.ts';

const intents: readonly unknown[] = ['order', 'original-order', 'instance-order'];

export const commonRules = (placed: readonly Placed[]): readonly EpsIssue[] => [
  ...ofType(placed, 'MedicationRequest').flatMap((each) => [...wrongIntent(each), ...twoMedicines(each)]),
  ...ofType(placed, 'MedicationDispense').flatMap(twoMedicines),
  ...placed.flatMap(incompleteTelecom),
  ...ofType(placed, 'PractitionerRole').flatMap((role) => unreferred(role, placed)),
];

function wrongIntent({ resource, pointer }: Placed): readonly EpsIssue[] {
  if (intents.includes(resource['intent'])) return [];
  return [
    wrongValue('MedicationRequest.intent must be order, original-order or instance-order.', {
      expression: 'Bundle.entry.resource.ofType(MedicationRequest).intent',
      pointer: `${pointer}/intent`,
    }),
  ];
}

function twoMedicines({ resource, pointer }: Placed): readonly EpsIssue[] {
  if (resource['medicationReference'] === undefined || resource['medicationCodeableConcept'] === undefined) return [];
  const type = String(resource['resourceType']);
  return [
    conflictingFields(`${type} cannot contain both medicationReference and medicationCodeableConcept fields.`, {
      expression: `Bundle.entry.resource.ofType(${type})`,
      pointer,
    }),
  ];
}

function incompleteTelecom({ resource, pointer }: Placed): readonly EpsIssue[] {
  if (resource['telecom'] === undefined) return [];
  const path = `Bundle.entry.resource.ofType(${String(resource['resourceType'])}).telecom`;
  return eachOf(resource['telecom']).flatMap((telecom, n) =>
    ['value', 'use'].flatMap((name) =>
      stringAt(telecom, name) === undefined ? [missingField(`${path}.${name}`, `${pointer}/telecom/${n}/${name}`)] : [],
    ),
  );
}

function unreferred(role: Placed, placed: readonly Placed[]): readonly EpsIssue[] {
  return ['practitioner', 'organization'].flatMap((name) => {
    if (referred(placed, role.resource[name]) || isOfResponsible(role, name)) return [];
    const expression = `Bundle.entry.resource.ofType(PractitionerRole).${name}`;
    return [
      wrongValue(`${name} populated incorrectly. Please populate with Reference to resource within Bundle.`, {
        expression,
        pointer: `${role.pointer}/${name}`,
      }),
    ];
  });
}

/** Of the party that answers for a prescription, beside whoever prescribes, the practitioner may be named by an identifier, or not at all. */
function isOfResponsible({ resource }: Placed, name: string): boolean {
  const practitioner: JsonObject[string] | undefined = resource['practitioner'];
  if (name !== 'practitioner' || resource['identifier'] !== undefined) return false;
  return practitioner === undefined || (isObject(practitioner) && practitioner['identifier'] !== undefined);
}
