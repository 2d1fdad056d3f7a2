/** What a client reads in a page of a drawn list: its items, and what leads on. */
import type { Json } from '../../../src/contract/contract.ts';
import { isObject } from '../../../src/contract/json.ts';
import { tokensOf, valueAt as valueAtTokens } from '../../../src/contract/json-pointer.ts';
import type { Shape } from '../contract-generator.ts';
import { envelopeOf } from './envelopes.ts';

function unwrapped({ element }: Shape, one: Json): Json {
  if (element === 'bare') return one;
  return (isObject(one) ? one[element === 'node' ? 'node' : 'item'] : undefined) ?? null;
}

/** The items of one page; undefined where the answer has no place for them. */
export function itemsIn(shape: Shape, page: Json): readonly Json[] | undefined {
  const found = valueAt(page, envelopeOf(shape).items);
  if (shape.style !== 'fhir') return Array.isArray(found) ? found.map((one: Json) => unwrapped(shape, one)) : undefined;
  if (found === undefined) return [];
  return Array.isArray(found) ? found.map((entry: Json) => (isObject(entry) ? (entry['resource'] ?? entry) : entry)) : undefined;
}

export function nextLinkIn(shape: Shape, page: Json): string | undefined {
  if (shape.style === 'fhir') {
    const links = valueAt(page, '/link');
    const next = Array.isArray(links) ? links.find((one: Json) => isObject(one) && one['relation'] === 'next') : undefined;
    return isObject(next) ? String(next['url']) : undefined;
  }
  const { nextLink } = envelopeOf(shape);
  const found = nextLink === undefined ? undefined : valueAt(page, nextLink);
  return typeof found === 'string' ? found : undefined;
}

export const valueAt = (value: Json, pointer: string): Json | undefined => valueAtTokens(value, tokensOf(pointer));
