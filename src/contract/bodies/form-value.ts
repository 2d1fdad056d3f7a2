/** From the entries of a form to the value that its schema means: members typed, lists gathered, objects put together. */
import type { Encoding, Json } from '../contract.ts';
import { escapeToken, parseJson } from '../json.ts';
import { isJsonType } from '../media-type.ts';
import { arrayTexts, textMembers } from '../parameters/parameter-styles.ts';
import { decodeTexts } from '../parameters/query.ts';
import type { ValueShape } from '../value-shape.ts';
import type { FormEntry } from './form-entry.ts';
import type { ReadText } from './settle-readings.ts';

export interface FormReading {
  readonly encoding: ReadonlyMap<string, Encoding>;
  readonly read: ReadText;
  /** By pointer: the entry of a file, in whose place the value has as many characters as the file has bytes. */
  readonly files: Map<string, FormEntry>;
  /** Where a member came more than once that takes one value. */
  readonly repeated: Set<string>;
}

/** The entries under one name, and under that name with brackets: `a`, `a[b]`, `a[]`. */
interface Node {
  readonly entries: FormEntry[];
  readonly inside: Map<string, Node>;
}

export function formValue(shape: ValueShape, entries: readonly FormEntry[], reading: FormReading): Json {
  const { members = new Map<string, ValueShape>() } = shape;
  const root = newNode();
  for (const entry of entries) place(root, pathOf(entry.name, members, reading.encoding), entry);
  const value = [...root.inside].map(([name, node]): [string, Json] => {
    const inner = members.get(name) ?? shape.others;
    return [name, nodeValue({ shape: inner, node, encoding: reading.encoding.get(name), at: `/${escapeToken(name)}` }, reading)];
  });
  return Object.fromEntries(value);
}

const newNode = (): Node => ({ entries: [], inside: new Map() });

function place(root: Node, path: readonly string[], entry: FormEntry): void {
  let node = root;
  for (const step of path) {
    const next = node.inside.get(step) ?? newNode();
    node.inside.set(step, next);
    node = next;
  }
  node.entries.push(entry);
}

/** Brackets nested deeper are part of a name. */
const DEEPEST = 16;

/** `a[b][c]` of a declared structure `a` is a, b, c; the member of an object that the contract spreads over the form is in that object. */
function pathOf(name: string, members: ReadonlyMap<string, ValueShape>, encoding: ReadonlyMap<string, Encoding>): readonly string[] {
  if (members.has(name)) return [name];
  const bracket = name.indexOf('[');
  const owner = bracket > 0 && name.endsWith(']') ? members.get(name.slice(0, bracket)) : undefined;
  if (owner?.members || owner?.items) {
    const steps = name.slice(bracket + 1, -1).split('][');
    if (steps.length < DEEPEST) return [name.slice(0, bracket), ...steps];
  }
  for (const [spread, { style = 'form', explode = style === 'form' }] of encoding)
    if (style === 'form' && explode && members.get(spread)?.members?.has(name)) return [spread, name];
  return [name];
}

interface Spot {
  readonly shape: ValueShape | undefined;
  readonly node: Node;
  readonly encoding: Encoding | undefined;
  readonly at: string;
}

function nodeValue({ shape, node, encoding, at }: Spot, reading: FormReading): Json {
  if (node.inside.size > 0) return structure({ shape, node, encoding, at }, reading);
  const { entries } = node;
  const [only] = entries;
  if (shape?.items) {
    const list = listed(entries, shape, encoding);
    return (
      list ?? entries.flatMap((entry) => split(entry, encoding)).map((entry, index) => one(shape.items, entry, `${at}/${index}`, reading))
    );
  }
  if (!only || entries.length > 1) {
    if (shape && entries.length > 1) reading.repeated.add(at);
    return entries.map((entry, index) => one(shape, entry, `${at}/${index}`, reading));
  }
  const members = shape?.members && only.text !== undefined && shape.scalars.length === 0 ? spelledOut(only, encoding) : undefined;
  if (!members) return one(shape, only, at, reading);
  return Object.fromEntries(
    Object.entries(members).map(([name, text]) => [
      name,
      reading.read(shape?.members?.get(name) ?? shape?.others, text, `${at}/${escapeToken(name)}`),
    ]),
  );
}

/** What came in brackets: items where they are empty or count, else members. */
function structure({ shape, node, encoding, at }: Spot, reading: FormReading): Json {
  const steps = [...node.inside];
  if (shape?.items && steps.every(([step]) => /^\d{0,4}$/.test(step))) {
    const inOrder = steps.toSorted(([a], [b]) => Number(a) - Number(b));
    const all = [...node.entries.map((entry) => ({ ...newNode(), entries: [entry] })), ...inOrder.flatMap(([, inner]) => apart(inner))];
    return all.map((inner, index) => nodeValue({ shape: shape.items, node: inner, encoding: undefined, at: `${at}/${index}` }, reading));
  }
  return Object.fromEntries(
    steps.map(([name, inner]) => {
      const member = shape?.members?.get(name) ?? shape?.others;
      return [name, nodeValue({ shape: member, node: inner, encoding, at: `${at}/${escapeToken(name)}` }, reading)];
    }),
  );
}

/** `a[]` that came several times is several items. */
function apart(node: Node): readonly Node[] {
  return node.inside.size > 0 ? [node] : node.entries.map((entry) => ({ ...newNode(), entries: [entry] }));
}

/** A list that came whole, as JSON. */
function listed(entries: readonly FormEntry[], { items }: ValueShape, encoding: Encoding | undefined): Json | undefined {
  const [only] = entries;
  const text = entries.length === 1 ? only?.text : undefined;
  const spelled =
    isJsonType(encoding?.contentType ?? '') || isJsonType(only?.part?.contentType ?? '') || !items?.scalars.includes('string');
  if (!only || text === undefined || !spelled || !/^\s*\[/.test(text)) return undefined;
  return parsed(text);
}

/** The entries of a list of which one text holds several items, in the separators of its style. */
function split(entry: FormEntry, encoding: Encoding | undefined): readonly FormEntry[] {
  const { style = 'form', explode = style === 'form' } = encoding ?? {};
  if (entry.text === undefined || explode || style === 'deepObject') return [entry];
  const texts = arrayTexts({ name: entry.name, in: 'query', style, explode }, [entry.encoded ?? entry.text]);
  return ((entry.encoded === undefined ? texts : decodeTexts(texts)) ?? [entry.text]).map((text) => ({ name: entry.name, text }));
}

/** The members of an object in one text: `a,1,b,x`. JSON is left to be read as such. */
function spelledOut({ name, text = '', part }: FormEntry, encoding: Encoding | undefined): Readonly<Record<string, string>> | undefined {
  if (part || !encoding?.style || /^\s*\{/.test(text)) return undefined;
  return textMembers({ name, in: 'query', style: encoding.style, explode: false }, text);
}

function one(shape: ValueShape | undefined, entry: FormEntry, at: string, reading: FormReading): Json {
  const { text, part } = entry;
  const structured = shape !== undefined && (shape.members ?? shape.items) !== undefined;
  if (text !== undefined && (structured || isJsonType(part?.contentType ?? '')) && !isBinary(shape)) {
    const value = parsed(text);
    if (value !== undefined && (structured ? typeof value === 'object' : true)) return value;
  }
  if (part && (text === undefined || isBinary(shape) || (part.filename !== undefined && !shape?.scalars.includes('string')))) {
    reading.files.set(at, entry);
    return 'x'.repeat(part.size);
  }
  return reading.read(shape, text ?? '', at);
}

/** Bytes rather than text: OpenAPI 3.0 says `format: binary`, 3.1 a media type without an encoding, or nothing at all. */
function isBinary(shape: ValueShape | undefined): boolean {
  return (
    shape?.parts.some(
      ({ format, contentMediaType, contentEncoding }) =>
        format === 'binary' || (contentMediaType !== undefined && contentEncoding === undefined && !isJsonType(contentMediaType)),
    ) ?? false
  );
}

function parsed(text: string): Json | undefined {
  const found = parseJson(text);
  return 'value' in found ? found.value : undefined;
}
