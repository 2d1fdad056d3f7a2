/** Messages in FHIR bundles: what is in one, and where. What a client sent may hold anything. */
import type { Json, JsonObject } from '../../src/contract/contract.ts';
import { isArray, isObject } from '../../src/contract/json.ts';
import { eachOf, elementsAt, stringAt } from '../../src/fhir/clinical/element.ts';

export interface Placed {
  readonly resource: JsonObject;
  /** In the message, by which others refer to it. */
  readonly fullUrl: string;
  /** JSON pointer into the message. */
  readonly pointer: string;
}

export const nhsNumberSystem = 'https://fhir.nhs.uk/Id/nhs-number';
export const odsSystem = 'https://fhir.nhs.uk/Id/ods-organization-code';
export const itemSystem = 'https://fhir.nhs.uk/Id/prescription-order-item-number';
export const uuidSystem = 'https://tools.ietf.org/html/rfc4122';

export function placedIn(bundle: JsonObject): readonly Placed[] {
  const entries = bundle['entry'];
  if (!isArray(entries)) return [];
  return entries.flatMap((entry, n) => {
    const resource = isObject(entry) ? entry['resource'] : undefined;
    return isObject(resource) ? [{ resource, fullUrl: stringAt(entry, 'fullUrl') ?? '', pointer: `/entry/${n}/resource` }] : [];
  });
}

export const ofType = (placed: readonly Placed[], type: string): readonly Placed[] =>
  placed.filter(({ resource }) => resource['resourceType'] === type);

/** That which a reference names, inside the same message. */
export function referred(placed: readonly Placed[], reference: Json | undefined): Placed | undefined {
  const name = stringAt(reference, 'reference');
  return name === undefined
    ? undefined
    : placed.find(({ fullUrl, resource }) => fullUrl === name || `${String(resource['resourceType'])}/${String(resource['id'])}` === name);
}

export function identifierOf(value: Json | undefined, system: string): string | undefined {
  const found = elementsAt(value, 'identifier').find((each) => stringAt(each, 'system') === system);
  return stringAt(found, 'value');
}

/** By its whole address. */
export function extensionOf(value: Json | undefined, url: string): JsonObject | undefined {
  if (!isObject(value)) return undefined;
  const found = eachOf(value['extension']).find((each) => stringAt(each, 'url') === url);
  return isObject(found) ? found : undefined;
}

export const eventOf = (placed: readonly Placed[]): string | undefined =>
  stringAt(ofType(placed, 'MessageHeader')[0]?.resource, 'eventCoding', 'code');
