/** Fetches a contract from the address that somebody typed, with the files below the same folder that it refers to. */
import { FILES, type Limits, sizeInWords } from '../contract/limits.ts';
import type { DocumentFile } from '../contract/reading/read-document.ts';
import type { NotRead } from '../contract/reading/several-files/contract-files.ts';
import { namedFiles } from '../contract/reading/several-files/named-files.ts';
import { Failure, networkCode } from './failure.ts';

export const isUrl = (word: string): boolean => /^https?:\/\//i.test(word);

const redirects = 3;
/** How long one file may take, in milliseconds. */
const patience = 15_000;

/** Why an address gave no text, in words that follow it. */
class NotFetched extends Error {
  readonly problem: NotRead['problem'];
  constructor(problem: NotRead['problem'], why: string) {
    super(why);
    this.problem = problem;
  }
}

export async function contractByUrl(typed: string, { bytes }: Limits): Promise<DocumentFile> {
  const address = addressOf(typed);
  let left = bytes;
  const { url, text } = await fetched(address, (to, from) => to.origin === from.origin || isPublic(to)).catch((error: unknown) => {
    throw error instanceof NotFetched ? new Failure(`${typed} ${error.message}`) : error;
  });
  const name = url.pathname.slice(url.pathname.lastIndexOf('/') + 1) || url.hostname;
  const folder = new URL('.', url).href;
  const files = new Map<string, { readonly text: string } | NotRead>();
  const waiting = wanted(name, text);
  // The list grows while it is read.
  for (const path of waiting) {
    if (path === name || files.has(path) || files.size >= FILES) continue;
    files.set(path, await beside(path));
    const found = files.get(path);
    if (found && 'text' in found) waiting.push(...wanted(path, found.text));
  }
  return { name, text, beside: (path) => files.get(path) ?? { problem: 'missing' } };

  async function beside(path: string): Promise<{ readonly text: string } | NotRead> {
    const place = new URL(path.split('/').map(encodeURIComponent).join('/'), folder);
    try {
      return { text: (await fetched(place, (to) => to.href.startsWith(folder))).text };
    } catch (error) {
      if (error instanceof NotFetched) return { problem: error.problem };
      throw error;
    }
  }

  async function fetched(start: URL, mayGo: (to: URL, from: URL) => boolean): Promise<{ readonly url: URL; readonly text: string }> {
    let at = start;
    for (let hop = 0; hop <= redirects; hop++) {
      const response = await answerOf(at);
      const location = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
      if (location === null) return { url: at, text: await textOf(response) };
      await response.body?.cancel();
      const to = URL.canParse(location, at) ? new URL(location, at) : undefined;
      if (!to || !mayGo(to, at))
        throw new NotFetched(
          'outside',
          `redirects to ${to?.origin ?? 'no address'}, which is not followed: type that address if you mean it`,
        );
      at = to;
    }
    throw new NotFetched('unreadable', `redirects more than ${redirects} times`);
  }

  async function textOf(response: Response): Promise<string> {
    if (!response.ok) {
      await response.body?.cancel();
      throw new NotFetched(response.status === 404 || response.status === 410 ? 'missing' : 'unreadable', `answers ${response.status}`);
    }
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let text = '';
    try {
      for await (const piece of response.body ?? []) {
        left -= piece.byteLength;
        if (left < 0) {
          throw new NotFetched('too-large', `is larger than the ${sizeInWords(bytes)} that a contract may be, with all its files`);
        }
        text += decoder.decode(piece, { stream: true });
      }
      return text + decoder.decode();
    } catch (error) {
      if (error instanceof NotFetched) throw error;
      if (error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
        throw new NotFetched('not-text', 'is not UTF-8 text');
      throw new NotFetched('unreadable', 'breaks off');
    }
  }
}

function addressOf(typed: string): URL {
  if (!URL.canParse(typed)) throw new Failure(`${typed} is no address of the form https://host/path`);
  const url = new URL(typed);
  if (url.username !== '' || url.password !== '')
    throw new Failure('an address with a name or password in it is not fetched: download the file instead');
  url.hash = '';
  return url;
}

async function answerOf(url: URL): Promise<Response> {
  try {
    return await fetch(url, {
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
      headers: { Accept: 'application/yaml, application/json, text/plain, */*;q=0.5' },
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'TimeoutError')
      throw new NotFetched('unreadable', `does not answer within ${patience / 1000} seconds`);
    const code = networkCode(error);
    throw new NotFetched('unreadable', `cannot be reached${code === undefined ? '' : ` (${code})`}`);
  }
}

/** Whether a server may send us there on its own account: to a public name, never to an address or a name of the network we are in. */
function isPublic({ protocol, hostname }: URL): boolean {
  const isName = hostname.includes('.') && !/^\[|^[\d.]+$/.test(hostname);
  return protocol === 'https:' && isName && !/\.(?:local|localhost|internal|lan|home|arpa|test)\.?$/.test(hostname);
}

/** A file that cannot be read is left for the one who reads it for good, and says why. */
function wanted(name: string, text: string): string[] {
  try {
    return namedFiles({ name, text });
  } catch (error) {
    if (error instanceof Error && error.name === 'ContractError') return [];
    throw error;
  }
}
