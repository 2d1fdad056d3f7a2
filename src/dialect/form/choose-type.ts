/** Which documented media type an error travels in: what the client accepts where that is possible, and JSON first. */
import { essenceOf, isJsonType, parseType } from '../../contract/media-type.ts';

/** JSON, or a range that has room for it. */
export const isJson = (type: string): boolean => isJsonType(type) || /^(\*|application)\/\*$/.test(essenceOf(type));
export const isFhirType = (type: string): boolean => essenceOf(type) === 'application/fhir+json';
export const isHtml = (type: string): boolean => essenceOf(type) === 'text/html';

/** The types that we can write an error in. */
export const isWritable = (type: string): boolean => isJson(type) || isHtml(type) || essenceOf(type) === 'text/plain';

/** Ranges by falling quality (RFC 9110 §12.5.1); the quality of 0, "not this one", is left out. */
function rangesOf(accept: string): readonly string[] {
  return accept
    .split(',')
    .map((range) => ({ essence: essenceOf(range), quality: Number(parseType(range).parameters.get('q') ?? 1) }))
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
    .map(({ essence }) => essence);
}

const covers = (range: string, essence: string): boolean =>
  range === essence || (range.endsWith('/*') && range !== '*/*' && essence.startsWith(range.slice(0, -1)));

/** An error is sent even to a client that accepts none of its types: it would rather read it than not (RFC 9110 §15.5.7). */
export function chooseType<T extends { readonly type: string }>(accept: string | undefined, offered: readonly T[]): T | undefined {
  const preferred = [...offered.filter(({ type }) => isJson(type)), ...offered.filter(({ type }) => !isJson(type))];
  for (const range of accept === undefined || preferred.length < 2 ? [] : rangesOf(accept)) {
    const found = preferred.find(({ type }) => range === '*/*' || covers(range, essenceOf(type)));
    if (found) return found;
  }
  return preferred[0];
}
