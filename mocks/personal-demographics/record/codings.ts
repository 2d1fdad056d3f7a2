/** Codings with all that their code says: the published contract asks clients for the code alone, and has one code system for each. */
import type { Json } from '../../../src/contract/contract.ts';
import { isArray, isObject } from '../../../src/contract/json.ts';
import { contactMethods, deathNotifications, languages, writtenFormats } from './codes.ts';
import type { Extension } from './patient.ts';
import { system } from './systems.ts';

interface Codes {
  readonly system: string;
  readonly displays: Readonly<Record<string, string>>;
}

const codesIn = new Map<Json | undefined, Codes>([
  ['language', { system: system.language, displays: languages }],
  ['PreferredContactMethod', { system: system.contactMethod, displays: contactMethods }],
  ['PreferredWrittenCommunicationFormat', { system: system.writtenFormat, displays: writtenFormats }],
  ['deathNotificationStatus', { system: system.deathNotification, displays: deathNotifications }],
]);

/** Fills in what is missing. What was sent is kept, a display of the client's own too: nothing is published of those. */
export function withWholeCodings(extension: Extension): Extension {
  // Plain JSON, of which only codings are added to.
  return whole(extension as unknown as Json) as unknown as Extension;
}

function whole(extension: Json): Json {
  if (!isObject(extension) || !isArray(extension['extension'])) return extension;
  return { ...extension, extension: extension['extension'].map(wholePart) };
}

function wholePart(part: Json): Json {
  const codes = isObject(part) ? codesIn.get(part['url']) : undefined;
  const concept = isObject(part) ? part['valueCodeableConcept'] : undefined;
  if (codes === undefined || !isObject(part) || !isObject(concept) || !isArray(concept['coding'])) return part;
  const coding = concept['coding'].map((each) => (isObject(each) ? wholeCoding(each, codes) : each));
  return { ...part, valueCodeableConcept: { ...concept, coding } };
}

function wholeCoding(coding: { readonly [name: string]: Json }, { system: of, displays }: Codes): Json {
  const display = displays[String(coding['code'])];
  return { system: of, ...coding, ...(coding['display'] === undefined && display !== undefined && { display }) };
}
