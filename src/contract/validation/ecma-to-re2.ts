/**
 * Rewrites a regular expression from ECMAScript's syntax (https://tc39.es/ecma262/#sec-patterns, with Annex B's leniency, which
 * real contracts need) into RE2's, keeping what it matches. Look-ahead and back-references have no RE2 form and throw;
 * look-behind is an extension of re2js.
 */

/** Why a pattern has no RE2 form, in words that a contract's author can use. */
export class PatternError extends Error {
  override readonly name = 'PatternError';
}

/** ECMAScript's white space and line terminators; RE2's `\s` knows ASCII only. */
const SPACE = '\\t-\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}';
const NOT_SPACE =
  '\\x00-\\x08\\x0e-\\x1f!-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{fefe}\\x{ff00}-\\x{10ffff}';
const DOT = '[^\\n\\r\\x{2028}\\x{2029}]';
const CONTROL: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13 };
/** RE2 refuses to repeat anything more often than this. */
const MOST_REPEATS = 1000;

/** One thing inside or outside brackets: a single character, or a set in the form that RE2 takes between brackets. */
type Atom = { readonly code: number } | { readonly set: string };

interface Reader {
  readonly source: string;
  at: number;
}

export function ecmaToRe2(source: string): string {
  const reader: Reader = { source, at: 0 };
  const groups = countGroups(source);
  let out = '';
  let depth = 0;
  let repeatable = false;
  while (reader.at < source.length) {
    const char = source[reader.at] ?? '';
    const quantifier = readQuantifier(reader);
    if (quantifier !== undefined) {
      if (!repeatable) throw new PatternError('it repeats nothing');
      out += quantifier;
      repeatable = false;
      continue;
    }
    repeatable = true;
    reader.at++;
    if (char === '(') {
      out += openGroup(reader);
      depth++;
      repeatable = false;
    } else if (char === ')') {
      if (--depth < 0) throw new PatternError('it closes a bracket that is not open');
      out += ')';
    } else if (char === '|' || char === '^' || char === '$') {
      out += char === '$' ? '\\z' : char;
      repeatable = false;
    } else if (char === '[') out += readClass(reader);
    else if (char === '.') out += DOT;
    else if (char === '\\' && /[bB]/.test(source[reader.at] ?? '')) out += `\\${source[reader.at++]}`;
    else out += write(char === '\\' ? readEscape(reader, groups) : { code: wholeCharacter(reader) });
  }
  if (depth > 0) throw new PatternError('it leaves a bracket open');
  return out;
}

function countGroups(source: string): number {
  return source.match(/\\.|\[(?:\\.|[^\]])*\]|\((?!\?)|\(\?<(?![=!])/gs)?.filter((found) => found.startsWith('(')).length ?? 0;
}

/** `*`, `+`, `?`, `{n}`, `{n,}` or `{n,m}`, with its lazy mark; a brace that is no quantifier is an ordinary character. */
function readQuantifier(reader: Reader): string | undefined {
  const found = /^(?:[*+?]|\{(\d+)(?:,(\d*))?\})\??/.exec(reader.source.slice(reader.at, reader.at + 24));
  if (!found) return undefined;
  const [text, least, most] = found;
  if (Math.max(Number(least ?? 0), Number(most ?? 0)) > MOST_REPEATS)
    throw new PatternError(`it repeats something more than ${MOST_REPEATS} times`);
  if (most !== undefined && most !== '' && Number(most) < Number(least))
    throw new PatternError('its repeat counts are the wrong way round');
  reader.at += text.length;
  return text;
}

function openGroup(reader: Reader): string {
  const kind = /^\?(?:[:=!]|<[=!]|<[A-Za-z_$][\w$]*>|[ims]*(?:-[ims]+)?:)/.exec(reader.source.slice(reader.at))?.[0];
  if (kind === undefined) {
    if (reader.source[reader.at] === '?') throw new PatternError('it opens a group in a way that ECMAScript does not know');
    return '(?:';
  }
  reader.at += kind.length;
  if (kind === '?=' || kind === '?!') throw new PatternError('it looks ahead in a place where that cannot be turned into separate checks');
  return /[:=!]$/.test(kind) ? `(${kind}` : '(?:';
}

function readClass(reader: Reader): string {
  const { source } = reader;
  const negated = source[reader.at] === '^';
  if (negated) reader.at++;
  const atoms: Atom[] = [];
  const dashes = new Set<Atom>();
  for (;;) {
    const char = source[reader.at];
    if (char === undefined) throw new PatternError('it leaves a square bracket open');
    reader.at++;
    if (char === ']') break;
    const atom = char === '\\' ? readClassEscape(reader) : { code: wholeCharacter(reader) };
    if (char === '-') dashes.add(atom);
    atoms.push(atom);
  }
  let set = '';
  for (let index = 0; index < atoms.length; index++) {
    const [from, dash, to] = atoms.slice(index, index + 3);
    if (from === undefined) break;
    if (dash && dashes.has(dash) && to && 'code' in from && 'code' in to) {
      if (to.code < from.code) throw new PatternError('a range in square brackets is the wrong way round');
      set += `${hex(from.code)}-${hex(to.code)}`;
      index += 2;
    } else set += 'code' in from ? hex(from.code) : from.set;
  }
  if (set === '') return negated ? '[\\x00-\\x{10ffff}]' : '[^\\x00-\\x{10ffff}]';
  return `[${negated ? '^' : ''}${set}]`;
}

function readClassEscape(reader: Reader): Atom {
  if (reader.source[reader.at] === 'b') {
    reader.at++;
    return { code: 8 };
  }
  if (reader.source[reader.at] === '-') {
    reader.at++;
    return { code: 45 };
  }
  return readEscape(reader, 0);
}

/** What follows a backslash, which has been read. `groups` is how many a back-reference could mean. */
function readEscape(reader: Reader, groups: number): Atom {
  const { source } = reader;
  const char = source[reader.at];
  if (char === undefined) throw new PatternError('it ends in a backslash');
  reader.at++;
  if (/[dDwW]/.test(char)) return { set: `\\${char}` };
  if (char === 's' || char === 'S') return { set: char === 's' ? SPACE : NOT_SPACE };
  if (CONTROL[char] !== undefined) return { code: CONTROL[char] };
  const rest = source.slice(reader.at);
  const hexadecimal = char === 'x' ? /^[0-9a-f]{2}/i.exec(rest) : char === 'u' ? /^[0-9a-f]{4}/i.exec(rest) : null;
  if (hexadecimal) {
    reader.at += hexadecimal[0].length;
    return { code: secondSurrogate(reader, parseInt(hexadecimal[0], 16)) };
  }
  const property = char === 'p' || char === 'P' ? /^\{\w+(?:=\w+)?\}/.exec(rest)?.[0] : undefined;
  if (property) {
    reader.at += property.length;
    return { set: `\\${char}{${property.slice(1, -1).replace(/^\w+=/, '')}}` };
  }
  if (char === 'c' && /^[a-z]/i.test(rest)) return { code: source.charCodeAt(reader.at++) & 31 };
  if (char === '0' && !/^\d/.test(rest)) return { code: 0 };
  if (/[1-9]/.test(char) && Number(char) <= groups) throw new PatternError('it refers back to what a group matched');
  if (char === 'k' && rest.startsWith('<')) throw new PatternError('it refers back to what a group matched');
  return { code: char.codePointAt(0) ?? 0 };
}

/** `\ud83d\ude00` is one character. */
function secondSurrogate(reader: Reader, code: number): number {
  const second = code >= 0xd800 && code < 0xdc00 ? /^\\u(d[c-f][0-9a-f]{2})/i.exec(reader.source.slice(reader.at)) : null;
  if (!second?.[1]) return code;
  reader.at += second[0].length;
  return 0x10000 + ((code - 0xd800) << 10) + (parseInt(second[1], 16) - 0xdc00);
}

/** The character just read, with its second half where it takes two code units. */
function wholeCharacter(reader: Reader): number {
  const code = reader.source.codePointAt(reader.at - 1) ?? 0;
  if (code > 0xffff) reader.at++;
  return code;
}

function write(atom: Atom): string {
  return 'code' in atom ? hex(atom.code) : atom.set.length === 2 || /^\\[pP]/.test(atom.set) ? atom.set : `[${atom.set}]`;
}

/** Letters and digits as they are, everything else by number, so that nothing keeps a special meaning. */
function hex(code: number): string {
  const char = String.fromCodePoint(code);
  return /[A-Za-z0-9]/.test(char) ? char : `\\x{${code.toString(16)}}`;
}
