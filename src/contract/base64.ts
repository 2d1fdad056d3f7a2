/** Bytes as text in Base64 (RFC 4648), and back. */

/** As many arguments as every runtime takes in one call. */
const atOnce = 8_192;

export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let i = 0; i < bytes.length; i += atOnce) binary += String.fromCharCode(...bytes.subarray(i, i + atOnce));
  return btoa(binary);
}

/** Throws where the text is no Base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/** As text that can stand anywhere (§5), without padding. */
export const toBase64url = (bytes: Uint8Array): string => toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** Undefined where they could be written in another way: then two texts would be one token. */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]+$/.test(text)) return undefined;
  try {
    const bytes = fromBase64(text.replaceAll('-', '+').replaceAll('_', '/'));
    return toBase64url(bytes) === text ? bytes : undefined;
  } catch {
    return undefined; // of no length that it could have
  }
}
