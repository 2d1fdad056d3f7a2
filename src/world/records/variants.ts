/** Names that were written down wrong, for those who search. */
import type { Variants } from '../search/matcher.ts';
import { nameVariant } from './names.ts';
import type { WorldParts } from './parts.ts';
import { isSoUntidy } from './untidy.ts';

export function variantsIn(parts: Pick<WorldParts, 'seed' | 'copies' | 'surnames' | 'givenNames'>): Variants {
  const { seed, copies } = parts;
  return {
    has: (copy, member) => isSoUntidy('nameVariant', seed, copies.index(copy, member)),
    given: (copy, member) => nameVariant(parts, copy, member)?.given ?? [],
  };
}
