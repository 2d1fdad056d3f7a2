/** The search of one operation: each of its parameters understood once, and a request's values compiled into tests and conditions. */
import type { Json, JsonObject, Parameter } from '../../../contract/contract.ts';
import { isArray, isObject } from '../../../contract/json.ts';
import type { Condition } from '../../../workspace/store/store.ts';
import { shapeOfSchema } from '../envelope/shape.ts';
import { comparison, type Comparison, type IndexRange } from './comparisons.ts';
import type { SearchedField } from './field.ts';
import type { Held } from './held.ts';
import { readParameter, searched, type Searched, type SearchParameter } from './parameter.ts';

export interface SearchPlan {
  /** What the declared parameters look at: the index keeps it. */
  readonly fields: readonly SearchedField[];
  /** Compiles what a request asks for; `unknown` are names that no item has anything for. */
  read(asked: Readonly<Record<string, Json | undefined>>, now: number): Search;
  /** What one parameter asks for with one value. */
  criterion(parameter: SearchParameter, text: string, now: number): Criterion;
}

export interface Search {
  readonly criteria: readonly Criterion[];
  readonly unknown: readonly string[];
  /** What of it was not done as it was asked. */
  readonly notes: readonly string[];
}

export interface Criterion {
  readonly name: string;
  readonly field: SearchedField;
  /** How many values an item is held to. */
  readonly values: number;
  holds(held: readonly Held[]): boolean;
  /** False where the JSON of an item shows already that it is no match. */
  mayHold(text: string): boolean;
  /** What every match meets in the index. */
  readonly conditions: readonly Condition[];
  /** True where everything that meets the conditions is a match. */
  readonly exact: boolean;
}

export function planSearch(about: Omit<Searched, 'members' | 'names'>, isOther: (name: string) => boolean): SearchPlan {
  const declared = about.operation.parameters.filter(({ in: place, name }) => place === 'query' && !isOther(name));
  const names = declared.flatMap((parameter) => namesIn(about, parameter));
  const whole = searched({ ...about, names });
  const parameters = new Map<string, Parameter>(declared.map((parameter) => [parameter.name, parameter]));
  const known = new Map<string, SearchParameter | undefined>(names.map((name) => [name, readParameter(whole, name)]));
  const fields = distinctFields([...known.values()].flatMap((parameter) => (parameter?.field.indexed ? [parameter.field] : [])));
  const keys = new Set(fields.map(({ key }) => key));
  const meant = (name: string): SearchParameter | undefined => (known.has(name) ? known.get(name) : readParameter(whole, name));
  return {
    fields,
    criterion: (parameter, text, now) => criterion(whole, { found: parameter, now }, [text]),
    read(asked, now) {
      const criteria: Criterion[] = [];
      const unknown: string[] = [];
      const notes: string[] = [];
      const ask = (name: string, value: Json, parameter: Parameter | undefined): void => {
        if (value === '') return;
        const found = meant(name);
        if (!found) {
          unknown.push(name);
          return;
        }
        if (isUnmet(found))
          notes.push(`The modifier of ${name} needs code systems and value sets, which are not here: it was searched without it.`);
        for (const criterion of criteriaOf(whole, { found, isIndexed: keys.has(found.field.key), value, parameter, now }))
          criteria.push(criterion);
      };
      for (const [name, value] of Object.entries(asked)) {
        if (value === undefined || (!parameters.has(name) && isOther(name))) continue;
        const parameter = parameters.get(name);
        if (isObject(value)) for (const [member, one] of membersAsked(name, value, parameter)) ask(member, one, parameter);
        else ask(name, value, parameter);
      }
      return { criteria, unknown, notes };
    },
  };
}

function isUnmet({ modifier = '', field }: SearchParameter): boolean {
  return /^(?:above|in|not-in)$/.test(modifier) || (modifier === 'below' && field.kind !== 'uri');
}

/** An object is asked for member by member. */
function namesIn({ meaning }: Pick<Searched, 'meaning'>, { name, schema, style, explode }: Parameter): readonly string[] {
  const shape = schema && shapeOfSchema(meaning.read, schema);
  if (shape?.type !== 'object') return [name];
  return [...shape.members.keys()].map((member) => (style === 'form' && explode ? member : `${name}[${member}]`));
}

function distinctFields(fields: readonly SearchedField[]): readonly SearchedField[] {
  return [...new Map(fields.map((field) => [field.key, field])).values()];
}

/** `filter[status]`, or the bare names of members. */
function membersAsked(name: string, value: JsonObject, parameter: Parameter | undefined): readonly (readonly [string, Json])[] {
  return inside(value, parameter?.style === 'form' && parameter.explode ? '' : name);
}

function inside(value: JsonObject, above: string): readonly (readonly [string, Json])[] {
  return Object.entries(value).flatMap(([name, member]) => {
    const full = above === '' ? name : `${above}[${name}]`;
    return isObject(member) ? inside(member, full) : [[full, member] as const];
  });
}

interface Wanted {
  readonly found: SearchParameter;
  /** Whether rows are indexed by what it looks at: they are by what is declared. */
  readonly isIndexed?: boolean;
  readonly value: Json;
  readonly parameter: Parameter | undefined;
  readonly now: number;
}

function criteriaOf(about: Searched, wanted: Wanted): readonly Criterion[] {
  return alternatives(about, wanted).map((texts) => criterion(about, wanted, texts.map(String)));
}

/** What must all hold, each a list of which one must. In FHIR a repeat means all and a comma any (R4 §3.1.1.4.4); elsewhere a list means any. */
function alternatives({ fhir, meaning }: Searched, { found, value, parameter }: Wanted): readonly (readonly Json[])[] {
  if (typeof value === 'string' && found.field.kind !== 'words' && !/[,\\]/.test(value)) return [[value]];
  const texts: readonly Json[] = isArray(value) ? value : [value];
  if (found.field.kind === 'words') return texts.flatMap((text) => String(text).split(/\s+/)).map((word) => [word]);
  if (fhir) {
    const anyOf =
      isArray(value) &&
      parameter?.schema !== undefined &&
      !parameter.explode &&
      shapeOfSchema(meaning.read, parameter.schema).type === 'array';
    const each = texts.map((text) => eitherOf(String(text)));
    return anyOf ? [each.flat()] : each;
  }
  const splits = found.field.exactly || found.field.kind === 'number' || found.field.kind === 'date';
  return [texts.flatMap((text) => (splits && typeof text === 'string' ? text.split(',') : [text]))];
}

/** The alternatives of a FHIR value, what is escaped in them as it is meant. */
function eitherOf(text: string): readonly string[] {
  if (!text.includes(',') && !text.includes('\\')) return [text];
  return text.split(/(?<!\\),/).map((one) => one.replace(/\\([,|$\\])/g, '$1'));
}

function criterion(
  { fhir }: Searched,
  { found, isIndexed = false, now }: Pick<Wanted, 'found' | 'isIndexed' | 'now'>,
  texts: readonly string[],
): Criterion {
  const { name, field, modifier, bound } = found;
  if (modifier === 'missing') {
    const missing = texts[0] !== 'false';
    return { name, field, values: 1, holds: (held) => (held.length === 0) === missing, mayHold: anything, ...untold };
  }
  const { kind, exactly, bare, refers } = field;
  const asked = { kind, exactly, bare, refers, modifier: modifier === 'not' ? undefined : modifier, bound, fhir, now };
  const comparisons = texts.map((text) => comparison(asked, text));
  const passes = (held: readonly Held[]): boolean => held.some((one) => comparisons.some(({ test }) => test(one)));
  const values = comparisons.length;
  if (modifier === 'not') return { name, field, values, holds: (held) => !passes(held), mayHold: anything, ...untold };
  return {
    name,
    field,
    values,
    holds: passes,
    mayHold: mayHold(field, comparisons),
    ...(isIndexed ? conditionsFor(field, comparisons) : untold),
  };
}

const anything = (): boolean => true;

/** A look at the text spares reading most of what is no match. What is written otherwise than it is compared has to be read. */
function mayHold({ beyond, loosely }: SearchedField, comparisons: readonly Comparison[]): Criterion['mayHold'] {
  const texts = comparisons.flatMap(({ inText }) => inText ?? []);
  if (beyond || loosely || texts.length < comparisons.length) return anything;
  return (json) => {
    if (/[^\0-\x7f]|\\u/.test(json)) return true;
    const lower = json.toLowerCase();
    return texts.some((text) => lower.includes(text));
  };
}

type Found = Pick<Criterion, 'conditions' | 'exact'>;
/** The index cannot tell. */
const untold: Found = { conditions: [], exact: false };

/** Several values come together in one condition; ranges do not. */
function conditionsFor(field: SearchedField, comparisons: readonly Comparison[]): Found {
  const [only] = comparisons;
  if (comparisons.length === 1) return only?.index ? conditionsOf(field, only.index) : untold;
  const values: string[] = [];
  let exact = true;
  for (const { index } of comparisons) {
    if (index?.at !== 'value' || !('anyOf' in index)) return untold;
    values.push(...index.anyOf);
    exact &&= index.exact;
  }
  return { conditions: [{ name: field.key, anyOf: values }], exact };
}

function conditionsOf({ key, single }: SearchedField, index: IndexRange): Found {
  if (index.at === 'value') {
    const { exact } = index;
    return { conditions: ['anyOf' in index ? { name: key, anyOf: index.anyOf } : { name: key, from: index.from, to: index.to }], exact };
  }
  const { begins, ends } = index;
  const conditions = [...(begins ? [{ name: `${key}<`, ...begins }] : []), ...(ends ? [{ name: `${key}>`, ...ends }] : [])];
  return { conditions, exact: single || conditions.length === 1 };
}
