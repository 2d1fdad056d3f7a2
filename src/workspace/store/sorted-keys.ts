/** A set of keys in code-point order, in blocks, so that neither a write nor a list costs more the larger it grows. */
import { compareKeys } from './key-order.ts';

export interface SortedKeys {
  /** The key must not be there yet. */
  add(key: string): void;
  delete(key: string): void;
  /** Those that begin with the prefix. */
  under(prefix: string): readonly string[];
}

export function sortedKeys(mostPerBlock = 512): SortedKeys {
  /** Each is in order, none is empty, and each ends below the beginning of the next. */
  const blocks: string[][] = [];

  /** The first block that ends at the key or after it; one past the last where none does. */
  const blockFor = (key: string): number => firstThat(blocks.length, (i) => compareKeys(blocks[i]?.at(-1) ?? '', key) >= 0);
  const placeIn = (block: readonly string[], key: string): number => firstThat(block.length, (i) => compareKeys(block[i] ?? '', key) >= 0);

  return {
    add(key) {
      const at = Math.min(blockFor(key), blocks.length - 1);
      const block = blocks[at];
      if (!block) {
        blocks.push([key]);
        return;
      }
      block.splice(placeIn(block, key), 0, key);
      if (block.length > mostPerBlock) blocks.splice(at + 1, 0, block.splice(mostPerBlock >> 1));
    },
    delete(key) {
      const at = blockFor(key);
      const block = blocks[at];
      const place = block ? placeIn(block, key) : -1;
      if (block?.[place] !== key) return;
      block.splice(place, 1);
      if (block.length === 0) blocks.splice(at, 1);
    },
    under(prefix) {
      const found: string[] = [];
      const first = blockFor(prefix);
      for (let at = first; at < blocks.length; at++) {
        const block = blocks[at] ?? [];
        for (let i = at === first ? placeIn(block, prefix) : 0; i < block.length; i++) {
          const key = block[i] ?? '';
          if (!key.startsWith(prefix)) return found;
          found.push(key);
        }
      }
      return found;
    },
  };
}

/** The first index for which `holds` is true, where it is false before and true after; `length` where it never is. */
function firstThat(length: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
