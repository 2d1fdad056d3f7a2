/** The serialisation styles of OpenAPI (https://spec.openapis.org/oas/v3.1.0#style-values), undone. */
import type { Parameter } from '../contract.ts';
import { decodeText, type Query } from './query.ts';

export type Style = Pick<Parameter, 'name' | 'in' | 'style' | 'explode'>;

/** What stands between items, also where it came encoded. The last one is Swagger 2.0's (`tsv`), and has no name in OpenAPI. */
const SEPARATORS: Readonly<Record<string, RegExp>> = {
  spaceDelimited: /%20|\+| /,
  pipeDelimited: /\||%7C/i,
  tabDelimited: /%09|\t/,
};

/** The texts of an array's items, still as encoded as they came. */
export function arrayTexts({ style, explode, name, in: place }: Style, texts: readonly string[]): readonly string[] {
  if (place === 'query' || place === 'cookie') {
    if (explode && style === 'form') return texts;
    return texts.flatMap((text) => text.split(SEPARATORS[style] ?? ','));
  }
  const [text = ''] = texts;
  if (SEPARATORS[style]) return text.split(SEPARATORS[style]);
  if (style === 'label') return text.replace(/^\./, '').split(explode ? '.' : ',');
  if (style === 'matrix')
    return text
      .replace(/^;/, '')
      .split(explode ? ';' : ',')
      .map((part) => (part.startsWith(`${name}=`) ? part.slice(name.length + 1) : part));
  return text.split(',');
}

type Members = Readonly<Record<string, string>>;

/** The texts of an object's members in a query; undefined where it has none, 'broken' where one cannot be decoded. */
export function queryMembers(parameter: Style, known: ReadonlyMap<string, unknown>, query: Query): Members | 'broken' | undefined {
  const { name, style, explode } = parameter;
  const found: [string, string][] = [];
  if (style === 'form' && explode) {
    for (const member of known.keys()) found.push(...(query.texts.get(member) ?? []).map((text): [string, string] => [member, text]));
  } else {
    const own = query.texts.get(name)?.[0];
    if (own !== undefined) found.push(...pieces(parameter, own));
  }
  if (found.length === 0) return undefined;
  const members: Record<string, string> = {};
  for (const [member, text] of found) {
    const decoded = decodeText(text);
    if (decoded === undefined) return 'broken';
    members[member] = decoded;
  }
  return members;
}

/** The texts of an object's members in one text that needs no decoding: a path parameter, a header, a cookie, a form's member. */
export function textMembers(parameter: Style, text: string): Members | undefined {
  const found = pieces(parameter, text);
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

/** `a=1,b=2` where exploded, `a,1,b,2` where not, with the separators of the style. */
function pieces({ style, explode, name }: Style, text: string): [string, string][] {
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
