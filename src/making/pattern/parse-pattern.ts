/** Reads the common part of ECMAScript's regular expressions into a tree from which text can be written. It never runs them. */

export type Ranges = readonly (readonly [from: number, to: number])[];

export type Node =
  | { readonly kind: 'set'; readonly ranges: Ranges }
  | { readonly kind: 'sequence'; readonly parts: readonly Node[] }
  | { readonly kind: 'choice'; readonly options: readonly Node[] }
  | { readonly kind: 'repeat'; readonly of: Node; readonly least: number; readonly most: number };

/** Deepest nesting of brackets that is followed. */
const DEPTH = 40;
const EMPTY: Node = { kind: 'sequence', parts: [] };

const DIGIT: Ranges = [[48, 57]];
const LOWER: Ranges = [[97, 122]];
const UPPER: Ranges = [[65, 90]];
const WORD: Ranges = [
  [97, 122],
  [65, 90],
  [48, 57],
  [95, 95],
];
const SPACE: Ranges = [[32, 32]];
/** Where any character will do, a letter or digit is the one that reads best. */
const ANY: Ranges = [
  [97, 122],
  [65, 90],
  [48, 57],
];

interface Reader {
  readonly source: string;
  at: number;
}

/** The tree, or undefined where the pattern uses what this reader does not know. */
export function parsePattern(source: string): Node | undefined {
  const reader: Reader = { source, at: 0 };
  try {
    const node = choice(reader, 0);
    return reader.at === source.length ? node : undefined;
  } catch (error) {
    if (error === UNKNOWN) return undefined;
    throw error;
  }
}

const UNKNOWN = Symbol('a construct that is not read');

function choice(reader: Reader, depth: number): Node {
  if (depth > DEPTH) throw UNKNOWN;
  const options = [sequence(reader, depth)];
  while (peek(reader) === '|') {
    reader.at++;
    options.push(sequence(reader, depth));
  }
  return options.length === 1 ? (options[0] ?? EMPTY) : { kind: 'choice', options };
}

function sequence(reader: Reader, depth: number): Node {
  const parts: Node[] = [];
  for (let next = peek(reader); next !== '' && next !== '|' && next !== ')'; next = peek(reader)) {
    const part = atom(reader, depth);
    if (part) parts.push(repeated(reader, part));
  }
  return { kind: 'sequence', parts };
}

/** Undefined for what takes no room: anchors and look-around, whose demands the finished text is checked against. */
function atom(reader: Reader, depth: number): Node | undefined {
  const next = take(reader);
  if (next === '^' || next === '$') return undefined;
  if (next === '.') return { kind: 'set', ranges: ANY };
  if (next === '[') return { kind: 'set', ranges: characterClass(reader) };
  if (next === '(') return group(reader, depth);
  if (next === '\\') return escape(reader);
  return literal(next);
}

function group(reader: Reader, depth: number): Node | undefined {
  const rest = reader.source.slice(reader.at, reader.at + 40);
  const around = /^\?<?[=!]/.exec(rest);
  const opening = around ?? /^\?(:|<[A-Za-z]\w*>)/.exec(rest);
  reader.at += opening?.[0].length ?? 0;
  const inside = choice(reader, depth + 1);
  if (take(reader) !== ')') throw UNKNOWN;
  return around ? undefined : inside;
}

function repeated(reader: Reader, of: Node): Node {
  const bounds = /^(?:[*+?]|\{(\d{1,9})(?:(,)(\d{1,9})?)?\})\??/.exec(reader.source.slice(reader.at, reader.at + 24));
  if (!bounds) return of;
  reader.at += bounds[0].length;
  const [text, least, comma, most] = bounds;
  if (least !== undefined)
    return { kind: 'repeat', of, least: Number(least), most: most !== undefined ? Number(most) : comma ? Infinity : Number(least) };
  return { kind: 'repeat', of, least: text.startsWith('+') ? 1 : 0, most: text.startsWith('?') ? 1 : Infinity };
}

function escape(reader: Reader): Node | undefined {
  const letter = peek(reader);
  if (letter === 'b' || letter === 'B') {
    reader.at++;
    return undefined;
  }
  return { kind: 'set', ranges: escaped(reader) };
}

const CONTROL: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, v: 11, 0: 0 };

/** What a backslash and the characters after it stand for. */
function escaped(reader: Reader): Ranges {
  const letter = take(reader);
  if (letter === 'd') return DIGIT;
  if (letter === 'w') return WORD;
  if (letter === 's') return SPACE;
  if (letter === 'S' || letter === 'D') return letter === 'S' ? ANY : [[97, 122]];
  if (letter === 'W') return [[45, 45]];
  if (letter === 'p' || letter === 'P') return property(reader, letter === 'P');
  const code = /^(?:u([\da-fA-F]{4})|x([\da-fA-F]{2}))/.exec(letter + reader.source.slice(reader.at, reader.at + 4));
  if (code) {
    reader.at += code[0].length - 1;
    return only(Number.parseInt(code[1] ?? code[2] ?? '', 16));
  }
  if (/[1-9]/.test(letter)) throw UNKNOWN;
  return only(CONTROL[letter] ?? letter.charCodeAt(0));
}

function property(reader: Reader, negated: boolean): Ranges {
  const name = /^\{([\w=]+)\}/.exec(reader.source.slice(reader.at, reader.at + 40));
  if (!name) throw UNKNOWN;
  reader.at += name[0].length;
  const [text = ''] = name.slice(1);
  const known = text === 'Lu' ? UPPER : /^(L|Alphabetic)/.test(text) ? LOWER : text.startsWith('N') ? DIGIT : ANY;
  return negated ? [[45, 45]] : known;
}

function characterClass(reader: Reader): Ranges {
  const negated = peek(reader) === '^';
  if (negated) reader.at++;
  const ranges: [number, number][] = [];
  while (peek(reader) !== ']') {
    if (peek(reader) === '') throw UNKNOWN;
    const from = member(reader);
    const start = from[0];
    if (
      from.length === 1 &&
      start?.[0] === start?.[1] &&
      peek(reader) === '-' &&
      !['', ']'].includes(reader.source.charAt(reader.at + 1))
    ) {
      reader.at++;
      const to = member(reader)[0];
      ranges.push([start?.[0] ?? 0, to?.[1] ?? 0]);
    } else for (const [low, high] of from) ranges.push([low, high]);
  }
  reader.at++;
  return negated ? without(ranges) : ranges;
}

function member(reader: Reader): Ranges {
  const next = take(reader);
  return next === '\\' ? escaped(reader) : only(next.charCodeAt(0));
}

/** The letters, digits, then other printing characters that are not ruled out. */
function without(ruledOut: Ranges): Ranges {
  const allowed = (code: number): boolean => !ruledOut.some(([from, to]) => code >= from && code <= to);
  const letters = ANY.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i)).filter(allowed);
  const others = Array.from({ length: 94 }, (_, i) => 33 + i).filter(allowed);
  return (letters.length > 0 ? letters : others).map((code) => [code, code]);
}

function literal(character: string): Node {
  return { kind: 'set', ranges: only(character.charCodeAt(0)) };
}

function only(code: number): Ranges {
  return [[code, code]];
}

function peek(reader: Reader): string {
  return reader.source.charAt(reader.at);
}

function take(reader: Reader): string {
  return reader.source.charAt(reader.at++);
}
