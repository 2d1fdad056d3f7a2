/** The serialisation styles of OpenAPI (https://spec.openapis.org/oas/v3.1.0#style-values), undone. */
import type { Parameter } from '../contract.ts';
import { decodeText, type QueryPair } from './query.ts';

/** The texts of an array's items, still as encoded as they came. */
export function arrayTexts({ style, explode, name, in: place }: Parameter, texts: readonly string[]): readonly string[] | undefined {
  if (place === 'query' || place === 'cookie') {
    if (explode && style === 'form') return undefined;
    const separator = style === 'spaceDelimited' ? /%20|\+| / : style === 'pipeDelimited' ? /\||%7C/i : ',';
    return texts.flatMap((text) => text.split(separator));
  }
  const [text = ''] = texts;
  if (style === 'label') return text.replace(/^\./, '').split(explode ? '.' : ',');
  if (style === 'matrix')
    return text
      .replace(/^;/, '')
      .split(explode ? ';' : ',')
      .map((part) => (part.startsWith(`${name}=`) ? part.slice(name.length + 1) : part));
  return text.split(',');
}

type Members = Record<string, string>;

/** The texts of an object's members; undefined where the request has none, 'broken' where one cannot be decoded. */
export function objectTexts(
  parameter: Parameter,
  known: ReadonlyMap<string, unknown>,
  pairs: readonly QueryPair[],
): Members | 'broken' | undefined {
  const { name, style, explode, in: place } = parameter;
  const found: [string, string | undefined][] = [];
  if (style === 'deepObject') {
    for (const pair of pairs)
      if (pair.name.startsWith(`${name}[`) && pair.name.endsWith(']'))
        found.push([pair.name.slice(name.length + 1, -1), decodeText(pair.text)]);
  } else if (place === 'query' && explode) {
    for (const pair of pairs) if (known.has(pair.name)) found.push([pair.name, decodeText(pair.text)]);
  } else {
    const own = pairs.find((pair) => pair.name === name);
    const decode = place === 'query' ? decodeText : (text: string): string => text;
    for (const [key, text] of own ? pieces(parameter, own.text) : []) found.push([key, decode(text)]);
  }
  if (found.length === 0) return undefined;
  return found.some(([, text]) => text === undefined) ? 'broken' : (Object.fromEntries(found) as Members); // every text was decoded
}

/** `a=1,b=2` where exploded, `a,1,b,2` where not, with the separators of the style. */
function pieces({ style, explode, name }: Parameter, text: string): [string, string][] {
  const bare = style === 'label' ? text.replace(/^\./, '') : style === 'matrix' ? text.replace(/^;/, '') : text;
  if (explode) {
    return bare.split(style === 'label' ? '.' : style === 'matrix' ? ';' : ',').map((part) => {
      const cut = part.indexOf('=');
      return cut < 0 ? [part, ''] : [part.slice(0, cut), part.slice(cut + 1)];
    });
  }
  const flat = (style === 'matrix' && bare.startsWith(`${name}=`) ? bare.slice(name.length + 1) : bare).split(',');
  return flat.flatMap((key, index): [string, string][] =>
    index % 2 === 0 && index + 1 < flat.length ? [[key, flat[index + 1] ?? '']] : [],
  );
}
