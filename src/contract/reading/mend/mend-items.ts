/** Media types that hold one item after the other (OpenAPI 3.2, `itemSchema`): to everything else they are a list of such items. */
import type { Json, Quirk } from '../../contract.ts';
import { formOf } from '../../media-type.ts';
import type { Draft } from '../read-document.ts';

export function mendItems(
  media: Draft,
  { type, pointer, quirks }: { readonly type: string; readonly pointer: string; readonly quirks: Quirk[] },
): void {
  const { itemSchema, schema } = media;
  for (const keyword of ['prefixEncoding', 'itemEncoding']) {
    if (media[keyword] === undefined) continue;
    quirks.push({
      pointer: `${pointer}/${keyword}`,
      effect: 'unchecked',
      message: `"${keyword}" is left out: parts are not told apart by it.`,
    });
  }
  if (itemSchema === undefined) return;
  delete media['itemSchema'];
  const form = formOf(type);
  if (type.includes('/') && form !== 'lines' && form !== 'sequence' && form !== 'events') {
    const message = '"itemSchema" is left out: this media type does not hold one item after the other.';
    quirks.push({ pointer: `${pointer}/itemSchema`, effect: 'unchecked', message });
    return;
  }
  const items: Json = { type: 'array', minItems: 1, items: itemSchema };
  media['schema'] = schema === undefined ? items : { allOf: [schema, items] };
}
