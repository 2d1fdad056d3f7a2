/** From the texts of a request to the value of one parameter: `style` and `explode` undone, types read, the schema checked. */
import type { Checked, Contract, Json, Operation, Parameter, SchemaFault } from '../contract.ts';
import { parseJson } from '../json.ts';
import { lazily } from '../lazily.ts';
import { sayRelaxed } from '../validation/lenient-check.ts';
import { readScalar, readingsOf, shapeOf, type ValueShape } from '../value-shape.ts';
import { type FhirHabits, fhirHabits } from './fhir-habits.ts';
import { readDeepObject } from './deep-object.ts';
import { arrayTexts, queryMembers, textMembers } from './parameter-styles.ts';
import { decodeTexts, type Query } from './query.ts';

/** What a request sends beside its body. */
export interface Sent {
  /** Percent-decoded, by template name. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: Query;
  header(name: string): string | undefined;
  readonly cookies: Readonly<Record<string, string>>;
}

/** What a parameter's text means; or every fault it has. */
export type DecodedValue = { readonly faults: readonly SchemaFault[] } | Meant;

export interface Meant {
  /** Absent where the parameter came with modifiers only. */
  readonly value?: Json;
  /** What a search means by it, where the schema has room for one value and more was sent: the texts as they came. */
  readonly whole?: Json;
  /** What came under the parameter's name with a modifier, by its full name: `name:contains`. */
  readonly modified?: Readonly<Record<string, Json>>;
  /** What was let through although the schema is narrower, and why. */
  readonly notes?: readonly string[];
}

/** Reads one parameter of a request; undefined where the request does not have it. */
export interface Reader {
  (sent: Sent): DecodedValue | undefined;
}

/** Makes the reader of a parameter, so that a request only has its texts looked up, typed and checked. */
export function readerBy(contract: Contract, operation: Operation, about: About): Reader {
  const { parameter } = about;
  const { contentType } = parameter;
  const read = contentType === undefined ? (texts: Texts) => readTexts(texts, about) : documentReader(contentType, about.check);
  if (parameter.in === 'query') return queryReader(contract, operation, about, read);
  const find = singleText(parameter);
  const { scalars, items, members } = about.shape;
  const isPlain = contentType === undefined && !items && !members && scalars.length < 2;
  return (sent) => {
    const text = find(sent);
    if (text === undefined) return undefined;
    if (!isPlain) return read(textsOf(about, text));
    // It can be read in one way.
    const value = readScalar(scalars, text);
    return meantBy(value, about.check(value));
  };
}

export function aboutParameter(contract: Contract, parameter: Parameter): About {
  const { schema } = parameter;
  const check = schema && contract.checker(schema);
  return {
    parameter,
    shape: shapeOf(contract, schema?.schema ?? true),
    check: check ? (value) => ({ faults: check(value), relaxed: [] }) : () => FITS,
  };
}

function queryReader(contract: Contract, operation: Operation, about: About, read: (texts: Texts) => DecodedValue): Reader {
  const { parameter, shape } = about;
  const { name } = parameter;
  const { members } = shape;
  const searches = operation.method === 'get' || operation.method === 'head' || operation.path.endsWith('/_search');
  const check = (value: Json): readonly SchemaFault[] => about.check(value).faults;
  const habits = searches ? fhirHabits(contract, { parameter, shape, check }) : undefined;
  // Of thousands of parameters few come with a modifier.
  const declared = lazily(() => new Set(operation.parameters.map((one) => one.name)));
  const needed = parameter.required && !allowsEmpty(parameter, shape);
  const isDeep = parameter.style === 'deepObject' && members !== undefined;
  return ({ query }) => {
    // The members of an object may stand in a query without its name.
    if (members === undefined && query.modified.length === 0 && !query.texts.has(name)) return undefined;
    const modified = habits && query.modified.length > 0 ? modifiersOf({ name, declared, habits }, query) : undefined;
    if (modified && 'faults' in modified) return modified;
    const deep = isDeep ? readDeepObject(about, query) : undefined;
    if (deep !== undefined && deep !== 'broken')
      return deep.faults.length > 0 ? { faults: deep.faults } : { value: deep.value, ...(deep.notes && { notes: deep.notes }) };
    const texts = deep ?? queryTexts(about, query);
    if (texts === undefined) return modified;
    if (texts === 'broken') return faulty('encoding', 'must be valid percent-encoding of UTF-8 text');
    if (needed && texts.members === undefined && texts.all.every((text) => text === ''))
      return faulty('required', 'is required, and was sent without a value');
    const decoded = read(texts);
    const meant = 'faults' in decoded ? (habits?.read(texts.all) ?? withEncodedCommas(about, query, read) ?? decoded) : decoded;
    return modified && !('faults' in meant) ? both(modified, meant) : meant;
  };
}

/** Many clients encode the commas of a list along with everything else: where its items do not fit as they came, those separate as well. */
function withEncodedCommas(about: About, query: Query, read: (texts: Texts) => DecodedValue): DecodedValue | undefined {
  const { name, style, explode } = about.parameter;
  const own = query.texts.get(name);
  if (!about.shape.items || style !== 'form' || explode || !own?.some((text) => /%2c/i.test(text))) return undefined;
  const texts = queryTexts(about, { ...query, texts: new Map([...query.texts, [name, own.map((text) => text.replace(/%2c/gi, ','))]]) });
  const decoded = texts === undefined || texts === 'broken' ? undefined : read(texts);
  return decoded && 'faults' in decoded ? undefined : decoded;
}

function queryTexts({ parameter, shape }: About, query: Query): Texts | 'broken' | undefined {
  const own = query.texts.get(parameter.name);
  const members = shape.members && parameter.style !== 'deepObject' ? queryMembers(parameter, shape.members, query) : undefined;
  if (members === 'broken') return members;
  if (own === undefined) return members && { whole: '', all: [], list: [], members };
  const all = decodeTexts(own);
  const list = shape.items ? decodeTexts(arrayTexts(parameter, own)) : all;
  return all && list ? { whole: all[0] ?? '', all, list, members } : 'broken';
}

/** A parameter and what was understood of it. */
interface Understood {
  readonly parameter: Parameter;
  readonly shape: ValueShape;
}

interface About extends Understood {
  check(value: Json): Checked;
}

const FITS: Checked = { faults: [], relaxed: [] };

function faulty(keyword: string, message: string): { readonly faults: readonly SchemaFault[] } {
  return { faults: [{ pointer: '', keyword, message }] };
}

/** Whether an empty text says something: the contract lists it, or null, or no least length but 0. */
function allowsEmpty({ mayBeEmpty, schema }: Parameter, { scalars, parts }: ValueShape): boolean {
  return (
    mayBeEmpty === true ||
    schema === undefined ||
    scalars.includes('null') ||
    parts.some((part) => part.minLength === 0 || part.const === '' || part.enum?.includes(''))
  );
}

/** The texts of one parameter, decoded, as each way of reading wants them. */
interface Texts {
  /** The only text, or the first of several. */
  readonly whole: string;
  readonly all: readonly string[];
  /** Taken apart only where the schema has an array. */
  readonly list: readonly string[];
  readonly members: Readonly<Record<string, string>> | undefined;
}

function singleText({ in: place, name, style }: Parameter): (sent: Sent) => string | undefined {
  if (place === 'header') return (sent) => sent.header(name);
  if (place === 'cookie') return (sent) => sent.cookies[name];
  const plain =
    style === 'label'
      ? (text: string) => text.replace(/^\./, '')
      : style === 'matrix'
        ? (text: string) => (text.startsWith(`;${name}=`) ? text.slice(name.length + 2) : text)
        : undefined;
  return plain ? ({ path }) => (path[name] === undefined ? undefined : plain(path[name])) : ({ path }) => path[name];
}

function textsOf({ parameter, shape }: Understood, text: string): Texts {
  const list = shape.items ? arrayTexts(parameter, [text]) : [text];
  return {
    whole: text,
    all: [text],
    list: parameter.in === 'header' ? list.map((item) => item.trim()) : list,
    members: shape.members ? textMembers(parameter, text) : undefined,
  };
}

function documentReader(type: string, check: About['check']): (texts: Texts) => DecodedValue {
  return ({ whole }) => {
    const parsed = /[/+]json\b/i.test(type) ? parseJson(whole) : { value: whole };
    if (!('value' in parsed)) return faulty('content', `must be ${type}: ${parsed.message}`);
    return meantBy(parsed.value, check(parsed.value));
  };
}

function readTexts(texts: Texts, about: About): DecodedValue {
  let faults: readonly SchemaFault[] | undefined;
  for (const value of candidates(texts, about)) {
    const checked = about.check(value);
    if (checked.faults.length === 0) return meantBy(value, checked);
    faults ??= checked.faults;
  }
  return faults ? { faults } : faulty('type', 'is given more than once, but takes one value');
}

function meantBy(value: Json, { faults, relaxed }: Checked): DecodedValue {
  if (faults.length > 0) return { faults };
  return relaxed.length === 0 ? { value } : { value, notes: relaxed.map(sayRelaxed) };
}

/** What a text most likely means. */
export function likeliestReading(about: Understood, text: string): Json | undefined {
  const [first] = candidates(textsOf(about, text), about);
  return first;
}

/** What the texts could mean, likeliest first. */
function* candidates(texts: Texts, { parameter, shape }: Understood): Generator<Json> {
  const { members, items } = shape;
  if (members && texts.members) {
    yield Object.fromEntries(
      Object.entries(texts.members).map(([name, text]) => {
        const member = members.get(name) ?? shape.others;
        return [name, member ? readScalar(member.scalars, text) : text];
      }),
    );
  }
  if (items) yield texts.list.map((text) => readScalar(items.scalars, text));
  if (texts.all.length === 1 && (shape.scalars.length > 0 || !(items || members))) yield* readingsOf(shape, texts.whole);
  // Structured values sent as JSON text, which clients do where a style is hard to write.
  if ((items || members) && parameter.in !== 'query' && /^[{[]/.test(texts.whole)) {
    const parsed = parseJson(texts.whole);
    if ('value' in parsed) yield parsed.value;
  }
}

function both(one: Meant, other: Meant): Meant {
  return {
    ...one,
    ...other,
    modified: { ...one.modified, ...other.modified },
    notes: [...(one.notes ?? []), ...(other.notes ?? [])],
  };
}

/** What the query says under a parameter's name with a modifier; undefined where it says nothing so. */
function modifiersOf(
  { name, declared, habits }: { readonly name: string; declared(): ReadonlySet<string>; readonly habits: FhirHabits },
  query: Query,
): DecodedValue | undefined {
  let all: Meant | undefined;
  for (const full of query.modified) {
    if (!full.startsWith(`${name}:`) || declared().has(full)) continue;
    const texts = decodeTexts(query.texts.get(full) ?? []);
    const found = texts && habits.modified(full.slice(name.length + 1), texts);
    if (found && 'faults' in found) return found;
    if (found) all = all ? both(all, found) : found;
  }
  return all;
}
