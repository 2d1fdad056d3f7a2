/** A resource that came in a message, as it is kept: what it refers to inside the message is named by where that is kept. */
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { isArray, isObject } from '../../../src/contract/json.ts';
import { parseNhsNumber } from '../../../src/fhir/nhs-number.ts';
import { eachOf, elementAt, stringAt } from '../../../src/fhir/clinical/element.ts';
import { idIn } from '../bookings/references.ts';

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

const numberOf = (patient: Json | undefined): string | undefined =>
  eachOf(elementAt(patient, 'identifier')).flatMap((one) => parseNhsNumber(stringAt(one, 'value') ?? '') ?? [])[0];

export function standingAlone(resource: JsonObject, message: JsonObject): JsonObject {
  const places = placesIn(message);
  // A referral's references have no room for an identifier beside the address.
  const isClosed = resource['resourceType'] === 'ServiceRequest';
  const settled = (value: Json): Json => {
    if (isArray(value)) return value.map(settled);
    if (!isObject(value)) return value;
    const { reference } = value;
    if (typeof reference !== 'string') return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, settled(member)]));
    const { identifier: _, ...closed } = value;
    return { ...(isClosed ? closed : value), reference: places.get(reference) ?? reference };
  };
  const whole = settled(resource);
  return isObject(whole) ? whole : resource;
}
