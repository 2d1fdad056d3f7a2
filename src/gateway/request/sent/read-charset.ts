/** Bytes as text, whatever encoding they are in: what cannot be text is read byte by byte, so that nothing hides in it. */

/** As its encoding is said to be, as it looks, and byte by byte where it is no UTF-8: these may differ. */
export function textsOfBytes(bytes: Uint8Array, charset?: string): readonly string[] {
  const likeliest = textOfBytes(bytes);
  const isUtf8 = charset === undefined || /^utf-?8$/i.test(charset);
  const named = isUtf8 ? undefined : decode(bytes, charset, false);
  const plain = isUtf8 && decode(bytes, 'utf-8', true) === likeliest ? undefined : decode(bytes, 'windows-1252', false);
  return [...new Set([likeliest, named, plain])].filter((text) => text !== undefined);
}

export function textOfBytes(bytes: Uint8Array): string {
  const wide = byteOrder(bytes) ?? wideEncoding(bytes);
  return (wide && decode(bytes, wide, false)) ?? decode(bytes, 'utf-8', true) ?? decode(bytes, 'windows-1252', false) ?? '';
}

/** Undefined where the runtime knows no such encoding, or where the bytes are not of it. */
function decode(bytes: Uint8Array, encoding: string, fatal: boolean): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch {
    return undefined;
  }
}

function byteOrder([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

const LOOKED_AT = 512;

/** Text of western scripts in UTF-16 has a zero in every second byte. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length, LOOKED_AT);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at++) {
    if (bytes[at] !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  if (Math.max(even, odd) < length / 8 || Math.min(even, odd) > length / 16) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}
