/** Where a part that lies in another file stands once everything is one document: among the components, under its own name where that is free. */
import { escapeToken, isObject, unescapeToken } from '../../json.ts';
import type { NodeKind } from '../document-structure.ts';
import type { Draft } from '../read-document.ts';

/** The section of `components` for each kind that has one. What has none is written where it is used. */
const SECTIONS: Partial<Record<NodeKind, string>> = {
  schema: 'schemas',
  parameter: 'parameters',
  header: 'headers',
  response: 'responses',
  body: 'requestBodies',
  example: 'examples',
  link: 'links',
  callback: 'callbacks',
  'security-scheme': 'securitySchemes',
};
const SWAGGER_SECTIONS: Partial<Record<NodeKind, string>> = { schema: 'definitions', parameter: 'parameters', response: 'responses' };

export interface Components {
  /** Whether parts of this kind become components. */
  holds(kind: NodeKind): boolean;
  /** A place under the wanted name or, where that is taken, under another; nothing stands there yet. */
  place(kind: NodeKind, wanted: string): { readonly holder: Draft; readonly key: string; readonly pointer: string };
  /** The sections that the document has, with what their members are. */
  sections(): { readonly kind: NodeKind; readonly holder: Draft; readonly key: string; readonly pointer: string }[];
}

export function componentsOf(document: Draft): Components {
  const swagger = document['swagger'] !== undefined;
  const names = swagger ? SWAGGER_SECTIONS : SECTIONS;
  const base = swagger ? '' : '/components';
  const home = (): Draft => (swagger ? document : member(document, 'components'));

  return {
    holds: (kind) => names[kind] !== undefined,
    place(kind, wanted) {
      const section = names[kind] ?? '';
      const holder = member(home(), section);
      const key = freeName(holder, wanted);
      return { holder, key, pointer: `${base}/${section}/${escapeToken(key)}` };
    },
    sections: () =>
      (Object.entries(names) as [NodeKind, string][]).flatMap(([kind, key]) => {
        const holder = home();
        return holder[key] === undefined ? [] : [{ kind, holder, key, pointer: `${base}/${key}` }];
      }),
  };
}

/** A component's name, as OpenAPI allows it, for what a pointer into a file names. */
export function nameFor(path: string, pointer: string): string {
  const tokens = pointer.split('/').slice(1).map(unescapeToken);
  const last = tokens.at(-1);
  const file = path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:json|ya?ml)$/i, '');
  // `0`, `schema`, `items` say nothing away from their place.
  const name = last === undefined ? file : /^(?:\d+|schema|items|value|application\/.*)$/.test(last) ? `${file}-${tokens.join('-')}` : last;
  return name.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^-+|-+$/g, '') || 'part';
}

/** The pointer of the component (`/components/schemas/A`, `/$defs/A`) that a deeper pointer leads into, with its kind; undefined where there is none. */
export function componentIn(pointer: string): { readonly kind: NodeKind; readonly pointer: string } | undefined {
  const [, first = '', second = '', third] = pointer.split('/');
  if (first === 'components' && third !== undefined) {
    const kind = (Object.entries(SECTIONS) as [NodeKind, string][]).find(([, section]) => section === second)?.[0];
    return kind && { kind, pointer: `/${first}/${second}/${third}` };
  }
  const isMap = first === '$defs' || first === 'definitions';
  return isMap && second !== '' ? { kind: 'schema', pointer: `/${first}/${second}` } : undefined;
}

function member(node: Draft, name: string): Draft {
  const value = node[name];
  if (isObject(value)) return value as Draft; // part of the document that is being put together
  const made: Draft = {};
  node[name] = made;
  return made;
}

function freeName(holder: Draft, wanted: string): string {
  let name = wanted;
  for (let number = 2; Object.hasOwn(holder, name); number++) name = `${wanted}-${number}`;
  return name;
}
