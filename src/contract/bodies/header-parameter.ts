/** A parameter of a header's value, its quotation marks undone: `boundary` of a Content-Type, `name` of a Content-Disposition. One pass, no backtracking. */
export function headerParameter(header: string, wanted: string): string | undefined {
  let at = header.indexOf(';');
  while (at >= 0) {
    const equals = header.indexOf('=', at);
    if (equals < 0) return undefined;
    const name = header
      .slice(at + 1, equals)
      .trim()
      .toLowerCase();
    const { text, end } = header[equals + 1] === '"' ? quoted(header, equals + 2) : plain(header, equals + 1);
    if (name === wanted) return text;
    at = header.indexOf(';', end);
  }
  return undefined;
}

function plain(header: string, from: number): { readonly text: string; readonly end: number } {
  const semicolon = header.indexOf(';', from);
  const end = semicolon < 0 ? header.length : semicolon;
  return { text: header.slice(from, end).trim(), end };
}

/** A backslash escapes a quotation mark or itself; before anything else it is one, as in the Windows paths that old clients send. */
function quoted(header: string, from: number): { readonly text: string; readonly end: number } {
  let text = '';
  let at = from;
  for (; at < header.length && header[at] !== '"'; at++) {
    if (header[at] === '\\' && (header[at + 1] === '"' || header[at + 1] === '\\')) at++;
    text += header[at] ?? '';
  }
  return { text, end: at + 1 };
}
