/** What a sandbox answers, or a failure in one sentence that says what it did not like. */
import { plainText } from '../../contract/plain-text.ts';
import { Failure, networkCode } from '../failure.ts';
import type { Remote } from './connection.ts';

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

export async function told<T>(remote: Remote, asking: Promise<Answer<T>>): Promise<T> {
  const { data, response, error } = await asking.catch((thrown: unknown) => {
    throw thrown instanceof Error ? unreachable(remote, thrown) : thrown;
  });
  if (!response.ok) throw new Failure(refusal(remote, response, error));
  return data as T; // of an answer that succeeded, as the contract says
}

/** Longer than any sentence of ours. */
const longest = 1_000;
/** Faults that are listed behind a sentence. */
const listed = 3;

function refusal({ url, shown, accepted }: Remote, { status, headers }: Response, problem: unknown): string {
  const { detail, errors } = (typeof problem === 'object' && problem !== null ? problem : {}) as { detail?: unknown; errors?: unknown }; // whatever is there
  if (typeof detail !== 'string') {
    const location = headers.get('location');
    const where = location === null ? '' : `, which leads to ${plainText(location, longest)}`;
    return `${url} answers with ${status}${where}, and not as a sandbox does: is that its address?`;
  }
  // A wrong key, an unknown workspace and one that has ended look alike, and their sentence is for whoever sends requests by hand.
  if (status === 401)
    return shown === undefined
      ? `${url} wants a key for this: set ${accepted.join(', or ')}`
      : `${url} does not open to ${shown}: it is wrong or for something else, or what it opened has ended`;
  const faults = Array.isArray(errors) ? errors.flatMap((fault) => faultOf(fault, detail)) : [];
  const more = faults.length > listed ? `, and ${faults.length - listed} more` : '';
  // A command has options and words, and no body.
  const sentence = detail.replace(/^The body at \/(\w+) /, '$1 ');
  return plainText(sentence, longest) + (faults.length > 0 ? ` (${plainText(faults.slice(0, listed).join('; '), longest)}${more})` : '');
}

/** `/count: must be at least 1`, unless the sentence says so already. */
function faultOf(fault: unknown, sentence: string): readonly string[] {
  const { pointer, name, detail } = (fault ?? {}) as Readonly<Record<string, unknown>>; // whatever is there
  if (typeof detail !== 'string' || sentence.includes(detail)) return [];
  const place = [pointer, name].find((text) => typeof text === 'string' && text !== '');
  return [place === undefined ? detail : `${String(place)}: ${detail}`];
}

function unreachable({ url }: Remote, error: Error): Error {
  if (error instanceof SyntaxError) return new Failure(`${url} answers, and not as a sandbox does: is that its address?`);
  if (!(error instanceof TypeError)) return error;
  const code = networkCode(error);
  if (code === 'ECONNREFUSED' || code === undefined)
    return new Failure(`no sandbox answers at ${url}. nhs-sandbox start starts one; --url names another`, { cause: error });
  const trust = /CERT|SIGNED|ISSUER/.test(code) ? ': set NODE_EXTRA_CA_CERTS to the file of its authority' : '';
  return new Failure(`${url} cannot be reached (${code})${trust}`, { cause: error });
}
