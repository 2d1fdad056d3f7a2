/** What texts hold as base64, of either alphabet: attachments, tokens, data URLs. */
import { textOfBytes } from './read-charset.ts';

/** Ten digits are no shorter than this. */
const SHORTEST = 14;
const whole = /^[A-Za-z0-9+/_-][A-Za-z0-9+/_\r\n-]{12,}={0,2}\s*$/;
/** Behind a comma as in `data:text/plain;base64,`, in quotation marks; or a part of a token. */
const parts = /(?<=^|[\s,;"'=(>])[A-Za-z0-9+/_-]{14,}={0,2}(?=$|[\s,;"')<&])|eyJ[\w-]{12,}/g;
const part = new RegExp(parts.source);
/** More than one text has, but for those that are made to cost something. */
const MOST_PARTS = 50;

export const mayHoldBase64 = (text: string): boolean =>
  text.length >= SHORTEST && (whole.test(text) || part.test(text)) && !isPlainId(text);

/** Hexadecimal ids, and words in small letters: base64 of a digit that begins a group of three is a capital. */
const isPlainId = (text: string): boolean => !/[A-Z]/.test(text) || /^[0-9a-f-]+$/i.test(text);

export function base64Texts(text: string): readonly string[] {
  const found = whole.test(text) ? [text] : [...text.matchAll(parts)].slice(0, MOST_PARTS).map(([encoded]) => encoded);
  return found.flatMap((encoded) => {
    const bytes = isPlainId(encoded) ? undefined : decode(encoded);
    return bytes ? [textOfBytes(bytes)] : [];
  });
}

function decode(encoded: string): Uint8Array | undefined {
  const plain = encoded.replace(/[\s=]/g, '').replaceAll('-', '+').replaceAll('_', '/');
  try {
    return Uint8Array.from(atob(plain.length % 4 === 1 ? plain.slice(0, -1) : plain), (byte) => byte.charCodeAt(0));
  } catch {
    return undefined;
  }
}
