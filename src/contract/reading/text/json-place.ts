/** Where a text stops being JSON. The platform's own message names the place only sometimes, and quotes the text always. */

const TOKEN =
  /[ \t\n\r]*(?:([{}[\],:])|("(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|true|false|null)/uy;

type Wanted = 'value' | 'value or ]' | 'name' | 'name or }' | ':' | ', or ]' | ', or }' | 'end';

/** Line and column (from 1) of the first thing that cannot stand where it does; undefined where the text only ends too soon. */
export function whereJsonBreaks(text: string): { readonly line: number; readonly column: number } | undefined {
  const open: ('{' | '[')[] = [];
  let wanted: Wanted = 'value';
  let at = 0;
  for (;;) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (!found) return placeAfterSpace(text, at);
    const next = follow(wanted, { mark: found[1], text: found[2] !== undefined }, open);
    if (next === undefined) return placeAfterSpace(text, at);
    wanted = next;
    at = TOKEN.lastIndex;
  }
}

/** What may come after this token, or undefined where the token itself may not come. */
function follow(
  wanted: Wanted,
  token: { readonly mark: string | undefined; readonly text: boolean },
  open: ('{' | '[')[],
): Wanted | undefined {
  const { mark, text } = token;
  const closed = (): Wanted => {
    const around = open.at(-1);
    return around === undefined ? 'end' : around === '{' ? ', or }' : ', or ]';
  };
  if (mark === '}' || mark === ']') {
    if (!wanted.endsWith(mark)) return undefined;
    open.pop();
    return closed();
  }
  if (mark === ',') return wanted === ', or }' ? 'name' : wanted === ', or ]' ? 'value' : undefined;
  if (mark === ':') return wanted === ':' ? 'value' : undefined;
  if (wanted.startsWith('name')) return text ? ':' : undefined;
  if (!wanted.startsWith('value')) return undefined;
  if (mark !== '{' && mark !== '[') return closed();
  open.push(mark);
  return mark === '{' ? 'name or }' : 'value or ]';
}

function placeAfterSpace(text: string, at: number): { readonly line: number; readonly column: number } | undefined {
  let start = at;
  while (start < text.length && ' \t\n\r'.includes(text.charAt(start))) start++;
  return start >= text.length ? undefined : placeOf(text, start);
}

function placeOf(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at);
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
}
