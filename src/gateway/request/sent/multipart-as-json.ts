/** Any multipart body as a list of its parts to look through: headers, names, file names and contents, files' included. */
import { headerParameter } from '../../../contract/bodies/header-parameter.ts';
import type { Json, JsonObject } from '../../../contract/contract.ts';
import { textOfBytes } from './read-charset.ts';

/** Undefined where the type names no boundary. `read` takes the content of a part. */
export function multipartAsJson(
  bytes: Uint8Array,
  contentType: string,
  read: (bytes: Uint8Array, contentType: string) => readonly Json[],
): Json | undefined {
  const boundary = headerParameter(contentType, 'boundary');
  if (boundary === undefined || boundary === '') return undefined;
  const text = bytesAsText(bytes);
  return text.split(`--${boundary}`).map((part) => partAsJson(part, read));
}

function partAsJson(part: string, read: (bytes: Uint8Array, contentType: string) => readonly Json[]): JsonObject {
  const end = /\r?\n\r?\n/.exec(part);
  const headers = textOfBytes(bytesOf(part.slice(0, end?.index ?? part.length)));
  const header = (name: string): string =>
    headers
      .split(/\r?\n/)
      .find((line) => line.toLowerCase().startsWith(`${name}:`))
      ?.slice(name.length + 1) ?? '';
  const encoded = end ? part.slice(end.index + end[0].length) : '';
  const content = /quoted-printable/i.test(header('content-transfer-encoding')) ? quotedPrintable(encoded) : encoded;
  const disposition = header('content-disposition');
  return {
    [headerParameter(disposition, 'name') ?? 'part']: {
      header: headers,
      filename: headerParameter(disposition, 'filename') ?? headerParameter(disposition, 'filename*')?.replace(/^[^']*'[^']*'/, '') ?? '',
      content: read(bytesOf(content), header('content-type')),
    },
  };
}

const quotedPrintable = (text: string): string =>
  text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

const CHUNK = 8_192;

/** One character for each byte. */
function bytesAsText(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return text;
}

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
