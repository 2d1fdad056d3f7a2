/** Links of a published or generated page speak of the request at hand: `self` is this request, `next` the page after it. */
import type { Bound } from '../../meaning/bound.ts';
import { wordsOf } from '../../meaning/words.ts';
import type { RoleLeaf } from './bind-ids.ts';

const STEPS: ReadonlyMap<string, number> = new Map([
  ['self', 0],
  ['next', 1],
  ['prev', -1],
  ['previous', -1],
]);

/** Undefined where the leaf is no link of a page, or needs no change. */
export function pageLink(leaf: RoleLeaf, { query }: Bound): string | undefined {
  const { value } = leaf;
  const relation = relationOf(leaf);
  const step = STEPS.get(relation);
  if (!query || step === undefined || typeof value !== 'string' || !/^(https?:\/\/|\/)\S*$/.test(value)) return undefined;
  const [place = '', old] = value.split('?');
  const sent = Object.entries(query).flatMap(([name, one]) =>
    one === undefined || typeof one === 'object' ? [] : [[name, String(one)] as const],
  );
  // A page of one's own that is named by a path alone has nothing to say of the query.
  if (old === undefined && sent.length === 0) return undefined;
  const page = sent.find(([name, one]) => wordsOf(name).includes('page') && !/size|limit/i.test(name) && /^\d{1,9}$/.test(one));
  if (step !== 0 && (!page || old === undefined)) return undefined;
  const parts = sent.map(([name, one]) => [name, page && name === page[0] ? String(Math.max(0, Number(one) + step)) : one] as const);
  const text = parts.map(([name, one]) => `${encode(name)}=${encode(one)}`).join('&');
  const made = text === '' ? place : `${place}?${text}`;
  return made === value ? undefined : made;
}

/** `self` by its name, by the name of the object around it (`self: {href}`), or by the relation beside it. */
function relationOf({ leaf, tokens }: RoleLeaf): string {
  const said = leaf.siblings['relation'] ?? leaf.siblings['rel'];
  if (typeof said === 'string' && /^(url|href)$/.test(leaf.name)) return said;
  return leaf.name === 'href' ? (tokens.at(-2) ?? '') : leaf.name;
}

/** As people write queries: what need not be encoded is left legible. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/%(?:2F|3A|7C|2C)/g, (escape) => (escape === '%7C' ? escape : decodeURIComponent(escape)));
}
