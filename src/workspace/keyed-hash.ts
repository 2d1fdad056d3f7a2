/** Numbers and ids that depend on a key and nothing else: the same key gives the same value in every runtime and any call order. */
import { blake3 } from '@noble/hashes/blake3.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** 32 avalanche bits of a text and a seed. For spreading, not for secrets. */
export function hash32(seed: number, text: string): number {
  let h = seed ^ 0x9e3779b9;
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), 0x85ebca6b);
    h = (h << 13) | (h >>> 19);
  }
  h ^= text.length;
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A number in [0, 1). */
export function chance(seed: number, key: string): number {
  return hash32(seed, key) / 2 ** 32;
}

const idsPerBlock = 256;
/** The first of a block are made alone: most workspaces of a test, and many that just woke up, never need more. */
const idsAtFirst = 16;
/** Hexadecimal digits of an id. */
const idLength = 32;

/** Unguessable ids numbered 0, 1, 2 …: a keyed hash gives many at a time, since every exchange takes one. */
export function idSequence(secret: string): (n: number) => string {
  let key: Uint8Array | undefined;
  let block = -1;
  let ids = '';
  return (n) => {
    const wanted = Math.floor(n / idsPerBlock);
    const start = (n % idsPerBlock) * idLength;
    if (wanted !== block || start >= ids.length) {
      // However long it is, it begins with the same bytes.
      const count = n % idsPerBlock < idsAtFirst ? idsAtFirst : idsPerBlock;
      key ??= keyOf(secret);
      ids = bytesToHex(blake3(utf8ToBytes(String(wanted)), { key, dkLen: (count * idLength) / 2 }));
      block = wanted;
    }
    return ids.slice(start, start + idLength);
  };
}

/** Of a text eight hexadecimal digits: enough to tell two of one client apart, and too few to find the text by. */
export function fingerprintBy(secret: string): (text: string) => string {
  let key: Uint8Array | undefined;
  return (text) => bytesToHex(blake3(utf8ToBytes(text), { key: (key ??= keyOf(secret)), dkLen: 4 }));
}

/** Made when it is first asked for: a workspace that just woke up may never be. */
const keyOf = (secret: string): Uint8Array => blake3(utf8ToBytes(secret), { dkLen: 32 });
