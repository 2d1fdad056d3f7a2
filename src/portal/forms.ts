/** Forms of our own pages, which work without script: what they sent, or why it is not taken. */
import type { PageVisit } from './visit.ts';

export const tokenField = '_token';
const mebibyte = 1_048_576;
const types = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i;

export type SentForm = { readonly fields: URLSearchParams } | { readonly status: 400 | 403 | 413 | 415; readonly why: string };

/**
 * Takes a form only from a page of this host that knows the visitor's token. The text of a file stands under the name of its field, and its
 * own name under that and `.name`.
 */
export async function readForm({ request, origin, formToken, knowsToken }: PageVisit, most = mebibyte): Promise<SentForm> {
  const site = request.headers.get('sec-fetch-site');
  // Our pages tell nobody where a visitor comes from, so a browser says null for their forms; the token tells.
  const from = request.headers.get('origin') ?? 'null';
  if ((site !== null && site !== 'same-origin') || (from !== 'null' && from !== origin))
    return { status: 403, why: 'This form was sent from a page of another site. Open the page here and send it again.' };
  const type = request.headers.get('content-type') ?? '';
  if (!types.test(type))
    return { status: 415, why: 'A form of these pages is sent as application/x-www-form-urlencoded or multipart/form-data.' };
  const bytes = await bytesWithin(request, most);
  if (!bytes) return { status: 413, why: `This is more than a page takes (${most / mebibyte} MiB). Send it to the API itself.` };
  const fields = await fieldsOf(bytes, type);
  if (!fields) return { status: 400, why: 'This form was broken on its way. Send it once more.' };
  if (!knowsToken || fields.get(tokenField) !== formToken)
    return { status: 403, why: 'This page was opened in another session, or cookies are off. Open it again and send it once more.' };
  return { fields };
}

async function bytesWithin(request: Request, most: number): Promise<Blob | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return new Blob(chunks as BlobPart[]); // bytes of a request are shared with nobody
}

async function fieldsOf(bytes: Blob, type: string): Promise<URLSearchParams | undefined> {
  if (!/^multipart/i.test(type)) return new URLSearchParams(await bytes.text());
  const fields = new URLSearchParams();
  const form = await new Response(bytes, { headers: { 'Content-Type': type } }).formData().catch(() => undefined);
  for (const [name, value] of form ?? []) {
    fields.append(name, typeof value === 'string' ? value : await value.text());
    if (typeof value !== 'string') fields.append(`${name}.name`, value.name);
  }
  return form && fields;
}
