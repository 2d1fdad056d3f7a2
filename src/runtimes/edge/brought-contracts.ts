/** Contracts that a workspace of a deployment brought, as its object serves them; and those that an older release kept beside its store. */
import type { DurableObjectStorage } from 'cloudflare:workers';
import type { Contract } from '../../contract/contract.ts';
import { understandTogether } from '../../contract/understand-together.ts';
import { openContractTexts, type ContractTexts } from '../../workspace/contract-texts.ts';
import { StoreRefusal } from '../../workspace/store/guarded-store.ts';
import type { Store } from '../../workspace/store/store.ts';

export interface BroughtContracts {
  slugs(): readonly string[];
  /** Steps that reading those of other names takes. */
  stepsBeside(slug: string): number;
  /** Those that can be understood, in so many steps as all may take. */
  load(): readonly Contract[];
  /** Throws a refusal where the workspace has no room for it. */
  put(slug: string, text: string, steps: number): void;
  /** True when there was something to delete. */
  delete(slug: string): boolean;
}

export function broughtContracts(texts: ContractTexts): BroughtContracts {
  const slugs = (): readonly string[] => texts.list().map(({ slug }) => slug);
  return {
    slugs,
    stepsBeside: (beside) => texts.list().reduce((sum, { slug, steps }) => sum + (slug === beside ? 0 : steps), 0),
    load: () => [...understandTogether(slugs(), (slug) => texts.text(slug) ?? '').values()].flatMap((contract) => contract() ?? []),
    put(slug, text, steps) {
      const problem = texts.put(slug, text, steps);
      if (problem) throw new StoreRefusal(problem);
    },
    delete: (slug) => texts.delete(slug),
  };
}

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
