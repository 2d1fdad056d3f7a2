/** Codings with all that their code says: the published contract asks clients for the code alone, and has one code system for each. */
import type { Json } from '../../../src/contract/contract.ts';
import { isArray, isObject } from '../../../src/contract/json.ts';
import { contactMethods, deathNotifications, languages, otherContacts, writtenFormats } from './codes.ts';
import { extensionUrl, system } from './systems.ts';

interface Codes {
  readonly system: string;
  readonly displays: Readonly<Record<string, string>>;
}

/** By the `url` of the extension that holds them. */
const codesIn = new Map<Json | undefined, Codes>([
  ['language', { system: system.language, displays: languages }],
  ['PreferredContactMethod', { system: system.contactMethod, displays: contactMethods }],
  ['PreferredWrittenCommunicationFormat', { system: system.writtenFormat, displays: writtenFormats }],
  ['deathNotificationStatus', { system: system.deathNotification, displays: deathNotifications }],
  [extensionUrl.otherContactSystem, { system: system.otherContact, displays: otherContacts }],
]);

/** Fills in what is missing. What was sent is kept, a display of the client's own too: nothing is published of those. */
export function withWholeCodings<Owner extends { readonly extension?: readonly Json[] }>(owner: Owner): Owner {
  return owner.extension === undefined ? owner : { ...owner, extension: owner.extension.map(whole) };
}

function whole(extension: Json): Json {
  if (!isObject(extension)) return extension;
  const { url, extension: parts, valueCoding, valueCodeableConcept } = extension;
  const codes = codesIn.get(url);
  return {
    ...extension,
    ...(isArray(parts) && { extension: parts.map(whole) }),
    ...(codes && isObject(valueCoding) && { valueCoding: wholeCoding(valueCoding, codes) }),
    ...(codes && isObject(valueCodeableConcept) && { valueCodeableConcept: wholeConcept(valueCodeableConcept, codes) }),
  };
}

type JsonObject = Readonly<Record<string, Json>>;

function wholeConcept(concept: JsonObject, codes: Codes): Json {
  const { coding } = concept;
  return isArray(coding) ? { ...concept, coding: coding.map((each) => (isObject(each) ? wholeCoding(each, codes) : each)) } : concept;
}

function wholeCoding(coding: JsonObject, { system: of, displays }: Codes): Json {
  const code = String(coding['code']);
  const display = Object.hasOwn(displays, code) ? displays[code] : undefined;
  return { system: of, ...coding, ...(coding['display'] === undefined && display !== undefined && { display }) };
}
