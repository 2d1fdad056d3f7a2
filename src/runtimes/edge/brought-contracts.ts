/** Contracts that an object of an older release kept beside its store. */
import type { DurableObjectStorage } from 'cloudflare:workers';
import { openContractTexts } from '../../workspace/contract-texts.ts';
import type { Store } from '../../workspace/store/store.ts';

/** Moves contracts into the store that an older release kept as values beside it, in pieces: `contract/<slug>/<number>`. */
export function moveContracts(storage: DurableObjectStorage, store: Store): void {
  const { kv } = storage;
  const keys = new Map<string, string[]>();
  for (const [key] of kv.list({ prefix: 'contract/' })) {
    const slug = key.split('/')[1] ?? '';
    keys.set(slug, [...(keys.get(slug) ?? []), key]);
  }
  const texts = keys.size === 0 ? undefined : openContractTexts(store);
  for (const [slug, pieces] of keys) {
    const text = pieces.map((key) => String(kv.get(key))).join('');
    if (texts?.put(slug, text, Number(kv.get(`reading/${slug}`) ?? 0))) continue;
    for (const key of [...pieces, `reading/${slug}`]) kv.delete(key);
  }
}
