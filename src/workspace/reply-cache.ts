/** A bounded cache of whole replies whose bodies are text already. The older half goes when it is full, so a lookup is one Map read. */
import type { Reply } from '../mock/reply.ts';

export type RenderedReply = Reply & { readonly rendered: string };

export interface ReplyCache {
  get(key: string): RenderedReply | undefined;
  put(key: string, reply: RenderedReply): void;
  clear(): void;
}

/** Characters of bodies and keys held at most, over both halves. */
const capacity = 16_000_000;

export function openReplyCache(): ReplyCache {
  let young = new Map<string, RenderedReply>();
  let old = new Map<string, RenderedReply>();
  let size = 0;
  return {
    get: (key) => young.get(key) ?? old.get(key),
    put(key, reply) {
      young.set(key, reply);
      size += key.length + reply.rendered.length;
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
