/** What may still be shown on a page: contracts can be larger than anybody would read, and say the same thing many times. */
import { cutTo } from './json-parts.ts';

export interface PageRoom {
  /** Members of schemas, parameters and headers. */
  members: number;
  /** Characters of descriptions and examples. */
  text: number;
}

export const roomOnAPage = (): PageRoom => ({ members: 1_200, text: 400_000 });

export const andMore = 'And more: see the contract.';

/** As much of the text as there is room for; nothing where there is none. */
export function textWithinRoom(room: PageRoom, text: string, most: number): string | undefined {
  if (room.text <= 0) return undefined;
  const shown = cutTo(text, Math.min(most, room.text));
  room.text -= shown.length;
  return shown;
}
