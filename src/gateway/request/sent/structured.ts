/** What a text or a body holds besides its words: JSON, XML, a message, a table, a form, base64, escapes, as values to look through. */
import { headerParameter } from '../../../contract/bodies/header-parameter.ts';
import type { Json, JsonObject } from '../../../contract/contract.ts';
import { bodyShape, parseJson } from '../../../contract/json.ts';
import { LARGEST_BODY_BYTES } from '../../../contract/limits.ts';
import { essenceOf, formOf } from '../../../contract/media-type.ts';
import { mayHoldLiveNumber } from '../../../fhir/live-numbers.ts';
import { base64Texts, mayHoldBase64 } from './base64.ts';
import { hasEscapes, unescaped } from '../../../fhir/escapes.ts';
import { grouped } from './grouped.ts';
import { hl7v2AsJson } from './hl7v2-as-json.ts';
import { multipartAsJson } from './multipart-as-json.ts';
import { textsOfBytes } from './read-charset.ts';
import { tableAsJson } from './table-as-json.ts';
import { xmlAsJson } from './xml-as-json.ts';

const begins = /^\s*[[{<]|(?:^|[\r\n\v])(?:MSH|PID|MRG)[^\w\s]/;

/** Whether a text holds digits of a live number, or may hide them. */
export function isWorthReading(text: string): boolean {
  if (text.length < 10) return false;
  if (!mayHoldDigits.test(text)) return mayHoldBase64(text);
  return mayHoldLiveNumber(text) || hasEscapes(text) || begins.test(text) || mayHoldBase64(text);
}

const mayHoldDigits = /[0-9]|[^\0-\u007f]/;

/** From the last bracket that opens: from each, a text of brackets that open and never close would be read to its end. */
const tags = /<[^<>]*>/g;

/** What stands inside a text, where it is more than words. */
export function insideText(text: string): readonly Json[] {
  const plain = hasEscapes(text) ? unescaped(text) : text;
  return [
    ...(plain === text ? [] : [plain]),
    ...(begins.test(text) ? present(jsonIn(text) ?? linesOfJson(text) ?? xmlAsJson(text) ?? hl7v2AsJson(text)) : []),
    ...(/<\/?(?:div|p|td|th|span|b|i|em|strong|li|br|body)\b/i.test(text) ? [text.replace(tags, ' ')] : []),
    ...(mayHoldBase64(text) ? base64Texts(text) : []),
  ];
}

/** A body that is no JSON: what it holds by its type, and by its looks. */
export function insideBody(bytes: Uint8Array, contentType: string): readonly Json[] {
  const multipart = essenceOf(contentType).startsWith('multipart/') ? multipartAsJson(bytes, contentType, insideBody) : undefined;
  if (multipart) return [multipart];
  return textsOfBytes(bytes, headerParameter(contentType, 'charset')).flatMap((text): readonly Json[] => {
    if (formOf(contentType) === 'form') return [formAsJson(text)];
    const table = tableAsJson(text);
    return [...present(table), ...(table && formOf(contentType) === 'csv' ? [] : [text])];
  });
}

export function formAsJson(text: string): JsonObject {
  return grouped(
    text.split('&').map((pair): [string, Json] => {
      const equals = pair.indexOf('=');
      const name = equals < 0 ? pair : pair.slice(0, equals);
      return [unescaped(name.replaceAll('+', ' ')), equals < 0 ? '' : unescaped(pair.slice(equals + 1).replaceAll('+', ' '))];
    }),
  );
}

const present = (value: Json | undefined): readonly Json[] => (value === undefined ? [] : [value]);

const SHAPE = bodyShape(LARGEST_BODY_BYTES);

function jsonIn(text: string): Json | undefined {
  const parsed = /^\s*[[{]/.test(text) ? parseJson(text, SHAPE) : undefined;
  return parsed && 'value' in parsed ? parsed.value : undefined;
}

const RECORD_SEPARATOR = '\u001e';

/** JSON Lines, and JSON text sequences. Lines that are none stay texts. */
function linesOfJson(text: string): Json | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  const lines = text
    .replaceAll(RECORD_SEPARATOR, '\n')
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== '');
  return lines.length > 1 ? lines.map((line) => jsonIn(line) ?? line) : undefined;
}
