/** Words for leaves of text: short, plainly made up, and never mistakable for a record. */
import type { Json } from '../../contract/contract.ts';
import { wordsOf } from '../../meaning/words.ts';
import { knownCode } from './codes.ts';

/** What a list of allowed words is searched for first: the state of an ordinary, finished, living thing. */
const USUAL = [
  'official',
  'usual',
  'home',
  'active',
  'final',
  'completed',
  'complete',
  'booked',
  'current',
  'searchset',
  'match',
  'phone',
  'order',
  'routine',
  'success',
  'self',
  'generated',
  'gbp',
  'en',
];
const UNUSUAL = /unknown|error|fail|reject|cancel|delete|invalid|inactive|draft|unable|not[-_ ]|expired|superseded|old|temp/i;

/** The most ordinary of the values allowed; where none is, one of those that mean no trouble. */
export function usualOf(path: string, values: readonly Json[], draw: number): Json | undefined {
  const worded = values.filter((value) => value !== null && value !== '');
  const known = knownCode(path);
  if (known !== undefined && values.includes(known)) return known;
  const words = worded.map((value) => (typeof value === 'object' ? '' : String(value).toLowerCase()));
  const usual = USUAL.find((word) => words.includes(word));
  if (usual !== undefined) return worded[words.indexOf(usual)];
  const calm = worded.filter((_, index) => !UNUSUAL.test(words[index] ?? ''));
  const among = calm.length > 0 ? calm : worded.length > 0 ? worded : values;
  return among[Math.floor(draw * among.length)];
}

/** `Example ward name`. */
export function titleFor(name: string): string {
  const words = wordsOf(name);
  return words.length === 0 ? 'Example' : `Example ${words.join(' ')}`;
}

const SENTENCES = [
  'Synthetic text for testing.',
  'Made up for the sandbox; describes nobody.',
  'An example entry with no clinical meaning.',
] as const;

export function sentenceFor(draw: number): string {
  return SENTENCES[Math.floor(draw * SENTENCES.length)] ?? SENTENCES[0];
}

/** Text of a length that the schema asks for: cut at a word, or said again. */
export function toLength(text: string, least: number, most: number): string {
  let long = text;
  while (long.length < least && long.length < 100_000) long += ` ${text}`;
  if (long.length <= most) return long;
  const cut = long.slice(0, most);
  const word = cut.replace(/\s+\S*$/, '').trim();
  return word.length >= Math.max(1, least) && /\s/.test(cut.trim()) ? word : cut.trim().padEnd(least, 'x');
}

const OFF = /delete|error|deceased|archived|cancelled|retired|expired|blocked|disabled|hidden|restricted|failed|readonly|truncated/i;

export function flagFor(name: string, draw: number): boolean {
  if (OFF.test(name)) return false;
  return /active|enabled|success|valid|available|current|preferred|primary|verified/i.test(name) || draw < 0.5;
}
