/** From the texts of a request to the values its contract means: `style` and `explode` undone, types read, the schema checked. */
import type { Contract, Json, Parameter, SchemaFault, ValueShape } from '../contract.ts';
import { parseJson } from '../json.ts';
import { arrayTexts, objectTexts } from './parameter-styles.ts';
import { readAs } from './parameter-shape.ts';
import { decodeText, type QueryPair } from './query.ts';

export interface RawParameters {
  /** Percent-decoded, by template name. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: readonly QueryPair[];
  header(name: string): string | undefined;
  readonly cookies: Readonly<Record<string, string>>;
}

/** What a parameter's text means; or every fault it has. */
export type Decoded = { readonly value: Json } | { readonly faults: readonly SchemaFault[] };

/** Undefined where the request does not have the parameter. */
export function decodeParameter(contract: Contract, parameter: Parameter, raw: RawParameters): Decoded | undefined {
  const { shape } = parameter;
  const texts = rawTexts(parameter, shape, raw);
  if (texts === undefined) return undefined;
  if (texts === 'broken') return faulty('encoding', 'must be valid percent-encoding of UTF-8 text');
  if (parameter.contentType !== undefined) return decodeDocument(contract, parameter, String(texts.whole));
  const { schema } = parameter;
  let faults: readonly SchemaFault[] | undefined;
  for (const value of candidates(parameter, shape, texts)) {
    const found = schema ? contract.check(schema, value) : [];
    if (found.length === 0) return { value };
    faults ??= found;
  }
  return faults ? { faults } : faulty('type', 'is given more than once, but takes one value');
}

function faulty(keyword: string, message: string): Decoded {
  return { faults: [{ pointer: '', keyword, message }] };
}

function decodeDocument(contract: Contract, { contentType = '', schema }: Parameter, text: string): Decoded {
  const parsed = /[/+]json\b/i.test(contentType) ? parseJson(text) : { value: text };
  if (!('value' in parsed)) return faulty('content', `must be ${contentType}: ${parsed.message}`);
  const faults = schema ? contract.check(schema, parsed.value) : [];
  return faults.length === 0 ? parsed : { faults };
}

/** The texts of one parameter, decoded, as each way of reading wants them. */
interface Texts {
  /** The whole text of the only (or first) occurrence. */
  readonly whole: string;
  readonly repeated: boolean;
  /** Taken apart only where the schema has an array. */
  readonly list: readonly string[];
  readonly members: Readonly<Record<string, string>> | undefined;
}

function rawTexts(parameter: Parameter, shape: ValueShape, raw: RawParameters): Texts | 'broken' | undefined {
  const { name } = parameter;
  if (parameter.in === 'query') {
    // Most declared parameters are in no request.
    if (!shape.members && !raw.query.some((pair) => pair.name === name)) return undefined;
    const own = raw.query.filter((pair) => pair.name === name).map(({ text }) => text);
    const members = shape.members ? objectTexts(parameter, shape.members, raw.query) : undefined;
    if (members === 'broken') return members;
    if (own.length === 0 && members === undefined) return undefined;
    const decoded = own.map(decodeText);
    const list = (shape.items && arrayTexts(parameter, own)?.map(decodeText)) ?? decoded;
    if (!whole(decoded) || !whole(list)) return 'broken';
    return { whole: decoded[0] ?? '', repeated: own.length > 1, list, members };
  }
  const text = parameter.in === 'path' ? raw.path[name] : parameter.in === 'header' ? raw.header(name) : raw.cookies[name];
  if (text === undefined) return undefined;
  const plain = parameter.in === 'path' ? withoutPrefix(parameter, text) : text;
  return {
    whole: plain,
    repeated: false,
    list: (shape.items && arrayTexts(parameter, [text])?.map((item) => (parameter.in === 'header' ? item.trim() : item))) ?? [plain],
    members: shape.members ? (objectTexts(parameter, shape.members, [{ name, text }]) as Record<string, string> | undefined) : undefined, // nothing here is encoded
  };
}

function whole(texts: readonly (string | undefined)[]): texts is string[] {
  return !texts.includes(undefined);
}

function withoutPrefix({ style, name }: Parameter, text: string): string {
  if (style === 'label') return text.replace(/^\./, '');
  return style === 'matrix' && text.startsWith(`;${name}=`) ? text.slice(name.length + 2) : text;
}

/** What the texts could mean, likeliest first. */
function* candidates({ in: place }: Parameter, shape: ValueShape, texts: Texts): Generator<Json> {
  if (shape.members && texts.members) {
    const { members } = shape;
    yield Object.fromEntries(Object.entries(texts.members).map(([name, text]) => [name, readAs(members.get(name) ?? [], text)]));
  }
  if (shape.items) {
    const { items } = shape;
    yield texts.list.map((text) => readAs(items, text));
  }
  if (!texts.repeated) yield* scalars(shape, texts.whole);
  // Structured values sent as JSON text, which clients do where a style is hard to write.
  if ((shape.items || shape.members) && place !== 'query' && /^[{[]/.test(texts.whole)) {
    const parsed = parseJson(texts.whole);
    if ('value' in parsed) yield parsed.value;
  }
}

/** The text as each type it can be read as; as it is, where it is none of them. */
function scalars({ scalars: types, items, members }: ValueShape, text: string): Json[] {
  const values = types.map((type) => readAs([type], text)).filter((value, index) => types[index] === 'string' || value !== text);
  return values.length > 0 || items || members ? values : [text];
}
