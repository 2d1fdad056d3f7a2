/** An answer as it is shown: text within bounds, laid out where it is JSON. Used by the server and by the browser. */
import { bytesWithin } from '../../contract/bytes-within.ts';

export interface ShownAnswer {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Empty where there is none. */
  readonly body: string;
  /** What is not shown of the body, or why. */
  readonly note?: string;
  /** The id of its explanation. */
  readonly trace?: string;
}

/** Characters of a body that a page shows. */
const mostShown = 100_000;
/** Bytes that are read of it. */
const mostRead = 1_000_000;

export async function readAnswer(response: Response): Promise<ShownAnswer> {
  const { bytes, isCut } = await bytesWithin(response.body, mostRead);
  const trace = response.headers.get('x-sandbox-trace')?.split('/').at(-1);
  return {
    status: response.status,
    headers: [...response.headers].filter(([name]) => name !== 'set-cookie'),
    ...shownBody(bytes, isCut),
    ...(trace !== undefined && { trace }),
  };
}

function shownBody(bytes: Uint8Array, isCut: boolean): Pick<ShownAnswer, 'body' | 'note'> {
  const text = new TextDecoder().decode(bytes);
  if (text.includes('\0')) return { body: '', note: `The body is no text: ${bytes.byteLength} bytes${isCut ? ' and more' : ''}.` };
  const body = isCut ? text : prettyJson(text);
  if (!isCut && body.length <= mostShown) return { body };
  return {
    body: body.slice(0, mostShown).toWellFormed(),
    note: `Only the first ${mostShown.toLocaleString('en-GB')} characters are shown.`,
  };
}

/** JSON with a line for each member; its numbers and strings stay as they were written. Anything else stays as it is. */
function prettyJson(text: string): string {
  if (!isJson(text)) return text;
  let depth = 0;
  const line = (): string => `\n${'  '.repeat(depth)}`;
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[[\]{}:,]|[^\s"[\]{}:,]+/g) ?? [];
  return tokens
    .map((token, i) => {
      const next = tokens[i + 1] ?? '';
      if (token === '{' || token === '[') {
        depth += 1;
        return next === '}' || next === ']' ? token : token + line();
      }
      if (token === '}' || token === ']') {
        depth -= 1;
        const before = tokens[i - 1];
        return before === '{' || before === '[' ? token : line() + token;
      }
      if (token === ',') return token + line();
      return token === ':' ? ': ' : token;
    })
    .join('');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
