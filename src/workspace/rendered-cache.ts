/** A bounded cache of rendered bodies. The oldest half goes when it is full, so a lookup costs one Map read and nothing else. */

export interface RenderedCache {
  get(key: string): string | undefined;
  put(key: string, text: string): void;
  clear(): void;
}

/** Characters held at most, over both halves. */
const capacity = 16_000_000;

export function openRenderedCache(): RenderedCache {
  let young = new Map<string, string>();
  let old = new Map<string, string>();
  let size = 0;
  return {
    get(key) {
      return young.get(key) ?? old.get(key);
    },
    put(key, text) {
      young.set(key, text);
      size += key.length + text.length;
      if (size < capacity / 2) return;
      old = young;
      young = new Map();
      size = 0;
    },
    clear() {
      young.clear();
      old.clear();
      size = 0;
    },
  };
}
