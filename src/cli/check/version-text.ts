/** The version that a contract says it has, and whether that is one: some tools leave a sentence, or a mark for themselves, in its place. */

const LONGEST_VERSION = 40;
const LONGEST_QUOTE = 40;

/** Marks that something else was to be put here. */
const PLACEHOLDER = /[{}<>$%]|__|^(tbc|tbd|tba|todo|unknown|none|null|undefined|n\/a|version|x+(\.[xyz]+)*)$/i;

export function isVersion(text: string): boolean {
  const words = text.trim();
  if (words === '' || words.length > LONGEST_VERSION || PLACEHOLDER.test(words)) return false;
  return /^\S+$/.test(words) || /^[\w.+-]*\d[\w.+-]*( [\w.+()-]+){0,2}$/.test(words);
}

/** `1.2.0`, or what stands in its place, on one line. */
export function versionText(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  if (isVersion(words)) return words;
  const quote = words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE - 1)}…` : words;
  return quote === '' ? '(no version)' : `(no version: it says “${quote}”)`;
}
