/** Identifiers of names, addresses and telecoms, as real records have them. */
import { hash } from './hash.ts';

const byteInHex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).toUpperCase().padStart(2, '0'));

/** Eight hexadecimal digits. */
export function objectId(seed: number, key: number, which: number): string {
  const bits = hash(seed, key, which);
  return `${byteInHex[bits >>> 24]}${byteInHex[(bits >>> 16) & 255]}${byteInHex[(bits >>> 8) & 255]}${byteInHex[bits & 255]}`;
}
