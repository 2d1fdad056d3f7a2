/** Chance that depends on words alone: the same key and label give the same number in any order of asking. */
import { uuidOfHex } from '../contract/uuid.ts';

/** 32 bits of a text: FNV-1a with a final avalanche, so that near-equal labels land far apart. */
export function hashText(text: string, seed = 0x811c9dc5): number {
  let h = seed >>> 0;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return (h ^ (h >>> 16)) >>> 0;
}

export interface Chance {
  /** In [0, 1). */
  of(label: string): number;
  /** A whole number, both ends included. */
  int(from: number, to: number, label: string): number;
  pick<const List extends readonly [unknown, ...unknown[]]>(list: List, label: string): List[number];
  hex(length: number, label: string): string;
}

export function chanceOf(key: string): Chance {
  const base = hashText(key);
  const of = (label: string): number => hashText(label, base) / 0x1_0000_0000;
  const int = (from: number, to: number, label: string): number => from + Math.floor(of(label) * (to - from + 1));
  return {
    of,
    int,
    pick: (list, label) => list[int(0, list.length - 1, label)] ?? list[0],
    hex: (length, label) => {
      let text = '';
      for (let part = 0; text.length < length; part++) text += hashText(`${label}#${part}`, base).toString(16).padStart(8, '0');
      return text.slice(0, length);
    },
  };
}

/** A UUID in the shape of version 4. */
export function uuidOf(chance: Chance, label: string): string {
  const hex = chance.hex(32, `uuid ${label}`);
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  return uuidOfHex(hex, variant);
}
