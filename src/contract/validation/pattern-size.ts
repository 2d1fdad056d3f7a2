/** How much a pattern says once its repeats are written out: what a machine that runs it has to hold. Found without building one. */

/** A class of a script or a category lists hundreds of ranges. */
const CATEGORY = 40;

export function sizeOfPattern(source: string): number {
  /** Sizes of the groups that are open, the innermost last. */
  const open: number[] = [];
  let whole = 0;
  let last = 0;
  for (let at = 0; at < source.length;) {
    const atom = sizeOfAtom(source, at);
    const char = source[at];
    at += atom.length;
    if (char === '(') {
      open.push(whole);
      whole = 0;
      last = 0;
      continue;
    }
    if (char === ')') {
      last = whole + 1;
      whole = open.pop() ?? 0;
    } else last = atom.size;
    const { length, times } = repeatsAt(source, at);
    at += length;
    whole += last * times;
  }
  return open.reduce((sum, size) => sum + size, whole);
}

function sizeOfAtom(source: string, at: number): { readonly length: number; readonly size: number } {
  const char = source[at];
  if (char === '\\') return /[pP]/.test(source[at + 1] ?? '') ? { length: 2, size: CATEGORY } : { length: 2, size: 1 };
  if (char !== '[') return { length: 1, size: 1 };
  let end = at + 1;
  let size = 1;
  for (; end < source.length && source[end] !== ']'; end++) {
    size += 1 / 4;
    if (source[end] !== '\\') continue;
    end++;
    if (/[pP]/.test(source[end] ?? '')) size += CATEGORY;
  }
  return { length: end + 1 - at, size };
}

function repeatsAt(source: string, at: number): { readonly length: number; readonly times: number } {
  const [text = '', least, comma, most] = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})\??/.exec(source.slice(at, at + 24)) ?? [];
  if (least === undefined) return { length: text.length, times: text === '' ? 1 : 1.5 };
  const times = comma && most === '' ? Number(least) + 1 : Number(most || least);
  return { length: text.length, times: Math.max(1, times) };
}
