/** Rules of every message, and the ways to say that things which belong together differ. All that is wrong is told at once. */
import { canonical } from '../../src/contract/equal.ts';
import type { Json } from '../../src/contract/contract.ts';
import { isArray, isObject } from '../../src/contract/json.ts';
import { conflictingFields, missingField, wrongValue, type MessageIssue } from './issues.ts';
import { entriesOf, identifierIn, ofType, referredTo, resourcesIn, type Placed } from './message.ts';

const intents: readonly unknown[] = ['order', 'original-order', 'instance-order'];

export function commonFaults(bundle: Json | undefined): readonly MessageIssue[] {
  const all = resourcesIn(bundle);
  const entries = entriesOf(bundle);
  return [
    // A dispenser tells what the order of an issue of repeat dispensing was in words of its own: it is contained.
    ...ofType(entries, 'MedicationRequest').flatMap(({ resource, at }) =>
      intents.includes(resource['intent'])
        ? []
        : [wrongValue('MedicationRequest.intent must be order, original-order or instance-order.', `${at}.intent`)],
    ),
    ...all.flatMap(({ resource, at }) =>
      /^Medication(?:Request|Dispense)$/.test(String(resource['resourceType'])) &&
      resource['medicationReference'] !== undefined &&
      resource['medicationCodeableConcept'] !== undefined
        ? [conflictingFields(String(resource['resourceType']), at)]
        : [],
    ),
    ...all.flatMap(telecomFaults),
    ...ofType(entries, 'PractitionerRole').flatMap((role) =>
      ['practitioner', 'organization'].flatMap((field) =>
        role.resource[field] !== undefined && referredTo(entries, role.resource[field]) === undefined && !isNamedParty(role, field)
          ? [wrongValue(`${field} populated incorrectly. Please populate with Reference to resource within Bundle.`, `${role.at}.${field}`)]
          : [],
      ),
    ),
  ];
}

/** A party that answers for an order beside whoever prescribes it has no role profile, and its practitioner is named by a number alone. */
const isNamedParty = ({ resource }: Placed, field: string): boolean =>
  field === 'practitioner' && resource['identifier'] === undefined && identifierIn(resource[field]) !== undefined;

export function telecomFaults({ resource, at }: Placed): readonly MessageIssue[] {
  const telecoms = isArray(resource['telecom']) ? resource['telecom'] : [];
  return telecoms.flatMap((telecom, n) =>
    ['value', 'use'].flatMap((field) =>
      isObject(telecom) && typeof telecom[field] === 'string'
        ? []
        : [missingField(`${String(resource['resourceType'])}.telecom.${field}`, `${at}.telecom[${n}].${field}`)],
    ),
  );
}

/** The same of all resources of a type, by a value that is read out of each. */
export function differing(type: string, field: string, values: readonly (Json | undefined)[]): readonly MessageIssue[] {
  const different = [...new Set(values.map((value) => (value === undefined ? 'undefined' : canonical(value))))];
  if (different.length < 2) return [];
  return [
    wrongValue(
      `Expected all ${type}s to have the same value for ${field}. Received [${different.join(', ')}].`,
      `Bundle.entry.resource.ofType(${type}).${field}`,
    ),
  ];
}
