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
  const a = first ^ hash(seed, check, fields);
  const b = second ^ hash(seed, check, fields + 1);
  const rest = hash(check, first ^ second, fields + 4);
  // Version 4 and variant 8 stand where a UUID has them, so 24 bits are left for the rest of the check. One call for all, since records are
  // full of ids: put together from parts they took most of the time of telling one.
  // prettier-ignore
  return String.fromCharCode(
    hex(check, 28), hex(check, 24), hex(check, 20), hex(check, 16), hex(check, 12), hex(check, 8), hex(check, 4), hex(check, 0), dash,
    hex(a, 28), hex(a, 24), hex(a, 20), hex(a, 16), dash,
    version4, hex(a, 12), hex(a, 8), hex(a, 4), dash,
    variant8, hex(a, 0), hex(b, 28), hex(b, 24), dash,
    hex(b, 20), hex(b, 16), hex(b, 12), hex(b, 8), hex(b, 4), hex(b, 0),
    hex(rest, 28), hex(rest, 24), hex(rest, 20), hex(rest, 16), hex(rest, 12), hex(rest, 8),
  );
}

/** Characters by their codes. */
const dash = 45;
const version4 = 52;
const variant8 = 56;
const digits = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));

/** The character of a hexadecimal digit of a word. */
const hex = (word: number, shift: number): number => digits[(word >>> shift) & 15] ?? 0;

const form = /^([0-9a-f]{8})-([0-9a-f]{4})-4([0-9a-f]{3})-8([0-9a-f]{3})-([0-9a-f]{12})$/;

/** What is hidden in an id; undefined where it was not made like that. */
export function unhide(hiding: Hiding, id: string): Hidden | undefined {
  const match = form.exec(id);
  if (match === null) return undefined;
  const { seed, fields } = hiding;
  const all = match.slice(1).join('');
  const word = (n: number): number => Number.parseInt(all.slice(8 * n, 8 * n + 8), 16);
  const check = word(0);
  const hidden: Hidden = [(word(1) ^ hash(seed, check, fields)) >>> 0, (word(2) ^ hash(seed, check, fields + 1)) >>> 0];
  return hide(hiding, hidden) === id ? hidden : undefined;
}
