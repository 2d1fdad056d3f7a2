/** A contract's published examples, put together on first use: `$ref`s inside them resolved or dropped, JSON kept in text read as JSON. */
import type { Json, JsonObject, NamedExample, Schema } from '../contract.ts';
import { isArray, isObject } from '../json.ts';
import { EXAMPLE_NODES } from '../limits.ts';
import { type Form, formOf } from '../media-type.ts';
import { dereference, lookUp } from './references.ts';

/** Where examples may stand: a media type, parameter or header. */
export interface ExampleHolder {
  readonly document: JsonObject;
  readonly node: JsonObject;
  readonly schema: Schema | undefined;
  /** The media type that the examples travel in; undefined for the values of parameters and headers. */
  readonly type: string | undefined;
}

/** Forms that are written from data here; in any other the text that was published says more. */
const FROM_DATA: ReadonlySet<Form | undefined> = new Set([undefined, 'json', 'lines', 'sequence', 'events', 'csv']);

export function examplesOf(holder: ExampleHolder): readonly NamedExample[] {
  const { document, node, type } = holder;
  const form = type === undefined ? undefined : formOf(type);
  const found: NamedExample[] = [];
  const add = (name: string, raw: Json, summary?: Json): void => {
    const settled = settle(raw, { document, left: EXAMPLE_NODES, open: [] });
    const value = typeof settled === 'string' ? readText(settled, form) : settled;
    if (value !== undefined) found.push({ name, value, ...(typeof summary === 'string' && { summary }) });
  };
  const { example, examples } = node;
  if (example !== undefined) add('default', example);
  if (isArray(examples)) for (const [index, value] of examples.entries()) add(String(index), value);
  else if (isObject(examples)) for (const [name, entry] of Object.entries(examples)) addEntry(name, dereference(document, entry, '')?.node);
  addFromSchema(holder, add);
  return found;

  function addEntry(name: string, entry: Json | undefined): void {
    if (!isObject(entry)) {
      if (entry !== undefined) add(name, entry);
      return;
    }
    // OpenAPI 3.2 can have it both ways: as data, and as it is written down.
    const { value, dataValue, serializedValue } = entry;
    const shown = value ?? (FROM_DATA.has(form) ? (dataValue ?? serializedValue) : (serializedValue ?? dataValue));
    if (shown !== undefined) add(name, shown, entry['summary']);
    // Some contracts forget the Example Object and put the value itself here.
    else if (!['$ref', 'externalValue', 'summary', 'description'].some((key) => key in entry)) add(name, entry);
  }
}

function addFromSchema({ document, schema }: ExampleHolder, add: (name: string, value: Json) => void): void {
  const resolved = typeof schema === 'object' ? dereference(document, schema as JsonObject, '')?.node : undefined;
  if (!isObject(resolved)) return;
  const { example, examples } = resolved;
  if (example !== undefined) add('schema', example);
  if (isArray(examples)) for (const [index, value] of examples.entries()) add(`schema-${index}`, value);
}

/** A text of JSON, where JSON travels, means what the text says. */
function readText(text: string, form: Form | undefined): Json {
  if (form === 'lines' || form === 'sequence') {
    const items = text
      .replaceAll('\u001e', '\n')
      .split('\n')
      .filter((line) => line.trim() !== '');
    const values = items.map((line) => parsed(line));
    return values.includes(undefined) ? text : (values as Json[]); // none is undefined
  }
  return form === 'json' && /^\s*[{[]/.test(text) ? (parsed(text) ?? text) : text;
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

interface Settling {
  readonly document: JsonObject;
  /** How many more values the copy may hold. */
  left: number;
  /** The references that are being followed. */
  readonly open: string[];
}

/** A copy with every `$ref` replaced by what it names; what a reference out of the document (or without end) stood for is left out. */
function settle(value: Json, run: Settling): Json | undefined {
  if (--run.left < 0) return undefined;
  if (typeof value !== 'object' || value === null) return value;
  if (isArray(value)) return value.map((item) => settle(item, run)).filter((item) => item !== undefined);
  const { $ref } = value as JsonObject;
  if (typeof $ref === 'string' && ($ref.startsWith('#') || Object.keys(value).length === 1)) return settleReference($ref, run);
  const copy: Record<string, Json> = {};
  for (const [name, member] of Object.entries(value)) {
    const settled = settle(member, run);
    if (settled !== undefined) copy[name] = settled;
  }
  return copy;
}

function settleReference($ref: string, run: Settling): Json | undefined {
  const target = run.open.includes($ref) ? undefined : lookUp(run.document, $ref);
  if (!target) return undefined;
  const isExampleObject = /^\/components\/examples\/[^/]+$/.test(target.pointer) && isObject(target.node);
  const inner = isExampleObject ? target.node['value'] : target.node;
  run.open.push($ref);
  const settled = inner === undefined ? undefined : settle(inner, run);
  run.open.pop();
  return settled;
}
