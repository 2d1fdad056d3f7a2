/** Names as they are compared: lower case, accents taken off by a table of our own (no `Intl`, so every runtime agrees). */

const bases: Readonly<Record<string, string>> = {
  a: 'àáâãäåāăą',
  ae: 'æ',
  c: 'çćĉċč',
  d: 'ďđð',
  e: 'èéêëēĕėęě',
  g: 'ĝğġģ',
  h: 'ĥħ',
  i: 'ìíîïĩīĭįı',
  j: 'ĵ',
  k: 'ķ',
  l: 'ĺļľŀł',
  n: 'ñńņňŉŋ',
  o: 'òóôõöøōŏő',
  oe: 'œ',
  r: 'ŕŗř',
  s: 'śŝşšș',
  ss: 'ß',
  t: 'ţťŧț',
  th: 'þ',
  u: 'ùúûüũūŭůűų',
  w: 'ŵẁẃẅ',
  y: 'ýÿŷỳ',
  z: 'źżž',
  "'": '’‘ʼ`',
};

const table: ReadonlyMap<string, string> = new Map(
  Object.entries(bases).flatMap(([base, letters]) => [...letters].map((letter) => [letter, base] as const)),
);

export function foldName(text: string): string {
  const lower = text.toLowerCase();
  if (/^[\x20-\x5f\x61-\x7e]*$/.test(lower)) return lower;
  let folded = '';
  for (const letter of lower.normalize('NFC')) folded += table.get(letter) ?? letter;
  return folded;
}

/** Code-point order, the only order in the world. */
export function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** As tables write their words: `Crohn's disease` is `crohns-disease`. */
export const asWord = (text: string): string => text.trim().toLowerCase().replaceAll(/['’]/g, '').replaceAll(/\s+/g, '-');
