/** Text of a contract where a person reads it, in a terminal, a list or a page: of one line, of so many characters, and only what can be seen. */

/** Control characters and those that turn the direction of a text round: a terminal obeys them. */
const unseen = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

export function plainText(text: string, most: number): string {
  // What is cut off is not looked at: a text may have millions of characters.
  const begin = text
    .slice(0, most + 1)
    .toWellFormed()
    .replace(unseen, ' ')
    .trim();
  return text.length <= most ? begin : `${begin.slice(0, most - 1)}…`;
}
