/** Texts of any length in a store: cut into pieces, each below what a row may hold. */
import type { Store } from './store.ts';

/** UTF-16 units, of which each takes three bytes at most: a row of a Durable Object may have 2 MB. */
export const longestPiece = 400_000;

/** Keeps the text that these make together as the only one of the collection, and tells how long it is. */
export function putText(store: Store, collection: string, chunks: Iterable<string>): number {
  store.clear([collection]);
  let pieces = 0;
  let length = 0;
  for (const chunk of gathered(chunks, longestPiece)) {
    for (const piece of cut(chunk)) {
      store.put(collection, String(pieces++).padStart(6, '0'), piece);
      length += piece.length;
    }
  }
  return length;
}

/** One is in memory at a time, or a few. */
export function* piecesIn(store: Store, collection: string): Generator<string> {
  for (const { document } of store.rows(collection)) yield document;
}

/** As many of them together as make no more than so many units; each at least alone. */
export function* gathered(chunks: Iterable<string>, most: number): Generator<string> {
  let held: string[] = [];
  let length = 0;
  for (const chunk of chunks) {
    if (length > 0 && length + chunk.length > most) {
      yield held.join('');
      held = [];
      length = 0;
    }
    held.push(chunk);
    length += chunk.length;
  }
  if (length > 0) yield held.join('');
}

function* cut(text: string): Generator<string> {
  let start = 0;
  while (text.length - start > longestPiece) {
    // Never through the middle of a character.
    const end = start + longestPiece - Number(isHighSurrogate(text.charCodeAt(start + longestPiece - 1)));
    yield text.slice(start, end);
    start = end;
  }
  yield text.slice(start);
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;

/** The lines of a text that comes in pieces, without their ends. */
export function* linesOf(pieces: Iterable<string>): Generator<string> {
  let begun = '';
  for (const piece of pieces) {
    let start = 0;
    for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', start)) {
      yield begun + piece.slice(start, end);
      begun = '';
      start = end + 1;
    }
    begun += piece.slice(start);
  }
  if (begun !== '') yield begun;
}
