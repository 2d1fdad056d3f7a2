/** Workspace ids and keys of a deployment: made by the server, recognised without a look-up, so that a made-up one costs no storage. */
import { blake3 } from '@noble/hashes/blake3.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** 128 random bits, and 64 that only the holder of the deployment's secret can add. */
const idShape = /^[0-9a-f]{48}$/;
const keyShape = /^nhss_([0-9a-f]{48})_([0-9a-f]{64})_([0-9a-f]{8})$/;

export function mintWorkspaceId(secret: string): string {
  const random = bytesToHex(crypto.getRandomValues(new Uint8Array(16)));
  return random + seal(secret, random);
}

/** True for ids of this deployment, whether the workspace is still there or not. */
export function isOurs(secret: string, id: string): boolean {
  return idShape.test(id) && sameText(seal(secret, id.slice(0, 32)), id.slice(32));
}

function seal(secret: string, random: string): string {
  // Behind a secret prefix BLAKE3 is a sound authenticator, and one pass is half the price of a keyed two.
  return bytesToHex(blake3(utf8ToBytes(secret + random), { dkLen: 8 }));
}

export function randomSecret(): string {
  return bytesToHex(crypto.getRandomValues(new Uint8Array(32)));
}

export interface MintedKey {
  /** Shown once, never stored. */
  readonly key: string;
  readonly hash: string;
}

/** 256 random bits behind the workspace's id, and a checksum by which scanners tell a key from a look-alike. */
export function mintKey(id: string): MintedKey {
  const body = `nhss_${id}_${randomSecret()}`;
  const key = `${body}_${checksum(body)}`;
  return { key, hash: hashKey(key) };
}

/** The workspace that a key opens, if it is a key at all. */
export function workspaceOfKey(key: string): string | undefined {
  const [, id] = keyShape.exec(key) ?? [];
  return id !== undefined && checksum(key.slice(0, -9)) === key.slice(-8) ? id : undefined;
}

export function keyFits(key: string, hash: string): boolean {
  return sameText(hashKey(key), hash);
}

/** The key has 256 bits of its own, so one pass of a fast hash is enough. */
function hashKey(key: string): string {
  return bytesToHex(sha256(utf8ToBytes(key)));
}

/** Takes the same time wherever two texts of one length differ. */
function sameText(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}

/** CRC-32 (ISO 3309), which notices every change of a single character. */
function checksum(text: string): string {
  let crc = 0xffffffff;
  for (let i = 0; i < text.length; i++) {
    crc ^= text.charCodeAt(i);
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ((crc ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0');
}
