/** What bookings and referrals refer to. */
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { isObject } from '../../../src/contract/json.ts';
import { eachOf, elementAt, stringAt } from '../../../src/fhir/clinical/element.ts';

/** The id at the end of `Slot/…` or `urn:uuid:…`. */
export const idIn = (reference: string | undefined): string | undefined => /[^/:]+$/.exec(reference ?? '')?.[0];

export const slotOf = (appointment: JsonObject): string | undefined => idIn(stringAt(appointment, 'slot', 'reference'));

export const referralOf = (appointment: JsonObject): string | undefined => idIn(stringAt(appointment, 'basedOn', 'reference'));

export const patientSystem = 'https://fhir.nhs.uk/Id/nhs-number';

/** The NHS numbers that it names, whether or not they are some: of participants that are patients, or of its subject. */
export function numbersIn(resource: JsonObject): readonly string[] {
  const people = [...eachOf(resource['participant']).map((one) => elementAt(one, 'actor')), elementAt(resource, 'subject')];
  return people.filter(isObject).flatMap((one) => numberOf(one) ?? []);
}

function numberOf(reference: JsonObject): string | undefined {
  const identifier: Json | undefined = elementAt(reference, 'identifier');
  if (stringAt(identifier, 'system') === patientSystem) return stringAt(identifier, 'value');
  return /(?:^|\/)Patient\/(\d{10})$/.exec(stringAt(reference, 'reference') ?? '')?.[1];
}
