/** What items hold at the places that a search looks at, in the form in which it is compared: read once for each published item. */
import type { Json, JsonObject } from '../../../contract/contract.ts';
import { isArray, isObject } from '../../../contract/json.ts';
import { stretchOf, type Stretch } from './instants.ts';

/** How values are compared. `code` is a token without a system; `text` is the equality of plain JSON APIs, `string` FHIR's beginning of a text. */
export type HeldKind = 'token' | 'code' | 'reference' | 'date' | 'string' | 'text' | 'number' | 'uri' | 'words';

export type Held =
  | { readonly of: 'token'; readonly code: string; readonly system?: string; readonly bare: boolean; readonly text?: string }
  | { readonly of: 'reference'; readonly id: string; readonly type?: string }
  | { readonly of: 'stretch'; readonly stretch: Stretch }
  | { readonly of: 'text'; readonly text: string; readonly folded: string }
  | { readonly of: 'number'; readonly number: number };

/** Letter case and accents aside (FHIR R4 §3.1.1.4.8). */
export function withoutAccents(text: string): string {
  const lower = text.toLowerCase();
  // eslint-disable-next-line no-control-regex -- what is not ASCII
  return /^[\u0000-\u007f]*$/.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '');
}

export function heldAs(kind: HeldKind, value: Json, root: Json): readonly Held[] {
  switch (kind) {
    case 'token':
    case 'code':
      return tokensOf(value, root);
    case 'reference':
      return referencesOf(value, root);
    case 'date':
      return stretchesOf(value);
    case 'number': {
      const number = isObject(value) ? Number(value['value']) : typeof value === 'boolean' || value === null ? Number.NaN : Number(value);
      return Number.isFinite(number) ? [{ of: 'number', number }] : [];
    }
    case 'string':
    case 'text':
    case 'uri':
    case 'words':
      return textsOf(value).map((text) => ({ of: 'text', text, folded: withoutAccents(text) }));
  }
}

function tokensOf(value: Json, root: Json): readonly Held[] {
  if (value === null) return [];
  if (!isObject(value))
    return isArray(value)
      ? value.flatMap((one) => tokensOf(one, root))
      : [{ of: 'token', code: withoutAccents(String(value)), bare: true }];
  const { coding, identifier, reference, system, code, display, text } = value;
  if (isArray(coding)) {
    const said = typeof text === 'string' ? { text } : {};
    const codes = coding.flatMap((one) => tokensOf(one, root)).map((one): Held => (one.of === 'token' ? { ...said, ...one } : one));
    return codes.length > 0 || typeof text !== 'string' ? codes : [{ of: 'token', code: withoutAccents(text), bare: true, text }];
  }
  if (identifier !== undefined || reference !== undefined) {
    const target = typeof reference === 'string' ? contained(reference, root) : undefined;
    return [
      ...(identifier === undefined ? [] : tokensOf(identifier, root)),
      ...(target?.['identifier'] === undefined ? [] : tokensOf(target['identifier'], root)),
      ...(typeof reference === 'string' && !reference.startsWith('#')
        ? referenceIn(reference).map(({ id }): Held => ({ of: 'token', code: withoutAccents(id), bare: true }))
        : []),
    ];
  }
  const said = typeof display === 'string' ? { text: display } : {};
  for (const held of [value['value'], code, value['id'], value['name']]) {
    if (typeof held === 'string' || typeof held === 'number')
      return [{ of: 'token', code: withoutAccents(String(held)), bare: false, ...said, ...(typeof system === 'string' ? { system } : {}) }];
  }
  return typeof text === 'string' ? [{ of: 'token', code: withoutAccents(text), bare: true, text }] : [];
}

/** The resource that `#id` refers to. */
function contained(reference: string, root: Json): JsonObject | undefined {
  if (!reference.startsWith('#') || !isObject(root) || !isArray(root['contained'])) return undefined;
  return root['contained'].filter(isObject).find(({ id }) => id === reference.slice(1) || id === reference);
}

function referencesOf(value: Json, root: Json): readonly Held[] {
  if (typeof value === 'string') return referenceIn(value).map((one) => ({ of: 'reference', ...one }));
  if (!isObject(value)) return [];
  const { reference, type, identifier } = value;
  const found: Held[] = [];
  if (typeof reference === 'string') {
    for (const one of referenceIn(reference)) found.push({ of: 'reference', ...(typeof type === 'string' ? { type } : {}), ...one });
    const target = contained(reference, root);
    if (target?.['identifier'] !== undefined) found.push(...tokensOf(target['identifier'], root));
  }
  if (identifier !== undefined) found.push(...tokensOf(identifier, root));
  if (found.length === 0 && (typeof value['id'] === 'string' || typeof value['id'] === 'number'))
    found.push({ of: 'reference', id: withoutAccents(String(value['id'])) });
  return found;
}

/** `Patient/1`, `https://host/Patient/1/_history/2` and `1`, taken apart. */
export function referenceIn(text: string): readonly { readonly id: string; readonly type?: string }[] {
  const plain = text.replace(/\/_history\/[^/]*$/, '');
  const [, type, id = plain] = /(?:^|\/)([A-Z][A-Za-z]+)\/([^/?#]+)$/.exec(plain) ?? [];
  return id === '' ? [] : [{ id: withoutAccents(id.replace(/^#/, '')), ...(type === undefined ? {} : { type }) }];
}

function stretchesOf(value: Json): readonly Held[] {
  if (typeof value === 'string') {
    const stretch = stretchOf(value);
    return stretch ? [{ of: 'stretch', stretch }] : [];
  }
  if (!isObject(value)) return [];
  const { start, end, event } = value;
  if (isArray(event)) return event.flatMap(stretchesOf);
  const [from, to] = [start, end].map((edge) => (typeof edge === 'string' ? stretchOf(edge) : undefined));
  if (!from && !to) return value['value'] === undefined ? [] : stretchesOf(value['value']);
  return [{ of: 'stretch', stretch: { from: from?.from ?? -Infinity, to: to?.to ?? Infinity } }];
}

/** Every text of a value: the parts of a name, the lines of an address. */
function textsOf(value: Json, depth = 0): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  if (value === null || depth > 6) return [];
  if (isArray(value)) return value.flatMap((one) => textsOf(one, depth + 1));
  return Object.entries(value).flatMap(([name, member]) =>
    name === 'use' || name === 'period' || name === 'system' ? [] : textsOf(member, depth + 1),
  );
}
