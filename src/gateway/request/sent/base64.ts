/** What texts hold as base64, of either alphabet: attachments, tokens, data URLs. */
import { textOfBytes } from './read-charset.ts';

/** Ten digits are no shorter than this. */
const SHORTEST = 14;
/** More than one text has, but for those that are made to cost something. */
const MOST_PARTS = 50;
/** Both alphabets, and what may stand around a part of a text: a comma as in `data:text/plain;base64,`, quotation marks, spaces. */
const LETTER = 1;
const BEFORE = 2;
const BEHIND = 4;
const kinds = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  return (/[\w+/-]/.test(sign) ? LETTER : 0) | (/[\s,;"'=(>]/.test(sign) ? BEFORE : 0) | (/[\s,;"')<&]/.test(sign) ? BEHIND : 0);
});

// No pattern that repeats is matched against the text: the platform's own run out of room where a run of letters is as long as an attachment.
export function mayHoldBase64(text: string): boolean {
  if (text.length < SHORTEST || isPlainId(text)) return false;
  return isWhole(text) || !partsOf(text).next().done;
}

/** Hexadecimal ids, and words in small letters: base64 of a digit that begins a group of three is a capital. */
const isPlainId = (text: string): boolean => !/[A-Z]/.test(text) || !/[^0-9a-f-]/i.test(text);

/** All of it, in lines as a message has it. */
function isWhole(text: string): boolean {
  if (/[^\w+/=\s-]/.test(text)) return false;
  const padded = text.trimEnd();
  const letters = padded.slice(0, padded.length - (padded.endsWith('==') ? 2 : padded.endsWith('=') ? 1 : 0));
  return letters.length >= SHORTEST - 1 && kindAt(letters, 0) === LETTER && !/[^\w+/\r\n-]/.test(letters);
}

/** In quotation marks, behind a comma; or a part of a signed token. */
function* partsOf(text: string): Generator<string> {
  for (let start = 0; start < text.length; start++) {
    if ((kindAt(text, start) & LETTER) === 0) continue;
    const end = endOfRun(text, start);
    const behind = end + paddingAt(text, end);
    const isApart =
      (start === 0 || (kindAt(text, start - 1) & BEFORE) > 0) && (behind === text.length || (kindAt(text, behind) & BEHIND) > 0);
    if (isApart && end - start >= SHORTEST && !isPlainId(text.slice(start, end))) yield text.slice(start, behind);
    else if (end - start >= TOKEN) yield* tokensOf(text.slice(start, end));
    start = end;
  }
}

/** `eyJ` and so many letters. */
const TOKEN = 15;

function* tokensOf(run: string): Generator<string> {
  for (const piece of run.split(/[+/]/)) {
    const start = piece.indexOf('eyJ');
    if (start >= 0 && piece.length - start >= TOKEN) yield piece.slice(start);
  }
}

function endOfRun(text: string, start: number): number {
  let end = start + 1;
  while ((kindAt(text, end) & LETTER) > 0) end++;
  return end;
}

const kindAt = (text: string, index: number): number => kinds[text.charCodeAt(index)] ?? (index < text.length ? BEFORE | BEHIND : 0);
const paddingAt = (text: string, index: number): number => (text[index] !== '=' ? 0 : text[index + 1] === '=' ? 2 : 1);

export function base64Texts(text: string): readonly string[] {
  const found: string[] = [];
  if (isWhole(text)) found.push(text);
  else
    for (const encoded of partsOf(text)) {
      found.push(encoded);
      if (found.length === MOST_PARTS) break;
    }
  return found.flatMap((encoded) => {
    const binary = isPlainId(encoded) ? undefined : decode(encoded);
    return binary !== undefined && mayBeText(binary) ? [textOfBytes(bytesOf(binary))] : [];
  });
}

const utf8 = /^(?:[\0-\x7f]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})*[\xc2-\xf4]?[\x80-\xbf]{0,2}$/;
const BEGINNING = 64;

/** Ids look like base64 too: what they would decode to has neither ten digits nor the look of a text. */
const mayBeText = (binary: string): boolean =>
  utf8.test(binary.slice(0, BEGINNING)) || /^(?:\xff\xfe|\xfe\xff)/.test(binary) || holdsTen(binary);

/** Ten digits, or the ten noughts between them of UTF-16. */
function holdsTen(binary: string): boolean {
  let digits = 0;
  let noughts = 0;
  for (let index = 0; index < binary.length && digits < 10 && noughts < 10; index++) {
    const code = binary.charCodeAt(index);
    if (code >= 48 && code <= 57) digits++;
    else if (code === 0) noughts++;
  }
  return digits === 10 || noughts === 10;
}

function bytesOf(binary: string): Uint8Array {
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < bytes.length; index++) bytes[index] = binary.charCodeAt(index);
  return bytes;
}

/** A character for each byte. */
function decode(encoded: string): string | undefined {
  const plain = !/[^A-Za-z0-9+/]/.test(encoded) ? encoded : encoded.replace(/[\s=]/g, '').replaceAll('-', '+').replaceAll('_', '/');
  try {
    return atob(plain.length % 4 === 1 ? plain.slice(0, -1) : plain);
  } catch {
    return undefined;
  }
}
