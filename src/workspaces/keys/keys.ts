/** Management keys, event codes and the operator's key: how they are made, told from one another, held against their hashes, and replaced. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { KeyHash } from '../facts.ts';
import { innocent, randomSecret } from './ids.ts';
import { sameText } from './same-text.ts';
import type { RotatedKey } from '../workspaces.ts';

/** What a key opens: a workspace, or the making of workspaces of an event. */
export type KeyKind = 'workspace' | 'event';

const prefixes = { workspace: 'nhss', event: 'nhse' } as const satisfies Record<KeyKind, string>;
const keyShape = /^(nhss|nhse)_([0-9a-f]{48})_([0-9a-f]{64})_([0-9a-f]{8})$/;

export interface MintedKey {
  /** Shown once, never stored. */
  readonly key: string;
  readonly hash: string;
}

/** 256 random bits behind the id of what they open, and a checksum by which scanners tell a key from a look-alike. */
export function mintKey(id: string, kind: KeyKind = 'workspace'): MintedKey {
  const key = innocent(() => {
    const body = `${prefixes[kind]}_${id}_${randomSecret()}`;
    return `${body}_${checksum(body)}`;
  });
  return { key, hash: hashKey(key) };
}

export interface KeyRead {
  readonly kind: KeyKind;
  /** The id of the workspace or of the event. */
  readonly id: string;
}

/** What a key opens, if it is a key at all: its checksum is right, and nothing else is known of it. */
export function readKey(key: string): KeyRead | undefined {
  const [, prefix, id] = keyShape.exec(key) ?? [];
  if (id === undefined || checksum(key.slice(0, -9)) !== key.slice(-8)) return undefined;
  return { kind: prefix === prefixes.event ? 'event' : 'workspace', id };
}

export function keyFits(key: string, hash: string): boolean {
  return sameText(hashKey(key), hash);
}

/** A key that was replaced opens until its time is over. */
export function opens(key: string, keys: readonly KeyHash[], now: number): boolean {
  const hash = hashKey(key);
  // Every one is looked at, whichever fits.
  return keys.filter((held) => sameText(hash, held.hash) && (held.until ?? Infinity) > now).length > 0;
}

/** Keys of one workspace that are remembered at most; the oldest goes first. */
export const keysAtMost = 10;

/** A new key before the others, which open for `overlap` more milliseconds and never for longer than they did. */
export function rotated(
  keys: readonly KeyHash[],
  hash: string,
  { now, overlap }: { readonly now: number; readonly overlap: number },
): KeyHash[] {
  const until = now + overlap;
  const left = keys.map((held): KeyHash => ({ hash: held.hash, until: Math.min(until, held.until ?? Infinity) }));
  return [{ hash }, ...left.filter((held) => (held.until ?? 0) > now)].slice(0, keysAtMost);
}

/** What is told of a rotation. Keys stand newest first. */
export function rotatedKey(managementKey: string, [, old]: readonly KeyHash[]): RotatedKey {
  return { managementKey, ...(old?.until !== undefined && { oldKeyUntil: old.until }) };
}

/** Whoever deploys chooses the key, so both are hashed before they are held against each other: not even its length is told. No key opens where none is set. */
export function isOperatorKey(sent: string, set: string | undefined): boolean {
  return set !== undefined && set !== '' && sameText(hashKey(sent), hashKey(set));
}

/** An operator's key that is shorter is not taken: it could be guessed. */
export const shortestOperatorKey = 24;

/** The key has 256 bits of its own, so one pass of a fast hash is enough. */
function hashKey(key: string): string {
  return bytesToHex(sha256(utf8ToBytes(key)));
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
