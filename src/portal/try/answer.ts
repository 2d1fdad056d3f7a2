/** An answer as it is shown: text within bounds, laid out where it is JSON. Used by the server and by the browser. */

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
  const { bytes, isCut } = await bytesWithin(response, mostRead);
  const trace = response.headers.get('x-sandbox-trace')?.split('/').at(-1);
  return {
    status: response.status,
    headers: [...response.headers].filter(([name]) => name !== 'set-cookie'),
    ...shownBody(bytes, isCut),
    ...(trace !== undefined && { trace }),
  };
}

async function bytesWithin({ body }: Response, most: number): Promise<{ readonly bytes: Uint8Array; readonly isCut: boolean }> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined && size <= most; part = await reader?.read()) {
    chunks.push(part.value);
    size += part.value.byteLength;
  }
  if (size > most) await reader?.cancel();
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return { bytes, isCut: size > most };
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

const meanings: Readonly<Record<number, string>> = {
  200: 'OK: it worked',
  201: 'Created: something new is there',
  202: 'Accepted: it will be dealt with later',
  204: 'No content: it worked, and there is nothing to say',
  304: 'Not modified: you have the newest already',
  400: 'Bad request: something in the request is wrong',
  401: 'Unauthorised: it does not say who asks',
  403: 'Forbidden: whoever asks may not do this',
  404: 'Not found: nothing is there',
  405: 'Method not allowed: this cannot be done here',
  406: 'Not acceptable: there is no answer of the type that was asked for',
  409: 'Conflict: it does not go with what is there',
  410: 'Gone: it was there once',
  412: 'Precondition failed: it has changed since it was read',
  413: 'Content too large',
  415: 'Unsupported media type: the body is of a type that is not taken',
  422: 'Unprocessable: it can be read, and makes no sense here',
  428: 'Precondition required: it must say which version it changes',
  429: 'Too many requests: wait and send it again',
  500: 'Internal server error: the server failed',
  501: 'Not implemented',
  502: 'Bad gateway: another server failed',
  503: 'Service unavailable: send it again later',
  504: 'Gateway timeout: another server did not answer in time',
};

const kinds = ['', 'For information', 'It worked', 'The answer is elsewhere', 'Something in the request is wrong', 'The server failed'];

export const meaningOf = (status: number): string => meanings[status] ?? kinds[Math.floor(status / 100)] ?? 'Of no known kind';
