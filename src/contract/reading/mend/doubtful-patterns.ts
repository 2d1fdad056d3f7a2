/** Patterns that can hardly be meant as they stand: written for another place, or for people. */

/** Why a pattern is doubtful, as a phrase; undefined where nothing speaks against it. */
export function doubtOf(pattern: string): string | undefined {
  return DOUBTS.find(({ has }) => has(pattern))?.why;
}

const DOUBTS: readonly { readonly why: string; has(pattern: string): boolean }[] = [
  {
    why: 'it escapes its backslashes, so that it asks for a backslash where a class such as \\d is meant',
    has: isEscapedTwice,
  },
  {
    why: 'it stands between slashes, as a program has it; here they are part of what must match',
    has: (pattern) => pattern.startsWith('/^') || /\$\/[a-z]*$/.test(pattern),
  },
  { why: 'it is a sentence for people', has: isProse },
];

/** Classes behind two backslashes, and none behind one. */
function isEscapedTwice(pattern: string): boolean {
  const classes = [...pattern.matchAll(/(\\+)[dDwWsSbB](?![A-Za-z])/g)].map(([, backslashes = '']) => backslashes.length % 2);
  return classes.length > 0 && !classes.includes(1);
}

/** Words in a row, outside brackets and anchors. */
function isProse(pattern: string): boolean {
  if (/^\^|\$$/.test(pattern)) return false;
  const words = pattern.replace(/\[[^\]]*\]|\([^)]*\)|<[^>]*>/g, ' ').match(/(?:^|\s)[A-Za-z]{2,}(?=[\s.,:;]|$)/g) ?? [];
  return words.length >= 3 && words.join('').length >= pattern.length / 2;
}
