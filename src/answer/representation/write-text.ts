/** A body as the text of its media type: the same value as lines, events, a table, a page, a form or XML. */
import type { Json } from '../../contract/contract.ts';
import { isArray, isObject } from '../../contract/json.ts';
import { essenceOf, formOf, type Form } from '../../contract/media-type.ts';
import { escaped } from '../../contract/xml/write-xml.ts';
import { fhirXml } from '../../fhir/xml.ts';
import { writeTable } from './write-table.ts';

/** Undefined where this value cannot be said in this type. A published text is sent as it is; `xml` writes what is no FHIR resource. */
export function writeText(value: Json, type: string, xml?: (value: Json) => string): string | undefined {
  const form = formOf(type);
  if (form === 'json') return JSON.stringify(value);
  if (form === 'xml') return (typeof value === 'string' && /^\s*</.test(value) ? value : fhirXml(value)) ?? xml?.(value);
  if (typeof value === 'string') return asPublished[form]?.(value) ?? value;
  if (form === 'lines') return each(value, (item) => `${JSON.stringify(item)}\n`);
  // A text sequence begins each of its texts with a record separator (RFC 7464 §2.2).
  if (form === 'sequence') return each(value, (item) => `\u001e${JSON.stringify(item)}\n`);
  if (form === 'events') return each(value, event);
  if (form === 'csv') return writeTable(value, essenceOf(type).endsWith('csv') ? ',' : '\t');
  if (form === 'html') return page(JSON.stringify(value, undefined, 2));
  if (form === 'form') return isObject(value) ? writeForm(value) : undefined;
  if (form === 'text') return isObject(value) || isArray(value) ? JSON.stringify(value) : String(value);
  return undefined;
}

/** What a text that stands for a whole body still needs, in types that have a frame. */
const asPublished: Partial<Record<Form, (text: string) => string>> = { html: page, events };

const each = (value: Json, write: (item: Json) => string): string => (isArray(value) ? value : [value]).map(write).join('');

/** An event that names its parts is written by them; anything else is the data of one (HTML §9.2.6). */
function event(item: Json): string {
  if (!isObject(item) || item['data'] === undefined) return `data: ${typeof item === 'string' ? item : JSON.stringify(item)}\n\n`;
  const lines = ['event', 'id', 'retry'].flatMap((name) => {
    const value = item[name];
    return typeof value === 'string' || typeof value === 'number' ? [`${name}: ${oneLine(String(value))}\n`] : [];
  });
  const { data } = item;
  const text = typeof data === 'string' ? data : JSON.stringify(data);
  return `${lines.join('')}${text
    .split(/\r\n|\r|\n/)
    .map((line) => `data: ${line}\n`)
    .join('')}\n`;
}

const oneLine = (text: string): string => text.replaceAll(/[\r\n]+/g, ' ');

/** A published stream is sent as published, and ended as a stream has to be; a text that is none is the data of one event. */
function events(text: string): string {
  if (!/^(data|event|id|retry|):/m.test(text)) return event(text);
  return `${text.replace(/[\r\n]+$/, '')}\n\n`;
}

/** A page that says the text and nothing else, where the text is no page itself. */
function page(text: string): string {
  if (/^\s*<(!|\?|[a-z])/i.test(text)) return text;
  return `<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>Synthetic page</title></head><body><pre>${escaped(text)}</pre></body></html>\n`;
}

function writeForm(value: { readonly [name: string]: Json }): string {
  const pairs = Object.entries(value).flatMap(([name, member]) =>
    (isArray(member) ? member : [member]).map((item) => [name, typeof item === 'object' ? JSON.stringify(item) : String(item)] as const),
  );
  return pairs.map(([name, text]) => `${encodeURIComponent(name)}=${encodeURIComponent(text)}`).join('&');
}
