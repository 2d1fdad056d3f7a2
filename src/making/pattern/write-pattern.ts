/** Writes text that a regular expression describes, by key. The caller checks the result: look-around and anchors are only hoped for. */
import { type Chance, hashText } from '../seed.ts';
import { type Node, parsePattern, type Ranges } from './parse-pattern.ts';

/** Repeats without an upper bound get a few more than they must have. */
const SOME_MORE = 6;
export const LONGEST = 12_000;
/** Choices made for one text: nested repeats of nothing would make them for ever. */
const STROKES = 15_000;

/** Tries that differ in length and letters, each made when asked for; none where the pattern cannot be read. */
export function* writePattern(
  source: string,
  chance: Chance,
  label: string,
  length: { readonly least: number; readonly most: number },
): Generator<string> {
  const node = parsePattern(source);
  if (!node) return;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const stretch = attempt % 3 === 0 ? 1 : attempt % 3 === 1 ? 0 : 3;
    const pen: Pen = { seed: chance.int(0, 0xffff_ffff, `${label} try ${attempt}`), strokes: 0, text: '', stretch, length };
    write(node, pen);
    yield pen.text;
  }
}

/** Characters of the shortest text that a pattern describes; 0 where it cannot be read. */
export function shortestOf(source: string): number {
  const node = parsePattern(source);
  return node ? leastLength(node) : 0;
}

function leastLength(node: Node): number {
  switch (node.kind) {
    case 'set':
      return 1;
    case 'sequence':
      return node.parts.reduce((sum, part) => sum + leastLength(part), 0);
    case 'choice':
      return node.options.reduce((least, option) => Math.min(least, leastLength(option)), Infinity);
    default:
      return node.least === 0 ? 0 : node.least * leastLength(node.of);
  }
}

const TRIES = 24;

interface Pen {
  readonly seed: number;
  strokes: number;
  text: string;
  /** How much further than needed repeats go in this try. */
  readonly stretch: number;
  readonly length: { readonly least: number; readonly most: number };
}

function write(node: Node, pen: Pen): void {
  if (pen.text.length > LONGEST || pen.strokes > STROKES) return;
  switch (node.kind) {
    case 'set':
      pen.text += String.fromCharCode(oneOf(node.ranges, draw(pen)));
      return;
    case 'sequence':
      for (const part of node.parts) write(part, pen);
      return;
    case 'choice': {
      const option = node.options[Math.floor(draw(pen) * node.options.length)];
      if (option) write(option, pen);
      return;
    }
    default:
      for (let times = timesFor(node, pen); times > 0 && pen.strokes <= STROKES; times--) write(node.of, pen);
  }
}

function timesFor({ least, most }: { readonly least: number; readonly most: number }, pen: Pen): number {
  const wanted = Math.max(least, Math.min(most, pen.length.least - pen.text.length));
  const room = Math.max(0, Math.min(most, pen.length.most) - wanted);
  const more = Math.min(room, pen.stretch * SOME_MORE);
  return Math.min(LONGEST, wanted + Math.floor(draw(pen) * (more + 1)));
}

function oneOf(ranges: Ranges, at: number): number {
  const total = ranges.reduce((sum, [from, to]) => sum + to - from + 1, 0);
  let place = Math.floor(at * total);
  for (const [from, to] of ranges) {
    if (place <= to - from) return from + place;
    place -= to - from + 1;
  }
  return ranges[0]?.[0] ?? 120;
}

function draw(pen: Pen): number {
  return hashText(String(pen.strokes++), pen.seed) / 0x1_0000_0000;
}
