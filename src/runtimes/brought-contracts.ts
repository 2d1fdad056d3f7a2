/** Contracts that a workspace of a deployment brought: their texts, kept beside its store so that a reset leaves them alone. */
import type { DurableObjectStorage } from 'cloudflare:workers';
import type { Contract } from '../contract/contract.ts';
import { loadContract } from '../contract/load.ts';

/** UTF-16 units of one piece of a text; a value may have 2 MB. */
const pieceLength = 900_000;
export const contractsAtMost = 10;

export interface BroughtContracts {
  slugs(): readonly string[];
  load(): readonly Contract[];
  put(slug: string, text: string): void;
  /** True when there was something to delete. */
  delete(slug: string): boolean;
}

export function broughtContracts(storage: DurableObjectStorage): BroughtContracts {
  const { kv } = storage;
  const entries = (slug = '') => [...kv.list({ prefix: `contract/${slug}` })];
  const slugOfKey = (key: string): string => key.split('/')[1] ?? '';

  function remove(slug: string): boolean {
    const pieces = entries(`${slug}/`);
    for (const [key] of pieces) kv.delete(key);
    return pieces.length > 0;
  }

  return {
    slugs: () => [...new Set(entries().map(([key]) => slugOfKey(key)))],
    load: () =>
      [...Map.groupBy(entries(), ([key]) => slugOfKey(key))].map(([slug, pieces]) =>
        loadContract({ name: slug, text: pieces.map(([, piece]) => String(piece)).join('') }),
      ),
    put(slug, text) {
      storage.transactionSync(() => {
        remove(slug);
        for (let i = 0; i * pieceLength < text.length; i++) {
          kv.put(`contract/${slug}/${String(i).padStart(3, '0')}`, text.slice(i * pieceLength, (i + 1) * pieceLength));
        }
      });
    },
    delete: remove,
  };
}
