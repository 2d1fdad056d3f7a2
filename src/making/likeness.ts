/** Which spelling of a value is most like a published one: in capitals, with a title, as a date of the same form. */
import type { Json } from '../contract/contract.ts';

export function likeliest<Value extends Json>(published: Json, spelt: readonly Value[]): Value | undefined {
  const like = (shape: string): Value | undefined => spelt.find((each) => shapeOf(each) === shape);
  const bare = String(published).replace(/ \([^)]*\)$/, '');
  return like(shapeOf(published)) ?? like(shapeOf(bare)) ?? (inCapitals(published) ? spelt.find(inCapitals) : undefined) ?? spelt[0];
}

/** `Smith` and `van der Lee` are alike, `SMITH` is not; `M` and `F` are, `Male` is not; a date is not like a date and time. */
function shapeOf(value: Json): string {
  const text = String(value);
  if (text.length === 1) return text.replace(/\p{Lu}/u, 'one capital').replace(/\p{Ll}/u, 'one letter');
  return text
    .replace(/\p{Lu}+(?!\p{Ll})/gu, 'AA')
    .replace(/\p{Lu}?\p{Ll}+/gu, 'a')
    .replace(/AA(?:[ '’-]AA)+/g, 'AA')
    .replace(/a(?:[ '’-]a)+/g, 'a')
    .replace(/\d/g, '9')
    .replace(/9+(?: 9+)+/g, '9 9')
    .replace(/9{5,}/g, '9+');
}

function inCapitals(value: Json): boolean {
  const text = String(value);
  return text.length > 1 && /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}
