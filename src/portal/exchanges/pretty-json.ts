/** JSON on lines of its own, for people: also of a text that breaks off, since what is kept of a body may be its beginning only. */

/** A string, whole or broken off; a mark; or anything else, blanks left out. */
const tokens = /"(?:[^"\\]|\\.)*"?|[{}[\],:]|[^\s"{}[\],:]+/g;

export function prettyJson(text: string): string {
  let made = '';
  let depth = 0;
  let before = '';
  for (const [token] of text.matchAll(tokens)) {
    const opened = before === '{' || before === '[';
    const closes = token === '}' || token === ']';
    if (closes) depth = Math.max(0, depth - 1);
    // An empty object or array stays on its line.
    if (closes ? !opened : opened || before === ',') made += `\n${'  '.repeat(depth)}`;
    made += token === ':' ? ': ' : token;
    if (token === '{' || token === '[') depth++;
    before = token;
  }
  return made;
}
