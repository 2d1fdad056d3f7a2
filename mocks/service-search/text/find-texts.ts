/** Which organisations a full-text search finds, and how well each fits: the rarer a word is in a field, the more it counts. */
import { searchable } from '../index/fields.ts';
import type { Directory } from '../index/directory.ts';
import type { Listing } from '../index/listing.ts';
import { QueryFault } from '../query-fault.ts';
import { readFull } from './full-query.ts';
import { readSimple } from './simple-query.ts';
import { mostParts, tooManyWords, type TextAsked, type TextQuery } from './text-query.ts';
import { isLike, isNearly } from './words-alike.ts';

type Scores = ReadonlyMap<Listing, number>;

/** A word that has to be compared with every word of the index counts as so many. */
const likeness = 10;

/** Searches texts for one request, which may ask for several: how long all of them are is bounded. */
export function textFinder(directory: Directory): (asked: TextAsked) => Scores {
  let parts = 0;
  return ({ text, isFull, wantsAll, searchFields }) => {
    const fields = searchFields === undefined ? searchable : fieldsNamed(searchFields);
    const query = isFull ? readFull(text, wantsAll, fieldsNamed) : readSimple(text, wantsAll);
    parts += partsOf(query);
    if (parts > mostParts) throw tooManyWords();
    return scoresOf(query, directory, fields);
  };
}

/** A list of names with commas between; `*` is all of them, and a list's own name stands for what is in it. */
function fieldsNamed(names: string): readonly string[] {
  const all = names.split(',').flatMap((each) => {
    const name = each.trim();
    if (name === '*') return searchable;
    const found = searchable.filter((field) => field === name || field.startsWith(`${name}/`));
    if (found.length === 0) throw new QueryFault('searchFields', `Unknown field '${name}' in search field list.`);
    return found;
  });
  return [...new Set(all)];
}

function partsOf(query: TextQuery): number {
  if (query.is === 'boosted') return partsOf(query.query);
  const inside =
    query.is === 'all' || query.is === 'any' ? query.of : query.is === 'clauses' ? [...query.must, ...query.should, ...query.not] : [];
  return inside.reduce((sum, each) => sum + partsOf(each), query.is === 'pattern' || query.is === 'nearly' ? likeness : 1);
}

function scoresOf(query: TextQuery, directory: Directory, fields: readonly string[]): Scores {
  const of = (each: TextQuery): Scores => scoresOf(each, directory, fields);
  switch (query.is) {
    case 'everything':
      return new Map(directory.listings.map((listing) => [listing, 1]));
    case 'words':
      return sumOf((query.fields ?? fields).map((field) => wordsIn(directory, field, query.words)));
    case 'pattern':
      return vocabularyScores(directory, query.fields ?? fields, (word) => isLike(word, query.pattern));
    case 'nearly':
      return vocabularyScores(directory, query.fields ?? fields, (word) => isNearly(word, query.word, query.edits));
    case 'all':
      return inAll(query.of.map(of));
    case 'any':
      return sumOf(query.of.map(of));
    case 'boosted':
      return new Map([...of(query.query)].map(([listing, score]) => [listing, score * query.by]));
    case 'clauses': {
      const should = sumOf(query.should.map(of));
      const found = query.must.length > 0 ? withMore(inAll(query.must.map(of)), should) : should;
      const refused = query.not.map(of);
      return new Map([...found].filter(([listing]) => !refused.some((scores) => scores.has(listing))));
    }
  }
}

/** One word, or several that stand one after the other in one text. */
function wordsIn(directory: Directory, field: string, words: readonly string[]): Scores {
  const [first = '', ...others] = words;
  const found = directory.withWord(field, first);
  if (!found) return new Map();
  const rarity = 2 - found.size / directory.listings.length;
  const scores = new Map<Listing, number>();
  for (const [listing, times] of found)
    if (others.length === 0 || listing.hasPhrase(field, words)) scores.set(listing, (rarity * words.length * times * 2) / (times + 1));
  return scores;
}

function vocabularyScores(directory: Directory, fields: readonly string[], isMeant: (word: string) => boolean): Scores {
  const scores = new Map<Listing, number>();
  for (const field of fields)
    for (const [word, found] of directory.words(field)) if (isMeant(word)) for (const listing of found.keys()) scores.set(listing, 1);
  return scores;
}

function sumOf(all: readonly Scores[]): Scores {
  const [only] = all;
  if (all.length === 1 && only) return only;
  const sum = new Map<Listing, number>();
  for (const scores of all) for (const [listing, score] of scores) sum.set(listing, (sum.get(listing) ?? 0) + score);
  return sum;
}

const withMore = (found: Scores, more: Scores): Scores =>
  new Map([...found].map(([listing, score]) => [listing, score + (more.get(listing) ?? 0)]));

function inAll([first = new Map(), ...others]: readonly Scores[]): Scores {
  let found = first;
  for (const scores of others)
    found = new Map(
      [...found].flatMap(([listing, score]) => {
        const more = scores.get(listing);
        return more === undefined ? [] : [[listing, score + more] as const];
      }),
    );
  return found;
}
