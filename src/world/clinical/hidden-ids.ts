/**
 * Ids that lead back to what they are of: UUIDs of random shape in which two numbers of 32 bits are hidden, with a check of 56 bits, so that
 * one that somebody made up leads nowhere. Nothing has to be stored to read one.
 */
import { hash } from '../hash.ts';

/** `fields` is the first of five field constants, which tell sorts of ids apart. */
interface Hiding {
  readonly seed: number;
  readonly fields: number;
}

type Hidden = readonly [number, number];

export function hide({ seed, fields }: Hiding, [first, second]: Hidden): string {
  const check = hash(hash(seed, first, fields + 2), second, fields + 3);
  const rest = hash(check, first ^ second, fields + 4);
  const hex =
    hexOf(check) + hexOf((first ^ hash(seed, check, fields)) >>> 0) + hexOf((second ^ hash(seed, check, fields + 1)) >>> 0) + hexOf(rest);
  // Version 4 and variant 8 stand where a UUID has them, so 24 bits are left for the rest of the check.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-8${hex.slice(15, 18)}-${hex.slice(18, 30)}`;
}

const form = /^([0-9a-f]{8})-([0-9a-f]{4})-4([0-9a-f]{3})-8([0-9a-f]{3})-([0-9a-f]{12})$/;

/** What is hidden in an id; undefined where it was not made like that. */
export function unhide(hiding: Hiding, id: string): Hidden | undefined {
  const match = form.exec(id);
  if (match === null) return undefined;
  const { seed, fields } = hiding;
  const hex = match.slice(1).join('');
  const word = (n: number): number => Number.parseInt(hex.slice(8 * n, 8 * n + 8), 16);
  const check = word(0);
  const hidden: Hidden = [(word(1) ^ hash(seed, check, fields)) >>> 0, (word(2) ^ hash(seed, check, fields + 1)) >>> 0];
  return hide(hiding, hidden) === id ? hidden : undefined;
}

const byteInHex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function hexOf(word: number): string {
  return `${byteInHex[word >>> 24]}${byteInHex[(word >>> 16) & 255]}${byteInHex[(word >>> 8) & 255]}${byteInHex[word & 255]}`;
}
