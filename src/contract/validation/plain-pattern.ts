/**
 * Patterns that say no more than "such characters, so many of them, one after the other", as most do: `^[A-Z]{3}-\d+$`. They are
 * tested in one pass without a regular-expression machine, many times as fast. Anything else is left to RE2.
 */
import type { PatternTest } from './pattern.ts';

/** The characters that may stand at a place. */
interface Characters {
  /** By code, up to 127. */
  readonly ascii: Uint8Array;
  /** All others. */
  readonly others: boolean | ((code: number) => boolean);
}

interface Step {
  readonly characters: Characters;
  readonly least: number;
  readonly most: number;
}

interface Reader {
  readonly source: string;
  at: number;
}

/** Thrown where a pattern says more; caught where it is compiled. */
const MORE = Symbol('a pattern that says more');

export function compilePlain(source: string): PatternTest | undefined {
  const reader: Reader = { source, at: 0 };
  try {
    const fromStart = take(reader, '^');
    const steps = readSteps(reader);
    const toEnd = take(reader, '$');
    if (reader.at < source.length) return undefined;
    if (fromStart) return isPlain(steps, toEnd) ? (text) => follow(steps, text, toEnd) : undefined;
    const [only, ...rest] = steps;
    // Found anywhere: what need not be there does not matter.
    if (!only || toEnd || rest.some(({ least }) => least > 0)) return undefined;
    return (text) => hasRun(only, text);
  } catch (error) {
    if (error === MORE) return undefined;
    throw error;
  }
}

function take(reader: Reader, character: string): boolean {
  if (reader.source[reader.at] !== character) return false;
  reader.at++;
  return true;
}

function readSteps(reader: Reader): Step[] {
  const steps: Step[] = [];
  while (reader.at < reader.source.length && reader.source[reader.at] !== '$' && reader.source[reader.at] !== ')') {
    if (take(reader, '(')) {
      if (reader.source[reader.at] === '?') throw MORE;
      const inside = readSteps(reader);
      if (!take(reader, ')')) throw MORE;
      const { least, most } = readQuantifier(reader);
      if (least === 1 && most === 1) steps.push(...inside);
      // Whatever a group holds, it need not be there.
      else if (least === 0 && reader.at === reader.source.length) steps.push({ characters: NOTHING, least: 0, most: 0 });
      else throw MORE;
    } else steps.push({ characters: readCharacters(reader), ...readQuantifier(reader) });
  }
  return steps;
}

function readQuantifier(reader: Reader): { readonly least: number; readonly most: number } {
  const [text = '', least, comma, most] =
    /^(?:[*+?]|\{(\d{1,9})(,?)(\d{0,9})\})/.exec(reader.source.slice(reader.at, reader.at + 24)) ?? [];
  reader.at += text.length;
  if (text !== '' && /[?*+{]/.test(reader.source[reader.at] ?? '')) throw MORE;
  if (text === '*') return { least: 0, most: Infinity };
  if (text === '+') return { least: 1, most: Infinity };
  if (text === '?') return { least: 0, most: 1 };
  if (least === undefined) return { least: 1, most: 1 };
  const upper = comma === '' ? Number(least) : most === '' ? Infinity : Number(most);
  if (upper < Number(least)) throw MORE;
  return { least: Number(least), most: upper };
}

const NOTHING: Characters = { ascii: new Uint8Array(128), others: false };
const DIGITS = '0123456789';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

function of(characters: string): Characters {
  const ascii = new Uint8Array(128);
  for (const character of characters) ascii[character.charCodeAt(0)] = 1;
  return { ascii, others: false };
}

function allBut({ ascii, others }: Characters): Characters {
  return { ascii: ascii.map((is) => 1 - is), others: typeof others === 'boolean' ? !others : (code) => !others(code) };
}

/** ECMAScript's white space beyond ASCII. */
const isSpace = (code: number): boolean =>
  code === 0xa0 ||
  code === 0x1680 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x3000 ||
  code === 0xfeff;

const SPACE: Characters = { ...of('\t\n\v\f\r '), others: isSpace };
const CLASSES: Readonly<Record<string, Characters>> = {
  d: of(DIGITS),
  D: allBut(of(DIGITS)),
  w: of(`${DIGITS}${LETTERS}_`),
  W: allBut(of(`${DIGITS}${LETTERS}_`)),
  s: SPACE,
  S: allBut(SPACE),
};
const ANY_OF_A_LINE = allBut({ ...of('\n\r'), others: (code) => code === 0x2028 || code === 0x2029 });
const ESCAPED: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f', v: '\v' };

function readCharacters(reader: Reader): Characters {
  const character = reader.source[reader.at++] ?? '';
  if (character === '[') return readSet(reader);
  if (character === '.') return ANY_OF_A_LINE;
  if (character === '\\') return readEscape(reader);
  if (/[|^$*+?{}\])]/.test(character) || character > '\x7f') throw MORE;
  return of(character);
}

function readEscape(reader: Reader): Characters {
  const character = reader.source[reader.at++] ?? '';
  const known = CLASSES[character];
  if (known) return known;
  const escaped = ESCAPED[character] ?? character;
  // Letters and digits after a backslash mean something else.
  if (escaped === '' || escaped > '\x7f' || (escaped === character && /[0-9A-Za-z]/.test(character))) throw MORE;
  return of(escaped);
}

function readSet(reader: Reader): Characters {
  const { source } = reader;
  const negated = take(reader, '^');
  const ascii = new Uint8Array(128);
  const others: ((code: number) => boolean)[] = [];
  while (source[reader.at] !== ']') {
    const from = readMember(reader);
    const isRange = source[reader.at] === '-' && source[reader.at + 1] !== ']' && source[reader.at + 1] !== undefined;
    if (typeof from === 'string' && isRange) {
      reader.at++;
      const to = readMember(reader);
      if (typeof to !== 'string' || to < from) throw MORE;
      for (let code = from.charCodeAt(0); code <= to.charCodeAt(0); code++) ascii[code] = 1;
    } else if (isRange) throw MORE;
    else {
      const more = typeof from === 'string' ? of(from) : from;
      for (let code = 0; code < 128; code++) if (more.ascii[code] === 1) ascii[code] = 1;
      const { others: beyond } = more;
      if (beyond !== false) others.push(beyond === true ? () => true : beyond);
    }
  }
  reader.at++;
  const set: Characters = { ascii, others: others.length === 0 ? false : (code) => others.some((has) => has(code)) };
  return negated ? allBut(set) : set;
}

/** One character, or a class, inside square brackets. */
function readMember(reader: Reader): string | Characters {
  const character = reader.source[reader.at++];
  if (character === undefined || character > '\x7f') throw MORE;
  if (character !== '\\') return character;
  const escaped = reader.source[reader.at] ?? '';
  if (CLASSES[escaped]) return readEscape(reader);
  if (escaped === 'b') throw MORE;
  const { ascii } = readEscape(reader);
  return String.fromCharCode(ascii.indexOf(1));
}

/** A step may take as many characters as it likes only where what follows could not have taken them instead. */
function isPlain(steps: readonly Step[], toEnd: boolean): boolean {
  return steps.every(({ characters, least, most }, index) => {
    if (least === most) return true;
    for (const next of steps.slice(index + 1)) {
      if (next.most > 0 && overlap(characters, next.characters)) return false;
      if (next.least > 0) return true;
    }
    return toEnd || index === steps.length - 1 || steps.slice(index + 1).every((next) => next.least === 0);
  });
}

function overlap(one: Characters, other: Characters): boolean {
  return (one.others !== false && other.others !== false) || one.ascii.some((is, code) => is === 1 && other.ascii[code] === 1);
}

function has({ ascii, others }: Characters, code: number): boolean {
  return code < 128 ? ascii[code] === 1 : typeof others === 'boolean' ? others : others(code);
}

function follow(steps: readonly Step[], text: string, toEnd: boolean): boolean {
  let at = 0;
  for (const { characters, least, most } of steps) {
    let count = 0;
    while (count < most && at < text.length) {
      const code = text.codePointAt(at) ?? 0;
      if (!has(characters, code)) break;
      at += code > 0xffff ? 2 : 1;
      count++;
    }
    if (count < least) return false;
  }
  return !toEnd || at === text.length;
}

/** Whether so many such characters stand side by side anywhere. */
function hasRun({ characters, least }: Step, text: string): boolean {
  if (least === 0) return true;
  let count = 0;
  for (let at = 0; at < text.length;) {
    const code = text.codePointAt(at) ?? 0;
    count = has(characters, code) ? count + 1 : 0;
    if (count === least) return true;
    at += code > 0xffff ? 2 : 1;
  }
  return false;
}
