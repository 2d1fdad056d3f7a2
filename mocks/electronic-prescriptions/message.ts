/** A message of electronic prescriptions as it is sent: its resources, each with the place where it stands. What is sent may hold anything. */
import type { Json, JsonObject } from '../../src/contract/contract.ts';
import { isArray, isObject } from '../../src/contract/json.ts';
import { eachOf, elementAt, stringAt } from '../../src/fhir/clinical/element.ts';

export interface Placed {
  readonly resource: JsonObject;
  /** FHIRPath: `Bundle.entry[2].resource`. */
  readonly at: string;
  /** Of an entry. */
  readonly fullUrl?: string;
}

/** Those of the entries, each followed by what it contains. */
export function resourcesIn(bundle: Json | undefined): readonly Placed[] {
  return entriesOf(bundle).flatMap((entry) => [entry, ...containedIn(entry)]);
}

export function entriesOf(bundle: Json | undefined): readonly Placed[] {
  const entries = isObject(bundle) && isArray(bundle['entry']) ? bundle['entry'] : [];
  return entries.flatMap((entry, n) => {
    const resource = isObject(entry) ? entry['resource'] : undefined;
    const fullUrl = stringAt(entry, 'fullUrl');
    return isObject(resource) ? [{ resource, at: `Bundle.entry[${n}].resource`, ...(fullUrl !== undefined && { fullUrl }) }] : [];
  });
}

export function containedIn({ resource, at }: Placed): readonly Placed[] {
  const held = isArray(resource['contained']) ? resource['contained'] : [];
  return held.flatMap((one, n) => (isObject(one) ? [{ resource: one, at: `${at}.contained[${n}]` }] : []));
}

export const ofType = (placed: readonly Placed[], type: string): readonly Placed[] =>
  placed.filter(({ resource }) => resource['resourceType'] === type);

/** The value of the identifier of that system; of any, where none is asked for. */
export function identifierIn(resource: Json | undefined, system?: string): string | undefined {
  const held = isObject(resource) ? eachOf(resource['identifier']) : [];
  const found = held.find((one) => system === undefined || stringAt(one, 'system') === system);
  return stringAt(found, 'value');
}

/** The code of that system in a CodeableConcept, or in a list of them. */
export function codeIn(concepts: Json | undefined, system: string): string | undefined {
  for (const concept of eachOf(concepts)) {
    const codings = isObject(concept) ? eachOf(concept['coding']) : [];
    const found = codings.find((coding) => stringAt(coding, 'system') === system);
    const code = stringAt(found, 'code');
    if (code !== undefined) return code;
  }
  return undefined;
}

/** The short id of the prescription, in capitals. */
export const groupIdentifierOf = (resource: Json | undefined): string | undefined =>
  stringAt(resource, 'groupIdentifier', 'value')?.toUpperCase();

/** What a reference leads to inside the message. */
export function referredTo(bundle: readonly Placed[], reference: Json | undefined): Placed | undefined {
  const address = elementAt(reference, 'reference');
  return typeof address === 'string' ? bundle.find(({ fullUrl }) => fullUrl === address) : undefined;
}
