/** Parameters of a drawn list: those that ask for a page, and those that look at a member, with what each is to find. */
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { isObject } from '../../../src/contract/json.ts';
import type { Shape } from '../contract-generator.ts';
import { fhirSearches } from './fhir-searches.ts';
import { schemaOf, type Member } from './members.ts';

const whole: JsonObject = { type: 'integer', minimum: 0 };
const query = (name: string, schema: Json, more: JsonObject = {}): JsonObject => ({ name, in: 'query', schema, ...more });

/** Names of the paging parameters of a shape: how many, and from where. */
export function pagingNames({ style, paging, envelope }: Shape): { readonly size?: string; readonly from?: string } {
  if (style === 'fhir') return paging === 'none' ? {} : { size: '_count' };
  if (style === 'json-api') return paging === 'none' ? {} : { size: 'page[size]', from: 'page[number]' };
  switch (paging) {
    case 'offset':
      return envelope === 'start-index' ? { size: 'items_per_page', from: 'start_index' } : { size: 'limit', from: 'offset' };
    case 'page':
      return envelope === 'spring' ? { size: 'size', from: 'page' } : { size: 'per_page', from: 'page' };
    case 'cursor':
      return { size: 'limit', from: envelope === 'marker' ? 'marker' : 'cursor' };
    case 'after':
      return { size: 'limit', from: 'starting_after' };
    default:
      return {};
  }
}

export const sortName = ({ style }: Shape): string => (style === 'fhir' ? '_sort' : 'sort');

/** The number of the first page: what the contract gives as its default. */
export const firstPage = ({ envelope, style }: Shape): number => (envelope === 'spring' && style === 'plain' ? 0 : 1);

function pagingParameters(shape: Shape): readonly JsonObject[] {
  const { size, from } = pagingNames(shape);
  const first = firstPage(shape);
  const start: JsonObject =
    shape.paging === 'page' || shape.style === 'json-api'
      ? { type: 'integer', minimum: first, default: first }
      : shape.paging === 'offset'
        ? whole
        : { type: 'string' };
  return [
    ...(size === undefined ? [] : [query(size, { type: 'integer', minimum: 1, maximum: 100 })]),
    ...(from === undefined ? [] : [query(from, start)]),
  ];
}

/** One way to ask a list for items by a value that a client sent. */
export interface Search {
  readonly name: string;
  /** What is asked to find an item with this value; undefined where the value cannot be asked for. */
  readonly ask: (value: Json) => string | undefined;
  /** Whether an item with this value is to be found by what was asked. */
  readonly finds: (held: Json | undefined, asked: string) => boolean;
  readonly schema: Json;
}

export interface MemberSearch extends Search {
  readonly member: Member;
}

export function searchesOf(shape: Shape): readonly MemberSearch[] {
  return shape.members.flatMap((member) =>
    (shape.style === 'fhir' ? fhirSearches(member) : plainSearches(shape, member)).map((search) => ({ ...search, member })),
  );
}

export const parametersOf = (shape: Shape): readonly JsonObject[] => {
  const declared = [
    ...pagingParameters(shape),
    ...(shape.sort ? [query(sortName(shape), { type: 'string' })] : []),
    ...searchesOf(shape)
      .filter(({ name }) => !name.includes(':'))
      .map(({ name, schema }) =>
        query(name, schema, isObject(schema) && schema['type'] === 'array' ? { style: 'form', explode: false } : {}),
      ),
  ];
  return declared.filter((parameter, i) => declared.findIndex((other) => other['name'] === parameter['name']) === i);
};

function plainSearches(shape: Shape, member: Member): readonly Search[] {
  const { name, kind } = member;
  // Whether this asks for an order, a page or a value, nobody could tell.
  if (
    name === 'sort' ||
    name === 'order' ||
    (name === 'start' && (kind === 'whole' || kind === 'decimal')) ||
    (name === 'data' && shape.wrapped !== 'none')
  )
    return [];
  const asText = (value: Json): string | undefined =>
    value === '' || value === null || String(value).length > 100 ? undefined : String(value);
  if (member.search === 'equal') {
    const parameter = shape.style === 'json-api' ? `filter[${name}]` : name;
    const whole = { name: parameter, schema: schemaOf(kind, shape.openapi) };
    if (kind === 'texts') {
      // A list is found by one of what is in it.
      const first = (value: Json): string | undefined => (Array.isArray(value) ? asText(String(value[0] ?? '')) : undefined);
      return [{ ...whole, schema: { type: 'string' }, ask: first, finds: (held, asked) => Array.isArray(held) && held.includes(asked) }];
    }
    if (kind === 'object') {
      const label = (value: Json | undefined): Json | undefined => (isObject(value) ? value['label'] : undefined);
      const ask = (value: Json): string | undefined => asText(label(value) ?? '');
      return [{ name: `${parameter}.label`, schema: { type: 'string' }, ask, finds: (held, asked) => label(held) === asked }];
    }
    if (kind === 'choice' && shape.ranges !== 'from-to') {
      // Several words at once, as a list with commas or as one text with them.
      const schema = shape.ranges === 'brackets' ? { type: 'string' } : { type: 'array', items: whole.schema };
      const ask = (value: Json): string => `${String(value)},lost`;
      return [{ name: parameter, schema, ask, finds: (held, asked) => asked.split(',').includes(String(held)) }];
    }
    return [
      {
        name: parameter,
        schema: schemaOf(kind, shape.openapi),
        ask: asText,
        finds: (held, asked) => held !== undefined && String(held) === asked,
      },
    ];
  }
  if (member.search !== 'range' || shape.style === 'json-api' || ['from', 'to', 'results', 'items', 'page', 'size'].includes(name))
    return [];
  const at = (value: Json | undefined): number =>
    typeof value === 'number' ? value : kind === 'date' || kind === 'instant' ? Date.parse(String(value)) : Number(value);
  const schema = schemaOf(kind, shape.openapi);
  const [least, most] = {
    'from-to': [`${name}From`, `${name}To`],
    'after-before': kind === 'date' || kind === 'instant' ? [`${name}_after`, `${name}_before`] : [`${name}_gte`, `${name}_lte`],
    'min-max': [`min${name[0]?.toUpperCase()}${name.slice(1)}`, `max${name[0]?.toUpperCase()}${name.slice(1)}`],
    brackets: [`${name}[gte]`, `${name}[lte]`],
  }[shape.ranges] as [string, string];
  // What comes after an instant is not at it; every other word takes the edge in.
  const open = most.endsWith('_before') ? 1 : 0;
  const holds = (held: Json | undefined, way: 1 | -1, asked: string): boolean => held !== undefined && way * (at(held) - at(asked)) >= open;
  return [
    { name: least, schema, ask: asText, finds: (held, asked) => holds(held, 1, asked) },
    { name: most, schema, ask: asText, finds: (held, asked) => holds(held, -1, asked) },
  ];
}
