/** Text as it is written by those who have no accents, or only capitals. */
import { foldName } from '../fold.ts';

/** Without accents, capitals where they were. */
export function plainLetters(text: string): string {
  const folded = foldName(text);
  if (folded === text.toLowerCase()) return text;
  let plain = '';
  for (const letter of text) {
    const base = foldName(letter);
    plain += letter === letter.toLowerCase() ? base : base.charAt(0).toUpperCase() + base.slice(1);
  }
  return plain;
}

/** Lower-case letters of the alphabet alone, as before the `@` of an address. */
export function mailLetters(text: string): string {
  const folded = foldName(text);
  let letters = '';
  for (let n = 0; n < folded.length; n += 1) {
    const code = folded.charCodeAt(n);
    if (code >= 97 && code <= 122) letters += folded[n];
  }
  return letters;
}
