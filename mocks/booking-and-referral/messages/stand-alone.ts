/** A resource that came in a message, as it is kept: what it refers to inside the message is named by where that is kept. */
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { isArray, isObject } from '../../../src/contract/json.ts';
import { parseNhsNumber } from '../../../src/fhir/nhs-number.ts';
import { eachOf, elementAt, stringAt } from '../../../src/fhir/clinical/element.ts';
import { idIn, patientSystem } from '../bookings/references.ts';
import { publishedPatient } from '../published.ts';

/** By the address inside the message: `Patient/9000000009`. */
function placesIn(message: JsonObject): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  for (const entry of eachOf(message['entry'])) {
    const resource = elementAt(entry, 'resource');
    const [type, fullUrl] = [stringAt(resource, 'resourceType'), stringAt(entry, 'fullUrl')];
    const id = type === 'Patient' ? numberOf(resource) : stringAt(resource, 'id');
    if (fullUrl !== undefined && kept.has(type ?? '')) places.set(fullUrl, `${type}/${id ?? idIn(fullUrl)}`);
  }
  return places;
}

/** There is no other of them, here or in another API. */
const kept = new Set(['Patient', 'Appointment', 'ServiceRequest']);

/** One whose check digit is wrong is told as it is, to be refused. */
function numberOf(patient: Json | undefined): string | undefined {
  for (const one of eachOf(elementAt(patient, 'identifier'))) {
    const written = (stringAt(one, 'value') ?? '').replaceAll(/[\s-]/g, '');
    if (written === publishedPatient.number) return publishedPatient.person;
    const number = parseNhsNumber(written);
    if (number !== undefined) return number;
    if (stringAt(one, 'system') === patientSystem && /^\d{10}$/.test(written)) return written;
  }
  return undefined;
}

/** Somebody whom it names by an address inside the message, where nothing is. */
export function unresolved({ participant, subject }: JsonObject, message: JsonObject): string | undefined {
  const addresses = new Set(eachOf(message['entry']).map((entry) => stringAt(entry, 'fullUrl')));
  const people = [...eachOf(participant).map((one) => elementAt(one, 'actor')), subject];
  return people.map((one) => stringAt(one, 'reference')).find((address) => address?.startsWith('urn:') && !addresses.has(address));
}

export function standingAlone(resource: JsonObject, message: JsonObject): JsonObject {
  const places = placesIn(message);
  const settled = (value: Json): Json => {
    if (isArray(value)) return value.map(settled);
    if (!isObject(value)) return value;
    const { reference } = value;
    if (typeof reference !== 'string') return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, settled(member)]));
    return { ...value, reference: places.get(reference) ?? reference };
  };
  const whole = settled(resource);
  return isObject(whole) ? whole : resource;
}
