/** A set of keys in code-point order, in blocks, so that neither a write nor a list costs more the larger it grows. */
import { compareKeys } from './key-order.ts';
import { firstThat } from './first-that.ts';

export interface SortedKeys {
  /** The key must not be there yet. */
  add(key: string): void;
  delete(key: string): void;
  /** Those that begin with the prefix. */
  under(prefix: string): readonly string[];
  /** This one, if it is there, and all after it. Nothing may be added or deleted meanwhile. */
  from(key: string): Iterable<string>;
}

export function sortedKeys(mostPerBlock = 512): SortedKeys {
  /** Each is in order, none is empty, and each ends below the beginning of the next. */
  const blocks: string[][] = [];

  /** The first block that ends at the key or after it; one past the last where none does. */
  const blockFor = (key: string): number => firstThat(blocks.length, (i) => compareKeys(blocks[i]?.at(-1) ?? '', key) >= 0);
  const placeIn = (block: readonly string[], key: string): number => firstThat(block.length, (i) => compareKeys(block[i] ?? '', key) >= 0);

  function* from(key: string): Generator<string> {
    const first = blockFor(key);
    for (let at = first; at < blocks.length; at++) {
      const block = blocks[at] ?? [];
      for (let i = at === first ? placeIn(block, key) : 0; i < block.length; i++) yield block[i] ?? '';
    }
  }

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
      for (const key of from(prefix)) {
        if (!key.startsWith(prefix)) break;
        found.push(key);
      }
      return found;
    },
    from,
  };
}
