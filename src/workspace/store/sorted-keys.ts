/** Keys in code-point order, each as often as it was added, in blocks, so that neither a write nor a list nor a count costs more the larger it grows. */
import { firstThat } from '../../world/first-that.ts';
import { compareKeys } from './key-order.ts';

export interface SortedKeys {
  add(key: string): void;
  /** Once less. */
  delete(key: string): void;
  /** Those that begin with the prefix, each once. */
  under(prefix: string): readonly string[];
  /** This one, if it is there, and all after it, each once, up to but without `to`. Nothing may be added or deleted meanwhile. */
  between(from: string, to: string | undefined): Iterable<string>;
  /** How often those between were added. */
  count(from: string, to: string | undefined): number;
}

/** Keys in order with how often each was added, and how often all were. */
interface Block {
  readonly keys: string[];
  readonly times: number[];
  total: number;
}

export function sortedKeys(mostPerBlock = 512): SortedKeys {
  /** Each is in order, none is empty, and each ends below the beginning of the next. */
  const blocks: Block[] = [];

  /** The first block that ends at the key or after it; one past the last where none does. */
  const blockFor = (key: string): number => firstThat(blocks.length, (i) => compareKeys(blocks[i]?.keys.at(-1) ?? '', key) >= 0);

  function* from(key: string): Generator<string> {
    const first = blockFor(key);
    for (let at = first; at < blocks.length; at++) {
      const { keys } = blocks[at] ?? empty;
      for (let i = at === first ? placeIn(keys, key) : 0; i < keys.length; i++) yield keys[i] ?? '';
    }
  }

  function countBelow(key: string): number {
    const last = blockFor(key);
    let count = 0;
    for (let at = 0; at < last; at++) count += blocks[at]?.total ?? 0;
    const { keys, times } = blocks[last] ?? empty;
    for (let i = placeIn(keys, key) - 1; i >= 0; i--) count += times[i] ?? 0;
    return count;
  }

  return {
    add(key) {
      const at = Math.min(blockFor(key), blocks.length - 1);
      const block = blocks[at];
      if (!block) {
        blocks.push({ keys: [key], times: [1], total: 1 });
        return;
      }
      const { keys, times } = block;
      const place = placeIn(keys, key);
      block.total++;
      if (keys[place] === key) {
        times[place] = (times[place] ?? 0) + 1;
        return;
      }
      keys.splice(place, 0, key);
      times.splice(place, 0, 1);
      if (keys.length <= mostPerBlock) return;
      const half = { keys: keys.splice(mostPerBlock >> 1), times: times.splice(mostPerBlock >> 1) };
      const total = half.times.reduce((sum, each) => sum + each, 0);
      block.total -= total;
      blocks.splice(at + 1, 0, { ...half, total });
    },
    delete(key) {
      const at = blockFor(key);
      const block = blocks[at] ?? empty;
      const { keys, times } = block;
      const place = placeIn(keys, key);
      if (keys[place] !== key) return;
      block.total--;
      times[place] = (times[place] ?? 0) - 1;
      if (times[place] > 0) return;
      keys.splice(place, 1);
      times.splice(place, 1);
      if (keys.length === 0) blocks.splice(at, 1);
    },
    under(prefix) {
      const found: string[] = [];
      for (const key of from(prefix)) {
        if (!key.startsWith(prefix)) break;
        found.push(key);
      }
      return found;
    },
    *between(first, to) {
      for (const key of from(first)) {
        if (to !== undefined && compareKeys(key, to) >= 0) return;
        yield key;
      }
    },
    count: (first, to) =>
      Math.max(0, (to === undefined ? blocks.reduce((sum, { total }) => sum + total, 0) : countBelow(to)) - countBelow(first)),
  };
}

const empty: Block = { keys: [], times: [], total: 0 };

const placeIn = (keys: readonly string[], key: string): number => firstThat(keys.length, (i) => compareKeys(keys[i] ?? '', key) >= 0);
