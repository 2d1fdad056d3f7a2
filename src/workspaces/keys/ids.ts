/** Ids of workspaces and events: made by the server, recognised without a look-up, so that a made-up one costs no storage. */
import { blake3 } from '@noble/hashes/blake3.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { mayHoldLiveNumber } from '../../fhir/live-numbers.ts';
import { secretBytes } from '../../workspace/secret.ts';
import { sameText } from './same-text.ts';

/** 128 random bits, and 64 that only the holder of the home's secret can add. */
const idShape = /^[0-9a-f]{48}$/;

export function mintWorkspaceId(secret: string): string {
  return innocent(() => sealed(secret, randomHex(16)));
}

/** True for ids of workspaces of this home, whether the workspace is still there or not. */
export function isOurs(secret: string, id: string): boolean {
  return idShape.test(id) && sameText(seal(secret, id.slice(0, 32)), id.slice(32));
}

/** The seal of an event is another than that of a workspace: neither passes for the other. */
export function mintEventId(secret: string): string {
  return innocent(() => sealed(eventSecret(secret), randomHex(16)));
}

export function isOurEvent(secret: string, id: string): boolean {
  return isOurs(eventSecret(secret), id);
}

const triesAtMost = 100;

/** Made again until nothing in it could be taken for the number of a patient, which would be refused or withheld; an older id may hold one in any case. */
export function innocent(make: () => string): string {
  let made = make();
  for (let tries = 1; tries < triesAtMost && mayHoldLiveNumber(made); tries++) made = make();
  return made;
}

export function randomSecret(): string {
  return randomHex(32);
}

const eventSecret = (secret: string): string => `event ${secret}`;

const sealed = (secret: string, random: string): string => random + seal(secret, random);

function seal(secret: string, random: string): string {
  // Behind a secret prefix BLAKE3 is a sound authenticator, and one pass is half the price of a keyed two.
  return bytesToHex(blake3(utf8ToBytes(secret + random), { dkLen: 8 }));
}

function randomHex(bytes: number): string {
  return bytesToHex(secretBytes(bytes));
}
