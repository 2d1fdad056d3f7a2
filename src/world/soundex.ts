/** Soundex of a folded name: the standard four characters, where h and w do not separate two letters of one class. */

const classes: Readonly<Record<string, string>> = {
  b: '1',
  f: '1',
  p: '1',
  v: '1',
  c: '2',
  g: '2',
  j: '2',
  k: '2',
  q: '2',
  s: '2',
  x: '2',
  z: '2',
  d: '3',
  t: '3',
  l: '4',
  m: '5',
  n: '5',
  r: '6',
};

/** Undefined for a text with no letter in it. */
export function soundex(folded: string): string | undefined {
  let code = '';
  let last = '';
  for (const letter of folded) {
    if (letter < 'a' || letter > 'z') continue;
    const digit = classes[letter] ?? '';
    if (code === '') code = letter.toUpperCase();
    else if (digit !== '' && digit !== last) code += digit;
    if (letter !== 'h' && letter !== 'w') last = digit;
    if (code.length === 4) return code;
  }
  return code === '' ? undefined : code.padEnd(4, '0');
}
