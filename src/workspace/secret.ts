/** What lets somebody in: made of chance that nobody can tell beforehand, and kept as a hash. */
import { blake3 } from '@noble/hashes/blake3.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { toBase64url } from '../contract/base64.ts';

export const secretBytes = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));

/** As text that can stand anywhere. */
export const secretText = (bytes: number): string => toBase64url(secretBytes(bytes));

/** It has chance enough of its own that one pass of a fast hash does. */
export const hashOfSecret = (text: string): string => bytesToHex(blake3(utf8ToBytes(text), { dkLen: 32 }));
