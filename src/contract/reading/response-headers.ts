/** The headers that a contract documents on an answer. What can or may not be sent is left out here, and said; nothing behind this point asks again. */
import type { Json, JsonObject, Quirk, ResponseHeader } from '../contract.ts';
import { HEADERS, isFieldName, isFieldValue, reservedField, VALUE_LENGTH } from '../header-field.ts';
import { escapeToken, isArray, isObject } from '../json.ts';
import { plainText } from '../plain-text.ts';
import { followed, type Reading, schemaAt, withExamples } from './reading.ts';
import { dereference } from './references.ts';

export function readHeaders(reading: Reading, raw: Json | undefined, at: string): ResponseHeader[] {
  const entries = Object.entries(isObject(raw) ? raw : {});
  if (entries.length > HEADERS) {
    const message = `An answer has at most ${HEADERS} documented headers; ${entries.length - HEADERS} more are left out.`;
    reading.quirks.push({ pointer: at, effect: 'unserved', message });
  }
  return entries.slice(0, HEADERS).flatMap(([name, value]) => {
    const pointer = `${at}/${escapeToken(name)}`;
    const refused = refusal(name);
    if (refused !== undefined) {
      if (refused !== 'ignored') reading.quirks.push({ pointer, ...refused });
      return [];
    }
    const found = followed(reading, value, pointer);
    if (!found) return [];
    const schema = schemaAt(found.node, found.pointer);
    const { required, description } = found.node;
    const told = typeof description === 'string' && { description };
    if (shownTexts(reading.document, found.node).some((text) => !isFieldValue(text)))
      reading.quirks.push({ pointer: found.pointer, effect: 'unserved', message: unsendable });
    return [withExamples(reading, found, undefined, { name, required: required === true, ...told, ...(schema && { schema }) })];
  });
}

function refusal(name: string): Omit<Quirk, 'pointer'> | 'ignored' | undefined {
  if (!isFieldName(name))
    return { effect: 'unserved', message: `"${plainText(name, 60)}" is no name that an HTTP header can have; the header is left out.` };
  // OpenAPI 3.1, Response Object: a header of this name "shall be ignored".
  if (name.toLowerCase() === 'content-type') return 'ignored';
  switch (reservedField(name.toLowerCase())) {
    case undefined:
      return undefined;
    case 'wire':
    case 'server':
      return { effect: 'mended', message: `${name} is for the server to say; what the contract shows of it is left out.` };
    case 'ours':
      return { effect: 'unserved', message: `${name} is the sandbox's own header, by which its answers are known; it is left out.` };
    case 'acts':
      return {
        effect: 'unserved',
        message: `${name} would make a browser or a proxy do more than read this answer, on an origin that workspaces share; it is left out.`,
      };
  }
}

const unsendable = `A value shown here cannot stand in a header: visible ASCII on one line, at most ${VALUE_LENGTH} characters. That value is never sent.`;

/** The texts that stand here for values of the header, without following what they refer to: only what is met on the way is said. */
function shownTexts(document: JsonObject, { example, examples, schema }: JsonObject): readonly string[] {
  const named = isObject(examples) ? Object.values(examples).map((entry) => (isObject(entry) ? entry['value'] : entry)) : [];
  const at = isObject(schema) ? dereference(document, schema, '')?.node : undefined;
  const { default: usual, const: only, enum: listed, example: own } = isObject(at) ? at : {};
  const first = isArray(listed) ? listed[0] : undefined;
  return [example, ...named, usual, only, first, own].flatMap((value) => (typeof value === 'string' && value !== '' ? [value] : []));
}
