/** The query string of a URL, taken apart but not yet decoded. */

export interface Query {
  /**
   * By name, in the order in which they came. Still percent-encoded: a comma that separates and a comma that belongs to a value
   * differ only there.
   */
  readonly texts: ReadonlyMap<string, readonly string[]>;
  /** Names with a colon, which in a FHIR search is followed by a modifier: `name:contains`. */
  readonly modified: readonly string[];
}

export const emptyQuery: Query = { texts: new Map(), modified: [] };

/** Reads a query string, with or without its question mark. What has no name (`?a=1&=`) says nothing. */
export function parseQuery(search: string): Query {
  const texts = new Map<string, string[]>();
  const modified: string[] = [];
  for (const pair of search.replace(/^\?/, '').split('&')) {
    const cut = pair.indexOf('=');
    const raw = cut < 0 ? pair : pair.slice(0, cut);
    if (raw === '') continue;
    const name = decodeText(raw) ?? raw;
    const text = cut < 0 ? '' : pair.slice(cut + 1);
    const known = texts.get(name);
    if (known) known.push(text);
    else {
      texts.set(name, [text]);
      if (name.includes(':')) modified.push(name);
    }
  }
  return { texts, modified };
}

/** Percent-decoded form text, in which `+` is a space; undefined where the encoding is broken. */
export function decodeText(text: string): string | undefined {
  if (!text.includes('%') && !text.includes('+')) return text;
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

/** All of them decoded; undefined where the encoding of one is broken. */
export function decodeTexts(texts: readonly string[]): readonly string[] | undefined {
  const decoded = texts.map(decodeText);
  return decoded.every((text) => text !== undefined) ? decoded : undefined;
}
