/** What a full-text search looks for, whichever of the two languages it was asked in. */

import { QueryFault } from '../query-fault.ts';

/** Words, and what joins them, in all texts of one request. */
export const mostParts = 200;

export const tooManyWords = (): QueryFault => new QueryFault('search', `The search text has more than ${mostParts} words.`);

export interface TextAsked {
  readonly text: string;
  /** In the language of Lucene, not in the simple one. */
  readonly isFull: boolean;
  /** Whether all words have to be there, or one will do. */
  readonly wantsAll: boolean;
  readonly searchFields?: string;
}

export type TextQuery =
  | { readonly is: 'everything' }
  | { readonly is: 'words'; readonly words: readonly string[]; readonly fields?: readonly string[] }
  /** Words that begin so, or that are like it with `*` and `?` in it. */
  | { readonly is: 'pattern'; readonly pattern: string; readonly fields?: readonly string[] }
  /** Words that differ by so many letters at most. */
  | { readonly is: 'nearly'; readonly word: string; readonly edits: number; readonly fields?: readonly string[] }
  | { readonly is: 'all' | 'any'; readonly of: readonly TextQuery[] }
  | {
      readonly is: 'clauses';
      readonly must: readonly TextQuery[];
      readonly should: readonly TextQuery[];
      readonly not: readonly TextQuery[];
    }
  | { readonly is: 'boosted'; readonly by: number; readonly query: TextQuery };

/** A term of one word or, parted by punctuation, of several, each of which counts as a term. */
export function termOf(words: readonly string[], wantsAll: boolean, fields?: readonly string[]): TextQuery {
  const of = words.map((word): TextQuery => ({ is: 'words', words: [word], ...(fields && { fields }) }));
  const [only] = of;
  return of.length === 1 && only ? only : { is: wantsAll ? 'all' : 'any', of };
}
