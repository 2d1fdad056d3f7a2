/** Lucene's language: `field:term`, AND, OR, NOT, + and -, "phrases", pat*erns, nearly~, boosts^2 and brackets. */
import { QueryFault } from '../query-fault.ts';
import { termOf, type TextQuery } from './text-query.ts';
import { wordsOf } from './words.ts';

const deepest = 20;

type Clauses = { readonly must: TextQuery[]; readonly should: TextQuery[]; readonly not: TextQuery[] };

/** `fieldsOf` gives the fields that a name before a colon stands for, or refuses it. */
export function readFull(text: string, wantsAll: boolean, fieldsOf: (name: string) => readonly string[]): TextQuery {
  let at = 0;

  const skipSpace = (): void => {
    while (/\s/.test(text[at] ?? '')) at += 1;
  };
  const fault = (): QueryFault =>
    new QueryFault(
      'search',
      `Failed to parse query string at line 1, column ${at + 1}. See https://aka.ms/azure-search-full-query for supported syntax.`,
    );
  const taken = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const [all, said = all] = pattern.exec(text) ?? [];
    if (all !== undefined) at += all.length;
    return said;
  };

  function group(depth: number, fields?: readonly string[]): TextQuery {
    if (depth > deepest) throw fault();
    const clauses: Clauses = { must: [], should: [], not: [] };
    for (;;) {
      skipSpace();
      if (at >= text.length || text[at] === ')') break;
      const conjunction = taken(/(AND|&&|OR|\|\|)(?![\w])/y);
      skipSpace();
      const sign = taken(/(NOT(?!\w)|[+!-])/y);
      skipSpace();
      if (at >= text.length || text[at] === ')') throw fault();
      const isAnd = conjunction === 'AND' || conjunction === '&&';
      const query = boosted(depth, fields);
      // Whoever stands before an AND has to be there as well.
      if (isAnd) clauses.must.push(...clauses.should.splice(-1));
      if (query === undefined) continue;
      if (sign !== undefined && sign !== '+') clauses.not.push(query);
      else if (sign === '+' || isAnd || (wantsAll && conjunction === undefined)) clauses.must.push(query);
      else clauses.should.push(query);
    }
    return { is: 'clauses', ...clauses };
  }

  function boosted(depth: number, fields?: readonly string[]): TextQuery | undefined {
    const query = single(depth, fields);
    const by = taken(/\^(\d+(?:\.\d+)?)/y);
    return query && by !== undefined ? { is: 'boosted', by: Number(by), query } : query;
  }

  function single(depth: number, outer?: readonly string[]): TextQuery | undefined {
    const name = taken(/([A-Za-z][\w/]*):/y);
    const fields = name === undefined ? outer : fieldsOf(name);
    const among = fields && { fields };
    if (text[at] === '(') {
      at += 1;
      const inside = group(depth + 1, fields);
      if (text[at] !== ')') throw fault();
      at += 1;
      return inside;
    }
    if (text[at] === '"') {
      const phrase = taken(/"([^"]*)"(?:~\d+)?/y);
      if (phrase === undefined) throw fault();
      const words = wordsOf(phrase);
      return words.length > 0 ? { is: 'words', words, ...among } : undefined;
    }
    const said = taken(/((?:\\.|[^\s()":^~\\[\]{}])+)/y)?.replaceAll(/\\(.)/g, '$1');
    if (said === undefined) throw fault();
    const edits = taken(/~(\d?)/y);
    if (said === '*') return { is: 'everything' };
    if (/[*?]/.test(said)) return { is: 'pattern', pattern: said.toLowerCase(), ...among };
    const words = wordsOf(said);
    const [word] = words;
    if (edits !== undefined && word !== undefined)
      return { is: 'nearly', word, edits: Math.min(2, edits === '' ? 2 : Number(edits)), ...among };
    return words.length > 0 ? termOf(words, wantsAll, fields) : undefined;
  }

  const query = group(0);
  if (at < text.length) throw fault();
  return query;
}
