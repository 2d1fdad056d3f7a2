/** The query string of a URL, taken apart but not yet decoded. */

/** One `name=text` of a query string. */
export interface QueryPair {
  readonly name: string;
  /** Still percent-encoded: a comma that separates and a comma that belongs to a value differ only there. */
  readonly text: string;
}

/** The pairs of a query string, with or without its question mark. */
export function parseQuery(search: string): QueryPair[] {
  return search
    .replace(/^\?/, '')
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const cut = pair.indexOf('=');
      const name = cut < 0 ? pair : pair.slice(0, cut);
      return { name: decodeText(name) ?? name, text: cut < 0 ? '' : pair.slice(cut + 1) };
    });
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
