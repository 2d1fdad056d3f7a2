/** The NHS number of whom a FHIR resource is about. */
import type { Json, JsonObject } from '../../contract/contract.ts';
import { isArray, isObject } from '../../contract/json.ts';
import { parseNhsNumber } from '../../fhir/nhs-number.ts';

const members = ['patient', 'subject', 'participant', 'for', 'beneficiary', 'recipient'];

export function patientOf(resource: JsonObject): string | undefined {
  for (const name of members) {
    for (const one of listed(resource[name])) {
      const number = isObject(one) ? numberOf(one['actor'] ?? one, resource) : undefined;
      if (number !== undefined) return number;
    }
  }
  return undefined;
}

/** In its identifier, at the end of its address, or in what it contains. */
function numberOf(reference: Json, resource: JsonObject): string | undefined {
  if (!isObject(reference)) return undefined;
  const { identifier, reference: address } = reference;
  const local = typeof address === 'string' && address.startsWith('#') ? containedIn(resource, address.slice(1)) : undefined;
  const identifiers = [...listed(identifier), ...listed(local?.['identifier'])];
  const texts = [
    ...identifiers.map((one) => (isObject(one) ? one['value'] : undefined)),
    typeof address === 'string' ? /[^/:]+$/.exec(address)?.[0] : undefined,
  ];
  return texts.flatMap((text) => (typeof text === 'string' ? (parseNhsNumber(text) ?? []) : []))[0];
}

const containedIn = ({ contained }: JsonObject, id: string): JsonObject | undefined =>
  listed(contained)
    .filter(isObject)
    .find((one) => one['id'] === id);

const listed = (value: Json | undefined): readonly Json[] => (value === undefined ? [] : isArray(value) ? value : [value]);
