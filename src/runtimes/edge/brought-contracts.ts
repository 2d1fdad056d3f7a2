/** Contracts that a workspace of a deployment brought: their texts, kept beside its store so that a reset leaves them alone. */
import type { DurableObjectStorage } from 'cloudflare:workers';
import type { Contract } from '../../contract/contract.ts';
import { SHARED_LIMITS, WORKSPACE_READING_STEPS } from '../../contract/limits.ts';
import { loadContract } from '../../contract/load.ts';

/** UTF-16 units of one piece of a text; a value may have 2 MB. */
const pieceLength = 900_000;
export const contractsAtMost = 10;

export interface BroughtContracts {
  slugs(): readonly string[];
  /** Steps that reading those of other names takes. */
  stepsBeside(slug: string): number;
  /** Those that can be understood, in so many steps as all may take: an older release may have taken what this one refuses. */
  load(): readonly Contract[];
  /** Throws a refusal where the workspace has no room for it. */
  put(slug: string, text: string, steps: number): void;
  /** True when there was something to delete. */
  delete(slug: string): boolean;
}

/** `take` is asked for the bytes of every contract that is put. */
export function broughtContracts(storage: DurableObjectStorage, take: (bytes: number) => void): BroughtContracts {
  const { kv } = storage;
  /** One piece is in memory at a time: together they may be as large as a workspace. */
  function* pieces(slug = ''): Generator<[key: string, piece: string]> {
    for (const [key, piece] of kv.list({ prefix: `contract/${slug}` })) yield [key, String(piece)];
  }

  function slugs(): readonly string[] {
    const found = new Set<string>();
    for (const [key] of pieces()) found.add(key.split('/')[1] ?? '');
    return [...found];
  }

  function remove(slug: string): boolean {
    const keys: string[] = [];
    for (const [key] of pieces(`${slug}/`)) keys.push(key);
    for (const key of [...keys, `reading/${slug}`]) kv.delete(key);
    return keys.length > 0;
  }

  return {
    slugs,
    stepsBeside(slug) {
      let steps = 0;
      for (const [key, taken] of kv.list({ prefix: 'reading/' })) if (key !== `reading/${slug}`) steps += Number(taken);
      return steps;
    },
    load() {
      let left = WORKSPACE_READING_STEPS;
      return slugs().flatMap((slug) => {
        let text = '';
        for (const [, piece] of pieces(`${slug}/`)) text += piece;
        const steps = Math.min(left, SHARED_LIMITS.steps);
        const contract = understood(slug, text, steps);
        left -= contract?.readingSteps ?? steps;
        return contract ?? [];
      });
    },
    put(slug, text, steps) {
      storage.transactionSync(() => {
        remove(slug);
        take(new TextEncoder().encode(text).byteLength);
        kv.put(`reading/${slug}`, steps);
        for (let i = 0; i * pieceLength < text.length; i++) {
          kv.put(`contract/${slug}/${String(i).padStart(3, '0')}`, text.slice(i * pieceLength, (i + 1) * pieceLength));
        }
      });
    },
    delete: remove,
  };
}

function understood(name: string, text: string, steps: number): Contract | undefined {
  try {
    return loadContract({ name, text }, { ...SHARED_LIMITS, steps });
  } catch (error) {
    if (error instanceof Error && error.name === 'ContractError') return undefined;
    throw error;
  }
}
