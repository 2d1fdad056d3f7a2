/** Takes an `application/x-www-form-urlencoded` body apart, within the limits. */
import { ARRAY_ITEMS } from '../limits.ts';
import { decodeText } from '../parameters/query.ts';
import type { FormEntry, Malformed } from './form-entry.ts';

export function readUrlencoded(body: string): readonly FormEntry[] | Malformed {
  const pairs = body.split('&', ARRAY_ITEMS + 1);
  if (pairs.length > ARRAY_ITEMS) return { malformed: `A form may hold ${ARRAY_ITEMS} members.` };
  const entries: FormEntry[] = [];
  for (const pair of pairs) {
    if (pair === '') continue;
    const cut = pair.indexOf('=');
    const name = decodeText(cut < 0 ? pair : pair.slice(0, cut));
    const encoded = cut < 0 ? '' : pair.slice(cut + 1);
    const text = decodeText(encoded);
    if (name === undefined || text === undefined || name.includes('\0') || text.includes('\0'))
      return { malformed: 'The form is not percent-encoded UTF-8 text without NUL characters.' };
    if (name !== '') entries.push({ name, text, encoded });
  }
  return entries;
}
