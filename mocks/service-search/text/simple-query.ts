/** The simple language: words, "phrases", begin*, + and | and - and brackets. Nothing in it is a mistake but its length: what makes no sense is a word. */
import { mostParts, termOf, tooManyWords, type TextQuery } from './text-query.ts';
import { wordsOf } from './words.ts';

const deepest = 20;

export function readSimple(text: string, wantsAll: boolean): TextQuery {
  const usual = wantsAll ? 'all' : 'any';
  let at = 0;
  let parts = 0;

  function group(depth: number): TextQuery | undefined {
    let query: TextQuery | undefined;
    let operator: 'all' | 'any' = usual;
    while (at < text.length) {
      const character = text[at] ?? '';
      if (character === ')' && depth > 0) break;
      if (character === '+' || character === '|') {
        operator = character === '+' ? 'all' : 'any';
        at += 1;
      } else if (/[\s)]/.test(character)) at += 1;
      else {
        const next = single(depth);
        if (next) {
          query = query ? { is: operator, of: [query, next] } : next;
          operator = usual;
        }
      }
    }
    return query;
  }

  function single(depth: number): TextQuery | undefined {
    parts += 1;
    if (parts > mostParts) throw tooManyWords();
    const character = text[at] ?? '';
    if (character === '-') {
      at += 1;
      const refused = at < text.length && !/[\s+|)]/.test(text[at] ?? '') ? single(depth) : undefined;
      return refused && { is: 'clauses', must: [{ is: 'everything' }], should: [], not: [refused] };
    }
    if (character === '"') {
      const end = text.indexOf('"', at + 1);
      const phrase = wordsOf(text.slice(at + 1, end === -1 ? undefined : end));
      at = end === -1 ? text.length : end + 1;
      return phrase.length > 0 ? { is: 'words', words: phrase } : undefined;
    }
    if (character === '(' && depth < deepest) {
      at += 1;
      const inside = group(depth + 1);
      at += 1;
      return inside;
    }
    return word();
  }

  function word(): TextQuery | undefined {
    let said = '';
    const isEnd = (character: string): boolean => /[\s+|()"]/.test(character);
    do {
      if (text[at] === '\\') at += 1;
      said += text[at] ?? '';
      at += 1;
    } while (at < text.length && !isEnd(text[at] ?? ''));
    if (said === '*') return { is: 'everything' };
    const words = wordsOf(said);
    if (said.endsWith('*') && words.length === 1) return { is: 'pattern', pattern: `${words[0]}*` };
    return words.length > 0 ? termOf(words, wantsAll) : undefined;
  }

  return group(0) ?? { is: 'everything' };
}
