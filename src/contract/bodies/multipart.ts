/**
 * Takes a `multipart/form-data` body apart (RFC 7578, RFC 2046 §5.1), within the limits. One pass over the bytes: the boundary is looked for
 * only where a line ends.
 */
import { FORM_PARTS, PART_HEADER_BYTES } from '../limits.ts';
import type { FormEntry, Malformed } from './form-entry.ts';
import { headerParameter } from './header-parameter.ts';

const [TAB, LF, CR, SPACE, DASH] = [9, 10, 13, 32, 45];

const BROKEN: Malformed = {
  malformed: 'The multipart body breaks off before its closing boundary, or its lines do not end in CR LF.',
};

export function readMultipart(bytes: Uint8Array, contentType: string): readonly FormEntry[] | Malformed {
  const boundary = headerParameter(contentType, 'boundary');
  if (boundary === undefined || !/^[\x20-\x7e]{0,69}[\x21-\x7e]$/.test(boundary))
    return { malformed: 'The Content-Type of a multipart body must name its boundary, of 1 to 70 characters.' };
  const delimiter = new TextEncoder().encode(`--${boundary}`);
  const entries: FormEntry[] = [];
  let line = findDelimiter(bytes, delimiter, 0);
  while (line && !line.closing) {
    if (entries.length === FORM_PARTS) return { malformed: `A multipart body may hold ${FORM_PARTS} parts.` };
    const next = findDelimiter(bytes, delimiter, line.end);
    if (!next) return BROKEN;
    const entry = readPart(bytes.subarray(line.end, next.start), entries.length + 1);
    if ('malformed' in entry) return entry;
    entries.push(entry);
    line = next;
  }
  return line ? entries : BROKEN;
}

interface DelimiterLine {
  /** Where the line break before it begins: the part before it ends there. */
  readonly start: number;
  /** Behind its own line break. */
  readonly end: number;
  /** No part follows. */
  readonly closing: boolean;
}

function findDelimiter(bytes: Uint8Array, delimiter: Uint8Array, from: number): DelimiterLine | undefined {
  const first = from === 0 ? delimiterAt(bytes, delimiter, 0, 0) : undefined;
  if (first) return first;
  for (let at = bytes.indexOf(CR, from); at >= 0; at = bytes.indexOf(CR, at + 1)) {
    const found = bytes[at + 1] === LF ? delimiterAt(bytes, delimiter, at + 2, at) : undefined;
    if (found) return found;
  }
  return undefined;
}

function delimiterAt(bytes: Uint8Array, delimiter: Uint8Array, at: number, start: number): DelimiterLine | undefined {
  for (let index = 0; index < delimiter.length; index++) if (bytes[at + index] !== delimiter[index]) return undefined;
  let end = at + delimiter.length;
  if (bytes[end] === DASH && bytes[end + 1] === DASH) return { start, end: end + 2, closing: true };
  while (bytes[end] === SPACE || bytes[end] === TAB) end++;
  // A boundary that goes on is another text, which a part may hold.
  return bytes[end] === CR && bytes[end + 1] === LF ? { start, end: end + 2, closing: false } : undefined;
}

function readPart(bytes: Uint8Array, number: number): FormEntry | Malformed {
  const end = endOfHeaders(bytes);
  if (end === undefined)
    return { malformed: `Part ${number} of the multipart body has no empty line after its headers, or too long ones.` };
  const headers = textOf(bytes.subarray(0, end));
  if (headers === undefined) return { malformed: `The headers of part ${number} of the multipart body are not UTF-8.` };
  const disposition = headerOf(headers, 'content-disposition') ?? '';
  const name = headerParameter(disposition, 'name');
  if (!/^form-data\s*;/i.test(disposition) || name === undefined || name === '')
    return { malformed: `Part ${number} of the multipart body has no name: it needs a Content-Disposition of form-data; name="…".` };
  const content = bytes.subarray(end + 4);
  const contentType = headerOf(headers, 'content-type');
  const filename = headerParameter(disposition, 'filename');
  const part = {
    size: content.length,
    ...(contentType !== undefined && { contentType }),
    ...(filename !== undefined && { filename: unescaped(filename) }),
  };
  return {
    name: unescaped(name),
    // Most files are large and never read.
    get text() {
      return textOf(content);
    },
    part,
  };
}

/** Where the empty line begins that ends the headers. */
function endOfHeaders(bytes: Uint8Array): number | undefined {
  const longest = Math.min(bytes.length, PART_HEADER_BYTES);
  for (let at = bytes.indexOf(CR); at >= 0 && at < longest; at = bytes.indexOf(CR, at + 1)) {
    if (bytes[at + 1] === LF && bytes[at + 2] === CR && bytes[at + 3] === LF) return at;
  }
  return undefined;
}

function headerOf(headers: string, wanted: string): string | undefined {
  for (const line of headers.split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon > 0 && line.slice(0, colon).trim().toLowerCase() === wanted) return line.slice(colon + 1).trim();
  }
  return undefined;
}

/** Browsers write quotation marks and line breaks of a name as percent-encoding, and nothing else (HTML, multipart/form-data encoding algorithm). */
function unescaped(name: string): string {
  return name.replace(/%22/g, '"').replace(/%0D/gi, '\r').replace(/%0A/gi, '\n');
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
