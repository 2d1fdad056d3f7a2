/** What is otherwise in an answer than in the one to the same request before: status, headers that matter, and the lines of the body. */
import { isJsonType } from '../../contract/media-type.ts';
import { prettyJson } from './pretty-json.ts';
import type { Exchanged } from './words.ts';

export interface AnswerDifference {
  readonly where: string;
  /** Undefined where there was, or is, nothing. */
  readonly was?: string | undefined;
  readonly is?: string | undefined;
}

export interface Compared {
  readonly differences: readonly AnswerDifference[];
  /** What could not be compared, in words. */
  readonly untold?: string;
}

/** Lines of a body that are told of. */
const mostLines = 40;
/** Lines that are compared. */
const longest = 500;

export function compareAnswers({ answer: before }: Exchanged, { answer: now }: Exchanged): Compared {
  const status = before.status === now.status ? [] : [{ where: 'Status', was: String(before.status), is: String(now.status) }];
  const headers = headersOf(before.headers ?? {}, now.headers ?? {});
  // What is said of a refusal has nothing in common with an answer.
  if (before.status < 400 !== now.status < 400) return { differences: [...status, ...headers] };
  const [old, next] = [before.body, now.body];
  const bytes = [old, next].map((body) => body?.bytes ?? 0);
  const isKept = [old, next].every((body) => body === undefined || body.bytes === 0 || body.text !== undefined);
  if (!isKept)
    return { differences: [...status, ...headers, ...sizes(bytes)], untold: 'The bodies are not kept, so only their sizes are compared.' };
  const lines = changedLines(linesOf(old), linesOf(next));
  const isCut = old?.cut === true || next?.cut === true;
  const more = lines.length > mostLines ? `${lines.length - mostLines} more lines differ. ` : '';
  const untold = `${more}${isCut ? 'Of the bodies only the beginnings are kept, and compared.' : ''}`.trim();
  return { differences: [...status, ...headers, ...lines.slice(0, mostLines)], ...(untold !== '' && { untold }) };
}

const sizes = ([was = 0, is = 0]: readonly number[]): readonly AnswerDifference[] =>
  was === is ? [] : [{ where: 'Size of the body', was: `${was} bytes`, is: `${is} bytes` }];

/** Those that are another one each time, or follow from the body. */
const volatile = /^(?:date|age|content-length|x-request-id|x-correlation-id|x-sandbox-.*|server-timing|ratelimit.*|x-ratelimit.*)$/;

function headersOf(before: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): readonly AnswerDifference[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((name) => !volatile.test(name));
  return names.filter((name) => before[name] !== now[name]).map((name) => ({ where: `Header ${name}`, was: before[name], is: now[name] }));
}

function linesOf({ type = '', text = '' }: Exchanged['answer']['body'] = { bytes: 0 }): readonly string[] {
  if (text === '') return [];
  return (isJsonType(type) ? prettyJson(text) : text).split('\n').slice(0, longest);
}

/** Lines that were taken away and put in, those at the same place beside each other (the longest common subsequence stays). */
function changedLines(before: readonly string[], now: readonly string[]): readonly AnswerDifference[] {
  const common = commonLengths(before, now);
  const found: AnswerDifference[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < now.length) {
    if (i < before.length && before[i] === now[j]) {
      i++;
      j++;
      continue;
    }
    const line = j + 1;
    const [gone, come]: [string[], string[]] = [[], []];
    while ((i < before.length || j < now.length) && (i >= before.length || before[i] !== now[j])) {
      const isGone = j >= now.length || (i < before.length && (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0));
      if (isGone) gone.push(before[i++] ?? '');
      else come.push(now[j++] ?? '');
    }
    for (let n = 0; n < Math.max(gone.length, come.length); n++)
      found.push({ where: `Line ${line + n} of the body`, was: gone[n]?.trim(), is: come[n]?.trim() });
  }
  return found;
}

/** How many lines two texts have in common, from each pair of places on. */
function commonLengths(before: readonly string[], now: readonly string[]): readonly (readonly number[])[] {
  const lengths = Array.from({ length: before.length + 1 }, () => Array.from({ length: now.length + 1 }, () => 0));
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--) {
      const [row = [], below = []] = [lengths[i], lengths[i + 1]];
      row[j] = before[i] === now[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  return lengths;
}
