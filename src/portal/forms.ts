/** Forms of our own pages, which work without script: what they sent, or why it is not taken. */
import type { PageVisit } from './visit.ts';

export const tokenField = '_token';
const longest = 1_048_576;

export type SentForm = { readonly fields: URLSearchParams } | { readonly status: 400 | 403 | 413 | 415; readonly why: string };

/** Takes a form only from a page of this host that knows the visitor's token. */
export async function readForm({ request, origin, formToken, knowsToken }: PageVisit): Promise<SentForm> {
  const site = request.headers.get('sec-fetch-site');
  const from = request.headers.get('origin');
  if ((site !== null && site !== 'same-origin') || (from !== null && from !== origin))
    return { status: 403, why: 'This form was sent from a page of another site. Open the page here and send it again.' };
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded\b/i.test(type))
    return { status: 415, why: 'A form of these pages is sent as application/x-www-form-urlencoded.' };
  const text = await textWithin(request, longest);
  if (text === undefined) return { status: 413, why: 'This is more than a page takes (1 MiB). Send it to the API itself.' };
  const fields = new URLSearchParams(text);
  if (!knowsToken || fields.get(tokenField) !== formToken)
    return { status: 403, why: 'This page was opened in another session, or cookies are off. Open it again and send it once more.' };
  return { fields };
}

async function textWithin(request: Request, most: number): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return new Blob(chunks as BlobPart[]).text(); // bytes of a request are shared with nobody
}
