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
    const binary = isPlainId(encoded) ? undefined : decode(encoded);
    return binary !== undefined && mayBeText(binary) ? [textOfBytes(Uint8Array.from(binary, (byte) => byte.charCodeAt(0)))] : [];
  });
}

const tenDigits = /(?:[^0-9]*[0-9]){10}/;
const utf8 = /^(?:[\0-\x7f]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})*[\xc2-\xf4]?[\x80-\xbf]{0,2}$/;
const BEGINNING = 64;

const utf16 = /^(?:\xff\xfe|\xfe\xff)|(?:[^\0]*\0){10}/;

/** Ids look like base64 too: what they would decode to has neither ten digits nor the look of a text. */
const mayBeText = (binary: string): boolean => tenDigits.test(binary) || utf8.test(binary.slice(0, BEGINNING)) || utf16.test(binary);

/** A character for each byte. */
function decode(encoded: string): string | undefined {
  const plain = isStandard.test(encoded) ? encoded : encoded.replace(/[\s=]/g, '').replaceAll('-', '+').replaceAll('_', '/');
  try {
    return atob(plain.length % 4 === 1 ? plain.slice(0, -1) : plain);
  } catch {
    return undefined;
  }
}

const isStandard = /^[A-Za-z0-9+/]+$/;
