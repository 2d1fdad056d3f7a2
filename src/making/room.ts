/** How much one body that is made may hold: so many parts, and so many bytes. What a contract publishes itself is counted from its second use on. */
import type { Json } from '../contract/contract.ts';
import { GENERATED_BYTES, GENERATED_PARTS } from '../contract/limits.ts';

/** Nothing that fits can be made within the limits here: whatever around it may be left out is left out, else the whole cannot be made. */
export class Unmakeable extends Error {
  override readonly name = 'Unmakeable';
}

export interface Room {
  /** Parts made so far, required or not. */
  made: number;
  bytes: number;
  /** What was published and is used already. */
  readonly used: Set<Json>;
}

export const emptyRoom = (): Room => ({ made: 0, bytes: 0, used: new Set() });

export const isFull = ({ made, bytes }: Room): boolean => made > GENERATED_PARTS || bytes > GENERATED_BYTES;

/** Throws where the schema asks for more of something than there is room for. */
export function holdToRoom(room: Room, asked: number, what: string): void {
  if (asked > GENERATED_PARTS - room.made)
    throw new Unmakeable(`It asks for ${asked} ${what}, and one answer has at most ${GENERATED_PARTS} parts.`);
}

export function holdToLength(length: number): void {
  if (length > GENERATED_BYTES)
    throw new Unmakeable(
      `It asks for a text of ${length} characters, and what is made for one answer has at most ${GENERATED_BYTES} bytes.`,
    );
}

export function holdToPattern(length: number, most: number): void {
  if (length > most)
    throw new Unmakeable(`Its pattern asks for ${length} characters, and a text that is made for a pattern has at most ${most}.`);
}

/** Counts a leaf, which may be a whole value that the contract fixes. */
export function take(room: Room, value: Json | undefined, published: boolean): void {
  const isLong = typeof value === 'string' ? value.length > SHORT : typeof value === 'object' && value !== null;
  if (!isLong) room.bytes += SHORT_BYTES;
  else if (value !== undefined && published && !room.used.has(value)) room.used.add(value);
  else room.bytes += typeof value === 'string' ? value.length : JSON.stringify(value).length;
}

const SHORT = 64;
/** A short leaf and its name, as they come to on the whole. */
const SHORT_BYTES = 40;
